"""A block of columns in a terminal: cells side by side, the borders between them, their part of the curve."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, zip_longest

from cjm.render.told.places import Place
from cjm.render.told.styles import SMALL, STRONG
from cjm.render.told.telling import Entry, Line
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.columns import Columns
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen
from cjm.report.terminal.plot import ROWS, TICKS, Plot

Row = list[Piece]
Cell = tuple[Place, tuple[Entry, ...]]
"""What a lane says, and where."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LEFT_TO_RIGHT = "\u200e"
"""Before each border in a row with letters that run to the left: a terminal that turns them leaves the cells in order."""


@dataclass(frozen=True)
class Block:
    """The columns from ``start`` up to ``end``, behind a column of labels that is ``aside`` cells wide."""

    pen: Pen
    columns: Columns
    aside: int
    start: int
    end: int

    @cached_property
    def stages(self) -> list[Place]:
        """The stages in this block, with their columns in it."""
        return [
            stage._replace(start=max(stage.start, self.start), end=min(stage.end, self.end))
            for stage in self.columns.stages
            if stage.start < self.end and stage.end > self.start
        ]

    @property
    def width(self) -> int:
        """The cells behind the border of the labels, with a space before the first text."""
        return 1 + self.columns.span(self.start, self.end)

    @cached_property
    def borders(self) -> frozenset[int]:
        """Where the borders between stages stand in them."""
        return frozenset((place.end - self.start) * self.columns.pitch - 1 for place in self.stages[:-1])

    def heads(self, phase: str, stage: str, tell: Callable[..., Entry]) -> Iterator[Piece]:
        """The names of phases and stages; ``tell`` gives the lines of a stage, told whether it only ``goes_on``."""
        if any(place.stage.phase for place in self.stages):
            runs = [list(run) for _, run in groupby(self.stages, key=lambda place: place.stage.phase)]
            places = [run[0]._replace(end=run[-1].end) for run in runs]
            names = [[(Line(place.stage.phase, SMALL),)] for place in places]
            yield from self._lines(phase, places, [*map(self._rows, names, map(self._span, places))])
        starts = {place.start for place in self.columns.stages}
        heads = [[tell(place, goes_on=place.start not in starts)] for place in self.stages]
        yield from self._lines(stage, self.stages, [*map(self._rows, heads, map(self._span, self.stages))])

    def has(self, cells: Iterable[Cell]) -> bool:
        """Whether a lane says anything in these columns."""
        return any(self.start <= place.start < self.end for place, _ in cells)

    def lane(self, label: str, cells: Sequence[Cell]) -> Iterator[Piece]:
        """What a lane says: over a whole stage, and below that in its columns."""
        parts = [self._part(stage, cells) for stage in self.stages]
        high = max(len(self.pen.rows(label, self.aside)), *map(len, parts))
        filled = [
            [*part, *[self._beside([[]] * (stage.end - stage.start))] * (high - len(part))]
            for part, stage in zip(parts, self.stages, strict=True)
        ]
        yield from self._lines(label, self.stages, filled)

    def plot(self, plot: Plot, label: str) -> Iterator[Piece]:
        """The part of the emotion curve over these columns, with its scale at the left."""
        signs, first = self.pen.signs, self.start * self.columns.pitch
        curve = (plot.strokes if self.pen.is_plain else plot.dots)(first, self.width)
        figures = {row: self.pen.spell(plot.told.naming.score(plot.value(row))) for row in TICKS}
        names = self.pen.rows(label, self.aside - 1 - max(map(cell_len, figures.values())))
        for row in range(ROWS):
            name, figure = names[row] if row < len(names) else "", figures.get(row, "")
            gap = " " * (self.aside - cell_len(name) - cell_len(figure))
            border = signs.tick if figure else signs.upright
            pieces: Row = [(name, STRONG), (f"{gap}{figure} {border}", SMALL)]
            for x in range(self.width):
                still = signs.upright if x in self.borders else signs.neutral if row == ROWS // 2 else " "
                sign, style = plot.marks.get((first + x, row), ("", ""))
                stroke = curve.get((x, row))
                drawn = getattr(signs, sign) if sign else stroke or still
                pieces.append((drawn, style if sign else plot.style(row) if stroke else SMALL))
            yield from _finished(pieces)

    def rule(self, crossing: str = "") -> Iterator[Piece]:
        """A line between two lanes, or another ``crossing`` of the borders at its ends."""
        level, cross = self.pen.signs.level, crossing or self.pen.signs.cross
        line = "".join(cross if x in self.borders else level for x in range(self.width))
        yield f"{level * (self.aside + 1)}{cross}{line}\n", SMALL

    def visibility(self, name: str) -> Iterator[Piece]:
        """The line below which the customer sees nothing."""
        whole = self.aside + 2 + self.width
        dashes = self.pen.signs.hidden * whole
        for row in self.pen.rows(name, whole - 8):
            yield f"{dashes[:3]} ", SMALL
            yield row, STRONG
            yield f" {dashes[: whole - 5 - cell_len(row)]}".rstrip() + "\n", SMALL

    def _part(self, stage: Place, cells: Sequence[Cell]) -> list[Row]:
        """The rows of one stage."""
        own = [each for each in cells if stage.start <= each[0].start < stage.end]
        above = [entry for place, entries in own if place.is_stage for entry in entries]
        columns = [
            [entry for place, entries in own if place.start == column and not place.is_stage for entry in entries]
            for column in range(stage.start, stage.end)
        ]
        below = [self._rows(entries, self.columns.width) for entries in columns]
        return [*self._rows(above, self._span(stage)), *map(self._beside, zip_longest(*below, fillvalue=[]))]

    def _lines(self, label: str, places: Sequence[Place], cells: Sequence[Sequence[Row]]) -> Iterator[Piece]:
        """Cells side by side, one for each place, behind the label."""
        names = [[(row, STRONG)] for row in self.pen.rows(label, self.aside)]
        widths = [self.aside, *map(self._span, places)]
        for row in zip_longest(names, *cells, fillvalue=[]):
            yield from _finished(self._joined(row, widths, self.pen.signs.upright))

    def _beside(self, cells: Sequence[Row]) -> Row:
        """Cells of one stage side by side."""
        return self._joined(cells, [self.columns.width] * len(cells), self.pen.signs.inner)

    def _joined(self, cells: Iterable[Row], widths: Iterable[int], border: str) -> Row:
        """Cells of those widths as one row, with borders between them."""
        row: Row = []
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            row += [(" ", ""), (border, SMALL), (" ", "")] if index else []
            row += [*cell, (" " * (width - sum(cell_len(text) for text, _ in cell)), "")]
        return row

    def _rows(self, entries: Iterable[Entry], width: int) -> list[Row]:
        """Entries wrapped into rows."""
        rows: list[Row] = []
        for line in (line for entry in entries for line in entry):
            lead = "  " * line.depth + (f"{getattr(self.pen.signs, line.sign)} " if line.sign else "")
            texts = self.pen.rows(line.text, width - len(lead))
            rows += (
                [(lead if index == 0 else " " * len(lead), line.tint), (text, line.style)]
                for index, text in enumerate(texts)
            )
        return rows

    def _span(self, place: Place) -> int:
        return self.columns.span(place.start, place.end)


def _finished(row: Row) -> Iterator[Piece]:
    """A row without idle spaces at its end, neighbours of one style joined, and the line ended."""
    if any(_RIGHT_TO_LEFT.search(text) for text, _ in row):
        row = [(_LEFT_TO_RIGHT + text if style == SMALL else text, style) for text, style in row]
    while row and not row[-1][0].strip(" "):
        row = row[:-1]
    for style, pieces in groupby(row, key=lambda piece: piece[1]):
        yield "".join(text for text, _ in pieces), style
    yield "\n", ""
