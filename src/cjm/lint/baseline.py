"""A baseline: the findings that were there when a team began, which shall not be told again. By element, not by line."""

import json
from collections.abc import Collection, Sequence
from contextlib import suppress

from cjm.errors import ConfigError
from cjm.finding import Finding, Suppression, fingerprints, valid

SCHEMA = "cjm.baseline/1"


def write(findings: Sequence[Finding], known: Collection[str] | None = None) -> str:
    """The findings that count as a file for people and programs: each with its fingerprint, rule, map and element.

    With ``known`` only those with such a fingerprint.
    """
    entries = [
        {"fingerprint": mark, "rule": finding.rule, "map": valid(finding.map), "element": finding.element}
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
        if not finding.suppressed and (known is None or mark in known)
    ]
    entries.sort(key=lambda entry: (entry["map"], entry["element"], entry["rule"], entry["fingerprint"]))
    return json.dumps({"schema": SCHEMA, "findings": entries}, ensure_ascii=False, indent=2) + "\n"


def read(text: str, path: str) -> frozenset[str]:
    """The fingerprints in a baseline. Raises ``ConfigError`` for a file that is none."""
    with suppress(ValueError, TypeError, KeyError):
        data = json.loads(text)
        if data["schema"] == SCHEMA:
            return frozenset(entry["fingerprint"] for entry in data["findings"])
    message = f"{path} is no baseline of cjm: write one with --write-baseline {path}."
    raise ConfigError(message)


def marks(findings: Sequence[Finding]) -> frozenset[str]:
    """The fingerprints of findings: what a baseline would hold that was written now."""
    return frozenset(fingerprints(findings))


def apply(findings: Sequence[Finding], known: Collection[str], reason: str = "It is in the baseline.") -> list[Finding]:
    """The findings, those that the baseline knows suppressed for this reason."""
    why = Suppression(reason)
    marked = zip(findings, fingerprints(findings), strict=True)
    return [each._replace(suppressed=each.suppressed or why) if mark in known else each for each, mark in marked]
