"""The service blueprint: what customers see and do, what is done for them, in their sight and out of it, and what needs what.

After G. Lynn Shostack (fail points, times, the line of visibility), Jane Kingman-Brundage (the lines of interaction and
of internal interaction), Mary Jo Bitner, Amy Ostrom and Felicia Morgan (the rows).
"""

from cjm.model.journey import Journey
from cjm.render.layouts.blueprint.pages import on_pages
from cjm.render.layouts.blueprint.whole import on_one
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO
from cjm.render.text import Style
from cjm.render.views import Wish


def lay_out(journey: Journey, style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The blueprint of a map: one picture as large as it is, or as many pages of a size as it takes."""
    return on_one(journey, style, wish) if wish.size == AUTO else on_pages(journey, style, wish)
