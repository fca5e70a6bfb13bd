"""The grid of a swimlane picture: a column for each moment, stages over as many columns as they have moments.

Touchpoints that are a set of contacts, not a sequence, share one column: they stand one below the other in it.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from cjm.figures.coverage import is_assumed
from cjm.figures.moments import is_set
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.render.values import dataclass

GUTTER = 7.0  # points between the edge of a column and what is in it
INSET = 10.0  # and from there to text, whether or not it has a card around it

_NARROWEST, _WIDEST, _TOGETHER = 160.0, 300.0, 1920.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the picture from left to right."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """The x of its end."""
        return self.x + self.width

    @property
    def centre(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2

    def inner(self, gutter: float = GUTTER) -> "Span":
        """The stretch without its gutters."""
        return Span(self.x + gutter, self.width - 2 * gutter)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a moment is drawn: its column, or for a stage all columns of its touchpoints.

    ``is_stacked`` says of a touchpoint that others of its stage may stand in the same column.
    """

    stage: Stage
    moment: Moment
    span: Span
    is_stacked: bool = False

    @property
    def is_assumed(self) -> bool:
        """Whether what is told there is an assumption."""
        return is_assumed(self.stage, self.moment)


@dataclass(frozen=True)
class Grid:
    """The columns of a map's stages, all of the same width, from ``left`` on."""

    journey: Journey
    left: float

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """How many columns each stage has."""
        return tuple(1 if self.is_stacked(stage) else len(stage.touchpoints) or 1 for stage in self.journey.stages)

    @cached_property
    def column(self) -> float:
        """The width of a column."""
        return wide_enough(sum(self.columns))

    @property
    def width(self) -> float:
        """The width of all columns."""
        return sum(self.columns) * self.column

    @property
    def span(self) -> Span:
        """All columns."""
        return Span(self.left, self.width)

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn."""
        found, x = [], self.left
        for stage, count in zip(self.journey.stages, self.columns, strict=True):
            span = Span(x, count * self.column)
            found.append(Place(stage, stage, span))
            x = span.right
        return tuple(found)

    def within(self, place: Place) -> Iterator[Place]:
        """Where the touchpoints of a stage are drawn."""
        shared = self.is_stacked(place.stage)
        for index, touchpoint in enumerate(place.stage.touchpoints):
            x = place.span.x + (0 if shared else index * self.column)
            yield Place(place.stage, touchpoint, Span(x, self.column), shared)

    def everywhere(self) -> Iterator[Place]:
        """Where all moments are drawn: each stage over all its columns, then its touchpoints in theirs."""
        for place in self.places():
            yield place
            yield from self.within(place)

    def unrolled(self) -> "Grid":
        """The same columns with those of all other pages beside them."""
        return self

    def is_stacked(self, stage: Stage) -> bool:
        """Whether the touchpoints of a stage share one column."""
        return self.journey.kind == "touchpoints" or is_set(stage)

    def of(self, journey: Journey) -> "Grid":
        """The same columns for a journey whose stages are told otherwise."""
        return replace(self, journey=journey)


def wide_enough(columns: int) -> float:
    """The width of a column: the more there are, the narrower, within the bounds of easy reading."""
    return min(_WIDEST, max(_NARROWEST, _TOGETHER / columns))
