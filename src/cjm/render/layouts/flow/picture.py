"""The flow of one map as a picture of any size, or on pages."""

from cjm.model.journey import Journey
from cjm.render.amounts import number
from cjm.render.labels import labels
from cjm.render.layouts.flow.chart import Chart
from cjm.render.layouts.flow.course import Course, Sizes
from cjm.render.layouts.flow.keys import key
from cjm.render.layouts.flow.net import settled
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.head import head
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.swimlane import name
from cjm.render.prose import describe
from cjm.render.scene import Group, Scene
from cjm.render.text import Style
from cjm.render.views import Wish

_SIZES = Sizes(186, 118)
_MARGIN = 36.0
_BELOW, _FOOT = 22.0, 26.0  # below the head, and above the legend
_LEAST = 560.0  # the width of a picture, so that a title has room


def of_steps(journey: Journey, style: Style, wish: Wish) -> tuple[Scene, ...]:
    """The moments of a map and every way from one to another."""
    words = labels(wish.lang or journey.lang or "en")
    sheet = Sheet(journey, style, words, Grid(journey, 0), wish.detail)
    course = Course(sheet, _SIZES)
    part = course.part(range(len(course.ways)))
    (found,) = settled([part.net])
    chart = Chart(course, part, found, _MARGIN, _LEAST)
    span = Span(_MARGIN, chart.width)
    title, y = head(chart.sheet, span, _MARGIN, None)
    shapes = chart.draw(y + _BELOW)
    y += _BELOW + chart.height
    foot = key(chart.sheet, [part]).within(span.width).fit(span.width)
    legend = Group("legend", "", foot.draw(span.x, y + _FOOT))
    y += _FOOT + foot.height
    return (
        Scene(
            called(journey), journey.title, about(course), sheet.lang, span.right + _MARGIN,
            y + _MARGIN, (title, *shapes, legend),
        ),
    )  # fmt: skip


def called(journey: Journey) -> str:
    """What tells the picture from others."""
    return f"{name(journey)}-flow"


def about(course: Course) -> str:
    """What the picture says to those who cannot see it: the map in a few sentences, and how often its ways part."""
    words, columns = course.sheet.words, course.columns
    goals = [(place, turn.goal) for place, way in enumerate(course.ways) for turn in way.turns]
    counts = {
        "branches": sum(len(way.turns) > 1 for way in course.ways),
        "backs": sum(goal is not None and columns[goal] <= columns[place] for place, goal in goals),
        "exits": sum(way.leaves for way in course.ways),
    }
    told = words.fill("flow", "told", **{key: number(count, words) for key, count in counts.items()})
    return f"{describe(course.sheet.journey, words)} {told}"
