"""The signs of a blueprint: a fail point, something that a machine does."""

from cjm.render.layouts.marks import ICON
from cjm.render.layouts.pieces import Shapes
from cjm.render.scene import Dot, Line, Polygon
from cjm.render.values import dataclass

_REACH = 6.6  # from the middle of a hexagon to its corners
_HALF, _SHORT = 0.866, 0.5  # of that


@dataclass(frozen=True, slots=True)
class Fail:
    """The sign of a fail point: an exclamation mark in a hexagon."""

    indent: float = ICON + 4

    def draw(self, x: float, y: float) -> Shapes:
        """One sign."""
        x, high, wide = x + ICON / 2, _REACH, _HALF * _REACH
        low = _SHORT * _REACH
        corners = (
            (x, y - high),
            (x + wide, y - low),
            (x + wide, y + low),
            (x, y + high),
            (x - wide, y + low),
            (x - wide, y - low),
        )
        return (
            Polygon("fail", corners),
            Line("fail-stroke", (x, y - 3.6), (x, y + 0.8)),
            Dot("fail-dot", (x, y + 3.3), 0.95),
        )
