"""What is to be printed of a blueprint: all its boxes and lines, and any part of them, on pages of a size."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from cjm.model.journey import Journey
from cjm.render.layouts.blueprint.splits import Numbered
from cjm.render.layouts.blueprint.table import Table
from cjm.render.layouts.blueprint.whole import prepared
from cjm.render.layouts.press import LABELS, MARGIN
from cjm.render.layouts.windows import breaks
from cjm.render.sizes import paper
from cjm.render.text import Style
from cjm.render.values import dataclass
from cjm.render.views import Wish

NARROWEST = 138.0
"""Points: the least width of boxes in type that is not shrunk."""

_WIDEST = 240.0


@dataclass(frozen=True)
class Plan:
    """What is to be printed: all boxes of a map and the lanes below them, on paper of a size, in type of a share."""

    table: Table
    below: tuple[str, ...]
    paper: tuple[float, float]
    share: float

    @classmethod
    def of(cls, journey: Journey, style: Style, wish: Wish, share: float) -> "Plan":
        """The plan for type of that share of its size."""
        look = replace(style, theme=style.theme.shrunk(share))
        return cls(*prepared(journey, look, wish), paper(wish.size), share)

    @property
    def room(self) -> float:
        """The width of a page beside the names of rows."""
        return self.paper[0] - 2 * MARGIN - LABELS

    @property
    def most(self) -> int:
        """How many columns a page can have: as many as leave boxes wide enough."""
        for most in range(self.table.last, 1, -1):
            parts = pairwise(breaks(self.table.sheet.grid.columns, most))
            if all(self.usual(first, last) >= NARROWEST * self.share for first, last in parts):
                return most
        return 1

    def starts(self, most: int) -> tuple[int, ...]:
        """The first columns of all pages, and where the last one ends."""
        return breaks(self.table.sheet.grid.columns, most)

    def part(self, first: int, last: int) -> Table:
        """Some of the columns."""
        chosen = [index for index, entry in enumerate(self.table.entries) if first <= entry.column < last]
        return self.picked([(index, self.table.entries[index]) for index in chosen], first, last)

    def picked(self, chosen: Sequence[Numbered], first: int, last: int) -> Table:
        """Some of the boxes, with their numbers, and the lines between them."""
        rows = sorted({entry.row for _, entry in chosen})
        places = {number: place for place, (number, _) in reversed(list(enumerate(chosen)))}
        entries = [replace(entry, row=rows.index(entry.row)) for _, entry in chosen]
        ties = [
            replace(tie, start=places[tie.start], end=places[tie.end])
            for tie in self.table.ties
            if tie.start in places and tie.end in places
        ]
        keys = [self.table.keys[row] for row in rows]
        over = {entry.row for entry in self.table.entries if first <= entry.column < last and entry.row < rows[0]}
        above = tuple(self.table.keys[row] for row in sorted(over))
        return Table(self.table.sheet, keys, entries, ties, first, last, above)

    def wide(self, table: Table) -> float:
        """How wide boxes are, if they fill the page."""
        return min((self.room - table.gutters) / (table.last - table.first), _WIDEST)

    def usual(self, first: int, last: int) -> float:
        """How wide boxes of some columns are on all their pages, if these have no more lines side by side."""
        if (first, last) not in self._usual:
            self._usual[first, last] = self.wide(self.part(first, last))
        return self._usual[first, last]

    @cached_property
    def _usual(self) -> dict[tuple[int, int], float]:
        return {}
