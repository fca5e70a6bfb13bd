"""Filling pages: strips go one below the other, and a new page begins where one does not fit."""

from collections.abc import Collection
from dataclasses import dataclass, field

from cjm.render.cut import bounds
from cjm.render.layouts.grid import Span
from cjm.render.layouts.head import head
from cjm.render.layouts.legend import legend
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import phases, stages
from cjm.render.layouts.strips import Strip
from cjm.render.layouts.swimlane import name, separators, visibility
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.naming import name_of
from cjm.render.prose import describe
from cjm.render.scene import Box, Group, Line, Rect, Scene, Shape

MARGIN = 24.0
LABELS = 120.0
"""The width of the column of lane labels."""

_TALLEST = 1 / 3  # of a page: stages that take more are not said again on the next
_BELOW, _UNDER = 16.0, 8.0  # below the head, and below the stages
_ABOVE = 12.0  # above the legend
_NUMBER = 120.0  # what the number of a page may take beside the title


def whole(sheet: Sheet) -> Span:
    """The names of the lanes and the columns of a page."""
    return Span(MARGIN, LABELS + sheet.grid.width)


@dataclass
class _Page:
    """A page that is being filled: how far down it is, and where its lanes begin once it has some."""

    sheet: Sheet
    y: float
    top: float | None = None
    is_empty: bool = True
    grounds: list[Shape] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)


