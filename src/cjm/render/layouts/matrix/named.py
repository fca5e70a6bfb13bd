"""What the picture of a matrix is called, and what it shows, in words."""

from cjm.render.layouts.joint import called
from cjm.render.layouts.matrix.board import Board
from cjm.render.layouts.swimlane import name


def named(board: Board) -> tuple[str, str, str]:
    """The name of the picture, its title, and a few sentences for those who cannot see it."""
    counted, missing = board.whole
    figures = [str(count) for count in (counted.in_place, len(board.named), len(board.stages), missing)]
    told = board.word("told", *figures)
    first = board.journeys[0]
    if not board.is_joined:
        return f"{name(first)}-matrix", first.title, f"{called(first, board.words)}. {told}"
    maps = "; ".join(called(journey, board.words) for journey in board.journeys)
    return "maps-matrix", board.word("title"), f"{maps}. {told}"
