"""The bands of a picture: lanes that are measured and only wait for their place from above."""

from collections.abc import Callable
from dataclasses import dataclass

from cjm.render.layouts.grid import Place
from cjm.render.layouts.pieces import Piece, Stack
from cjm.render.layouts.sheet import Sheet, name_of
from cjm.render.scene import Group, Shape

PADDING = 10.0  # points above and below what is in a lane

_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Band:
    """One lane: its name, its height, and how to draw it from a given y on.

    ``aside`` is what the lane needs of the column of labels, at its right edge.
    """

    key: str
    label: str
    height: float
    draw: Callable[[float], tuple[Shape, ...]]
    aside: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What a lane says about one moment."""

    place: Place
    stack: Stack

    @property
    def height(self) -> float:
        """The height in the column, or columns, of the moment."""
        return self.stack.height(self.place.span.inner().width)

    @property
    def is_leaf(self) -> bool:
        """Whether it stands in a single column, and not over those of touchpoints."""
        return self.place.moment is not self.place.stage or not self.place.stage.touchpoints

    def draw(self, sheet: Sheet, lane: str, y: float, height: float) -> Group:
        """The pieces from a given y on, at least ``height`` high."""
        span = self.place.span.inner()
        shapes = self.stack.draw(span.x, y, span.width, height if self.is_leaf else 0)
        moment = self.place.moment
        details = (("evidence", ", ".join(moment.evidence)),) if moment.evidence else ()
        return Group("cell", f"{lane}: {name_of(moment)}", shapes, sheet.address(self.place), details)


def cells(
    pieces: Callable[[Sheet, Place], tuple[Piece, ...]],
    *,
    reads: str | None = "",
    label: str = "",
    is_even: bool = False,
) -> Callable[[Sheet, str], Band | None]:
    """How to build a lane of cells: its pieces for each moment that counts.

    ``reads`` is the key of the format where it is not that of the lane; with None every moment is asked. In an even
    lane all cells are as high as the highest.
    """

    def build(sheet: Sheet, key: str) -> Band | None:
        places = sheet.everywhere if reads is None else sheet.speaking(reads or key)
        found = [Cell(place, Stack(made, _GAP)) for place in places if (made := pieces(sheet, place))]
        if not found:
            return None
        name = label or sheet.words.lane(key)
        above = {cell.place.stage.id: cell.height + _GAP for cell in found if not cell.is_leaf}
        even = max((cell.height for cell in found if cell.is_leaf and is_even), default=0.0)

        def start(cell: Cell) -> float:
            return PADDING + (above.get(cell.place.stage.id, 0) if cell.is_leaf else 0)

        def draw(y: float) -> tuple[Shape, ...]:
            return tuple(cell.draw(sheet, name, y + start(cell), even) for cell in found)

        reach = max(start(cell) + max(cell.height, even if cell.is_leaf else 0) for cell in found)
        return Band(key, name, reach + PADDING, draw)

    return build
