"""The signs of a comparison: what happened, in a circle, and what it means for the customer, as a triangle.

Each is told by its form; colour only repeats it.
"""

from cjm.diff.change import Direction, Kind
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Words
from cjm.render.scene import Curve, Dot, Line, Polygon, Text
from cjm.render.text import Style
from cjm.render.values import dataclass

_RADIUS, _ARM = 7.0, 3.5
_WIDE, _HIGH = 5.0, 4.5  # half a triangle
_APART = 4.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """The sign of a change in front of its word: what happened, and behind it whether that is better or worse."""

    style: Style
    kind: Kind
    direction: Direction
    on: str = ""

    @property
    def indent(self) -> float:
        """As wide as its signs, and a space."""
        return 2 * _RADIUS + 5 + (2 * _WIDE + _APART if self.direction is not Direction.NEUTRAL else 0)

    def draw(self, x: float, y: float) -> Shapes:
        """One or two signs."""
        shapes = happened(self.kind, x + _RADIUS, y, on=self.on)
        if self.direction is Direction.NEUTRAL:
            return shapes
        return (*shapes, *meant(self.style, self.direction, x + 2 * _RADIUS + _APART + _WIDE, y, on=self.on))


@dataclass(frozen=True, slots=True)
class Compass:
    """What a change means for the customer, as a sign in front of what it says."""

    style: Style
    direction: Direction
    on: str = ""
    indent: float = 15

    def draw(self, x: float, y: float) -> Shapes:
        """One sign."""
        return meant(self.style, self.direction, x + _WIDE, y, on=self.on)


def happened(kind: Kind, x: float, y: float, radius: float = _RADIUS, on: str = "") -> Shapes:
    """What happened, in a circle around a point: a plus for new, a cross for gone, an arrow for moved, else a wave.

    ``on`` is what it is drawn on, where that is dark: ``stage-``.
    """
    arm = _ARM * radius / _RADIUS
    look = f"{on}sign-gone" if kind is Kind.REMOVED and not on else f"{on}sign"
    role, ground = f"{look}-stroke", Dot(look, (x, y), radius)
    match kind:
        case Kind.ADDED:
            return ground, Line(role, (x - arm, y), (x + arm, y)), Line(role, (x, y - arm), (x, y + arm))
        case Kind.REMOVED:
            low = 0.75 * arm
            cross = (Line(role, (x - low, y + side * low), (x + low, y - side * low)) for side in (-1, 1))
            return ground, *cross
        case Kind.MOVED | Kind.REORDERED:
            tip, back = x + arm, 0.75 * arm
            heads = (Line(role, (tip, y), (tip - back, y + side * back)) for side in (-1, 1))
            return ground, Line(role, (x - arm, y), (tip, y)), *heads
        case _:
            wave = ((x - arm / 3, y - 1.8 * arm), (x + arm / 3, y + 1.8 * arm), (x + arm, y))
            return ground, Curve(role, (x - arm, y), (wave,))


def meant(style: Style, direction: Direction, x: float, y: float, share: float = 1, on: str = "") -> Shapes:  # noqa: PLR0913, PLR0917
    """What it means, around a point: better points up, worse points down, unknown asks; neutral is a small dot."""
    wide, high, role = _WIDE * share, _HIGH * share, f"{on}sign" if on else f"sign-{direction}"
    match direction:
        case Direction.IMPROVED:
            return (Polygon(role, ((x - wide, y + high), (x, y - high), (x + wide, y + high))),)
        case Direction.WORSENED:
            return (Polygon(role, ((x - wide, y - high), (x + wide, y - high), (x, y + high))),)
        case Direction.NEUTRAL:
            return (Dot(role, (x, y), 2.5 * share),)
        case _:
            look = "stage-note" if on else "sign-unknown" if share == 1 else "figure-was"
            leading = style.theme.types[look].leading
            return (style.block("?", look, x - 8 * share, y - leading / 2, 16 * share, "middle"),)


@dataclass(frozen=True, slots=True)
class Struck(Piece):
    """A text that is struck through."""

    body: Words

    def fit(self, width: float) -> Fitted:
        """The text, with a line through each of its rows."""
        body, style = self.body.fit(width), self.body.style
        up = 0.36 * style.theme.types[self.body.role].size

        def shapes(x: float, y: float, height: float) -> Shapes:
            drawn = body.draw(x, y, height)
            rows = [row for text in drawn if isinstance(text, Text) for row in text.rows]
            heights = ((row, row.baseline - up) for row in rows)
            return (*drawn, *(Line("strike", (row.x, level), (row.x + row.width, level)) for row, level in heights))

        return Fitted(body.height, body.lead, shapes)
