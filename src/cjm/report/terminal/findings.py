"""Findings for people: the sentence, the line with a caret, the way out."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from cjm.finding import Finding, Severity, Span
from cjm.report.summary import Summary
from cjm.report.terminal.paint import Piece, safe

WIDEST = 100
"""Columns of a map's line that are shown; of a longer line, those around the place."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}

Line = Callable[[str, int], str]
"""The text of a line: of a file, by its number."""


def findings_text(
    findings: Iterable[Finding], summary: Summary, line: Line, name: Callable[[str], str] = str
) -> Iterator[Piece]:
    """Findings one after the other, and one line of summary. ``name`` spells a path as the reader would."""
    for finding in findings:
        span = finding.span
        place = f"{safe(name(finding.route.path))}" + (f":{span.line}:{span.column}" if span else "")
        yield place, "bold"
        yield "  ", ""
        yield finding.severity.value, _STYLES[finding.severity]
        yield f"  {safe(finding.message)} ", ""
        yield f"[{finding.rule}]\n", "dim"
        if span:
            yield from _excerpt(line(finding.route.path, span.line), span)
        if finding.help:
            yield "    → ", "bold cyan"
            yield f"{safe(finding.help)}\n", ""
        yield "\n", ""
    yield f"{summary.sentence()}\n", "bold" if summary.errors else ""


def findings_concise(
    findings: Iterable[Finding], summary: Summary, name: Callable[[str], str] = str
) -> Iterator[Piece]:
    """Findings in a line each, and the line of summary."""
    for finding in findings:
        span = finding.span
        yield safe(name(finding.route.path)) + (f":{span.line}:{span.column}" if span else ""), "bold"
        yield ": ", ""
        yield finding.severity.value, _STYLES[finding.severity]
        yield f" {safe(finding.message)} ", ""
        yield f"[{finding.rule}]\n", "dim"
    yield f"{summary.sentence()}\n", "bold" if summary.errors else ""


def _excerpt(text: str, span: Span) -> Iterator[Piece]:
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text.rstrip())
    first = max(0, min(start - WIDEST // 3, len(text) - WIDEST))
    shown = safe(text[first : first + WIDEST])
    before = "…" if first else ""
    after = "…" if first + WIDEST < len(text) else ""
    gap = _columns(before + shown[: start - first])
    marks = max(1, _columns(shown[start - first : max(start + 1, end) - first]))
    number = str(span.line)
    yield f"    {number} │ ", "dim"
    yield f"{before}{shown}{after}\n".rstrip(" "), ""
    yield f"    {' ' * len(number)} │ ", "dim"
    yield f"{' ' * gap}{'^' * marks}\n", "bold red"


def _columns(text: str) -> int:
    """The columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    none = sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in text)
    return len(text) + wide - none
