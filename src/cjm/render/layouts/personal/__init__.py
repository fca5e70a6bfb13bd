"""The persona view: a sheet for each persona of a map, with what the journey is for them."""

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.layouts.personal.page import Dossier, auto, paged
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO, paper
from cjm.render.text import Style
from cjm.render.views import Wish


def lay_out(journey: Journey, style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The sheets of a map's personas. Raises ``UsageError`` for a map that has none."""
    if not journey.personas:
        message = f"‘{journey.title}’ has no persona to draw. Write persona: and a name, or personas: in a library."
        raise UsageError(message)
    dossier = Dossier(journey, style, labels(wish.lang or journey.lang or "en"), wish.detail)
    return (auto(dossier),) if wish.size == AUTO else paged(dossier, paper(wish.size))
