"""A stretch of the flow: the stages above, and below them the cards with all ways between them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from cjm.model.moment import Stage
from cjm.render.layouts.flow.course import Course
from cjm.render.layouts.flow.net import Net, Settled
from cjm.render.layouts.flow.part import Part, draw
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import phases, stages
from cjm.render.scene import Line
from cjm.render.values import dataclass

_UNDER = 18.0  # below the stages
_ASIDE = 8.0  # from the edges to what stands there
_BORDER = 9.0  # from what is written in a gutter to the next stage


@dataclass(frozen=True)
class Bands(Grid):
    """A grid in which each stage has a stretch of its own width; some of the stages are on other pages."""

    spans: tuple[tuple[Stage, Span], ...] = ()

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """One for each stage."""
        return (1,) * len(self.spans)

    @cached_property
    def column(self) -> float:
        """Their mean width."""
        return self.width / len(self.spans)

    @property
    def width(self) -> float:
        """The width of all."""
        return self.spans[-1][1].right - self.left

    def places(self) -> tuple[Place, ...]:
        """Where each stage is drawn."""
        return tuple(Place(stage, stage, span) for stage, span in self.spans)

    def within(self, place: Place) -> Iterator[Place]:
        """Where the touchpoints of a stage are drawn: somewhere in it."""
        for touchpoint in place.stage.touchpoints:
            yield Place(place.stage, touchpoint, place.span)


@dataclass(frozen=True)
class Chart:
    """A part of a course that Graphviz has settled, to be drawn from ``left`` on, ``wide`` or wider; ``is_bare`` without lines."""

    course: Course
    part: Part
    settled: Settled
    left: float
    wide: float = 0
    is_bare: bool = False

    @staticmethod
    def needs(part: Part) -> float:
        """The width that a part needs."""
        return part.net.width + 2 * _ASIDE

    @property
    def width(self) -> float:
        """From the left edge of the first stage to the right of the last."""
        return max(self.needs(self.part), self.wide)

    @cached_property
    def grid(self) -> Bands:
        """The stretches of the stages."""
        net, course = self.part.net, self.course
        first = min(course.columns[place] for place in self.part.moments)
        begins: dict[int, int] = {}  # the first column of each stage
        for place in self.part.moments:
            stage = course.sheet.journey.stages.index(course.ways[place].stage)
            begins.setdefault(stage, course.columns[place] - first)
            begins[stage] = min(begins[stage], course.columns[place] - first)
        edges = [self.left, *(self._border(net, 2 * column) for column in list(begins.values())[1:])]
        edges.append(self.left + self.width)
        spans = (Span(x, end - x) for x, end in pairwise(edges))
        stages = (course.sheet.journey.stages[stage] for stage in begins)
        return Bands(course.sheet.journey, self.left, tuple(zip(stages, spans, strict=True)))

    def _border(self, net: Net, layer: int) -> float:
        """Where a stage begins: before its first column, and behind what is written in the gutter."""
        gutter = net.spans[layer - 1]
        return self.left + _ASIDE + gutter.right + (_BORDER if gutter.width else 0)

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet with its grid."""
        return replace(self.course.sheet, grid=self.grid)

    @cached_property
    def header(self) -> float:
        """What the phases and the stages take."""
        return stages(self.sheet, phases(self.sheet, 0)[1])[1]

    @property
    def height(self) -> float:
        """How high it is."""
        return self.header + _UNDER + self.settled.height

    def draw(self, y: float) -> Shapes:
        """All of it, from a given y on."""
        bars, top = phases(self.sheet, y)
        arrows, top = stages(self.sheet, top)
        bottom = top + _UNDER + self.settled.height
        rules = tuple(Line("stage-rule", (span.x, top + 6), (span.x, bottom)) for _, span in self.grid.spans[1:])
        name = self.sheet.words.word("flow", "ways")
        flow = draw(self.part, self.settled, self.left + _ASIDE, top + _UNDER, name=name, is_bare=self.is_bare)
        return (*rules, *bars, *arrows, *flow)
