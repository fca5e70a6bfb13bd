"""The lanes of a swimlane picture: one table from a lane's key to what it draws."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cjm.errors import UsageError
from cjm.figures.emotion import score
from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.model.moment import Step
from cjm.model.problem import nearest
from cjm.render.amounts import duration, signed
from cjm.render.layouts import cards
from cjm.render.layouts.bands import Band, cells
from cjm.render.layouts.contact import touchpoint
from cjm.render.layouts.emotion import emotion
from cjm.render.layouts.grid import INSET, Place
from cjm.render.layouts.marks import Rating
from cjm.render.layouts.owners import owners
from cjm.render.layouts.pieces import Piece, Stack
from cjm.render.layouts.sheet import DETAILS, Detail, Sheet
from cjm.render.layouts.summary import summed_up

_APART = 12.0  # between two figures

Pieces = tuple[Piece, ...]
Build = Callable[[Sheet, str], Band | None]


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: how it is built, from which detail on it is shown unasked, and whether the customer sees none of it."""

    build: Build
    since: Detail | None = "full"
    hidden: bool = False


def chosen(journey: Journey, keys: Iterable[str] | None, detail: Detail) -> dict[str, Lane]:
    """The lanes of those keys in their order; without keys those that such a picture shows, then the map's own.

    Unasked, quotations have a lane only where there is no emotion curve for them to stand at.
    """
    known = LANES | {lane.key: _OWN for lane in journey.lanes}
    if keys is None:
        depth, is_felt = DETAILS.index(detail), is_said(journey, "feels")
        shown = {key: lane for key, lane in known.items() if lane.since and DETAILS.index(lane.since) <= depth}
        return {key: lane for key, lane in shown.items() if key != "says" or not is_felt}
    wanted = tuple(dict.fromkeys(keys))
    for key in wanted:
        if key not in known and not key.startswith("x-"):
            meant = nearest(key, known)
            hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(known)}."
            raise UsageError(f"There is no lane ‘{key}’. {hint}")
    return {key: known.get(key, _OWN) for key in wanted}


def _does(sheet: Sheet, place: Place) -> Pieces:
    moment, assumed = place.moment, sheet.is_assumed(place)
    voices = [f"{sheet.persona(who)}: {text}" for who, voice in moment.for_.items() for text in voice.does]
    return sheet.items((*moment.does, *voices), assumed=assumed)


def _thinks(sheet: Sheet, place: Place) -> Pieces:
    moment, assumed = place.moment, sheet.is_assumed(place)
    voices = [f"{sheet.persona(who)}: {text}" for who, voice in moment.for_.items() for text in voice.thinks]
    return tuple(cards.thought(sheet, text, assumed=assumed) for text in (*moment.thinks, *voices))


def _says(sheet: Sheet, place: Place) -> Pieces:
    moment, assumed = place.moment, sheet.is_assumed(place)
    voices = [(quote, sheet.persona(who)) for who, voice in moment.for_.items() for quote in voice.says]
    quotes = [*((quote, "") for quote in moment.says), *voices]
    return tuple(cards.quotation(sheet, quote, by=by, assumed=assumed) for quote, by in quotes)


def _pains(sheet: Sheet, place: Place) -> Pieces:
    assumed = sheet.is_assumed(place)
    return tuple(cards.pain(sheet, pain, "pain", assumed=assumed) for pain in place.moment.pains)


def _gains(sheet: Sheet, place: Place) -> Pieces:
    assumed = sheet.is_assumed(place)
    return tuple(cards.pain(sheet, gain, "gain", assumed=assumed) for gain in place.moment.gains)


def _opportunities(sheet: Sheet, place: Place) -> Pieces:
    return tuple(cards.opportunity(sheet, opportunity) for opportunity in place.moment.opportunities)


def _steps(key: str) -> Callable[[Sheet, Place], Pieces]:
    def pieces(sheet: Sheet, place: Place) -> Pieces:
        steps: tuple[Step, ...] = getattr(place.moment, key)
        return tuple(cards.step(sheet, step, key) for step in steps)

    return pieces


def _metrics(sheet: Sheet, place: Place) -> Pieces:
    assumed = sheet.is_assumed(place)
    figures = [cards.metric(sheet, key, each, assumed=assumed) for key, each in place.moment.metrics.items()]
    return (Stack(figures, _APART),) if figures else ()


def _texts(key: str) -> Callable[[Sheet, Place], Pieces]:
    """Plain texts of the customer's side, with bullets."""

    def pieces(sheet: Sheet, place: Place) -> Pieces:
        value = getattr(place.moment, key, ())
        return sheet.items((value,) if isinstance(value, str) else value, assumed=sheet.is_assumed(place))

    return pieces


