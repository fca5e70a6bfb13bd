"""The matrix on pages of a fixed size: stages go to further pages, and then channels."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from cjm.model.journey import Journey
from cjm.render.layouts.legend import Legend
from cjm.render.layouts.matrix.board import TOTALS, Board, Columns
from cjm.render.layouts.matrix.header import header, top
from cjm.render.layouts.matrix.key import key
from cjm.render.layouts.matrix.named import named
from cjm.render.layouts.matrix.rows import Rows
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.press import LABELS, MARGIN, Press
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.windows import breaks
from cjm.render.scene import Group, Scene
from cjm.render.values import dataclass

_NARROWEST, _WIDEST = 138.0, 300.0  # a column; the narrowest where type is not shrunk
_SHARES = (1.0, 0.93, 0.87)  # of the size of type


class _Press(Press):
    """The pages of a matrix."""

    def __init__(self, board: Board, sheet: Sheet, paper: tuple[float, float], share: float) -> None:
        self.board = board
        super().__init__(sheet, paper, share)

    def keep(self, height: float) -> None:
        """Begin a new page where so much does not fit on this one, but does on that."""
        if self.page.top is not None and self.page.y + height > self.bottom and height <= self.room:
            self.turn()

    def heading(self, y: float) -> tuple[Group, float]:
        """The head of the map, or one for all maps."""
        return top(self.board, self.sheet, self.span, y)

    def runner(self) -> Fitted:
        """The map, or what the picture is."""
        if not self.board.is_joined:
            return super().runner()
        return self.sheet.text(self.board.word("title"), "lane").fit(self.span.width / 2)

    def columns(self, sheet: Sheet, y: float) -> tuple[Shapes, float]:
        """The map, where there are several, its phases and stages."""
        return header(self.board, (sheet,), y)

    def key(self, lanes: Collection[str]) -> Legend | None:  # noqa: ARG002 -- what pages with lanes need
        """The legend of all cards."""
        return key(self.board, self.sheet)

    @property
    def lang(self) -> str:
        """The language of the map, or of the labels where there are several."""
        return self.board.lang

    def named(self) -> tuple[str, str, str]:
        """What the picture is called and shows."""
        return named(self.board)


def print_on(board: Board, paper: tuple[float, float]) -> tuple[Scene, ...]:
    """The matrix on as few pages of that size as can be; each map begins on a page of its own."""
    plan = _Plan(board, paper)
    for share in _SHARES[:-1]:
        press = plan.print(share, plan.most(share))
        if len(press.pages) == 1:
            return press.scenes()
    most = plan.most(_SHARES[-1])
    presses = [plan.print(_SHARES[-1], fewer) for fewer in range(most, most // 2, -1)]
    return min(presses, key=lambda press: len(press.pages) + press.broken).scenes()


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be printed, and on paper of which size."""

    board: Board
    paper: tuple[float, float]

    @property
    def room(self) -> float:
        """The width of a page beside the channels and the totals."""
        return self.paper[0] - 2 * MARGIN - LABELS - TOTALS

    def most(self, share: float) -> int:
        """How many columns a page can have."""
        return max(int(self.room / (_NARROWEST * share)), 1)

    def print(self, share: float, most: int) -> _Press:
        """The pages with at most so many columns, in type of that share of its size."""
        board = replace(self.board, style=replace(self.board.style, theme=self.board.style.theme.shrunk(share)))
        sheets = [(journey, sheet) for journey in board.journeys for sheet in self._sheets(board, journey, most)]
        press = _Press(board, sheets[0][1], self.paper, share)
        for journey, sheet in sheets:
            press.begin(sheet)
            *strips, last, totals = Rows(board.only(journey), (sheet,)).strips(LABELS)
            for strip in strips:
                press.put(strip)
            press.keep(last.height + totals.height)
            press.put(last)
            press.put(totals)
        press.explain(())
        return press

    def _sheets(self, board: Board, journey: Journey, most: int) -> Iterator[Sheet]:
        """The pages of a map from left to right; columns are half as wide again as others at most."""
        starts = breaks((1,) * len(journey.stages), most)
        limit = min(1.5 * self.room / max(last - first for first, last in pairwise(starts)), _WIDEST)
        for first, last in pairwise(starts):
            wide = min(self.room / (last - first), limit)
            yield board.sheet(journey, Columns(journey, MARGIN + LABELS, wide, first, last))
