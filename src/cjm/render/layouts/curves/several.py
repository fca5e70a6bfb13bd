"""Curves of different journeys: each in a small picture of its own, all with the same scale of feelings.

Journeys that have no moment in common share no axis of time: only how high and how low they go can be compared.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from cjm.model.journey import Journey
from cjm.render.layouts.curves.courses import courses
from cjm.render.layouts.curves.joined import Joined, join, shared
from cjm.render.layouts.curves.panel import GAP, STAGE, Panel, Row, aside
from cjm.render.layouts.curves.together import explained, signs
from cjm.render.layouts.curves.whole import Look
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.joint import called, heading
from cjm.render.layouts.legend import Entry, Legend
from cjm.render.layouts.pieces import Fitted
from cjm.render.layouts.press import Press
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip
from cjm.render.layouts.swimlane import MARGIN
from cjm.render.layouts.windows import breaks
from cjm.render.scene import Group, Scene, Shape
from cjm.render.values import dataclass

_WIDTH = 700.0  # of a panel, where there is all the room one could wish
_DOWN = 30.0  # between two rows of panels
_UNDER, _OVER = 26.0, 22.0  # below the head, above the legend
_SHARES = (1.0, 0.87)
_HEIGHT = 130.0  # of the scale
_HEIGHTS = (180.0, 150.0, 130.0, 110.0, 92.0, 76.0)  # on a page, the highest first that fits


@dataclass(frozen=True)
class Several:
    """What the picture of several journeys is made of."""

    families: tuple[tuple[Journey, ...], ...]
    look: Look
    height: float = _HEIGHT

    @property
    def maps(self) -> list[Journey]:
        """All maps."""
        return [journey for family in self.families for journey in family]

    @property
    def sheet(self) -> Sheet:
        """A sheet for what belongs to none of them."""
        return self.look.sheet(self.maps[0], Grid(self.maps[0], MARGIN))

    def named(self) -> tuple[str, str, str]:
        """What the picture is called, its title, and what it shows, in words."""
        words = self.look.words
        told = ", ".join(called(journey, words) for journey in self.maps)
        return "curves", words.word("curve", "title"), f"{words.word('curve', 'title')}: {told}."

    def heading(self, span: Span, y: float) -> tuple[Group, float]:
        """The head from a given y on, and where it ends."""
        words = self.look.words
        return heading(self.look.style, words.word("curve", "title"), (), span, y)

    @cached_property
    def joined(self) -> tuple[Joined, ...]:
        """The maps of each family in the same columns."""
        scale = shared(self.maps)
        return tuple(join(family, scale) for family in self.families)

    def panels(self, joined: Joined, width: float) -> Iterator[Panel]:
        """The panels of a family in a width; a journey of many stages goes on in a further one."""
        most = max(int((width - aside(joined)) / STAGE), 1)
        for first, last in pairwise(breaks((1,) * len(joined.journey.stages), most)):
            yield Panel(joined, self.look, self.height, first, last)

    @property
    def widest(self) -> float:
        """What the panel of the longest journey needs."""
        return max(len(joined.journey.stages) * STAGE + aside(joined) for joined in self.joined)

    def rows(self, width: float) -> Iterator[Row]:
        """All panels in rows: two side by side where both have room, else one alone."""
        half: list[Panel] = []
        for joined in self.joined:
            is_half = len(joined.journey.stages) * STAGE + aside(joined) <= (width - GAP) / 2
            if half and (len(half) > 1 or not is_half):
                yield Row(tuple(half), 2)
                half = []
            if is_half:
                half += self.panels(joined, (width - GAP) / 2)
            else:
                yield from (Row((panel,), 1) for panel in self.panels(joined, width))
        if half:
            yield Row(tuple(half), 2)

    def legend(self) -> Legend | None:
        """What the panels need explained."""
        entries: dict[str, Entry] = {}
        for joined in self.joined:
            sheet = self.look.sheet(joined.journey, Grid(joined.journey, 0))
            own = (*explained(joined, courses(joined, sheet)), *signs(sheet))
            entries |= {entry.word: entry for entry in own}
        return Legend(self.sheet, tuple(entries.values())) if entries else None


def auto(several: Several) -> Scene:
    """The picture on one page, as large as it is: two panels side by side where there are more than two."""
    wide = max(_WIDTH, several.widest)
    span = Span(MARGIN, 2 * wide + GAP if len(several.families) > 2 else wide)
    head, y = several.heading(span, MARGIN)
    shapes: list[Shape] = [head]
    y += _UNDER
    for row in several.rows(span.width):
        fitted = row.fit(span.width)
        shapes += fitted.draw(span.x, y)
        y += fitted.height + _DOWN
    y -= _DOWN
    if key := several.legend():
        fitted = key.within(span.width).fit(span.width)
        shapes.append(Group("legend", "", fitted.draw(span.x, y + _OVER)))
        y += _OVER + fitted.height
    name, title, told = several.named()
    return Scene(name, title, told, several.look.words.lang, span.right + MARGIN, y + MARGIN, tuple(shapes))


def paged(several: Several, paper: tuple[float, float]) -> tuple[Scene, ...]:
    """The picture on as few pages of that size as can be."""
    costs = {share: _cost(_print(several, paper, share, _HEIGHTS[-1])) for share in _SHARES}
    best = min(costs, key=lambda share: costs[share])
    tries = (_print(several, paper, best, height) for height in _HEIGHTS)
    return next(press for press in tries if _cost(press) <= costs[best]).scenes()


def _cost(press: "_Press") -> int:
    """What speaks against pages: that there are so many, and that something goes on on the next."""
    return len(press.pages) + press.broken


def _print(several: Several, paper: tuple[float, float], share: float, height: float) -> "_Press":
    style = several.look.style
    look = replace(several.look, style=replace(style, theme=style.theme.shrunk(share)))
    several = replace(several, look=look, height=height)
    press = _Press(several, paper, share)
    width = press.span.width
    for row in several.rows(width):
        fitted = row.fit(width)
        press.put(_strip(fitted, press.span))
    press.explain(())
    return press


def _strip(fitted: Fitted, span: Span) -> Strip:
    return Strip(Group("panels", "", ()), fitted.height + _DOWN, lambda y: fitted.draw(span.x, y))


class _Press(Press):
    """The pages of panels."""

    def __init__(self, several: Several, paper: tuple[float, float], share: float) -> None:
        self.several = several
        super().__init__(several.sheet, paper, share)

    def heading(self, y: float) -> tuple[Group, float]:
        """The head of all maps."""
        return self.several.heading(self.span, y)

    def runner(self) -> Fitted:
        """What the picture is."""
        return self.several.sheet.text(self.several.named()[1], "lane").fit(self.span.width / 2)

    def key(self, lanes: object) -> Legend | None:  # noqa: ARG002 -- what pages with lanes need
        """What the panels need explained."""
        return self.several.legend()

    @property
    def lang(self) -> str:
        """That of the labels."""
        return self.several.look.words.lang

    def named(self) -> tuple[str, str, str]:
        """What the pages are called, their title, and what they show."""
        return self.several.named()
