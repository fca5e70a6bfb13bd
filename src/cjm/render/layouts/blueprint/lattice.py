"""The grid of a blueprint: columns whose gutters are as wide as their lines need."""

from cjm.render.layouts.grid import Span
from cjm.render.layouts.windows import Window
from cjm.render.values import dataclass


@dataclass(frozen=True)
class Lattice(Window):
    """The columns of a page, each with half of the gutters beside it.

    ``edges`` are where they begin, those of the page from ``origin`` on, and where the last one ends. Columns of other
    pages are as wide as an average one.
    """

    origin: int
    edges: tuple[float, ...]

    def _span(self, first: int, last: int) -> Span:
        x = self._edge(first)
        return Span(x, self._edge(last) - x)

    def _edge(self, column: int) -> float:
        place = column - self.origin
        inner = min(max(place, 0), len(self.edges) - 1)
        return self.edges[inner] + (place - inner) * self.wide
