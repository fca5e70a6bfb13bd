"""The signs of a portfolio: the rank of a touchpoint, and how far an opportunity is, told by its form."""

from cjm.render.layouts.pieces import Shapes
from cjm.render.scene import Box, Curve, Dot, Line, Rect
from cjm.render.text import Style
from cjm.render.values import dataclass

_HIGH = 15.0  # of a rank
_SMALL = 9.0  # of a rank without a number
_HALO = 2.0  # that a halo reaches beyond a rank
_ASIDE = 7.0  # what a rank is wider than its number
_APART = 5.0  # between a sign and its text
_RADIUS = 5.0
_ROUND = 0.5523  # of a radius, from a corner of a Bézier quarter circle to its controls
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """The rank of a touchpoint, or of several from the first to the last. A moment of truth has a halo.

    ``role`` is ``rank``, ``rank-assumed`` where a rating is missing, ``rank-calm`` where nothing hurts; then its number
    says nothing, and may be left out.
    """

    style: Style
    text: str
    role: str = "rank"
    is_truth: bool = False

    @property
    def width(self) -> float:
        """How wide it is."""
        return max(self.style.width(self.text, self.role) + _ASIDE, _HIGH)

    @property
    def indent(self) -> float:
        """The sign and a space, the same up to two figures."""
        return max(self.width, self.style.width("88", "rank") + _ASIDE) + _APART

    def draw(self, x: float, y: float) -> Shapes:
        """A pill with its number, or a small one without."""
        style, role = self.style, self.role
        inner = (_HIGH - _SMALL) / 2 if not self.text else 0.0
        rect = Rect(x + inner, y - _HIGH / 2 + inner, self.width - 2 * inner, _HIGH - 2 * inner)
        halo = Rect(rect.x - _HALO, rect.y - _HALO, rect.width + 2 * _HALO, rect.height + 2 * _HALO)
        around = (Box("truth-halo", halo, halo.height / 2),) if self.is_truth else ()
        if not self.text:
            return (*around, Box(role, rect, rect.height / 2))
        wide, leading = style.width(self.text, role) + _SLACK, style.theme.types[role].leading
        text = style.block(self.text, role, x + (self.width - wide) / 2, y - leading / 2, wide)
        return (*around, Box(role, rect, rect.height / 2, text))


@dataclass(frozen=True, slots=True)
class Stand:
    """How far an opportunity is: an empty circle, one with a point, a half one, a full one, or a cross."""

    status: str
    style: Style
    number: str = ""

    @property
    def width(self) -> float:
        """The circle, and its number where it stands for a text."""
        return 2 * _RADIUS + (3 + self.style.width(self.number, "point") if self.number else 0) + _SLACK

    @property
    def indent(self) -> float:
        """The sign and a space."""
        return self.width + _APART

    def draw(self, x: float, y: float) -> Shapes:
        """The sign."""
        shapes = stand(self.status, x + _RADIUS, y)
        if not self.number:
            return shapes
        leading = self.style.theme.types["point"].leading
        left = x + 2 * _RADIUS + 3
        return (*shapes, self.style.block(self.number, "point", left, y - leading / 2, x + self.width - left))


def stand(status: str, x: float, y: float) -> Shapes:
    """The sign of a status around a point."""
    ring = Dot("work", (x, y), _RADIUS)
    match status:
        case "planned":
            return ring, Box("work-done", Rect(x - 2, y - 2, 4, 4), 2)
        case "in_progress":
            return ring, _half(x, y)
        case "done":
            return (Dot("work-done", (x, y), _RADIUS),)
        case "dropped":
            low = 0.75 * _RADIUS
            return tuple(Line("work-cross", (x - low, y + side * low), (x + low, y - side * low)) for side in (-1, 1))
        case _:
            return (ring,)


def _half(x: float, y: float) -> Curve:
    """The lower half of a circle."""
    k = _RADIUS * _ROUND
    right, bottom, left = (x + _RADIUS, y), (x, y + _RADIUS), (x - _RADIUS, y)
    return Curve(
        "work-done",
        right,
        (
            ((right[0], y + k), (x + k, bottom[1]), bottom),
            ((x - k, bottom[1]), (left[0], y + k), left),
            (left, right, right),
        ),
        closed=True,
    )