class Press:
    """The pages of a map, filled from the first to the last. ``share`` is that of the size of its type."""

    def __init__(self, sheet: Sheet, paper: tuple[float, float], share: float) -> None:
        self.sheet, self.paper, self.share = sheet, paper, share
        self.span = Span(MARGIN, paper[0] - 2 * MARGIN)
        self.running = _running(sheet, self.span)
        self.pages = [_Page(sheet, MARGIN)]
        self.has_stages = False
        self.broken = 0  # strips that go on on a further page
        title, high = head(sheet, self.span, 0, None)
        self.put(Strip(title, high, lambda y: head(sheet, self.span, y, None)[0].children))
        self.page.y += _BELOW

    @property
    def page(self) -> _Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def bottom(self) -> float:
        """Where pages end."""
        return self.paper[1] - MARGIN

    @property
    def room(self) -> float:
        """The height that lanes have on a page without a head."""
        return self.bottom - self.first - self.header

    @property
    def first(self) -> float:
        """Where further pages begin, below what is said again on each."""
        return MARGIN + self.running.height + _BELOW

    @property
    def header(self) -> float:
        """What the stages take above the lanes."""
        return _stages(self.sheet, 0)[1] + _UNDER if self.has_stages else 0

    def begin(self, sheet: Sheet) -> None:
        """Go on with other stages, on a page of their own."""
        if self.page.top is not None:
            self.turn()
        self.sheet = self.page.sheet = sheet
        high = _stages(sheet, 0)[1]
        self.has_stages = high <= _TALLEST * self.paper[1]
        if not self.has_stages:
            row = Group("stages", sheet.words.lane("stages"), ())
            self.put(Strip(row, high, lambda y: _apart(_stages(sheet, y)[0])))
            self.page.y += _UNDER

    def turn(self) -> None:
        """Begin a new page."""
        self._close()
        self.pages.append(_Page(self.sheet, self.first))

    def put(self, strip: Strip) -> None:
        """A strip on this page, or on the next; what of it is too high even for that goes on there."""
        above = self.header if strip.is_lane and self.page.top is None else 0
        left = self.bottom - self.page.y - above - self._over(strip)
        fitting, rest = strip.cut(left, self.room)
        is_begun = fitting and strip.height > self.room and left > self.room / 3
        if rest and not self.page.is_empty and not is_begun:
            self.turn()
            self.put(strip)
            return
        self._set(fitting or strip)
        if rest and fitting:
            self.broken += 1
            self.turn()
            self.put(rest)

    def _set(self, strip: Strip) -> None:
        """A strip in its place."""
        if strip.is_lane:
            self._open(strip)
        page = self.page
        if strip.is_shaded:
            page.grounds.append(Box("lane-alt", Rect(MARGIN, page.y, whole(page.sheet).width, strip.height)))
        page.shapes.append(strip.shapes(page.y))
        page.y += strip.height
        page.is_empty = False

    def _over(self, strip: Strip) -> float:
        """What stands above a lane from which on the customer sees nothing."""
        return visibility(self.sheet, whole(self.sheet), 0)[1] if strip.is_hidden else 0

    def _open(self, strip: Strip) -> None:
        """What stands above a lane: the stages where it is the first one, a rule, the line of visibility."""
        page = self.page
        if page.top is None:
            if self.has_stages:
                shapes, page.y = _stages(page.sheet, page.y)
                page.shapes += shapes
                page.y += _UNDER
            page.top = page.y
        span = whole(page.sheet)
        page.grounds.append(Line("rule", (span.x, page.y), (span.right, page.y)))
        if strip.is_hidden:
            line, page.y = visibility(page.sheet, span, page.y)
            page.shapes.append(line)

    def _close(self) -> None:
        """End the lanes of this page."""
        page, span = self.page, whole(self.page.sheet)
        if page.top is not None:
            page.grounds.append(Line("rule", (span.x, page.y), (span.right, page.y)))
            page.grounds += separators(page.sheet, page.top, page.y)

    def explain(self, lanes: Collection[str]) -> None:
        """The legend, at the foot of the last page, or of the first, or of another one that has room for it."""
        self._close()
        key = legend(self.sheet.unrolled(), lanes)
        if not key:
            return
        fitted = key.within(self.span.width).fit(self.span.width)
        y = self.bottom - fitted.height
        free = [page for page in (self.page, *self.pages) if page.y + _ABOVE <= y]
        page = free[0] if free else _Page(self.sheet, self.first)
        if not free:
            self.pages.append(page)
        page.shapes.append(Group("legend", "", fitted.draw(MARGIN, y)))

    def scenes(self) -> tuple[Scene, ...]:
        """The finished pages."""
        return tuple(self._scene(page, index) for index, page in enumerate(self.pages))

    def _scene(self, page: _Page, index: int) -> Scene:
        sheet = page.sheet
        called, title = name(sheet.journey), sheet.journey.title
        top: Shapes = ()
        told = describe(sheet.journey, sheet.words)
        if index:
            number = sheet.words.fill("head", "page", str(index + 1), str(len(self.pages)))
            wide = sheet.style.width(number, "note") + 0.01
            text = sheet.style.block(number, "note", self.span.right - wide, MARGIN + 4, wide)
            top = (Group("head", title, (*self.running.draw(MARGIN, MARGIN), text)),)
            called, title = f"{called}-{index + 1}", f"{title} ({number})"
            told = ", ".join(name_of(place.stage) for place in sheet.grid.places())
        wide, high = self.paper
        shapes = (*page.grounds, *top, *page.shapes)
        return Scene(called, title, told, sheet.lang, wide, high, shapes, self.share)


def _running(sheet: Sheet, span: Span) -> Fitted:
    """What is said again on each page: the state of the map, and its title where that is not too long."""
    state = tag(sheet, 0, 0)
    beside = bounds(state).right + 10
    title = sheet.text(sheet.journey.title, "lane").fit(span.width - beside - _NUMBER)
    is_short = title.height <= 2.5 * sheet.style.theme.types["lane"].leading
    down = max(HEIGHT - title.height, 0) / 2

    def shapes(x: float, y: float, _: float) -> Shapes:
        return (tag(sheet, x, y), *(title.draw(x + beside, y + down) if is_short else ()))

    return Fitted(max(HEIGHT, title.height if is_short else 0), 0, shapes)


def _stages(sheet: Sheet, y: float) -> tuple[Shapes, float]:
    """The phases and the stages of a page, and where they end."""
    bars, y = phases(sheet, y)
    arrows, y = stages(sheet, y)
    return (*bars, *arrows), y


def _apart(shapes: Shapes) -> Shapes:
    """What is in groups, for itself."""
    return tuple(each for group in shapes if isinstance(group, Group) for each in group.children)
