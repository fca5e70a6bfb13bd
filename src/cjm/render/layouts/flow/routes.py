"""The lines of a net: out of a card at its right, through the gutters, and into another one at its left.

Between two columns lines bend from one height to another; past the cards and texts of a layer they run level, each at a
height of its own. So no line comes near a text.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from cjm.render.layouts.flow.net import ASIDE, HEAD, TURN, Settled
from cjm.render.scene import Curve, Polygon, Rect, Shape
from cjm.render.values import dataclass

_PORTS = 13.0  # points between two lines at the edge of a card, at most
_EDGE = 8.0  # between the corner of a card and a line
_HALF = 4.0  # half the width of an arrowhead
_ROUND = 0.5523  # of a radius, from the corner of a Bézier quarter circle to its controls

Point = tuple[float, float]
Piece = tuple[Point, Point, Point]


@dataclass(frozen=True)
class Routes:
    """The knots, labels and lines of a net, with its upper left corner in ``x``, ``y``."""

    settled: Settled
    x: float
    y: float

    @cached_property
    def knots(self) -> tuple[Rect, ...]:
        """Where each knot stands: in a gutter at the side from which a line comes in, or to which it goes on."""
        return tuple(self._knot(place) for place in range(len(self.settled.net.knots)))

    def _knot(self, place: int) -> Rect:
        net = self.settled.net
        layer, wide, high = net.knots[place]
        span = net.spans[layer]
        left = span.right - wide if layer % 2 and place in net.sources else span.x
        return Rect(self.x + left, self.y + self.settled.middles[place] - high / 2, wide, high)

    @cached_property
    def labels(self) -> tuple[Rect | None, ...]:
        """Where what is written at each tie stands."""
        return tuple(self._label(place) for place in range(len(self.settled.net.ties)))

    def _label(self, place: int) -> Rect | None:
        net = self.settled.net
        tie, stop = net.ties[place], next((stop for stop in net.woven[1][place] if stop.has_label), None)
        if not stop or not tie.label:
            return None
        wide, high = tie.label
        span = net.spans[stop.layer]
        left = span.centre - wide / 2 if net.is_back(tie) else span.x
        return Rect(self.x + left, self.y + self.settled.middles[stop.node] - high / 2, wide, high)

    def line(self, place: int, role: str, head: str) -> Iterator[Shape]:
        """A tie from end to end, broken where something is written at it, with its arrowhead."""
        start, pieces = self._path(place)
        label = self.labels[place]
        for begin, part in _broken(start, pieces, label) if label else ((start, pieces),):
            yield Curve(role, begin, tuple(part))
        x, y = self._in(place)
        yield Polygon(head, ((x - HEAD, y - _HALF), (x, y), (x - HEAD, y + _HALF)))

    def _path(self, place: int) -> tuple[Point, list[Piece]]:
        """The whole of a tie, from the edge of one card to the arrowhead before the other."""
        net = self.settled.net
        tie, (x, y) = net.ties[place], self._out(place)
        end = self._in(place)
        stops = net.woven[1][place]
        points: list[Point] = [(x, y)]
        if net.is_back(tie):
            first, *inner, last = stops
            for stop in inner:
                points += self._level(stop.layer, stop.node, is_back=True)
            turn, back = self._turn(first.layer, place, leaving=True), self._turn(last.layer, place, leaving=False)
            start, *rest = points
            pieces = [*_around(start, turn, rest[0]), *_bends(rest)]
            return start, [*pieces, *_around(rest[-1], back, (end[0] - HEAD + 1, end[1]))]
        for stop in stops:
            if net.spans[stop.layer].width:
                points += self._level(stop.layer, stop.node, is_back=False)
        points.append((end[0] - HEAD + 1, end[1]))
        return points[0], list(_bends(points))

    def _level(self, layer: int, node: int, *, is_back: bool) -> tuple[Point, Point]:
        """Where a line passes the contents of a layer."""
        span, y = self.settled.net.spans[layer], self.y + self.settled.middles[node]
        ends = (self.x + span.x, y), (self.x + span.right, y)
        return (ends[1], ends[0]) if is_back else ends

    def _turn(self, layer: int, place: int, *, leaving: bool) -> float:
        """The x at which a tie turns in a gutter: the less it has to go up or down, the nearer to the card."""
        net = self.settled.net
        turning = net.turns(layer)[0 if leaving else 1]
        ranked = sorted(turning, key=lambda each: (self._detour(each, leaving=leaving), each))
        offset = ASIDE + TURN * ranked.index(place)
        if leaving:
            return self.x + net.spans[layer - 1].right + offset
        return self.x + net.spans[layer + 1].x - HEAD - offset

    def _detour(self, place: int, *, leaving: bool) -> float:
        """How far up or down a tie that leads back goes in the gutter where it turns."""
        net, middles = self.settled.net, self.settled.middles
        tie, stops = net.ties[place], net.woven[1][place]
        knot, stop = (tie.start, stops[1]) if leaving else (tie.end, stops[-2])
        return abs(middles[knot] - middles[stop.node])

    def _out(self, place: int) -> Point:
        """Where a tie leaves its knot."""
        rect = self.knots[self.settled.net.ties[place].start]
        return rect.right, rect.y + rect.height / 2 + self._ports[0][place]

    def _in(self, place: int) -> Point:
        """Where a tie reaches its knot."""
        rect = self.knots[self.settled.net.ties[place].end]
        return rect.x, rect.y + rect.height / 2 + self._ports[1][place]

    @cached_property
    def _ports(self) -> tuple[dict[int, float], dict[int, float]]:
        """How far from the middle of its knot each tie leaves, and comes in: the most important in the middle."""
        net = self.settled.net
        outs: dict[int, list[int]] = {}
        ins: dict[int, list[int]] = {}
        for place, tie in enumerate(net.ties):
            outs.setdefault(tie.start, []).append(place)
            ins.setdefault(tie.end, []).append(place)
        return self._spread(outs, is_out=True), self._spread(ins, is_out=False)

    def _spread(self, sides: dict[int, list[int]], *, is_out: bool) -> dict[int, float]:
        found: dict[int, float] = {}
        for knot, places in sides.items():
            ordered = sorted(places, key=lambda place: (self._beside(place, is_out=is_out), place))
            main = ordered.index(min(ordered, key=lambda place: -self.settled.net.ties[place].importance))
            reach = max(main, len(ordered) - 1 - main)
            room = self.settled.net.knots[knot].height / 2 - _EDGE
            pitch = min(_PORTS, max(room, 0) / reach) if reach else 0
            found |= {place: (index - main) * pitch for index, place in enumerate(ordered)}
        return found

    def _beside(self, place: int, *, is_out: bool) -> tuple[int, float]:
        """The order of ties at the edge of a knot: what turns around its upper side, the rest, what turns around its lower.

        Of those that turn, the inner ones stand outermost, so that they cross no others.
        """
        net, middles = self.settled.net, self.settled.middles
        tie, stops = net.ties[place], net.woven[1][place]
        if net.is_back(tie):
            y = middles[stops[1 if is_out else -2].node]
            return (-1 if y < middles[tie.start if is_out else tie.end] else 1), -y
        ahead = stops if is_out else stops[::-1]
        far = tie.end if is_out else tie.start
        seen = next((stop.node for stop in ahead if net.spans[stop.layer].width), far)
        return 0, middles[seen]


def _bends(points: Sequence[Point]) -> Iterator[Piece]:
    """From point to point, level at both ends."""
    for (x, y), (right, low) in pairwise(points):
        middle = (x + right) / 2
        yield (middle, y), (middle, low), (right, low)


def _around(start: Point, turn: float, end: Point) -> Iterator[Piece]:
    """From one point to another on the same side, around an x; level at both ends."""
    (x, y), (back, low) = start, end
    side = 1 if low > y else -1
    reach = min(abs(turn - x), abs(low - y) / 2)
    bend = reach if turn > x else -reach
    leave = min(abs(turn - back), abs(low - y) / 2)
    into = leave if turn > back else -leave
    k = 1 - _ROUND
    first, second = (turn - bend, y), (turn, y + side * reach)
    third, fourth = (turn, low - side * leave), (turn - into, low)
    yield _straight(first)
    yield (turn - bend * k, y), (turn, y + side * reach * k), second
    yield _straight(third)
    yield (turn, low - side * leave * k), (turn - into * k, low), fourth
    yield _straight(end)


def _straight(end: Point) -> Piece:
    """A straight piece; its controls lie at its end."""
    return end, end, end


def _broken(start: Point, pieces: Sequence[Piece], label: Rect) -> Iterator[tuple[Point, list[Piece]]]:
    """A line in two, without what lies under a label; it runs level there."""
    before: list[Piece] = []
    last = start
    for index, piece in enumerate(pieces):
        end = piece[2]
        low, high = sorted((last[0], end[0]))
        is_here = last[1] == end[1] == piece[0][1] and low <= label.x + 0.01 and label.right <= high + 0.01
        if is_here and abs(end[1] - (label.y + label.height / 2)) < 0.01:
            near, far = (label.x, label.right) if last[0] < end[0] else (label.right, label.x)
            if abs(near - last[0]) > 0.01:
                before.append(_straight((near, last[1])))
            yield start, before
            rest = [_straight(end)] if abs(end[0] - far) > 0.01 else []
            yield (far, last[1]), [*rest, *pieces[index + 1 :]]
            return
        before.append(piece)
        last = end
