"""Findings that a team has decided to live with: ``# cjm: ignore[rule] reason`` in a map, or the configuration.

An ignore belongs to an element, not to a line: it survives moves and edits. One that ignores nothing is a finding.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cjm.finding import Finding, Route, Severity, Span, Suppression

UNUSED = "unused-ignore"
"""The rule on ignores themselves."""
ON_UNUSED = "An ignore that nothing needs any more, that has ended, or that names no rule or no reason."

_FORM = re.compile(r"(?P<what>ignore(?:-file)?)\[(?P<rules>[\w\s,-]*)\][ \t]*(?P<reason>.*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """Rules that do not count: for one element of a map, or with ``element=None`` for all of a file.

    ``map`` is the identity or path of the map, empty for any. ``route`` and ``span`` are where the ignore is written.
    """

    rules: tuple[str, ...]
    element: str | None
    map: str
    reason: str
    route: Route
    span: Span | None = None
    until: date | None = None

    def covers(self, finding: Finding, rule: str) -> bool:
        """Whether a finding that counts is one of those that one of its rules shall not make."""
        return (
            finding.rule == rule
            and not finding.suppressed
            and self.element in {None, finding.element}
            and self.map in {"", finding.map, finding.route.path}
        )

    @property
    def suppression(self) -> Suppression:
        """What it makes of a finding it covers. Only in a map does an ignore have a place in a text."""
        return Suppression(self.reason, is_in_map=self.span is not None)


def parse(remark: str) -> tuple[bool, tuple[str, ...], str] | None:
    """Whether a remark is for the whole file, the rules it names, and its reason; nothing if it is no ignore."""
    form = _FORM.match(remark)
    if form is None:
        return None
    rules = tuple(filter(None, (rule.strip() for rule in form["rules"].split(","))))
    return form["what"] == "ignore-file", rules, form["reason"].strip()


def apply(
    findings: Sequence[Finding], ignores: Sequence[Ignore], today: date, ran: Iterable[str]
) -> tuple[list[Finding], list[Finding]]:
    """The findings, those that an ignore covers suppressed, and findings on ignores: unused, expired, without a reason.

    ``ran`` are the rules that have been asked: an ignore for another one may be of use yet. What is suppressed already
    needs no other ignore.
    """
    asked = set(ran)
    covered: dict[int, Suppression] = {}
    complaints: list[Finding] = []
    for ignore in ignores:
        if ignore.until and ignore.until < today:
            complaints.append(
                _complaint(ignore, f"This ignore ended on {ignore.until}.", "Delete it, or set a later day.")
            )
            continue
        for rule in ignore.rules:
            hit = {place for place, finding in enumerate(findings) if ignore.covers(finding, rule)}
            covered |= dict.fromkeys(hit, ignore.suppression)
            if not hit and rule in asked:
                complaints.append(
                    _complaint(ignore, f"Nothing here breaks ‘{rule}’ (any more).", "Delete this ignore.")
                )
        complaints += _unfinished(ignore)
    told = [
        finding._replace(suppressed=covered[place]) if place in covered else finding
        for place, finding in enumerate(findings)
    ]
    return told, complaints


def _unfinished(ignore: Ignore) -> Iterator[Finding]:
    if not ignore.rules:
        yield _complaint(ignore, "This ignore names no rule.", "Write: # cjm: ignore[rule] and why.")
    elif not ignore.reason:
        yield _complaint(ignore, "This ignore gives no reason.", "Say why in a few words behind the bracket.")


def _complaint(ignore: Ignore, message: str, help: str) -> Finding:
    return Finding(UNUSED, Severity.WARNING, message, ignore.route, help, ignore.element or "", ignore.map, ignore.span)
