"""The matrix as one picture, as large as it needs to be."""

from collections.abc import Iterator

from cjm.render.layouts.grid import Span
from cjm.render.layouts.matrix.board import TOTALS, Board, Columns
from cjm.render.layouts.matrix.header import header, top
from cjm.render.layouts.matrix.key import key
from cjm.render.layouts.matrix.named import named
from cjm.render.layouts.matrix.rows import Rows, separators
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Group, Line, Rect, Scene, Shape

_MARGIN = 36.0
_LABELS = 152.0  # the column of channels
_NARROWEST, _WIDEST, _TOGETHER = 160.0, 216.0, 1600.0  # a column; all of them, where that leaves each enough
_LEAST = 620.0  # points of all columns: the head needs them
_APART = 18.0  # between two maps
_BELOW = 22.0  # below the head, and above the legend


def draw(board: Board) -> tuple[Scene]:
    """One scene with everything."""
    sheets = tuple(_sheets(board))
    grid = sheets[-1].grid
    whole = Span(_MARGIN, grid.span.right + TOTALS - _MARGIN)
    group, y = top(board, sheets[0], whole, _MARGIN)
    columns, begin = header(board, sheets, y + _BELOW)
    y = begin + 8
    grounds: list[Shape] = []
    rows: list[Shape] = []
    for strip in Rows(board, sheets).strips(_LABELS):
        grounds.append(Line("rule", (whole.x, y), (whole.right, y)))
        if strip.is_shaded:
            grounds.append(Box("lane-alt", Rect(whole.x, y, whole.width, strip.height)))
        rows.append(strip.shapes(y))
        y += strip.height
    grounds += [Line("rule", (whole.x, y), (whole.right, y)), *separators(sheets, begin + 8, y)]
    legend = key(board, sheets[0]).within(whole.width).fit(whole.width)
    shapes = (*grounds, group, *columns, *rows, Group("legend", "", legend.draw(whole.x, y + _BELOW)))
    called, title, told = named(board)
    height = y + _BELOW + legend.height + _MARGIN
    return (Scene(called, title, told, board.lang, whole.right + _MARGIN, height, shapes),)


def _sheets(board: Board) -> Iterator[Sheet]:
    """The sheets of all maps side by side, their columns all of one width."""
    count = len(board.stages)
    wide = max(min(_WIDEST, max(_NARROWEST, _TOGETHER / count)), _LEAST / count)
    x = _MARGIN + _LABELS
    for journey in board.journeys:
        grid = Columns(journey, x, wide, 0, len(journey.stages))
        yield board.sheet(journey, grid)
        x = grid.span.right + _APART
