"""The head of a comparison: both maps by their state and title, and what became better or worse, in large figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cjm.diff.change import Count, Direction
from cjm.render.amounts import number
from cjm.render.layouts.grid import Span
from cjm.render.layouts.pieces import Fitted, Piece, Shapes
from cjm.render.layouts.shift import scale_of
from cjm.render.layouts.signs import meant
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.layouts.title import Snug
from cjm.render.layouts.twin import SIDES, Twin
from cjm.render.naming import Naming
from cjm.render.scene import Group, Line, Picture, Polygon, Rect, Shape, Text
from cjm.render.text import Style
from cjm.render.typography import typeset
from cjm.render.values import dataclass

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
        sign = 40.0 if self.direction else 0.0
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
                found += meant(style, self.direction, x + 15, y + leading / 2 + 1, 2.9)
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
    row = list(tiles(twin))
    broad = sum(tile.width for tile in row) + _APART * (len(row) - 1)
    reach = max(shape.box.right for shape in texts if isinstance(shape, Text))
    if reach + 2 * _APART + broad <= left.right:
        high = row[0].fit(row[0].width).height
        top = y + max((bottom - 6 - y - high) / 2, 0)
        strip, end = _strip(row, Span(left.right - broad, broad + _SLACK), top)
        return Group("head", twin.comparison.after.title, (*shapes, *texts, *strip)), max(end, bottom, y + high)
    strip, end = _strip(row, span, max(bottom, y + high) + 18)
    return Group("head", twin.comparison.after.title, (*shapes, *texts, *strip)), end


def _titles(twin: Twin, span: Span, y: float) -> tuple[Shapes, float]:
    """The title, the old one above it where it was another; then each side's state and summary."""
    before, after = twin.comparison.before, twin.comparison.after
    shapes: list[Shape] = []
    if before.title and after.title and before.title != after.title:
        was = Snug(
            twin.style, twin.words.fill("changes", "was", typeset(before.title, twin.before.lang)), "subtitle", _WIDEST
        )
        fitted = was.fit(span.width)
        shapes += fitted.draw(span.x, y)
        y += fitted.height
    title = Snug(twin.style, typeset(after.title or before.title, twin.after.lang), "headline", _WIDEST).fit(span.width)
    shapes += title.draw(span.x, y)
    y += title.height + 8
    if before.state == after.state and before.summary == after.summary:
        return tuple(shapes), y
    tags = [tag(twin.sheet(side), span.x, 0) for side in SIDES]
    aside = max(_reach(each) for each in tags) - span.x + _BESIDE
    for side in SIDES:
        journey = twin.journey(side)
        text = typeset(" ".join(journey.summary or journey.scenario), twin.sheet(side).lang)
        told = Snug(twin.style, text, "summary", _WIDEST).fit(span.width - aside)
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


def _strip(row: Sequence[Tile], span: Span, y: float) -> tuple[Shapes, float]:
    """The figures side by side, in as few rows as will do, all of about the same number."""
    shapes: list[Shape] = []
    for some in _rows(row, span.width):
        x, bottom = span.x, y
        for tile in some:
            fitted = tile.fit(min(tile.width, span.width))
            if x > span.x:
                shapes.append(Line("rule", (x - _APART / 2, y + 8), (x - _APART / 2, y + fitted.height - 2)))
            shapes.append(Group("figure", _spoken(tile), fitted.draw(x, y)))
            x, bottom = x + min(tile.width, span.width) + _APART, max(bottom, y + fitted.height)
        y = bottom + _ROW
    return tuple(shapes), y - _ROW


def _rows(tiles: Sequence[Tile], width: float) -> list[Sequence[Tile]]:
    """The tiles in rows of a width."""
    for count in range(1, len(tiles) + 1):
        most = -(-len(tiles) // count)
        rows = [tiles[start : start + most] for start in range(0, len(tiles), most)]
        if all(sum(tile.width for tile in row) + _APART * (len(row) - 1) <= width for row in rows):
            return rows
    return [[tile] for tile in tiles]


def _spoken(tile: Tile) -> str:
    return f"{tile.name}: {tile.value}" if tile.was is None else f"{tile.name}: {tile.was} → {tile.value}"


def tiles(twin: Twin) -> Iterator[Tile]:
    """How many changes there are of each direction, then the figures of both sides."""
    summary, words = twin.comparison.summary, twin.words
    for direction, count in zip(Direction, summary[:4], strict=True):
        if count or direction in {Direction.IMPROVED, Direction.WORSENED}:
            yield Tile(twin.style, words.word("changes", str(direction)), str(count), direction=direction)
    naming = Naming(replace(twin.comparison.after, scale=scale_of(twin)), words)
    figures: Sequence[tuple[str, Count, int]] = (
        ("emotion", summary.emotion, 1), ("pains", summary.pains, -1),
        ("handoffs", summary.handoffs, -1), ("automated", summary.automated, 0),
    )  # fmt: skip
    for key, both, better in figures:
        before, after = (_written(naming, key, value) for value in both)
        look = "figure"
        if better and both.before is not None and both.after is not None and before != after:
            look += "-improved" if (both.after - both.before) * better > 0 else "-worsened"
        name = words.lane(key) if key == "pains" else words.word("changes", key)
        yield Tile(twin.style, name, after, before, look=look)


def _written(naming: Naming, key: str, value: float | None) -> str:
    """A figure as it is shown; a question mark where the maps do not hold it."""
    if value is None:
        return "?"
    return naming.score(value) if key == "emotion" else number(value, naming.words)


def description(twin: Twin) -> str:
    """The summary in a line, for those who cannot see the picture."""
    words, found = twin.words, list(tiles(twin))
    states = (words.word("states", twin.journey(side).state) for side in SIDES)
    told = ", ".join(f"{tile.name} {tile.value}" for tile in found if tile.was is None)
    figures = "; ".join(f"{tile.name} {tile.was} → {tile.value}" for tile in found if tile.was is not None)
    return f"{words.fill('changes', 'compared', *states)} {told}. {figures}."
