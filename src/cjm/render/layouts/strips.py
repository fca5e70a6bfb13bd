"""The strips of which pages are made, one below the other: the head, the stages, the lanes.

A strip that is higher than a page goes on, piece by piece, on the next.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from cjm.render.cut import bounds, cut, moved
from cjm.render.layouts.bands import PADDING
from cjm.render.layouts.pieces import Shapes
from cjm.render.scene import Group, Rect, Shape
from cjm.render.values import dataclass


def nothing(_: float) -> Shapes:
    """The label of a strip that has none."""
    return ()


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip that only waits for its place from above: what it shows, its height, and how to draw it from a y on.

    ``label`` is drawn again where it goes on. Before one that ``is_hidden`` runs the line of visibility.
    """

    group: Group
    height: float
    draw: Callable[[float], Shapes]
    label: Callable[[float], Shapes] = nothing
    is_hidden: bool = False
    is_shaded: bool = False

    @property
    def is_lane(self) -> bool:
        """Whether it is a lane, and stands below stages."""
        return self.group.kind == "lane"

    def shapes(self, y: float) -> Group:
        """All of it, from a given y on."""
        return replace(self.group, children=(*self.label(y), *self.draw(y)))

    def cut(self, room: float, page: float) -> "tuple[Strip | None, Strip | None]":
        """What of it fits into a height, and the rest. Only what is too high for a whole ``page`` is cut in itself."""
        if self.height <= room:
            return self, None
        label = self.label(0)
        if any(bounds(shape).bottom > page / 2 for shape in label):  # too long to be said again
            return replace(self, draw=lambda y: self.shapes(y).children, label=nothing).cut(room, page)
        pairs = [cut(item, room - PADDING, page - 2 * PADDING) for item in self.draw(0)]
        above = [shape for shape, _ in pairs if shape]
        below = tuple(_raised([shape for _, shape in pairs if shape]))
        if not above:
            return None, self
        first = replace(self, height=_reach((*label, *above)), draw=_at(above))
        return first, replace(
            self, height=_reach((*label, *below)), draw=_at(below), is_hidden=False
        ) if below else None


def _reach(shapes: Iterable[Shape]) -> float:
    """How high a strip is that holds shapes drawn from 0 on."""
    return max(bounds(shape).bottom for shape in shapes) + PADDING


def _at(shapes: Iterable[Shape]) -> Callable[[float], Shapes]:
    """How to draw shapes from a given y on that were drawn from 0 on."""
    found = tuple(shapes)
    return lambda y: tuple(moved(shape, y) for shape in found)


def _raised(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """What is left of a strip, moved up as far as it can: nothing comes nearer to what was above it."""
    rects = [bounds(shape) for shape in shapes]
    ways: dict[int, float] = {}  # how far up each goes
    for index in sorted(range(len(rects)), key=lambda index: rects[index].y):
        rect = rects[index]
        over = [way for other, way in ways.items() if _is_over(rects[other], rect)]
        ways[index] = min([rect.y - PADDING, *over])
    return (moved(shape, -ways[index]) for index, shape in enumerate(shapes))


def _is_over(above: Rect, below: Rect) -> bool:
    return above.x < below.right and above.right > below.x
