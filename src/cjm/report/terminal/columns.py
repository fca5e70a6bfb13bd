"""The columns of a map in a terminal: one for each moment, in blocks of as many as fit beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cjm.model.journey import Journey
from cjm.render.told.places import Place, over_all

NARROWEST, WIDEST = 22, 48
"""Cells of text in a column."""

BETWEEN = 3
"""Cells from the text of a column to that of the next: a border between two spaces."""


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
