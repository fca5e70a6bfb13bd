"""Arrows from old places to new ones, in the gutters and above the cards, each in a track of its own: over no text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm.render.layouts.bands import PADDING, Band, Cell, lined_up
from cjm.render.layouts.grid import Span
from cjm.render.scene import Box, Curve, Group, Polygon, Rect, Shape
from cjm.render.values import dataclass

_PITCH = 12.0  # from track to track
_ABOVE = 8.0
_BELOW = 12.0  # from the lowest track to the cards
_ROUND = 6.0
_HEAD = (4.5, 8.0)  # half its width, its length
_ASIDE = 3.0  # from a card to a line that passes it
_LEVEL = 13.0  # from the upper edge of a card to the middle of its first row

Point = tuple[float, float]


class Move(NamedTuple):
    """From one x to another, with what it says to those who cannot see it."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Arrows over a row of cards, each with the number of its track from below."""

    tracks: tuple[tuple[Move, int], ...]

    @property
    def height(self) -> float:
        """What they need above the cards."""
        if not self.tracks:
            return 0
        return _ABOVE + _PITCH * max(track for _, track in self.tracks) + _BELOW

    def draw(self, floor: float) -> Iterator[Group]:
        """The arrows, with the upper edge of the cards at a given y."""
        for move, track in self.tracks:
            yield Group("move", move.label, tuple(_arrow(move, floor - 1, floor - _BELOW - track * _PITCH)))


def moves(found: Sequence[Move]) -> Moves:
    """The shortest arrows in the lowest tracks; those that overlap in different ones."""
    taken: list[list[tuple[float, float]]] = []
    placed: dict[int, int] = {}
    for index, move in sorted(enumerate(found), key=lambda each: (abs(each[1].end - each[1].start), each[0])):
        low, high = sorted((move.start, move.end))
        free = (number for number, track in enumerate(taken) if all(end < low or start > high for start, end in track))
        track = next(free, len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((low, high))
        placed[index] = track
    return Moves(tuple((move, placed[index]) for index, move in enumerate(found)))


class Tie(NamedTuple):
    """From one card of a lane to another, by their addresses, with what it says and the columns they stand in."""

    start: str
    end: str
    label: str
    columns: tuple[Span, Span]

    @property
    def is_near(self) -> bool:
        """Whether the two columns stand side by side."""
        one, other = sorted(self.columns, key=lambda column: column.x)
        return abs(one.right - other.x) < 1


@dataclass(frozen=True, slots=True)
class Ties:
    """Arrows between cards of a lane: through the gutter between them, or up, along a track and down."""

    near: tuple[Tie, ...]
    far: tuple[Tie, ...]
    over: Moves

    @property
    def height(self) -> float:
        """What they need above the cards."""
        return self.over.height

    def draw(self, shapes: Iterable[Shape], floor: float) -> Iterator[Group]:
        """The arrows between shapes that are drawn, with the upper edge of the cards at a given y."""
        cards = dict(_cards(shapes))
        for tie in self.near:
            one, other = cards[tie.start], cards[tie.end]
            side = 1 if other.x > one.x else -1
            x = (one.right + other.x) / 2 if side > 0 else (one.x + other.right) / 2
            yield Group("move", tie.label, tuple(_path(_leave(one, side, x), _enter(other, side, x))))
        for tie, (_, track) in zip(self.far, self.over.tracks, strict=True):
            one, other = cards[tie.start], cards[tie.end]
            side = 1 if other.x > one.x else -1
            aside = _ASIDE + track % 3 * 2
            out = _leave(one, side, one.right + aside if side > 0 else one.x - aside)
            into = _enter(other, side, other.x - aside if side > 0 else other.right + aside)
            level = floor - _BELOW - track * _PITCH
            yield Group("move", tie.label, tuple(_path(out, ((out[-1][0], level), (into[0][0], level)), into)))


def linked(key: str, name: str, cells: Sequence[Cell], found: Sequence[Tie], *, is_even: bool = False) -> Band:
    """A lane of cells with arrows between their cards; none where both stand in one column."""
    near = tuple(tie for tie in found if tie.is_near)
    far = tuple(tie for tie in found if not tie.is_near and tie.columns[0].x != tie.columns[1].x)
    over = moves([Move(tie.columns[0].centre, tie.columns[1].centre, tie.label) for tie in far])
    links = Ties(near, far, over)
    band = lined_up(key, name, cells, is_even=is_even, above=links.height)

    def draw(y: float) -> tuple[Shape, ...]:
        shapes = band.draw(y)
        return (*shapes, *links.draw(shapes, y + links.height + PADDING))

    return replace(band, draw=draw)


def _cards(shapes: Iterable[Shape]) -> Iterator[tuple[str, Rect]]:
    """The boxes of elements, by their addresses."""
    for shape in shapes:
        if isinstance(shape, Group):
            box = next((child for child in shape.children if isinstance(child, Box)), None)
            if shape.address and box:
                yield shape.address, box.rect
            yield from _cards(shape.children)


def _leave(card: Rect, side: int, x: float) -> tuple[Point, ...]:
    """Out of a card at a side, level with its first row."""
    y = card.y + min(_LEVEL, card.height / 2)
    return ((card.right if side > 0 else card.x, y), (x, y))


def _enter(card: Rect, side: int, x: float) -> tuple[Point, ...]:
    """Into a card from a side."""
    y = card.y + min(_LEVEL, card.height / 2)
    return ((x, y), (card.x if side > 0 else card.right, y))


def _path(*parts: tuple[Point, ...]) -> Iterator[Shape]:
    """A line with rounded corners through points, and its head."""
    points = [point for part in parts for point in part]
    (x, y), (back, _) = points[-1], points[-2]
    side = 1 if x > back else -1
    wide, long = _HEAD[0] - 1, _HEAD[1] - 2.5
    points[-1] = (x - side * long, y)
    pieces: list[tuple[Point, Point, Point]] = []
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_ROUND, _far(before, corner) / 2, _far(corner, after) / 2)
        near, beyond = _towards(corner, before, bend), _towards(corner, after, bend)
        pieces += [_straight(near, near), (corner, corner, beyond)]
    pieces.append(_straight(points[-1], points[-1]))
    yield Curve("move", points[0], tuple(pieces))
    tip = x - side
    yield Polygon("move-head", ((tip - side * long, y - wide), (tip - side * long, y + wide), (tip, y)))


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(point: Point, goal: Point, reach: float) -> Point:
    """A point so far on the way to another, which is straight across or straight up or down."""
    share = reach / (_far(point, goal) or 1)
    return point[0] + (goal[0] - point[0]) * share, point[1] + (goal[1] - point[1]) * share


def _arrow(move: Move, floor: float, level: float) -> Iterator[Shape]:
    """Up from the old place, along the track, and down to the new one."""
    side = 1 if move.end > move.start else -1
    bend = min(_ROUND, abs(move.end - move.start) / 2)
    wide, long = _HEAD
    tip = floor - 1
    corners = (move.start, level), (move.end, level)
    pieces = (
        _straight((move.start, floor), (move.start, level + bend)),
        (corners[0], corners[0], (move.start + side * bend, level)),
        _straight((move.start + side * bend, level), (move.end - side * bend, level)),
        (corners[1], corners[1], (move.end, level + bend)),
        _straight((move.end, level + bend), (move.end, tip - long + 1)),
    )
    yield Curve("move", (move.start, floor), pieces)
    yield Polygon("move-head", ((move.end - wide, tip - long), (move.end + wide, tip - long), (move.end, tip)))


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    return start, end, end
