"""The emotion curve as geometry: smooth through its points, and never higher or lower than they are.

Monotone cubic interpolation: F. N. Fritsch and R. E. Carlson, SIAM Journal on Numerical Analysis 17 (1980), with the
harmonic slopes of F. N. Fritsch and J. Butland, SIAM Journal on Scientific and Statistical Computing 5 (1984).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from cjm.render.scene import Curve
from cjm.render.values import dataclass

Point = tuple[float, float]
Bezier = tuple[Point, Point, Point]


@dataclass(frozen=True)
class Smooth:
    """The curve through points that lie from left to right, none above another."""

    points: tuple[Point, ...]

    @cached_property
    def slopes(self) -> tuple[float, ...]:
        """How steep the curve is at each point: level where it turns, so that it never overshoots."""
        rises = [(after[1] - before[1]) / (after[0] - before[0]) for before, after in pairwise(self.points)]
        if not rises:
            return (0.0,) * len(self.points)
        inner = [
            0.0 if before * after <= 0 else 2 * before * after / (before + after) for before, after in pairwise(rises)
        ]
        ends = [1.5 * rises[0] - 0.5 * inner[0], 1.5 * rises[-1] - 0.5 * inner[-1]] if inner else [rises[0]] * 2
        return ends[0], *inner, ends[1]

    @cached_property
    def beziers(self) -> tuple[Bezier, ...]:
        """The curve from point to point, as two controls and an end."""
        return tuple(
            (
                (before[0] + (after[0] - before[0]) / 3, before[1] + (after[0] - before[0]) / 3 * slope),
                (after[0] - (after[0] - before[0]) / 3, after[1] - (after[0] - before[0]) / 3 * next_slope),
                after,
            )
            for (before, after), (slope, next_slope) in zip(pairwise(self.points), pairwise(self.slopes), strict=True)
        )

    @cached_property
    def xs(self) -> tuple[float, ...]:
        """Where its points stand, from left to right."""
        return tuple(x for x, _ in self.points)

    def y(self, x: float) -> float:
        """The height of the curve at an x between its ends."""
        if len(self.points) == 1:
            return self.points[0][1]
        index = min(max(bisect_right(self.xs, x) - 1, 0), len(self.points) - 2)
        start, (one, two, end) = self.points[index], self.beziers[index]
        t = (x - start[0]) / (end[0] - start[0])
        return _at(t, start[1], one[1], two[1], end[1])

    def reach(self, left: float, right: float) -> tuple[float, float] | None:
        """The least and the greatest y of the curve between two x; nothing where it does not pass.

        It rises or falls throughout from point to point, so these are at the two ends or at a point between.
        """
        left, right = max(left, self.xs[0]), min(right, self.xs[-1])
        if left > right:
            return None
        between = self.points[bisect_left(self.xs, left) : bisect_right(self.xs, right)]
        found = [self.y(left), *(y for _, y in between)]
        if right > left:
            found.append(self.y(right))
        return min(found), max(found)

    def between(self, left: float, right: float) -> list[tuple[Point, Point, Point, Point]]:
        """The pieces of the curve from one x to another, cut at both."""
        found = []
        for start, bezier in zip(self.points, self.beziers, strict=False):
            whole, end = (start, *bezier), bezier[2]
            if end[0] > left and start[0] < right:
                if start[0] < left:
                    whole = _cut(whole, (left - start[0]) / (end[0] - start[0]))[1]
                if end[0] > right:
                    whole = _cut(whole, (right - whole[0][0]) / (end[0] - whole[0][0]))[0]
                found.append(whole)
        return found

    def within(self, left: float, right: float) -> "Smooth | None":
        """The curve from one x to another; nothing where it does not pass."""
        if self.xs[0] >= left and self.xs[-1] <= right:
            return self
        pieces = self.between(left, right)
        return Stretch((pieces[0][0], *(piece[3] for piece in pieces)), pieces) if pieces else None

    def line(self, role: str) -> Curve:
        """The curve itself."""
        return Curve(role, self.points[0], self.beziers)

    def areas(self, level: float, top: float, bottom: float) -> Iterator[Curve]:
        """The areas between the curve and a level: ``area-high`` where it lies above, ``area-low`` where below.

        They fade from the top, or the bottom, to the level.
        """
        pieces = [part for index in range(len(self.beziers)) for part in self._parted(index, level)]
        while pieces:
            is_above = _is_above(pieces[0], level)
            run = 1
            while run < len(pieces) and _is_above(pieces[run], level) == is_above:
                run += 1
            start, end = pieces[0][0], pieces[run - 1][3]
            outline = [(piece[1], piece[2], piece[3]) for piece in pieces[:run]]
            floor = (end[0], level), (start[0], level)
            yield Curve(
                "area-high" if is_above else "area-low",
                floor[1],
                (_straight(floor[1], start), *outline, _straight(end, floor[0]), _straight(*floor)),
                closed=True,
                fade=(top if is_above else bottom, level),
            )
            pieces = pieces[run:]

    def _parted(self, index: int, level: float) -> list[tuple[Point, Point, Point, Point]]:
        """A piece of the curve, cut where it crosses the level; it rises or falls throughout, so once at most."""
        whole = self.points[index], *self.beziers[index]
        low, high = 0.0, 1.0
        if (whole[0][1] - level) * (whole[3][1] - level) >= 0:
            return [whole]
        for _ in range(30):
            middle = (low + high) / 2
            y = _at(middle, *(point[1] for point in whole))
            low, high = (middle, high) if (y - level) * (whole[0][1] - level) > 0 else (low, middle)
        return _cut(whole, low)


@dataclass(frozen=True)
class Stretch(Smooth):
    """A part of a curve: its pieces, cut at both ends, each as its start, two controls and an end."""

    pieces: list[tuple[Point, Point, Point, Point]]

    @cached_property
    def beziers(self) -> tuple[Bezier, ...]:
        """The pieces without their starts."""
        return tuple(piece[1:] for piece in self.pieces)


class Straight(Smooth):
    """The same with straight lines from point to point."""

    def y(self, x: float) -> float:
        """The height of the line at an x between its ends."""
        index = min(max(bisect_right(self.xs, x) - 1, 0), len(self.points) - 2)
        (left, start), (right, end) = self.points[index : index + 2]
        return start + (end - start) * (x - left) / (right - left)


def _is_above(piece: tuple[Point, ...], level: float) -> bool:
    return piece[0][1] + piece[-1][1] < 2 * level


def _straight(start: Point, end: Point) -> Bezier:
    return start, end, end


def _at(t: float, a: float, b: float, c: float, d: float) -> float:
    """The value of a cubic Bézier curve at ``t``."""
    s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d


def _cut(whole: tuple[Point, Point, Point, Point], t: float) -> list[tuple[Point, Point, Point, Point]]:
    """A cubic Bézier curve in two at ``t``, after de Casteljau."""

    def between(one: Point, two: Point) -> Point:
        return one[0] + (two[0] - one[0]) * t, one[1] + (two[1] - one[1]) * t

    a, b, c, d = whole
    ab, bc, cd = between(a, b), between(b, c), between(c, d)
    abc, bcd = between(ab, bc), between(bc, cd)
    cut = between(abc, bcd)
    return [(a, ab, abc, cut), (cut, bcd, cd, d)]
