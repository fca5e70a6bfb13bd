"""The head of a picture: what the map is about, for whom, how settled it is, who answers for it; and the legend."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from cjm.figures.emotion import score
from cjm.render.layouts.cards import reading
from cjm.render.layouts.grid import Span
from cjm.render.layouts.pieces import Bullet, Diamond, Rating
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Dot, Group, Rect, Shape
from cjm.render.typography import typeset

_WIDEST_FACT = 250.0
_BETWEEN = 32.0  # points between two facts
_LEGEND = 232.0
_SAMPLE = 52.0
_SPLIT = 900.0  # from this width on the legend stands beside the head, else below

Shapes = tuple[Shape, ...]


def head(sheet: Sheet, span: Span, y: float, lanes: Collection[str]) -> tuple[Group, float]:
    """The head from a given y on, and where it ends."""
    is_split = span.width >= _SPLIT
    width = span.width - (_LEGEND + _BETWEEN if is_split else 0)
    told, bottom = _title(sheet, Span(span.x, width), y)
    facts, bottom = _facts(sheet, Span(span.x, width), bottom + 10)
    entries = [entry for entry in _ENTRIES if entry.applies(sheet, lanes)]
    place = Span(span.right - _LEGEND, _LEGEND) if is_split else Span(span.x, span.width)
    legend, end = _legend(sheet, entries, place, y + 2 if is_split else bottom + 10, is_right=is_split)
    return Group("head", sheet.journey.title, (*told, *facts, *legend)), max(bottom, end)


def _title(sheet: Sheet, span: Span, y: float) -> tuple[Shapes, float]:
    """Whether it is the current or the future state, the title, and what it is about."""
    journey = sheet.journey
    texts = [("caption", sheet.words.word("states", journey.state)), ("title", journey.title)]
    texts += [("subtitle", text) for text in journey.summary or journey.scenario]
    shapes = []
    for role, text in texts:
        wide = min(span.width, 860) if role == "subtitle" else span.width  # a longer row is hard to read
        shapes.append(sheet.style.block(typeset(text, sheet.lang), role, span.x, y, wide))
        y = shapes[-1].box.bottom + 2
    return tuple(shapes), y


def _told(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The facts about a map, each with its name."""
    journey, words = sheet.journey, sheet.words
    names = [persona.name or persona.id for persona in journey.personas]
    if names:
        yield words.word("head", "personas" if len(names) > 1 else "persona"), "\n".join(names)
    yield words.word("head", "status"), words.word("statuses", journey.status)
    if journey.owner:
        yield words.word("head", "owner"), sheet.actor(journey.owner)
    if journey.reviewed:
        yield words.word("head", "reviewed"), journey.reviewed
    for metric in journey.metrics:
        name, value, target = reading(sheet, metric.id, metric)
        if value or target:
            yield name, " · ".join(filter(None, (value, target)))


def _facts(sheet: Sheet, span: Span, y: float) -> tuple[Shapes, float]:
    """The facts side by side, their names above them; in further rows where one is not enough."""
    style, shapes, x, bottom = sheet.style, list[Shape](), span.x, y
    for name, told in _told(sheet):
        fact = typeset(told, sheet.lang)
        rows = [style.width(row, "fact") for row in fact.splitlines()]
        widest = max([style.width(name, "caption"), *rows]) + 0.01
        wide = min(widest, _WIDEST_FACT, span.width)
        if x > span.x and x + wide > span.right:
            x, y = span.x, bottom + 8
        over = style.block(name, "caption", x, y, wide)
        text = style.block(fact, "fact", x, over.box.bottom, wide)
        shapes += over, text
        x, bottom = x + wide + _BETWEEN, max(bottom, text.box.bottom)
    return tuple(shapes), bottom


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: its word, its sample, and when it is needed."""

    word: str
    sample: Callable[[float, float], Shapes]
    applies: Callable[[Sheet, Collection[str]], bool]


def _legend(sheet: Sheet, entries: list[Entry], span: Span, y: float, *, is_right: bool) -> tuple[Shapes, float]:
    """Samples one below the other, with what they mean."""
    shapes: list[Shape] = []
    words = [sheet.words.word("marks", entry.word) for entry in entries]
    wide = max((sheet.style.width(word, "legend") + 0.01 for word in words), default=0)
    wide = min(wide, span.width - _SAMPLE)
    x = span.right - wide - _SAMPLE if is_right else span.x
    for entry, word in zip(entries, words, strict=True):
        text = sheet.style.block(word, "legend", x + _SAMPLE, y, wide)
        shapes += (*entry.sample(x, y + 7), text)
        y = text.box.bottom + 4
    return tuple(shapes), y


def _pair(bullet: str, card: str) -> Callable[[float, float], Shapes]:
    """A bullet and a card: the two ways in which evidence and assumptions differ."""

    def sample(x: float, y: float) -> Shapes:
        return (*Bullet(bullet).draw(x + 4, y), Box(card, Rect(x + 18, y - 5, 24, 10), 2.5))

    return sample


def _ring(x: float, y: float) -> Shapes:
    return (Dot("intent", (x + 22, y), 5),)


def _is_assumed(sheet: Sheet, wanted: bool) -> bool:  # noqa: FBT001 -- the two answers side by side
    return any(
        sheet.is_assumed(place) == wanted
        for place in sheet.everywhere
        if place.moment is not place.stage or not place.stage.touchpoints
    )


def _has_truth(sheet: Sheet, lanes: Collection[str]) -> bool:
    shown = not {"touchpoints", "feels"}.isdisjoint(lanes)
    return shown and any(place.moment.moment_of_truth is not None for place in sheet.everywhere)


def _has_rating(sheet: Sheet, lanes: Collection[str]) -> bool:
    rated = [(place.moment.pains if "pains" in lanes else ()) for place in sheet.everywhere]
    return any(pain.severity is not None for pains in rated for pain in pains)


def _has_intent(sheet: Sheet, lanes: Collection[str]) -> bool:
    scale = sheet.journey.scale
    return "feels" in lanes and any(score(place.moment.intent, scale) is not None for place in sheet.everywhere)


_ENTRIES = (
    Entry("evidence", _pair("bullet", "card"), lambda sheet, _: _is_assumed(sheet, wanted=False)),
    Entry("assumption", _pair("bullet-assumed", "card-assumed"), lambda sheet, _: _is_assumed(sheet, wanted=True)),
    Entry("truth", lambda x, y: Diamond().draw(x + 16.5, y), _has_truth),
    Entry("severity_key", lambda x, y: Rating(3).draw(x + 1, y), _has_rating),
    Entry("intended", _ring, _has_intent),
)
"""The legend, as far as the picture needs it."""
