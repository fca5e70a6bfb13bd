"""The head of a picture: what the map is about, for whom, how settled it is and who answers for it; and the legend."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cjm.figures.emotion import score
from cjm.model.metric import SHARES
from cjm.render.amounts import amount
from cjm.render.layouts.grid import Span
from cjm.render.layouts.pieces import diamond
from cjm.render.layouts.sheet import Sheet, name_of
from cjm.render.scene import Box, Dot, Group, Line, Rect, Shape

_WIDEST_FACT = 240.0
_BETWEEN = 30.0  # points between two facts
_LEGEND = 210.0
_SAMPLE = 30.0
_SPLIT = 820.0  # from this width on the legend stands beside the head

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Head:
    """The head, measured."""

    height: float
    draw: Callable[[float], tuple[Shape, ...]]


def head(sheet: Sheet, span: Span) -> tuple[float, tuple[Shape, ...]]:
    """The head from the top of the page on: its lower end and its shapes."""
    raise NotImplementedError
