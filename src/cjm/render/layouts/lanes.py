"""The lanes of a swimlane picture: one table from a lane's key to what it draws."""

from collections.abc import Callable

from cjm.figures.emotion import score
from cjm.model.moment import Step
from cjm.render.amounts import duration, signed
from cjm.render.layouts import cards
from cjm.render.layouts.bands import Band, cells
from cjm.render.layouts.contact import touchpoint
from cjm.render.layouts.emotion import emotion
from cjm.render.layouts.grid import INSET, Place
from cjm.render.layouts.marks import Rating
from cjm.render.layouts.owners import owners
from cjm.render.layouts.pieces import Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.summary import summed_up
from cjm.render.naming import leaves

_APART = 12.0  # between two figures

Pieces = tuple[Piece, ...]
Build = Callable[[Sheet, str], Band | None]


def lane(sheet: Sheet, key: str) -> Band | None:
    """A lane as it is drawn; nothing where no moment says anything there."""
    return BUILDS.get(key, _own)(sheet, key)


def _does(sheet: Sheet, place: Place) -> Pieces:
    moment, assumed = place.moment, place.is_assumed
    voices = [f"{sheet.naming.persona(who)}: {text}" for who, voice in moment.for_.items() for text in voice.does]
    return sheet.items((*moment.does, *voices), assumed=assumed)


def _thinks(sheet: Sheet, place: Place) -> Pieces:
    moment, assumed = place.moment, place.is_assumed
    voices = [f"{sheet.naming.persona(who)}: {text}" for who, voice in moment.for_.items() for text in voice.thinks]
    return tuple(cards.thought(sheet, text, assumed=assumed) for text in (*moment.thinks, *voices))


def _says(sheet: Sheet, place: Place) -> Pieces:
    moment, assumed = place.moment, place.is_assumed
    voices = [(quote, sheet.naming.persona(who)) for who, voice in moment.for_.items() for quote in voice.says]
    quotes = [*((quote, "") for quote in moment.says), *voices]
    return tuple(cards.quotation(sheet, quote, by=by, assumed=assumed) for quote, by in quotes)


def _pains(sheet: Sheet, place: Place) -> Pieces:
    assumed = place.is_assumed
    return tuple(cards.pain(sheet, pain, "pain", assumed=assumed) for pain in place.moment.pains)


def _gains(sheet: Sheet, place: Place) -> Pieces:
    assumed = place.is_assumed
    return tuple(cards.pain(sheet, gain, "gain", assumed=assumed) for gain in place.moment.gains)


def _opportunities(sheet: Sheet, place: Place) -> Pieces:
    return tuple(cards.opportunity(sheet, opportunity) for opportunity in place.moment.opportunities)


def _steps(key: str) -> Callable[[Sheet, Place], Pieces]:
    def pieces(sheet: Sheet, place: Place) -> Pieces:
        steps: tuple[Step, ...] = getattr(place.moment, key)
        return tuple(cards.step(sheet, step, key) for step in steps)

    return pieces


def _metrics(sheet: Sheet, place: Place) -> Pieces:
    assumed = place.is_assumed
    figures = [cards.metric(sheet, key, each, assumed=assumed) for key, each in place.moment.metrics.items()]
    return (Stack(figures, _APART),) if figures else ()


def _texts(key: str) -> Callable[[Sheet, Place], Pieces]:
    """Plain texts of the customer's side, with bullets."""

    def pieces(sheet: Sheet, place: Place) -> Pieces:
        value = getattr(place.moment, key, ())
        return sheet.items((value,) if isinstance(value, str) else value, assumed=place.is_assumed)

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
        return () if mood == "always" else (sheet.text(sheet.naming.channel(mood), "caption"),)

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
        return sheet.items(leaves(place.moment.extra.get(key)), assumed=place.is_assumed)

    return pieces


def _plain(pieces: Callable[[Sheet, Place], Pieces]) -> Build:
    """How to build a lane of texts without bullets and cards, level with those that have them."""
    return cells(pieces, inset=INSET)


def _own(sheet: Sheet, key: str) -> Band | None:
    name = next((lane.name for lane in sheet.journey.lanes if lane.key == key), "") or key.removeprefix("x-")
    return cells(_x(key), label=name)(sheet, key)


BUILDS: dict[str, Build] = {
    "touchpoints": cells(touchpoint, reads=None, is_even=True),
    "goals": cells(_texts("goal"), reads="goal"),
    "expects": cells(_texts("expects")),
    "motivations": cells(_texts("motivations")),
    "does": cells(_does),
    "thinks": cells(_thinks),
    "says": cells(_says),
    "questions": cells(_texts("questions")),
    "feels": lambda sheet, key: emotion(summed_up(sheet), key),
    "intent": _plain(_intent),
    "outcome": cells(_texts("outcome")),
    "pains": cells(_pains),
    "barriers": cells(_texts("barriers")),
    "gains": cells(_gains),
    "opportunities": cells(_opportunities),
    "importance": _plain(_importance),
    "wait": _plain(_facts("wait", lambda sheet, text: duration(text, sheet.words))),
    "device": _plain(_facts("device")),
    "tone": _plain(_tone),
    "physical_evidence": _plain(_facts("physical_evidence")),
    "onstage": cells(_steps("onstage")),
    "backstage": cells(_steps("backstage")),
    "support": cells(_steps("support")),
    "systems": _plain(_facts("systems", lambda sheet, text: sheet.naming.system(text))),
    "owner": owners,
    "automations": cells(_automations),
    "rules": _plain(_rules),
    "data": _plain(_facts("data")),
    "metrics": cells(_metrics),
}
"""What each lane draws; other lanes are the map's own."""

PIECES: dict[str, Callable[[Sheet, Place], Pieces]] = {
    "does": _does,
    "thinks": _thinks,
    "says": _says,
    **{key: _steps(key) for key in ("onstage", "backstage", "support")},
}
"""What these lanes say about a single moment: for pages that have one alone."""
