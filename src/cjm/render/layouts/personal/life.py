"""What a journey is for one persona: their own curve, where they differ from others, what hurts, which channels."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjm.figures.emotion import felt_by, neutral
from cjm.figures.moments import counting
from cjm.figures.personas import apart, channels, met, names, otherwise, worst
from cjm.model.moment import Moment, Stage, Voice
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona
from cjm.render.layouts import cards
from cjm.render.layouts.curves.courses import Course, Look, Stand, courses
from cjm.render.layouts.curves.frame import Frame
from cjm.render.layouts.curves.joined import join
from cjm.render.layouts.curves.panel import ALONE
from cjm.render.layouts.grid import Grid, Place, Span
from cjm.render.layouts.marks import Rating
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.personal.flow import Columns, section
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.plot import ASIDE
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.windows import breaks
from cjm.render.naming import name_of
from cjm.render.scene import Rect
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_STAGE = 40.0  # the least width of a stage
_NAMES = 62.0  # what the names of curves take behind the last stage
_PAINS = {"overview": 1, "standard": 3, "full": 5}
_MOMENTS = {"overview": 0, "standard": 4, "full": None}
_PAIN = 250.0  # the least width of one, where several stand side by side
_APART = 10.0  # between two frames


@dataclass(frozen=True)
class Life:
    """A persona in a map; ``tall`` is the height of the scale of the curve."""

    sheet: Sheet
    persona: Persona
    tall: float

    @property
    def name(self) -> str:
        """The first name."""
        return self.sheet.naming.persona(self.persona.id)

    def curve(self) -> Piece | None:
        """How the persona feels from stage to stage, beside how all do; nothing where the map does not say."""
        own = self._own(self.sheet)
        if not own:
            return None
        title = self.sheet.words.fill("persona", "journey", self.name)
        return section(self.sheet, title, (_Frames(self, bool(self._others(self.sheet))),))

    def trace(self, sheet: Sheet) -> Sequence[Course]:
        """The curve of the persona, and in front of it that of all where it is another."""
        own, others = self._own(sheet), self._others(sheet)
        look = Course(sheet.journey, Look("now"), typeset(self.name, sheet.lang), own)
        return (*others, look)

    def _own(self, sheet: Sheet) -> tuple[Stand, ...]:
        columns = {id(place.moment): place for place in sheet.unrolled().everywhere}
        scale, known = sheet.journey.scale, names(self.persona)
        meant = {id(moment) for _, moment in met(sheet.journey, self.persona)}
        found = []
        for stage in sheet.journey.stages:
            for moment in counting(stage, "feels"):
                value = felt_by(self.persona, moment, scale) if id(moment) in meant else None
                if value is not None:
                    place = Place(stage, moment, columns[id(moment)].span)
                    voices = [voice.feels for who, voice in moment.for_.items() if who in known and voice.feels]
                    word = next((feels.emotion for feels in (*voices, moment.feels) if feels), "")
                    found.append(
                        Stand(columns[id(moment)], place, value, typeset(word, sheet.lang), sheet.address(place))
                    )
        return tuple(_apart(found))

    def _others(self, sheet: Sheet) -> tuple[Course, ...]:
        """The curve of all, where it is not the same everywhere."""
        joined = join((sheet.journey,), sheet.journey.scale)
        same = Sheet(joined.journey, sheet.style, sheet.words, sheet.grid.of(joined.journey))
        found = courses(joined, same)
        told = {stand.address.partition(":")[2]: stand.score for course in found for stand in course.stands}
        if not any(told.get(stand.address) != stand.score for stand in self._own(sheet)):
            return ()
        everyone = self.sheet.words.word("persona", "everyone")
        return tuple(Course(course.journey, Look("was"), everyone, course.stands) for course in found)

    def differs(self) -> Piece | None:
        """The moments in which the persona feels most otherwise; where all is told, every one that differs at all."""
        journey, most = self.sheet.journey, _MOMENTS[self.sheet.detail]
        found = otherwise(journey, self.persona) if most is None else apart(journey, self.persona, most)
        if not found:
            return None
        moments = Columns(tuple(self._moment(*each) for each in found), most=4)
        return section(self.sheet, self.sheet.words.fill("persona", "differs", self.name), (moments,))

    def _moment(self, stage: Stage, moment: Moment, voice: Voice) -> Piece:
        sheet, place = self.sheet, Place(stage, moment, Span(0, 0))
        rows: list[Piece] = [sheet.text(name_of(moment), "strong")]
        if voice.feels:
            rows.append(_Felt(sheet, felt_by(self.persona, moment, sheet.journey.scale), voice.feels.emotion))
        assumed = place.is_assumed
        rows += sheet.items(voice.does, assumed=assumed)
        rows += [cards.thought(sheet, text, assumed=assumed) for text in voice.thinks]
        rows += [cards.quotation(sheet, quote, by=self.name, assumed=assumed) for quote in voice.says]
        return Named("cell", f"{self.name}: {name_of(moment)}", sheet.address(place), Stack(rows, 4))

    def pains(self) -> Piece | None:
        """What hurts most, with where."""
        sheet = self.sheet
        found = [self._pain(*each) for each in worst(sheet.journey, self.persona, _PAINS[sheet.detail])]
        columns = Columns(tuple(found), least=_PAIN, room=6)
        return section(sheet, sheet.words.word("persona", "pains"), (columns,)) if found else None

    def _pain(self, stage: Stage, moment: Moment, pain: Pain) -> Piece:
        """A pain with how bad it is, and where."""
        sheet, place = self.sheet, Place(stage, moment, Span(0, 0))
        rated = [(key, getattr(pain, key)) for key in ("severity", "frequency")]
        told = [sheet.words.fill("marks", key, str(value)) for key, value in rated if value is not None]
        where = typeset(" · ".join((*told, name_of(moment))), sheet.lang)
        mark = Rating(pain.severity) if pain.severity is not None else None
        rows = (sheet.text(pain.text), Words(sheet.style, where, "note", mark), *sheet.research(pain.evidence))
        role = "pain-assumed" if place.is_assumed and not pain.evidence else "pain"
        card = Card(role, Stack(rows, 1), edge="pain-edge", margin=(12, 6))
        return Named("pain", pain.text, f"pain/{pain.id}", card)

    def channels(self) -> Piece | None:
        """The channels in which the persona meets the brand, the most frequent first."""
        found = channels(self.sheet.journey, self.persona)
        if not found:
            return None
        facts = self.sheet.facts(*(self.sheet.channel(reference) for reference, _ in found))
        return section(self.sheet, self.sheet.words.word("persona", "channels"), facts)


@dataclass(frozen=True)
class _Frames(Piece):
    """The curve in as many frames as its stages need."""

    life: Life
    has_others: bool

    def fit(self, width: float) -> Fitted:
        """One below the other."""
        journey, sheet = self.life.sheet.journey, self.life.sheet
        behind = _NAMES if self.has_others else ALONE

        def lay(journey: object, grid: Grid) -> Sheet:  # noqa: ARG001 -- the map of the sheet
            return Sheet(sheet.journey, sheet.style, sheet.words, grid, sheet.detail)

        most = max(int((width - ASIDE - behind) / _STAGE), 1)
        starts = breaks((1,) * len(journey.stages), most)
        frames = [
            Frame(journey, lay, self.life.trace, self.life.tall, first, last, behind, is_compared=False)
            for first, last in pairwise(starts)
        ]
        return Stack(frames, _APART).fit(width)


@dataclass(frozen=True, slots=True)
class _Felt(Piece):
    """A feeling in figures and words."""

    sheet: Sheet
    value: float | None
    word: str

    def fit(self, width: float) -> Fitted:
        """Side by side where both fit."""
        sheet, middle = self.sheet, neutral(self.sheet.journey.scale)
        if self.value is None:
            return Words(sheet.style, typeset(self.word, sheet.lang), "body").fit(width)
        side = "neutral" if self.value == middle else "high" if self.value > middle else "low"
        mood = Mood(sheet.style, sheet.naming.score(self.value), f"value-{side}", typeset(self.word, sheet.lang))
        wide, high = mood.size(width)

        def shapes(x: float, y: float, _: float) -> Shapes:
            return mood.lay(Rect(x, y, wide, high), "start")

        return Fitted(high, 0, shapes)


def _apart(stands: Sequence[Stand]) -> Iterator[Stand]:
    """The moments from left to right, one at each place: those of a set stand at one."""
    last = None
    for stand in sorted(stands, key=lambda each: each.column.span.centre):
        if stand.column.span.centre != last:
            yield stand
        last = stand.column.span.centre
