"""The grid of a swimlane picture: a column for each moment, stages over as many columns as they have moments."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.model.moment import Moment, Stage

GUTTER = 7.0  # points between the edge of a column and what is in it

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
    """Where a moment is drawn: its column, or for a stage all columns of its touchpoints."""

    stage: Stage
    moment: Moment
    span: Span


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a map's stages, all of the same width, from ``left`` on."""

    stages: tuple[Stage, ...]
    left: float

    @property
    def column(self) -> float:
        """The width of a column: the more there are, the narrower, within the bounds of easy reading."""
        return min(_WIDEST, max(_NARROWEST, _TOGETHER / self.count))

    @property
    def count(self) -> int:
        """How many columns there are."""
        return sum(_columns(stage) for stage in self.stages)

    @property
    def width(self) -> float:
        """The width of all columns."""
        return self.count * self.column

    @property
    def span(self) -> Span:
        """All columns."""
        return Span(self.left, self.width)

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn."""
        found, x = [], self.left
        for stage in self.stages:
            span = Span(x, _columns(stage) * self.column)
            found.append(Place(stage, stage, span))
            x = span.right
        return tuple(found)

    def within(self, place: Place) -> Iterator[Place]:
        """Where the touchpoints of a stage are drawn."""
        for index, touchpoint in enumerate(place.stage.touchpoints):
            yield Place(place.stage, touchpoint, Span(place.span.x + index * self.column, self.column))


def _columns(stage: Stage) -> int:
    return len(stage.touchpoints) or 1
