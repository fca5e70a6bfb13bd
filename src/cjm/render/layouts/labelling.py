"""Where a label beside the emotion curve can stand: near its point, and never on the curve, a point or another label."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.render.layouts.curve import Point, Smooth
from cjm.render.layouts.grid import Span
from cjm.render.scene import Rect

CLEARANCE = 5.0  # points between a label and the middle of the curve

_EDGE = 4.0
_OFFSETS = (0.0, -0.5, 0.5, -0.25, 0.25, -0.75, 0.75, -1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Field:
    """What is in the way of labels: the curve, the middle line, and the height of the lane they must stay in."""

    curve: Smooth | None
    neutral: float
    top: float
    bottom: float

    def find(self, size: tuple[float, float], span: Span, point: Point, marks: tuple[Rect, ...]) -> Rect | None:
        """The best free place for a label of that size in its column; nothing where there is none."""
        wide, high = size
        free = (
            rect
            for x in _lefts(wide, span, point[0])
            for y in self._tops(high, Span(x, wide), point, marks)
            if self.top <= (rect := Rect(x, y, wide, high)).y and rect.bottom <= self.bottom
        )
        return min(free, key=lambda rect: self._cost(rect, point), default=None)

    def _tops(self, high: float, label: Span, point: Point, marks: tuple[Rect, ...]) -> Iterator[float]:
        """The heights at which a label over that stretch is clear of curve and marks, those nearest to them."""
        reach = self.curve.reach(label.x - CLEARANCE, label.right + CLEARANCE) if self.curve else None
        edges = [reach] if reach else []
        edges += [(mark.y, mark.bottom) for mark in marks if mark.x < label.right + 2 and mark.right > label.x - 2]
        if not edges:
            yield point[1] - high / 2
            yield from (self.neutral - high - 3, self.neutral + 3)
            return
        ceiling, floor = min(top for top, _ in edges) - CLEARANCE, max(bottom for _, bottom in edges) + CLEARANCE
        yield ceiling - high
        yield floor
        if self.neutral - 3 < ceiling:
            yield self.neutral - 3 - high
        if self.neutral + 3 > floor:
            yield self.neutral + 3

    def _cost(self, rect: Rect, point: Point) -> float:
        """How far a place is from the point, and what speaks against it: aslant, on the middle line, the wrong side."""
        across = max(rect.x - point[0], point[0] - rect.right, 0)
        down = max(rect.y - point[1], point[1] - rect.bottom, 0)
        aslant = abs(rect.x + rect.width / 2 - point[0])
        is_struck = rect.y - 2 < self.neutral < rect.bottom + 2
        is_above = rect.y + rect.height / 2 < point[1]
        return across + down + 0.12 * aslant + 14 * is_struck + 3 * (is_above != (point[1] <= self.neutral))


def _lefts(wide: float, span: Span, x: float) -> Iterator[float]:
    """Where a label can begin within its column: around the point, then towards the sides."""
    low, high = span.x + _EDGE, span.right - _EDGE - wide
    for offset in _OFFSETS:
        yield min(max(x - wide / 2 + offset * (high - low) / 2, low), high)
    yield from (left for left in (x + 10, x - 10 - wide) if low <= left <= high)
