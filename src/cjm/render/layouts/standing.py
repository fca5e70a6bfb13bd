"""The head of a comparison: both maps by their state and title, and what became better or worse, in large figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.diff.change import Count, Direction
from cjm.render.amounts import number
from cjm.render.layouts.grid import Span
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Words
from cjm.render.layouts.shift import scale_of
from cjm.render.layouts.signs import meant
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.layouts.title import Snug
from cjm.render.layouts.twin import SIDES, Twin
from cjm.render.naming import Naming
from cjm.render.scene import Group, Line, Picture, Polygon, Rect, Shape
from cjm.render.text import Style
from cjm.render.typography import typeset

_WIDEST = 900.0  # of a text; a longer row is hard to read
_BESIDE = 12.0  # between a tag and its text
_APART, _ROW = 34.0, 16.0  # between two tiles, and between two rows of them
_LOGO = (120.0, 40.0)
_ARROW = 20.0
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Tile(Piece):
    """A large figure and its name; before it the figure as it was, or the sign of what is counted."""

    style: Style
    name: str
    value: str
    was: str | None = None
    direction: Direction | None = None
    look: str = "figure"

    @property
    def width(self) -> float:
        """As wide as its figures or its name."""
        return max(sum(self._widths()), self.style.width(self.name, "figure-name")) + _SLACK

    def _widths(self) -> tuple[float, float, float]:
        """Those of the sign, of the figure before with its arrow, and of the figure itself."""
        sign = 34.0 if self.direction else 0.0
        was = 0.0 if self.was is None else self.style.width(self.was, "figure-was") + _ARROW + 16
        return sign, was, self.style.width(self.value, self.look)

    def fit(self, width: float) -> Fitted:
        """Two rows: the figures, and below them the name."""
        style = self.style
        leading = style.theme.types["figure"].leading
        high = style.height(self.name, "figure-name", width)

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: list[Shape] = []
            sign, was, wide = self._widths()
            if self.direction:
                found += meant(style, self.direction, x + 13, y + leading / 2 + 1, 2.4)
            if self.was is not None:
                down = style.lead("figure") - style.lead("figure-was")
                found.append(style.block(self.was, "figure-was", x + sign, y + down, was))
                found += _arrow(x + sign + was - _ARROW - 8, y + leading / 2 + 1)
            found.append(style.block(self.value, self.look, x + sign + was, y, wide + _SLACK))
            found.append(style.block(self.name, "figure-name", x, y + leading, width))
            return tuple(found)

        return Fitted(leading + high, style.lead("figure"), shapes)


def _arrow(x: float, y: float) -> tuple[Shape, ...]:
    tip = x + _ARROW
    return (
        Line("figure-arrow", (x, y), (tip - 6, y)),
        Polygon("figure-arrow-head", ((tip - 8, y - 5), (tip - 8, y + 5), (tip, y))),
    )


def standing(twin: Twin, span: Span, y: float) -> tuple[Group, float]:
    """The head from a given y on, and where it ends."""
    shapes: list[Shape] = []
    logo = twin.style.theme.logo
    wide, high = logo.fit(*_LOGO) if logo else (0.0, 0.0)
    if logo:
        picture = Picture(Rect(span.right - wide, y, wide, high), logo.media, logo.data)
        shapes.append(Group("logo", twin.words.word("head", "logo"), (picture,)))
    left = Span(span.x, span.width - (wide + 24 if wide else 0))
    texts, bottom = _titles(twin, left, y)
    tiles, end = _strip(twin, span, max(bottom, y + high) + 18)
    return Group("head", twin.comparison.after.title, (*shapes, *texts, *tiles)), end


def _titles(twin: Twin, span: Span, y: float) -> tuple[Shapes, float]:
    """The title, the old one above it where it was another; then each side's state and summary."""
    before, after = twin.comparison.before, twin.comparison.after
    shapes: list[Shape] = []
    if before.title != after.title:
        was = Snug(twin.style, twin.words.fill("changes", "was", typeset(before.title, twin.before.lang)), "subtitle", _WIDEST)
        fitted = was.fit(span.width)
        shapes += fitted.draw(span.x, y)
        y += fitted.height
    title = Snug(twin.style, typeset(after.title, twin.after.lang), "title", _WIDEST).fit(span.width)
    shapes += title.draw(span.x, y)
    y += title.height + 8
    if before.state == after.state and before.summary == after.summary:
        return tuple(shapes), y
    tags = [tag(twin.sheet(side), span.x, 0) for side in SIDES]
    aside = max(_reach(each) for each in tags) - span.x + _BESIDE
    for side in SIDES:
        journey = twin.journey(side)
        text = typeset(" ".join(journey.summary or journey.scenario), twin.sheet(side).lang)
        told = Snug(twin.style, text, "subtitle", _WIDEST).fit(span.width - aside)
        high = max(HEIGHT, told.height)
        shapes.append(tag(twin.sheet(side), span.x, y + (high - HEIGHT) / 2))
        shapes += told.draw(span.x + aside, y + (high - told.height) / 2) if text else ()
        y += high + 6
    return tuple(shapes), y


