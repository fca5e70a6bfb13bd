"""Which changes of a comparison the reader asked for."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from cjm.diff.change import Change, Comparison, Direction, Kind, Side
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.problem import nearest

TOUCHPOINTS = "touchpoints"
"""The lane of the moments themselves: whether, where and how they are met."""


class Wish(NamedTuple):
    """What to show: changes of these directions, in these stages, of concern to these personas, in these lanes.

    Nothing named means everything. Stages and personas are ids or names; ``others`` are the keys that have lanes of
    their own, and so are no part of the lane of touchpoints. Without ``editorial``, other wording is left out.
    """

    only: tuple[Direction, ...] = ()
    stages: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    others: Collection[str] = ()
    editorial: bool = False


def choose(comparison: Comparison, wish: Wish) -> Comparison:
    """The comparison with the changes asked for, counted anew.

    What follows from a change stays with it; where only that was asked for, it stands by itself.
    """
    chosen = tuple(_chosen(comparison.changes, comparison, wish))
    counts = Counter(change.direction.value for change in chosen if change.kind is not Kind.EDITORIAL)
    summary = comparison.summary._replace(
        improved=counts["improved"], worsened=counts["worsened"], neutral=counts["neutral"], unknown=counts["unknown"]
    )
    return replace(comparison, changes=chosen, summary=summary)


def unknown(comparison: Comparison, wish: Wish) -> Iterator[tuple[str, str]]:
    """The stages and personas asked for that neither map has, each with what was probably meant, or nothing."""
    for words, attribute in ((wish.stages, "stages"), (wish.personas, "personas")):
        sides = (comparison.before, comparison.after)
        known = [name for journey in sides for entry in getattr(journey, attribute) for name in _names(entry)]
        for word in words:
            if not _is_named(word, known):
                yield word, nearest(word, dict.fromkeys(known))


def _chosen(changes: Iterable[Change], comparison: Comparison, wish: Wish) -> Iterator[Change]:
    for change in changes:
        if change.kind is Kind.EDITORIAL and not wish.editorial:
            continue
        if _is_wanted(change, comparison, wish):
            inner = tuple(each for each in change.children if wish.editorial or each.kind is not Kind.EDITORIAL)
            yield replace(change, children=inner) if inner != change.children else change
        else:
            yield from _chosen(change.children, comparison, wish)


def _is_wanted(change: Change, comparison: Comparison, wish: Wish) -> bool:
    if wish.only and change.direction not in wish.only:
        return False
    sides = [(change.before, comparison.before), (change.after, comparison.after)]
    places = [(side, journey) for side, journey in sides if side is not None]
    return (
        (not wish.stages or _is_in(change, comparison, wish.stages))
        and (not wish.lanes or any(_lane(change, side, wish) in wish.lanes for side, _ in places))
        and (not wish.personas or any(_concerns(change, side, journey, wish.personas) for side, journey in places))
    )


def _is_in(change: Change, comparison: Comparison, stages: Collection[str]) -> bool:
    """Whether a change lies in one of those stages, by what either map calls it."""
    before, after = ({side.parts[:2]} if side and side.moment else set() for side in (change.before, change.after))
    befores = before | {start for start, goal in comparison.matched.items() if goal in after}
    afters = after | {comparison.matched[start] for start in before if start in comparison.matched}
    found = [comparison.before.stages[int(index)] for _, index in befores]
    found += [comparison.after.stages[int(index)] for _, index in afters]
    return any(_is_named(word, _names(stage)) for stage in found for word in stages)


def _lane(change: Change, side: Side, wish: Wish) -> str:
    """The lane in which a place is seen; what a persona does otherwise is in the lane of what it does."""
    inner = side.parts[len(side.moment) + 2 :]
    key = "owner" if change.field == "handoff" else str(inner[0]) if side.lane == "for" and inner else side.lane
    is_own = key in wish.others or key.startswith("x-") or not side.moment
    return key if is_own else TOUCHPOINTS


def _concerns(change: Change, side: Side, journey: Journey, personas: Collection[str]) -> bool:
    """Whether a place is of concern to one of those personas: nobody else's entry, voice or moment."""
    if change.element.type == "persona":
        return any(_is_named(word, (change.element.id, change.element.name)) for word in personas)
    entries = [entry for entry in journey.personas if any(_is_named(word, _names(entry)) for word in personas)]
    wanted = [*personas, *(name for entry in entries for name in _names(entry))]
    voice = change.field.split("/")[1:2] if change.field.startswith("for/") else []
    groups = [voice, *(moment.personas for moment in _moments(side, journey))]
    return all(any(_is_named(word, wanted) for word in group) for group in groups if group)


def _moments(side: Side, journey: Journey) -> Iterator[Moment]:
    """The stage of a place, and its touchpoint."""
    if side.stage is not None:
        stage = journey.stages[side.stage]
        yield stage
        if len(side.moment) > 3:
            yield stage.touchpoints[int(side.moment[3])]


def _names(entry: object) -> tuple[str, ...]:
    """What an entry may be called: its id, its name, the first name of a persona."""
    name = str(getattr(entry, "name", ""))
    return tuple(filter(None, dict.fromkeys((str(getattr(entry, "id", "")), name, name.split(",", maxsplit=1)[0]))))


def _is_named(word: str, names: Iterable[str]) -> bool:
    return word.casefold() in {name.casefold() for name in names}
