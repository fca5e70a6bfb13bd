"""Texts set in type: measured, wrapped into rows, and put in their place.

A `Style` is a theme with the measures of its fonts: what a layout needs to know how much room a text takes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from cjm.render import bidi, breaks, glyphs, runs
from cjm.render.faces import ALONE, Faces
from cjm.render.hyphens import hyphenate
from cjm.render.runs import Line
from cjm.render.scene import Align, Rect, Row, Run, Text
from cjm.render.theme import Theme
from cjm.render.typefaces import Weight
from cjm.render.values import dataclass

Place = tuple[int, int]  # where a row ends and where the next one begins
_Measured = tuple[Line, float]  # a row and its width in ems

_RUN = re.compile("[ \t]{2,}|\t")
_NOISE = 1e-6  # points: what floating-point arithmetic may add to a width
_SHARES: dict[Align, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of what a row leaves free, at its left


@dataclass(frozen=True, slots=True)
class Style:
    """A theme's types, measured. Widths, heights and places are in points, roles those of texts.

    ``faces`` are the theme's own typeface and those that draw what it lacks. In a map that ``is_rtl`` every paragraph
    with a letter of a script from right to left runs that way, whatever it begins with; in others a paragraph runs like
    its first letter.
    """

    theme: Theme
    faces: Faces = ALONE
    is_rtl: bool = False

    def width(self, text: str, role: str) -> float:
        """How wide the text is in one row."""
        kind = self.theme.types[role]
        return _width(text, kind.weight, self.faces, self.is_rtl) * kind.size

    def wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """The text in rows that are at most ``width`` wide.

        It breaks at spaces, hyphens and dashes, between words in scripts without spaces, and in a word that is too
        wide by itself. Its own line ends are kept, runs of spaces become one. A single character is never broken,
        however narrow the place.
        """
        return tuple(row.line.text for row in self._rows(text, role, width))

    def height(self, text: str, role: str, width: float) -> float:
        """How high the text is when it is wrapped; 0 for an empty one."""
        return len(self._rows(text, role, width)) * self.theme.types[role].leading

    def lead(self, role: str) -> float:
        """How far the first baseline is below the top of a text."""
        kind = self.theme.types[role]
        return (kind.leading + self.faces.cap_height * kind.size) / 2

    def block(  # noqa: PLR0913, PLR0917 -- a text, a place and a width are that many
        self, text: str, role: str, x: float, y: float, width: float, align: Align = "start"
    ) -> Text:
        """The wrapped text with its upper left corner in the given place."""
        kind = self.theme.types[role]
        first = y + self.lead(role)
        share = _SHARES[align]
        rows = []
        for index, (line, advance, stretches) in enumerate(self._rows(text, role, width)):
            wide = advance * kind.size
            left = x + share * (width - wide)
            parts = _runs(stretches, left, kind.size) if stretches else ()
            rows.append(Row(line.text, left, first + index * kind.leading, wide, parts))
        return Text(role, text, Rect(x, y, width, len(rows) * kind.leading), tuple(rows), align)

    def _rows(self, text: str, role: str, width: float) -> "tuple[_SetRow, ...]":
        kind = self.theme.types[role]
        return _wrap(text, kind.weight, (width + _NOISE) / kind.size, self.faces, self.is_rtl)


def _lines(text: str) -> list[str]:
    """The lines of a text as its author broke them, without idle spaces and hyphens."""
    text = glyphs.clean(text)
    if breaks.SOFT_HYPHEN in text:
        text = breaks.IDLE_HYPHEN.sub("", text)
    return [_RUN.sub(" ", line).strip(" ") for line in text.strip().splitlines()]


def _directed(text: str, is_rtl: bool) -> Line:  # noqa: FBT001 -- what follows from the map, part of a cache's key
    """A line of a text with the levels of its characters, if some of it runs from right to left."""
    if not bidi.has_rtl(text):
        return Line(text)
    return Line(text, bidi.levels(text, is_rtl=is_rtl or bidi.first_strong(text) == "rtl"))


def _runs(stretches: tuple[runs.Stretch, ...], x: float, size: float) -> tuple[Run, ...]:
    """Stretches as runs that stand side by side, the first of them at ``x``."""
    shown = runs.visual(stretches)
    lefts = accumulate((part.width * size for part in shown), initial=x)
    return tuple(
        Run(part.drawn, left, part.width * size, part.family, part.level % 2 == 1)
        for part, left in zip(shown, lefts, strict=False)
    )


class _SetRow(NamedTuple):
    """A row, its width in ems, and its stretches; none where it is all in the theme's own typeface."""

    line: Line
    advance: float
    stretches: tuple[runs.Stretch, ...]


@lru_cache(maxsize=1 << 13)
def _wrap(text: str, weight: Weight, limit: float, faces: Faces, is_rtl: bool) -> tuple[_SetRow, ...]:  # noqa: FBT001
    """The rows of a text, each at most ``limit`` ems wide."""
    settings = (_Setting(line, weight, limit, faces, is_rtl=is_rtl) for line in _lines(text))
    return tuple(
        _SetRow(row, advance, glyphs.stretches(row, weight, faces))
        for setting in settings
        for row, advance in setting.rows()
    )


