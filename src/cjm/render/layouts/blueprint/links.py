"""What is linked in a blueprint: a step with those that it needs, and the two sides of each contact."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cjm.model.lookup import lookup
from cjm.model.moment import Moment, Step, Touchpoint
from cjm.render.layouts.blueprint.rows import Entry
from cjm.render.layouts.sheet import Sheet
from cjm.render.values import dataclass

_SIDES = ("does", "onstage", "backstage", "support")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entries, by their numbers, and at which of its ends the line has a head.

    One that is ``needed`` leads from what comes first to what needs it; another joins the sides of a contact.
    """

    start: int
    end: int
    heads: tuple[bool, bool]
    is_needed: bool


def ties(sheet: Sheet, keys: Sequence[str], entries: Sequence[Entry]) -> tuple[Tie, ...]:
    """All links, each pair once: needs first, and then the sides of a contact that no need joins."""
    found: dict[frozenset[int], Tie] = {}
    for start, end in _needs(sheet, entries):
        pair = frozenset((start, end))
        other = found.get(pair)
        if other and other.start == end:
            found[pair] = Tie(other.start, other.end, (True, True), is_needed=True)
        elif start != end:
            found[pair] = Tie(start, end, (False, True), is_needed=True)
    for upper, lower, heads in _contacts(sheet, keys, entries):
        if not any(frozenset((one, other)) in found for one in upper for other in lower):
            found[frozenset((upper[-1], lower[0]))] = Tie(upper[-1], lower[0], heads, is_needed=False)
    return tuple(found.values())


def _needs(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Each entry that another needs, and that other one."""
    known = {name: index for index, entry in reversed(list(enumerate(entries))) for name in entry.names}
    for place in sheet.everywhere:
        yield from _needed(place.moment, known)


def _needed(moment: Moment, known: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for step in steps(moment):
        for name in step.needs:
            start = known.get(f"step/{name}", known.get(f"touchpoint/{name}"))
            end = known.get(f"step/{step.id}")
            if start is not None and end is not None:
                yield start, end


def steps(moment: Moment) -> tuple[Step, ...]:
    """All steps of a moment."""
    return (*moment.onstage, *moment.backstage, *moment.support)


def _contacts(
    sheet: Sheet, keys: Sequence[str], entries: Sequence[Entry]
) -> Iterator[tuple[list[int], list[int], tuple[bool, bool]]]:
    """The entries of a moment on one side and on the next, and which way the contact goes."""
    rows = [keys.index(key) for key in _SIDES if key in keys]
    sides: dict[tuple[int, int], list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.names or keys[entry.row] == "does":
            sides.setdefault((id(entry.place.moment), entry.row), []).append(index)
    for moment in dict.fromkeys(id(entry.place.moment) for entry in entries):
        there = [(row, sides[moment, row]) for row in rows if (moment, row) in sides]
        for (row, upper), (_, lower) in pairwise(there):
            is_outer = keys[row] == "does"
            yield upper, lower, _direction(sheet, entries[upper[0]].place.moment) if is_outer else (True, True)


def _direction(sheet: Sheet, moment: Moment) -> tuple[bool, bool]:
    """At which ends a line from the customer to the organisation has heads: both, unless the map says who begins."""
    if not isinstance(moment, Touchpoint) or not (moment.initiator or moment.receiver):
        return True, True
    begins = _is_customer(sheet, moment.initiator) if moment.initiator else not _is_customer(sheet, moment.receiver)
    return not begins, begins


def _is_customer(sheet: Sheet, reference: str) -> bool:
    actor = lookup(reference, sheet.journey.actors)
    return lookup(reference, sheet.journey.personas) is not None or (actor is not None and actor.kind == "customer")
