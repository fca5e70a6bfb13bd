"""Findings as annotations of a GitHub workflow."""

from collections.abc import Iterable

from cjm.finding import Finding, Severity
from cjm.report.entry import Name, said
from cjm.report.terminal.paint import safe

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def annotations(findings: Iterable[Finding], name: Name = str) -> str:
    """One workflow command a finding; a text from a map cannot begin a command of its own."""
    return "".join(_annotation(finding, name) for finding in findings)


def _annotation(finding: Finding, name: Name) -> str:
    span = finding.span
    places = (
        {"line": span.line, "col": span.column, "endLine": span.end_line, "endColumn": span.end_column} if span else {}
    )
    properties = {"file": safe(name(finding.route.path)), **places, "title": finding.rule}
    told = ",".join(f"{key}={_escape(str(value), ':', ',')}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_escape(said(finding))}\n"


def _escape(text: str, *more: str) -> str:
    for char in ("%", "\r", "\n", *more):
        text = text.replace(char, f"%{ord(char):02X}")
    return text
