"""What stands at each moment of the emotion lane: its points, and what is written beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cjm.figures.emotion import felt, felt_by, neutral, score
from cjm.render.layouts.curve import Point
from cjm.render.layouts.grid import Place
from cjm.render.layouts.labelling import Label, label
from cjm.render.layouts.marks import diamond
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.plot import Plot, figure
from cjm.render.layouts.quotes import Anchor
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.voices import REACH, Choir, Strand, marker
from cjm.render.scene import Dot, Rect, Shape
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_DOT, _DIAMOND, _HALO = 5.5, 8.5, 14.0  # from the middle of a point to its edge


@dataclass(frozen=True, slots=True)
class Voiced:
    """The point of a persona beside the curve, and its label."""

    strand: Strand
    point: Point
    reach: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Felt:
    """A moment in the lane: its point on the curve, those of personas beside it, and the labels of both."""

    place: Place
    point: Point | None
    side: str
    label: Label | None
    voices: tuple[Voiced, ...]

    @property
    def is_truth(self) -> bool:
        """Whether it is a moment of truth."""
        return self.place.moment.moment_of_truth is not None

    @property
    def reach(self) -> float:
        """From the middle of its point to the edge."""
        return 0 if self.point is None else _HALO if self.is_truth else _DOT

    @property
    def labels(self) -> Iterator[Label]:
        """All its labels, its own first."""
        yield from filter(None, (self.label, *(voice.label for voice in self.voices)))

    def anchors(self) -> dict[int, Anchor]:
        """What quotations can be tied to: 0 is its own point, or its own word; else the numbers of personas' lines."""
        found = {voice.strand.number: _anchor(voice.point, voice.reach, voice.label) for voice in self.voices}
        place = self.point or (self.label and self.label.point)
        return found | ({0: _anchor(place, self.reach, self.label)} if place else {})

    def markers(self) -> Iterator[Rect]:
        """What its points take up."""
        if self.point:
            yield _around(self.point, self.reach)
        yield from (_around(voice.point, voice.reach) for voice in self.voices)

    def halos(self, top: float) -> Iterator[Dot]:
        """What sets off the points of a moment of truth."""
        points = (self.point,) if self.point else (voice.point for voice in self.voices)
        yield from (Dot("truth-halo", (x, y + top), _HALO) for x, y in points if self.is_truth)

    def draw(self, top: float) -> Iterator[Shape]:
        """Its points: a dot, or the diamond of a moment of truth; hollow where it is an assumption."""
        hollow = "-assumed" if self.place.is_assumed else ""
        for voice in self.voices:
            (x, y), number = voice.point, voice.strand.number
            yield marker(f"point-{number}{hollow}", number, (x, y + top))
        if self.point:
            (x, y), role = self.point, f"point-{self.side}{hollow}"
            yield diamond(role, x, y + top, _DIAMOND) if self.is_truth else Dot(role, (x, y + top), _DOT)


def feelings(sheet: Sheet, plot: Plot, places: Sequence[Place], choir: Choir) -> Iterator[Felt]:
    """How the moments feel, in figures and words; what single personas feel only where there is room for detail."""
    scale = plot.scale
    for index, place in enumerate(places):
        value = None if choir.is_alone else felt(place.moment, scale)
        middle = neutral(scale)
        side = "neutral" if value is None or value == middle else "high" if value > middle else "low"
        point = None if value is None else (place.span.centre, plot.y(value))
        voices = tuple(_voices(sheet, place, index, choir))
        word = typeset(place.moment.feels.emotion, sheet.lang) if place.moment.feels else ""
        others = () if sheet.detail == "overview" else tuple(_others(sheet, place, index, choir))
        mood = Mood(sheet.style, "" if value is None else figure(sheet, value), f"value-{side}", word, others)
        is_told = mood.figure or mood.word or mood.voices
        own = Felt(place, point, side, None, voices)
        beside = point or (place.span.centre, plot.middle)
        yield replace(own, label=label(mood, place.span, beside, own.reach)) if is_told else own


def _voices(sheet: Sheet, place: Place, index: int, choir: Choir) -> Iterator[Voiced]:
    """The points of personas beside the curve; where all have a line of their own, its end says whose it is."""
    scale = sheet.journey.scale
    for strand in choir.strands:
        if index not in strand.own:
            continue
        point = strand.stands[index]
        value = felt_by(strand.personas[0], place.moment, scale)
        feels = [voice.feels for who, voice in place.moment.for_.items() if who in strand.names and voice.feels]
        word = typeset(", ".join(dict.fromkeys(each.emotion for each in feels if each.emotion)), sheet.lang)
        brief = Mood(sheet.style, figure(sheet, value or 0), f"voice-{strand.number}", word)
        named = replace(brief, figure=typeset(f"{name_of(sheet, strand)}: {brief.figure}", sheet.lang))
        reach = _HALO if choir.is_alone and place.moment.moment_of_truth is not None else REACH
        mood, far = (brief, named) if choir.is_alone else (named, None)
        is_told = choir.is_alone or sheet.detail != "overview"
        yield Voiced(strand, point, reach, label(mood, place.span, point, reach, far) if is_told else None)


def _others(sheet: Sheet, place: Place, index: int, choir: Choir) -> Iterator[str]:
    """How personas without a point of their own feel it."""
    for who, voice in place.moment.for_.items():
        if voice.feels and choir.at(index, who) is None:
            value = score(voice.feels, sheet.journey.scale)
            facts = "" if value is None else figure(sheet, value), voice.feels.emotion
            yield typeset(f"{sheet.naming.persona(who)}: {' '.join(filter(None, facts))}", sheet.lang)


def name_of(sheet: Sheet, strand: Strand) -> str:
    """The first names of those whose line it is."""
    return ", ".join(sheet.naming.persona(persona.id) for persona in strand.personas)


def _anchor(point: Point, reach: float, label: Label | None) -> Anchor:
    return Anchor(point, reach, (label.rect,) if label else ())


def _around(point: Point, reach: float) -> Rect:
    return Rect(point[0] - reach, point[1] - reach, 2 * reach, 2 * reach)
