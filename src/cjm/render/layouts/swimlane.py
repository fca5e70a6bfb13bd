"""The swimlane picture: stages across, lanes down, the emotion curve in the middle."""

from collections.abc import Callable, Iterable, Iterator

from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.lanes import Detail, chosen
from cjm.render.layouts.bands import PADDING, Band
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.head import head
from cjm.render.layouts.lanes import lane
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import phases, stages
from cjm.render.prose import describe
from cjm.render.scene import Box, Group, Line, Rect, Scene, Shape
from cjm.render.text import Style

MARGIN = 36.0
LABELS = 136.0
"""The width of the column of lane labels."""


def lay_out(
    journey: Journey,
    style: Style,
    lanes: Iterable[str] | None = None,
    lang: str | None = None,
    detail: Detail = "standard",
) -> tuple[Scene, ...]:
    """A journey as one picture.

    ``lanes`` are keys of lanes in the order wanted, without them ``detail`` chooses; empty lanes vanish.
    """
    wanted = chosen(journey, lanes, detail)
    sheet = Sheet(
        journey,
        style,
        labels(lang or journey.lang or "en"),
        Grid(journey, MARGIN + LABELS),
        detail,
        quotes_at_curve="feels" in wanted and "says" not in wanted and is_said(journey, "feels"),
    )
    bands = [(known.hidden, band) for key, known in wanted.items() if (band := lane(sheet, key))]
    whole = Span(MARGIN, LABELS + sheet.grid.width)
    title, y = head(sheet, whole, MARGIN, {band.key for _, band in bands})
    bars, y = phases(sheet, y + 22)
    arrows, top = stages(sheet, y)
    grounds, shapes, y = stacked(sheet, whole, bands, top + 8)
    return (
        Scene(
            name=name(journey),
            title=journey.title,
            description=describe(journey, sheet.words),
            lang=sheet.lang,
            width=whole.right + MARGIN,
            height=y + MARGIN,
            children=(*grounds, *separators(sheet, top + 8, y), title, *bars, *arrows, *shapes),
        ),
    )


def name(journey: Journey) -> str:
    """What tells the picture from others: the map and its state."""
    return "-".join(filter(None, (journey.id or "map", journey.state)))


def stacked(
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
            line, y = visibility(sheet, whole, y)
            shapes.append(line)
            is_shaded = False
        label, high = labelled(sheet, whole, band)
        if is_shaded:
            grounds.append(Box("lane-alt", Rect(whole.x, y, whole.width, high)))
        shapes.append(Group("lane", band.label, (*label(y), *band.draw(y)), f"lane/{band.key}"))
        is_shaded = not is_shaded
        y += high
    grounds.append(Line("rule", (whole.x, y), (whole.right, y)))
    return grounds, shapes, y


def labelled(sheet: Sheet, whole: Span, band: Band) -> tuple[Callable[[float], Shapes], float]:
    """How to draw the name of a lane that begins at a given y; and how high the lane is with it."""
    label = sheet.text(band.label, "lane").fit(sheet.grid.span.x - whole.x - 16 - band.aside)
    down = PADDING if band.lead is None else band.lead - label.lead
    return lambda y: label.draw(whole.x + 10, y + down), max(band.height, down + label.height + PADDING)


def visibility(sheet: Sheet, whole: Span, y: float) -> tuple[Shape, float]:
    """The line below which the customer sees nothing, and where its row ends."""
    name, left = sheet.words.lane("visibility"), sheet.grid.span.x
    text = sheet.text(name, "visibility").fit(left - whole.x - 16)
    high = text.height + 10
    line = Line("visibility", (left, y + high / 2), (whole.right, y + high / 2))
    return Group("line", name, (*text.draw(whole.x + 10, y + 5), line), "lane/visibility"), y + high


def separators(sheet: Sheet, top: float, bottom: float) -> Iterator[Line]:
    """A thin line between stages, through all lanes."""
    for place in sheet.grid.places()[1:]:
        yield Line("stage-rule", (place.span.x, top), (place.span.x, bottom))
