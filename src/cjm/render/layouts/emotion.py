"""The emotion lane: how the journey feels, as a curve with a point, a figure and a word for each moment."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.figures.emotion import felt, neutral, score
from cjm.model.journey import Scale
from cjm.render.amounts import number, signed
from cjm.render.layouts.bands import Band
from cjm.render.layouts.curve import Smooth
from cjm.render.layouts.grid import Place, Span
from cjm.render.layouts.labelling import CLEARANCE, Field
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.pieces import diamond
from cjm.render.layouts.sheet import Sheet, name_of
from cjm.render.scene import Align, Dot, Group, Line, Rect, Shape
from cjm.render.typography import typeset

_PLOT = 140.0  # points from the best to the worst feeling
_MARGIN = 32.0  # above and below, for the labels of the extremes
_HEIGHT = _PLOT + 2 * _MARGIN
_ASIDE = 44.0  # for the figures of the scale
_EDGE = 4.0  # between a label and the border of the lane or of its column
_FAR = 16.0  # from here on a label is tied to its point by a line


@dataclass(frozen=True, slots=True)
class Felt:
    """A moment in the lane: its point, what stands beside it, and where."""

    place: Place
    point: tuple[float, float]
    side: str
    mood: Mood
    rect: Rect
    is_stowed: bool = False

    @property
    def has_point(self) -> bool:
        """Whether the feeling has a score, and so a point."""
        return bool(self.mood.figure)


def emotion(sheet: Sheet, key: str) -> Band | None:
    """The lane of the emotion curve; labels that find no room beside it stand in a strip below."""
    places = [place for place in sheet.speaking("feels") if _words(sheet, place) or _value(sheet, place) is not None]
    if not places:
        return None
    moments = [_placed(sheet, place) for place in places]
    targets = _targets(sheet)
    points = tuple(each.point for each in moments if each.has_point)
    curve = Smooth(points) if points else None
    field = Field(curve, _height(neutral(sheet.journey.scale), sheet.journey.scale), _EDGE, _HEIGHT - _EDGE)
    moments = [_labelled(each, field, targets) for each in moments]
    strip = max((each.rect.height for each in moments if each.is_stowed), default=0.0)
    label = sheet.words.lane(key)

    def draw(y: float) -> tuple[Shape, ...]:
        lowered = Smooth(tuple((x, y + height) for x, height in points)) if points else None
        return (
            *_scale(sheet, y),
            *(lowered.areas(y + field.neutral) if lowered else ()),
            *((lowered.line("curve"),) if lowered and len(points) > 1 else ()),
            *(Line("intent", (bar.x, y + bar.y + 2), (bar.right, y + bar.y + 2)) for bar in targets),
            *(_drawn(sheet, each, label, y) for each in moments),
        )

    return Band(key, label, _HEIGHT + (strip + 2 * _EDGE if strip else 0), draw, _ASIDE)


def _value(sheet: Sheet, place: Place) -> float | None:
    return felt(place.moment, sheet.journey.scale)


def _words(sheet: Sheet, place: Place) -> tuple[str, ...]:
    """The feeling in words, and those of single personas."""
    moment, scale, words = place.moment, sheet.journey.scale, sheet.words
    found = [moment.feels.emotion] if moment.feels else []
    for who, voice in moment.for_.items():
        if voice.feels:
            value = score(voice.feels, scale)
            figure = "" if value is None else _figure(sheet, value)
            found.append(" ".join(filter(None, (f"{sheet.persona(who)}:", figure, voice.feels.emotion))))
    return tuple(typeset(word, words.lang) for word in found if word.strip())


def _figure(sheet: Sheet, value: float) -> str:
    """A score as it is written: with its sign where the scale has a negative side."""
    return signed(value, sheet.words) if sheet.journey.scale.min < 0 else number(round(value, 1), sheet.words)


def _height(value: float, scale: Scale) -> float:
    """How far below the top of the lane a score stands; one beyond the scale stands at its end."""
    share = (scale.max - value) / ((scale.max - scale.min) or 1)
    return _MARGIN + _PLOT * min(max(share, 0), 1)


def _placed(sheet: Sheet, place: Place) -> Felt:
    """A moment with its point; one without a score is put on the middle line."""
    scale, value = sheet.journey.scale, _value(sheet, place)
    middle = neutral(scale)
    height = _height(middle if value is None else value, scale)
    side = "neutral" if value is None or value == middle else "high" if value > middle else "low"
    figure = "" if value is None else _figure(sheet, value)
    mood = Mood(sheet.style, figure, f"value-{side}", _words(sheet, place))
    return Felt(place, (place.span.centre, height), side, mood, Rect(0, 0, 0, 0))


def _labelled(felt: Felt, field: Field, targets: tuple[Rect, ...]) -> Felt:
    """A moment with the place of its label: beside its point, else below the curve."""
    span = felt.place.span.inner(_EDGE)
    size = felt.mood.size(span.width)
    x, y = felt.point
    marker = (Rect(x - CLEARANCE, y - CLEARANCE, 2 * CLEARANCE, 2 * CLEARANCE),) if felt.has_point else ()
    rect = field.find(size, span, felt.point, (*marker, *targets))
    is_stowed = rect is None
    rect = rect or Rect(felt.place.span.centre - size[0] / 2, _HEIGHT, *size)
    return Felt(felt.place, felt.point, felt.side, felt.mood, rect, is_stowed)


def _targets(sheet: Sheet) -> tuple[Rect, ...]:
    """The bars that show what the brand wants felt."""
    scale = sheet.journey.scale
    found = [(place, score(place.moment.intent, scale)) for place in sheet.speaking("intent")]
    return tuple(
        Rect(place.span.centre - 13, _height(value, scale) - 2, 26, 4) for place, value in found if value is not None
    )


def _drawn(sheet: Sheet, felt: Felt, lane: str, y: float) -> Group:
    """A moment's line, point and label."""
    rect = Rect(felt.rect.x, felt.rect.y + y, felt.rect.width, felt.rect.height)
    point = (felt.point[0], felt.point[1] + y)
    texts = felt.mood.lay(rect, _align(rect, point[0]))
    shapes = (*_leader(rect, point), *_mark(sheet, felt, point), *texts)
    label = ", ".join((name_of(felt.place.moment), *(text.source for text in texts)))
    return Group("cell", f"{lane}: {label}", shapes, sheet.address(felt.place))


