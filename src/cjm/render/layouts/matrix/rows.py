"""The rows of a matrix: one for each channel, and one with the totals of the stages."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cjm.figures.contacts import UNNAMED, Channel
from cjm.render import icons
from cjm.render.layouts.grid import Place, Span
from cjm.render.layouts.marks import Sign
from cjm.render.layouts.matrix.board import Board, beside
from cjm.render.layouts.matrix.card import card
from cjm.render.layouts.matrix.sums import summed
from cjm.render.layouts.pieces import Fitted, Shapes, Stack, Words
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip
from cjm.render.naming import name_of
from cjm.render.scene import Box, Group, Line, Rect
from cjm.render.values import dataclass

_PADDING = 8.0  # above and below what is in a row
_GUTTER = 10.0  # between the edge of a column and a card
_FRAME = 4.0  # and a gap; also above and below it
_BETWEEN = 7.0  # between two cards
_EMPTY = 16.0  # the least height of what is in a row


class _Cell(NamedTuple):
    """A cell: its label, where it is, what is in it, and whether nothing of that is in place."""

    label: str
    span: Span
    body: Fitted | None
    is_gap: bool

    def draw(self, y: float, height: float) -> Group | None:
        """The cell in a row that begins at a y; nothing where nothing is to be seen."""
        span = self.span
        frame = Rect(span.x + _FRAME, y + _FRAME, span.width - 2 * _FRAME, height - 2 * _FRAME)
        gap = (Box("gap", frame, 6),) if self.is_gap else ()
        shapes = self.body.draw(span.x + _GUTTER, y + _PADDING) if self.body else ()
        return Group("gap" if self.is_gap else "cells", self.label, (*gap, *shapes)) if gap or shapes else None


@dataclass(frozen=True)
class Rows:
    """The rows of a board over the columns of some sheets; totals are those of all that is on the board."""

    board: Board
    sheets: Sequence[Sheet]

    @property
    def totals(self) -> Span:
        """Where the totals stand."""
        return beside(self.sheets)

    def strips(self, labels: float) -> Iterator[Strip]:
        """The rows, from the first channel to the totals; the names of channels have so much room at the left."""
        for index, channel in enumerate(self.board.channels):
            yield self._row(channel, labels, is_shaded=index % 2 == 1)
        count = len(self.board.channels)
        if self.board.unused:
            yield self._unused(labels, is_shaded=count % 2 == 1)
            count += 1
        yield self._last(labels, is_shaded=count % 2 == 1)

    def _row(self, channel: Channel, labels: float, *, is_shaded: bool) -> Strip:
        name, own = self.board.called(channel), self._name(channel, labels)
        cells = [self._cell(sheet, place, channel) for sheet in self.sheets for place in sheet.grid.places()]
        counted, missing = self.board.of_channel(channel)
        total = summed(self.board, counted, gaps=missing).fit(self.totals.width)
        highs = [own.height, total.height, _EMPTY, *(cell.body.height for cell in cells if cell.body)]
        high = max(highs) + 2 * _PADDING

        def draw(y: float) -> Shapes:
            drawn = (cell.draw(y, high) for cell in cells)
            return (*(group for group in drawn if group), *total.draw(self.totals.x, y + _PADDING))

        group = Group("lane", name, (), f"channel/{channel.key or '-'}")
        return Strip(group, high, draw, self._label(own, labels), is_shaded=is_shaded)

    def _cell(self, sheet: Sheet, place: Place, channel: Channel) -> _Cell:
        found = self.board.within(place.stage, channel)
        cards = [card(self.board, sheet, contact, channel.key) for contact in found]
        body = Stack(cards, _BETWEEN).fit(place.span.width - 2 * _GUTTER) if cards else None
        is_gap = channel.key != UNNAMED and not any(contact.status == "in_place" for contact in found)
        label = f"{self.board.called(channel)}, {name_of(place.stage)}"
        return _Cell(f"{label}: {self.board.word('gap')}" if is_gap else label, place.span, body, is_gap)

    def _unused(self, labels: float, *, is_shaded: bool) -> Strip:
        """The channels that only other maps have, in words: in each of them is a gap from end to end."""
        board, sheet = self.board, self.sheets[0]
        name, span = board.word("unused"), Span(sheet.grid.span.x + _GUTTER, sheet.grid.span.width - 2 * _GUTTER)
        own = Words(board.style, name, "lane").fit(labels - 26)
        told = Words(board.style, " · ".join(map(board.called, board.unused)), "note").fit(span.width)
        high = max(own.height, told.height) + 2 * _PADDING

        def draw(y: float) -> Shapes:
            ground = Rect(sheet.grid.span.x, y + 1, sheet.grid.span.width - 1, high - 2)  # no line between stages here
            return (Box("lane-alt" if is_shaded else "page", ground), *told.draw(span.x, y + _PADDING + 1))

        return Strip(
            Group("lane", name, (), "channel/unused"), high, draw, self._label(own, labels), is_shaded=is_shaded
        )

    def _last(self, labels: float, *, is_shaded: bool) -> Strip:
        """The totals of the stages, and that of all."""
        board = self.board
        name = board.word("total")
        own = Words(board.style, name, "lane").fit(labels - 26)
        sums = []
        for sheet in self.sheets:
            for place in sheet.grid.places():
                told = summed(board, board.of_stage(place.stage), switches=board.switched.get(id(place.stage), 0))
                sums.append((place.span.x + _GUTTER, told.fit(place.span.width - 2 * _GUTTER)))
        counted, missing = board.whole
        sums.append((self.totals.x, summed(board, counted, gaps=missing).fit(self.totals.width)))
        high = max(own.height, *(told.height for _, told in sums)) + 2 * _PADDING

        def draw(y: float) -> Shapes:
            return tuple(shape for x, told in sums for shape in told.draw(x, y + _PADDING))

        return Strip(
            Group("lane", name, (), "channel/total"), high, draw, self._label(own, labels), is_shaded=is_shaded
        )

    def _name(self, channel: Channel, labels: float) -> Fitted:
        """A channel behind its icon."""
        own = next((each for each in channel.journey.channels if channel.word in {each.id, each.name}), None)
        sign = Sign(icons.of_channel(channel.word, own.medium if own else "")) if channel.key != UNNAMED else None
        return Words(self.board.style, self.board.called(channel), "lane", sign).fit(labels - 26)

    def _label(self, name: Fitted, labels: float) -> Callable[[float], Shapes]:
        """How to draw the name of a row that begins at a y."""
        x = self.sheets[0].grid.span.x - labels + 10
        return lambda y: name.draw(x, y + _PADDING)


def separators(sheets: Sequence[Sheet], top: float, bottom: float) -> Iterator[Line]:
    """A thin line between stages, and before the totals."""
    ends = [place.span.right for sheet in sheets for place in sheet.grid.places()]
    yield from (Line("stage-rule", (x, top), (x, bottom)) for x in ends)
