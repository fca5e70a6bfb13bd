"""Filling pages: strips go one below the other, and a new page begins where one does not fit."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from cjm.render.cut import bounds
from cjm.render.layouts.grid import Span
from cjm.render.layouts.head import head
from cjm.render.layouts.legend import Legend, legend
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
_APART = 22.0  # between the lanes of some stages and other stages below
_NUMBER = 120.0  # what the number of a page may take beside the title


def whole(sheet: Sheet) -> Span:
    """The names of the lanes and the columns of a page."""
    return Span(MARGIN, LABELS + sheet.grid.width)


@dataclass
class _Page:
    """A page that is being filled: how far down it is, and where its lanes begin once it has some.

    One that ``opens`` is the first of its stages. ``told`` are the sheets of all stages that it has lanes of.
    """

    sheet: Sheet
    y: float
    top: float | None = None
    is_empty: bool = True
    opens: bool = False
    told: list[Sheet] = field(default_factory=list)
    grounds: list[Shape] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)


class Press:
    """The pages of a map, filled from the first to the last. ``share`` is that of the size of its type.

    Pages of another view than the swimlane have another head, other rows above their lanes, another legend.
    ``spare`` is the share of a page that must be left for other stages to begin on it, where their first lane fits; 1
    where all begin on a page of their own.
    """

    spare = 1.0

    def __init__(self, sheet: Sheet, paper: tuple[float, float], share: float) -> None:
        self.sheet, self.paper, self.share = sheet, paper, share
        self.span = Span(MARGIN, paper[0] - 2 * MARGIN)
        self.running = self.runner()
        self.pages = [_Page(sheet, MARGIN)]
        self.has_stages = False
        self.highs: dict[tuple[int, bool], float] = {}
        self.broken = 0  # strips that go on on a further page
        title, high = self.heading(0)
        self.put(Strip(title, high, lambda y: self.heading(y)[0].children))
        self.page.y += _BELOW

    def heading(self, y: float) -> tuple[Group, float]:
        """The head of the first page from a given y on, and where it ends."""
        return head(self.sheet, self.span, y, None)

    def runner(self) -> Fitted:
        """What is said again on each further page."""
        return running(self.sheet, self.span)

    def columns(self, sheet: Sheet, y: float) -> tuple[Shapes, float]:
        """The phases and the stages above the lanes of a page, and where they end."""
        bars, y = phases(sheet, y)
        arrows, y = stages(sheet, y)
        return (*bars, *arrows), y

    def again(self, sheet: Sheet, y: float) -> tuple[Shapes, float]:
        """What of them is said again above the lanes of a further page, and where it ends."""
        return self.columns(sheet, y)

    def parted(self, sheet: Sheet, top: float, bottom: float) -> Iterable[Shape]:
        """What stands between the stages of a page, through all lanes."""
        return separators(sheet, top, bottom)

    def key(self, lanes: Collection[str]) -> Legend | None:
        """What the pages need explained, if they have these lanes."""
        return legend(self.sheet.unrolled(), lanes)

    @property
    def lang(self) -> str:
        """The language of the pages."""
        return self.sheet.lang

    def named(self) -> tuple[str, str, str]:
        """What the pages are called, their title, and what they show, in words."""
        journey = self.sheet.journey
        return name(journey), journey.title, describe(journey, self.sheet.words)

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
        """The height that lanes have on the next page, which has no head."""
        if not self.has_stages:
            return self.bottom - self.first
        return self.room_of(self.sheet, opens=self.page.opens and self.page.top is None)

    def room_of(self, sheet: Sheet, *, opens: bool = False) -> float:
        """The same below the stages of a sheet, on their first page or on a further one."""
        return self.bottom - self.first - self._high(sheet, opens=opens) - _UNDER

    @property
    def first(self) -> float:
        """Where further pages begin, below what is said again on each."""
        return MARGIN + self.running.height + _BELOW

    @property
    def header(self) -> float:
        """What the stages take above the lanes of this page."""
        return self._high(self.page.sheet, opens=self.page.opens) + _UNDER if self.has_stages else 0

    def _above(self, sheet: Sheet, y: float, *, opens: bool) -> tuple[Shapes, float]:
        return self.columns(sheet, y) if opens else self.again(sheet, y)

    def _high(self, sheet: Sheet, *, opens: bool) -> float:
        """How high the stages are above the lanes of a page."""
        key = id(sheet), opens
        if key not in self.highs:
            self.highs[key] = self._above(sheet, 0, opens=opens)[1]
        return self.highs[key]

    def begin(self, sheet: Sheet, least: float = 0) -> None:
        """Go on with other stages, on a page of their own, or below the others if lanes so high fit there."""
        room = self.bottom - self.page.y - _APART - self._high(sheet, opens=True) - _UNDER
        if self.page.top is not None and room < max(self.spare * self.paper[1], least):
            self.turn()
        elif self.page.top is not None:
            self._close()
            self.page.top, self.page.y = None, self.page.y + _APART
        self.sheet = self.page.sheet = sheet
        self.page.opens = True
        high = self._high(sheet, opens=True)
        self.has_stages = high <= _TALLEST * self.paper[1]
        if not self.has_stages:
            row = Group("stages", sheet.words.lane("stages"), ())
            self.put(Strip(row, high, lambda y: _apart(self.columns(sheet, y)[0])))
            self.page.y += _UNDER

    def turn(self) -> None:
        """Begin a new page."""
        self._close()
        self.pages.append(_Page(self.sheet, self.first, opens=self.page.opens and self.page.top is None))

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
                shapes, page.y = self._above(page.sheet, page.y, opens=page.opens)
                page.shapes += shapes
                page.y += _UNDER
            page.top = page.y
            page.told.append(page.sheet)
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
            page.grounds += self.parted(page.sheet, page.top, page.y)

    def explain(self, lanes: Collection[str]) -> None:
        """The legend, at the foot of the last page, or of the first, or of another one that has room for it."""
        self._close()
        key = self.key(lanes)
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
        called, title, told = self.named()
        top: Shapes = ()
        if index:
            number = sheet.words.fill("head", "page", str(index + 1), str(len(self.pages)))
            wide = sheet.style.width(number, "note") + 0.01
            text = sheet.style.block(number, "note", self.span.right - wide, MARGIN + 4, wide)
            top = (Group("head", title, (*self.running.draw(MARGIN, MARGIN), text)),)
            called, title = f"{called}-{index + 1}", f"{title} ({number})"
            shown = (place.stage for each in page.told or [sheet] for place in each.grid.places())
            told = ", ".join(name_of(stage) for stage in shown)
        wide, high = self.paper
        shapes = (*page.grounds, *top, *page.shapes)
        return Scene(called, title, told, self.lang, wide, high, shapes, self.share)


def running(sheet: Sheet, span: Span) -> Fitted:
    """What is said again on each page: the state of the map, and its title where that is not too long."""
    state = tag(sheet, 0, 0)
    beside = bounds(state).right + 10
    title = sheet.text(sheet.journey.title, "lane").fit(span.width - beside - _NUMBER)
    is_short = title.height <= 2.5 * sheet.style.theme.types["lane"].leading
    down = max(HEIGHT - title.height, 0) / 2

    def shapes(x: float, y: float, _: float) -> Shapes:
        return (tag(sheet, x, y), *(title.draw(x + beside, y + down) if is_short else ()))

    return Fitted(max(HEIGHT, title.height if is_short else 0), 0, shapes)


def _apart(shapes: Shapes) -> Shapes:
    """What is in groups, for itself."""
    return tuple(each for group in shapes if isinstance(group, Group) for each in group.children)
