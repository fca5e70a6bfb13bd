"""The cards of the flow: a contact with its channels, how it feels, and whether it is a moment of truth."""

from collections.abc import Iterator

from cjm.figures.emotion import felt, neutral
from cjm.model.moment import Touchpoint
from cjm.render.layouts.contact import circumstances, standing, truth
from cjm.render.layouts.grid import INSET, Place
from cjm.render.layouts.marks import Bullet, diamond
from cjm.render.layouts.pieces import Card, Fact, Named, Piece, Shapes, Stack
from cjm.render.layouts.plot import figure
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Dot
from cjm.render.values import dataclass

_APART = 6.0  # between the parts of a card


@dataclass(frozen=True, slots=True)
class Point:
    """How a moment feels, as on the emotion curve: a dot, or the diamond of a moment of truth."""

    role: str
    is_truth: bool
    indent: float = 18.0

    def draw(self, x: float, y: float) -> Shapes:
        """One point."""
        return (diamond(self.role, x + 7, y, 7.5) if self.is_truth else Dot(self.role, (x + 7, y), 5),)


def card(sheet: Sheet, place: Place) -> Piece:
    """The card of a moment; that of a stage has the contacts that are a set in it."""
    moment = place.moment
    parts = [Stack(part) for part in _parts(sheet, place) if part]
    role = "-".join(filter(None, ("card", standing(moment), "assumed" if place.is_assumed else "")))
    body = Card(role, Stack(parts, _APART), margin=(INSET, 9), radius=5)
    return Named("cell", name_of(moment), sheet.address(place), body)


def _parts(sheet: Sheet, place: Place) -> Iterator[tuple[Piece, ...]]:
    """The name and the channels with what else is to know, the contacts of a stage, the decision, the mood."""
    moment = place.moment
    rows: list[Piece] = [sheet.text(name_of(moment), "touchpoint")]
    if sheet.counts(place, "channel"):
        rows += sheet.facts(*map(sheet.channel, moment.channel), role="channel")
    if isinstance(moment, Touchpoint):
        rows += circumstances(sheet, moment)
    yield tuple(rows)
    yield tuple(_contacts(sheet, place)) if moment is place.stage else ()
    if moment.moment_of_truth and sheet.detail != "overview":
        yield tuple(truth(sheet, moment.moment_of_truth))
    yield tuple(_mood(sheet, place))
    yield sheet.research(moment.evidence)


def _contacts(sheet: Sheet, place: Place) -> Iterator[Piece]:
    """The contacts that are a set in a stage."""
    for contact in place.stage.touchpoints:
        mark = sheet.channel(contact.channel[0]).mark if contact.channel else Bullet("bullet")
        yield sheet.text(name_of(contact), "note", mark)


def _mood(sheet: Sheet, place: Place) -> Iterator[Piece]:
    """How a moment feels, in a figure and a word."""
    if not sheet.counts(place, "feels") and not place.moment.for_:
        return
    moment, scale = place.moment, sheet.journey.scale
    value, middle = felt(moment, scale), neutral(scale)
    side = "neutral" if value is None or value == middle else "high" if value > middle else "low"
    word = moment.feels.emotion if moment.feels else ""
    told = " ".join(filter(None, ("" if value is None else figure(sheet, value), word)))
    hollow = "-assumed" if place.is_assumed else ""
    mark = None if value is None else Point(f"point-{side}{hollow}", moment.moment_of_truth is not None)
    yield from sheet.facts(Fact(told, mark), role=f"mood-{side}")