@lru_cache(maxsize=1 << 13)
def _width(text: str, weight: Weight, faces: Faces, is_rtl: bool) -> float:  # noqa: FBT001 -- part of a cache's key
    """How wide a text is in one row, in ems."""
    line = _directed(" ".join(_lines(text)), is_rtl)
    return glyphs.advance(line.text, weight, faces, line.levels)


class _Setting:
    """A line of a text, to be set in rows of at most ``limit`` ems."""

    def __init__(self, text: str, weight: Weight, limit: float, faces: Faces, *, is_rtl: bool) -> None:
        self.text, self.weight, self.limit, self.faces, self.is_rtl = text, weight, limit, faces, is_rtl
        self.levels = _directed(text, is_rtl).levels
        self.edges = glyphs.edges(text, weight, faces, self.levels)

    @cached_property
    def words(self) -> list[Place]:
        """Where to break between words, and the end."""
        return [*breaks.opportunities(self.text), (len(self.text), len(self.text))]

    @cached_property
    def characters(self) -> list[Place]:
        """Where to break when no word fits."""
        return [(index, index) for index in (*breaks.characters(self.text)[1:], len(self.text))]

    @cached_property
    def letters(self) -> list[Place]:
        """The same without the places beside non-breaking spaces."""
        return [place for place in self.characters if not breaks.is_glued(self.text, place[0])]

    def rows(self) -> Iterator[_Measured]:
        """As many words as fit, then the next row; each with its width in ems."""
        if self.edges[-1] <= self.limit:
            row = self.row(0, len(self.text))
            yield row, self.edges[-1] if row.text == self.text else self.advance(row)
        elif self.is_wide() and (hyphenated := self.hyphenated()) != self.text:
            yield from _Setting(hyphenated, self.weight, self.limit, self.faces, is_rtl=self.is_rtl).broken()
        else:
            yield from self.broken()

    def is_wide(self) -> bool:
        """Whether a word is too wide by itself."""
        starts = (0, *(start_of_next for _, start_of_next in self.words))
        return any(
            self.edges[end] - self.edges[start] > self.limit
            for start, (end, _) in zip(starts, self.words, strict=False)
        )

    def hyphenated(self) -> str:
        """The text with soft hyphens in the words that are too wide by themselves."""
        parts = []
        start = 0
        for end, start_of_next in self.words:
            part = self.text[start:start_of_next]
            is_wide = self.edges[end] - self.edges[start] > self.limit
            parts.append(hyphenate(part, self.faces.lang) if is_wide else part)
            start = start_of_next
        return "".join(parts)

    def broken(self) -> Iterator[_Measured]:
        """The rows of a line that does not fit into one."""
        start = 0
        while start < len(self.text):
            (row, advance), start = self.last(self.words, start, hyphen="-") or self.force(start)
            if row.text:
                yield row, advance

    def last(self, places: list[Place], start: int, hyphen: str = "") -> tuple[_Measured, int] | None:
        """The longest row from ``start`` on that ends at one of the places, and where the next one begins."""
        reach = bisect_right(self.edges, self.edges[start] + self.limit) - 1
        first, beyond = (bisect_right(places, index, key=_end) for index in (start, reach))
        for end, start_of_next in reversed(places[first:beyond]):
            row = self.row(start, end, hyphen)
            advance = self.advance(row)
            if advance <= self.limit:  # nearly always true of the first one tried: only kerning or a hyphen add to it
                return (row, advance), start_of_next
        return None

    def force(self, start: int) -> tuple[_Measured, int]:
        """A row that cannot end after a word; of one character if even that is too wide."""
        end, _ = self.characters[bisect_right(self.characters, start, key=_end)]
        if found := self.last(self.letters, start) or self.last(self.characters, start):
            return found
        row = self.row(start, end)
        return (row, self.advance(row)), end

    def advance(self, row: Line) -> float:
        """How wide a row is."""
        return glyphs.advance(row.text, self.weight, self.faces, row.levels)

    def row(self, start: int, end: int, hyphen: str = "") -> Line:
        """A row as it is drawn: without idle spaces, with the hyphen of the word it breaks."""
        taken = self.text[start:end]
        words = taken.strip(breaks.SPACES)
        hyphen = hyphen if words.endswith(breaks.SOFT_HYPHEN) else ""
        shown = words.replace(breaks.SOFT_HYPHEN, "") + hyphen
        if not self.levels:
            return Line(shown)
        start += len(taken) - len(taken.lstrip(breaks.SPACES))
        levels = self.levels[start : start + len(words)]
        if not any(level % 2 for level in levels):
            return Line(shown)
        kept = bytes(level for level, letter in zip(levels, words, strict=True) if letter != breaks.SOFT_HYPHEN)
        return Line(shown, kept + levels[-1:] * len(hyphen))


def _end(place: Place) -> int:
    return place[0]
