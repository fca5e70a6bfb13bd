"""The flow of a journey: what leads where, for how many, and where people leave."""

from collections.abc import Sequence

from cjm.model.journey import Journey
from cjm.render.layouts.flow import maps, systems
from cjm.render.layouts.flow.board import lay_out as on_board
from cjm.render.layouts.flow.pages import on_pages
from cjm.render.layouts.flow.picture import of_steps
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO
from cjm.render.text import Style
from cjm.render.views import Wish

__all__ = ["lay_out"]

_BOARDS = {"maps": maps.board, "systems": systems.board}


def lay_out(journeys: Sequence[Journey], style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The flow of a map, or of several the tree they make, or the systems they need, as finished pages.

    Raises ``UsageError`` where there is no Graphviz, and where there is nothing to show.
    """
    if wish.of in _BOARDS:
        return on_board(_BOARDS[wish.of], journeys, style, wish)
    if wish.size == AUTO:
        return of_steps(journeys[0], style, wish)
    return on_pages(journeys[0], style, wish)
