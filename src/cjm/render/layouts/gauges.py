"""What customers answered, beside what they are said to feel: a point at each moment, and a bar as long as it is unsure.

Where the same figure is known of moments that follow one another, a band joins its bars.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cjm.figures.intervals import Opinion, opinions
from cjm.render.amounts import number
from cjm.render.layouts.curve import Point, Smooth
from cjm.render.layouts.grid import Place, Span
from cjm.render.layouts.labelling import Field, Label, label, moved
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import Naming, name_of
from cjm.render.scene import Box, Curve, Group, Line, Rect, Shape
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_ASIDE, _STEP, _BORDER = 30.0, 18.0, 10.0  # from the middle of a column; to the next; to the border
_HALF, _END = 4.0, 4.0  # of a point, and of the strokes at the ends of a bar
_SAMPLE = 7.0
_AROUND = 160.0  # how far from it the end of its label may be
_GLUE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Gauge:
    """An answered figure in its place: its point, the ends of its bar from the best to the worst, and what is written.

    ``turn`` is the number of its moment in the order of time, ``stage`` are the columns of its stage.
    """

    place: Place
    address: str
    key: str
    turn: int
    point: Point
    ends: tuple[float, float]
    mood: Mood | None
    stage: Span

    def label(self, page: Span) -> Label | None:
        """What is written beside it on a page, without a place yet: in the columns of its stage."""
        if self.mood is None:
            return None
        x, top, bottom = self.point[0], self.mark.y, self.mark.bottom
        left, right = max(self.stage.x, page.x, x - _AROUND), min(self.stage.right, page.right, x + _AROUND)
        span = Span(left, right - left)
        return label(self.mood, span, (x, (top + bottom) / 2), (bottom - top) / 2)

    @property
    def mark(self) -> Rect:
        """What it takes up."""
        x, (high, low) = self.point[0], self.ends
        top, bottom = min(high, self.point[1] - _HALF), max(low, self.point[1] + _HALF)
        return Rect(x - _END, top, 2 * _END, bottom - top)

    def draw(self, top: float = 0) -> Iterator[Shape]:
        """The bar with its ends, and the point."""
        (x, y), (high, low) = self.point, self.ends
        if low > high:
            yield Line("gauge", (x, top + high), (x, top + low))
            for end in (high, low):
                yield Line("gauge", (x - _END, top + end), (x + _END, top + end))
        yield Box("gauge-point", Rect(x - _HALF, top + y - _HALF, 2 * _HALF, 2 * _HALF), 1)


class Answer(NamedTuple):
    """What customers answered about the moment of a column, on the scale of the picture; and in which map that stands."""

    place: Place
    address: str
    opinion: Opinion
    naming: Naming
    whose: str = ""


def answers(sheet: Sheet) -> Iterator[Answer]:
    """What was answered about the moments of a map."""
    for place in sheet.unrolled().everywhere:
        for opinion in opinions(sheet.journey, place.moment) if place.moment.metrics else ():
            yield Answer(place, sheet.address(place), opinion, sheet.naming)


def gauges(sheet: Sheet, plot: Plot, known: Iterable[Answer] | None = None) -> tuple[Gauge, ...]:
    """The answered figures of all moments; those of a column side by side, right of its middle."""
    turns = {id(place.moment): turn for turn, place in enumerate(_leaves(sheet))}
    stages = {id(place.stage): place.span for place in _stages(sheet)}
    told = sorted(answers(sheet) if known is None else known, key=_centre)
    found: list[Gauge] = []
    for _, group in groupby(told, key=_centre):
        column = list(group)
        room = min(each.place.span.width for each in column) / 2 - _ASIDE - _BORDER
        step = min(_STEP, room / max(len(column) - 1, 1))
        for index, (place, address, opinion, naming, whose) in enumerate(column):
            x, y = place.span.centre + _ASIDE + index * step, plot.y(opinion.value)
            ends = (plot.y(opinion.interval.high), plot.y(opinion.interval.low)) if opinion.interval else (y, y)
            turn = turns.get(id(place.moment), -1)
            mood = None if sheet.detail == "overview" else _mood(sheet, naming, opinion, whose)
            key = f"{whose}/{opinion.key}"
            found.append(Gauge(place, address, key, turn, (x, y), ends, mood, stages[id(place.stage)]))
    return tuple(found)


def _centre(answer: Answer) -> float:
    return answer.place.span.centre


def _stages(sheet: Sheet) -> Iterator[Place]:
    """The stages over all their columns."""
    return (place for place in sheet.unrolled().everywhere if place.moment is place.stage)


def _leaves(sheet: Sheet) -> Iterator[Place]:
    """The moments in the order of time."""
    for place in sheet.unrolled().everywhere:
        if place.moment is not place.stage or not place.stage.touchpoints:
            yield place


def _mood(sheet: Sheet, naming: Naming, opinion: Opinion, whose: str) -> Mood:
    name, value, _ = naming.metric(opinion.key, opinion.metric)
    count = "" if opinion.n is None else sheet.words.fill("marks", "count", number(opinion.n, sheet.words))
    further = " · ".join(filter(None, (whose, count.replace(" ", _GLUE))))
    return Mood(sheet.style, value, "gauge", typeset(name, sheet.lang), (further,) if further else ())


def drawn(gauge: Gauge, told: Label | None, field: Field, marks: Iterable[Rect], top: float) -> Group:
    """A figure with its label in a field, and a line to that where it is far off."""
    texts = told.draw(top) if told else ()
    leader = field.leader(told, marks) if told else None
    lines = (moved(leader, top),) if leader else ()
    name = ", ".join((name_of(gauge.place.moment), *(text.source for text in texts)))
    return Group("cell", name, (*lines, *gauge.draw(top), *texts), gauge.address)


def bands(found: Sequence[Gauge], span: Span, top: float) -> Iterator[Curve]:
    """What joins the bars of one figure at moments that follow one another, as far as it lies in a stretch."""
    for key in dict.fromkeys(gauge.key for gauge in found):
        row = [gauge for gauge in found if gauge.key == key and gauge.turn >= 0 and gauge.ends[1] > gauge.ends[0]]
        for _, group in groupby(enumerate(row), key=lambda each: each[1].turn - each[0]):
            run = [gauge for _, gauge in group]
            edges = [Smooth(tuple((each.point[0], top + each.ends[end]) for each in run)) for end in (0, 1)]
            above, below = (edge.within(span.x, span.right) for edge in edges)
            if above and below and above.beziers:
                yield _between(above, below)


def _between(above: Smooth, below: Smooth) -> Curve:
    """The area between two curves over the same stretch."""
    starts = [below.points[0], *(end for _, _, end in below.beziers)]
    back = [(two, one, start) for start, (one, two, _) in zip(starts, below.beziers, strict=False)][::-1]
    first, turn = above.points[0], below.points[-1]
    return Curve("band", first, (*above.beziers, (turn, turn, turn), *back, (first, first, first)), closed=True)


def sample(x: float, y: float) -> tuple[Shape, ...]:
    """How it looks, around a point."""
    place = Rect(x - 13, y - _SAMPLE + 1, 26, 2 * _SAMPLE - 2)
    return (
        Box("band", place),
        Line("gauge", (x, y - _SAMPLE), (x, y + _SAMPLE)),
        *(Line("gauge", (x - _END, y + end), (x + _END, y + end)) for end in (-_SAMPLE, _SAMPLE)),
        Box("gauge-point", Rect(x - _HALF + 0.5, y - _HALF + 0.5, 2 * _HALF - 1, 2 * _HALF - 1), 1),
    )
