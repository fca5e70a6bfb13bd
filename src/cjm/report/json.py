"""Findings as JSON, for programs: the form is :func:`schema`."""

import json
from collections.abc import Sequence
from importlib import resources

from cjm.finding import Finding, fingerprints
from cjm.report.summary import Summary

SCHEMA = "cjm.findings/1"


def findings_json(findings: Sequence[Finding], summary: Summary) -> str:
    """Findings and their summary as one JSON object, ending with a line break."""
    entries = [_entry(finding, mark) for finding, mark in zip(findings, fingerprints(findings), strict=True)]
    data = {"schema": SCHEMA, "findings": entries, "summary": summary._asdict()}
    return dump(data)


def dump(data: object) -> str:
    """Data as JSON for people to read, too: indented, in UTF-8, ending with a line break."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def schema() -> str:
    """The JSON Schema (draft-07) of :func:`findings_json`."""
    return resources.files("cjm.report").joinpath("findings.schema.json").read_text("utf-8")


def _entry(finding: Finding, mark: str) -> dict[str, str | int | None]:
    span = finding.span
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": _valid(finding.message),
        "path": _valid(finding.route.path),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "element": finding.element or None,
        "route": _valid(finding.route.pointer()),
        "help": _valid(finding.help),
        "fingerprint": mark,
    }


def _valid(text: str) -> str:
    """Text that UTF-8 can hold: bytes of a file name that are none become U+FFFD."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
