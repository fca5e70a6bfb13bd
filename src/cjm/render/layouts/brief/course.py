"""The whole emotion curve as a strip: every stage equally wide, and words at the points that matter."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from cjm.figures.coverage import is_assumed
from cjm.figures.emotion import felt, neutral
from cjm.figures.essence import Truth
from cjm.figures.moments import counting
from cjm.model.moment import Moment, Stage
from cjm.render.layouts.brief.past import Was, spread
from cjm.render.layouts.curve import Smooth
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.labelling import EDGE, Field, Label, label
from cjm.render.layouts.marks import diamond
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.pieces import Fitted
from cjm.render.layouts.plot import ASIDE, Plot, figure
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.summary import summed_up
from cjm.render.layouts.twin import routes
from cjm.render.naming import name_of
from cjm.render.scene import Box, Dot, Group, Line, Rect, Shape
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_GAP = 3.0  # between the names of two stages
_INSET = 7.0
_TALLEST = 3  # rows of a stage's name
_ROOM = 20.0  # above and below the scale, for the words of the extremes
_DOT, _DIAMOND, _HALO = 4.0, 7.0, 12.0
_REACH = 90.0  # how far a word may stand to the side of its point


class Stop(NamedTuple):
    """A moment on the curve: its score, and where it stands."""

    stage: Stage
    moment: Moment
    value: float
    x: float


@dataclass(frozen=True)
class Course:
    """The course of a map over a stretch of a page, the curve so high.

    ``picked`` is the only moment of which figure and word are told, and that is set off; without it, these are told of
    the lowest, the highest and the moments of truth. ``was`` is the curve of an earlier map, drawn behind this one.
    """

    sheet: Sheet
    span: Span
    high: float
    picked: Truth | None = None
    was: Was = ()

    @cached_property
    def told(self) -> Sheet:
        """The sheet with those moments as one that are a set of contacts."""
        return summed_up(self.sheet)

    @cached_property
    def plot(self) -> Plot:
        """Where scores stand."""
        return Plot(self.told.journey.scale, self.high)

    @cached_property
    def ground(self) -> Span:
        """The stretch beside the figures of the scale."""
        return Span(self.span.x + ASIDE - 12, self.span.width - ASIDE + 12)

    @cached_property
    def stages(self) -> list[tuple[Stage, Span]]:
        """The stages, each equally wide."""
        stages = self.told.journey.stages
        wide = self.ground.width / max(len(stages), 1)
        return [(stage, Span(self.ground.x + index * wide, wide)) for index, stage in enumerate(stages)]

    @cached_property
    def stops(self) -> list[Stop]:
        """The moments with a score, from left to right."""
        found = []
        for stage, span in self.stages:
            scores = [(each, felt(each, self.plot.scale)) for each in counting(stage, "feels")]
            known = [(each, value) for each, value in scores if value is not None]
            for index, (moment, value) in enumerate(known):
                found.append(Stop(stage, moment, value, span.x + (index + 0.5) / len(known) * span.width))
        return found

    @cached_property
    def past(self) -> Smooth | None:
        """The earlier curve, 0 at the best feeling; of fewer than two points there is none."""
        known = routes(self.told.journey)
        places = {known[id(stop.moment)]: stop.x for stop in self.stops}
        xs = spread([places.get(route) if route else None for route, _ in self.was], self.ground.x, self.ground.right)
        points = tuple((x, self.high * (1 - share)) for x, (_, share) in zip(xs, self.was, strict=True))
        return Smooth(points) if len(points) > 1 else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no curve to be drawn."""
        return len(self.stops) < 2

    @cached_property
    def names(self) -> list[Fitted]:
        """The names of the stages; none where there is too little room for them."""
        fitted = [
            self.sheet.text(name_of(stage), "phase").fit(span.width - _GAP - 2 * _INSET) for stage, span in self.stages
        ]
        most = _TALLEST * self.sheet.style.theme.types["phase"].leading
        words = (word for stage, _ in self.stages for word in name_of(stage).split())
        widest = max((self.sheet.style.width(word, "phase") for word in words), default=0)
        room = self.stages[0][1].width - _GAP - 2 * _INSET if self.stages else 0
        return fitted if widest <= room and all(each.height <= most for each in fitted) else []

    @property
    def head(self) -> float:
        """How high the names of the stages are."""
        return max((each.height for each in self.names), default=-8) + 8

    @property
    def height(self) -> float:
        """All of it."""
        return self.head + self.high + 2 * _ROOM

    def draw(self, y: float) -> Group:
        """The strip from a given y on."""
        sheet, top = self.told, y + self.head + _ROOM
        shapes: list[Shape] = [*self._heads(y)]
        if self.names:
            edges = [span.x for _, span in self.stages[1:]]
            shapes += (Line("stage-rule", (x, y + self.head + 4), (x, top + self.high + _ROOM)) for x in edges)
        shapes += self.plot.draw(_on(sheet, self.ground), top, [label.rect for label in self.words.values()])
        curve = Smooth(tuple((stop.x, top + self.plot.y(stop.value)) for stop in self.stops))
        shapes += curve.areas(top + self.plot.middle, top, top + self.high)
        if self.past:
            points = tuple((x, top + down) for x, down in self.past.points)
            shapes += (Smooth(points).line("curve-was"), *(Dot("point-was", point, _DOT - 0.5) for point in points))
        shapes += (Dot("truth-halo", self._at(stop, top), _HALO) for stop in self.stops if self._is_lit(stop))
        shapes.append(curve.line("curve"))
        shapes += self._points(top)
        return Group("lane", sheet.words.lane("feels"), tuple(shapes), "lane/feels")

    def _heads(self, y: float) -> Iterator[Shape]:
        """The names of the stages in a row."""
        for (stage, span), name in zip(self.stages, self.names, strict=False):
            box = Box("phase", Rect(span.x + _GAP / 2, y, span.width - _GAP, self.head), 3)
            text = name.draw(span.x + _GAP / 2 + _INSET, y + (self.head - name.height) / 2)
            yield Group("stage", name_of(stage), (box, *text), f"stage/{stage.id}")

    def _points(self, top: float) -> Iterator[Group]:
        """The points with their words, each in a group of its moment."""
        for index, stop in enumerate(self.stops):
            x, y = self._at(stop, top)
            role = f"point-{self._side(stop)}{'-assumed' if is_assumed(stop.stage, stop.moment) else ''}"
            is_truth = stop.moment.moment_of_truth is not None
            point = diamond(role, x, y, _DIAMOND) if is_truth else Dot(role, (x, y), _DOT)
            said = figure(self.told, stop.value)
            words = self.words[index].draw(top) if index in self.words else ()
            yield Group("cell", f"{name_of(stop.moment)}: {said}", (point, *words), self._address(stop))

    @cached_property
    def words(self) -> dict[int, Label]:
        """The words of the points that are picked, those that find a place beside the curve."""
        curve = Smooth(tuple((stop.x, self.plot.y(stop.value)) for stop in self.stops))
        curves = (curve, *([self.past] if self.past else []))
        field = Field(curves, (), self.plot.middle, EDGE - _ROOM, self.high + _ROOM - EDGE)
        marks = [
            Rect(stop.x - _DIAMOND, self.plot.y(stop.value) - _DIAMOND, 2 * _DIAMOND, 2 * _DIAMOND)
            for stop in self.stops
        ]
        placed: dict[int, Label] = {}
        for index in self._picked():
            found = field.place(self._label(self.stops[index]), marks)
            if not found.is_stowed:
                marks.append(found.rect)
                placed[index] = found
        return placed

    def _picked(self) -> list[int]:
        """Of which points words are told, the most important first."""
        if self.picked is not None:
            return [index for index, stop in enumerate(self.stops) if self._is_lit(stop)]
        every = range(len(self.stops))
        values = [stop.value for stop in self.stops]
        ends = [values.index(min(values)), values.index(max(values))]
        lit = [index for index in every if self.stops[index].moment.moment_of_truth is not None]
        return list(dict.fromkeys([*ends, *lit]))

    def _label(self, stop: Stop) -> Label:
        """The figure and the word of a point."""
        word = typeset(stop.moment.feels.emotion, self.told.lang) if stop.moment.feels else ""
        mood = Mood(self.sheet.style, figure(self.told, stop.value), f"value-{self._side(stop)}", word)
        left, right = max(stop.x - _REACH, self.ground.x), min(stop.x + _REACH, self.ground.right)
        reach = _HALO if self._is_lit(stop) else _DOT
        return label(mood, Span(left, right - left), (stop.x, self.plot.y(stop.value)), reach)

    def _is_lit(self, stop: Stop) -> bool:
        """Whether a point is set off: a moment of truth, or one of those picked."""
        if self.picked is None:
            return stop.moment.moment_of_truth is not None
        is_summed_up = stop.moment is stop.stage and stop.stage.id == self.picked.stage.id
        return stop.moment is self.picked.moment or is_summed_up

    def _side(self, stop: Stop) -> str:
        middle = neutral(self.plot.scale)
        return "neutral" if stop.value == middle else "high" if stop.value > middle else "low"

    def _at(self, stop: Stop, top: float) -> tuple[float, float]:
        return stop.x, top + self.plot.y(stop.value)

    def _address(self, stop: Stop) -> str:
        found = (each for each in self.told.everywhere if each.moment is stop.moment)
        return next((self.told.address(each) for each in found), "")


def _on(sheet: Sheet, span: Span) -> Sheet:
    """The sheet with one column over a stretch."""
    return replace(sheet, grid=_Plain(sheet.journey, span.x, span.width))


@dataclass(frozen=True)
class _Plain(Grid):
    """All columns together in a given width."""

    wide: float

    @property
    def span(self) -> Span:
        """All columns."""
        return Span(self.left, self.wide)
