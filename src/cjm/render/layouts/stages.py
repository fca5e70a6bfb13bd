"""The two rows over the lanes: phases as bars, stages as arrows."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cjm.render.amounts import duration
from cjm.render.layouts.grid import GUTTER, INSET, Place, Span
from cjm.render.layouts.pieces import Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Box, Group, Polygon, Rect, Shape

_NOTCH = 9.0  # how far a stage's arrow points into the next
_GAP = 3.0
_PAD = 9.0  # above and below the text of an arrow
_ASIDE = GUTTER + INSET - _GAP / 2  # texts stand level with those of the cards below

Row = tuple[tuple[Shape, ...], float]


def phases(sheet: Sheet, y: float) -> Row:
    """A band over neighbouring stages of one phase, and where it ends."""
    runs = [(phase, list(places)) for phase, places in groupby(sheet.grid.places(), _phase)]
    found = [(phase, Span(places[0].span.x, places[-1].span.right - places[0].span.x)) for phase, places in runs]
    spans = [(sheet.text(phase, "phase"), span.inner(_GAP / 2)) for phase, span in found if phase]
    texts = [(text.fit(span.width - 2 * _ASIDE), span) for text, span in spans]
    if not texts:
        return (), y
    high = max(text.height for text, _ in texts) + 8
    bars = tuple(
        shape
        for text, span in texts
        for shape in (Box("phase", Rect(span.x, y, span.width, high), 3), *text.draw(span.x + _ASIDE, y + 4))
    )
    return (Group("lane", sheet.words.lane("phases"), bars, "lane/phases"),), y + high + 5


def _phase(place: Place) -> str:
    return place.stage.phase


class Arrow(NamedTuple):
    """A stage to be drawn: over which columns, in which role, what is written in it, its name and its address."""

    span: Span
    role: str
    told: Piece
    label: str
    address: str


def stages(sheet: Sheet, y: float, least: float = 0, pad: float = _PAD) -> Row:
    """The stages as arrows, at least so high, with when, how long and how much waiting; and where they end."""

    def arrow(place: Place) -> Arrow:
        told = Stack((sheet.text(name_of(place.stage), "stage"), *_facts(sheet, place)), 2)
        return Arrow(place.span, "stage", told, name_of(place.stage), f"stage/{place.stage.id}")

    return arrows(sheet, [arrow(place) for place in sheet.grid.places()], y, least, pad)


def arrows(sheet: Sheet, found: Sequence[Arrow], y: float, least: float = 0, pad: float = _PAD) -> Row:
    """A row of arrows, all as high as the highest, and at least so high; and where it ends.

    ``pad`` is what is free above and below their texts.
    """
    spans = [arrow.span.inner(_GAP / 2) for arrow in found]
    ends = (*(span.right for span in spans[:-1]), *(span.right - _NOTCH for span in spans[-1:]))
    told = [arrow.told.fit(end - 5 - span.x - _ASIDE) for arrow, span, end in zip(found, spans, ends, strict=True)]
    high = max(least, max(each.height for each in told) + 2 * pad)
    groups = tuple(
        Group(
            "stage",
            arrow.label,
            (
                _arrow(arrow.role, span.x, end, y, high, is_first=arrow is found[0]),
                *each.draw(span.x + _ASIDE, y + pad),
            ),
            arrow.address,
        )
        for arrow, span, end, each in zip(found, spans, ends, told, strict=True)
    )
    return (Group("lane", sheet.words.lane("stages"), groups, "lane/stages"),), y + high


def _facts(sheet: Sheet, place: Place) -> Iterator[Piece]:
    """When a stage is, how long it takes, how much of it is waiting, and what is known of it."""
    moment = place.moment
    if sheet.detail != "overview":
        times = (duration(text, sheet.words) for text in (moment.at, moment.duration or ""))
        yield from sheet.facts(*times, sheet.wait(moment, "stage-icon"), role="stage-note")
        if place.stage.touchpoints:  # else its card says it
            yield from sheet.research(moment.evidence, role="stage-note")


def _arrow(  # noqa: PLR0913 -- a role and a rectangle
    role: str, left: float, right: float, y: float, high: float, *, is_first: bool
) -> Polygon:
    """An arrow to the right with a notch for the one before; its point reaches beyond, into the next column."""
    notch = left if is_first else left + _NOTCH
    tip, low, middle = right + _NOTCH, y + high, y + high / 2
    return Polygon(role, ((left, y), (right, y), (tip, middle), (right, low), (left, low), (notch, middle)))
