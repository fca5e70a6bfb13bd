"""The columns of a map on several pages: which page has which, and the grid of one page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from cjm.model.journey import Journey
from cjm.model.moment import Stage
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.values import dataclass


def breaks(counts: Sequence[int], most: int) -> tuple[int, ...]:
    """Where pages begin, as numbers of columns, and where the last one ends: stages stay together where they can.

    ``counts`` are the columns of each stage, ``most`` those that a page may have. The pages are as few as can be, and
    then as even.
    """
    widest = max(counts, default=1)
    best = _filled(counts, most)
    for fewer in range(most - 1, 0, -1):
        found = _filled(counts, fewer)
        if len(found) > len(best) or (fewer < widest <= most):
            break
        best = found
    return best


def _filled(counts: Sequence[int], most: int) -> tuple[int, ...]:
    """The same with as many stages on each page as fit; one that is wider than a page begins a new one."""
    starts, column, used = [0], 0, 0
    for count in counts:
        left = count
        if used and used + left > most:
            starts.append(column)
            used = 0
        while used + left > most:
            part = -(-left // -(-left // most))
            column, left = column + part, left - part
            starts.append(column)
        used, column = used + left, column + left
    return (*starts, column)


@dataclass(frozen=True)
class Window(Grid):
    """The columns of one page of a map, from ``first`` on and without ``last``, each ``wide`` points wide.

    ``left`` is where the first column of all would begin. ``starts`` are the first columns of all pages, and where the
    last one ends.
    """

    wide: float
    starts: tuple[int, ...]
    first: int
    last: int

    @classmethod
    def pages(cls, journey: Journey, span: Span, widest: float, starts: tuple[int, ...]) -> "tuple[Window, ...]":
        """The grids of all pages, each over the same stretch; columns are ``widest``, or half as wide again as others."""
        most = max(1, *(last - first for first, last in pairwise(starts)))
        limit = min(1.5 * span.width / most, widest)
        wides = (min(span.width / max(last - first, 1), limit) for first, last in pairwise(starts))
        return tuple(
            cls(journey, span.x - first * wide, wide, starts, first, last)
            for wide, (first, last) in zip(wides, pairwise(starts), strict=True)
        )

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """How many columns each stage has on the page."""
        return tuple(max(min(end, self.last) - max(start, self.first), 0) for start, end in self._ranges)

    @cached_property
    def column(self) -> float:
        """The width of a column."""
        return self.wide

    @property
    def span(self) -> Span:
        """All columns of the page."""
        return self._span(self.first, self.last)

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn, as far as it is on the page."""
        return tuple(
            Place(stage, stage, self._span(max(start, self.first), min(end, self.last)))
            for stage, (start, end) in zip(self.journey.stages, self._ranges, strict=True)
            if start < self.last and end > self.first
        )

    def within(self, place: Place) -> Iterator[Place]:
        """Where the touchpoints of a stage are drawn, as far as they are on the page."""
        shared = self.is_stacked(place.stage)
        start, _ = self._ranges[self._index(place.stage)]
        for index, touchpoint in enumerate(place.stage.touchpoints):
            column = start if shared else start + index
            if self.first <= column < self.last:
                yield Place(place.stage, touchpoint, self._span(column, column + 1), shared)

    def everywhere(self) -> Iterator[Place]:
        """Where all moments are drawn: what a stage says itself stands on the page on which it begins."""
        for place in self.places():
            start, end = self._ranges[self._index(place.stage)]
            if start >= self.first:
                page = next(first for first in self.starts if first > start)
                yield replace(place, span=self._span(start, min(end, page)))
            yield from self.within(place)

    def unrolled(self) -> Grid:
        """The columns of all pages side by side, those of this page where they are."""
        return replace(self, first=self.starts[0], last=self.starts[-1])

    @cached_property
    def _ranges(self) -> tuple[tuple[int, int], ...]:
        """The columns of each stage on all pages: its first one, and that of the next stage."""
        counts = Grid(self.journey, 0).columns
        ends = [sum(counts[: index + 1]) for index in range(len(counts))]
        return tuple((end - count, end) for count, end in zip(counts, ends, strict=True))

    def _index(self, stage: Stage) -> int:
        return next(index for index, each in enumerate(self.journey.stages) if each is stage)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.left + first * self.wide, (last - first) * self.wide)
