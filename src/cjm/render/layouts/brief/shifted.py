"""The summary of a comparison on one page: the verdict, both curves, what became better and what worse."""

from collections.abc import Iterator
from dataclasses import replace

from cjm.diff.change import Change, Comparison, Direction, Kind
from cjm.diff.rules import RULES
from cjm.render.labels import labels
from cjm.render.layouts.brief.columns import GAP, Section, columns
from cjm.render.layouts.brief.course import Course
from cjm.render.layouts.brief.page import Page
from cjm.render.layouts.brief.past import past
from cjm.render.layouts.comparison import name
from cjm.render.layouts.foot import after, before
from cjm.render.layouts.legend import Entry, Legend
from cjm.render.layouts.merged import Merged, Which
from cjm.render.layouts.notices import line, stamped
from cjm.render.layouts.pieces import Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.press import MARGIN
from cjm.render.layouts.signs import Compass, meant
from cjm.render.layouts.standing import Tile, description, tiles
from cjm.render.layouts.twin import Twin, arrow
from cjm.render.naming import name_of
from cjm.render.scene import Group, Rect, Scene, Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

_HIGHS = (84.0, 66.0, 54.0, 46.0)  # of the curves, on a slide
_LISTS = 0.3  # of the page, that is left for the lists where the curves are to be drawn
_BELOW, _UNDER, _ABOVE = 14.0, 12.0, 10.0  # below the head and the curves, above the legend
_LARGE = 2.0  # times the size of a sign
_RANKS = {rule: rank for rank, rule in enumerate(RULES)}

_LISTED = {
    "better": Direction.IMPROVED, "worse": Direction.WORSENED, "open": Direction.UNKNOWN, "other": Direction.NEUTRAL,
}  # fmt: skip
"""The columns of the page by their words."""


def lay_out(comparison: Comparison, style: Style, size: str, lang: str | None = None) -> tuple[Scene, ...]:
    """What became of a map, as one page of that size."""
    words = labels(lang or comparison.after.lang or comparison.before.lang or "en")
    page = Page(comparison.after, style, words, size, "overview", (comparison.before, comparison.after))
    twin = Twin(comparison, page.sheet.style, words, Merged(comparison, MARGIN, is_folding=True), "overview")
    title = comparison.after.title or comparison.before.title
    head, y = page.head(title, comparison.after.summary or comparison.after.scenario, ())
    shapes: list[Shape] = [head]
    verdict = _Verdict(page, twin).fit(page.span.width)
    shapes += verdict.draw(page.span.x, y + _BELOW)
    y += verdict.height + 2 * _BELOW
    key = Legend(page.sheet, _ENTRIES).within(page.span.width).fit(page.span.width)
    bottom = page.bottom - key.height - _ABOVE
    courses = (Course(page.sheet, page.span, high * page.share, was=past(comparison, twin)) for high in _HIGHS)
    room = bottom - y - _UNDER - _LISTS * page.paper[1]
    if course := next((each for each in courses if not each.is_empty and each.height <= room), None):
        shapes += (course.draw(y), Group("legend", "", key.draw(page.span.x, bottom + _ABOVE)))
        y += course.height + _UNDER
    else:
        bottom = page.bottom
    shapes += columns(page.sheet, tuple(_lists(twin)), Rect(MARGIN, y, page.span.width, bottom - y))
    called, told = f"{name(comparison)}-summary", words.fill("brief", "title", title)
    return (Scene(called, told, description(twin), page.sheet.lang, *page.paper, tuple(shapes), page.share),)


_ENTRIES = (Entry("curve_before", before, table="changes"), Entry("curve_after", after, table="changes"))


@dataclass(frozen=True, slots=True)
class _Large:
    """The sign of a direction in front of a large text."""

    style: Style
    direction: Direction
    indent: float = 30

    def draw(self, x: float, y: float) -> Shapes:
        """One sign, a question mark as large as the text."""
        if self.direction is Direction.UNKNOWN:
            return (self.style.block("?", "title", x, y - self.style.theme.types["title"].leading / 2, 22, "middle"),)
        return meant(self.style, self.direction, x + 11, y, _LARGE)


@dataclass(frozen=True, slots=True)
class _Verdict(Piece):
    """How many changes are better and worse, and below the figures of both sides; as wide as the lists below."""

    page: Page
    twin: Twin

    def fit(self, width: float) -> Fitted:
        """Two rows."""
        style, found = self.page.sheet.style, list(tiles(self.twin))
        counts = [
            Words(style, f"{tile.value} {tile.name}", "title", _Large(style, tile.direction))
            for tile in found
            if tile.direction
        ]
        figures = [self._figure(tile) for tile in found if tile.was is not None]
        wide = (width + GAP) / max(len(counts), len(figures), 1) - GAP
        rows = [[each.fit(wide) for each in row] for row in (counts, figures)]
        highs = [max((each.height for each in row), default=0) for row in rows]

        def shapes(x: float, y: float, _: float) -> Shapes:
            tops = (y, y + highs[0] + _BELOW / 2)
            return tuple(
                Group("figure", "", each.draw(x + index * (wide + GAP), top))
                for row, top in zip(rows, tops, strict=True)
                for index, each in enumerate(row)
            )

        return Fitted(sum(highs) + _BELOW / 2, style.lead("title"), shapes)

    def _figure(self, tile: Tile) -> Piece:
        """A figure of both sides, below its name."""
        style = self.page.sheet.style
        meanings = {"figure-improved": Direction.IMPROVED, "figure-worsened": Direction.WORSENED}
        mark = Compass(style, meanings[tile.look]) if tile.look in meanings else None
        both = arrow(style, tile.was or "", tile.value) if tile.was != tile.value else tile.value
        return Stack([self.page.sheet.text(tile.name, "caption"), Words(style, both, "metric", mark)], 1)


def _lists(twin: Twin) -> Iterator[tuple[Section, ...]]:
    """The lists of changes; the longest of those that matter has the room of those that are empty."""
    sections = {word: _section(twin, word, direction) for word, direction in _LISTED.items()}
    longest = max(("better", "worse", "open"), key=lambda word: len(sections[word].entries))
    spare = sum(not section.entries for section in sections.values())
    for word, section in sections.items():
        across = min(1 + spare, len(section.entries)) if word == longest else 1
        yield (replace(section, across=max(across, 1)),)


def _section(twin: Twin, word: str, direction: Direction) -> Section:
    """The changes of one direction, the largest first: at moments of truth, then as their rules are ranked."""
    found = [change for change in twin.shown if change.direction is direction and not _is_title(change)]
    found.sort(key=lambda change: (-change.weight, _RANKS[change.rule]))
    return Section(twin.words.word("brief", word), [_entry(twin, change) for change in found])


def _is_title(change: Change) -> bool:
    """Whether the head of the page tells it."""
    return change.element.type == "map" and change.field == "title"


def _entry(twin: Twin, change: Change) -> Piece:
    """A change: what it is about, what it was and is, and where that happens."""
    side: Which = "after" if change.after else "before"
    sheet, element = twin.sheet(side), change.element
    moment = twin.moment(side, change.here.moment) if change.here.moment else None
    where = name_of(moment) if moment and name_of(moment) != element.name else ""
    is_whole = not change.field or change.kind is Kind.RENAMED
    told = stamped(twin, change.kind, change.direction, change.rule) if is_whole else line(twin, change)
    rows = [sheet.text(element.name, "body"), told, *sheet.facts(where)]
    address = twin.address(side, element.address) if element.address else ""
    why = (("because", change.because),) if change.because else ()
    return Named("change", element.name, address, Stack(rows, 3), why)
