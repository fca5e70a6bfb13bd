"""Lines between the cards of a grid, through its gutters: pure geometry, which knows nothing of maps.

Cards stand in cells, in each one below the other; between the rows and columns of cells run gutters. The *ways* choose
which gutters each line takes; then it is known how wide these must be. Once the columns have their places, so have
all upright lines; once the rows have theirs, the lines are drawn. No line passes a card, no two share a stretch, and
where they cross it is at right angles.

Two things keep lines apart. In a gutter each has a track of its own, unless they are far from each other. Where lines
leave cards, those on one side of a gutter and those on the other stand on places that alternate.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from cjm.render.layouts.blueprint.tracks import End, Leg, tracks
from cjm.render.values import dataclass

Side = Literal["left", "right", "top", "bottom"]
Point = tuple[float, float]

TRACK = 8.0
"""Points from one track to the next."""

MARGIN = 15.0  # from cards to the first track: an arrow head and a round corner
FREE = 24.0  # a gutter without tracks
PORT = 10.0  # from one line to the next on one side of a card
INSET = 8.0  # from the corner of a card to the first line
_MOST = 5  # lines at the top or the bottom of a card, which cannot grow wider

_WIDE, _HIGH, _DEEP = 200.0, 160.0, 50.0  # of a column, a row and a card, about
_BEND, _LOAD, _OUTER, _FULL = 60.0, 14.0, 60.0, 1e6  # what makes a way longer than it is


class Card(NamedTuple):
    """A card: its row, its column, and the how manieth it is in that cell."""

    row: int
    column: int
    place: int = 0


class Link(NamedTuple):
    """What is to be linked: a card with another, by their numbers. Two cards have one link at most."""

    start: int
    end: int


class Way(NamedTuple):
    """From which side of a card to which of another, and through which gutters; a straight line needs none.

    Gutters alternate: from the left or right of a card the first one is upright, else level. Gutter 0 is that before
    the first column, or above the first row.
    """

    sides: tuple[Side, Side]
    gutters: tuple[int, ...] = ()

    @property
    def is_upright(self) -> bool:
        """Whether its first gutter is, or for a straight line it itself."""
        return (self.sides[0] in {"left", "right"}) == bool(self.gutters)

    def turns(self) -> Iterator[tuple[int, bool]]:
        """Each gutter, and whether it is upright."""
        return ((gutter, (index % 2 == 0) == self.is_upright) for index, gutter in enumerate(self.gutters))


@dataclass(frozen=True)
class Board:
    """Cards in ``rows`` times ``columns`` cells, and what is to be linked."""

    rows: int
    columns: int
    cards: Sequence[Card]
    links: Sequence[Link]

    @cached_property
    def counts(self) -> Mapping[tuple[int, int], int]:
        """How many cards are in each cell."""
        return Counter((card.row, card.column) for card in self.cards)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The way of each link: the short ones choose first, and the others avoid what is full."""
        found: dict[int, Way] = {}
        used = _Used(Counter(), Counter())
        order = sorted(range(len(self.links)), key=lambda index: (self._distance(self.links[index]), index))
        for index in order:
            found[index] = self._straight(*self.links[index]) or self._best(*self.links[index], used)
            used.add(self.links[index], found[index])
        return tuple(found[index] for index in range(len(self.links)))

    def _distance(self, link: Link) -> float:
        one, other = (self.cards[number] for number in link)
        return abs(one.column - other.column) * _WIDE + abs(one.row - other.row) * _HIGH

    def _straight(self, start: int, end: int) -> Way | None:
        """A straight line, where nothing stands between the two."""
        one, other = self.cards[start], self.cards[end]
        if one.column == other.column:
            high, low = sorted((one, other))
            between = [self.counts.get((row, one.column), 0) for row in range(high.row + 1, low.row)]
            is_next = low.place == high.place + 1 if low.row == high.row else self._is_last(high) and low.place == 0
            if is_next and not any(between):
                return Way(("bottom", "top") if one == high else ("top", "bottom"))
        elif one.row == other.row and one.place == other.place == 0:
            left, right = sorted((one.column, other.column))
            if not any(self.counts.get((one.row, column), 0) for column in range(left + 1, right)):
                return Way(("right", "left") if one.column == left else ("left", "right"))
        return None

    def _is_last(self, card: Card) -> bool:
        return card.place + 1 == self.counts[card.row, card.column]

    def _best(self, start: int, end: int, used: "_Used") -> Way:
        """The shortest way, where corners, full gutters and those at the edge make it longer."""
        return min(
            self._possible(self.cards[start], self.cards[end]), key=lambda way: self._cost(start, end, way, used)
        )

    def _exits(self, card: Card) -> Iterator[tuple[Side, int]]:
        """The sides from which a line can leave a card, and the gutters that it comes into."""
        yield "right", card.column + 1
        yield "left", card.column
        if card.place == 0:
            yield "top", card.row
        if self._is_last(card):
            yield "bottom", card.row + 1

    def _possible(self, one: Card, other: Card) -> Iterator[Way]:
        """All ways with three gutters at most."""
        rows = range(min(one.row, other.row), max(one.row, other.row) + 2)
        columns = range(min(one.column, other.column), max(one.column, other.column) + 2)
        for side, first in self._exits(one):
            for goal, last in self._exits(other):
                is_upright, ends_upright = side in {"left", "right"}, goal in {"left", "right"}
                if is_upright != ends_upright:
                    yield Way((side, goal), (first, last))
                elif first == last:
                    yield Way((side, goal), (first,))
                else:
                    yield from (
                        Way((side, goal), (first, gutter, last)) for gutter in (rows if is_upright else columns)
                    )

    def _cost(self, start: int, end: int, way: Way, used: "_Used") -> float:
        points = [self._rough(self.cards[start], way.sides[0])]
        cost = sum(
            _FULL for end_of in zip((start, end), way.sides, strict=True) if used.ports[end_of] >= _most(end_of[1])
        )
        for gutter, is_upright in way.turns():
            x, y = points[-1]
            points.append(((gutter - 0.5) * _WIDE, y) if is_upright else (x, (gutter - 0.5) * _HIGH))
            edge = self.columns if is_upright else self.rows
            cost += _BEND + _LOAD * used.gutters[gutter, is_upright] + (_OUTER if gutter in {0, edge} else 0)
        (x, y), (right, low) = points[-1], self._rough(self.cards[end], way.sides[1])
        points += [(x, low) if way.sides[1] in {"left", "right"} else (right, y), (right, low)]
        return cost + sum(abs(a - c) + abs(b - d) for (a, b), (c, d) in pairwise(points))

    def _rough(self, card: Card, side: Side) -> Point:
        """About where a line leaves a card."""
        x, y = card.column * _WIDE, (card.row - 0.4) * _HIGH + card.place * _DEEP + _DEEP / 2
        aside = {
            "left": (-0.35 * _WIDE, 0),
            "right": (0.35 * _WIDE, 0),
            "top": (0, -_DEEP / 2),
            "bottom": (0, _DEEP / 2),
        }
        return x + aside[side][0], y + aside[side][1]

    @cached_property
    def ports(self) -> Mapping[tuple[int, Side], list[int]]:
        """The links at each side of each card that has some, without straight lines."""
        found: dict[tuple[int, Side], list[int]] = {}
        for index, (link, way) in enumerate(zip(self.links, self.ways, strict=True)):
            if way.gutters:
                for end in zip(link, way.sides, strict=True):
                    found.setdefault(end, []).append(index)
        return found

    @cached_property
    def straight(self) -> frozenset[tuple[int, Side]]:
        """The sides of cards that a straight line leaves."""
        pairs = zip(self.links, self.ways, strict=True)
        return frozenset(end for link, way in pairs if not way.gutters for end in zip(link, way.sides, strict=True))

    def least(self, card: int) -> float:
        """How high a card must be for its lines."""
        most = max(len(self.ports.get((card, side), ())) for side in ("left", "right"))
        return 2 * INSET + (most + 1) * PORT if most else 0

    @cached_property
    def upright(self) -> Mapping[int, Mapping[tuple[int, int], int]]:
        """For each upright gutter the track of each leg, which is known by its link and its number in it."""
        legs: dict[int, dict[tuple[int, int], Leg]] = {}
        for index, way in enumerate(self.ways):
            for number, (gutter, is_upright) in enumerate(way.turns()):
                if is_upright:
                    legs.setdefault(gutter, {})[index, number] = self.leg(index, number)
        return {gutter: tracks(found) for gutter, found in legs.items()}

    def leg(self, index: int, number: int) -> Leg:
        """An upright leg: from a row or a level gutter to another; odd numbers are rows."""
        link, way = self.links[index], self.ways[index]
        ends = []
        for step, side, card in ((-1, way.sides[0], link.start), (1, way.sides[1], link.end)):
            if 0 <= number + step < len(way.gutters):
                beyond = number + 2 * step
                is_port = not 0 <= beyond < len(way.gutters)
                where = self.cards[card].column + 0.5 if is_port else way.gutters[beyond]
                ends.append(End(2 * way.gutters[number + step], where < way.gutters[number]))
            else:
                row, _, place = self.cards[card]
                share = (place + 0.5) / (self.counts[row, self.cards[card].column] + 1)
                ends.append(End(2 * row + 0.55 + 0.9 * share, side == "right"))
        return Leg(ends[0], ends[1], slack=0.9)

    @cached_property
    def gutters(self) -> tuple[float, ...]:
        """The widths of the gutters beside the columns."""
        counts = (_count(self.upright.get(gutter)) for gutter in range(self.columns + 1))
        return tuple(2 * MARGIN + (count - 1) * TRACK if count else FREE for count in counts)


def _most(side: Side) -> float:
    return _MOST if side in {"top", "bottom"} else float("inf")


def _count(found: Mapping[tuple[int, int], int] | None) -> int:
    return max(found.values()) + 1 if found else 0


class _Used(NamedTuple):
    """How many lines there are in each gutter so far, and at each side of each card."""

    gutters: Counter[tuple[int, bool]]
    ports: Counter[tuple[int, Side]]

    def add(self, link: Link, way: Way) -> None:
        self.gutters.update(way.turns())
        self.ports.update(zip(link, way.sides, strict=True))
