"""Shapes as steps of paths in a PDF; y grows downwards, as in the scene."""

from functools import cache
from typing import assert_never

from cjm.render.backends.xml import number
from cjm.render.icons import BOX, strokes
from cjm.render.scene import Box, Curve, Dot, Icon, Line, Polygon, Rect

Point = tuple[float, float]

_ROUND = 0.5523  # how long the handles of a quarter of a circle are, in radii


def of(shape: Box | Polygon | Line | Curve | Dot | Icon) -> str:
    """The path of a shape, perhaps after a move of the origin; none where it has no area: PDF would show a hairline."""
    match shape:
        case Box(_, rect, radius, _):
            return _rectangle(rect, min(radius, rect.width / 2), min(radius, rect.height / 2))
        case Dot(_, (x, y), radius):
            return f"1 0 0 1 {_at((x, y))} cm {_circle(radius)}"
        case Polygon(_, points, _):
            return f"{_at(points[0])} m {''.join(f'{_at(point)} l ' for point in points[1:])}h "
        case Line(_, start, end):
            return f"{_at(start)} m {_at(end)} l "
        case Curve(_, start, pieces, closed, _):
            return f"{_at(start)} m {''.join(f'{_at(*piece)} c ' for piece in pieces)}{'h ' * closed}"
        case Icon(_, name, rect):
            return f"1 0 0 1 {_at((rect.x, rect.y))} cm {_icon(name, rect.width / BOX)}"
        case _:
            assert_never(shape)


@cache
def _circle(radius: float) -> str:
    return _rectangle(Rect(-radius, -radius, 2 * radius, 2 * radius), radius, radius)


@cache
def _icon(name: str, scale: float) -> str:
    def placed(*points: Point) -> str:
        return _at(*((x * scale, y * scale) for x, y in points))

    parts = []
    for each in strokes(name):
        pieces = (f"{placed(*piece)} {'l' if len(piece) == 1 else 'c'} " for piece in each.pieces)
        parts.append(f"{placed(each.start)} m {''.join(pieces)}{'h ' * each.is_closed}")
    return "".join(parts)


def _rectangle(rect: Rect, across: float, down: float) -> str:
    """A rectangle whose corners are quarters of ellipses, clockwise from the upper left."""
    if rect.width <= 0 or rect.height <= 0:
        return ""
    if across <= 0:
        return f"{_at((rect.x, rect.y), (rect.width, rect.height))} re "
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    x, y = across * (1 - _ROUND), down * (1 - _ROUND)
    corners = (
        ((left, top + down), (left, top + y), (left + x, top), (left + across, top)),
        ((right - across, top), (right - x, top), (right, top + y), (right, top + down)),
        ((right, bottom - down), (right, bottom - y), (right - x, bottom), (right - across, bottom)),
        ((left + across, bottom), (left + x, bottom), (left, bottom - y), (left, bottom - down)),
    )
    steps = (f"{_at(start)} {'l' if place else 'm'} {_at(*rest)} c " for place, (start, *rest) in enumerate(corners))
    return f"{''.join(steps)}h "


def _at(*points: Point) -> str:
    return " ".join([f"{number(x)} {number(y)}" for x, y in points])
