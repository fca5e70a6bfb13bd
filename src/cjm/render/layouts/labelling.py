"""Where a label beside the emotion curve can stand: near its point, and never on a curve, a point or another label."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field as dataclass_field
from dataclasses import replace
from math import inf

from cjm.render.layouts.curve import Point, Smooth
from cjm.render.layouts.grid import Span
from cjm.render.layouts.mood import Mood
from cjm.render.scene import Align, Line, Rect, Text
from cjm.render.values import dataclass

CLEARANCE = 5.0  # points between a label and the middle of a curve

EDGE = 6.0
"""Points between a label and the border of the lane."""

_NEAREST, _FARTHEST = 32.0, 90.0  # above and below the scale, for the labels of the extremes
_EDGE = 10.0  # between a label and the border of its column
_BESIDE = 10.0
_OFFSETS = (0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1.0, 1.0)

_FAR = 18.0  # from here on a label is tied to its point by a line

Stretch = tuple[float, float]
"""From one y down to another."""


@dataclass(frozen=True, slots=True)
class Label:
    """A mood and the point that it belongs to, with its place once it has one; one that is stowed stands below all.

    ``reach`` is from the middle of the point to its edge. ``far`` is what it says further off, where the eye no longer
    sees to which point it belongs.
    """

    mood: Mood
    span: Span
    point: Point
    reach: float
    far: Mood | None
    rect: Rect
    is_stowed: bool = False

    @property
    def gap(self) -> float:
        """How far above or below its point it stands."""
        return max(self.rect.y - self.point[1], self.point[1] - self.rect.bottom, 0)

    @property
    def is_over(self) -> bool:
        """Whether a line straight up or down from its point meets it."""
        return self.rect.x <= self.point[0] <= self.rect.right

    def draw(self, top: float) -> tuple[Text, ...]:
        """Its texts, towards the point."""
        offset = self.rect.x + self.rect.width / 2 - self.point[0]
        align: Align = "middle" if abs(offset) < 1 else "start" if offset > 0 else "end"
        return self.mood.lay(replace(self.rect, y=self.rect.y + top), align)


def label(mood: Mood, span: Span, point: Point, reach: float = 0, far: Mood | None = None) -> Label:
    """A label without a place yet; its rectangle says only how much room it takes."""
    return Label(mood, span, point, reach, far, Rect(0, 0, *_size(mood, span)))


def _size(mood: Mood, span: Span) -> tuple[float, float]:
    return mood.size(span.width - 2 * _EDGE - 4)


@dataclass(frozen=True, slots=True)
class Field:
    """What is in the way of labels: curves, the middle line, and the part of the lane they must stay in.

    ``bars`` are in the way of texts, and should not stand between a label and its point; lines may cross them.
    """

    curves: tuple[Smooth, ...]
    bars: tuple[Smooth, ...]
    neutral: float
    top: float
    bottom: float

    def within(self, span: Span) -> "Field":
        """The same without the curves and bars that do not pass through a column."""
        curves, bars = (
            tuple(each for each in group if each.xs[0] < span.right and each.xs[-1] > span.x)
            for group in (self.curves, self.bars)
        )
        return replace(self, curves=curves, bars=bars)

    def find(self, label: Label, marks: Iterable[Rect]) -> Rect | None:
        """The best free place for a label in its column; nothing where there is none."""
        wide, high, (x, y) = label.rect.width, label.rect.height, label.point
        column = self.within(label.span)
        near = [mark for mark in marks if mark.x < label.span.right and mark.right > label.span.x]
        bars = [bar.points[0][1] for bar in column.bars]
        best, least = None, inf
        for left in dict.fromkeys(_lefts(wide, label.span, x)):
            across = max(left - x, x - left - wide, 0) + 0.12 * abs(left + wide / 2 - x)
            is_over = left < x + label.reach and left + wide > x - label.reach
            if across + is_over * (label.reach + CLEARANCE) >= least:
                continue
            for top in column.tops(Rect(left, y - high / 2, wide, high), near):
                cost = across + self._cost(top, high, y, bars)
                if cost < least:
                    best, least = Rect(left, top, wide, high), cost
        return best

    def taken(self, left: float, right: float, marks: Iterable[Rect], gap: float) -> list[Stretch]:
        """What curves and marks take up between two x, with so much air beside, above and below."""
        reaches = (curve.reach(left - gap, right + gap) for curve in (*self.curves, *self.bars))
        found = [(high - gap, low + gap) for high, low in filter(None, reaches)]
        found += [(mark.y - gap, mark.bottom + gap) for mark in marks if mark.x < right + 2 and mark.right > left - 2]
        return found

    def place(self, label: Label, marks: Collection[Rect]) -> Label:
        """The label in its place; stowed where there is no room for it."""
        found = self._beside(label, marks)
        if label.far and (found is None or found.gap >= _FAR + label.reach):
            label = replace(label, mood=label.far, rect=Rect(0, 0, *_size(label.far, label.span)))
            found = self._beside(label, marks)
        if found:
            return found
        wide = label.rect.width
        x = min(max(label.point[0] - wide / 2, label.span.x + _EDGE), label.span.right - _EDGE - wide)
        return replace(label, rect=replace(label.rect, x=x, y=self.bottom), is_stowed=True)

    def _beside(self, label: Label, marks: Collection[Rect]) -> Label | None:
        rect = self.find(label, marks)
        return replace(label, rect=rect) if rect else None

    def leader(self, label: Label, marks: Iterable[Rect]) -> Line | None:
        """A line from a point to a label far off, where nothing is in between."""
        if not label.is_over or label.gap <= _FAR + label.reach:
            return None
        x, y = label.point
        side = 1 if label.rect.y > y else -1
        start, end = y + side * label.reach, label.rect.y - 1 if side > 0 else label.rect.bottom + 1
        return Line("leader", (x, start), (x, end)) if self.is_clear(x, start, end, marks) else None

    def is_clear(self, x: float, start: float, end: float, marks: Iterable[Rect]) -> bool:
        """Whether a line straight down or up from a point meets no curve and no mark on its way."""
        low, high = min(start, end) + 2, max(start, end) - 2
        reaches = (curve.reach(x, x) for curve in self.curves)
        taken = [*filter(None, reaches), *((mark.y, mark.bottom) for mark in marks if mark.x - 2 < x < mark.right + 2)]
        return not any(above < high and below > low for above, below in taken)

    def tops(self, level: Rect, marks: list[Rect]) -> Iterator[float]:
        """The heights at which a label over that stretch is clear of everything: next to something, or level."""
        high = level.height
        wanted = (level.y, self.neutral - 3 - high, self.neutral + 3)
        for start, end in self._gaps(self.taken(level.x, level.right, marks, CLEARANCE)):
            if start <= end - high:
                yield from (start, end - high)
                yield from (top for top in wanted if start < top < end - high)

    def _gaps(self, taken: list[Stretch]) -> Iterator[Stretch]:
        """What is free between the stretches that are taken, from the top to the bottom."""
        free = self.top
        for start, end in sorted(taken):
            if start > free:
                yield free, min(start, self.bottom)
            free = max(free, end)
        yield free, self.bottom

    def _cost(self, top: float, high: float, y: float, bars: Iterable[float]) -> float:
        """How far up or down a place is, and what speaks against it: on the middle line, behind a bar, the wrong side."""
        down, middle = max(top - y, y - top - high, 0), top + high / 2
        is_struck = top - 2 < self.neutral < top + high + 2
        is_behind = any((bar - y) * (middle - bar) > 0 for bar in bars)
        return down + 14 * is_struck + 14 * is_behind + 3 * ((middle < y) != (y <= self.neutral))


@dataclass(slots=True, eq=False)
class Placing:
    """Labels on their way into a field, one after the other: each keeps clear of ``marks``, and is then one itself."""

    field: Field
    marks: list[Rect]
    stowed: list[Label] = dataclass_field(default_factory=list)

    def put(self, label: Label) -> Label:
        """The label in its place; below the field, and below those of its column, where there is no room in it."""
        found = self.field.place(label, self.marks)
        if found.is_stowed:
            above = (each.rect.bottom + EDGE for each in self.stowed if _is_over(each, found))
            found = replace(found, rect=replace(found.rect, y=max([self.field.bottom, *above])))
            self.stowed.append(found)
        self.marks.append(found.rect)
        return found


def _is_over(above: Label, below: Label) -> bool:
    """Whether a label stands above another one: in its column, or reaching into it."""
    is_beside = above.rect.right <= below.rect.x or below.rect.right <= above.rect.x
    return above.span.x == below.span.x or not is_beside


def room(labels: Iterable[Label], middle: float, *, is_above: bool) -> float:
    """What to keep free above or below the scale, for labels as high as there are on that side."""
    highs = (label.reach + label.rect.height for label in labels if (label.point[1] < middle) == is_above)
    return min(max(max(highs, default=0) + CLEARANCE, _NEAREST), _FARTHEST)


def _lefts(wide: float, span: Span, x: float) -> Iterator[float]:
    """Where a label can begin within its column: around the point, then towards the sides."""
    low, high = span.x + _EDGE, span.right - _EDGE - wide
    for offset in _OFFSETS:
        yield min(max(x - wide / 2 + offset * (high - low) / 2, low), high)
    yield from (left for left in (x + _BESIDE, x - _BESIDE - wide) if low <= left <= high)


def moved(line: Line, top: float) -> Line:
    """The line so far down."""
    return replace(line, start=(line.start[0], line.start[1] + top), end=(line.end[0], line.end[1] + top))
