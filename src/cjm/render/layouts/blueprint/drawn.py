"""The lines of a board in their places: first from left to right, then from top to bottom."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property

from cjm.render.layouts.blueprint.router import FREE, INSET, MARGIN, PORT, TRACK, Board, Point, Side
from cjm.render.layouts.blueprint.tracks import End, Leg, tracks
from cjm.render.values import dataclass

_APART = 12.0  # between two lines in one track
_BORDER = 9.0  # between a border and the track beside it
_EDGE = 14.0  # above the first row or below the last one, where no line runs
_SLACK = 1e-6

Stretch = tuple[float, float]
"""From one place to another: of a column its left and right, of a row or a card its top and bottom."""


@dataclass(frozen=True)
class Across:
    """The lines of a board whose columns have their places.

    ``borders`` are level gutters with a line of their own, and how high these must be; tracks run above and below it.
    """

    board: Board
    columns: Sequence[Stretch]
    borders: Mapping[int, float] = field(default_factory=dict)

    def x(self, link: int, number: int) -> float:
        """Where an upright leg runs."""
        gutter = self.board.ways[link].gutters[number]
        found = self.board.upright[gutter]
        left = self.columns[gutter - 1][1] if gutter else self.columns[0][0] - self.board.gutters[0]
        count = max(found.values())
        return left + (self.board.gutters[gutter] - count * TRACK) / 2 + found[link, number] * TRACK

    @cached_property
    def ports(self) -> Mapping[tuple[int, int, Side], float]:
        """Where lines leave the tops and the bottoms of cards, by link, card and side."""
        found: dict[tuple[int, int, Side], float] = {}
        for (card, side), links in self.board.ports.items():
            if side in {"top", "bottom"}:
                left, right = self.columns[self.board.cards[card].column]
                middle = (left + right) / 2
                goals = {link: self._goal(link, card) for link in links}
                order = sorted(links, key=lambda link: (goals[link] > middle, -goals[link], link))
                before = sum(goal <= middle for goal in goals.values())
                taken = middle if (card, side) in self.board.straight else None
                places = _places(left, left, right, side == "top")
                spread = _spread(places, before, len(order) - before, taken)
                found |= {(link, card, side): x for link, x in zip(order, spread, strict=True)}
        return found

    def _goal(self, link: int, card: int) -> float:
        """To which x a line goes on along the gutter above or below a card."""
        way, ends = self.board.ways[link], self.board.links[link]
        numbers = range(len(way.gutters)) if card == ends.start else range(len(way.gutters) - 1, -1, -1)
        if len(numbers) > 1:
            return self.x(link, numbers[1])
        return sum(self.columns[self.board.cards[ends.end if card == ends.start else ends.start].column]) / 2

    @cached_property
    def level(self) -> Mapping[int, Mapping[tuple[int, int], int]]:
        """For each level gutter the track of each leg, which is known by its link and its number in it."""
        legs: dict[int, dict[tuple[int, int], Leg]] = {}
        for link, way in enumerate(self.board.ways):
            for number, (gutter, is_upright) in enumerate(way.turns()):
                if not is_upright:
                    legs.setdefault(gutter, {})[link, number] = Leg(*self._ends(link, number), slack=_APART)
        return {gutter: tracks(found) for gutter, found in legs.items()}

    def _ends(self, link: int, number: int) -> tuple[End, End]:
        board = self.board
        way, ends = board.ways[link], []
        for step, side, card in ((-1, way.sides[0], board.links[link].start), (1, way.sides[1], board.links[link].end)):
            if 0 <= number + step < len(way.gutters):
                beyond = number + 2 * step
                row = way.gutters[beyond] if 0 <= beyond < len(way.gutters) else board.cards[card].row
                ends.append(End(self.x(link, number + step), row < way.gutters[number]))
            else:
                ends.append(End(self.ports[link, card, side], side == "bottom"))
        return ends[0], ends[1]

    @cached_property
    def gutters(self) -> tuple[float, ...]:
        """The heights of the gutters above and below the rows."""
        return tuple(self._high(gutter) for gutter in range(self.board.rows + 1))

    def _high(self, gutter: int) -> float:
        count = self._count(gutter)
        if gutter in self.borders:
            return max(sum(self._sides(gutter)), self.borders[gutter])
        if count:
            return 2 * MARGIN + (count - 1) * TRACK
        return FREE if 0 < gutter < self.board.rows else _EDGE

    def _count(self, gutter: int) -> int:
        return max(self.level[gutter].values()) + 1 if gutter in self.level else 0

    def border(self, gutter: int) -> float:
        """How far below the top of its gutter a border runs."""
        above, below = self._sides(gutter)
        return above + (self._high(gutter) - above - below) / 2

    def _sides(self, gutter: int) -> tuple[float, float]:
        """What the tracks above and below a border need."""
        above, below = (MARGIN + ((part - 1) * TRACK + _BORDER if part else 0) for part in _halves(self._count(gutter)))
        return above, below

    def track(self, link: int, number: int) -> float:
        """How far below the top of its gutter a level leg runs."""
        gutter = self.board.ways[link].gutters[number]
        track = self.level[gutter][link, number]
        above, _ = _halves(self._count(gutter))
        if gutter not in self.borders:
            return MARGIN + track * TRACK
        away = (track - above) * TRACK + (_BORDER if track >= above else TRACK - _BORDER)
        return self.border(gutter) + away


def _halves(count: int) -> tuple[int, int]:
    """How many of the tracks run above a border, and how many below."""
    return count - count // 2, count // 2


@dataclass(frozen=True)
class Drawn:
    """The lines where the rows and the cards, too, have their places."""

    across: Across
    rows: Sequence[Stretch]
    cards: Sequence[Stretch]

    def lines(self) -> tuple[tuple[Point, ...], ...]:
        """The corners of each line, from one card to the other."""
        return tuple(self._line(link) for link in range(len(self.across.board.links)))

    def _line(self, link: int) -> tuple[Point, ...]:
        board = self.across.board
        way, ends = board.ways[link], board.links[link]
        start, end = (self._port(link, card, side) for card, side in zip(ends, way.sides, strict=True))
        points = [start]
        for number, (gutter, is_upright) in enumerate(way.turns()):
            x, y = points[-1]
            points.append(
                (self.across.x(link, number), y)
                if is_upright
                else (x, self._top(gutter) + self.across.track(link, number))
            )
        if len(points) > 1:
            x, y = points[-1]
            points.append((x, end[1]) if way.sides[1] in {"left", "right"} else (end[0], y))
        return (*points, end)

    def _top(self, gutter: int) -> float:
        return self.rows[gutter - 1][1] if gutter else self.rows[0][0] - self.across.gutters[0]

    def _port(self, link: int, card: int, side: Side) -> Point:
        left, right = self.across.columns[self.across.board.cards[card].column]
        top, bottom = self.cards[card]
        if side in {"left", "right"}:
            y = (
                self._straight[card, side]
                if not self.across.board.ways[link].gutters
                else self._ports[link, card, side]
            )
            return (left if side == "left" else right), y
        is_straight = not self.across.board.ways[link].gutters
        x = (left + right) / 2 if is_straight else self.across.ports[link, card, side]
        return x, (top if side == "top" else bottom)

    @cached_property
    def _straight(self) -> Mapping[tuple[int, Side], float]:
        """Where level straight lines leave cards."""
        found: dict[tuple[int, Side], float] = {}
        for link, way in zip(self.across.board.links, self.across.board.ways, strict=True):
            if not way.gutters and way.sides[0] in {"left", "right"}:
                top, bottom = self.cards[link.start]
                y = (top + min(bottom, self.cards[link.end][1])) / 2
                found |= dict.fromkeys(zip(link, way.sides, strict=True), y)
        return found

    @cached_property
    def _ports(self) -> Mapping[tuple[int, int, Side], float]:
        """Where lines leave the left and the right of cards, by link, card and side."""
        found: dict[tuple[int, int, Side], float] = {}
        for (card, side), links in self.across.board.ports.items():
            if side in {"left", "right"}:
                top, bottom = self.cards[card]
                first = self.rows[self.across.board.cards[card].row][0]
                ranks = {link: self._rank(link, card, side) for link in links}
                order = sorted(links, key=ranks.__getitem__)
                before = sum(not goes_down for goes_down, *_ in ranks.values())
                places = _places(first, top, bottom, side == "left")
                spread = _spread(places, before, len(order) - before, self._straight.get((card, side)))
                found |= {(link, card, side): y for link, y in zip(order, spread, strict=True)}
        return found

    def _rank(self, link: int, card: int, side: Side) -> tuple[bool, float, int]:
        """Where among the lines at the side of a card one leaves it, from above, lest they cross each other."""
        board = self.across.board
        is_start = board.links[link].start == card
        number = 0 if is_start else len(board.ways[link].gutters) - 1
        leg = board.leg(link, number)
        mine, other = (leg.one, leg.other) if is_start else (leg.other, leg.one)
        goes_down = other.at > mine.at
        x = self.across.x(link, number)
        return goes_down, (x if (side == "right") != goes_down else -x), link


def _places(origin: float, low: float, high: float, is_odd: bool) -> list[float]:  # noqa: FBT001 -- which of two
    """Where lines may leave a side: on one side of a gutter at even places, on the other at odd ones."""
    start = origin + INSET + (PORT / 2 if is_odd else 0)
    first, last = (int((edge - start) // PORT) for edge in (low + INSET + PORT - _SLACK, high - INSET + _SLACK))
    return [start + index * PORT for index in range(first, last + 1)]


def _spread(places: Sequence[float], before: int, after: int, taken: float | None) -> list[float]:
    """So many of the places, evenly; where a straight line leaves, so many before it and after it, if there is room."""
    if taken is None:
        return _evenly(places, before + after)
    low = [place for place in places if place <= taken - PORT / 2]
    high = [place for place in places if place >= taken + PORT / 2]
    if len(low) < before or len(high) < after:
        return _evenly([*low, *high], before + after)
    return [*_evenly(low, before), *_evenly(high, after)]


def _evenly(places: Sequence[float], count: int) -> list[float]:
    return [places[(2 * index + 1) * len(places) // (2 * count)] for index in range(count)]
