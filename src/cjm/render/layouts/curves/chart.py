"""Curves of several maps over one row of moments: their points, what is written beside them, and what lies between two.

Of two curves each moment tells from where to where it goes; of one alone, or of more, the highest and the lowest do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from cjm.diff.change import Direction
from cjm.render.layouts.curve import Smooth
from cjm.render.layouts.curves.courses import Course, Stand, within
from cjm.render.layouts.feelings import Felt
from cjm.render.layouts.gap import Gap
from cjm.render.layouts.gauges import Gauge, bands, drawn
from cjm.render.layouts.grid import Span
from cjm.render.layouts.labelling import EDGE, Field, Label, Placing, label, moved, room
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.pieces import Words
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.signs import Compass
from cjm.render.layouts.twin import arrow
from cjm.render.scene import Box, Group, Rect, Shape
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_REACH = 6.0  # from the middle of a point to its edge
_AFTER = 12.0  # from the last point of a curve to its name
_NAME = 60.0  # what the name of a curve needs at least
_HIGH, _WIDE = 30.0, 70.0  # what lies between two curves has a word from here on
_PLATE = 4.0  # around that word
_AROUND = 70.0  # from a point to the end of its label, at most
_NARROW, _ROWS = 90.0, 4  # a name that takes more rows is not written at its point
_STEPS = 24  # looks for the place where two curves are farthest apart


class _Placed(NamedTuple):
    """The moments with their labels by number, the names of the curves, the figures, and all that is in the way."""

    felt: dict[int, Felt]
    names: dict[int, Label]
    gauged: list[tuple[Gauge, Label | None]]
    marks: list[Rect]


@dataclass(frozen=True)
class Chart:
    """The curves in their frame. y is 0 at the best feeling; it reaches from ``top`` to ``bottom``.

    ``end`` is how far the names of curves may reach; ``is_brief`` where single moments are not told; two curves are
    ``is_compared`` where what lies between them is told.
    """

    sheet: Sheet
    plot: Plot
    courses: Sequence[Course]
    end: float
    is_brief: bool = False
    is_compared: bool = True
    gauges: Sequence[Gauge] = ()

    @property
    def span(self) -> Span:
        """The columns of this page."""
        return self.sheet.grid.span

    def gap(self, top: float = 0) -> Gap | None:
        """What lies between two curves, as far as it is on this page."""
        if len(self.courses) != 2 or not self.is_compared:
            return None
        before, after = (course.curve(self.plot, top).within(self.span.x, self.span.right) for course in self.courses)
        return Gap(before, after) if before and after else None

    @cached_property
    def points(self) -> tuple[tuple[Course, Stand, Felt], ...]:
        """The moments of this page, first those of the earlier curves, their labels without a place."""
        found = [(course, stand) for course in self.courses for stand in course.stands if within(stand, self.span)]
        return tuple((course, stand, self._felt(course, stand)) for course, stand in found)

    def _felt(self, course: Course, stand: Stand) -> Felt:
        is_main = course.look.key == "now"
        point, side = stand.point(self.plot), stand.side(self.plot)
        found = Felt(stand.own if is_main else replace(stand.own, span=stand.column.span), point, side, None, ())
        mood = self._mood(course, stand, side) if is_main or self.is_compared else None
        return replace(found, label=label(mood, self._around(stand), point, found.reach)) if mood else found

    def _around(self, stand: Stand) -> Span:
        """Where the label of a moment can stand: over its column, or where these are narrow, as far as it needs."""
        span, (x, _) = stand.column.span, stand.point(self.plot)
        if not self.is_brief or span.width > 2 * _AROUND:
            return span
        left = max(min(x - _AROUND, self.end - 2 * _AROUND), self.span.x - _AFTER / 2)
        return Span(left, 2 * _AROUND)

    def _mood(self, course: Course, stand: Stand, side: str) -> Mood | None:
        """What is written beside a point."""
        style, figure = self.sheet.style, self.sheet.naming.score(stand.score)
        if len(self.courses) != 2 or self.is_brief:
            if not any(stand is each for each in course.extremes) or self._is_said(course, stand):
                return None
            name = typeset(stand.name, self.sheet.lang) if self.is_brief else stand.word
            is_long = len(style.wrap(name, "emotion", _NARROW)) > _ROWS
            return Mood(style, figure, f"value-{side}", "" if is_long else name)
        (before, after), is_later = self.courses, course is self.courses[1]
        other = _same(stand, before if is_later else after)
        if other is None:
            return Mood(style, figure, f"value-{side}" if is_later else "gone", stand.word, (), _tone(is_later))
        if not is_later:
            return None
        if round(other.score, 3) == round(stand.score, 3):
            return Mood(style, figure, "kept", stand.word, (), "kept")
        return Mood(style, arrow(style, self.sheet.naming.score(other.score), figure), f"value-{side}", stand.word)

    def _is_said(self, course: Course, stand: Stand) -> bool:
        """Whether a later curve has the same moment at the same height, and says so."""
        later = self.courses[[each is course for each in self.courses].index(True) + 1 :]
        others = [each for other in later for each in other.extremes if each.column is stand.column]
        return any(each.score == stand.score for each in others)

    @cached_property
    def gauged(self) -> tuple[Gauge, ...]:
        """The figures of this page."""
        span = self.span
        return tuple(gauge for gauge in self.gauges if span.x <= gauge.place.span.centre <= span.right)

    @cached_property
    def field(self) -> Field:
        """Where labels can stand."""
        labels = [label for _, _, felt in self.points for label in felt.labels]
        labels += [label for gauge in self.gauged if (label := gauge.label(self.span))]
        above, below = (room(labels, self.plot.middle, is_above=is_above) for is_above in (True, False))
        curves = tuple(course.curve(self.plot) for course in self.courses)
        return Field(curves, (), self.plot.middle, -above, self.plot.height + below)

    @cached_property
    def words(self) -> tuple[tuple[Rect, Direction], ...]:
        """Where it says that the later curve is higher, or lower: where the two are far apart, once for each stretch."""
        gap = self.gap()
        return tuple(filter(None, (self._word(gap, *run) for run in gap.runs()))) if gap else ()

    def _word(self, gap: Gap, left: float, right: float, is_better: bool) -> tuple[Rect, Direction] | None:  # noqa: FBT001
        direction = Direction.IMPROVED if is_better else Direction.WORSENED
        words = self._plate(direction)
        wide, high = self.sheet.style.width(words.text, words.role) + Compass(self.sheet.style, direction).indent, 14.0
        inner = (right - left - wide) / _STEPS
        if right - left < max(wide, _WIDE):
            return None

        def free(x: float) -> tuple[float, float]:
            """From where to where nothing is in the way over the width of the word."""
            reaches = [curve.reach(x, x + wide) or (0.0, 0.0) for curve in (gap.before, gap.after)]
            (_, low), (end, _) = sorted(reaches)
            return low, end

        borders = [] if self.is_brief else [place.span.x for place in self.sheet.grid.places()]
        starts = [left + step * inner for step in range(_STEPS + 1)]
        starts = [x for x in starts if not any(x - _PLATE < border < x + wide + _PLATE for border in borders)]
        if not starts:
            return None
        best = max(starts, key=lambda x: free(x)[1] - free(x)[0])
        low, end = free(best)
        if end - low < _HIGH:
            return None
        return Rect(best - _PLATE, (low + end - high) / 2 - 1, wide + 2 * _PLATE, high + 2), direction

    def _plate(self, direction: Direction) -> Words:
        """What it says between two curves."""
        word = self.sheet.words.word("changes", direction.value)
        return Words(self.sheet.style, word, f"change-{direction}", Compass(self.sheet.style, direction))

    @cached_property
    def placed(self) -> _Placed:
        """What is written, in its place."""
        marks = [rect for _, _, felt in self.points for rect in felt.markers()] + [gauge.mark for gauge in self.gauged]
        placing = Placing(self.field, [*marks, *(rect for rect, _ in self.words)])
        names = {}
        for index, course in enumerate(self.courses):
            if found := self._name(course):
                names[index] = placing.put(found)
        order = sorted(enumerate(self.points), key=lambda each: (each[1][1].column.span.centre, -each[0]))
        said = {
            index: replace(felt, label=placing.put(felt.label)) if felt.label else felt for index, (*_, felt) in order
        }
        told = [(gauge, placing.put(found) if (found := gauge.label(self.span)) else None) for gauge in self.gauged]
        return _Placed(said, names, told, placing.marks)

    def _name(self, course: Course) -> Label | None:
        """The name of a curve at its end, if that is on this page; one that is alone needs none."""
        x, y = course.stands[-1].point(self.plot)
        if len(self.courses) < 2 or not within(course.stands[-1], self.span):
            return None
        stage = next(place.span for place in self.sheet.grid.places() if place.span.x <= x <= place.span.right)
        limit = self.end if stage.right > self.span.right - 1 else stage.right
        left = max(min(x + _AFTER, limit - _NAME), stage.x)
        return label(
            Mood(self.sheet.style, course.name, course.look.type), Span(left - 10, limit - left + 10), (x, y), 10
        )

    @property
    def top(self) -> float:
        """Where it begins."""
        return min([self.field.top, *(rect.y for rect in self.placed.marks)]) - EDGE

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max([self.field.bottom, *(rect.bottom for rect in self.placed.marks)]) + EDGE

    def draw(self, top: float) -> Iterator[Shape]:
        """Everything, with the best feeling at a given y."""
        yield from self.plot.draw(self.sheet, top)
        curves = [found for course in self.courses if (found := self._here(course, top))]
        if gap := self.gap(top):
            yield from gap.draw()
        elif len(self.courses) == 1 or not self.is_compared:
            ends = top + self.plot.middle, top, top + self.plot.height
            yield from (area for _, curve in curves[-1:] for area in curve.areas(*ends))
        yield from bands(self.gauges, self.span, top)
        said, names = self.placed.felt, self.placed.names
        mains = (said[index] for index, (course, *_) in enumerate(self.points) if course.look.key == "now")
        yield from (halo for felt in mains for halo in felt.halos(top))
        for course, curve in curves:
            if curve.beziers:
                yield curve.line(course.look.line)
        yield from (Box("page", replace(rect, y=rect.y + top), 3) for rect in self._plates())
        for index, name in names.items():
            yield Group("curve", self.courses[index].name, name.draw(top))
        for rect, direction in self.words:
            yield Box("page", replace(rect, y=rect.y + top), 3)
            yield from self._plate(direction).draw(rect.x + _PLATE, rect.y + 1 + top, rect.width - _PLATE)
        for gauge, told in self.placed.gauged:
            yield drawn(gauge, told, self.field, self.placed.marks, top)
        yield from self._cells(top)

    def _plates(self) -> Iterator[Rect]:
        """The labels of two curves that stand between them, or on the middle line: lines would run through them."""
        gap = self.gap()
        rects = [each.rect for felt in self.placed.felt.values() for each in felt.labels] if gap else []
        rects += [told.rect for _, told in self.placed.gauged if told and gap]
        for rect in rects:
            curves = (gap.before, gap.after) if gap else ()
            ends = [end for curve in curves for end in curve.reach(rect.x, rect.right) or ()]
            is_struck = rect.y < self.plot.middle < rect.bottom
            if is_struck or (ends and min(ends) < rect.bottom and max(ends) > rect.y):
                yield Rect(rect.x - 2, rect.y, rect.width + 4, rect.height)

    def _here(self, course: Course, top: float) -> tuple[Course, Smooth] | None:
        """A curve as far as it is on this page."""
        curve = course.curve(self.plot, top).within(self.span.x, self.span.right)
        return (course, curve) if curve else None

    def _cells(self, top: float) -> Iterator[Group]:
        """What belongs to each moment of each map, as a group of its own."""
        said, marks = self.placed.felt, self.placed.marks
        for index, (course, stand, _) in enumerate(self.points):
            felt = said[index]
            shapes: list[Shape] = [moved(line, top) for each in felt.labels if (line := self.field.leader(each, marks))]
            shapes += felt.draw(top) if course.look.key == "now" else [stand.marker(course.look, self.plot, top)]
            shapes += (text for each in felt.labels for text in each.draw(top))
            told = (course.name, stand.name, self.sheet.naming.score(stand.score), stand.word)
            yield Group("cell", ", ".join(filter(None, told)), tuple(shapes), stand.address)


def _same(stand: Stand, course: Course) -> Stand | None:
    """What another curve has in that column."""
    return next((each for each in course.stands if each.column is stand.column), None)


def _tone(is_later: bool) -> str:  # noqa: FBT001 -- the two tones of a word
    return "emotion" if is_later else "gone"
