"""Lines with round corners and heads, through given points."""

from collections.abc import Sequence

from cjm.render.layouts.blueprint.router import Point
from cjm.render.layouts.pieces import Shapes
from cjm.render.scene import Curve, Line, Polygon

_ROUND = 6.0
_LONG, _HALF = 7.0, 3.5  # of a head


def arrow(role: str, points: Sequence[Point], heads: tuple[bool, bool]) -> Shapes:
    """A line from the first point to the last; its heads touch these."""
    ends = list(points)
    shapes = []
    for has_head, tip, before in ((heads[0], 0, 1), (heads[1], -1, -2)):
        if has_head:
            shapes.append(_head(f"{role}-head", points[tip], points[before]))
            ends[tip] = _towards(points[tip], points[before], _LONG - 1)
    if len(ends) == 2:
        return Line(role, ends[0], ends[1]), *shapes
    return rounded(role, ends), *shapes


def rounded(role: str, points: Sequence[Point]) -> Curve:
    """A line through points whose pieces are level or upright, with round corners."""
    pieces: list[tuple[Point, Point, Point]] = []
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_ROUND, _far(before, corner) / 2, _far(corner, after) / 2)
        near, beyond = _towards(corner, before, bend), _towards(corner, after, bend)
        pieces += [(near, near, near), (corner, corner, beyond)]
    return Curve(role, points[0], (*pieces, (points[-1],) * 3))


def _head(role: str, tip: Point, before: Point) -> Polygon:
    """A triangle whose tip is there, for a line that comes from a point."""
    (x, y), (back, low) = tip, _towards(tip, before, _LONG)
    aside = (_HALF, 0.0) if x == back else (0.0, _HALF)
    return Polygon(role, ((back - aside[0], low - aside[1]), (back + aside[0], low + aside[1]), (x, y)))


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(point: Point, goal: Point, reach: float) -> Point:
    """A point so far on the way to another, which is straight across or straight up or down."""
    share = min(reach / (_far(point, goal) or 1), 1)
    return point[0] + (goal[0] - point[0]) * share, point[1] + (goal[1] - point[1]) * share
