"""Findings as Markdown, for a comment on a pull request, a wiki, the summary of a workflow: a table a file, worst first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cjm.finding import Finding
from cjm.report.entry import Name
from cjm.report.plain import plain
from cjm.report.summary import RANK, Summary, summarise

MOST = 60_000
"""The longest page, in characters: a comment on GitHub holds 65,536."""


def markdown(findings: Sequence[Finding], summary: Summary, title: str, name: Name = str) -> str:
    """Findings as a page of tables, cut where it grows longer than a comment may be. ``title`` is the command that ran.

    Rules are named as ``cjm rule`` knows them. No text of a map becomes markup, a link or a mention.
    """
    lines = [f"### {plain(title)}\n", f"\n{summary.sentence()}\n"]
    room = MOST - sum(map(len, lines))
    told = 0
    for row in _rows(findings, name):
        room -= len(row)
        if room < 0:
            break
        lines.append(row)
        told += 1
    if told < len(findings):
        lines.append(f"\n{len(findings) - told} more.\n")
    if findings:
        lines.append("\n`cjm rule RULE` explains a rule.\n")
    return "".join(lines)


def _rows(findings: Sequence[Finding], name: Name) -> Iterator[str]:
    """A row for each finding, with the head of its table where it is the first of a file."""
    files: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        files[finding.route.path].append(finding)
    counted = [(summarise(told, 1), path, told) for path, told in files.items()]
    for counts, path, told in sorted(counted, key=lambda each: [-number for number in each[0]]):
        head = f"\n#### {plain(name(path))}: {counts.told()}\n\n| line | what | remedy | rule |\n| ---: | --- | --- | --- |\n"
        for finding in sorted(told, key=lambda each: -RANK[each.severity]):
            line = finding.span.line if finding.span else ""
            what = f"**{finding.severity.value}** {plain(finding.message)}"
            yield f"{head}| {line} | {what} | {plain(finding.help)} | `{finding.rule}` |\n"
            head = ""
