"""The views of journeys: what each is called, what it shows, and what draws it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.model.problem import nearest
from cjm.render.lanes import Detail
from cjm.render.sizes import AUTO
from cjm.render.values import dataclass

if TYPE_CHECKING:
    from cjm.model.journey import Journey
    from cjm.render.scene import Scene
    from cjm.render.text import Style


@dataclass(frozen=True, slots=True)
class Wish:
    """How maps are to be drawn; each view takes what concerns it.

    ``lanes`` are keys of lanes in the order wanted, none where ``detail`` chooses. ``lang`` is the language of the labels,
    empty for the map's own. ``size`` is a name from :mod:`cjm.render.sizes`. ``of`` is what the view is made of, empty
    for the first of its :attr:`View.subjects`.
    """

    lanes: tuple[str, ...] = ()
    lang: str = ""
    detail: Detail = "standard"
    size: str = AUTO
    of: str = ""


Draw = Callable[["Sequence[Journey]", "Style", Wish], "tuple[Scene, ...]"]
"""Lays maps out as finished pages."""


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at maps: what it shows, in a phrase; what draws it; what it can be made of.

    ``joins`` tells whether one picture can hold several maps: ``never``, where it is ``asked`` for, or ``always``.
    Of what it can be made, only the first of the ``subjects`` is drawn map by map; the others always join.
    ``has_lanes``: whether lanes can be chosen.
    """

    told: str
    draw: Draw
    joins: str = "never"
    subjects: tuple[str, ...] = ()
    has_lanes: bool = False

    def is_joined(self, of: str, *, asked: bool) -> bool:
        """Whether all maps go into one picture."""
        return self.joins == "always" or (self.joins == "asked" and asked) or of in self.subjects[1:]


def _swimlane(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    (journey,) = journeys
    lanes, lang = wish.lanes or None, wish.lang or None
    if wish.size == AUTO:
        from cjm.render.layouts.swimlane import lay_out  # noqa: PLC0415

        return lay_out(journey, style, lanes, lang, wish.detail)
    from cjm.render.layouts.pages import lay_out as print_on  # noqa: PLC0415

    return print_on(journey, style, wish.size, lanes, lang, wish.detail)


def _blueprint(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    from cjm.render.layouts.blueprint import lay_out  # noqa: PLC0415

    (journey,) = journeys
    return lay_out(journey, style, wish)


def _curve(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    from cjm.render.layouts.curves import lay_out  # noqa: PLC0415

    return lay_out(journeys, style, wish)


def _matrix(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    from cjm.render.layouts.matrix import lay_out  # noqa: PLC0415

    return lay_out(journeys, style, wish)


def _flow(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    from cjm.render.layouts.flow import lay_out  # noqa: PLC0415

    return lay_out(journeys, style, wish)


def _portfolio(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    from cjm.render.layouts.portfolio import lay_out  # noqa: PLC0415

    return lay_out(journeys, style, wish)


def _persona(journeys: "Sequence[Journey]", style: "Style", wish: Wish) -> "tuple[Scene, ...]":
    from cjm.render.layouts.personal import lay_out  # noqa: PLC0415

    (journey,) = journeys
    return lay_out(journey, style, wish)


VIEWS: Mapping[str, View] = {
    "swimlane": View("stages across, lanes down, the emotion curve in the middle", _swimlane, has_lanes=True),
    "blueprint": View(
        "a service blueprint: what customers do, what is done for them, and what needs what", _blueprint, has_lanes=True
    ),
    "curve": View(
        "how the journey feels: the emotion curve of a map, of its personas, of several maps", _curve, "asked"
    ),
    "matrix": View("channels down, stages across: the touchpoints in their cells, and the gaps", _matrix, "asked"),
    "flow": View(
        "what leads where: branches, loops, exits, and for how many", _flow, subjects=("steps", "maps", "systems")
    ),
    "portfolio": View(
        "what to do first: importance × pain of touchpoints, impact × effort of opportunities", _portfolio, "always"
    ),
    "persona": View("who the customers are: a sheet for each persona, and what the journey is for them", _persona),
}
"""Every view by its name; the first is drawn unless another is asked for."""


def find(name: str, of: str = "") -> View:
    """The view of that name. Raises ``UsageError`` where there is none, and where it cannot be made of that."""
    if name not in VIEWS:
        meant = nearest(name, VIEWS)
        hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(VIEWS)}."
        raise UsageError(f"There is no view ‘{name}’. {hint}")
    view = VIEWS[name]
    if of and of not in view.subjects:
        able = [f"{other} of {', '.join(each.subjects)}" for other, each in VIEWS.items() if each.subjects]
        message = f"The view ‘{name}’ cannot be made of ‘{of}’. Possible: {'; '.join(able)}."
        raise UsageError(message)
    return view
