"""What the brand wants felt: a bar over each moment that says so, at its height."""

from collections.abc import Iterator

from cjm.figures.emotion import score
from cjm.render.layouts.curve import Straight
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Line
from cjm.render.values import dataclass

_REACH, _END = 24.0, 3.0  # half a bar, half of the strokes at its ends


@dataclass(frozen=True, slots=True)
class Target:
    """The intended feeling of a moment: where its bar begins, where it ends, and how high it stands."""

    left: float
    right: float
    y: float

    @property
    def bar(self) -> Straight:
        """The bar as a line, on which nothing shall be written."""
        return Straight(((self.left, self.y), (self.right, self.y)))

    def draw(self, top: float = 0) -> Iterator[Line]:
        """The bar, with ends that are seen even where the curve runs along."""
        y = top + self.y
        yield Line("intent", (self.left, y), (self.right, y))
        for x in (self.left, self.right):
            yield Line("intent", (x, y - _END), (x, y + _END))


def targets(sheet: Sheet, plot: Plot) -> tuple[Target, ...]:
    """The moments with an intended feeling that has a score; that of a stage reaches over all its columns."""
    aside = sheet.grid.column / 2 - _REACH
    return tuple(
        Target(place.span.x + aside, place.span.right - aside, plot.y(value))
        for place in sheet.speaking("intent")
        if (value := score(place.moment.intent, sheet.journey.scale)) is not None
    )
