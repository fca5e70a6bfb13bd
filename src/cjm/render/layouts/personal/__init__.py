"""The persona view: a sheet for each persona of a map, with what the journey is for them."""

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.lanes import Detail
from cjm.render.layouts.personal.page import Dossier, auto, paged
from cjm.render.scene import Scene
from cjm.render.sizes import AUTO, paper
from cjm.render.text import Style


def lay_out(
    journey: Journey, style: Style, size: str = AUTO, lang: str = "", detail: Detail = "standard"
) -> tuple[Scene, ...]:
    """The sheets of a map's personas. Raises ``UsageError`` for a map that has none."""
    if not journey.personas:
        message = f"‘{journey.title}’ has no persona to draw. Write persona: and a name, or personas: in a library."
        raise UsageError(message)
    dossier = Dossier(journey, style, labels(lang or journey.lang or "en"), detail)
    return (auto(dossier),) if size == AUTO else paged(dossier, paper(size))
