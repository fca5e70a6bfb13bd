"""The columns of a map in a terminal: one for each moment, in blocks of as many as fit beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage

NARROWEST, WIDEST = 22, 48
"""Cells of text in a column."""

BETWEEN = 3
"""Cells from the text of a column to that of the next: a border between two spaces."""


class Place(NamedTuple):
    """Where a moment is told: from one column on, up to another one; a stage over all its columns."""

    stage: Stage
    moment: Moment
    start: int
    end: int

    @property
    def is_stage(self) -> bool:
        """Whether it stands over the columns of touchpoints."""
        return self.moment is self.stage and bool(self.stage.touchpoints)


def over_all(journey: Journey) -> tuple[Place, ...]:
    """Each stage with its columns: as many as it has touchpoints, or one."""
    places, start = [], 0
    for stage in journey.stages:
        end = start + (len(stage.touchpoints) or 1)
        places.append(Place(stage, stage, start, end))
        start = end
    return tuple(places)


def everywhere(journey: Journey) -> Iterator[Place]:
    """Each stage, and behind it its touchpoints."""
    for over in over_all(journey):
        yield over
        for column, touchpoint in enumerate(over.stage.touchpoints, over.start):
            yield Place(over.stage, touchpoint, column, column + 1)


@dataclass(frozen=True)
class Columns:
    """The columns of a map on ``room`` cells, which are what the column of labels leaves."""

    journey: Journey
    room: int

    @cached_property
    def stages(self) -> tuple[Place, ...]:
        """Each stage with its columns."""
        return over_all(self.journey)

    @property
    def count(self) -> int:
        """How many columns there are."""
        return self.stages[-1].end

    @cached_property
    def abreast(self) -> int:
        """How many columns fit beside each other."""
        return max(1, min(self.count, (self.room + BETWEEN - 1) // (NARROWEST + BETWEEN)))

    @cached_property
    def width(self) -> int:
        """The cells of text in a column."""
        return min(WIDEST, (self.room + BETWEEN - 1) // self.abreast - BETWEEN)

    @property
    def pitch(self) -> int:
        """The cells from one column to the next."""
        return self.width + BETWEEN

    def span(self, start: int, end: int) -> int:
        """The cells of text over several columns."""
        return (end - start) * self.pitch - BETWEEN

    def blocks(self) -> list[tuple[int, int]]:
        """The first column of each block, and the first behind it; stages stay whole where that costs no further block."""
        even = [(start, min(start + self.abreast, self.count)) for start in range(0, self.count, self.abreast)]
        whole = list(_packed([(place.start, place.end) for place in self.stages], self.abreast))
        is_whole = all(end - start <= self.abreast for start, end in whole)
        return whole if is_whole and len(whole) <= len(even) else even


def _packed(spans: Sequence[tuple[int, int]], most: int) -> Iterator[tuple[int, int]]:
    """Neighbouring spans joined as long as they are together no longer than ``most``."""
    first, last = spans[0]
    for start, end in spans[1:]:
        if end - first > most:
            yield first, last
            first = start
        last = end
    yield first, last
