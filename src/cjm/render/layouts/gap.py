"""The area between two curves: shaded and hatched, one way where the later one is higher, the other where it is lower."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cjm.render.layouts.curve import Point, Smooth
from cjm.render.scene import Curve, Line, Shape

_FINE = 2.0  # points from one look at the two heights to the next
_PITCH = 9.0  # from one line of a hatching to the next
_LEAST = 0.75  # points of height: nearer than this two curves are one

Run = tuple[float, float, bool]
"""From one x to another, and whether the later curve is the higher one there."""


@dataclass(frozen=True)
class Gap:
    """What lies between the curve before and the curve after, where there are both."""

    before: Smooth
    after: Smooth

    def runs(self) -> Iterator[Run]:
        """The stretches on which one of the curves is higher, from left to right."""
        left, right = (
            end(curve.xs[place] for curve in (self.before, self.after)) for end, place in ((max, 0), (min, -1))
        )
        if right <= left:
            return
        count = max(int((right - left) / _FINE), 1)
        xs = [left + (right - left) * index / count for index in range(count + 1)]
        sides = [self._side(x) for x in xs]
        start, side = left, 0
        for (x, ahead), (one, other) in zip(pairwise(xs), pairwise(sides), strict=True):
            if one and not side:
                start, side = x, one
            if side and other != side:
                end = self._crossing(x, ahead) if one and other else ahead
                yield start, end, side > 0
                start, side = end, other
        if side:
            yield start, right, side > 0

    def _side(self, x: float) -> int:
        """1 where the later curve is higher, -1 where it is lower, 0 where they are one."""
        down = self.before.y(x) - self.after.y(x)
        return 0 if abs(down) < _LEAST else 1 if down > 0 else -1

    def _crossing(self, low: float, high: float) -> float:
        """Where the two curves cross between two x."""
        is_above = self.after.y(low) < self.before.y(low)
        for _ in range(20):
            middle = (low + high) / 2
            low, high = (middle, high) if (self.after.y(middle) < self.before.y(middle)) == is_above else (low, middle)
        return low

    def draw(self, top: float) -> Iterator[Shape]:
        """The shades and their hatchings, so far down: the lines rise where it became better, and fall where worse."""
        for left, right, is_better in self.runs():
            role = "better" if is_better else "worse"
            yield self._shade(role, left, right, top)
            yield from self._hatching(f"{role}-hatch", left, right, top, -1 if is_better else 1)

    def _shade(self, role: str, left: float, right: float, top: float) -> Curve:
        ahead = self.after.between(left, right)
        back = [tuple(reversed(piece)) for piece in reversed(self.before.between(left, right))]
        start, turn = ahead[0][0], back[0][0]
        outline = [(one, two, end) for _, one, two, end in ahead]
        outline += [(turn, turn, turn), *((one, two, end) for _, one, two, end in back), (start, start, start)]
        pieces = tuple((_down(one, top), _down(two, top), _down(end, top)) for one, two, end in outline)
        return Curve(role, _down(start, top), pieces, closed=True)

    def _hatching(self, role: str, left: float, right: float, top: float, slope: int) -> Iterator[Line]:
        """Slanted lines, as far as they lie between the two curves."""
        reach = [each for curve in (self.before, self.after) if (each := curve.reach(left, right))]
        high, low = min(each[0] for each in reach), max(each[1] for each in reach)
        start = (left // _PITCH) * _PITCH - (low - high)
        while start < right + (low - high):
            yield from self._stretches(role, (start, low if slope < 0 else high), slope, (left, right, low - high), top)
            start += _PITCH

    def _stretches(
        self, role: str, origin: Point, slope: int, bounds: tuple[float, float, float], top: float
    ) -> Iterator[Line]:
        """A slanted line from its lower or upper end on, cut to where it is between the curves."""
        left, right, long = bounds
        begun: Point | None = None
        last = origin
        for step in range(int(long / _FINE) + 2):
            x = origin[0] + min(step * _FINE, long)
            point = x, origin[1] + slope * (x - origin[0])
            is_inside = left <= x <= right and self._holds(point)
            if is_inside and begun is None:
                begun = point
            if begun and not is_inside:
                if last[0] - begun[0] > _FINE:
                    yield Line(role, _down(begun, top), _down(last, top))
                begun = None
            last = point
        if begun and last[0] - begun[0] > _FINE:
            yield Line(role, _down(begun, top), _down(last, top))

    def _holds(self, point: Point) -> bool:
        one, other = self.before.y(point[0]), self.after.y(point[0])
        return min(one, other) + 1 < point[1] < max(one, other) - 1


def _down(point: Point, top: float) -> Point:
    return point[0], point[1] + top
