"""The flow of a map on pages: stretches of it one below the other, like lines of a text.

What leads to another stretch ends in a pill that says where, and comes out of one there that says from where. The type
shrinks before a map takes several pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cjm.model.journey import Journey
from cjm.render.labels import labels
from cjm.render.layouts.flow.chart import Chart
from cjm.render.layouts.flow.course import Course, Sizes
from cjm.render.layouts.flow.keys import key
from cjm.render.layouts.flow.net import settled
from cjm.render.layouts.flow.part import Part
from cjm.render.layouts.flow.picture import about, called
from cjm.render.layouts.grid import Grid
from cjm.render.layouts.legend import Legend
from cjm.render.layouts.press import MARGIN, Press
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip
from cjm.render.scene import Group, Scene
from cjm.render.sizes import paper
from cjm.render.text import Style
from cjm.render.views import Wish

_SHARES = (1.0, 0.93, 0.87)  # of the size of type
_APART = 20.0  # between two stretches
_CARD, _TEXT, _FAN = 172.0, 108.0, 26.0  # points: the width of a card, of a text at a line, and where lines spread
_PART, _BIT = 0.19, 0.12  # the most that a card and a text take of the width of a page
_BROKEN = 0.2  # of a stretch: what it costs to break a stage
_FULL = 0.8  # what the cards of a column take of the height of a page: lines pass above and below


class _Press(Press):
    """The pages of a flow."""

    parts: Sequence[Part] = ()
    told = ""

    def key(self, lanes: object) -> Legend:  # noqa: ARG002 -- there are no lanes
        """What the lines and signs mean."""
        return key(self.sheet, self.parts)

    def named(self) -> tuple[str, str, str]:
        """What the pages are called, their title, and what they show, in words."""
        journey = self.sheet.journey
        return called(journey), journey.title, self.told


def on_pages(journey: Journey, style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The flow of a map on as few pages as can be."""
    best = _print(journey, style, wish, _SHARES[0])
    for share in _SHARES[1:]:
        if len(best.pages) > 1:
            best = min(best, _print(journey, style, wish, share), key=lambda press: len(press.pages))
    return best.scenes()


def _print(journey: Journey, style: Style, wish: Wish, share: float) -> _Press:
    """The pages with type of that share of its size."""
    words = labels(wish.lang or journey.lang or "en")
    shrunk = replace(style, theme=style.theme.shrunk(share))
    sheet = Sheet(journey, shrunk, words, Grid(journey, 0), wish.detail)
    press = _Press(sheet, paper(wish.size), share)
    room = press.span.width
    sizes = Sizes(min(_CARD * share, _PART * room), min(_TEXT * share, _BIT * room), _FAN, _FULL * press.room)
    course = Course(sheet, sizes)
    parts = tuple(_parts(course, room))
    press.parts, press.told = parts, about(course)
    for chart in _charts(course, parts, room):
        for each in _fitting(chart, press.room):
            group = Group("stretch", "", ())
            press.put(Strip(group, each.height + _APART, each.draw))
    press.explain(())
    return press


def _parts(course: Course, room: float) -> Iterator[Part]:
    """The flow in as few stretches as fit into a width, and with as few stages broken as that allows."""
    count, ends = max(course.columns) + 1, {columns.stop for columns in course.stages}
    best: list[tuple[float, tuple[Part, ...]]] = [(0, ())]
    for end in range(1, count + 1):
        tries: list[tuple[float, tuple[Part, ...]]] = []
        for start in range(end - 1, -1, -1):
            part = course.part(course.within(range(start, end)))
            if tries and Chart.needs(part) > room:
                break
            cost, before = best[start]
            tries.append((cost + 1 + _BROKEN * (end not in ends), (*before, part)))
        best.append(min(tries, key=lambda each: each[0]))
    yield from best[-1][1]


def _charts(course: Course, parts: Sequence[Part], room: float) -> Iterator[Chart]:
    """The stretches, settled, all of the width of a page."""
    for part, each in zip(parts, settled([part.net for part in parts]), strict=True):
        yield Chart(course, part, each, MARGIN, room)


def _fitting(chart: Chart, room: float) -> Iterator[Chart]:
    """A stretch that fits on a page; else its halves, and what is too tall by itself without lines."""
    moments, columns = chart.part.moments, chart.course.columns
    if chart.height + _APART <= room or len(moments) == 1:
        yield replace(chart, is_bare=chart.height + _APART > room)
        return
    taken = sorted({columns[place] for place in moments})
    middle = taken[len(taken) // 2]
    halves = [[place for place in moments if (columns[place] < middle) is is_first] for is_first in (True, False)]
    if len(taken) == 1:
        halves = [list(moments[: len(moments) // 2]), list(moments[len(moments) // 2 :])]
    for each in _charts(chart.course, [chart.course.part(half) for half in halves], chart.wide):
        yield from _fitting(each, room)
