"""A net of cards and what leads from one to another: where all stand once Graphviz has put them in order.

Columns stand side by side with gutters between them. Even layers are columns, odd ones the gutters to their right, in
which stand what is written at a line, and where the journey ends. A line leaves a card at its right and comes in at its
left, even where it leads back: then it turns in the gutter, and passes between the cards above or below.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from cjm.render.graph import Graph, Link, Node, settle
from cjm.render.layouts.grid import Span
from cjm.render.values import dataclass

ASIDE, TURN = 12.0, 8.0
"""Points from a card to the first line that turns beside it, and from that to the next."""

HEAD = 8.0
"""The length of an arrowhead."""

FAN = 36.0
"""The width in which lines spread from one height to another, where there is room."""

_AIR = 14.0  # above and below a card together
_CLOSE = 6.0  # the same for what is written at a line
_LINE = 5.0  # what a line that passes takes
_MORE = 10.0  # than a fan: the width of a gutter in which nothing is written
_STRAIGHT = 6  # how much straighter a line is between two layers that it only passes


class Knot(NamedTuple):
    """Something that lines lead to: its layer, width and height."""

    layer: int
    width: float
    height: float


class Tie(NamedTuple):
    """A line from one knot to another, by their places, the width and height of what is written at it, its importance."""

    start: int
    end: int
    label: tuple[float, float] | None = None
    importance: int = 2


class Stop(NamedTuple):
    """Where a line passes a layer: in a column or a gutter, at the place of a node; what it says there, if anything."""

    layer: int
    node: int
    has_label: bool = False


@dataclass(frozen=True)
class Net:
    """Knots and ties; there may be none. ``fan`` is what lines need to spread from one height to another."""

    knots: tuple[Knot, ...]
    ties: tuple[Tie, ...]
    fan: float = FAN

    def is_back(self, tie: Tie) -> bool:
        """Whether a tie leads to the same column or one further left."""
        return self.knots[tie.end].layer <= self.knots[tie.start].layer

    @cached_property
    def sources(self) -> frozenset[int]:
        """The knots that lines leave."""
        return frozenset(tie.start for tie in self.ties)

    @cached_property
    def layers(self) -> range:
        """All layers, from the gutter left of the first column, where anything stands or turns in it, to the last."""
        taken = [knot.layer for knot in self.knots]
        taken += [self.knots[tie.end].layer - 1 for tie in self.ties if self.is_back(tie)]
        taken += [self.knots[tie.start].layer + 1 for tie in self.ties if self.is_back(tie)]
        return range(min(taken, default=0), max(taken, default=0) + 1)

    def turns(self, layer: int) -> tuple[list[int], list[int]]:
        """The ties that turn in a gutter: those that leave the column at its left, and those that reach the one at its right."""
        backs = [(place, tie) for place, tie in enumerate(self.ties) if self.is_back(tie)]
        leaving = [place for place, tie in backs if self.knots[tie.start].layer == layer - 1]
        reaching = [place for place, tie in backs if self.knots[tie.end].layer == layer + 1]
        return leaving, reaching

    @cached_property
    def _widths(self) -> dict[int, float]:
        """How wide what stands in each layer is."""
        found = dict.fromkeys(self.layers, 0.0)
        for knot in self.knots:
            found[knot.layer] = max(found[knot.layer], knot.width)
        for tie, stops in zip(self.ties, self.woven[1], strict=True):
            for stop in stops:
                if tie.label and stop.has_label:
                    found[stop.layer] = max(found[stop.layer], tie.label[0])
        return found

    @cached_property
    def spans(self) -> dict[int, Span]:
        """Where the contents of each layer stand from left to right; in an empty gutter they have no width."""
        found: dict[int, Span] = {}
        x = 0.0
        for layer in self.layers:
            before, after = self._margins(layer)
            found[layer] = Span(x + before, self._widths[layer])
            x = found[layer].right + after
        return found

    @property
    def width(self) -> float:
        """From the left edge to the right."""
        last = self.layers[-1]
        return self.spans[last].right + self._margins(last)[1]

    def _margins(self, layer: int) -> tuple[float, float]:
        """What is free at the left and right of the contents of a gutter, so that lines can spread and turn there."""
        if layer % 2 == 0:
            return 0, 0
        leaving, reaching = self.turns(layer)
        is_first, is_last = layer == self.layers[0], layer == self.layers[-1]
        left = ASIDE + TURN * len(leaving) if leaving else 0.0
        right = HEAD + ASIDE + TURN * len(reaching) if reaching else 0.0
        if not self._widths[layer]:
            gap = 0 if is_first or is_last else max(self.fan + _MORE - left - right, self.fan / 2)
            return left + gap / 2, right + gap / 2
        return (0 if is_first else max(left, self.fan)), (0 if is_last else max(right, HEAD + self.fan))

    @cached_property
    def woven(self) -> tuple[list[Node], tuple[tuple[Stop, ...], ...], list[Link]]:
        """The net as Graphviz wants it: a node for each knot and for each layer that a tie passes, and all links."""
        nodes = [Node(knot.layer, knot.height + (_CLOSE if knot.layer % 2 else _AIR)) for knot in self.knots]
        links: list[Link] = []
        stops = tuple(tuple(self._stops(tie, nodes, links)) for tie in self.ties)
        return nodes, stops, links

    def _stops(self, tie: Tie, nodes: list[Node], links: list[Link]) -> Iterator[Stop]:
        """The layers that a tie passes, in its own direction; adds their nodes and links."""
        start, end = self.knots[tie.start].layer, self.knots[tie.end].layer
        is_back = self.is_back(tie)
        layers = range(start + 1, end - 2, -1) if is_back else range(start + 1, end)
        labelled = start if is_back else start + 1
        last, last_layer = tie.start, start
        for layer in layers:
            is_said = layer == labelled and tie.label is not None
            nodes.append(Node(layer, tie.label[1] + _CLOSE if is_said and tie.label else _LINE))
            place = len(nodes) - 1
            links.append(self._link(last, last_layer, place, layer, tie, is_inner=last != tie.start))
            last, last_layer = place, layer
            yield Stop(layer, place, is_said)
        links.append(self._link(last, last_layer, tie.end, end, tie, is_inner=False))

    @staticmethod
    def _link(  # noqa: PLR0913, PLR0917 -- two ends
        start: int,
        layer: int,
        end: int,
        next_layer: int,
        tie: Tie,
        is_inner: bool,  # noqa: FBT001
    ) -> Link:
        importance = tie.importance * (_STRAIGHT if is_inner else 1)
        return Link(start, end, importance) if layer < next_layer else Link(end, start, importance)


class Settled(NamedTuple):
    """A net in its place: how far down the middle of each node stands below the top of all, and how high all is."""

    net: Net
    middles: tuple[float, ...]
    height: float


def settled(nets: Sequence[Net]) -> list[Settled]:
    """The nets, each with its upper left corner in 0, 0."""
    heights = settle([Graph(net.woven[0], net.woven[2]) for net in nets])
    return [_settled(net, middles) for net, middles in zip(nets, heights, strict=True)]


def _settled(net: Net, middles: tuple[float, ...]) -> Settled:
    rooms = [node.height for node in net.woven[0]]
    rooms[: len(net.knots)] = [knot.height for knot in net.knots]
    top = min((y - room / 2 for y, room in zip(middles, rooms, strict=True)), default=0)
    bottom = max((y + room / 2 for y, room in zip(middles, rooms, strict=True)), default=0)
    return Settled(net, tuple(y - top for y in middles), bottom - top)
