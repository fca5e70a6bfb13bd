"""The totals at the edges of a matrix: a number, and beside it what it does not count."""

from cjm.figures.contacts import Tally
from cjm.render.layouts.matrix.board import Board
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack, Words
from cjm.render.text import Style
from cjm.render.values import dataclass

_BESIDE = 8.0  # between the number and the notes
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Sum(Piece):
    """A number, and small notes beside it; below it where there is no room."""

    style: Style
    number: str
    notes: tuple[str, ...]

    def fit(self, width: float) -> Fitted:
        """The notes level with the number."""
        style = self.style
        wide = style.width(self.number, "metric") + _SLACK
        number = Words(style, self.number, "metric").fit(wide)
        if not self.notes:
            return number
        widest = max(style.width(note, "note") for note in self.notes) + _SLACK
        right = wide + _BESIDE
        is_level = right + widest <= width
        notes = Stack([Words(style, note, "note") for note in self.notes], 0).fit(width - (right if is_level else 0))
        x, y = (right, number.lead - style.lead("note")) if is_level else (0.0, number.height)

        def shapes(left: float, top: float, _: float) -> Shapes:
            return (*number.draw(left, top), *notes.draw(left + x, top + y))

        return Fitted(max(number.height, y + notes.height), number.lead, shapes)


def summed(board: Board, counted: Tally, *, gaps: int = 0, switches: int = 0) -> Sum:
    """How many contacts there are in place; and how many more planned or retired, how many gaps, how many switches."""
    more = {"planned": counted.planned, "retired": counted.retired, "gaps": gaps, "switches": switches}
    notes = tuple(board.word(key, str(count)) for key, count in more.items() if count)
    return Sum(board.style, str(counted.in_place), notes)
