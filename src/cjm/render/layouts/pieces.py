"""The pieces that fill the cells of a picture: texts, facts, cards.

A piece is fitted into a width once; then it knows its height, and can be drawn anywhere.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from cjm.render.layouts.grid import INSET
from cjm.render.layouts.marks import ICON, Mark
from cjm.render.scene import Box, Group, Rect, Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

Shapes = tuple[Shape, ...]

_BESIDE = 12.0  # points between two facts with marks
_MARKED = 18.0  # from a row with marks to the next
_RAGGED = 2.0  # less margin at the right of a card, where rows end unevenly


class Fitted(NamedTuple):
    """A piece in its width: its height, how far down its first baseline is, and its shapes.

    ``shapes`` takes the place of the upper left corner, and the height to fill, never less than its own.
    """

    height: float
    lead: float
    shapes: Callable[[float, float, float], Shapes]

    def draw(self, x: float, y: float, height: float = 0) -> Shapes:
        """Its shapes at that place, at least ``height`` high."""
        return self.shapes(x, y, max(height, self.height))


class Piece(Protocol):
    """Something to be drawn: fitted into a width, and then put in its place."""

    def fit(self, width: float) -> Fitted:
        """How it is in a given width."""

    def height(self, width: float) -> float:
        """How high it is in a given width."""
        return self.fit(width).height

    def draw(self, x: float, y: float, width: float, height: float = 0) -> Shapes:
        """Its shapes in a given width, with the upper left corner in that place, at least ``height`` high."""
        return self.fit(width).draw(x, y, height)


@dataclass(frozen=True, slots=True)
class Words(Piece):
    """A text by itself, perhaps with a mark in front, level with the first row."""

    style: Style
    text: str
    role: str
    mark: Mark | None = None

    def fit(self, width: float) -> Fitted:
        """The text in rows."""
        mark, style = self.mark, self.style
        indent = mark.indent if mark else 0
        leading = style.theme.types[self.role].leading

        def shapes(x: float, y: float, _: float) -> Shapes:
            text = style.block(self.text, self.role, x + indent, y, width - indent)
            return (*mark.draw(x, y + leading / 2), text) if mark else (text,)

        return Fitted(style.height(self.text, self.role, width - indent), style.lead(self.role), shapes)


class Fact(NamedTuple):
    """A small fact, perhaps with a mark in front."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Facts(Piece):
    """Small facts side by side, as many in a row as fit; between those without a mark stands a dot.

    A row never ends in a dot, nor begins with one.
    """

    style: Style
    facts: tuple[Fact, ...]
    role: str
    indent: float = 0

    def fit(self, width: float) -> Fitted:
        """The facts in rows."""
        leading = self.style.theme.types[self.role].leading
        gap = _MARKED - leading if any(fact.mark for fact in self.facts) else 0
        rows = [list(self._fitted(row, width - self.indent)) for row in self._rows(width - self.indent)]
        highs = [max(fitted.height for _, fitted in row) for row in rows]

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: list[Shape] = []
            for row, high in zip(rows, highs, strict=True):
                for start, fitted in row:
                    found += fitted.draw(x + self.indent + start, y)
                y += high + gap
            return tuple(found)

        return Fitted(sum(highs) + gap * (len(rows) - 1), self.style.lead(self.role), shapes)

    def _rows(self, width: float) -> list[list[tuple[float, Fact]]]:
        """For each row the facts in it, with where they begin."""
        rows: list[list[tuple[float, Fact]]] = []
        for fact in self.facts:
            if rows and (beside := self._beside(*rows[-1][-1], fact, width)):
                rows[-1][-1:] = beside
            else:
                rows.append([(0, fact)])
        return rows

    def _beside(self, start: float, last: Fact, fact: Fact, width: float) -> list[tuple[float, Fact]]:
        """The last fact of a row and the one to follow it; nothing where there is no room."""
        if not last.mark and not fact.mark:
            joined = Fact(f"{last.text} · {fact.text}")
            return [(start, joined)] if start + self._width(joined) <= width else []
        x = start + self._width(last) + _BESIDE
        return [(start, last), (x, fact)] if fact.mark and x + self._width(fact) <= width else []

    def _fitted(self, row: list[tuple[float, Fact]], width: float) -> Iterator[tuple[float, Fitted]]:
        """The facts of a row, each as wide as the next one leaves it."""
        ends = (*(start - _BESIDE for start, _ in row[1:]), width)
        for (start, fact), end in zip(row, ends, strict=True):
            yield start, Words(self.style, fact.text, self.role, fact.mark).fit(end - start)

    def _width(self, fact: Fact) -> float:
        return self.style.width(fact.text, self.role) + (fact.mark.indent if fact.mark else 0)


@dataclass(frozen=True, slots=True)
class Signs(Piece):
    """Marks side by side, without their words; ``label`` says them to those who cannot see."""

    marks: tuple[Mark, ...]
    label: str

    def fit(self, width: float) -> Fitted:
        """The marks in rows."""
        pitch = max(mark.indent for mark in self.marks)
        count = max(int((width + pitch - ICON) // pitch), 1)
        rows = -(-len(self.marks) // count)

        def shapes(x: float, y: float, _: float) -> Shapes:
            places = (divmod(index, count) for index in range(len(self.marks)))
            found = (
                mark.draw(x + column * pitch, y + row * _MARKED + ICON / 2)
                for mark, (row, column) in zip(self.marks, places, strict=True)
            )
            return (Group("signs", self.label, tuple(shape for drawn in found for shape in drawn)),)

        return Fitted((rows - 1) * _MARKED + ICON, ICON, shapes)


@dataclass(frozen=True, slots=True)
class Stack(Piece):
    """Pieces one below the other; a single one fills the height."""

    pieces: Sequence[Piece]
    gap: float = 3

    def fit(self, width: float) -> Fitted:
        """All heights and the gaps between."""
        fitted = [piece.fit(width) for piece in self.pieces]
        if len(fitted) == 1:
            return fitted[0]

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: list[Shape] = []
            for each in fitted:
                found += each.draw(x, y)
                y += each.height + self.gap
            return tuple(found)

        return Fitted(sum(each.height for each in fitted) + self.gap * (len(fitted) - 1), fitted[0].lead, shapes)


@dataclass(frozen=True, slots=True)
class Card(Piece):
    """A piece in a box, perhaps with a coloured edge at the left."""

    role: str
    body: Piece
    edge: str = ""
    radius: float = 4
    margin: tuple[float, float] = (INSET, 7)

    def fit(self, width: float) -> Fitted:
        """The body, and the margins around it."""
        across, down = self.margin
        body = self.body.fit(width - 2 * across + _RAGGED)

        def shapes(x: float, y: float, height: float) -> Shapes:
            edge = (Box(self.edge, Rect(x, y, 3, height), 1.5),) if self.edge else ()
            box = Box(self.role, Rect(x, y, width, height), self.radius)
            return (box, *edge, *body.draw(x + across, y + down))

        return Fitted(body.height + 2 * down, body.lead + down, shapes)


@dataclass(frozen=True, slots=True)
class Named(Piece):
    """A piece with the address and the name of the element that it shows."""

    kind: str
    label: str
    address: str
    body: Piece
    details: tuple[tuple[str, str], ...] = ()

    def fit(self, width: float) -> Fitted:
        """The body as a group."""
        body = self.body.fit(width)

        def shapes(x: float, y: float, height: float) -> Shapes:
            return (Group(self.kind, self.label, body.draw(x, y, height), self.address, self.details),)

        return Fitted(body.height, body.lead, shapes)
