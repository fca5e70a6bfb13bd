"""Findings as annotations of a GitHub workflow, and as the summary of its step."""

from collections.abc import Iterable

from cjm.finding import Finding, Severity
from cjm.report.summary import Summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST_ROWS = 50
_MARKUP = frozenset("\\`*_{}[]<>#|~!&")


def annotations(findings: Iterable[Finding]) -> str:
    """One workflow command a finding; a text from a map cannot begin a command of its own."""
    return "".join(_annotation(finding) for finding in findings)


def step_summary(findings: Iterable[Finding], summary: Summary) -> str:
    """The findings as a table in Markdown, cut after the first fifty."""
    findings = list(findings)
    lines = ["### cjm validate", "", summary.sentence(), ""]
    if findings:
        lines += ["| where | what | remedy |", "| --- | --- | --- |"]
    for finding in findings[:_MOST_ROWS]:
        place = f"{finding.route.path}:{finding.span.line}" if finding.span else finding.route.path
        lines.append(f"| {_cell(place)} | **{finding.severity}** {_cell(finding.message)} | {_cell(finding.help)} |")
    if len(findings) > _MOST_ROWS:
        lines += ["", f"{len(findings) - _MOST_ROWS} more."]
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding) -> str:
    span = finding.span
    places = (
        {"line": span.line, "col": span.column, "endLine": span.end_line, "endColumn": span.end_column} if span else {}
    )
    properties = {"file": finding.route.path, **places, "title": finding.rule}
    told = ",".join(f"{key}={_escape(str(value), ':', ',')}" for key, value in properties.items())
    text = f"{finding.message} {finding.help}".strip()
    return f"::{_COMMANDS[finding.severity]} {told}::{_escape(text)}\n"


def _escape(text: str, *more: str) -> str:
    for char in ("%", "\r", "\n", *more):
        text = text.replace(char, f"%{ord(char):02X}")
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _cell(text: str) -> str:
    """A text in a cell of a Markdown table, without becoming markup."""
    return " ".join("".join(f"&#{ord(char)};" if char in _MARKUP else char for char in text).split())
