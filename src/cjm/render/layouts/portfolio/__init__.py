"""The portfolio: touchpoints by importance and pain, opportunities by impact and effort, over all maps."""

from collections.abc import Sequence

from cjm.model.journey import Journey
from cjm.render.layouts.portfolio.choice import Choice
from cjm.render.layouts.portfolio.paper import print_on
from cjm.render.layouts.portfolio.poster import draw
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO, paper
from cjm.render.text import Style
from cjm.render.views import Wish

__all__ = ["lay_out"]


def lay_out(journeys: Sequence[Journey], style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The portfolio of one map or of several; raises ``UsageError`` where nothing is rated at all."""
    choice = Choice.of(journeys, style, wish)
    return draw(choice) if wish.size == AUTO else print_on(choice, paper(wish.size))
