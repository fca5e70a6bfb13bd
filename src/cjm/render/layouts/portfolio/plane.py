"""A plane with two scales, in four parts that have names; what is at the same place stands one below the other.

Rows and columns are the values of the scales, each row as high as what stands there: nothing lies on anything else.
Values next to each other at which nothing stands share a row.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack, Words
from cjm.render.layouts.portfolio.points import Crowd, Point
from cjm.render.scene import Box, Group, Line, Rect, Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

AXIS = 40.0
"""Points at the left for the figures of the scale."""

_LEAST = 17.0  # the height of a row in which nothing stands
_INSET, _DOWN = 7.0, 4.0  # from the edge of a cell
_BETWEEN = 5.0  # between two points of a cell
_GAP = 3.0  # between two parts
_TICKS = 18.0


class Part(NamedTuple):
    """A quarter of the plane: its name and the role of its ground."""

    name: str
    role: str


class _Row(NamedTuple):
    """A row: its values, what stands in its cells, and its place below the upper edge of the plane."""

    values: tuple[int, ...]
    cells: tuple[Fitted | None, ...]
    top: float
    bottom: float

    @property
    def figure(self) -> str:
        """Its values in figures."""
        return str(self.values[0]) if len(self.values) == 1 else f"{self.values[-1]}–{self.values[0]}"


class _Half(NamedTuple):
    """The upper or lower half: the names of its parts, where it begins, and its rows below the names."""

    names: tuple[Fitted, ...]
    top: float
    rows: tuple[_Row, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.rows[-1].bottom


@dataclass(frozen=True, slots=True)
class Plane(Piece):
    """Points on two scales.

    ``rows`` are the values from the top, ``columns`` those from the left; the second half of each begins at the index
    in ``halves``, of columns and of rows. ``parts`` are those of the upper and then of the lower half, from the left. In
    ``crowded`` rows signs stand for the points, in at most so many rows of their own.
    """

    style: Style
    title: str
    across: str
    down: str
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    halves: tuple[int, int]
    parts: tuple[Part, Part, Part, Part]
    points: tuple[Point, ...]
    crowded: frozenset[int] = frozenset()
    most: int = 2

    def fit(self, width: float) -> Fitted:
        """The title, the plane with the figures at its sides, and what these mean."""
        column = (width - AXIS) / len(self.columns)
        head = Stack((Words(self.style, self.title, "metric"), Words(self.style, self.down, "axis")), 4).fit(width)
        foot = Words(self.style, self.across, "axis").fit(width - AXIS)
        upper = self._half(0, column, 0)
        halves = upper, self._half(1, column, upper.bottom + _GAP)
        above, high = head.height + 6, halves[1].bottom

        def shapes(x: float, y: float, _: float) -> Shapes:
            left, top = x + AXIS, y + above
            return (
                *head.draw(x, y),
                *(shape for index, half in enumerate(halves) for shape in self._parts(index, half, left, top, column)),
                *(shape for half in halves for shape in self._filled(half, left, top, column)),
                *self._figures(left, top + high + 4, column),
                *foot.draw(left, top + high + _TICKS),
            )

        return Fitted(above + high + _TICKS + foot.height, head.lead, shapes)

    def _half(self, index: int, column: float, top: float) -> _Half:
        """One of the halves, from a y on."""
        values = (self.rows[: self.halves[1]], self.rows[self.halves[1] :])[index]
        parts = zip(self.parts[2 * index : 2 * index + 2], self._spans(), strict=True)
        names = tuple(
            Words(self.style, self._named(part, span, values), "quadrant").fit(len(span) * column - 2 * _INSET)
            for part, span in parts
        )
        y, rows = top + max(name.height for name in names) + 10, []
        for row in self._bands(values):
            cells = tuple(self._cell(row, each, column - 2 * _INSET) for each in self.columns)
            high = max([_LEAST, *(cell.height + 2 * _DOWN for cell in cells if cell)])
            rows.append(_Row(row, cells, y, y + high))
            y += high
        return _Half(names, top, tuple(rows))

    def _spans(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The columns of the left and of the right parts."""
        return self.columns[: self.halves[0]], self.columns[self.halves[0] :]

    def _named(self, part: Part, columns: Sequence[int], rows: Sequence[int]) -> str:
        """The name of a part, and how many points it has."""
        count = sum(point.column in columns and point.row in rows for point in self.points)
        return f"{part.name}\u2002{count}" if count else part.name

    def _bands(self, values: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """The values by row: each by itself, or several where nothing stands."""
        taken = {point.row for point in self.points}
        for is_taken, group in groupby(values, taken.__contains__):
            found = tuple(group)
            yield from ((value,) for value in found) if is_taken else (found,)

    def _cell(self, row: Sequence[int], column: int, width: float) -> Fitted | None:
        found = tuple(point for point in self.points if point.row in row and point.column == column)
        if not found:
            return None
        if self.crowded.issuperset(row):
            return Crowd(self.style, found, self.most).fit(width)
        return Stack([point.told(self.style, point.note) for point in found], _BETWEEN).fit(width)

    def _parts(self, index: int, half: _Half, left: float, top: float, column: float) -> Iterator[Shape]:
        """The grounds of a half with their names, the figures of its rows, and thin lines between rows and columns."""
        x = left
        for part, name, span in zip(self.parts[2 * index :], half.names, self._spans(), strict=False):
            start, end = (x, x + len(span) * column - _GAP / 2) if x == left else (x + _GAP / 2, x + len(span) * column)
            ground = Box(part.role, Rect(start, top + half.top, end - start, half.bottom - half.top), 3)
            yield Group("part", part.name, (ground, *name.draw(x + _INSET, top + half.top + 6)))
            for place in range(1, len(span)):
                line = x + place * column
                yield Line("grid", (line, top + half.rows[0].top), (line, top + half.bottom))
            yield from (Line("grid", (start, top + row.top), (end, top + row.top)) for row in half.rows[1:])
            x += len(span) * column
        leading = self.style.theme.types["axis"].leading
        for row in half.rows:
            y = top + (row.top + row.bottom - leading) / 2
            yield self.style.block(row.figure, "axis", left - AXIS, y, AXIS - 8, "end")

    def _filled(self, half: _Half, left: float, top: float, column: float) -> Iterator[Shape]:
        """What stands in the cells of a half."""
        for row in half.rows:
            for place, cell in enumerate(row.cells):
                if cell:
                    yield from cell.draw(left + place * column + _INSET, top + row.top + _DOWN)

    def _figures(self, left: float, y: float, column: float) -> Iterator[Shape]:
        """The figures below the columns."""
        for index, value in enumerate(self.columns):
            yield self.style.block(str(value), "axis", left + index * column, y, column, "middle")
