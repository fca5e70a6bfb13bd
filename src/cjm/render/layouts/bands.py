"""The bands of a picture: lanes that are measured and only wait for their place from above."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from cjm.render.layouts.grid import INSET, Place
from cjm.render.layouts.marks import Blank
from cjm.render.layouts.pieces import Fitted, Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Group, Shape

PADDING = 10.0  # points above and below what is in a lane

_GAP = 6.0  # between the pieces of a cell
_BELOW = 4.0  # between whose they are and the pieces
_BETWEEN = 8.0  # between two cells of a column


@dataclass(frozen=True, slots=True)
class Band:
    """One lane: its name, its height, and how to draw it from a given y on.

    ``aside`` is what the lane needs of the column of labels, at its right edge; ``lead`` is how far down the baseline
    of its first row is, level with which the label stands.
    """

    key: str
    label: str
    height: float
    draw: Callable[[float], tuple[Shape, ...]]
    aside: float = 0
    lead: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a lane says about one moment, in its column or columns, so far from their edge."""

    place: Place
    body: Fitted
    inset: float

    @property
    def is_leaf(self) -> bool:
        """Whether it stands in a single column, and not over those of touchpoints."""
        return self.place.moment is not self.place.stage or not self.place.stage.touchpoints

    def draw(self, sheet: Sheet, lane: str, y: float, height: float) -> Group:
        """The pieces from a given y on, at least ``height`` high."""
        moment = self.place.moment
        details = (("evidence", ", ".join(moment.evidence)),) if moment.evidence else ()
        shapes = self.body.draw(self.place.span.inner().x + self.inset, y, height)
        return Group("cell", f"{lane}: {name_of(moment)}", shapes, sheet.address(self.place), details)


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
                found.append(Cell(place, body.fit(place.span.inner().width - inset), inset))
        if not found:
            return None
        name = label or sheet.words.lane(key)
        tops = dict(_arranged(found, is_even=is_even))

        def draw(y: float) -> tuple[Shape, ...]:
            return tuple(cell.draw(sheet, name, y + tops[index][0], tops[index][1]) for index, cell in enumerate(found))

        reach = max(top + high for top, high in tops.values())
        lead = min(tops[index][0] + cell.body.lead for index, cell in enumerate(found))
        return Band(key, name, reach + PADDING, draw, lead=lead)

    return build


def _whose(sheet: Sheet, place: Place, indent: float) -> tuple[Piece, ...]:
    """The name of a touchpoint where those of its stage share a column."""
    is_one_of_many = place.is_stacked and len(place.stage.touchpoints) > 1
    return (sheet.text(name_of(place.moment), "strong", Blank(indent)),) if is_one_of_many else ()


def _arranged(cells: Sequence[Cell], *, is_even: bool) -> Iterator[tuple[int, tuple[float, float]]]:
    """For each cell, by its number, its top and its height.

    A stage's own stands above those of its touchpoints, which in one column stand one below the other.
    """
    above: dict[str, float] = {}
    columns: dict[tuple[str, float], list[int]] = {}
    for index, cell in enumerate(cells):
        if cell.is_leaf:
            columns.setdefault((cell.place.stage.id, cell.place.span.x), []).append(index)
        else:
            above[cell.place.stage.id] = cell.body.height + _BETWEEN
            yield index, (PADDING, cell.body.height)
    heights = [[cells[index].body.height for index in column] for column in columns.values()]
    even = [max(row) for row in zip_longest(*heights, fillvalue=0.0)]
    for ((stage, _), column), own in zip(columns.items(), heights, strict=True):
        y = PADDING + above.get(stage, 0)
        for index, high in zip(column, even if is_even else own, strict=False):
            yield index, (y, high)
            y += high + _BETWEEN
