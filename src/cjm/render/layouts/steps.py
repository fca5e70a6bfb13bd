"""The course of a figure over time: level from version to version, with a mark for each."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import dist

from cjm.diff.change import Direction
from cjm.figures.emotion import neutral
from cjm.model.journey import Scale
from cjm.render.layouts.curve import Point, Straight
from cjm.render.layouts.panel import Panel
from cjm.render.layouts.timeline import Timeline
from cjm.render.scene import Dot, Line, Rect, Shape, Text
from cjm.render.text import Style
from cjm.render.values import dataclass

MARK = 1.8
"""The radius of the mark of a version."""

_TOUCHING = 5.0  # points from a mark to one that would touch it
_END = 4.5  # the radius of the last one
_INSET = 7.0  # points from the edge to the first and the last mark
_FLATTEST = 0.25  # of the highest value: what the height shows at least, lest a trifle looks like a collapse
_MARGIN = 0.1  # of that, above the highest and below the lowest value
_ROW = 13.0  # points from one figure at the side to the next
_DATE = 56.0  # and from one date to the next
_POINTS = {Direction.IMPROVED: "point-high", Direction.WORSENED: "point-low"}
_SLACK = 0.01


@dataclass(frozen=True)
class Steps:
    """The course in a rectangle, with figures at its left in ``aside`` points of it."""

    panel: Panel
    timeline: Timeline
    rect: Rect
    aside: float

    @property
    def style(self) -> Style:
        """How texts are set."""
        return self.panel.style

    @property
    def scale(self) -> Scale | None:
        """The scale of a feeling; no other figure has one."""
        return self.panel.trends.history.scale if self.panel.trend.key == "emotion" else None

    @cached_property
    def plot(self) -> Rect:
        """The rectangle without the figures at the side."""
        return Rect(self.rect.x + self.aside, self.rect.y, self.rect.width - self.aside, self.rect.height)

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The values at the lower and the upper edge: a feeling on its scale, counts from zero on."""
        if self.scale:
            return self.scale.min, self.scale.max
        values = [value for value in self.panel.trend.values if value is not None]
        if self.panel.trend.measure is None:
            return 0.0, max(values) * (1 + _MARGIN)
        values += [] if self.panel.target is None else [self.panel.target]
        low, high = min(values), max(values)
        least = _FLATTEST * max(abs(low), abs(high)) or 1.0
        margin = max((high - low) * _MARGIN, (least - (high - low)) / 2)
        return low - margin, high + margin

    def x(self, place: int) -> float:
        """Where a version stands."""
        return self.plot.x + _INSET + self.timeline.places[place] * (self.plot.width - 2 * _INSET)

    def y(self, value: float) -> float:
        """Where a value stands; beyond the scale at its end."""
        low, high = self.reach
        return self.plot.bottom - self.plot.height * min(max((value - low) / (high - low), 0), 1)

    def draw(self, *, is_dated: bool) -> Iterator[Shape]:
        """The dates, the figures at the side, the target, and the course with a mark for each version."""
        trend, plot = self.panel.trend, self.plot
        yield from self.dates(is_dated=is_dated)
        yield from self.sides()
        if self.panel.target is not None:
            y = self.y(self.panel.target)
            yield Line("target", (plot.x, y), (plot.right, y))
        for run in self.runs():
            yield from self.course(run)
        last = trend.known[-1]
        role = _POINTS.get(trend.direction, "point-neutral")
        yield Dot(role, (self.x(last), self.y(trend.values[last] or 0.0)), _END)

    def runs(self) -> list[list[int]]:
        """The versions that have a value, parted where one has none; one that cannot be read parts nothing."""
        stops, found = self.panel.trends.history.stops, [list[int]()]
        for place, value in enumerate(self.panel.trend.values):
            if value is not None:
                found[-1].append(place)
            elif stops[place].tally and found[-1]:
                found.append([])
        return [run for run in found if run]

    def course(self, run: Sequence[int]) -> Iterator[Shape]:
        """The line of a run, level until the value is another one, and the marks of its versions."""
        places: list[Point] = [(self.x(place), self.y(self.panel.trend.values[place] or 0.0)) for place in run]
        turns = [after for before, after in pairwise(places) if after[1] != before[1]]
        ends = [*(x for x, _ in turns), places[-1][0]]
        levels = list(zip([places[0], *turns], ends, strict=True))
        for (x, y), end in levels:
            if self.scale and end > x:
                middle = self.y(neutral(self.scale))
                yield from Straight(((x, y), (end, y))).areas(middle, self.plot.y, self.plot.bottom)
        yield from (Line("spark", (x, y), (end, y)) for (x, y), end in levels)
        yield from (Line("spark", (x, above), (x, y)) for ((_, above), _), ((x, y), _) in pairwise(levels))
        yield from (Dot("spark-end", place, MARK) for place in _apart(places))

    def sides(self) -> Iterator[Shape]:
        """The figures at the side, and a thin line at each."""
        floors: list[float] = []
        for value, text in sides(self.panel):
            y = self.y(value)
            is_middle = self.scale is not None and value == neutral(self.scale)
            yield Line("neutral" if is_middle else "grid", (self.plot.x, y), (self.plot.right, y))
            if all(abs(y - other) >= _ROW for other in floors):
                yield self.style.block(text, "axis", self.rect.x, y - _ROW / 2, self.aside - 6, "end")
                floors.append(y)

    def dates(self, *, is_dated: bool) -> Iterator[Shape]:
        """A thin line at each date, which stands below where it is wanted."""
        plot, wide = self.plot, self.plot.width - 2 * _INSET
        for share, text in self.timeline.ticks(max(int(wide / _DATE), 2)):
            x = plot.x + _INSET + share * wide
            yield Line("grid", (x, plot.y), (x, plot.bottom + (4 if is_dated else 0)))
            if is_dated:
                yield self._date(text, x)

    def _date(self, text: str, x: float) -> Text:
        """A date below its line, moved aside where it would stand out."""
        wide = self.style.width(text, "axis") + _SLACK
        left = min(max(x - wide / 2, self.plot.x), self.plot.right - wide)
        return self.style.block(text, "axis", left, self.plot.bottom + 5, wide)


def _apart(places: Sequence[Point]) -> Iterator[Point]:
    """The places of marks that do not touch the one before."""
    last: Point | None = None
    for place in places:
        if last is None or dist(last, place) >= _TOUCHING:
            yield place
            last = place


def sides(panel: Panel) -> Iterator[tuple[float, str]]:
    """What stands at the side: the scale of a feeling, the highest and lowest value of anything else, zero of counts."""
    trends, trend = panel.trends, panel.trend
    if trend.key == "emotion":
        scale = trends.history.scale
        yield from ((value, trends.feeling(value)) for value in (scale.max, neutral(scale), scale.min))
        return
    known = sorted(trend.known, key=lambda place: trend.values[place] or 0.0)
    for place in dict.fromkeys((known[-1], known[0])):
        yield trend.values[place] or 0.0, trends.level(trend, place)
        if trend.measure is None:
            yield 0.0, "0"
            return
