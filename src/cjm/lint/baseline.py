"""A baseline: the findings that were there when a team began, which shall not be told again. By element, not by line."""

import json
from collections.abc import Collection, Sequence

from cjm.errors import ConfigError
from cjm.finding import Finding, fingerprints

SCHEMA = "cjm.baseline/1"


def write(findings: Sequence[Finding]) -> str:
    """The findings as a file for people and programs: each with its fingerprint, rule, map and element."""
    entries = [
        {"fingerprint": mark, "rule": finding.rule, "map": finding.map, "element": finding.element}
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    entries.sort(key=lambda entry: (entry["map"], entry["element"], entry["rule"], entry["fingerprint"]))
    return json.dumps({"schema": SCHEMA, "findings": entries}, ensure_ascii=False, indent=2) + "\n"


def read(text: str, path: str) -> frozenset[str]:
    """The fingerprints in a baseline. Raises ``ConfigError`` for a file that is none."""
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise ValueError
        return frozenset(entry["fingerprint"] for entry in data["findings"])
    except (ValueError, TypeError, KeyError) as error:
        message = f"{path} is no baseline of cjm: write one with --write-baseline {path}."
        raise ConfigError(message) from error


def split(findings: Sequence[Finding], known: Collection[str]) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that the baseline knows."""
    marked = list(zip(findings, fingerprints(findings), strict=True))
    return [each for each, mark in marked if mark not in known], [each for each, mark in marked if mark in known]
