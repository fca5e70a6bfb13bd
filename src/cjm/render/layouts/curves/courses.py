"""The curves of several maps as they are to be drawn: which moments each has, how they feel, and in what look."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from posixpath import basename

from cjm.diff.judge import on_common_scale
from cjm.figures.emotion import felt, mean, neutral
from cjm.figures.intervals import Interval, Opinion, opinions
from cjm.figures.moments import counting
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Moment, Stage
from cjm.render.layouts.curve import Smooth
from cjm.render.layouts.curves.joined import Joined, is_one
from cjm.render.layouts.gauges import Answer
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.voices import MOST, marker
from cjm.render.naming import Naming, name_of
from cjm.render.scene import Dot, Polygon
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_SHORT = 32  # letters that the name of a curve may have

LIMIT = MOST + 2
"""How many curves are told apart in one picture."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a curve is drawn: ``now`` the last and strongest, ``was`` the first, else a number from 1 on."""

    key: str

    @property
    def line(self) -> str:
        """The role of the line."""
        return {"now": "curve", "was": "curve-was"}.get(self.key, f"curve-{self.key}-alone")

    @property
    def type(self) -> str:
        """The role of its name."""
        return {"now": "strong", "was": "kept"}.get(self.key, f"voice-{self.key}")

    def marker(self, x: float, y: float, *, is_assumed: bool) -> Dot | Polygon:
        """A point of an earlier curve; hollow where it is an assumption."""
        if self.key == "was":
            return Dot("point-was", (x, y), 4.5) if is_assumed else Dot("point-neutral", (x, y), 5)
        return marker(f"point-{self.key}{'-assumed' if is_assumed else ''}", int(self.key), (x, y))


@dataclass(frozen=True, slots=True)
class Stand:
    """A moment of one map with a score: its column, what it is there, its score in units of the picture, its word."""

    column: Place
    own: Place
    score: float
    word: str
    address: str

    @property
    def name(self) -> str:
        """What the moment is called."""
        return name_of(self.own.moment)

    def point(self, plot: Plot) -> tuple[float, float]:
        """Where it stands."""
        return self.column.span.centre, plot.y(self.score)

    def marker(self, look: Look, plot: Plot, top: float) -> Dot | Polygon:
        """Its point on an earlier curve."""
        x, y = self.point(plot)
        return look.marker(x, y + top, is_assumed=self.own.is_assumed)

    def side(self, plot: Plot) -> str:
        """Whether it is good, bad or neither."""
        middle = neutral(plot.scale)
        return "neutral" if self.score == middle else "high" if self.score > middle else "low"


@dataclass(frozen=True)
class Course:
    """The curve of one map: its look, its name, and its moments from left to right."""

    journey: Journey
    look: Look
    name: str
    stands: tuple[Stand, ...]

    @cached_property
    def extremes(self) -> tuple[Stand, ...]:
        """The highest and the lowest moment; one alone where all are alike."""
        high, low = max(self.stands, key=lambda each: each.score), min(self.stands, key=lambda each: each.score)
        return (high,) if high.score == low.score else (high, low)

    def curve(self, plot: Plot, top: float = 0) -> Smooth:
        """The curve itself."""
        return Smooth(tuple((x, y + top) for x, y in (stand.point(plot) for stand in self.stands)))


def courses(joined: Joined, sheet: Sheet) -> tuple[Course, ...]:
    """The curves of joined maps in the columns of a sheet, those that have a point."""
    columns = {id(place.moment): place for place in sheet.unrolled().everywhere}
    found = []
    for number, journey in enumerate(joined.maps[:LIMIT]):
        stands = sorted(_stands(joined, number, sheet, columns), key=lambda each: each.column.span.centre)
        if stands:
            look = Look(_look(number, len(joined.maps[:LIMIT])))
            found.append(Course(journey, look, names(joined.maps, sheet)[number], tuple(stands)))
    return tuple(found)


def _look(number: int, count: int) -> str:
    if number == count - 1:
        return "now"
    return str(number) if number else "was"


def names(maps: Sequence[Journey], sheet: Sheet) -> tuple[str, ...]:
    """What tells maps from each other in a few words: their states, titles or files; else they are numbered."""
    states = [sheet.words.word("states", journey.state) for journey in maps]
    titles = [typeset(journey.title, sheet.lang) for journey in maps]
    files = [basename(journey.path).partition(".cjm.")[0] for journey in maps]
    for told in (states, titles, files):
        if len(set(told)) == len(maps) and all(0 < len(name) <= _SHORT for name in told):
            return tuple(told)
    return tuple(str(number) for number in range(1, len(maps) + 1))


def measured(joined: Joined, sheet: Sheet) -> Iterator[Answer]:
    """What customers answered, in each of the maps, in the columns of a sheet."""
    columns = {id(place.moment): place for place in sheet.unrolled().everywhere}
    called = names(joined.maps, sheet)
    for journey, home, whose in zip(joined.maps, joined.homes, called, strict=True):
        naming = Naming(journey, sheet.words)
        for moment, address in addresses(journey, sheet):
            for opinion in opinions(journey, moment):
                told = _on(opinion, journey.scale, sheet.journey.scale)
                yield Answer(columns[home[id(moment)]], f"{journey.identity}:{address}", told, naming, whose)


def addresses(journey: Journey, sheet: Sheet) -> Iterator[tuple[Moment, str]]:
    """Every moment of a map with its address there."""
    own = Sheet(journey, sheet.style, sheet.words, Grid(journey, 0))
    for stage in journey.stages:
        for moment in (stage, *stage.touchpoints):
            yield moment, own.address(Place(stage, moment, Span(0, 0)))


def _on(opinion: Opinion, own: Scale, common: Scale) -> Opinion:
    """What was answered on another scale."""
    if own == common:
        return opinion
    interval = opinion.interval and Interval(*(on_common_scale(end, own) for end in opinion.interval))
    return opinion._replace(value=on_common_scale(opinion.value, own), interval=interval)


def _stands(joined: Joined, number: int, sheet: Sheet, columns: dict[int, Place]) -> Iterator[Stand]:
    """The moments of a map that have a score; the mean of a stage where its touchpoints share one column."""
    journey, homes = joined.maps[number], joined.homes[number]
    own, common = journey.scale, sheet.journey.scale
    known = {id(moment): address for moment, address in addresses(journey, sheet)}
    for stage in journey.stages:
        column = columns[homes[id(stage)]]
        together = is_one(column.stage, joined.journey)
        for moment in (stage,) if together else counting(stage, "feels"):
            value = mean(journey, stage)[0] if together else felt(moment, own)
            if value is not None:
                place = Place(stage, moment, columns[homes[id(moment)]].span)
                score = value if own == common else on_common_scale(value, own)
                address = f"{journey.identity}:{known[id(moment)]}"
                word = typeset(_word(stage, moment, together=together), sheet.lang)
                yield Stand(columns[homes[id(moment)]], place, score, word, address)


def _word(stage: Stage, moment: Moment, *, together: bool) -> str:
    """How it feels in words; of a whole stage, all of them once."""
    speaking = counting(stage, "feels") if together else (moment,)
    return ", ".join(dict.fromkeys(each.feels.emotion for each in speaking if each.feels and each.feels.emotion))


def within(stand: Stand, span: Span) -> bool:
    """Whether a moment stands in a stretch."""
    return span.x <= stand.column.span.centre <= span.right
