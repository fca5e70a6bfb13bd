"""Shapes cut in two across a picture, and moved down: for what does not fit on one page.

Rows of text and small signs stay whole; only the frames around them are cut.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Row, Shape, Text

_FRAME = 24.0  # a shape without a text of its own that is higher than this may be cut
_MARGIN = 6.0  # between a row and the edge of a frame that is cut beside it

Stretch = tuple[float, float]
"""From one y down to another."""

Cut = tuple[Shape | None, Shape | None]
"""What is above a line, and what below."""


def bounds(shape: Shape) -> Rect:
    """The room that a shape takes."""
    match shape:
        case Text(box=rect) | Box(rect=rect) | Icon(rect=rect) | Picture(rect=rect):
            return rect
        case Polygon(points=points):
            return _around(points)
        case Line(start=start, end=end):
            return _around((start, end))
        case Curve(start=start, pieces=pieces):
            return _around((start, *(point for piece in pieces for point in piece)))
        case Dot(centre=(x, y), radius=radius):
            return Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        case Group(children=children):
            rects = [bounds(child) for child in children]
            return _around([(rect.x, rect.y) for rect in rects] + [(rect.right, rect.bottom) for rect in rects])


def _around(points: Sequence[tuple[float, float]]) -> Rect:
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    return Rect(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def moved(shape: Shape, down: float, right: float = 0) -> Shape:  # noqa: PLR0911 -- one for each kind of shape
    """A shape so much further down, and to the right."""

    def point(place: tuple[float, float]) -> tuple[float, float]:
        return place[0] + right, place[1] + down

    match shape:
        case Text(box=box, rows=rows):
            lower = tuple(_row(row, down, right) for row in rows)
            return replace(shape, box=_shifted(box, down, right), rows=lower)
        case Box(rect=rect, text=text):
            return replace(shape, rect=_shifted(rect, down, right), text=text and _text(moved(text, down, right)))
        case Polygon(points=points, text=text):
            return replace(shape, points=tuple(map(point, points)), text=text and _text(moved(text, down, right)))
        case Line(start=start, end=end):
            return replace(shape, start=point(start), end=point(end))
        case Curve(start=start, pieces=pieces, fade=fade):
            lower_pieces = tuple((point(one), point(two), point(end)) for one, two, end in pieces)
            fade = fade and (fade[0] + down, fade[1] + down)
            return replace(shape, start=point(start), pieces=lower_pieces, fade=fade)
        case Dot(centre=centre):
            return replace(shape, centre=point(centre))
        case Icon(rect=rect) | Picture(rect=rect):
            return replace(shape, rect=_shifted(rect, down, right))
        case Group(children=children):
            return replace(shape, children=tuple(moved(child, down, right) for child in children))


def _shifted(rect: Rect, down: float, right: float) -> Rect:
    return replace(rect, x=rect.x + right, y=rect.y + down)


def _row(row: Row, down: float, right: float) -> Row:
    runs = tuple(replace(run, x=run.x + right) for run in row.runs) if right else row.runs
    return replace(row, x=row.x + right, baseline=row.baseline + down, runs=runs)


def _text(shape: Shape) -> Text:
    assert isinstance(shape, Text)
    return shape


def cut(shape: Shape, y: float, tallest: float) -> Cut:
    """A shape in two, at the last place above a y where that can be: between frames, not in one.

    Only where the first frame is higher than ``tallest``, it is cut between its rows. There may be nothing above.
    """
    solids = sorted(stretch for leaf in _leaves(shape) if not _is_frame(leaf) for stretch in _solids(leaf))
    if bounds(shape).bottom <= y + 0.01:
        return shape, None
    frames = [(rect.y, rect.bottom) for leaf in _leaves(shape) if _is_frame(leaf) for rect in [bounds(leaf)]]
    wholes = sorted([*solids, *frames])
    first = wholes[0][0]
    at = _free(y, wholes)
    if at <= first and _end(wholes) - first > tallest:
        at = _free(y - _MARGIN, solids)
    return _cut(shape, at, solids) if at > first else (None, shape)


def _free(y: float, stretches: Sequence[Stretch]) -> float:
    """The last place above a y that none of the stretches passes."""
    while crossed := [top for top, bottom in stretches if top < y - 0.01 and bottom > y + 0.01]:
        y = min(crossed)
    return y


def _end(stretches: Sequence[Stretch]) -> float:
    """Where the first of them ends, with all that it touches."""
    end = stretches[0][1]
    for top, bottom in stretches:
        if top < end:
            end = max(end, bottom)
    return end


def _leaves(shape: Shape) -> Iterator[Shape]:
    if isinstance(shape, Group):
        for child in shape.children:
            yield from _leaves(child)
    else:
        yield shape


def _is_frame(shape: Shape) -> bool:
    """Whether it is something around others, which may be cut."""
    return isinstance(shape, Box | Polygon) and shape.text is None and bounds(shape).height > _FRAME


def _solids(shape: Shape) -> Iterator[Stretch]:
    """What must stay whole: each row of a text, or the shape."""
    rect = bounds(shape)
    if isinstance(shape, Text) and shape.rows:
        leading = rect.height / len(shape.rows)
        yield from ((rect.y + index * leading, rect.y + (index + 1) * leading) for index in range(len(shape.rows)))
    else:
        yield rect.y, rect.bottom


def _cut(shape: Shape, y: float, solids: Sequence[Stretch]) -> Cut:  # noqa: PLR0911 -- one for each kind of shape
    rect = bounds(shape)
    if rect.bottom <= y + 0.01:
        return shape, None
    if rect.y >= y - 0.01:
        return None, shape
    match shape:
        case Group(children=children):
            pairs = [_cut(child, y, solids) for child in children]
            return _group(shape, [above for above, _ in pairs]), _group(shape, [below for _, below in pairs])
        case Text(rows=rows) if rows:
            leading = rect.height / len(rows)
            count = round((y - rect.y) / leading)
            return _part(shape, rows[:count], rect.y, leading), _part(shape, rows[count:], y, leading)
        case Box() if _is_frame(shape):
            lower = replace(shape, rect=Rect(rect.x, y - _MARGIN, rect.width, rect.bottom - y + _MARGIN))
            is_needed = any(y - 0.01 <= top < rect.bottom for top, _ in solids)
            bottom = min(y + _MARGIN, rect.bottom)
            return replace(shape, rect=replace(rect, height=bottom - rect.y)), lower if is_needed else None
        case Polygon() if _is_frame(shape):
            return _clipped(shape, y, is_above=True), _clipped(shape, y, is_above=False)
        case _:
            return (shape, None) if (rect.y + rect.bottom) / 2 <= y else (None, shape)


def _group(group: Group, children: Iterable[Shape | None]) -> Group | None:
    found = tuple(child for child in children if child)
    return replace(group, children=found) if found else None


def _part(text: Text, rows: tuple[Row, ...], y: float, leading: float) -> Text | None:
    """Some rows of a text, for themselves."""
    if not rows:
        return None
    box = Rect(text.box.x, y, text.box.width, leading * len(rows))
    return replace(text, source=" ".join(row.text for row in rows), box=box, rows=rows)


def _clipped(shape: Polygon, y: float, *, is_above: bool) -> Polygon:
    """What of a polygon lies on one side of a line."""
    side = -1 if is_above else 1
    points: list[tuple[float, float]] = []
    for start, end in pairwise((*shape.points, shape.points[0])):
        if (start[1] - y) * side >= 0:
            points.append(start)
        if (start[1] - y) * (end[1] - y) < 0:
            points.append((start[0] + (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1]), y))
    return replace(shape, points=tuple(points))
