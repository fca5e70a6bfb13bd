"""The rows of a blueprint with their lines: a table of boxes, as high as they are, that only waits for its place."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from cjm.render.layouts.blueprint.drawn import Across, Drawn, Stretch
from cjm.render.layouts.blueprint.lattice import Lattice
from cjm.render.layouts.blueprint.lines import arrow
from cjm.render.layouts.blueprint.links import Tie
from cjm.render.layouts.blueprint.router import Board, Card, Link
from cjm.render.layouts.blueprint.rows import BORDERS, Entry
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Box, Group, Line, Rect, Shape
from cjm.render.values import dataclass

_BETWEEN, _LINKED = 8.0, 20.0  # points between two boxes of a cell, and where an arrow joins them
_ABOVE = 7.0  # from the top of a row to its name
_AROUND = 14.0  # above and below the name of a line, together
_ASIDE = 16.0  # what is left free in the column of names


@dataclass(frozen=True)
class Table:
    """Boxes in rows (by their keys), in columns from ``first`` on and without ``last``; and what is linked.

    ``above`` are the keys of the rows above it, on other pages.
    """

    sheet: Sheet
    keys: Sequence[str]
    entries: Sequence[Entry]
    ties: Sequence[Tie]
    first: int
    last: int
    above: tuple[str, ...] = ()

    @cached_property
    def board(self) -> Board:
        """The boxes as cards, and their links."""
        places: dict[tuple[int, int], int] = {}
        cards = []
        for entry in self.entries:
            cell = entry.row, entry.column - self.first
            cards.append(Card(*cell, places.get(cell, 0)))
            places[cell] = places.get(cell, 0) + 1
        links = [Link(tie.start, tie.end) for tie in self.ties]
        return Board(len(self.keys), self.last - self.first, cards, links)

    @property
    def gutters(self) -> float:
        """The width of all gutters."""
        return sum(self.board.gutters)

    def columns(self, left: float, wide: float) -> tuple[Stretch, ...]:
        """Where boxes of a width stand, if the first gutter begins at ``left``."""
        x, found = left, []
        for gutter in self.board.gutters[:-1]:
            x += gutter
            found.append((x, x + wide))
            x += wide
        return tuple(found)

    def edges(self, left: float, wide: float) -> tuple[float, ...]:
        """Where columns begin and end, each with half of the gutters beside it."""
        columns = self.columns(left, wide)
        inner = ((one[1] + other[0]) / 2 for one, other in pairwise(columns))
        return (left, *inner, columns[-1][1] + self.board.gutters[-1])

    def grid(self, left: float, wide: float, starts: tuple[int, ...]) -> Lattice:
        """The columns for all that stands above and below the table. ``starts`` are those of all pages."""
        edges = self.edges(left, wide)
        average = (edges[-1] - left) / (self.last - self.first)
        return Lattice(self.sheet.journey, left, average, starts, self.first, self.last, self.first, edges)


@dataclass(frozen=True)
class Laid:
    """A table in its width: boxes begin ``wide`` wide at the columns from ``left`` on; names of rows ``labels`` before."""

    table: Table
    left: float
    wide: float
    labels: float

    @cached_property
    def fitted(self) -> tuple[Fitted, ...]:
        """The boxes in their width."""
        return tuple(entry.piece.fit(self.wide) for entry in self.table.entries)

    @cached_property
    def names(self) -> tuple[Fitted, ...]:
        """The names of the rows."""
        sheet = self.table.sheet
        texts = (sheet.text(name_of_row(sheet, key), "lane") for key in self.table.keys)
        return tuple(text.fit(self.labels - _ASIDE) for text in texts)

    @cached_property
    def borders(self) -> dict[int, tuple[str, Fitted]]:
        """The lines between the rows, by the gutter that they run in."""
        sheet = self.table.sheet
        drawn = {BORDERS.get(key) for key in self.table.above}
        borders = enumerate(map(BORDERS.get, self.table.keys))
        found = {row: name for row, name in borders if name and name not in drawn and (row or drawn)}
        keys = {name: row for row, name in reversed(found.items())}  # each line once: above the first row below it
        texts = {row: sheet.words.lane(name) for name, row in keys.items()}
        return {
            row: (found[row], sheet.text(text, "visibility").fit(self.labels - _ASIDE)) for row, text in texts.items()
        }

    @cached_property
    def across(self) -> Across:
        """The lines, whose columns have their places."""
        columns = self.table.columns(self.left, self.wide)
        return Across(
            self.table.board, columns, {row: text.height + _AROUND for row, (_, text) in self.borders.items()}
        )

    @cached_property
    def drawn(self) -> Drawn:
        """The lines in a table that begins at 0."""
        board, linked = self.table.board, self._linked
        tops: list[Stretch] = [(0, 0)] * len(board.cards)
        rows: list[Stretch] = []
        y = self.across.gutters[0]
        for row in range(board.rows):
            ends: dict[int, float] = {}
            for index, (card, box) in enumerate(zip(board.cards, self.fitted, strict=True)):
                if card.row == row:
                    top = ends[card.column] + (_LINKED if index in linked else _BETWEEN) if card.place else y
                    tops[index] = top, top + max(box.height, board.least(index))
                    ends[card.column] = tops[index][1]
            bottom = max(*ends.values(), y + _ABOVE + self.names[row].height)
            rows.append((y, bottom))
            y = bottom + self.across.gutters[row + 1]
        return Drawn(self.across, rows, [self._stretched(index, stretch, rows) for index, stretch in enumerate(tops)])

    def _stretched(self, index: int, stretch: Stretch, rows: Sequence[Stretch]) -> Stretch:
        """What customers do stands in boxes as high as each other."""
        card = self.table.board.cards[index]
        is_alone = self.table.board.counts[card.row, card.column] == 1
        return rows[card.row] if is_alone and self.table.keys[card.row] == "does" else stretch

    @cached_property
    def _linked(self) -> frozenset[int]:
        """The boxes that an arrow joins with the one above in their cell."""
        cards = self.table.board.cards
        return frozenset(
            max(link, key=lambda index: cards[index].place)
            for link, way in zip(self.table.board.links, self.table.board.ways, strict=True)
            if not way.gutters and cards[link.start][:2] == cards[link.end][:2]
        )

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.table.edges(self.left, self.wide)[-1]

    @property
    def height(self) -> float:
        """How high it is."""
        return self.drawn.rows[-1][1] + self.across.gutters[-1]

    def draw(self, y: float) -> Shapes:
        """The table from a given y on: its grounds, its lines, its rows."""
        return (*self._grounds(y), *self._lines(y), *self._rows(y))

    def _grounds(self, y: float) -> Iterator[Box | Group]:
        """What the customer does not see lies on a ground of its own; and the lines between the rows."""
        hidden = [row for row, (name, _) in self.borders.items() if name == "visibility"] or [
            row for row, (name, _) in self.borders.items() if name == "internal"
        ]
        for row in hidden[:1]:
            top = y + self._border(row)
            yield Box("lane-alt", Rect(self.left, top, self.right - self.left, y + self.height - top))
        for row, (name, text) in self.borders.items():
            at = y + self._border(row)
            line = Line(name, (self.left, at), (self.right, at))
            label = self.table.sheet.words.lane(name)
            words = text.draw(self.left - self.labels + 10, at - text.height / 2)
            yield Group("line", label, (*words, line), f"lane/{name}")

    def _border(self, row: int) -> float:
        return (self.drawn.rows[row - 1][1] if row else 0) + self.across.border(row)

    def _lines(self, y: float) -> Iterator[Group]:
        table = self.table
        for tie, points in zip(table.ties, self.drawn.lines(), strict=True):
            start, end = table.entries[tie.start].label, table.entries[tie.end].label
            sign = {(False, True): "→", (True, False): "←"}.get(tie.heads, "↔")
            moved = [(x, down + y) for x, down in points]
            role = "need" if tie.is_needed else "tie"
            yield Group(role, f"{start} {sign} {end}", arrow(role, moved, tie.heads))

    def _rows(self, y: float) -> Iterator[Group]:
        sheet = self.table.sheet
        for row, key in enumerate(self.table.keys):
            cells: dict[int, list[int]] = {}
            for index, entry in enumerate(self.table.entries):
                if entry.row == row:
                    cells.setdefault(id(entry.place.moment), []).append(index)
            name = name_of_row(sheet, key)
            label = self.names[row].draw(self.left - self.labels + 10, y + self.drawn.rows[row][0] + _ABOVE)
            groups = (self._cell(name, indexes, y) for indexes in cells.values())
            yield Group("lane", name, (*label, *groups), f"lane/{key}")

    def _cell(self, lane: str, indexes: Sequence[int], y: float) -> Group:
        place = self.table.entries[indexes[0]].place
        shapes: list[Shape] = []
        for index in indexes:
            left, _ = self.across.columns[self.table.board.cards[index].column]
            top, bottom = self.drawn.cards[index]
            shapes += self.fitted[index].draw(left, y + top, bottom - top)
        details = (("evidence", ", ".join(place.moment.evidence)),) if place.moment.evidence else ()
        return Group(
            "cell", f"{lane}: {name_of(place.moment)}", tuple(shapes), self.table.sheet.address(place), details
        )


def name_of_row(sheet: Sheet, key: str) -> str:
    """What a row is called."""
    return sheet.words.word("blueprint", "does") if key == "does" else sheet.words.lane(key)
