"""What the brand wants felt, as a line of its own: a bar over each moment that says so, dashes from one to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cjm.figures.emotion import score
from cjm.render.layouts.curve import Straight
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Line

_REACH, _END = 24.0, 3.0  # half a bar, half of the strokes at its ends


@dataclass(frozen=True, slots=True)
class Target:
    """The intended feeling of a moment: where its bar begins, where it ends, and how high it stands."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Targets:
    """The bars of a map from left to right."""

    bars: tuple[Target, ...]

    @property
    def ways(self) -> tuple[Straight, ...]:
        """Bars and dashes as one line, if there are any."""
        points = tuple(point for bar in self.bars for point in ((bar.left, bar.y), (bar.right, bar.y)))
        return (Straight(points),) if points else ()

    def dashes(self, top: float) -> Iterator[Line]:
        """From each bar to the next."""
        for before, after in pairwise(self.bars):
            yield Line("intent-way", (before.right, top + before.y), (after.left, top + after.y))

    def draw(self, top: float) -> Iterator[Line]:
        """The bars, with ends that are seen even where the curve runs along."""
        for bar in self.bars:
            yield Line("intent", (bar.left, top + bar.y), (bar.right, top + bar.y))
            for x in (bar.left, bar.right):
                yield Line("intent", (x, top + bar.y - _END), (x, top + bar.y + _END))


def targets(sheet: Sheet, plot: Plot) -> Targets:
    """The moments with an intended feeling that has a score; that of a stage reaches over all its columns."""
    aside = sheet.grid.column / 2 - _REACH
    return Targets(
        tuple(
            Target(place.span.x + aside, place.span.right - aside, plot.y(value))
            for place in sheet.speaking("intent")
            if (value := score(place.moment.intent, sheet.journey.scale)) is not None
        )
    )


def target_sample(x: float, y: float) -> tuple[Line, ...]:
    """Two bars and the dashes between them, from ``x`` on and with ``y`` as their middle: 42 points wide."""
    low, high = Target(x, x + 14, y + 3), Target(x + 28, x + 42, y - 3)
    both = Targets((low, high))
    return (*both.dashes(0), *both.draw(0))
