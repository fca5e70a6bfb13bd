"""What stands at the lines of a flow: who goes that way and when, where the journey begins and ends, where it goes on."""

from collections.abc import Callable, Sequence

from cjm.model.moment import Branch
from cjm.render.amounts import percent
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.pieces import Words as Wrapped
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Dot, Group, Rect, Shape
from cjm.render.values import dataclass

_MARGIN = (9.0, 5.0)
_ROUND = 9.0
_RING = 7.0
_SLACK = 0.01

Words = tuple[tuple[str, str], ...]
"""Texts in the order of reading, each with its type."""

Sign = Callable[[float, float], Shapes]
"""Draws a sign around a point."""


@dataclass(frozen=True, slots=True)
class Pill:
    """A few words in a frame of their own size; a sign may stand before them, or alone.

    ``role`` is that of the frame; no text is wider than ``widest``.
    """

    sheet: Sheet
    role: str
    words: Words
    sign: Sign | None
    widest: float

    @property
    def label(self) -> str:
        """What it says."""
        return ", ".join(text for text, _ in self.words)

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height."""
        if not self.words:
            return 2 * _RING, 2 * _RING
        wide = max(self._widest(piece) for piece in self._pieces) + 2 * _MARGIN[0] + self._aside
        return wide, sum(piece.height(self.widest) for piece in self._pieces) + 2 * _MARGIN[1]

    def draw(self, rect: Rect) -> Shapes:
        """Its shapes in a rectangle of that size."""
        middle = rect.y + rect.height / 2
        if not self.words:
            return self.sign(rect.x + _RING, middle) if self.sign else ()
        sign = self.sign(rect.x + _MARGIN[0] + _RING - 1, middle) if self.sign else ()
        found: list[Shape] = []
        x, y = rect.x + _MARGIN[0] + self._aside, rect.y + _MARGIN[1]
        wide = rect.right - _MARGIN[0] - x
        for piece in self._pieces:
            fitted = piece.fit(wide)
            found += fitted.draw(x, y)
            y += fitted.height
        return (Box(self.role, rect, min(_ROUND, rect.height / 2)), *sign, *found)

    @property
    def _aside(self) -> float:
        return 2 * _RING + 4 if self.sign else 0

    @property
    def _pieces(self) -> Sequence[Wrapped]:
        return [self.sheet.text(text, role) for text, role in self.words]

    def _widest(self, piece: Wrapped) -> float:
        style = self.sheet.style
        rows = style.wrap(piece.text, piece.role, self.widest)
        return max((style.width(row, piece.role) for row in rows), default=0) + _SLACK


def told(sheet: Sheet, branch: Branch | None) -> Words:
    """The share of a branch, and in which case it is taken, each with its type."""
    if branch is None:
        return ()
    share = percent(f"{100 * branch.share:.10g}", sheet.words) if branch.share is not None else ""
    return tuple(each for each in ((share, "share"), *((case, "branch") for case in branch.when)) if each[0])


def begins(x: float, y: float) -> Shapes:
    """The sign of where a journey begins."""
    return (Group("sign", "", (Dot("way-start", (x, y), _RING - 1),)),)


def ends(x: float, y: float) -> Shapes:
    """The sign of where a journey ends: a dot in a ring."""
    return (Group("sign", "", (Dot("way-end", (x, y), _RING - 1), Dot("way-start", (x, y), _RING - 4))),)
