"""A journey in words: lines with the signs in front of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.figures.coverage import is_assumed
from cjm.figures.emotion import neutral
from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.moment import Feeling
from cjm.render.amounts import duration
from cjm.render.naming import Naming
from cjm.render.told.places import Place
from cjm.render.told.styles import BAD, GOOD, SMALL
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_WHOLE = 16
"""Letters of a fact that is kept in one row."""


class Line(NamedTuple):
    """A text and its style; how far it is set in, and the sign in front of it (a field of ``Signs``) with its style."""

    text: str
    style: str = ""
    sign: str = ""
    tint: str = ""
    depth: int = 0


Entry = tuple[Line, ...]
"""One thing in a cell: a line with a sign, and what belongs to it."""


@dataclass(frozen=True)
class Told:
    """A journey in one language."""

    naming: Naming

    @property
    def journey(self) -> Journey:
        """The journey."""
        return self.naming.journey

    def counts(self, key: str, place: Place) -> bool:
        """Whether what a moment says under a key counts, in the stage that it belongs to."""
        return any(moment is place.moment for moment in counting(place.stage, key))

    def text(self, text: str) -> str:
        """A text as the map's language sets it."""
        return typeset(text, self.naming.lang)

    def facts(self, *facts: str | None) -> Entry:
        """Small facts in one line, those that are not empty."""
        known = [self.text(fact if len(fact) > _WHOLE else fact.replace(" ", "\u00a0")) for fact in facts if fact]
        return (Line("\u00a0· ".join(known), SMALL, depth=1),) if known else ()

    def bullet(self, place: Place, evidence: object = ()) -> str:
        """The sign of what rests on research, or of an assumption."""
        return "assumed" if not evidence and is_assumed(place.stage, place.moment) else "shown"

    def point(self, place: Place) -> str:
        """The sign of a moment in the emotion curve."""
        is_truth = place.moment.moment_of_truth is not None
        return {"shown": "truth", "assumed": "truth_assumed"}[self.bullet(place)] if is_truth else self.bullet(place)

    def items(self, place: Place, texts: Iterable[str], style: str = "") -> tuple[Entry, ...]:
        """Plain texts of the customer's side, each with its bullet."""
        return tuple((Line(self.text(text), style, self.bullet(place)),) for text in texts)

    def plain(self, texts: Iterable[str]) -> tuple[Entry, ...]:
        """Plain texts of the organisation's side: facts, neither shown nor assumed."""
        return tuple((Line(self.text(text), "", "fact"),) for text in texts)

    def word(self, table: str, key: str | None) -> str:
        """A word of the language; nothing for nothing."""
        return self.naming.words.word(table, key) if key else ""

    def mark(self, key: str, value: object) -> str:
        """A fact with its name, ``severity 4``; nothing where it is not known."""
        return "" if value in (None, "") else self.naming.words.fill("marks", key, str(value))

    def time(self, text: str | None) -> str:
        """A duration in the language."""
        return duration(text, self.naming.words) if text else ""

    def lane(self, key: str) -> str:
        """What a lane is called, be it one of the map's own."""
        if not key.startswith("x-"):
            return self.word("lanes", key)
        own = next((lane.name for lane in self.journey.lanes if lane.key == key), "")
        return self.text(own or key.removeprefix("x-"))

    def head(self) -> Iterator[tuple[str, str]]:
        """The facts of the head, each with its name; a further persona has none."""
        journey, naming = self.journey, self.naming
        names = [persona.name or persona.id for persona in journey.personas]
        for index, name in enumerate(names):
            yield "" if index else self.word("head", "personas" if len(names) > 1 else "persona"), name
        if journey.status != "draft":  # which a map is unless it says otherwise
            yield self.word("head", "status"), self.word("statuses", journey.status)
        if journey.owner:
            yield self.word("head", "owner"), naming.actor(journey.owner)
        if journey.reviewed:
            yield self.word("head", "reviewed"), journey.reviewed
        for metric in journey.metrics:
            reading = naming.metric(metric.id, metric)
            if reading.value or reading.target:
                figures = filter(None, (reading.value, self.mark("target", reading.target)))
                yield reading.name, "\u00a0· ".join(figures)

    def actor(self, reference: str) -> str:
        """What an actor is called; nothing for nobody."""
        return self.naming.actor(reference) if reference else ""

    def tint(self, value: float | None) -> str:
        """The style of a feeling."""
        middle = neutral(self.journey.scale)
        return "" if value is None or value == middle else GOOD if value > middle else BAD

    def feeling(self, value: float | None, feeling: Feeling | None) -> str:
        """A feeling in figures and words."""
        figure = "" if value is None else self.naming.score(value)
        return " ".join(filter(None, (figure, self.text(feeling.emotion) if feeling else "")))
