"""Columns for a small picture of a curve: every stage as wide as any other, its moments at even distances in it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.values import dataclass


@dataclass(frozen=True)
class Even(Grid):
    """The stages from ``first`` on and without ``last``, each ``wide`` points wide; the first of them stands at ``left``."""

    wide: float
    first: int
    last: int

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """One for each stage."""
        return (1,) * (self.last - self.first)

    @cached_property
    def column(self) -> float:
        """The width of a stage."""
        return self.wide

    @property
    def span(self) -> Span:
        """All stages shown."""
        return Span(self.left, (self.last - self.first) * self.wide)

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn."""
        shown = enumerate(self.journey.stages[self.first : self.last])
        return tuple(Place(stage, stage, Span(self.left + index * self.wide, self.wide)) for index, stage in shown)

    def within(self, place: Place) -> Iterator[Place]:
        """Where the touchpoints of a stage are drawn: all in one place where they have no order."""
        inner, shared = place.stage.touchpoints, self.is_stacked(place.stage)
        wide = self.wide if shared else self.wide / max(len(inner), 1)
        for index, touchpoint in enumerate(inner):
            x = place.span.x + (0 if shared else index * wide)
            yield Place(place.stage, touchpoint, Span(x, wide), shared)

    def unrolled(self) -> Grid:
        """All stages side by side, those shown where they are."""
        left = self.left - self.first * self.wide
        return replace(self, left=left, first=0, last=len(self.journey.stages))
