"""What a matrix needs explained."""

from collections.abc import Callable, Iterator
from functools import partial

from cjm.figures.contacts import Direction, direction
from cjm.figures.coverage import is_assumed
from cjm.figures.emotion import felt
from cjm.render.layouts.legend import Entry, Legend
from cjm.render.layouts.marks import ICON, Diamond, Rating
from cjm.render.layouts.matrix.board import Board
from cjm.render.layouts.matrix.card import parties
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Rect

_DIRECTIONS: tuple[Direction, ...] = ("inbound", "outbound", "among")


def key(board: Board, sheet: Sheet) -> Legend:
    """The legend of all that is on a board."""
    return Legend(sheet, tuple(_entries(board)))


def _entries(board: Board) -> Iterator[Entry]:
    """Whatever the cards have, in the order of the legend."""
    found = board.contacts
    assumed = {is_assumed(contact.stage, contact.moment) for contact in found}
    for word, role, is_needed in (
        ("evidence", "card", False in assumed),
        ("assumption", "card-assumed", True in assumed),
    ):
        if is_needed:
            yield Entry(word, _box(role))
    if board.whole[1]:
        yield Entry("gap", _box("gap"), table="matrix")
    if any(contact.moment.moment_of_truth for contact in found):
        yield Entry("truth", _truth)
    if board.detail == "overview":
        return
    if any(contact.moment.importance for contact in found):
        yield Entry("importance", lambda x, y: Rating(3).draw(x - 22, y), table="matrix")
    ways = {direction(contact.journey, contact.moment) for contact in found}
    for way in _DIRECTIONS:
        if way in ways:
            yield Entry(way, partial(_parties, way), table="matrix")
    if any(felt(contact.moment, contact.journey.scale) is not None for contact in found):
        yield Entry("feeling", partial(_mood, board), table="matrix")


def _parties(way: Direction, x: float, y: float) -> Shapes:
    return parties(way, x - 14, y)


def _truth(x: float, y: float) -> Shapes:
    return (
        Box("truth-halo", Rect(x - 15, y - 8, 30, 16), 5),
        Box("card", Rect(x - 12, y - 5, 24, 10), 2.5),
        *Diamond().draw(x - ICON / 2, y),
    )


def _mood(board: Board, x: float, y: float) -> Shapes:
    style = board.style
    high, low = ("+1", "mood-high"), ("\u22121", "mood-low")
    wides = [style.width(*each) + 0.01 for each in (high, low)]
    leading = style.theme.types["mood-high"].leading
    lefts = (x - 2 - wides[0], x + 4)
    return tuple(
        style.block(text, role, left, y - leading / 2, wide)
        for (text, role), left, wide in zip((high, low), lefts, wides, strict=True)
    )


def _box(role: str) -> Callable[[float, float], Shapes]:
    return lambda x, y: (Box(role, Rect(x - 13, y - 5, 26, 10), 2.5),)
