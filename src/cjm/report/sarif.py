"""Findings as SARIF 2.1.0, for dashboards and code scanning: what was asked, what was found and where, what is let pass."""

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
from cjm.report.json import dump
from cjm.report.places import Place, places

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
    """One run of cjm ``version``: the rules it asked beside those of reading, and all findings, with those that are
    suppressed. ``name`` gives paths that are relative to the root of the repository.
    """
    known = {each["id"]: each for each in _descriptors(rules)}
    order = {slug: place for place, slug in enumerate(known)}
    where = places(findings)
    index = {place.address: number for number, place in enumerate(where)}
    is_open = not any(finding.suppressed for finding in findings)
    results = [
        {
            "ruleId": finding.rule,
            "ruleIndex": order[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": _unlinked(said(finding))},
            "locations": [_location(finding, where, index, name)],
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
        "logicalLocations": [_logical(place, index) for place in where],
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _descriptors(rules: Iterable[Rule]) -> Iterator[dict[str, Any]]:
    """What a dashboard shows of each rule."""
    for slug, sentence in READING.items():
        yield _sentence(slug, sentence, MILDER.get(slug, Severity.ERROR))
    for rule in rules:
        told = page(rule.docstring)
        yield {
            "id": rule.slug,
            "shortDescription": {"text": told.summary},
            "fullDescription": {"text": told.why},
            "help": {"text": f"{told.remedy} Source: {told.source}", "markdown": pages.one(rule)},
            "defaultConfiguration": {"level": _LEVELS[rule.severity], **({} if rule.is_on else {"enabled": False})},
        }
    yield _sentence(UNUSED, ON_UNUSED, Severity.WARNING)


def _sentence(slug: str, sentence: str, severity: Severity) -> dict[str, Any]:
    text = {"text": sentence}
    return {
        "id": slug,
        "shortDescription": text,
        "fullDescription": text,
        "help": {**text, "markdown": f"## {slug}\n\n{sentence}\n"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _location(finding: Finding, where: Sequence[Place], index: Mapping[str, int], name: Name) -> dict[str, Any]:
    region = {"region": _region(finding.span)} if finding.span else {}
    number = index.get(places([finding])[-1].address) if finding.map else None
    return {
        "physicalLocation": {"artifactLocation": _artifact(finding, name), **region},
        **({} if number is None else {"logicalLocations": [{"index": number, **_named(where[number])}]}),
    }


def _artifact(finding: Finding, name: Name) -> dict[str, str]:
    path = name(finding.route.path).encode("utf-8", "surrogateescape")
    return {"uri": quote(path, safe="/"), "uriBaseId": BASE}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _logical(place: Place, index: Mapping[str, int]) -> dict[str, Any]:
    return {**_named(place), **({"parentIndex": index[place.within]} if place.within else {})}


def _named(place: Place) -> dict[str, str]:
    return {"name": valid(place.name), "fullyQualifiedName": valid(place.address), "kind": place.kind}


def _fixes(finding: Finding, name: Name, splices: Splices) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(span), "insertedContent": {"text": text}} for span, text in splices(finding)
    ]
    if not replacements:
        return {}
    change = {"artifactLocation": _artifact(finding, name), "replacements": replacements}
    return {"fixes": [{"description": {"text": _unlinked(said(finding))}, "artifactChanges": [change]}]}


def _suppressions(suppressed: Suppression | None) -> list[dict[str, str]]:
    """Once one result has suppressions, SARIF wants a list of them, if empty, with each."""
    if suppressed is None:
        return []
    reason = {"justification": suppressed.reason} if suppressed.reason else {}
    return [{"kind": "inSource" if suppressed.is_in_map else "external", **reason}]


def _unlinked(text: str) -> str:
    """A text that a viewer does not take for a link: SARIF's messages know those of Markdown."""
    return text.replace("](", "] (")
