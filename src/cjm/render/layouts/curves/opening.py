"""The head of a picture of several maps: their states as tags, the title, the facts, the legend."""

from collections.abc import Sequence
from dataclasses import replace

from cjm.model.journey import Journey
from cjm.render.cut import bounds
from cjm.render.layouts.grid import Span
from cjm.render.layouts.legend import Legend
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.layouts.title import Snug, Told
from cjm.render.scene import Group, Picture, Rect, Shape
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_WIDE = 900.0  # from here on the legend stands beside the title
_BESIDE, _BELOW, _UNDER = 36.0, 18.0, 8.0
_WIDEST = 1080.0  # of a title
_LOGO = (120.0, 40.0)
_APART, _ROW = 12.0, 6.0  # between two tags, and between two rows of them


def opening(  # noqa: PLR0913, PLR0917 -- what stands in it, and where
    sheet: Sheet,
    maps: Sequence[Journey],
    facts: Sequence[tuple[str, ...]],
    key: Legend | None,
    span: Span,
    y: float,
) -> tuple[Group, float]:
    """The head from a given y on, and where it ends."""
    shapes: list[Shape] = []
    logo = sheet.style.theme.logo
    wide, high = logo.fit(*_LOGO) if logo else (0.0, 0.0)
    if logo:
        picture = Picture(Rect(span.right - wide, y, wide, high), logo.media, logo.data)
        shapes.append(Group("logo", sheet.words.word("head", "logo"), (picture,)))
    is_beside = key is not None and span.width >= _WIDE
    aside = max(key.width if key and is_beside else 0, wide)
    left = span.width - (aside + _BESIDE if aside else 0)
    bottom = y + high
    if key and is_beside:
        top = y + (high + _BELOW if high else 2)
        fitted = key.fit(aside)
        shapes += fitted.draw(span.right - key.width, top)
        bottom = top + fitted.height
    title = Titled(tags(sheet, maps), _title(sheet, maps, facts), "title", is_level=key is None).fit(left)
    shapes += title.draw(span.x, y)
    bottom = max(bottom, y + title.height)
    if key and not is_beside:
        fitted = key.within(span.width).fit(span.width)
        shapes += fitted.draw(span.x, bottom + _BELOW)
        bottom += _BELOW + fitted.height
    return Group("head", sheet.journey.title, tuple(shapes)), bottom


@dataclass(frozen=True, slots=True)
class Titled(Piece):
    """The tags beside a title, level with its first row, which is set in a ``role``; above it where there is no room, or it shall not be low."""

    tags: "Tags"
    title: Piece
    role: str
    is_level: bool = True

    def fit(self, width: float) -> Fitted:
        """Both, one above or beside the other."""
        aside = self.tags.width + _APART
        if not self.is_level or aside > width / 3:
            return Stack((self.tags, self.title), _UNDER).fit(width)
        tags, title = self.tags.fit(aside), self.title.fit(width - aside)
        down = (self.tags.sheets[0].style.theme.types[self.role].leading - HEIGHT) / 2
        over = max(-down, 0)

        def shapes(x: float, y: float, _: float) -> Shapes:
            return (*tags.draw(x, y + down + over), *title.draw(x + aside, y + over))

        return Fitted(max(title.height, tags.height + down) + over, title.lead + over, shapes)


def tags(sheet: Sheet, maps: Sequence[Journey]) -> "Tags":
    """The states of the maps, each once, side by side."""
    return Tags(tuple(replace(sheet, journey=each) for each in {each.state: each for each in maps}.values()))


@dataclass(frozen=True, slots=True)
class Tags(Piece):
    """The states of maps in rows."""

    sheets: tuple[Sheet, ...]

    @property
    def width(self) -> float:
        """That of all in one row."""
        return sum(bounds(tag(sheet, 0, 0)).width + _APART for sheet in self.sheets) - _APART

    def fit(self, width: float) -> Fitted:
        """As many in a row as there is room for."""
        placed: list[tuple[Sheet, float, float]] = []
        x = y = 0.0
        for sheet in self.sheets:
            wide = bounds(tag(sheet, 0, 0)).width
            if x and x + wide > width:
                x, y = 0.0, y + HEIGHT + _ROW
            placed.append((sheet, x, y))
            x += wide + _APART

        def shapes(left: float, top: float, _: float) -> Shapes:
            return tuple(tag(sheet, left + x, top + y) for sheet, x, y in placed)

        return Fitted(y + HEIGHT, HEIGHT / 2, shapes)


def _title(sheet: Sheet, maps: Sequence[Journey], facts: Sequence[tuple[str, ...]]) -> Piece:
    """The title, the summary of each map, and the facts."""
    texts: list[Piece] = [Snug(sheet.style, typeset(sheet.journey.title, sheet.lang), "title", _WIDEST)]
    for state, text in dict.fromkeys((journey.state, text) for journey in maps for text in journey.summary):
        told = f"{sheet.words.word('states', state)}: {text}" if len(maps) > 1 else text
        texts.append(Snug(sheet.style, typeset(told, sheet.lang), "subtitle", _WIDEST))
    known = tuple((name, *(typeset(part, sheet.lang) for part in parts)) for name, *parts in facts)
    return Stack([Stack(texts, 2), *([Told(sheet.style, known)] if known else [])], 11)
