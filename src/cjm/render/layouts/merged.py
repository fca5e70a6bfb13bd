"""The columns that two maps share, so that things line up: what stands on both sides has one column.

What was removed keeps the column where it was, what was added has the one where it is, and what moved has both.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Literal

from cjm.diff.change import Comparison, Slot
from cjm.figures.moments import is_set
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.model.problem import Parts
from cjm.render.layouts.grid import Grid, Place, Span, wide_enough
from cjm.render.values import dataclass

Which = Literal["before", "after"]
"""One of the two sides."""


@dataclass(frozen=True, slots=True)
class Bay:
    """The columns of a stage: its index on each side that has it there, its first column and how many it has.

    ``inner`` are the touchpoints, one a column, or all in one where it ``is_stacked``. One that ``is_folded`` was moved
    elsewhere, and keeps a single column as a reminder.
    """

    before: int | None
    after: int | None
    first: int
    inner: tuple[Slot, ...]
    is_stacked: bool = False
    is_folded: bool = False

    @property
    def count(self) -> int:
        """How many columns it has."""
        return 1 if self.is_stacked or self.is_folded else len(self.inner) or 1

    def at(self, side: Which) -> int | None:
        """The index of its stage on one side."""
        return self.before if side == "before" else self.after


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a moment is drawn, and the routes of what stands there: as it was, as it is, or both."""

    bay: Bay
    span: Span
    was: Parts | None
    now: Parts | None

    @property
    def is_stage(self) -> bool:
        """Whether it is a whole stage rather than one of its touchpoints."""
        return len(self.now or self.was or ()) == 2


@dataclass(frozen=True)
class Merged:
    """The columns of a comparison, all of the same width, from ``left`` on.

    With ``is_folding`` a stage that moved has but one column where it was: what is in it is shown where it is now.
    """

    comparison: Comparison
    left: float
    is_folding: bool

    @cached_property
    def bays(self) -> tuple[Bay, ...]:
        """The stages of both sides from left to right."""
        found: list[Bay] = []
        first = 0
        for slot in self.comparison.slots or _alone(self.comparison):
            found.append(self._bay(slot, first))
            first += found[-1].count
        return tuple(found)

    def _bay(self, slot: Slot, first: int) -> Bay:
        is_moved = slot.after is None and ("stages", slot.before) in self.comparison.matched
        sides = (("before", slot.before), ("after", slot.after))
        stacked = [self._is_stacked(self._journey(side), index) for side, index in sides if index is not None]
        return Bay(slot.before, slot.after, first, slot.inner, all(stacked), is_folded=self.is_folding and is_moved)

    @staticmethod
    def _is_stacked(journey: Journey, index: int) -> bool:
        return journey.kind == "touchpoints" or is_set(journey.stages[index])

    def _journey(self, side: str) -> Journey:
        return self.comparison.before if side == "before" else self.comparison.after

    @property
    def count(self) -> int:
        """How many columns there are: one at least."""
        return sum(bay.count for bay in self.bays) or 1

    @cached_property
    def column(self) -> float:
        """The width of a column."""
        return wide_enough(self.count)

    @property
    def span(self) -> Span:
        """All columns."""
        return Span(self.left, self.column * self.count)

    def over(self, bay: Bay) -> Span:
        """The columns of a stage."""
        return Span(self.left + bay.first * self.column, bay.count * self.column)

    def columns(self, bay: Bay) -> Iterator[tuple[Slot, Span]]:
        """Each touchpoint of a stage with its column; where one column holds several moments in order, a part of it."""
        whole = self.over(bay)
        for index, slot in enumerate(bay.inner):
            if bay.is_stacked:
                yield slot, whole
            else:
                wide = whole.width / len(bay.inner)
                yield slot, Span(whole.x + index * wide, wide)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Where moments are drawn: each stage over all its columns, then its touchpoints in theirs."""
        return tuple(spot for bay in self.bays for spot in self._spots(bay))

    def _spots(self, bay: Bay) -> Iterator[Spot]:
        whole = Spot(bay, self.over(bay), _route(bay.before), _route(bay.after))
        yield whole
        for slot, span in () if bay.is_folded else self.columns(bay):
            was = (*whole.was, "touchpoints", slot.before) if whole.was and slot.before is not None else None
            now = (*whole.now, "touchpoints", slot.after) if whole.now and slot.after is not None else None
            yield Spot(bay, span, was, now)

    def grid(self, side: Which) -> "SideGrid":
        """The columns as one of the sides sees them."""
        return SideGrid(self._journey(side), self.left, self, side)


def _alone(comparison: Comparison) -> Iterator[Slot]:
    """The slots of two maps that were never lined up, for one of them is nothing."""
    for index, stage in enumerate(comparison.before.stages):
        yield Slot(index, None, tuple(Slot(place, None) for place in range(len(stage.touchpoints))))
    for index, stage in enumerate(comparison.after.stages):
        yield Slot(None, index, tuple(Slot(None, place) for place in range(len(stage.touchpoints))))


def _route(stage: int | None) -> Parts | None:
    return None if stage is None else ("stages", stage)


@dataclass(frozen=True)
class SideGrid(Grid):
    """The grid of one side of a comparison: its stages and touchpoints in the columns that both sides share."""

    merged: Merged
    side: Which

    @cached_property
    def bays(self) -> tuple[Bay, ...]:
        """The columns of its stages, in their order on the picture."""
        return tuple(bay for bay in self.merged.bays if bay.at(self.side) is not None)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """How many columns each stage of both sides has."""
        return tuple(bay.count for bay in self.merged.bays)

    @cached_property
    def column(self) -> float:
        """The width of a column."""
        return self.merged.column

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn."""
        stages = [(self._stage(bay), bay) for bay in self.bays]
        return tuple(Place(stage, stage, self.merged.over(bay)) for stage, bay in stages)

    def within(self, place: Place) -> Iterator[Place]:
        """Where the touchpoints of a stage are drawn."""
        bay = next(bay for bay in self.bays if self._stage(bay) is place.stage)
        for slot, span in self.merged.columns(bay):
            index = slot.before if self.side == "before" else slot.after
            if index is not None and place.stage.touchpoints:
                yield Place(place.stage, place.stage.touchpoints[index], span, bay.is_stacked)

    def is_stacked(self, stage: Stage) -> bool:
        """Whether the touchpoints of a stage share one column."""
        return next((bay.is_stacked for bay in self.bays if self._stage(bay) is stage), False)

    def of(self, journey: Journey) -> Grid:
        """The same columns for a journey whose stages are told otherwise."""
        return replace(self, journey=journey)

    def _stage(self, bay: Bay) -> Stage:
        index = bay.at(self.side)
        assert index is not None
        return self.journey.stages[index]


def moment_at(journey: Journey, route: Parts) -> Moment:
    """The stage or touchpoint of a route."""
    stage = journey.stages[int(route[1])]
    return stage.touchpoints[int(route[3])] if len(route) > 3 else stage