def _facts(key: str, name: Callable[[Sheet, str], str] = lambda _, text: text) -> Callable[[Sheet, Place], Pieces]:
    """Plain texts of the organisation's side: facts, neither shown nor assumed."""

    def pieces(sheet: Sheet, place: Place) -> Pieces:
        value = getattr(place.moment, key)
        return tuple(sheet.text(name(sheet, text)) for text in ((value,) if isinstance(value, str) else value))

    return pieces


def _importance(sheet: Sheet, place: Place) -> Pieces:
    value = place.moment.importance
    return () if value is None else (sheet.text(f"{value}/5", "note", Rating(value)),)


def _intent(sheet: Sheet, place: Place) -> Pieces:
    intent = place.moment.intent
    value = score(intent, sheet.journey.scale)
    number = "" if value is None else signed(value, sheet.words)
    return () if intent is None else (sheet.text(f"{number} {intent.emotion}".strip()),)


def _tone(sheet: Sheet, place: Place) -> Pieces:
    """How to speak, always or in a mood or channel, which stands above it."""

    def whose(mood: str) -> Pieces:
        return () if mood == "always" else (sheet.text(sheet.channel(mood).text, "caption"),)

    return tuple(
        Stack((*whose(mood), *map(sheet.text, texts)), 0) for mood, texts in place.moment.tone.items() if texts
    )


def _rules(sheet: Sheet, place: Place) -> Pieces:
    return tuple(
        Stack((sheet.text(rule.text), *sheet.facts(duration(rule.limit, sheet.words)))) for rule in place.moment.rules
    )


def _automations(sheet: Sheet, place: Place) -> Pieces:
    return tuple(cards.automation(sheet, each) for each in place.moment.automations)


def _x(key: str) -> Callable[[Sheet, Place], Pieces]:
    def pieces(sheet: Sheet, place: Place) -> Pieces:
        return sheet.items(_leaves(place.moment.extra.get(key)), assumed=sheet.is_assumed(place))

    return pieces


def _leaves(value: Any, name: str = "") -> tuple[str, ...]:
    """The texts in a value of the user's own, those of a mapping with their keys in front."""
    match value:
        case None | "":
            return ()
        case Mapping():
            return tuple(text for key, each in value.items() for text in _leaves(each, str(key)))
        case list() | tuple():
            return tuple(text for each in value for text in _leaves(each, name))
        case _:
            return (f"{name}: {value}" if name else str(value),)


def _plain(pieces: Callable[[Sheet, Place], Pieces]) -> Build:
    """How to build a lane of texts without bullets and cards, level with those that have them."""
    return cells(pieces, inset=INSET)


def _own(sheet: Sheet, key: str) -> Band | None:
    name = next((lane.name for lane in sheet.journey.lanes if lane.key == key), "") or key.removeprefix("x-")
    return cells(_x(key), label=name)(sheet, key)


_OWN = Lane(_own, since="standard")

LANES: dict[str, Lane] = {
    "touchpoints": Lane(cells(touchpoint, reads=None, is_even=True), since="overview"),
    "goals": Lane(cells(_texts("goal"), reads="goal")),
    "expects": Lane(cells(_texts("expects"))),
    "motivations": Lane(cells(_texts("motivations"))),
    "does": Lane(cells(_does), since="standard"),
    "thinks": Lane(cells(_thinks), since="standard"),
    "says": Lane(cells(_says), since="standard"),
    "questions": Lane(cells(_texts("questions"))),
    "feels": Lane(lambda sheet, key: emotion(summed_up(sheet), key), since="overview"),
    "intent": Lane(_plain(_intent)),
    "outcome": Lane(cells(_texts("outcome"))),
    "pains": Lane(cells(_pains), since="overview"),
    "barriers": Lane(cells(_texts("barriers"))),
    "gains": Lane(cells(_gains), since="standard"),
    "opportunities": Lane(cells(_opportunities), since="overview"),
    "importance": Lane(_plain(_importance)),
    "wait": Lane(
        _plain(_facts("wait", lambda sheet, text: duration(text, sheet.words))), since=None
    ),  # the cards say it
    "device": Lane(_plain(_facts("device"))),
    "tone": Lane(_plain(_tone)),
    "physical_evidence": Lane(_plain(_facts("physical_evidence"))),
    "onstage": Lane(cells(_steps("onstage")), since="standard"),
    "backstage": Lane(cells(_steps("backstage")), since="standard", hidden=True),
    "support": Lane(cells(_steps("support")), since="standard", hidden=True),
    "systems": Lane(_plain(_facts("systems", Sheet.system))),
    "owner": Lane(owners, since="standard"),
    "automations": Lane(cells(_automations)),
    "rules": Lane(_plain(_rules)),
    "data": Lane(_plain(_facts("data"))),
    "metrics": Lane(cells(_metrics), since="standard"),
}
"""Every lane, in the order in which they stand."""
