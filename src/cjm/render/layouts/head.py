"""The head of a picture: what the map is about, for whom it is told, and the legend.

In a wide picture the title stands at the left, the legend at the right and the personas between them; in a narrow one
they stand one below the other.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from cjm.render.layouts.grid import GUTTER, Span
from cjm.render.layouts.legend import Entry, Legend, legend
from cjm.render.layouts.personas import Cards, personas
from cjm.render.layouts.pieces import Piece, Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.layouts.title import title
from cjm.render.scene import Group, Picture, Rect, Shape, Text
from cjm.render.values import dataclass

_WIDE, _WIDEST = 900.0, 1500.0  # from here on parts stand side by side; a long legend in two columns
_TALL = 6  # entries of a legend that may stand in one column
_BESIDE, _BELOW = 36.0, 18.0  # between two parts
_UNDER = 8.0  # between the tag and the title
_TITLE, _SHARE = 420.0, 0.34  # the least room the title gets beside the personas: in points, and of both together
_LOGO = (120.0, 40.0)

Placed = Iterator[tuple[Shapes, float]]
"""Parts of the head, each with where it ends."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a head is made of; some maps have no cards, plain pictures no legend, most themes no logo."""

    sheet: Sheet
    title: Piece
    cards: Cards | None
    legend: Legend | None
    logo: tuple[float, float]

    def draw_logo(self, right: float, y: float) -> Shapes:
        """The logo, with its upper right corner in that place."""
        logo, (wide, high) = self.sheet.style.theme.logo, self.logo
        if not logo:
            return ()
        picture = Picture(Rect(right - wide, y, wide, high), logo.media, logo.data)
        return (Group("logo", self.sheet.words.word("head", "logo"), (picture,)),)


def head(
    sheet: Sheet, span: Span, y: float, lanes: Collection[str] | None, more: Sequence[Entry] = ()
) -> tuple[Group, float]:
    """The head from a given y on, and where it ends.

    ``lanes`` are the keys of those that the picture has; without any the legend stands elsewhere. ``more`` is what it
    explains beside what all pictures share.
    """
    cards, names = personas(sheet)
    logo = sheet.style.theme.logo
    key = None if lanes is None else legend(sheet, lanes, more)
    parts = Parts(sheet, title(sheet, names), cards, key, logo.fit(*_LOGO) if logo else (0, 0))
    arrange = _abreast if span.width >= _WIDE else _stacked
    placed = list(arrange(parts, span, y))
    shapes = tuple(shape for drawn, _ in placed for shape in drawn)
    return Group("head", sheet.journey.title, shapes), max(bottom for _, bottom in placed)


def _stacked(parts: Parts, span: Span, y: float) -> Placed:
    """The tag and the logo in a row, everything else one below the other."""
    high = max(HEIGHT, parts.logo[1])
    row = (tag(parts.sheet, span.x, y + (high - HEIGHT) / 2), *parts.draw_logo(span.right, y))
    yield row, y + high
    y += high + _UNDER
    for piece in (parts.title, parts.cards, parts.legend and parts.legend.within(span.width)):
        if piece:
            fitted = piece.fit(span.width)
            yield fitted.draw(span.x, y), y + fitted.height
            y += fitted.height + _BELOW


def _abreast(parts: Parts, span: Span, y: float) -> Placed:
    """Title, cards and legend side by side; the cards below the title where they would leave it too little room."""
    key = parts.legend
    if key and len(key.entries) > _TALL and span.width >= _WIDEST:
        key = key.within(_WIDEST / 2, most=2)
    aside = max(key.width if key else 0, parts.logo[0])
    left = Span(span.x, span.width - aside - (_BESIDE if aside else 0))
    beside = [(parts.draw_logo(span.right, y), y + parts.logo[1])]
    if key:
        top = y + (parts.logo[1] + _BELOW if parts.logo[1] else 2)
        fitted = key.fit(aside)
        beside.append((fitted.draw(span.right - key.width, top), top + fitted.height))
    yield from _titled(parts, left, y, lambda top: span if top >= beside[-1][1] + _BELOW else left)
    yield from beside


def _titled(parts: Parts, span: Span, y: float, below: Callable[[float], Span]) -> Placed:
    """The tag, the title and the cards: beside it where there is room, else below, with the room there is from a y on."""
    cards, top = parts.cards, y + HEIGHT + _UNDER
    room = span.width - _BESIDE - max(_TITLE, _SHARE * span.width)
    fitting = (wide for wide in cards.widths(parts.sheet.grid.column) if wide <= room) if cards else ()
    wide = next(iter(fitting), 0.0)
    title = parts.title.fit(span.width - (wide + _BESIDE if wide else 0))
    texts, bottom = title.draw(span.x, top), top + title.height
    yield (tag(parts.sheet, span.x, y), *texts), bottom
    if cards and wide:
        x = _between(parts.sheet, max(map(_reach, texts)) + _BESIDE, span.right - wide)
        fitted = cards.fit(wide)
        yield fitted.draw(x, y), y + fitted.height
    elif cards:
        top = bottom + _BELOW
        fitted = cards.fit(below(top).width)
        yield fitted.draw(span.x, top), top + fitted.height


def _between(sheet: Sheet, first: float, last: float) -> float:
    """Where a column begins, about half-way between two places; at the second where none does."""
    grid, half = sheet.grid, (first + last) / 2
    starts = (grid.span.x + GUTTER + index * grid.column for index in range(sum(grid.columns)))
    return min((x for x in starts if first <= x <= last), key=lambda x: abs(x - half), default=last)


def _reach(shape: Shape) -> float:
    """How far to the right a text goes."""
    return shape.box.right if isinstance(shape, Text) else 0
