"""The emotion lane: how the journey feels, as a curve with a point, a figure and a word for each moment.

Beside it stand what the brand wants felt, the lines of personas who feel otherwise, and what customers say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from cjm.render.layouts.bands import PADDING, Band
from cjm.render.layouts.curve import Smooth
from cjm.render.layouts.feelings import Felt, feelings, name_of
from cjm.render.layouts.gauges import Gauge, bands, drawn
from cjm.render.layouts.grid import Place, Span
from cjm.render.layouts.labelling import EDGE, Field, Label, Placing, label, moved, room
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.plot import ASIDE, HEIGHT, Plot
from cjm.render.layouts.quotes import Bubbles, Speech, bubbles, speech
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.targets import Target, targets
from cjm.render.layouts.voices import REACH, Choir, Strand, choir
from cjm.render.naming import name_of as called
from cjm.render.scene import Group, Rect, Shape, Text
from cjm.render.values import dataclass

_Key = tuple[float, bool]


class _Placed(NamedTuple):
    """What is written in the lane, in its place.

    ``names`` are those of the personas' lines by number, ``gauged`` the figures with their labels, ``marks`` is all
    that now is in the way.
    """

    felt: tuple[Felt, ...]
    names: dict[int, list[Label]]
    gauged: tuple[tuple[Gauge, Label | None], ...]
    marks: list[Rect]

    def texts(self) -> Iterator[Rect]:
        """What all that is written takes up."""
        labels = [label for felt in self.felt for label in felt.labels]
        labels += [label for several in self.names.values() for label in several]
        yield from (label.rect for label in [*labels, *(label for _, label in self.gauged if label)])


def emotion(sheet: Sheet, key: str, height: float = HEIGHT, gauges: Sequence[Gauge] = ()) -> Band | None:
    """The lane of the emotion curve, which goes on beyond the edges of a page as it does on the next.

    ``height`` is that of the scale, in points; ``gauges`` are the figures that stand beside the curve.
    """
    if not sheet.speaking("feels"):
        return None
    plot = Plot(sheet.journey.scale, height)
    places = sheet.unrolled().speaking("feels")
    strands, bars = choir(sheet, plot, places), targets(sheet, plot)
    lane = _Lane(sheet, sheet.words.lane(key), places, plot, strands, bars, tuple(gauges))
    return Band(key, lane.name, lane.bottom - lane.top, lambda y: tuple(lane.draw(y - lane.top)), ASIDE)


@dataclass(frozen=True)
class _Lane:
    """What the lane holds, step by step: first what there is to say, then where it stands.

    ``places`` are those of all pages, though only one page is drawn. y is 0 at the best feeling; the lane reaches from ``top`` to ``bottom``.
    """

    sheet: Sheet
    name: str
    places: tuple[Place, ...]
    plot: Plot
    choir: Choir
    targets: tuple[Target, ...]
    gauges: tuple[Gauge, ...]

    @cached_property
    def everything(self) -> tuple[Felt, ...]:
        """The moments of all pages, their labels without a place."""
        return tuple(feelings(self.sheet, self.plot, self.places, self.choir))

    @cached_property
    def said(self) -> tuple[Felt, ...]:
        """Those of this page."""
        return tuple(felt for felt in self.everything if self._is_here(felt.place))

    def _is_here(self, place: Place) -> bool:
        span = self.sheet.grid.span
        return span.x <= place.span.centre <= span.right

    @cached_property
    def gauged(self) -> tuple[Gauge, ...]:
        """The figures of this page."""
        return tuple(gauge for gauge in self.gauges if self._is_here(gauge.place))

    @cached_property
    def curve(self) -> Smooth | None:
        """The curve itself, if it has a point."""
        points = tuple(felt.point for felt in self.everything if felt.point)
        return Smooth(points) if points else None

    @cached_property
    def field(self) -> Field:
        """Where labels can stand."""
        curves = [*([self.curve] if self.curve else []), *(run for each in self.choir.strands for run in each.curves)]
        labels = [label for felt in self.said for label in felt.labels]
        labels += [label for gauge in self.gauged if (label := gauge.label(self.sheet.grid.span))]
        above, below = (room(labels, self.plot.middle, is_above=is_above) for is_above in (True, False))
        bars = tuple(target.bar for target in self.targets)
        return Field(tuple(curves), bars, self.plot.middle, -above, self.plot.height + below)

    @cached_property
    def placed(self) -> _Placed:
        """The moments with their labels in place, the names of the personas' lines, and all that now is in the way."""
        marks = [rect for felt in self.said for rect in felt.markers()] + [gauge.mark for gauge in self.gauged]
        placing = Placing(self.field, marks)
        put = placing.put
        said = tuple(
            replace(
                felt,
                label=put(felt.label) if felt.label else None,
                voices=tuple(replace(voice, label=put(voice.label) if voice.label else None) for voice in felt.voices),
            )
            for felt in self.said
        )
        names = {strand.number: [put(label) for label in self._names(strand)] for strand in self.choir.strands}
        told = tuple(
            (gauge, put(found) if (found := gauge.label(self.sheet.grid.span)) else None) for gauge in self.gauged
        )
        return _Placed(said, names, told, placing.marks)

    def _names(self, strand: Strand) -> Iterator[Label]:
        """The name of a persona's line: at its end, or along each stretch where no label of a point tells it."""
        mood = Mood(self.sheet.style, name_of(self.sheet, strand), f"voice-{strand.number}")
        is_told = not self.choir.is_alone and self.sheet.detail != "overview"
        for index, curve in strand.passes():
            span = self.places[index].span
            if self._is_here(self.places[index]):
                yield label(mood, span, (span.centre, curve.y(span.centre)))
        own = [index for index in strand.own if self._is_here(self.places[index])]
        if own and not is_told:
            x, y = strand.stands[own[-1]]
            span = self.places[own[-1]].span
            yield label(mood, Span(x + REACH, span.right - x - REACH), (x, y), REACH)

    @cached_property
    def bubbles(self) -> dict[_Key, list[Bubbles]]:
        """What is said in each moment."""
        if not self.sheet.quotes_at_curve or self.sheet.detail == "overview":
            return {}
        said, marks = self.placed.felt, self.placed.marks
        felt = {_key(each.place): each for each in said}
        speeches = [
            each for place in self.sheet.speaking("says") for each in self._speeches(place, felt.get(_key(place)))
        ]
        found: dict[_Key, list[Bubbles]] = {}
        for each in bubbles(self.field, speeches, marks):
            found.setdefault(_key(each.speech.place), []).append(each)
        return found

    def _speeches(self, place: Place, felt: Felt | None) -> Iterator[Speech]:
        """What is said in one moment: what stands at its point, then what stands at those of personas."""
        moment, strands = place.moment, [voice.strand for voice in felt.voices] if felt else []
        quotes = {0: [(quote, "") for quote in moment.says]}
        for who, voice in moment.for_.items():
            strand = next((strand for strand in strands if who in strand.names), None)
            quotes.setdefault(strand.number if strand else 0, []).extend(
                (quote, self.sheet.naming.persona(who)) for quote in voice.says
            )
        anchors = felt.anchors() if felt else {}
        for number, each in quotes.items():
            if each:
                yield speech(self.sheet, place, each, anchors.get(number))

    @property
    def top(self) -> float:
        """Where the lane begins."""
        tops = [each.y - PADDING for found in self.bubbles.values() for each in found]
        return min([self.field.top - EDGE, *tops])

    @property
    def bottom(self) -> float:
        """Where it ends."""
        labels = [rect.bottom + EDGE for rect in self.placed.marks]
        ends = [each.bottom + PADDING for found in self.bubbles.values() for each in found]
        return max([self.field.bottom + EDGE, *labels, *ends])

    def draw(self, top: float) -> Iterator[Shape]:
        """Everything, with the best feeling at a given y."""
        yield from self.plot.draw(self.sheet, top, self.placed.texts())
        span, curve = self.sheet.grid.span, self.curve
        if curve:
            curve = Smooth(tuple((x, y + top) for x, y in curve.points)).within(span.x, span.right)
        if curve:
            yield from curve.areas(top + self.plot.middle, top, top + self.plot.height)
        elif self.choir.is_alone:
            yield from self.plot.grounds(span, top)
        yield from bands(self.gauges, span, top)
        said, names = self.placed.felt, self.placed.names
        yield from (halo for felt in said for halo in felt.halos(top))
        for strand in self.choir.strands:
            texts = (text for label in names.get(strand.number, ()) for text in label.draw(top))
            shapes: tuple[Shape, ...] = (*self.choir.draw(strand, span, top), *texts)
            name = name_of(self.sheet, strand)
            if shapes:
                yield Group("persona", f"{self.name}: {name}", shapes, f"persona/{strand.personas[0].id}")
        if curve and curve.beziers:
            yield curve.line("curve")
        yield from (line for target in self.targets for line in target.draw(top))
        yield from self._measured(top)
        yield from self._cells(top)

    def _measured(self, top: float) -> Iterator[Group]:
        """The figures beside the curve, each as a group of its own."""
        for gauge, told in self.placed.gauged:
            yield drawn(gauge, told, self.field, self.placed.marks, top)

    def _cells(self, top: float) -> Iterator[Group]:
        """What belongs to each moment, as a group of its own."""
        said, marks = self.placed.felt, self.placed.marks
        felt = {_key(each.place): each for each in said}
        for place in self.sheet.everywhere:
            shapes: list[Shape] = []
            if each := felt.get(_key(place)):
                leaders = (self.field.leader(label, marks) for label in each.labels)
                shapes += (moved(line, top) for line in leaders if line)
                shapes += each.draw(top)
                shapes += (text for label in each.labels for text in label.draw(top))
            shapes += (shape for each in self.bubbles.get(_key(place), ()) for shape in each.draw(top))
            if shapes:
                texts = (shape.source for shape in shapes if isinstance(shape, Text))
                told = ", ".join((called(place.moment), *texts))
                yield Group("cell", f"{self.name}: {told}", tuple(shapes), self.sheet.address(place))


def _key(place: Place) -> _Key:
    """What tells a moment from all others; a stage may stand over the single column of its touchpoint."""
    return place.span.x, place.moment is place.stage
