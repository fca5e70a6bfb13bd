"""What a picture of several maps has that a picture of one has not: a head of its own, and addresses that tell maps apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cjm.model.journey import Journey
from cjm.render.labels import Labels
from cjm.render.layouts.grid import Span
from cjm.render.layouts.pieces import Shapes, Stack
from cjm.render.layouts.title import Snug, Told
from cjm.render.scene import Group, Picture, Rect, Shape
from cjm.render.text import Style
from cjm.render.typography import typeset

_WIDEST = 1080.0  # of a title
_LOGO = (120.0, 40.0)
_BESIDE = 36.0  # between the title and the logo


def heading(style: Style, title: str, facts: Sequence[tuple[str, ...]], span: Span, y: float) -> tuple[Group, float]:
    """The head of a picture of several maps from a given y on, and where it ends.

    ``facts`` are a name and its parts each.
    """
    logo = style.theme.logo
    wide, high = logo.fit(*_LOGO) if logo else (0.0, 0.0)
    pieces = (Snug(style, title, "title", _WIDEST), *([Told(style, tuple(facts))] if facts else []))
    told = Stack(pieces, 11).fit(span.width - (wide + _BESIDE if logo else 0))
    shapes = told.draw(span.x, y)
    if logo:
        shapes = (*shapes, Picture(Rect(span.right - wide, y, wide, high), logo.media, logo.data))
    return Group("head", title, shapes), y + max(told.height, high)


def addressed(shapes: Iterable[Shape], journey: Journey) -> Shapes:
    """Shapes with the map in front of the addresses of what they show: ``office-phone@future:stage/porting``."""
    return tuple(_addressed(shape, journey) if isinstance(shape, Group) else shape for shape in shapes)


def _addressed(group: Group, journey: Journey) -> Group:
    is_own = group.address and not group.address.startswith("lane/")
    address = f"{journey.identity}:{group.address}" if is_own else group.address
    return replace(group, address=address, children=addressed(group.children, journey))


def language(journeys: Sequence[Journey]) -> str:
    """The language in which most maps are written; the first of these where there are several, and English for none."""
    langs = [journey.lang for journey in journeys if journey.lang]
    return max(langs, key=langs.count, default="en")


def called(journey: Journey, words: Labels) -> str:
    """A map among others: its title and its state."""
    return f"{typeset(journey.title, journey.lang or words.lang)} ({words.word('states', journey.state)})"
