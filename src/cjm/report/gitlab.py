"""Findings as a Code Quality report of GitLab: the subset of Code Climate's issues that a merge request shows."""

from collections.abc import Sequence

from cjm.finding import Finding, Severity, fingerprints
from cjm.report.entry import Name, said
from cjm.report.json import dump

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(findings: Sequence[Finding], name: Name = str) -> str:
    """The findings that count as a JSON list. A file without text has its finding on its first line."""
    marked = zip(findings, fingerprints(findings), strict=True)
    return dump([_entry(finding, mark, name) for finding, mark in marked if not finding.suppressed])


def _entry(finding: Finding, mark: str, name: Name) -> dict[str, object]:
    span = finding.span
    return {
        "description": said(finding),
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": name(finding.route.path),
            "lines": {"begin": span.line if span else 1, "end": span.end_line if span else 1},
        },
    }
