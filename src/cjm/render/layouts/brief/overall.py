"""The summary of a map on one page: what it is about, how it goes, what hurts, what decides and what is done about it."""

from collections.abc import Iterator
from dataclasses import replace

from cjm.figures import essence
from cjm.figures.coverage import coverage
from cjm.model.journey import Journey
from cjm.render.amounts import duration
from cjm.render.labels import labels
from cjm.render.layouts.brief.columns import Section, columns
from cjm.render.layouts.brief.course import Course
from cjm.render.layouts.brief.entries import hurt, truth, watched, work
from cjm.render.layouts.brief.page import Page
from cjm.render.layouts.legend import legend
from cjm.render.layouts.press import MARGIN
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.swimlane import name
from cjm.render.layouts.title import scope
from cjm.render.prose import tell
from cjm.render.scene import Group, Rect, Scene, Shape
from cjm.render.text import Style

_HIGHS = (140.0, 110.0, 84.0, 66.0, 54.0, 46.0)  # of the curve, on a slide
_LISTS = 0.31  # of the page, that is left for the lists where the curve is to be drawn
_BELOW, _UNDER = 14.0, 12.0  # below the head, and below the curve
_ABOVE = 10.0  # above the legend


def lay_out(journey: Journey, style: Style, size: str, lang: str | None = None) -> tuple[Scene, ...]:
    """The summary of a map, as one page of that size."""
    page = Page(journey, style, labels(lang or journey.lang or "en"), size, "overview")
    sheet, words = page.sheet, page.words
    shapes: list[Shape] = []
    texts = journey.summary or journey.scenario
    head, y = page.head(journey.title, texts, tuple(_facts(sheet)))
    shapes.append(head)
    y += _BELOW
    bottom = page.bottom
    key = legend(replace(sheet, detail="standard"), {"touchpoints"})
    if key:
        fitted = key.within(page.span.width).fit(page.span.width)
        bottom -= fitted.height
        shapes.append(Group("legend", "", fitted.draw(page.span.x, bottom)))
        bottom -= _ABOVE
    courses = (Course(sheet, page.span, high * page.share) for high in _HIGHS)
    room = bottom - y - _UNDER - _LISTS * page.paper[1]
    if course := next((each for each in courses if not each.is_empty and each.height <= room), None):
        shapes.append(course.draw(y))
        y += course.height + _UNDER
    shapes += columns(sheet, tuple(_columns(sheet)), Rect(MARGIN, y, page.span.width, bottom - y))
    title = words.fill("brief", "title", journey.title)
    told = "\n".join(tell(journey, words))
    wide, high = page.paper
    return (Scene(f"{name(journey)}-summary", title, told, sheet.lang, wide, high, tuple(shapes), page.share),)


def _facts(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """For whom the map is told, what they want, where it begins and ends, what it rests on."""
    journey, words = sheet.journey, sheet.words
    if journey.personas:
        names = [persona.name or persona.id for persona in journey.personas]
        yield words.word("head", "personas" if len(names) > 1 else "persona"), *names
    if journey.goals and journey.goals.customer:
        yield words.lane("goals"), *journey.goals.customer
    takes = journey.scope.timeframe if journey.scope else ""
    if ends := [*filter(None, (scope(journey), duration(takes, words)))]:
        yield words.word("head", "scope"), *ends
    if shares := [
        words.fill("prose", f"of_{kind}", str(share.resting), str(share.all))
        for kind, share in coverage(journey)._asdict().items()
        if share.all
    ]:
        yield words.word("marks", "evidence"), *shares


def _columns(sheet: Sheet) -> Iterator[tuple[Section, ...]]:
    """What the page lists, column by column."""
    journey, words = sheet.journey, sheet.words
    addresses = {id(place.moment): sheet.address(place) for place in sheet.everywhere}
    yield (Section(words.word("brief", "figures"), [watched(sheet, each) for each in essence.watched(journey)]),)
    yield (
        Section(
            words.word("brief", "truths"),
            [truth(sheet, each, addresses[id(each.moment)]) for each in essence.truths(journey)],
        ),
    )
    yield (Section(words.word("brief", "hurts"), [hurt(sheet, each) for each in essence.hurts(journey)]),)
    works = essence.works(journey)
    is_begun = any(each.status in {"in_progress", "planned", "done"} for each in works)
    title = words.word("brief", "works") if is_begun else words.lane("opportunities")
    yield (Section(title, [work(sheet, each) for each in works]),)