def _mark(sheet: Sheet, felt: Felt, point: tuple[float, float]) -> Iterator[Shape]:
    """A dot, or the diamond of a moment of truth; hollow where it is an assumption."""
    if felt.has_point:
        role = f"point-{felt.side}" + ("-assumed" if sheet.is_assumed(felt.place) else "")
        is_truth = felt.place.moment.moment_of_truth is not None
        yield diamond(role, *point, 8.5) if is_truth else Dot(role, point, 5.5)


def _leader(rect: Rect, point: tuple[float, float]) -> Iterator[Line]:
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


def _scale(sheet: Sheet, y: float) -> Iterator[Shape]:
    """The figures of the scale at the left, and the middle line all the way through."""
    scale, span = sheet.journey.scale, sheet.grid.span
    middle = y + _height(neutral(scale), scale)
    yield Line("neutral", (span.x, middle), (span.right, middle))
    for value in _ticks(scale):
        height = y + _height(value, scale)
        yield Line("tick", (span.x - 5, height), (span.x, height))
        place = Span(span.x - _ASIDE + 4, _ASIDE - 12)
        yield sheet.style.block(_figure(sheet, value), "axis", place.x, height - 6.5, place.width, "end")


def _ticks(scale: Scale) -> tuple[float, ...]:
    """The scores that are written at the side: all whole ones of a short scale, else five."""
    reach = scale.max - scale.min
    is_short = reach <= 6 and reach == int(reach)
    count = max(int(reach), 1) if is_short else 4
    return tuple(scale.min + reach * index / count for index in range(count + 1))
