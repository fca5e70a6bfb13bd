"""The emotion lane: how the journey feels, as a curve with a point, a figure and a word for each moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cjm.figures.emotion import felt, neutral, score
from cjm.model.journey import Scale
from cjm.render.amounts import number, signed
from cjm.render.layouts.bands import Band
from cjm.render.layouts.curve import Point, Smooth
from cjm.render.layouts.grid import Place
from cjm.render.layouts.labelling import CLEARANCE, Field
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.pieces import diamond
from cjm.render.layouts.sheet import Sheet, name_of
from cjm.render.scene import Align, Dot, Group, Line, Rect, Shape
from cjm.render.typography import typeset

_PLOT = 160.0  # points from the best to the worst feeling
_NEAREST, _FARTHEST = 32.0, 90.0  # above and below, for the labels of the extremes
_ASIDE = 44.0  # for the figures of the scale
_EDGE = 6.0  # between a label and the border of the lane or of its column
_RING = 10.0
_FAR = 16.0  # from here on a label is tied to its point by a line


@dataclass(frozen=True, slots=True)
class Felt:
    """A moment in the lane: its score, what stands beside its point, and where; below the curve if it is stowed."""

    place: Place
    value: float | None
    side: str
    mood: Mood
    size: tuple[float, float]
    rect: Rect
    is_stowed: bool = False

    @property
    def x(self) -> float:
        """The middle of its column, or columns."""
        return self.place.span.centre


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the scores of a scale stand, measured from the top of the lane."""

    scale: Scale
    above: float
    below: float

    @property
    def height(self) -> float:
        """The height of the lane, without a strip of stowed labels."""
        return self.above + _PLOT + self.below

    @property
    def middle(self) -> float:
        """Where neither good nor bad is."""
        return self.y(neutral(self.scale))

    def y(self, value: float | None) -> float:
        """Where a score stands: at the end of the scale if it lies beyond, in the middle if there is none."""
        reach = (self.scale.max - self.scale.min) or 1
        share = 0.5 if value is None else (self.scale.max - value) / reach
        return self.above + _PLOT * min(max(share, 0), 1)

    def point(self, felt: Felt) -> Point:
        """Where a moment stands."""
        return felt.x, self.y(felt.value)


def emotion(sheet: Sheet, key: str) -> Band | None:
    """The lane of the emotion curve; labels that find no room beside it stand in a strip below."""
    found = [_felt(sheet, place) for place in sheet.speaking("feels")]
    if not found:
        return None
    plot = Plot(sheet.journey.scale, _room(found, "high"), _room(found, "low"))
    points = tuple(plot.point(each) for each in found if each.value is not None)
    targets = tuple(_targets(sheet, plot))
    field = Field(Smooth(points) if points else None, plot.middle, _EDGE, plot.height - _EDGE)
    moments = [_labelled(each, plot, field, targets) for each in found]
    strip = max((each.rect.height for each in moments if each.is_stowed), default=0.0)
    label = sheet.words.lane(key)

    def draw(y: float) -> tuple[Shape, ...]:
        curve = Smooth(tuple((x, y + height) for x, height in points)) if len(points) > 1 else None
        return (
            *_scale(sheet, plot, y),
            *((*curve.areas(y + plot.middle), curve.line("curve")) if curve else ()),
            *(Dot("intent", (ring.x + _RING, ring.y + _RING + y), _RING) for ring in targets),
            *(_drawn(sheet, each, plot.point(each), y, label) for each in moments),
        )

    return Band(key, label, plot.height + (strip + 2 * _EDGE if strip else 0), draw, _ASIDE)


def _felt(sheet: Sheet, place: Place) -> Felt:
    """How a moment feels, in figures and words."""
    scale = sheet.journey.scale
    value = felt(place.moment, scale)
    middle = neutral(scale)
    side = "neutral" if value is None or value == middle else "high" if value > middle else "low"
    word = typeset(place.moment.feels.emotion, sheet.lang) if place.moment.feels else ""
    figure = "" if value is None else _figure(sheet, value)
    mood = Mood(sheet.style, figure, f"value-{side}", word, tuple(_voices(sheet, place)))
    size = mood.size(place.span.width - 4 * _EDGE)
    return Felt(place, value, side, mood, size, Rect(0, 0, *size))


