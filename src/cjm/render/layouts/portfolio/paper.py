"""The portfolio on pages of a fixed size: each plane on a page, then the list of what it shows by number."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cjm.render.layouts.legend import Legend
from cjm.render.layouts.pieces import Fitted, Named, Piece, Shapes, Words
from cjm.render.layouts.portfolio.choice import Choice
from cjm.render.layouts.portfolio.key import key
from cjm.render.layouts.portfolio.listed import numbered, ranked, unrated
from cjm.render.layouts.portfolio.plane import Plane
from cjm.render.layouts.portfolio.planes import opportunities, touchpoints
from cjm.render.layouts.portfolio.poster import lacking, top
from cjm.render.layouts.press import Press
from cjm.render.layouts.strips import Strip
from cjm.render.scene import Group, Scene

_ITEM, _BESIDE = 240.0, 24.0  # of a list: the least width of a column, and what is between two
_BETWEEN = 9.0  # between two rows of a list
_BELOW = 12.0  # below a plane


class _Press(Press):
    """The pages of a portfolio."""

    def __init__(self, choice: Choice, paper: tuple[float, float]) -> None:
        self.choice = choice
        super().__init__(choice.sheet(choice.journeys[0]), paper, 1)

    def heading(self, y: float) -> tuple[Group, float]:
        """The head of the map, or one for all maps."""
        return top(self.choice, self.span, y)

    def runner(self) -> Fitted:
        """The map, or what the picture is."""
        if not self.choice.is_joined:
            return super().runner()
        return self.sheet.text(self.choice.word("title"), "lane").fit(self.span.width / 2)

    def key(self, lanes: Collection[str]) -> Legend | None:  # noqa: ARG002 -- what pages with lanes need
        """The legend of both planes."""
        return key(self.choice)

    @property
    def lang(self) -> str:
        """The language of the map, or of the labels where there are several."""
        return self.choice.lang

    def named(self) -> tuple[str, str, str]:
        """What the picture is called and says."""
        return self.choice.named()

    def lay(self, plane: Plane) -> Plane:
        """A plane on this page, or on one of its own; how it is drawn there."""
        wide, left = self.span.width, self.bottom - self.page.y
        named, partly, numbered = _modes(plane)
        tries = ((named, left), (partly, left), (named, self.room), (partly, self.room), (numbered, self.room))
        plane = next((each for each, room in tries if each.height(wide) <= room), replace(numbered, most=1))
        self.put(self._strip("plane", plane.title, Named("plane", plane.title, "", plane).fit(wide)))
        self.page.y += _BELOW
        return plane

    def tell(self, title: str, entries: Sequence[Piece]) -> None:
        """Entries side by side in rows, below a title that stays with the first row."""
        count = max(int((self.span.width + _BESIDE) // (_ITEM + _BESIDE)), 1)
        wide = (self.span.width + _BESIDE) / count - _BESIDE
        for start in range(0, len(entries), count):
            row = [entry.fit(wide) for entry in entries[start : start + count]]
            head = Words(self.choice.style, title, "lane").fit(self.span.width) if not start else None
            self.put(self._strip("list", title, _row(head, row, wide)))

    def _strip(self, kind: str, label: str, fitted: Fitted) -> Strip:
        return Strip(Group(kind, label, ()), fitted.height, lambda y: fitted.draw(self.span.x, y))


def print_on(choice: Choice, paper: tuple[float, float]) -> tuple[Scene, ...]:
    """The planes, each followed by its list, on as many pages as it takes."""
    press = _Press(choice, paper)
    if choice.is_weighed or choice.hurts:
        plane = press.lay(touchpoints(choice))
        if told := tuple(ranked(choice, plane)):
            press.tell(choice.word("ranked"), told)
    if choice.rated:
        plane = press.lay(opportunities(choice))
        if told := tuple(numbered(choice, plane)):
            press.tell(plane.title, told)
    for title, told in (("unrated", tuple(unrated(choice))), ("lacking", tuple(lacking(choice)))):
        if told:
            press.tell(choice.word(title), told)
    press.explain(())
    return press.scenes()


def _modes(plane: Plane) -> tuple[Plane, Plane, Plane]:
    """A plane with all names, without those where nothing hurts, without any."""
    partly, numbered = (replace(plane, crowded=frozenset(rows)) for rows in ((0,), plane.rows))
    return plane, partly, numbered


def _row(head: Fitted | None, row: Sequence[Fitted], wide: float) -> Fitted:
    """Entries of a list side by side, perhaps below its title."""
    above = head.height + 8 if head else 0.0

    def shapes(x: float, y: float, _: float) -> Shapes:
        drawn = (each.draw(x + index * (wide + _BESIDE), y + above) for index, each in enumerate(row))
        return (*(head.draw(x, y) if head else ()), *(shape for found in drawn for shape in found))

    return Fitted(above + max(each.height for each in row) + _BETWEEN, 0, shapes)
