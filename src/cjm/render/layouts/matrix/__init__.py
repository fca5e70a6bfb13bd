"""The matrix: channels down, stages across, and in each cell the touchpoints that are there."""

from collections.abc import Sequence

from cjm.model.journey import Journey
from cjm.render.layouts.matrix.board import Board
from cjm.render.layouts.matrix.paper import print_on
from cjm.render.layouts.matrix.poster import draw
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO, paper
from cjm.render.text import Style
from cjm.render.views import Wish

__all__ = ["lay_out"]


def lay_out(journeys: Sequence[Journey], style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The matrix of one map, or of several side by side; raises ``UsageError`` where there is no touchpoint at all."""
    board = Board.of(journeys, style, wish)
    return draw(board) if wish.size == AUTO else print_on(board, paper(wish.size))
