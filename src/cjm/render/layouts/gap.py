"""The area between two curves: shaded and hatched, one way where the later one is higher, the other where it is lower."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, floor

from cjm.render.layouts.curve import Smooth
from cjm.render.scene import Curve, Line, Shape
from cjm.render.values import dataclass

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

    def draw(self) -> Iterator[Shape]:
        """The shades and their hatchings: the lines rise where it became better, and fall where worse."""
        for left, right, is_better in self.runs():
            role = "better" if is_better else "worse"
            yield self._shade(role, left, right)
            yield from self._hatching(f"{role}-hatch", left, right, -1 if is_better else 1)

    def _shade(self, role: str, left: float, right: float) -> Curve:
        ahead = self.after.between(left, right)
        back = [tuple(reversed(piece)) for piece in reversed(self.before.between(left, right))]
        start, turn = ahead[0][0], back[0][0]
        outline = [(one, two, end) for _, one, two, end in ahead]
        outline += [(turn, turn, turn), *((one, two, end) for _, one, two, end in back), (start, start, start)]
        return Curve(role, start, tuple(outline), closed=True)

    def _hatching(self, role: str, left: float, right: float, slope: int) -> Iterator[Line]:
        """Slanted lines, each as far as it lies between the two curves."""
        begun: dict[int, float] = {}
        x = left
        while x <= right:
            high, low = sorted((self.before.y(x), self.after.y(x)))
            inside = range(ceil((high + 1 - slope * x) / _PITCH), floor((low - 1 - slope * x) / _PITCH) + 1)
            for number in [number for number in begun if number not in inside]:
                yield from _slanted(role, number, slope, (begun.pop(number), x - _FINE))
            for number in inside:
                begun.setdefault(number, x)
            x += _FINE
        for number, start in begun.items():
            yield from _slanted(role, number, slope, (start, x - _FINE))


def _slanted(role: str, number: int, slope: int, ends: tuple[float, float]) -> Iterator[Line]:
    """A line of a hatching from one x to another, if that is more than a point."""
    if ends[1] - ends[0] >= _FINE:
        start, end = ((x, slope * x + number * _PITCH) for x in ends)
        yield Line(role, start, end)
