"""Several maps of one journey laid over each other: as it is, as it should become, as somebody told it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial

from cjm.diff.judge import on_common_scale
from cjm.figures.emotion import mean
from cjm.model.journey import Journey
from cjm.render.layouts.bands import Band
from cjm.render.layouts.curves.alone import MEASURED
from cjm.render.layouts.curves.chart import Chart
from cjm.render.layouts.curves.courses import Course, addresses, courses, measured
from cjm.render.layouts.curves.joined import Joined, join, shared
from cjm.render.layouts.curves.opening import Titled, opening, tags
from cjm.render.layouts.foot import hatched
from cjm.render.layouts.gauges import gauges
from cjm.render.layouts.grid import Span
from cjm.render.layouts.legend import Entry, Legend, legend
from cjm.render.layouts.pieces import Fitted, Shapes
from cjm.render.layouts.plot import ASIDE, Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Group, Line
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_NUMBER = 120.0  # what the number of a page may take beside the title
_AFTER = 20.0  # how far into the margin the name of a curve may reach


@dataclass(frozen=True)
class Together:
    """What the picture of several maps of one journey is made of, the earliest first."""

    maps: tuple[Journey, ...]

    @cached_property
    def joined(self) -> Joined:
        """The maps in the same columns."""
        return join(self.maps, shared(self.maps))

    @property
    def journey(self) -> Journey:
        """A map that has the moments of all."""
        return self.joined.journey

    def named(self, sheet: Sheet) -> tuple[str, str, str]:
        """What the picture is called, its title, and what it shows, in words."""
        states = dict.fromkeys(journey.state for journey in self.maps)
        called = "-".join((self.maps[-1].id or "maps", *states, "curve"))
        told = "; ".join(f"{name}: {figure}" for name, figure in means(self.joined, sheet))
        emotion = sheet.words.word("changes", "emotion")
        return called, self.journey.title, f"{self.journey.title}. {emotion} – {told}."

    def bands(self, sheet: Sheet, height: float) -> list[Band]:
        """The curves with a scale of that height."""
        plot = Plot(self.journey.scale, height)
        figures = gauges(sheet, plot, measured(self.joined, sheet))
        end = sheet.grid.span.right + _AFTER
        chart = Chart(sheet, plot, courses(self.joined, sheet), end, gauges=figures)
        curves = Band(
            "feels",
            sheet.words.lane("feels"),
            chart.bottom - chart.top,
            lambda y: tuple(chart.draw(y - chart.top)),
            ASIDE,
        )
        return [curves]

    def head(self, sheet: Sheet, span: Span, y: float, *, is_explained: bool) -> tuple[Group, float]:
        """The head from a given y on, and where it ends: with the legend, or without it."""
        key = self.legend(sheet) if is_explained else None
        facts = ((sheet.words.word("changes", "emotion"), *(" ".join(each) for each in means(self.joined, sheet))),)
        return opening(sheet, self.maps, facts, key, span, y)

    def runner(self, sheet: Sheet, span: Span) -> Fitted:
        """What is said again on each further page."""
        return Titled(tags(sheet, self.maps), sheet.text(self.journey.title, "lane"), "lane").fit(span.width - _NUMBER)

    def addressed(self, sheet: Sheet, shapes: Shapes) -> Shapes:
        """The shapes of moments with the last map that has them in front."""
        found: dict[str, str] = {}
        columns = {id(moment): address for moment, address in addresses(self.journey, sheet)}
        for journey, home in zip(self.maps, self.joined.homes, strict=True):
            own = addresses(journey, sheet)
            found |= {columns[home[id(moment)]]: f"{journey.identity}:{address}" for moment, address in own}
        return _readdressed(shapes, found)

    def legend(self, sheet: Sheet) -> Legend | None:
        """What the picture needs explained."""
        own = tuple(explained(self.joined, courses(self.joined, sheet)))
        is_measured = any(True for _ in measured(self.joined, sheet))
        entries = (*own, *signs(sheet, {MEASURED} if is_measured else set()))
        return Legend(sheet, entries) if entries else None


def _readdressed(shapes: Shapes, known: Mapping[str, str]) -> Shapes:
    """Shapes with other addresses."""
    return tuple(
        replace(each, address=known.get(each.address, each.address), children=_readdressed(each.children, known))
        if isinstance(each, Group)
        else each
        for each in shapes
    )


def signs(sheet: Sheet, keys: Collection[str] = ()) -> tuple[Entry, ...]:
    """What the points of curves mean, and what stands beside them."""
    known = legend(sheet, {"touchpoints", "feels", *keys})
    return tuple(entry for entry in known.entries if entry.word != "intended") if known else ()


def means(joined: Joined, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The mean feeling of each map, in units of the picture, behind the name of the map."""
    for course in courses(joined, sheet):
        value, _ = mean(course.journey)
        if value is not None:
            scale = course.journey.scale
            value = value if scale == sheet.journey.scale else on_common_scale(value, scale)
            yield typeset(course.name, sheet.lang), sheet.naming.score(round(value, 1))


def _ticks(x: float, y: float) -> Shapes:
    """The ends of a scale."""
    return Line("tick", (x, y - 6), (x, y + 6)), *(
        Line("tick", (x - 4, end), (x + 4, end)) for end in (y - 6, y, y + 6)
    )


def explained(joined: Joined, found: tuple[Course, ...]) -> Iterator[Entry]:
    """What curves and what lies between them mean."""
    if len(found) == 2:
        yield Entry("higher", partial(hatched, "better", slope=-1), table="changes")
        yield Entry("lower", partial(hatched, "worse", slope=1), table="changes")
    if any(journey.scale != joined.journey.scale for journey in joined.maps):
        yield Entry("scale", _ticks, table="curve")
