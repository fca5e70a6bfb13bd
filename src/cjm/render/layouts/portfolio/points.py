"""The points of a plane: with their names, or as signs side by side where there is no room for names."""

from typing import Protocol

from cjm.render.layouts.marks import Blank, Mark
from cjm.render.layouts.pieces import Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.portfolio.forms import Place
from cjm.render.scene import Group
from cjm.render.text import Style
from cjm.render.values import dataclass

_PITCH = 19.0  # from one row of signs to the next
_HIGH = 13.0  # of a row: what is round may reach into the margins
_SPACE = 8.0  # between two signs


class Sign(Mark, Protocol):
    """A mark that may stand for its text."""

    @property
    def width(self) -> float:
        """How wide it is."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something on a plane: at which values, what it is called, its number in the list, its signs, and its address.

    ``sign`` stands in front of its name, ``alone`` in place of it; ``many`` is the role of a sign for many of its kind.
    """

    column: int
    row: int
    text: str
    note: str
    number: int
    sign: Sign
    alone: Sign
    many: str
    address: str
    details: tuple[tuple[str, str], ...] = ()

    def told(self, style: Style, *notes: str, sign: Sign | None = None) -> Piece:
        """The point with its name, and notes below it."""
        sign = sign or self.sign
        rows: list[Piece] = [Words(style, self.text, "point", sign)]
        rows += [Words(style, note, "point-note", Blank(sign.indent)) for note in notes if note]
        return Named("point", self.text, self.address, Stack(rows, 0), self.details)


@dataclass(frozen=True, slots=True)
class Crowd(Piece):
    """The signs of points side by side; one sign for all where they would take more than so many rows."""

    style: Style
    points: tuple[Point, ...]
    most: int

    def fit(self, width: float) -> Fitted:
        """The signs in rows."""
        places: list[tuple[Point, float, int]] = []
        x, row = 0.0, 0
        for point in self.points:
            if x and x + point.alone.width > width:
                x, row = 0.0, row + 1
            places.append((point, x, row))
            x += point.alone.width + _SPACE
        if row >= self.most:
            return self._together()

        def shapes(left: float, top: float, _: float) -> Shapes:
            middles = ((point, left + x, top + row * _PITCH + _HIGH / 2) for point, x, row in places)
            return tuple(
                Group("point", point.text, point.alone.draw(x, y), point.address, point.details)
                for point, x, y in middles
            )

        return Fitted(row * _PITCH + _HIGH, 0, shapes)

    def _together(self) -> Fitted:
        numbers = [point.number for point in self.points]
        sign = Place(self.style, f"{min(numbers)}–{max(numbers)}", self.points[0].many)
        label = ", ".join(point.text for point in self.points)

        def shapes(left: float, top: float, _: float) -> Shapes:
            return (Group("points", label, sign.draw(left, top + _HIGH / 2)),)

        return Fitted(_HIGH, 0, shapes)
