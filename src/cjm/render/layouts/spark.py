"""A figure over time, as a line the size of a word."""

from itertools import pairwise

from cjm.render.layouts.grid import INSET
from cjm.render.layouts.pieces import Fitted, Piece, Shapes
from cjm.render.scene import Dot, Line
from cjm.render.values import dataclass

_WIDEST, _HIGH = 110.0, 16.0
_ABOVE = 8.0  # points to the text before it


@dataclass(frozen=True, slots=True)
class Spark(Piece):
    """A small line from value to value that ends in a dot; the ``target``, where there is one, is a dashed line."""

    values: tuple[float, ...]
    target: float | None = None

    def fit(self, width: float) -> Fitted:
        """Always of the same height."""
        reach = min(width - INSET - 8, _WIDEST)
        heard = self.values if self.target is None else (*self.values, self.target)
        low, high = min(heard), max(heard)

        def down(value: float) -> float:
            return _ABOVE + _HIGH * ((high - value) / (high - low) if high > low else 0.5)

        def shapes(x: float, y: float, _: float) -> Shapes:
            left = x + INSET
            step = reach / (len(self.values) - 1)
            points = [(left + index * step, y + down(value)) for index, value in enumerate(self.values)]
            target = () if self.target is None else (y + down(self.target),)
            return (
                *(Line("target", (left, level), (left + reach, level)) for level in target),
                *(Line("spark", start, end) for start, end in pairwise(points)),
                Dot("spark-end", points[-1], 3),
            )

        return Fitted(_ABOVE + _HIGH + 5, _ABOVE + _HIGH, shapes)
