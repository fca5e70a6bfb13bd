"""The swimlane picture: stages across, lanes down, the emotion curve in the middle."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cjm.figures.emotion import felt
from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.render.amounts import duration, signed
from cjm.render.labels import labels
from cjm.render.layouts.bands import PADDING, Band
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.layouts.head import head
from cjm.render.layouts.lanes import chosen
from cjm.render.layouts.pieces import Stack
from cjm.render.layouts.sheet import Sheet, name_of
from cjm.render.scene import Box, Group, Line, Polygon, Rect, Scene, Shape
from cjm.render.text import Style

_MARGIN = 36.0
_LABELS = 136.0  # the column of lane labels
_NOTCH = 12.0  # how far a stage's arrow points into the next
_GAP = 3.0


def lay_out(
    journey: Journey, style: Style, lanes: Iterable[str] | None = None, lang: str | None = None
) -> tuple[Scene, ...]:
    """A journey as one picture. ``lanes`` are keys of lanes in the order wanted; empty lanes vanish."""
    sheet = Sheet(journey, style, labels(lang or journey.lang or "en"), Grid(journey.stages, _MARGIN + _LABELS))
    built = [(lane, lane.build(sheet, key)) for key, lane in chosen(sheet, lanes)]
    bands = [(lane.hidden, band) for lane, band in built if band]
    whole = Span(_MARGIN, _LABELS + sheet.grid.width)
    title, y = head(sheet, whole, _MARGIN, {band.key for _, band in bands})
    phases, y = _phases(sheet, y + 22)
    stages, top = _stages(sheet, y)
    grounds, shapes, y = _lanes(sheet, whole, bands, top + 8)
    return (
        Scene(
            name="-".join(filter(None, (journey.id or "map", journey.state))),
            title=journey.title,
            description=_describe(sheet),
            lang=sheet.lang,
            width=whole.right + _MARGIN,
            height=y + _MARGIN,
            children=(*grounds, *_separators(sheet, top + 8, y), title, *phases, *stages, *shapes),
        ),
    )


def _phases(sheet: Sheet, y: float) -> tuple[tuple[Shape, ...], float]:
    """A band over neighbouring stages of one phase."""
    runs = [(phase, list(places)) for phase, places in groupby(sheet.grid.places(), _phase)]
    found = [(phase, Span(places[0].span.x, places[-1].span.right - places[0].span.x)) for phase, places in runs]
    texts = [(sheet.text(phase, "phase"), span.inner(_GAP / 2)) for phase, span in found if phase]
    if not texts:
        return (), y
    high = max(text.height(span.width - 20) for text, span in texts) + 8
    bars = tuple(
        shape
        for text, span in texts
        for shape in (
            Box("phase", Rect(span.x, y, span.width, high), 3),
            *text.draw(span.x + 10, y + 4, span.width - 20),
        )
    )
    return (Group("lane", sheet.words.lane("phases"), bars, "lane/phases"),), y + high + 5


def _phase(place: Place) -> str:
    return place.stage.phase


def _stages(sheet: Sheet, y: float) -> tuple[tuple[Shape, ...], float]:
    """The stages as arrows, with when and how long."""
    arrows = []
    for place in sheet.grid.places():
        times = (duration(text, sheet.words) for text in (place.moment.at, place.moment.duration or ""))
        rows = (sheet.text(name_of(place.stage), "stage"), *sheet.facts(*times, role="stage-note"))
        arrows.append((place, Stack(rows, 2), place.span.inner(_GAP / 2)))
    insides = [_inside(span, is_first=index == 0) for index, (_, _, span) in enumerate(arrows)]
    high = max(stack.height(inside.width) for (_, stack, _), inside in zip(arrows, insides, strict=True)) + 18
    groups = tuple(
        Group(
            "stage",
            name_of(place.stage),
            (
                _arrow(span, y, high, is_first=index == 0),
                *stack.draw(inside.x, y + (high - stack.height(inside.width)) / 2, inside.width),
            ),
            f"stage/{place.stage.id}",
        )
        for index, ((place, stack, span), inside) in enumerate(zip(arrows, insides, strict=True))
    )
    return (Group("lane", sheet.words.lane("stages"), groups, "lane/stages"),), y + high


def _inside(span: Span, *, is_first: bool) -> Span:
    """Where the text of an arrow stands: behind its notch, and not in its point."""
    start = 15.5 if is_first else _NOTCH + 9
    return Span(span.x + start, span.width - start - 5)


def _arrow(span: Span, y: float, high: float, *, is_first: bool) -> Polygon:
    """An arrow to the right with a notch for the one before; its point reaches over into the next column."""
    notch = span.x if is_first else span.x + _NOTCH
    tip, low, middle = span.right + _NOTCH, y + high, y + high / 2
    return Polygon(
        "stage", ((span.x, y), (span.right, y), (tip, middle), (span.right, low), (span.x, low), (notch, middle))
    )


def _lanes(
    sheet: Sheet, whole: Span, bands: list[tuple[bool, Band]], y: float
) -> tuple[list[Shape], list[Shape], float]:
    """The lanes from a given y down: their grounds, what is on them, and where they end."""
    grounds: list[Shape] = []
    shapes: list[Shape] = []
    is_shaded = False
    border = next((index for index, (is_hidden, _) in enumerate(bands) if is_hidden and index), None)
    for index, (_, band) in enumerate(bands):
        grounds.append(Line("rule", (whole.x, y), (whole.right, y)))
        if index == border:
            line, y = _visibility(sheet, whole, y)
            shapes.append(line)
            is_shaded = False
        label, wide = sheet.text(band.label, "lane"), _LABELS - 16 - band.aside
        high = max(band.height, label.height(wide) + 2 * PADDING)
        if is_shaded:
            grounds.append(Box("lane-alt", Rect(whole.x, y, whole.width, high)))
        texts = label.draw(whole.x + 10, y + PADDING, wide)
        shapes.append(Group("lane", band.label, (*texts, *band.draw(y)), f"lane/{band.key}"))
        is_shaded = not is_shaded
        y += high
    grounds.append(Line("rule", (whole.x, y), (whole.right, y)))
    return grounds, shapes, y


def _visibility(sheet: Sheet, whole: Span, y: float) -> tuple[Shape, float]:
    """The line below which the customer sees nothing."""
    name = sheet.words.lane("visibility")
    text = sheet.text(name, "visibility")
    wide = _LABELS - 16
    high = text.height(wide) + 10
    line = Line("visibility", (sheet.grid.left, y + high / 2), (whole.right, y + high / 2))
    return Group("line", name, (*text.draw(whole.x + 10, y + 5, wide), line), "lane/visibility"), y + high


def _separators(sheet: Sheet, top: float, bottom: float) -> Iterator[Line]:
    """A thin line between stages, through all lanes."""
    for place in sheet.grid.places()[1:]:
        yield Line("stage-rule", (place.span.x, top), (place.span.x, bottom))


def _describe(sheet: Sheet) -> str:
    """The picture in a few sentences, for those who cannot see it."""
    journey, words = sheet.journey, sheet.words
    scored = [
        (value, name_of(moment))
        for stage in journey.stages
        for moment in counting(stage, "feels")
        if (value := felt(moment, journey.scale)) is not None
    ]
    sentences = [
        words.fill(
            "describe",
            "map" if len(journey.stages) > 1 else "one",
            title=journey.title,
            state=words.word("states", journey.state),
            count=str(len(journey.stages)),
            stages=", ".join(map(name_of, journey.stages)),
        )
    ]
    for key, pick in (("lowest", min), ("highest", max)) if scored else ():
        value, name = pick(scored, key=lambda each: each[0])
        moment = words.fill("describe", "moment", name=name, feeling=signed(value, words))
        sentences.append(words.fill("describe", key, moment))
    return " ".join(sentences)
