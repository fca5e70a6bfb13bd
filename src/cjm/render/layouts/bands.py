"""The bands of a picture: lanes that are measured and only wait for their place from above."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import zip_longest

from cjm.render.layouts.grid import INSET, Place, Span
from cjm.render.layouts.marks import Blank
from cjm.render.layouts.pieces import Fitted, Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Group, Shape
from cjm.render.values import dataclass

PADDING = 10.0  # points above and below what is in a lane

_GAP = 6.0  # between the pieces of a cell
_BELOW = 4.0  # between whose they are and the pieces
_BETWEEN = 8.0  # between two cells of a column


@dataclass(frozen=True, slots=True)
class Band:
    """One lane: its name, its height, and how to draw it from a given y on.

    ``aside`` is what the lane needs of the column of labels, at its right edge; ``lead`` is how far down the baseline
    of its first row is, level with which the label stands. ``level`` is how far down is what stands level with its
    counterpart where the lane is drawn twice.
    """

    key: str
    label: str
    height: float
    draw: Callable[[float], tuple[Shape, ...]]
    aside: float = 0
    lead: float | None = None
    level: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What a lane says about one moment, in its column or columns, so far from their edge.

    ``home`` tells its stage from others. A leaf stands in a single column, and not over those of touchpoints.
    """

    span: Span
    home: Hashable
    is_leaf: bool
    body: Fitted
    inset: float
    name: str
    address: str
    details: tuple[tuple[str, str], ...] = ()

    def draw(self, lane: str, y: float, height: float) -> Group:
        """The pieces from a given y on, at least ``height`` high."""
        shapes = self.body.draw(self.span.inner().x + self.inset, y, height)
        return Group("cell", f"{lane}: {self.name}", shapes, self.address, self.details)


def cells(
    pieces: Callable[[Sheet, Place], tuple[Piece, ...]],
    *,
    reads: str | None = "",
    label: str = "",
    inset: float = 0,
    is_even: bool = False,
) -> Callable[[Sheet, str], Band | None]:
    """How to build a lane of cells: its pieces for each moment that counts.

    ``reads`` is the key of the format where it is not that of the lane; with None every moment is asked, and says itself
    which one it is. The pieces begin ``inset`` from the edge of the cell. In an even lane the cells side by
    side are as high as the highest of them.
    """

    def build(sheet: Sheet, key: str) -> Band | None:
        places = sheet.everywhere if reads is None else sheet.speaking(reads or key)
        found = []
        for place in places:
            if made := pieces(sheet, place):
                names = () if reads is None else _whose(sheet, place, INSET - inset)
                body = Stack((*names, Stack(made, _GAP)), _BELOW) if names else Stack(made, _GAP)
                found.append(_cell(sheet, place, body, inset))
        return lined_up(key, label or sheet.words.lane(key), found, is_even=is_even) if found else None

    return build


def lined_up(key: str, name: str, cells: Sequence[Cell], *, is_even: bool = False, above: float = 0) -> Band:
    """A lane of cells, those of a column one below the other, with so much room above them."""
    tops = dict(_arranged(cells, is_even=is_even))

    def draw(y: float) -> tuple[Shape, ...]:
        return tuple(cell.draw(name, y + above + tops[index][0], tops[index][1]) for index, cell in enumerate(cells))

    reach = above + max(top + high for top, high in tops.values())
    lead = above + min(tops[index][0] + cell.body.lead for index, cell in enumerate(cells))
    return Band(key, name, reach + PADDING, draw, lead=lead)


def _cell(sheet: Sheet, place: Place, body: Piece, inset: float) -> Cell:
    """The cell of a moment."""
    moment = place.moment
    is_leaf = moment is not place.stage or not place.stage.touchpoints
    details = (("evidence", ", ".join(moment.evidence)),) if moment.evidence else ()
    fitted = body.fit(place.span.inner().width - inset)
    return Cell(place.span, place.stage.id, is_leaf, fitted, inset, name_of(moment), sheet.address(place), details)


def _whose(sheet: Sheet, place: Place, indent: float) -> tuple[Piece, ...]:
    """The name of a touchpoint where those of its stage share a column."""
    is_one_of_many = place.is_stacked and len(place.stage.touchpoints) > 1
    return (sheet.text(name_of(place.moment), "strong", Blank(indent)),) if is_one_of_many else ()


def _arranged(cells: Sequence[Cell], *, is_even: bool) -> Iterator[tuple[int, tuple[float, float]]]:
    """For each cell, by its number, its top and its height.

    A stage's own stands above those of its touchpoints, which in one column stand one below the other.
    """
    above: dict[Hashable, float] = {}
    columns: dict[tuple[Hashable, float], list[int]] = {}
    for index, cell in enumerate(cells):
        if cell.is_leaf:
            columns.setdefault((cell.home, cell.span.x), []).append(index)
        else:
            above[cell.home] = cell.body.height + _BETWEEN
            yield index, (PADDING, cell.body.height)
    heights = [[cells[index].body.height for index in column] for column in columns.values()]
    even = [max(row) for row in zip_longest(*heights, fillvalue=0.0)]
    for ((home, _), column), own in zip(columns.items(), heights, strict=True):
        y = PADDING + above.get(home, 0)
        for index, high in zip(column, even if is_even else own, strict=False):
            yield index, (y, high)
            y += high + _BETWEEN
