"""What stands in the boxes of a blueprint: what customers see and do, what is done for them, and by whom or what."""

from collections.abc import Iterator
from dataclasses import replace

from cjm.figures.failures import fail_points
from cjm.model.moment import Automation, Step, Touchpoint
from cjm.render.amounts import duration
from cjm.render.layouts.blueprint.marks import Fail
from cjm.render.layouts.contact import channels, circumstances, standing, truth
from cjm.render.layouts.grid import INSET, Place
from cjm.render.layouts.marks import Elbow, Mark, Sign
from cjm.render.layouts.pieces import Card, Fact, Fitted, Named, Piece, Signs, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.values import dataclass

_APART = 6.0  # between the parts of a card


@dataclass(frozen=True, slots=True)
class Boxed(Piece):
    """Parts in a box, and the element that it shows, if that has an address of its own."""

    role: str
    parts: tuple[Piece, ...]
    label: str = ""
    address: str = ""
    gap: float = 3
    down: float = 7

    def fit(self, width: float) -> Fitted:
        """The box in that width."""
        card: Piece = Card(self.role, Stack(self.parts, self.gap), margin=(INSET, self.down))
        return (Named("step", self.label, self.address, card) if self.address else card).fit(width)

    def noting(self, *more: Piece) -> "Boxed":
        """The same with further parts at its foot."""
        return replace(self, parts=(*self.parts, *more))


@dataclass(frozen=True, slots=True)
class Hollow(Piece):
    """The room that a piece would take."""

    body: Piece

    def fit(self, width: float) -> Fitted:
        """As high as the piece, and empty."""
        return self.body.fit(width)._replace(shapes=lambda *_: ())


def customer(sheet: Sheet, place: Place, whose: str = "") -> Boxed | None:
    """What the customer does at a touchpoint, through which channels, when and how long, and where it may go wrong.

    Of a stage, what it says itself of these, under ``whose`` it is; nothing where it says nothing.
    """
    moment = place.moment
    rows = list(channels(sheet, place)) if sheet.counts(place, "channel") else []
    rows += circumstances(sheet, moment) if isinstance(moment, Touchpoint) else ()
    is_decisive = moment.moment_of_truth is not None and sheet.detail != "overview"
    decides = truth(sheet, moment.moment_of_truth) if moment.moment_of_truth and is_decisive else ()
    fails = _fails(sheet, tuple(pain.text for pain in fail_points(moment)))
    parts = [part for part in (tuple(_acts(sheet, place)), rows, tuple(decides), fails) if part]
    if not parts:
        return None
    all_parts = (sheet.facts(whose), *parts, sheet.research(moment.evidence))
    role = "-".join(filter(None, ("card", standing(moment), "assumed" if place.is_assumed else "")))
    return Boxed(role, tuple(Stack(part) for part in all_parts if part), gap=_APART, down=9)


def _acts(sheet: Sheet, place: Place) -> Iterator[Piece]:
    """What a touchpoint is called, and what the customer does there; in an overview the name will do."""
    moment, is_touchpoint = place.moment, isinstance(place.moment, Touchpoint)
    if is_touchpoint:
        yield sheet.text(name_of(moment), "touchpoint")
    if sheet.counts(place, "does") and not (is_touchpoint and sheet.detail == "overview"):
        does = (*moment.does, *_voices(sheet, place))
        yield from sheet.items(does, assumed=place.is_assumed) if len(does) > 1 else map(sheet.text, does)


def _voices(sheet: Sheet, place: Place) -> Iterator[str]:
    """What a persona does otherwise."""
    for who, voice in place.moment.for_.items():
        yield from (f"{sheet.naming.persona(who)}: {text}" for text in voice.does)


def step(sheet: Sheet, element: Step, role: str, whose: str = "") -> Boxed:
    """What is done, by whom and with what, how long it takes, how it may fail and what happens then.

    ``whose`` is the name of the moment that it belongs to, where it stands under another.
    """
    actor, system = (
        element.actor and sheet.naming.actor(element.actor),
        element.system and sheet.naming.system(element.system),
    )
    doers = [text for text in (actor, system) if text]
    lead = element.does or tuple(doers[:1])
    facts = [Fact(text) for text in (doers if element.does else doers[1:])]
    rows: list[Piece] = [*sheet.facts(whose), *(sheet.text(text) for text in lead)]
    if sheet.detail != "overview":
        rows += sheet.facts(*facts)
    rows += sheet.facts(*_times(sheet, element))
    rows += _fails(sheet, element.fails)
    if sheet.detail != "overview":
        rows += [sheet.text(text, "note", Elbow()) for text in element.fallback]
    return Boxed(role, tuple(rows), "; ".join(lead), f"step/{element.id}")


def _times(sheet: Sheet, element: Step) -> Iterator[Fact]:
    """How much of it a machine does, and how long it takes."""
    words = sheet.words
    if element.automation and (element.automation != "manual" or sheet.detail == "full"):
        mark = None if element.automation == "manual" else Sign("automation")
        yield Fact(words.word("automation", element.automation), mark)
    if element.duration and sheet.detail != "overview":
        yield Fact(duration(element.duration, words), Sign("duration"))


def _fails(sheet: Sheet, texts: tuple[str, ...]) -> tuple[Piece, ...]:
    """Fail points: each with its sign, or where little is told the signs alone."""
    if sheet.detail == "overview":
        marks: tuple[Mark, ...] = tuple(Fail() for _ in texts)
        return (Signs(marks, "; ".join(texts)),) if marks else ()
    return tuple(sheet.text(text, "note", Fail()) for text in texts)


def automation(sheet: Sheet, element: Automation, whose: str = "") -> Boxed:
    """What happens by itself: when, what, who answers for it, and what is done where it does not."""
    rows: list[Piece] = [*sheet.facts(whose)]
    texts = [sheet.words.fill("marks", "when", text) for text in element.when]
    first, rest = texts[:1], texts[1:]
    rows += [sheet.text(text, "note", Sign("automation")) for text in first]
    rows += [sheet.text(text, "note") for text in rest]
    rows += [sheet.text(text) for text in element.do]
    rows += sheet.facts(sheet.naming.actor(element.owner) if element.owner else "")
    if sheet.detail != "overview":
        rows += [sheet.text(text, "note", Elbow()) for text in element.fallback]
    return Boxed("support", tuple(rows))


def listed(sheet: Sheet, texts: tuple[str, ...], role: str, whose: str = "") -> Boxed:
    """Several short texts in one box."""
    return Boxed(role, (*sheet.facts(whose), *map(sheet.text, texts)), gap=_APART - 1)
