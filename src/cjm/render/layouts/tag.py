"""The state of a map as a tag: its form tells what its colour does."""

from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Curve, Group, Polygon, Rect

HEIGHT = 22.0

_MARGIN = 11.0
_TAIL = 5.0  # how far the bubble hangs down
_ROUND = 0.5523  # of a radius, from the corner of a Bézier quarter circle to its controls
_SLACK = 0.01


def tag(sheet: Sheet, x: float, y: float) -> Group:
    """A pill for the journey as it is, an arrow for what it shall be, a speech bubble for what one customer told."""
    state = sheet.journey.state
    role, word = f"state-{state}", sheet.words.word("states", state)
    wide = sheet.style.width(word, role) + _SLACK
    leading = sheet.style.theme.types[role].leading
    text = sheet.style.block(word, role, x + _MARGIN, y + (HEIGHT - leading) / 2, wide)
    rect = Rect(x, y, wide + 2 * _MARGIN, HEIGHT)
    shapes: Shapes = (Box(role, rect, HEIGHT / 2, text),)
    if state == "future":
        back, tip = rect.right - 4, (rect.right + 6, y + HEIGHT / 2)
        corners = ((x, y), (back, y), tip, (back, rect.bottom), (x, rect.bottom))
        shapes = (Polygon(role, corners, text),)
    elif state == "actual":
        shapes = (_bubble(role, rect), text)
    return Group("state", word, shapes)


def _bubble(role: str, rect: Rect) -> Curve:
    """A rounded rectangle with a tail at its lower left."""
    left, top, right, bottom, r = rect.x, rect.y, rect.right, rect.bottom, 7.0
    k = r * (1 - _ROUND)
    tail = (left + 24, bottom), (left + 14, bottom + _TAIL), (left + 14, bottom)
    return Curve(
        role,
        (left + r, top),
        (
            _straight((left + r, top), (right - r, top)),
            ((right - k, top), (right, top + k), (right, top + r)),
            _straight((right, top + r), (right, bottom - r)),
            ((right, bottom - k), (right - k, bottom), (right - r, bottom)),
            *map(_straight, ((right - r, bottom), *tail), (*tail, (left + r, bottom))),
            ((left + k, bottom), (left, bottom - k), (left, bottom - r)),
            _straight((left, bottom - r), (left, top + r)),
            ((left, top + k), (left + k, top), (left + r, top)),
        ),
        closed=True,
    )


Point = tuple[float, float]


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """A straight piece of a curve."""
    return start, end, end
