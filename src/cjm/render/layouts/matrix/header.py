"""What stands above a matrix: the head of the picture, the maps where there are several, their phases and stages."""

from collections.abc import Sequence

from cjm.render.amounts import number
from cjm.render.layouts.grid import Span
from cjm.render.layouts.head import head
from cjm.render.layouts.joint import addressed, called, heading
from cjm.render.layouts.matrix.board import Board, beside
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import phases, stages
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.scene import Group, Line, Shape

_BESIDE = 6.0  # between the state of a map and its title, one below the other
_UNDER = 6.0  # below the title of a map
_ASIDE = 3.0


def top(board: Board, sheet: Sheet, span: Span, y: float) -> tuple[Group, float]:
    """The head of the picture from a y on, and where it ends: that of the map, or one for all maps."""
    if not board.is_joined:
        return head(sheet, span, y, None)
    words, counted = board.words, (len(board.named), board.whole[0].in_place)
    facts = [(words.word("joint", "maps"), *(called(journey, words) for journey in board.journeys))]
    facts.append((board.word("channels"), number(counted[0], words)))
    facts.append((words.lane("touchpoints"), number(counted[1], words)))
    return heading(board.style, board.word("title"), facts, span, y)


def header(board: Board, sheets: Sequence[Sheet], y: float) -> tuple[Shapes, float]:
    """The maps, where there are several, their phases and stages; and where they end. All of a kind are level."""
    shapes: list[Shape] = []
    if board.is_joined:
        bars = [_bar(sheet) for sheet in sheets]
        high = max(bar.height for bar in bars)
        for sheet, bar in zip(sheets, bars, strict=True):
            group = Group("map", called(sheet.journey, board.words), bar.draw(sheet.grid.span.x + _ASIDE, y, high))
            shapes.append(group)
        y += high + _UNDER
    ends = [phases(sheet, 0)[1] for sheet in sheets]
    for sheet, end in zip(sheets, ends, strict=True):
        shapes += _own(board, sheet, phases(sheet, y + max(ends) - end)[0])
    y += max(ends)
    high = max(stages(sheet, 0)[1] for sheet in sheets)
    for sheet in sheets:
        shapes += _own(board, sheet, stages(sheet, y, high)[0])
    span = beside(sheets)
    total = sheets[0].text(board.word("total"), "lane").fit(span.width)
    return (*shapes, *total.draw(span.x, y + (high - total.height) / 2)), y + high


def _own(board: Board, sheet: Sheet, shapes: Shapes) -> Shapes:
    return addressed(shapes, sheet.journey) if board.is_joined else shapes


def _bar(sheet: Sheet) -> Fitted:
    """A map among others: its state, its title below, over all its columns."""
    width = sheet.grid.span.width - 2 * _ASIDE
    title = sheet.text(sheet.journey.title, "lane").fit(width)
    reach = HEIGHT + _BESIDE + title.height

    def shapes(x: float, y: float, height: float) -> Shapes:
        down = y + height - reach
        rule = Line("rule", (x, y + height + 3), (x + width, y + height + 3))
        return (tag(sheet, x, down), *title.draw(x, down + HEIGHT + _BESIDE), rule)

    return Fitted(reach, 0, shapes)
