"""A picture of curves put together: on one page as large as it is, or on pages of a fixed size."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from cjm.model.journey import Journey
from cjm.render.labels import Labels
from cjm.render.lanes import Detail
from cjm.render.layouts.bands import Band
from cjm.render.layouts.curves.alone import moments
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.legend import Legend
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.press import LABELS as ASIDE
from cjm.render.layouts.press import MARGIN as BORDER
from cjm.render.layouts.press import Press, whole
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import phases, stages
from cjm.render.layouts.strips import Strip
from cjm.render.layouts.swimlane import LABELS, MARGIN, labelled, separators
from cjm.render.layouts.windows import Window, breaks
from cjm.render.scene import Group, Line, Scene, Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

_HEIGHT = 300.0  # of the scale, where there is all the room one could wish
_HEIGHTS = (320.0, 280.0, 240.0, 210.0, 180.0, 155.0, 130.0, 108.0, 92.0)  # on a page, the highest first that fits
_NARROWEST, _WIDEST = 112.0, 420.0  # a column on a page; the narrowest where type is not shrunk
_SHARES = (1.0, 0.93, 0.87)  # of the size of type; the last one brings the smallest to the floor


class Draft(Protocol):
    """What a picture of curves is made of; ``journey`` says what its columns are."""

    @property
    def journey(self) -> Journey:
        """The map whose moments have the columns."""

    def named(self, sheet: Sheet) -> tuple[str, str, str]:
        """What the picture is called, its title, and what it shows, in words."""

    def bands(self, sheet: Sheet, height: float) -> list[Band]:
        """The lanes, with a scale of that height."""

    def head(self, sheet: Sheet, span: Span, y: float, *, is_explained: bool) -> tuple[Group, float]:
        """The head from a given y on, and where it ends: with the legend, or without it and in brief."""

    def runner(self, sheet: Sheet, span: Span) -> Fitted:
        """What is said again on each further page."""

    def legend(self, sheet: Sheet) -> Legend | None:
        """What the picture needs explained."""

    def addressed(self, sheet: Sheet, shapes: Shapes) -> Shapes:
        """Shapes with the addresses of what they show, in which map it stands."""


@dataclass(frozen=True, slots=True)
class Look:
    """How it is drawn: type, words, how much is told, and whether quotations stand at the curve."""

    style: Style
    words: Labels
    detail: Detail
    is_quoted: bool = True

    def sheet(self, journey: Journey, grid: Grid) -> Sheet:
        """The sheet of a map in those columns."""
        return Sheet(journey, self.style, self.words, grid, self.detail, self.is_quoted)


def auto(draft: Draft, look: Look) -> Scene:
    """The picture on one page, as large as it is."""
    sheet = look.sheet(draft.journey, Grid(draft.journey, MARGIN + LABELS))
    span = Span(MARGIN, LABELS + sheet.grid.width)
    title, y = draft.head(sheet, span, MARGIN, is_explained=True)
    bars, y = phases(sheet, y + 22)
    arrows, top = stages(sheet, y)
    y = top + 8
    grounds: list[Shape] = []
    lanes: list[Shape] = []
    names = moments(sheet)
    for band in (*([names] if names else []), *draft.bands(sheet, _HEIGHT)):
        grounds.append(Line("rule", (span.x, y), (span.right, y)))
        label, high = labelled(sheet, span, band)
        lanes.append(Group("lane", band.label, (*label(y), *band.draw(y)), f"lane/{band.key}"))
        y += high
    grounds.append(Line("rule", (span.x, y), (span.right, y)))
    called, name, told = draft.named(sheet)
    row = draft.addressed(sheet, (*bars, *arrows, *lanes))
    drawn = (*grounds, *separators(sheet, top + 8, y), title, *row)
    return Scene(called, name, told, sheet.lang, span.right + MARGIN, y + MARGIN, drawn)


def paged(draft: Draft, look: Look, paper: tuple[float, float]) -> tuple[Scene, ...]:
    """The picture on as few pages of that size as can be, the scale as high as there is room for.

    Quotations leave the curve for a lane of their own where they would make it too high, and type shrinks.
    """
    counts = Grid(draft.journey, 0).columns
    room = paper[0] - 2 * BORDER - ASIDE

    def attempt(way: tuple[float, bool, bool], height: float) -> _Curved:
        share, is_quoted, is_wide = way
        starts = _starts(counts, max(int(room / (_NARROWEST * share)), 1), is_wide=is_wide)
        return _print(draft, replace(look, is_quoted=is_quoted), paper, share, starts, height)

    ways = [(share, is_quoted, False) for share in _SHARES for is_quoted in (True, False)]
    costs: dict[tuple[float, bool, bool], int] = {}
    for way in (*ways, (1.0, True, True)):
        press = attempt(way, _HEIGHTS[-1])
        costs[way] = _cost(press)
        if costs[way] <= press.least and not way[2]:
            break
    best = min(costs, key=lambda way: (costs[way], not way[1]))
    tries = (attempt(best, height) for height in _HEIGHTS)
    return next(press for press in tries if _cost(press) <= costs[best]).scenes()


def _starts(counts: Sequence[int], most: int, *, is_wide: bool) -> tuple[int, ...]:
    """Where pages begin that have so many columns at most; one page more than needed where columns shall be wide."""
    found = breaks(counts, most)
    further = (breaks(counts, fewer) for fewer in range(most - 1, 0, -1)) if is_wide else ()
    return next((starts for starts in further if len(starts) > len(found)), found)


def _cost(press: "_Curved") -> int:
    """What speaks against pages: that there are so many, and that something goes on on the next."""
    return len(press.pages) + press.broken


def _print(  # noqa: PLR0913, PLR0917 -- what is printed, how, and on what
    draft: Draft, look: Look, paper: tuple[float, float], share: float, starts: tuple[int, ...], height: float
) -> "_Curved":
    """The pages that begin at those columns, with type of that share of its size, and a scale of that height."""
    look = replace(look, style=replace(look.style, theme=look.style.theme.shrunk(share)))
    span = Span(BORDER + ASIDE, paper[0] - 2 * BORDER - ASIDE)
    sheets = [look.sheet(draft.journey, grid) for grid in Window.pages(draft.journey, span, _WIDEST, starts)]
    press = _Curved(draft, sheets, paper, share)
    for sheet in sheets:
        press.begin(sheet)
        for strip in _strips(sheet, draft.bands(sheet, height)):
            press.put(strip)
    press.explain(())
    return press


def _strips(sheet: Sheet, bands: Sequence[Band]) -> list[Strip]:
    """The lanes of a page as strips."""
    found = []
    for band in bands:
        label, high = labelled(sheet, whole(sheet), band)
        found.append(Strip(Group("lane", band.label, (), f"lane/{band.key}"), high, band.draw, label))
    return found


class _Curved(Press):
    """The pages of a picture of curves."""

    def __init__(self, draft: Draft, sheets: Sequence[Sheet], paper: tuple[float, float], share: float) -> None:
        self.draft = draft
        self.least = len(sheets)  # pages, for so many are its columns parted into
        super().__init__(sheets[0], paper, share)

    def heading(self, y: float) -> tuple[Group, float]:
        """The head in brief."""
        return self.draft.head(self.sheet, self.span, y, is_explained=False)

    def runner(self) -> Fitted:
        """What is said again on each further page."""
        return self.draft.runner(self.sheet, self.span)

    def columns(self, sheet: Sheet, y: float) -> tuple[Shapes, float]:
        """The stages and the moments above the curve, and where they end."""
        shapes, y = super().columns(sheet, y)
        names = moments(sheet, is_brief=True)
        if names is None:
            return self.draft.addressed(sheet, shapes), y
        label, high = labelled(sheet, whole(sheet), names)
        row = Group("lane", names.label, (*label(y), *names.draw(y)), f"lane/{names.key}")
        return self.draft.addressed(sheet, (*shapes, row)), y + high

    def key(self, lanes: object) -> Legend | None:  # noqa: ARG002
        """What the curves need explained."""
        return self.draft.legend(self.sheet.unrolled())

    def named(self) -> tuple[str, str, str]:
        """What the pages are called, their title, and what they show."""
        return self.draft.named(self.sheet)
