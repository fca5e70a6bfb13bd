"""Findings as SARIF 2.1.0, for dashboards and code scanning: what was asked, what was found and where, what is let pass."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from cjm.finding import Finding, Severity, Span, Suppression, fingerprints, valid
from cjm.lint.ignores import ON_UNUSED, UNUSED
from cjm.lint.page import page
from cjm.lint.reading import MILDER, READING
from cjm.lint.rule import Rule
from cjm.report import rules as pages
from cjm.report.entry import Name, Splices, said, unfixed
from cjm.report.places import Place, places
from cjm.report.terminal.paint import safe

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "%SRCROOT%"
FINGERPRINT = "cjm/v1"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(
    findings: Sequence[Finding],
    rules: Iterable[Rule],
    version: str,
    name: Name = str,
    splices: Splices = unfixed,
) -> str:
    """One run of cjm: the rules it asked, beside those of reading, and all findings, those suppressed marked as such.

    ``name`` spells paths relative to the root of the repository.
    """
    known = {each["id"]: each for each in _descriptors(rules)}
    order = {slug: place for place, slug in enumerate(known)}
    where = {place.address: place for finding in findings for place in places(finding)}
    index = {address: number for number, address in enumerate(where)}
    is_open = not any(finding.suppressed for finding in findings)
    results = [
        {
            "ruleId": finding.rule,
            "ruleIndex": order[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": _unlinked(said(finding))},
            "locations": [_location(finding, index, name)],
            "partialFingerprints": {FINGERPRINT: mark},
            **_fixes(finding, name, splices),
            **({} if is_open else {"suppressions": _suppressions(finding.suppressed)}),
        }
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    run = {
        "tool": {"driver": {"name": "cjm", "version": version, "rules": [*known.values()]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The root of the repository."}}},
        "logicalLocations": [_logical(place, index) for place in where.values()],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return valid(json.dumps(log, ensure_ascii=False, separators=(",", ":"))) + "\n"  # half as long as one to be read


def _descriptors(rules: Iterable[Rule]) -> Iterator[dict[str, Any]]:
    """What a dashboard shows of each rule."""
    for slug, sentence in READING.items():
        yield _sentence(slug, sentence, MILDER.get(slug, Severity.ERROR))
    yield _sentence(UNUSED, ON_UNUSED, Severity.WARNING)
    yield from map(_descriptor, rules)


def _descriptor(rule: Rule) -> dict[str, Any]:
    try:
        told = page(rule.docstring)
    except ValueError:  # a rule of the project's own, without a whole page
        return _sentence(rule.slug, rule.docstring.partition("\n")[0] or rule.slug, rule.severity)
    return {
        "id": rule.slug,
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": told.why},
        "help": {"text": f"{told.remedy} Source: {told.source}", "markdown": pages.one(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], **({} if rule.is_on else {"enabled": False})},
    }


def _sentence(slug: str, sentence: str, severity: Severity) -> dict[str, Any]:
    text = {"text": sentence}
    return {
        "id": slug,
        "shortDescription": text,
        "fullDescription": text,
        "help": {**text, "markdown": f"## {slug}\n\n{sentence}\n"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _location(finding: Finding, index: Mapping[str, int], name: Name) -> dict[str, Any]:
    region = _region(finding.span) if finding.span else {"startLine": 1}  # which code scanning wants of every result
    logical = [{**_named(place), "index": index[place.address]} for place in places(finding)[-1:]]
    return {
        "physicalLocation": {"artifactLocation": _artifact(finding, name), "region": region},
        **({"logicalLocations": logical} if logical else {}),
    }


def _artifact(finding: Finding, name: Name) -> dict[str, str]:
    path = name(finding.route.path).encode("utf-8", "surrogateescape")
    return {"uri": quote(path, safe="/"), "uriBaseId": BASE}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _logical(place: Place, index: Mapping[str, int]) -> dict[str, Any]:
    return {**_named(place), **({"parentIndex": index[place.within]} if place.within else {})}


def _named(place: Place) -> dict[str, str]:
    return {"name": place.name, "fullyQualifiedName": place.address, "kind": place.kind}


def _fixes(finding: Finding, name: Name, splices: Splices) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(span), "insertedContent": {"text": text}} for span, text in splices(finding)
    ]
    if not replacements:
        return {}
    change = {"artifactLocation": _artifact(finding, name), "replacements": replacements}
    doubt = "" if finding.fix and finding.fix.is_safe else " This may change what the map says: look at the result."
    text = _unlinked(safe(f"{finding.help or finding.message}{doubt}"))
    return {"fixes": [{"description": {"text": text}, "artifactChanges": [change]}]}


def _suppressions(suppressed: Suppression | None) -> list[dict[str, str]]:
    """Once one result has suppressions, SARIF wants a list of them, if empty, with each."""
    if suppressed is None:
        return []
    reason = {"justification": suppressed.reason} if suppressed.reason else {}
    return [{"kind": "inSource" if suppressed.is_in_map else "external", **reason}]


def _unlinked(text: str) -> str:
    """A text that a viewer does not take for a link: SARIF's messages know those of Markdown."""
    return text.replace("](", "] (")
