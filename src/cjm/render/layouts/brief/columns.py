"""Columns of entries under headings, on a page of a fixed size: as many as there is room for, the others counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from cjm.render.layouts.pieces import Fitted, Piece, Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Group, Line, Rect, Shape
from cjm.render.values import dataclass

_UNDER = 5.0  # from a heading to its rule, and from there on
_BETWEEN = 7.0  # between two entries
_APART = 13.0  # between two lists of a column
_NARROWEST = 130.0

GAP = 22.0
"""Points between two columns."""

LEAST = 3
"""Columns that a page is divided into, however few are filled: a text across the whole page is hard to read."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its entries, the most important first, so many beside each other in a row."""

    title: str
    entries: Sequence[Piece]
    across: int = 1


@dataclass(frozen=True)
class _List:
    """A section in the width of its column, with so many rows of its entries, at least one."""

    sheet: Sheet
    section: Section
    width: float
    count: int = 1

    @cached_property
    def head(self) -> Fitted:
        """The heading."""
        return self.sheet.text(self.section.title, "lane").fit(self.width)

    @cached_property
    def entries(self) -> list[Fitted]:
        """All entries, row by row."""
        count, every = self.section.across, self.section.entries
        wide = (self.width + GAP) / count - GAP
        return [
            _abreast([each.fit(wide) for each in every[start : start + count]], wide)
            for start in range(0, len(every), count)
        ]

    @cached_property
    def tail(self) -> tuple[Fitted, ...]:
        """What says how many more there are."""
        rest = len(self.section.entries) - self.count * self.section.across
        return (self.sheet.text(self.sheet.words.fill("prose", "more", str(rest)), "note").fit(self.width),) * (
            rest > 0
        )

    @property
    def shown(self) -> list[Fitted]:
        """The entries that are drawn, and what counts the others."""
        return [*self.entries[: self.count], *self.tail]

    @property
    def height(self) -> float:
        """All of it."""
        return self.head.height + 2 * _UNDER + sum(each.height + _BETWEEN for each in self.shown) - _BETWEEN

    def draw(self, x: float, y: float) -> Group:
        """The list from a corner on."""
        shapes = [*self.head.draw(x, y)]
        y += self.head.height + _UNDER
        shapes.append(Line("stage-rule", (x, y), (x + self.width, y)))
        y += _UNDER
        for entry in self.shown:
            shapes += entry.draw(x, y)
            y += entry.height + _BETWEEN
        return Group("list", self.section.title, tuple(shapes))

    def longer(self) -> "_List":
        """The same with one row more."""
        found = _List(self.sheet, self.section, self.width, self.count + 1)
        found.__dict__.update(head=self.head, entries=self.entries)
        return found


def _abreast(row: Sequence[Fitted], wide: float) -> Fitted:
    """Entries side by side, each in that width."""

    def shapes(x: float, y: float, _: float) -> Shapes:
        return tuple(shape for index, each in enumerate(row) for shape in each.draw(x + index * (wide + GAP), y))

    return Fitted(max(each.height for each in row), row[0].lead, shapes)


@dataclass(frozen=True)
class _Column:
    """Lists one below the other in a width; of the sections that have no room, the number of entries."""

    sheet: Sheet
    sections: Sequence[Section]
    width: float
    lists: tuple[_List, ...] = ()

    @cached_property
    def rest(self) -> tuple[Fitted, ...]:
        """What names the sections that are not shown."""
        shown = [each.section for each in self.lists]
        left = [each for each in self.sections if each not in shown]
        told = " · ".join(f"{each.title} ({len(each.entries)})" for each in left)
        return (self.sheet.text(self.sheet.words.fill("brief", "also", told), "note").fit(self.width),) * bool(left)

    @property
    def height(self) -> float:
        """All of it."""
        return (
            sum(each.height + _APART for each in self.lists) + sum(each.height + _APART for each in self.rest) - _APART
        )

    def filled(self, height: float) -> "_Column":
        """The same with what fits into a height: one row of each section, then one more of each in turn."""
        column = self
        for section in self.sections:
            tried = replace(column, lists=(*column.lists, _List(self.sheet, section, self.width)))
            column = tried if tried.height <= height else column
        is_growing = True
        while is_growing:
            is_growing = False
            for index, each in enumerate(column.lists):
                if each.tail:
                    longer = (*column.lists[:index], each.longer(), *column.lists[index + 1 :])
                    tried = replace(column, lists=longer)
                    if tried.height <= height:
                        column, is_growing = tried, True
        return column

    def draw(self, x: float, y: float, height: float) -> Iterator[Shape]:
        """The lists from a corner on, as far as they are high enough."""
        for each in self.lists:
            yield each.draw(x, y)
            y += each.height + _APART
        for rest in self.rest if self.height <= height else ():
            yield from rest.draw(x, y)


def columns(sheet: Sheet, wanted: Sequence[Sequence[Section]], rect: Rect) -> Shapes:
    """Columns side by side in a rectangle, each of one or more sections; what is empty is left out."""
    filled = [[each for each in column if each.entries] for column in wanted]
    filled = [column for column in filled if column]
    if not filled:
        return ()
    most = max(int((rect.width + GAP) // (_NARROWEST + GAP)), 1)
    while len(filled) > most:
        *before, last, lost = filled
        filled = [*before, [*last, *lost]]
    spans = [max(section.across for section in column) for column in filled]
    wide = (rect.width + GAP) / max(sum(spans), LEAST)
    lefts = [rect.x + wide * sum(spans[:index]) for index in range(len(spans))]
    fitted = [
        _Column(sheet, column, wide * span - GAP).filled(rect.height)
        for column, span in zip(filled, spans, strict=True)
    ]
    return tuple(
        shape for column, left in zip(fitted, lefts, strict=True) for shape in column.draw(left, rect.y, rect.height)
    )
