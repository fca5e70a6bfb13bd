"""Sections of a sheet: a heading with what stands under it, and several of them in columns of even height."""

from collections.abc import Sequence

from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.values import dataclass

_ACROSS = 26.0  # between two columns


def section(sheet: Sheet, title: str, pieces: Sequence[Piece], gap: float = 4) -> Piece:
    """Pieces under a heading."""
    return Stack((sheet.text(title, "lane"), Stack(tuple(pieces), gap)), 5)


@dataclass(frozen=True, slots=True)
class Columns(Piece):
    """Sections in as many columns as there is room for, ``most`` at most; down the first, then down the next.

    None is narrower than ``least``, and there is so much ``room`` between two in a column.
    """

    sections: tuple[Piece, ...]
    most: int = 3
    least: float = 178.0
    room: float = 16.0

    def fit(self, width: float) -> Fitted:
        """The sections in columns that are as low as can be."""
        count = max(1, min(int((width + _ACROSS) / (self.least + _ACROSS)), self.most, len(self.sections)))
        wide = (width + _ACROSS) / count - _ACROSS
        fitted = [each.fit(wide) for each in self.sections]
        columns = self._even(fitted, count)

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: Shapes = ()
            for index, column in enumerate(columns):
                top = y
                for each in column:
                    found = (*found, *each.draw(x + index * (wide + _ACROSS), top))
                    top += each.height + self.room
            return found

        return Fitted(max(map(self._high, columns)), fitted[0].lead, shapes)

    def _high(self, column: Sequence[Fitted]) -> float:
        return sum(each.height + self.room for each in column) - self.room

    def _even(self, fitted: Sequence[Fitted], count: int) -> list[list[Fitted]]:
        """The sections in so many columns, in their order, the highest column as low as can be."""
        ends = range(len(fitted) + 1)
        limits = sorted({self._high(fitted[start:end]) for start in ends for end in ends if start < end})
        return next(columns for limit in limits if len(columns := self._filled(fitted, limit)) <= count)

    def _filled(self, fitted: Sequence[Fitted], limit: float) -> list[list[Fitted]]:
        """Columns no higher than that where a single section is not."""
        columns: list[list[Fitted]] = [[]]
        for each in fitted:
            if columns[-1] and self._high([*columns[-1], each]) > limit + 0.01:
                columns.append([])
            columns[-1].append(each)
        return columns
