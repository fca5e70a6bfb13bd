"""Texts set in type: measured, wrapped into rows, and put in their place.

A `Style` is a theme with the measures of its fonts: what a layout needs to know how much room a text takes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cjm.render import breaks, glyphs
from cjm.render.glyphs import Weight, missing
from cjm.render.scene import Align, Rect, Row, Text
from cjm.render.theme import Theme

__all__ = ["Style", "missing"]

Place = tuple[int, int]  # where a row ends and where the next one begins

_RUN = re.compile("[ \t]+")
_NOISE = 1e-6  # points: what floating-point arithmetic may add to a width


@dataclass(frozen=True, slots=True)
class Style:
    """A theme's types, measured. Widths, heights and places are in points, roles those of texts."""

    theme: Theme

    def width(self, text: str, role: str) -> float:
        """How wide the text is in one row."""
        kind = self.theme.types[role]
        return glyphs.advance(" ".join(_lines(text)), kind.weight) * kind.size

    def wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """The text in rows that are at most ``width`` wide.

        It breaks at spaces, hyphens and dashes, and in a word that is too wide by itself. Its own line ends are kept,
        runs of spaces become one. A single character is never broken, however narrow the place.
        """
        kind = self.theme.types[role]
        return _wrap(text, kind.weight, (width + _NOISE) / kind.size)

    def height(self, text: str, role: str, width: float) -> float:
        """How high the text is when it is wrapped; 0 for an empty one."""
        return len(self.wrap(text, role, width)) * self.theme.types[role].leading

    def block(  # noqa: PLR0913, PLR0917 -- a text, a place and a width are that many
        self, text: str, role: str, x: float, y: float, width: float, align: Align = "start"
    ) -> Text:
        """The wrapped text with its upper left corner in the given place."""
        kind = self.theme.types[role]
        reach = glyphs.metrics()
        first = y + (kind.leading + (reach.ascent - reach.descent) * kind.size) / 2
        rows = []
        for index, words in enumerate(self.wrap(text, role, width)):
            wide = glyphs.advance(words, kind.weight) * kind.size
            slack = {"start": 0.0, "middle": (width - wide) / 2, "end": width - wide}[align]
            rows.append(Row(words, x + slack, first + index * kind.leading, wide))
        return Text(role, text, Rect(x, y, width, len(rows) * kind.leading), tuple(rows), align)


def _lines(text: str) -> list[str]:
    """The lines of a text as its author broke them, without idle spaces and hyphens."""
    text = breaks.IDLE_HYPHEN.sub("", glyphs.clean(text))
    return [_RUN.sub(" ", line).strip(" ") for line in text.strip().splitlines()]


@lru_cache(maxsize=1 << 13)
def _wrap(text: str, weight: Weight, limit: float) -> tuple[str, ...]:
    """The rows of a text, each at most ``limit`` ems wide."""
    rows: list[str] = []
    for line in _lines(text):
        edges = glyphs.edges(line, weight)
        rows += [_shown(line)] if edges[-1] <= limit else _Line(line, weight, limit, edges).rows()
    return tuple(rows)


class _Line:
    """A line that is too wide, to be broken into rows of at most ``limit`` ems."""

    def __init__(self, text: str, weight: Weight, limit: float, edges: list[float]) -> None:
        self.text, self.weight, self.limit, self.edges = text, weight, limit, edges
        self.words = [*breaks.opportunities(text), (len(text), len(text))]

    @cached_property
    def characters(self) -> list[Place]:
        """Where to break when no word fits."""
        return [(index, index) for index in (*breaks.characters(self.text)[1:], len(self.text))]

    @cached_property
    def letters(self) -> list[Place]:
        """The same without the places beside non-breaking spaces."""
        return [place for place in self.characters if not breaks.is_glued(self.text, place[0])]

    def rows(self) -> Iterator[str]:
        """As many words as fit, then the next row."""
        start = 0
        while start < len(self.text):
            row, start = self.last(self.words, start, hyphen="-") or self.force(start)
            if row:
                yield row

    def last(self, places: list[Place], start: int, hyphen: str = "") -> tuple[str, int] | None:
        """The longest row from ``start`` on that ends at one of the places, and where the next one begins."""
        reach = bisect_right(self.edges, self.edges[start] + self.limit) - 1
        first, beyond = (bisect_right(places, index, key=_end) for index in (start, reach))
        for end, start_of_next in reversed(places[first:beyond]):
            row = _shown(self.text[start:end], hyphen)
            if glyphs.advance(row, self.weight) <= self.limit:
                return row, start_of_next  # nearly always the first one tried: only kerning or a hyphen add to it
        return None

    def force(self, start: int) -> tuple[str, int]:
        """A row that cannot end after a word; of one character if even that is too wide."""
        end, _ = self.characters[bisect_right(self.characters, start, key=_end)]
        first = (_shown(self.text[start:end]), end)
        return self.last(self.letters, start) or self.last(self.characters, start) or first


def _shown(row: str, hyphen: str = "") -> str:
    """A row as it is drawn: without idle spaces, with the hyphen of the word it breaks."""
    row = row.strip(breaks.SPACES)
    is_broken = row.endswith(breaks.SOFT_HYPHEN)
    return row.replace(breaks.SOFT_HYPHEN, "") + (hyphen if is_broken else "")


def _end(place: Place) -> int:
    return place[0]
