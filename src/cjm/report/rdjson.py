"""Findings as rdjson, the diagnostic format of reviewdog, which comments on pull requests in many places.

Its columns count bytes of UTF-8, from 1; the end is exclusive, as ours is.
"""

from collections.abc import Iterable
from typing import Any

from cjm.finding import Finding, Severity, Span
from cjm.report.entry import Name, Splices, said, unfixed
from cjm.report.json import dump
from cjm.report.terminal.findings import Line

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def rdjson(findings: Iterable[Finding], line: Line, name: Name = str, splices: Splices = unfixed) -> str:
    """Findings, with what would put them right as suggestions. ``line`` is the text of a line, to count its bytes."""
    return dump(
        {
            "source": {"name": "cjm"},
            "diagnostics": [_diagnostic(finding, line, name, splices) for finding in findings],
        }
    )


def _diagnostic(finding: Finding, line: Line, name: Name, splices: Splices) -> dict[str, Any]:
    path = finding.route.path
    suggestions = [{"range": _range(span, path, line), "text": text} for span, text in splices(finding)]
    place = {"range": _range(finding.span, path, line)} if finding.span else {}
    return {
        "message": said(finding),
        "location": {"path": name(path), **place},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(span: Span, path: str, line: Line) -> dict[str, Any]:
    return {
        "start": _position(span.line, span.column, path, line),
        "end": _position(span.end_line, span.end_column, path, line),
    }


def _position(number: int, column: int, path: str, line: Line) -> dict[str, int]:
    before = line(path, number)[: column - 1]
    return {"line": number, "column": len(before.encode("utf-8", "replace")) + 1}
