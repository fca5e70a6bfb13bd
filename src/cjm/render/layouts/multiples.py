"""Small multiples: how each figure of a map went from version to version, in panels of one size on one time axis."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cjm.diff.change import Direction
from cjm.diff.history import History
from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.layouts.balance import Balance
from cjm.render.layouts.grid import Grid
from cjm.render.layouts.panel import Panel
from cjm.render.layouts.pieces import Shapes, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.signs import meant
from cjm.render.layouts.steps import MARK, Steps, sides
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.layouts.timeline import Timeline
from cjm.render.layouts.title import Snug
from cjm.render.naming import Naming
from cjm.render.scene import Dot, Group, Line, Picture, Rect, Scene, Shape
from cjm.render.text import Style
from cjm.render.trends import Trends, worth_telling
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_WIDE, _HIGH = 1280.0, 720.0  # of a page: a slide, or one of that shape where there is more to tell
_MARGIN = 40.0
_NARROWEST, _LOWEST = 176.0, 52.0  # points of a panel, and of the course in it
_ACROSS, _DOWN = 28.0, 22.0  # between two panels
_OVER, _UNDER = 8.0, 12.0  # above and below the texts of a panel
_DATES = 18.0  # what the dates take below the courses
_TITLE = 960.0
_UNDER_TAG, _BELOW = 8.0, 24.0  # below the tag, and below the head
_FOOT, _LEGEND = 28.0, 14.0  # what the legend takes below the panels, and how high it is
_APART = 24.0  # between two entries of the legend
_GAP = 0.05  # what a gap in the last row weighs, as a share of the size of the page
_LOGO = (120.0, 40.0)
_SLACK = 0.01


def lay_out(history: History, journey: Journey, style: Style, lang: str | None = None) -> tuple[Scene, ...]:
    """The history of a map as one picture; ``journey`` is the map as it is now."""
    words = labels(lang or journey.lang or "en")
    sheet = Sheet(journey, style, words, Grid(journey, _MARGIN))
    timeline = Timeline(tuple(stop.version.date for stop in history.stops))
    trends = Trends(history, Naming(journey, words))
    panels = [Panel(trends, trend, style) for trend in worth_telling(history)]
    balance = Balance(style, words, timeline, [panel.trend.direction for panel in panels])
    title = Stack([Snug(style, typeset(journey.title, sheet.lang), "title", _TITLE), balance], 12)
    top = _MARGIN + HEIGHT + _UNDER_TAG
    table, height = _page(panels, top + title.height(_WIDE - 2 * _MARGIN) + _BELOW, _FOOT + _MARGIN)
    head = title.fit(table.width)
    tagged = (tag(sheet, _MARGIN, _MARGIN), *_logo(sheet, _MARGIN + table.width), *head.draw(_MARGIN, top))
    top += head.height + _BELOW
    return (
        Scene(
            name="-".join((journey.id or "map", journey.state, "history")),
            title=journey.title,
            description=". ".join(panel.label for panel in panels),
            lang=sheet.lang,
            width=table.width + 2 * _MARGIN,
            height=height,
            children=(
                Group("head", journey.title, tagged),
                *table.draw(_MARGIN, top, height - _MARGIN - _FOOT - top, timeline),
                *_legend(sheet, panels, height - _MARGIN - _LEGEND),
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """Panels in rows and columns, in a width; all courses are of one size, the texts above them level in each row."""

    panels: Sequence[Panel]
    columns: int
    width: float

    @property
    def rows(self) -> list[Sequence[Panel]]:
        """The panels row by row."""
        return [self.panels[start : start + self.columns] for start in range(0, len(self.panels), self.columns)]

    @property
    def panel(self) -> float:
        """How wide a panel is."""
        return (self.width + _ACROSS) / self.columns - _ACROSS

    @property
    def heads(self) -> list[float]:
        """How high the texts are in each row."""
        return [max(panel.head.height(self.panel) for panel in row) for row in self.rows]

    @property
    def spare(self) -> float:
        """What is needed beside the courses: texts, gaps and dates."""
        return sum(self.heads) + len(self.rows) * (_OVER + _UNDER + _DOWN) - _DOWN + _DATES

    def draw(self, x: float, y: float, height: float, timeline: Timeline) -> Iterator[Shape]:
        """The panels from a corner on, as high as they have to be together; the lowest of each column is dated."""
        aside = max(panel.style.width(text, "axis") for panel in self.panels for _, text in sides(panel)) + 7
        high = (height - self.spare) / len(self.rows)
        for index, (row, head) in enumerate(zip(self.rows, self.heads, strict=True)):
            for column, panel in enumerate(row):
                left, top = x + column * (self.panel + _ACROSS), y + _OVER
                plot = Rect(left, top + head + _UNDER, self.panel, high)
                is_lowest = (index + 1) * self.columns + column >= len(self.panels)
                shapes = (
                    Line("stage-rule", (left, y), (left + self.panel, y)),
                    *panel.head.fit(self.panel).draw(left, top),
                    *Steps(panel, timeline, plot, aside).draw(is_dated=is_lowest),
                )
                yield Group("panel", panel.label, shapes, panel.address, panel.told(timeline.days))
            y += _OVER + head + _UNDER + high + _DOWN


def _page(panels: Sequence[Panel], above: float, below: float) -> tuple[_Table, float]:
    """The table on the smallest page of the shape of a slide, and how high that is; a full last row is worth a little."""

    def page(columns: int) -> tuple[float, _Table, float]:
        narrow = _Table(panels, columns, columns * (_NARROWEST + _ACROSS) - _ACROSS)
        tall = above + narrow.spare + len(narrow.rows) * _LOWEST + below
        share = max((narrow.width + 2 * _MARGIN) / _WIDE, tall / _HIGH, 1.0)
        weight = share * (1 + _GAP * (-len(panels) % columns))
        return weight, _Table(panels, columns, share * _WIDE - 2 * _MARGIN), share * _HIGH

    return min((page(columns) for columns in range(1, len(panels) + 1)), key=lambda each: each[0])[1:]


class _Entry(NamedTuple):
    """A word of the legend behind its sample, which is drawn from an x on around a y."""

    word: str
    width: float
    sample: Callable[[float, float], Shapes]


def _entries(style: Style, panels: Sequence[Panel]) -> Iterator[_Entry]:
    """What needs to be explained."""
    directions = {panel.trend.direction for panel in panels}
    if Direction.IMPROVED in directions:
        yield _Entry("better", 10, lambda x, y: meant(style, Direction.IMPROVED, x + 5, y))
    if Direction.WORSENED in directions:
        yield _Entry("worse", 10, lambda x, y: meant(style, Direction.WORSENED, x + 5, y))
    yield _Entry("version", 24, lambda x, y: (Line("spark", (x, y), (x + 24, y)), Dot("spark-end", (x + 12, y), MARK)))
    if any(panel.target is not None for panel in panels):
        yield _Entry("target", 24, lambda x, y: (Line("target", (x, y), (x + 24, y)),))


def _legend(sheet: Sheet, panels: Sequence[Panel], y: float) -> Iterator[Shape]:
    """What the signs mean, side by side."""
    style, x = sheet.style, _MARGIN
    for entry in _entries(style, panels):
        text = sheet.words.word("history", entry.word)
        room = style.width(text, "legend") + _SLACK
        yield from entry.sample(x, y + style.theme.types["legend"].leading / 2)
        yield style.block(text, "legend", x + entry.width + 6, y, room)
        x += entry.width + 6 + room + _APART


def _logo(sheet: Sheet, right: float) -> Iterator[Shape]:
    """The logo of the theme in the upper right corner."""
    if logo := sheet.style.theme.logo:
        wide, high = logo.fit(*_LOGO)
        picture = Picture(Rect(right - wide, _MARGIN, wide, high), logo.media, logo.data)
        yield Group("logo", sheet.words.word("head", "logo"), (picture,))
