"""A part of a flow: cards, signs and lines as a net, to be drawn once Graphviz has settled it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.render.layouts.flow.net import Net, Settled
from cjm.render.layouts.flow.pills import Pill
from cjm.render.layouts.flow.routes import Routes
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.scene import Group, Shape

_MAJOR, _MINOR = 0.6, 0.2  # shares of those who come by, from which on a line is thick, or thin


class Line(NamedTuple):
    """A way as it is drawn: what is written at it, its share of those who come by, what it says to those who cannot see."""

    pill: Pill | None
    share: float | None
    label: str


class Part(NamedTuple):
    """What is drawn as one net: for each knot its card or its sign, for each tie its line.

    ``moments`` are those of the cards, by their places among the ways of a journey.
    """

    net: Net
    shown: tuple[Fitted | Pill, ...]
    lines: tuple[Line, ...]
    moments: tuple[int, ...] = ()

    def only(self, places: Sequence[int]) -> "Part":
        """Some of the knots, with the ties between them."""
        at = {place: index for index, place in enumerate(places)}
        kept = [index for index, tie in enumerate(self.net.ties) if tie.start in at and tie.end in at]
        ties = (self.net.ties[index] for index in kept)
        moved = tuple(tie._replace(start=at[tie.start], end=at[tie.end]) for tie in ties)
        net = Net(tuple(self.net.knots[place] for place in places), moved, self.net.fan)
        return Part(net, tuple(self.shown[place] for place in places), tuple(self.lines[index] for index in kept))


def draw(  # noqa: PLR0913 -- a part and a place
    part: Part, settled: Settled, x: float, y: float, *, name: str, is_bare: bool = False
) -> Shapes:
    """A part with its upper left corner in that place; ``name`` is what the lines are, ``is_bare`` without them."""
    routes = Routes(settled, x, y)
    lines: list[Shape] = []
    pills: list[Shape] = []
    for place, line in enumerate(part.lines):
        if not is_bare:
            lines.append(Group("way", line.label, tuple(routes.line(place, _role(part, place), "way-head"))))
        rect = routes.labels[place]
        pills += line.pill.draw(rect) if line.pill and rect else ()
    ways = (Group("ways", name, (*lines, *pills)),) if lines or pills else ()
    return (*ways, *_knots(part, routes))


def _knots(part: Part, routes: Routes) -> Iterator[Shape]:
    for shown, rect in zip(part.shown, routes.knots, strict=True):
        if isinstance(shown, Pill):
            yield Group("pill", shown.label, shown.draw(rect))
        else:
            yield from shown.draw(rect.x, rect.y)


def _role(part: Part, place: int) -> str:
    """How a line is painted: the more go that way, the thicker; dashed where it leads back."""
    if part.net.is_back(part.net.ties[place]):
        return "way-back"
    share = part.lines[place].share
    return "way" if share is None else "way-major" if share >= _MAJOR else "way-minor" if share < _MINOR else "way"
