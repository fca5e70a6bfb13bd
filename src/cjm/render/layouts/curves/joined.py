"""Several maps of one journey in the same columns: the same moment stands at one place, whatever each map calls it."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from cjm.diff.change import Slot
from cjm.diff.compare import compare
from cjm.figures.moments import is_set
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Stage, Touchpoint
from cjm.model.read import beside
from cjm.render.values import dataclass


class Joined(NamedTuple):
    """Maps in one order: a map that has the moments of all, and for each map where its own stand in that.

    A home leads from the identity of a moment to that of the moment whose column it has.
    """

    journey: Journey
    maps: tuple[Journey, ...]
    homes: tuple[Mapping[int, int], ...]


@dataclass(eq=False)
class _Row:
    """A stage or touchpoint of the joined maps: its index in each map that has it, and what it holds."""

    at: dict[int, int]
    inner: "list[_Row]" = field(default_factory=list)


def families(journeys: Sequence[Journey]) -> list[tuple[Journey, ...]]:
    """Maps of one journey together: of one id, or compared with each other. The earliest state of each is the first."""
    found: list[list[Journey]] = []
    for journey in journeys:
        kin = [family for family in found if any(_is_kin(journey, other) for other in family)]
        merged = [*(other for family in kin for other in family), journey]
        found = [merged if kin and family is kin[0] else family for family in found if family not in kin[1:]]
        found += [] if kin else [merged]
    return [tuple(sorted(family, key=lambda each: _rank(each, family))) for family in found]


def _is_kin(one: Journey, other: Journey) -> bool:
    return bool(one.id and one.id == other.id) or _names(one, other) or _names(other, one)


def _names(one: Journey, other: Journey) -> bool:
    """Whether a map is compared with another one."""
    return bool(one.compares_to and other.path) and beside(one.path, one.compares_to) == other.path


def _rank(journey: Journey, family: Sequence[Journey]) -> tuple[bool, int]:
    """What others are compared with comes first; then what is, what was told, and what shall be."""
    return not any(_names(other, journey) for other in family), ("current", "actual", "future").index(journey.state)


def shared(journeys: Sequence[Journey]) -> Scale:
    """The scale that all maps share; else the usual one, to which all are mapped."""
    first = journeys[0].scale
    return first if all(journey.scale == first for journey in journeys) else Scale()


def join(maps: tuple[Journey, ...], scale: Scale) -> Joined:
    """Maps of one journey in the order of the first, on a scale for all of them.

    What the others have of their own stands behind what it follows there.
    """
    first, last = maps[0], maps[-1]
    rows = [
        _Row({0: index}, [_Row({0: place}) for place in range(len(stage.touchpoints))])
        for index, stage in enumerate(first.stages)
    ]
    for number, other in enumerate(maps[1:], 1):
        _take(rows, compare(first, other).slots, number)
    homes: tuple[dict[int, int], ...] = tuple({} for _ in maps)
    stages = tuple(_stage(row, maps, homes) for row in rows)
    joined = replace(last, stages=stages, scale=scale)
    is_inventory = all(journey.kind == "touchpoints" for journey in maps)
    return Joined(joined if is_inventory else replace(joined, kind="journey"), maps, homes)


def _take(rows: list[_Row], slots: Sequence[Slot], number: int) -> None:
    """Put the stages, or touchpoints, of one more map where they belong."""
    at = 0
    for slot in slots:
        if slot.before is not None:
            at = next(index for index, row in enumerate(rows) if row.at.get(0) == slot.before)
        else:
            rows.insert(at, _Row({}))
        if slot.after is not None:
            rows[at].at[number] = slot.after
        _take(rows[at].inner, slot.inner, number)
        at += 1


def _stage(row: _Row, maps: Sequence[Journey], homes: Sequence[dict[int, int]]) -> Stage:
    """A stage with the touchpoints of all maps, each as the last map that has it tells it."""
    inner: list[Touchpoint] = []
    own = {number: maps[number].stages[index] for number, index in row.at.items()}
    for each in row.inner:
        told = {number: own[number].touchpoints[index] for number, index in each.at.items()}
        if told:
            inner.append(told[max(told)])
            for number, moment in told.items():
                homes[number][id(moment)] = id(inner[-1])
    stage = replace(own[max(own)], touchpoints=tuple(inner), duration=None, wait=None, at="")
    for number, whole in own.items():
        homes[number][id(whole)] = id(stage)
    return stage


def is_one(stage: Stage, journey: Journey) -> bool:
    """Whether all that is felt in a stage is told as one: its touchpoints have no order."""
    return bool(stage.touchpoints) and (journey.kind == "touchpoints" or is_set(stage))
