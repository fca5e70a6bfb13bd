"""What the short pages share: their size, their type, their head."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from cjm.model.journey import Journey
from cjm.render.cut import bounds
from cjm.render.labels import Labels
from cjm.render.lanes import Detail
from cjm.render.layouts.brief.columns import GAP, LEAST
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack
from cjm.render.layouts.press import MARGIN
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.layouts.title import Snug
from cjm.render.scene import Group, Picture, Rect, Shape
from cjm.render.sizes import AUTO, SLIDE, paper
from cjm.render.text import Style
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_WIDEST = 760.0  # of a text; a longer row is hard to read
_HEAD = 0.36  # of the page, that its head may take
_LARGEST = 2.0  # of the size of type
_LOGO = (120.0, 40.0)
_BESIDE = 12.0  # between two tags
_PARTS = 3  # of a fact, that are told

Facts = Sequence[tuple[str, ...]]
"""Facts, each as its name and its parts."""


@dataclass(frozen=True)
class Page:
    """A page of a size, for a map in a style: larger paper has larger type, smaller has smaller as far as 10 points.

    ``states`` are the maps whose states are shown as tags, without any that of the map alone.
    """

    journey: Journey
    plain: Style
    words: Labels
    size: str
    detail: Detail = "standard"
    states: tuple[Journey, ...] = ()

    @cached_property
    def paper(self) -> tuple[float, float]:
        """Its width and height; those of a slide where a picture has no size of its own."""
        return paper(SLIDE if self.size == AUTO else self.size)

    @cached_property
    def share(self) -> float:
        """How large its type is, as a share of the theme's."""
        wide, high = paper(SLIDE)
        return min(self.paper[0] / wide, self.paper[1] / high, _LARGEST)

    @cached_property
    def sheet(self) -> Sheet:
        """What its pieces are set with."""
        style = replace(self.plain, theme=self.plain.theme.shrunk(self.share))
        return Sheet(self.journey, style, self.words, Grid(self.journey, MARGIN), self.detail)

    @property
    def span(self) -> Span:
        """The page without its margins, from left to right."""
        return Span(MARGIN, self.paper[0] - 2 * MARGIN)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.paper[1] - MARGIN

    def head(self, title: str, texts: Iterable[str], facts: Facts, note: str = "") -> tuple[Group, float]:
        """The title with texts and facts, a note, the tag and the logo at its right, and where they end.

        Where they take too much of the page, there is less of them.
        """
        span = self.span
        shapes, left = self._corner(note)
        room = left - 24 - span.x
        tries = self._tries(title, tuple(texts), facts, room)
        y = MARGIN
        if fitted := next((each for each in tries if each.height <= _HEAD * self.paper[1]), None):
            shapes += fitted.draw(span.x, y)
            y += fitted.height
        return Group("head", title, tuple(shapes)), max(y, MARGIN + HEIGHT)

    def _corner(self, note: str) -> tuple[list[Shape], float]:
        """The note, the tag and the logo in the upper right corner, and where they begin."""
        sheet, right = self.sheet, self.span.right
        shapes: list[Shape] = []
        if logo := sheet.style.theme.logo:
            wide, high = logo.fit(*_LOGO)
            picture = Picture(Rect(right - wide, MARGIN, wide, high), logo.media, logo.data)
            shapes.append(Group("logo", self.words.word("head", "logo"), (picture,)))
            right -= wide + 16
        for each in reversed(self.states or (self.journey,)):
            own = replace(sheet, journey=each)
            right -= bounds(tag(own, 0, 0)).width
            shapes.append(tag(own, right, MARGIN + 4))
            right -= _BESIDE
        if note:
            wide = sheet.style.width(note, "note") + 0.01
            y = MARGIN + 4 + (HEIGHT - sheet.style.theme.types["note"].leading) / 2
            right -= wide
            shapes.append(sheet.style.block(note, "note", right, y, wide))
        return shapes, right

    def _tries(self, title: str, texts: tuple[str, ...], facts: Facts, room: float) -> Iterator[Fitted]:
        """The head with all, then with less and less."""
        style, lang = self.sheet.style, self.sheet.lang
        summary = [Snug(style, typeset(text, lang), "subtitle", _WIDEST * self.share) for text in texts]
        told = Cells(self.sheet, facts)
        for role in ("title", "metric", "strong"):
            head = Snug(style, typeset(title, lang), role, room)
            for wanted in dict.fromkeys(((True, True), (False, True), (True, False), (False, False))):
                some = [head, *(summary if wanted[0] else ())]
                rest = [told] if wanted[1] and facts else []
                yield Stack([Stack(some, 2), *rest], 9).fit(self.span.width)


@dataclass(frozen=True, slots=True)
class Cells(Piece):
    """Facts in columns of one width, as many as there are facts; each with its name above its parts."""

    sheet: Sheet
    facts: Facts

    def fit(self, width: float) -> Fitted:
        """The facts side by side."""
        wide = (width + GAP) / max(len(self.facts), LEAST) - GAP
        told = [self._told(name, parts).fit(wide) for name, *parts in self.facts]

        def shapes(x: float, y: float, _: float) -> Shapes:
            return tuple(shape for index, each in enumerate(told) for shape in each.draw(x + index * (wide + GAP), y))

        return Fitted(max((each.height for each in told), default=0), self.sheet.style.lead("caption"), shapes)

    def _told(self, name: str, parts: Sequence[str]) -> Piece:
        words = self.sheet.words
        shown = [self.sheet.text(part, "fact") for part in parts[:_PARTS]]
        more = len(parts) - _PARTS
        rest = [self.sheet.text(words.fill("prose", "more", str(more)), "note")] if more > 0 else []
        return Stack([self.sheet.text(name, "caption"), *shown, *rest], 0)
