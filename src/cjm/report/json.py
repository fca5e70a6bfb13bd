"""Findings as JSON, for programs: the form is :func:`schema`."""

import json
from collections.abc import Sequence
from importlib import resources

from cjm.finding import Finding, Fix, Route, fingerprints, valid
from cjm.report.summary import Summary

SCHEMA = "cjm.findings/1"


def findings_json(findings: Sequence[Finding], summary: Summary) -> str:
    """The findings that count and their summary as one JSON object, ending with a line break."""
    marked = zip(findings, fingerprints(findings), strict=True)
    entries = [_entry(finding, mark) for finding, mark in marked if not finding.suppressed]
    data = {"schema": SCHEMA, "findings": entries, "summary": summary._asdict()}
    return dump(data)


def dump(data: object) -> str:
    """Data as JSON for people to read, too: indented, in UTF-8, ending with a line break."""
    return valid(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def schema() -> str:
    """The JSON Schema (draft-07) of :func:`findings_json`."""
    return resources.files("cjm.report").joinpath("findings.schema.json").read_text("utf-8")


def _entry(finding: Finding, mark: str) -> dict[str, object]:
    span = finding.span
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.route.path,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "element": finding.element or None,
        "route": finding.route.pointer(),
        "help": finding.help,
        "fingerprint": mark,
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "safe": fix.is_safe,
        "edits": [
            {"route": Route("", edit.parts).pointer(), "at_key": edit.at_key, "value": edit.value} for edit in fix.edits
        ],
    }