def _voices(sheet: Sheet, place: Place) -> Iterator[str]:
    """How single personas feel it."""
    for who, voice in place.moment.for_.items():
        if voice.feels:
            value = score(voice.feels, sheet.journey.scale)
            facts = "" if value is None else _figure(sheet, value), voice.feels.emotion
            yield typeset(f"{sheet.persona(who)}: {' '.join(filter(None, facts))}", sheet.lang)


def _figure(sheet: Sheet, value: float) -> str:
    """A score as it is written: with its sign where the scale has a negative side."""
    return signed(value, sheet.words) if sheet.journey.scale.min < 0 else number(round(value, 1), sheet.words)


def _room(found: Sequence[Felt], side: str) -> float:
    """What to keep free above or below the scale, for labels as high as there are on that side."""
    highest = max((each.size[1] for each in found if each.side == side), default=0)
    return min(max(highest + 2 * CLEARANCE + _EDGE, _NEAREST), _FARTHEST)


def _labelled(felt: Felt, plot: Plot, field: Field, targets: tuple[Rect, ...]) -> Felt:
    """A moment with the place of its label: beside its point, else below the curve."""
    x, y = plot.point(felt)
    reach = 0 if felt.value is None else 2 * CLEARANCE
    marker = Rect(x - reach / 2, y - reach / 2, reach, reach)
    rect = field.find(felt.size, felt.place.span.inner(_EDGE), (x, y), (*((marker,) if reach else ()), *targets))
    below = Rect(x - felt.size[0] / 2, plot.height, *felt.size)
    return replace(felt, rect=rect or below, is_stowed=rect is None)


def _targets(sheet: Sheet, plot: Plot) -> Iterator[Rect]:
    """The rings that show what the brand wants felt: a point in its ring is on target."""
    for place in sheet.speaking("intent"):
        value = score(place.moment.intent, sheet.journey.scale)
        if value is not None:
            yield Rect(place.span.centre - _RING, plot.y(value) - _RING, 2 * _RING, 2 * _RING)


def _drawn(sheet: Sheet, felt: Felt, point: Point, y: float, lane: str) -> Group:
    """A moment's line, point and label."""
    rect = replace(felt.rect, y=felt.rect.y + y)
    place = (point[0], point[1] + y)
    texts = felt.mood.lay(rect, _align(rect, place[0]))
    shapes = (*_leader(rect, place), *_mark(sheet, felt, place), *texts)
    label = ", ".join((name_of(felt.place.moment), *(text.source for text in texts)))
    return Group("cell", f"{lane}: {label}", shapes, sheet.address(felt.place))


def _mark(sheet: Sheet, felt: Felt, point: Point) -> Iterator[Shape]:
    """A dot, or the diamond of a moment of truth; hollow where it is an assumption."""
    if felt.value is not None:
        role = f"point-{felt.side}" + ("-assumed" if sheet.is_assumed(felt.place) else "")
        is_truth = felt.place.moment.moment_of_truth is not None
        yield diamond(role, *point, 8.5) if is_truth else Dot(role, point, 5.5)


def _leader(rect: Rect, point: Point) -> Iterator[Line]:
    """A line straight up or down from a point to a label that stands far off; it meets the curve nowhere else."""
    if rect.x <= point[0] <= rect.right:
        if rect.y - point[1] > _FAR:
            yield Line("leader", point, (point[0], rect.y - 1))
        elif point[1] - rect.bottom > _FAR:
            yield Line("leader", point, (point[0], rect.bottom + 1))


def _align(rect: Rect, x: float) -> Align:
    """Towards the point."""
    offset = rect.x + rect.width / 2 - x
    return "middle" if abs(offset) < 1 else "start" if offset > 0 else "end"


def _scale(sheet: Sheet, plot: Plot, y: float) -> Iterator[Shape]:
    """The figures of the scale at the left, and the middle line all the way through."""
    span = sheet.grid.span
    yield Line("neutral", (span.x, y + plot.middle), (span.right, y + plot.middle))
    for value in _ticks(plot.scale):
        height = y + plot.y(value)
        yield Line("tick", (span.x - 5, height), (span.x, height))
        yield sheet.style.block(_figure(sheet, value), "axis", span.x - _ASIDE + 4, height - 6.5, _ASIDE - 12, "end")


def _ticks(scale: Scale) -> tuple[float, ...]:
    """The scores that are written at the side: all whole ones of a short scale, else five."""
    reach = scale.max - scale.min
    is_short = reach <= 6 and reach == int(reach)
    count = max(int(reach), 1) if is_short else 4
    return tuple(scale.min + reach * index / count for index in range(count + 1))
