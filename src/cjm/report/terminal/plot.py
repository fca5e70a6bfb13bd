"""The emotion curve in the cells of a terminal: dots of braille, eight to a cell, or strokes of ASCII."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cjm.figures.emotion import felt
from cjm.render.layouts.curve import Smooth
from cjm.render.told.places import Place, everywhere
from cjm.render.told.styles import BAD, GOOD, SMALL
from cjm.render.told.telling import Told
from cjm.report.terminal.columns import Columns

ROWS = 9
TICKS = tuple(range(0, ROWS, 2))
"""The rows at which the scale is written, from the best to the worst feeling."""

_MIDDLE = ROWS // 2
_DOTS = (
    (0x01, 0x08),
    (0x02, 0x10),
    (0x04, 0x20),
    (0x40, 0x80),
)  # of a braille sign, from top to bottom, left and right
_BLANK = 0x2800
_HEIGHTS = "'-."  # in the upper, middle and lower third of a cell

Spot = tuple[int, int]
"""A cell: its column, its row."""


@dataclass(frozen=True)
class Plot:
    """The curve of a journey over all its columns; a block shows a part of it."""

    told: Told
    columns: Columns

    @cached_property
    def marks(self) -> dict[Spot, tuple[str, str]]:
        """The cells in which moments stand, with their signs (fields of ``Signs``) and styles."""
        return {
            (int(x), round(y)): (self.told.point(place), self.told.tint(value)) for place, value, x, y in self._felt()
        }

    @cached_property
    def curve(self) -> Smooth | None:
        """The curve, in cells; none through fewer than two points."""
        points = tuple((x, y) for _, _, x, y in self._felt())
        return Smooth(points) if len(points) > 1 else None

    def value(self, row: int) -> float:
        """The feeling that a row stands for."""
        scale = self.told.journey.scale
        return scale.max - (scale.max - scale.min) * row / (ROWS - 1)

    def dots(self, start: int, width: int) -> dict[Spot, str]:
        """The curve in braille, from a cell on: what stands in the cells that it touches."""
        found: dict[Spot, int] = {}
        before = None
        for half in range(2 * start, 2 * (start + width)):
            y = self._y((half + 0.5) / 2)
            here = None if y is None else round(4 * y + 1.5)
            if here is not None:
                for dot in _between(before, here):
                    spot = half // 2 - start, min(max(dot // 4, 0), ROWS - 1)
                    found[spot] = found.get(spot, _BLANK) | _DOTS[dot % 4][half % 2]
            before = here
        return {spot: chr(sign) for spot, sign in found.items()}

    def strokes(self, start: int, width: int) -> dict[Spot, str]:
        """The same in ASCII: three heights to a cell, and strokes where it is steep."""
        found: dict[Spot, str] = {}
        for cell in range(start, start + width):
            ends = self._y(cell), self._y(cell + 1)
            left, right = ends
            if left is None or right is None:
                continue
            middle = (left + right) / 2
            if abs(right - left) < 0.6:
                row = round(middle)
                found[cell - start, row] = _HEIGHTS[min(int(3 * (middle - row + 0.5)), 2)]
            else:
                low, high = sorted((left, right))
                found |= {
                    (cell - start, each): "\\" if left < right else "/" for each in range(round(low), round(high) + 1)
                }
        return found

    def style(self, row: int) -> str:
        """The style of the curve in a row: what feels good and what feels bad."""
        return GOOD if row < _MIDDLE else BAD if row > _MIDDLE else SMALL

    def _y(self, x: float) -> float | None:
        """The row of the curve at an x, as a fraction; nothing where it does not pass."""
        if self.curve is None or not self.curve.points[0][0] <= x <= self.curve.points[-1][0]:
            return None
        return min(max(self.curve.y(x), 0), ROWS - 1)

    def _felt(self) -> Iterator[tuple[Place, float, float, float]]:
        """Every moment with a score that counts: where it stands in cells, and in rows."""
        scale = self.told.journey.scale
        reach = (scale.max - scale.min) or 1
        for place in everywhere(self.columns.journey):
            value = felt(place.moment, scale) if self.told.counts("feels", place) else None
            if value is not None:
                x = place.start * self.columns.pitch + 1 + self.columns.span(place.start, place.end) / 2
                yield place, value, x, min(max((scale.max - value) / reach, 0), 1) * (ROWS - 1)


def _between(before: int | None, here: int) -> range:
    """The dots that join one to the next, without the one that is there already."""
    if before is None or before == here:
        return range(here, here + 1)
    return range(before + 1, here + 1) if before < here else range(here, before)