def _reach(shape: Group) -> float:
    """How far to the right a tag goes."""
    xs = [x for each in shape.children if isinstance(each, Polygon) for x, _ in each.points]
    xs += [each.rect.right for each in shape.children if hasattr(each, "rect")]
    return max(xs, default=0)


def _strip(twin: Twin, span: Span, y: float) -> tuple[Shapes, float]:
    """The figures side by side, in further rows where one is not enough."""
    shapes: list[Shape] = []
    x, bottom = span.x, y
    for tile in tiles(twin):
        wide = min(tile.width, span.width)
        if x > span.x and x + wide > span.right:
            x, y = span.x, bottom + _ROW
        fitted = tile.fit(wide)
        if x > span.x:
            shapes.append(Line("rule", (x - _APART / 2, y + 8), (x - _APART / 2, y + fitted.height - 2)))
        shapes.append(Group("figure", _spoken(tile), fitted.draw(x, y)))
        x, bottom = x + wide + _APART, max(bottom, y + fitted.height)
    return tuple(shapes), bottom


def _spoken(tile: Tile) -> str:
    return f"{tile.name}: {tile.value}" if tile.was is None else f"{tile.name}: {tile.was} → {tile.value}"


def tiles(twin: Twin) -> Iterator[Tile]:
    """How many changes there are of each direction, then the figures of both sides."""
    summary, words = twin.comparison.summary, twin.words
    for direction, count in zip(Direction, summary[:4], strict=True):
        if count or direction in {Direction.IMPROVED, Direction.WORSENED}:
            yield Tile(twin.style, words.word("changes", str(direction)), str(count), direction=direction)
    scale = scale_of(twin)

    def feeling(value: float) -> str:
        return naming.score(value)

    naming = Naming(_scaled(twin, scale), words)
    plain: Sequence[tuple[str, Count, int]] = (
        ("emotion", summary.emotion, 1), ("pains", summary.pains, -1),
        ("handoffs", summary.handoffs, -1), ("automated", summary.automated, 0),
    )  # fmt: skip
    for key, count, better in plain:
        write = feeling if key == "emotion" else lambda value: number(value, words)
        before, after = ("?" if value is None else write(value) for value in count)
        look = "figure"
        if better and count.before is not None and count.after is not None and before != after:
            look += "-improved" if (count.after - count.before) * better > 0 else "-worsened"
        yield Tile(twin.style, words.word("changes", key), after, before, look=look)


def _scaled(twin: Twin, scale):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(twin.comparison.after, scale=scale)


def description(twin: Twin) -> str:
    """The summary in a line, for those who cannot see the picture."""
    told = [f"{tile.name} {tile.value}" for tile in tiles(twin) if tile.was is None]
    figures = [f"{tile.name} {tile.was} → {tile.value}" for tile in tiles(twin) if tile.was is not None]
    return f"{twin.words.fill('changes', 'compared', *(_state(twin, side) for side in SIDES))} {', '.join(told)}. {'; '.join(figures)}."


def _state(twin: Twin, side) -> str:  # type: ignore[no-untyped-def]
    return twin.words.word("states", twin.journey(side).state)
