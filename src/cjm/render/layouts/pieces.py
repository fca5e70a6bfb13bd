"""The pieces that fill the cells of a picture: texts, bullets, cards. Each knows its height before it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from cjm.render.scene import Box, Dot, Group, Line, Polygon, Rect, Shape
from cjm.render.text import Style


class Piece(Protocol):
    """Something to be drawn in a given width; ``height`` in :meth:`draw` is the least it shall fill."""

    def height(self, width: float) -> float:
        """How high it will be."""

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:
        """Its shapes, with the upper left corner in the given place."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text by itself, perhaps with a mark in front: ``indent`` points are kept free for it."""

    style: Style
    text: str
    role: str
    mark: "Mark | None" = None

    def height(self, width: float) -> float:
        """The height of its rows."""
        return self.style.height(self.text, self.role, width - self._indent)

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:  # noqa: ARG002
        """The mark, level with the first row, and the text."""
        text = self.style.block(self.text, self.role, x + self._indent, y, width - self._indent)
        middle = y + self.style.theme.types[self.role].leading / 2
        return (*(self.mark.draw(x, middle) if self.mark else ()), text)

    @property
    def _indent(self) -> float:
        return self.mark.indent if self.mark else 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Small facts side by side with dots between; a row never ends in a dot, nor begins with one."""

    style: Style
    facts: tuple[str, ...]
    role: str
    indent: float = 0

    def height(self, width: float) -> float:
        """The height of its rows."""
        return self.style.height(self._rows(width - self.indent), self.role, width - self.indent)

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:  # noqa: ARG002
        """The rows as one text."""
        width -= self.indent
        return (self.style.block(self._rows(width), self.role, x + self.indent, y, width),)

    def _rows(self, width: float) -> str:
        rows: list[str] = []
        for fact in self.facts:
            joined = f"{rows[-1]} · {fact}" if rows else fact
            if rows and self.style.width(joined, self.role) <= width:
                rows[-1] = joined
            else:
                rows.append(fact)
        return "\n".join(rows)


class Mark(Protocol):
    """A small sign in front of a text."""

    @property
    def indent(self) -> float:
        """How far the text stands off."""

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """Its shapes, from ``x`` on and with ``y`` as their middle."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A round bullet: filled for what rests on research, hollow for an assumption."""

    role: str
    indent: float = 12

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """One dot."""
        return (Dot(self.role, (x + 3.5, y), 2.5),)


@dataclass(frozen=True, slots=True)
class Blank:
    """No sign: a text that stands below one with a bullet."""

    indent: float = 12

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:  # noqa: ARG002
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Diamond:
    """The sign of a moment of truth."""

    role: str = "truth"
    indent: float = 16

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """One diamond."""
        return (diamond(self.role, x + 5.5, y, 5.5),)


@dataclass(frozen=True, slots=True)
class Elbow:
    """The sign of a cause: it stands below what it explains, one step further in each time."""

    depth: int = 0

    @property
    def indent(self) -> float:
        """One step for each why, three at most: narrow columns need the room."""
        return 11 + 5 * min(self.depth, 3)

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """Down, then to the right."""
        corner = x + self.indent - 8
        return Line("cause", (corner, y - 7), (corner, y)), Line("cause", (corner, y), (corner + 5, y))


@dataclass(frozen=True, slots=True)
class Rating:
    """How much, from 1 to 5: five dots, as many of them filled."""

    value: int
    indent: float = 50

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """Five dots."""
        return tuple(
            Dot("level" if index < self.value else "level-off", (x + 4 + index * 9, y), 3) for index in range(5)
        )


@dataclass(frozen=True, slots=True)
class Spark:
    """A figure over time as a small line that ends in a dot."""

    values: tuple[float, ...]

    def height(self, width: float) -> float:  # noqa: ARG002
        """Always the same."""
        return 26

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:  # noqa: ARG002
        """A line from value to value, the lowest at the bottom, the highest at the top."""
        low, high = min(self.values), max(self.values)
        reach = min(width - 20, 110)
        points = [
            (x + 12 + index * reach / (len(self.values) - 1), y + 21 - 16 * (value - low) / ((high - low) or 1))
            for index, value in enumerate(self.values)
        ]
        lines = tuple(Line("spark", start, end) for start, end in pairwise(points))
        return (*lines, Dot("spark-end", points[-1], 3))


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces one below the other."""

    pieces: Sequence[Piece]
    gap: float = 3

    def height(self, width: float) -> float:
        """All heights and the gaps between."""
        return sum(piece.height(width) for piece in self.pieces) + self.gap * (len(self.pieces) - 1)

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:
        """The pieces from the top down; a single one fills the height."""
        shapes: list[Shape] = []
        for piece in self.pieces:
            shapes += piece.draw(x, y, width, height if len(self.pieces) == 1 else 0)
            y += piece.height(width) + self.gap
        return tuple(shapes)


@dataclass(frozen=True, slots=True)
class Card:
    """A piece in a box, perhaps with a coloured edge at the left."""

    role: str
    body: Piece
    edge: str = ""
    radius: float = 4
    margin: tuple[float, float] = (8, 7)

    def height(self, width: float) -> float:
        """The body and the margins above and below."""
        return self.body.height(self._inner(width)) + 2 * self.margin[1]

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:
        """The box, its edge, and the body in it."""
        box = Rect(x, y, width, max(height, self.height(width)))
        shapes: list[Shape] = [Box(self.role, box, self.radius)]
        if self.edge:
            shapes.append(Box(self.edge, Rect(x, y, 3, box.height), 1.5))
        left = x + self.margin[0] + self._thickness
        return (*shapes, *self.body.draw(left, y + self.margin[1], self._inner(width)))

    def _inner(self, width: float) -> float:
        return width - 2 * self.margin[0] - self._thickness

    @property
    def _thickness(self) -> float:
        return 2 if self.edge else 0


@dataclass(frozen=True, slots=True)
class Named:
    """A piece with the address and the name of the element that it shows."""

    kind: str
    label: str
    address: str
    body: Piece
    details: tuple[tuple[str, str], ...] = ()

    def height(self, width: float) -> float:
        """That of the body."""
        return self.body.height(width)

    def draw(self, x: float, y: float, width: float, height: float = 0) -> tuple[Shape, ...]:
        """The body as a group."""
        return (Group(self.kind, self.label, self.body.draw(x, y, width, height), self.address, self.details),)


def diamond(role: str, x: float, y: float, reach: float) -> Polygon:
    """A diamond around a centre."""
    return Polygon(role, ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)))
