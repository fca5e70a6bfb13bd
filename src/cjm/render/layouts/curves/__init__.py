"""The curve view: how journeys feel, from moment to moment, as the picture itself."""

from collections.abc import Sequence

from cjm.errors import UsageError
from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.layouts.curves import several
from cjm.render.layouts.curves.alone import Alone, lived
from cjm.render.layouts.curves.joined import families
from cjm.render.layouts.curves.several import Several
from cjm.render.layouts.curves.together import Together
from cjm.render.layouts.curves.whole import Draft, Look, auto, paged
from cjm.render.layouts.joint import language
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO, paper
from cjm.render.text import Style
from cjm.render.views import Wish


def lay_out(journeys: Sequence[Journey], style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The curves of maps: of one alone, or of several together.

    Raises ``UsageError`` where no map says how a moment feels.
    """
    told = [journey for journey in journeys if is_said(journey, "feels")]
    if not told:
        titles = ", ".join(f"‘{journey.title}’" for journey in journeys)
        message = f"There is no curve to draw: {titles} does not say how any moment feels. Write feels: -1 at a moment."
        raise UsageError(message)
    look = Look(style, labels(wish.lang or language(told)), wish.detail)
    kin = families(told)
    if len(kin) > 1:
        whole = Several(tuple(kin), look)
        return (several.auto(whole),) if wish.size == AUTO else several.paged(whole, paper(wish.size))
    draft: Draft = Alone(lived(told[0])) if len(told) == 1 else Together(kin[0])
    return (auto(draft, look),) if wish.size == AUTO else paged(draft, look, paper(wish.size))
