"""The sheet on which a map is drawn: its journey, type, words and columns, and how values become texts on it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.lookup import actors, called
from cjm.model.moment import Moment, Touchpoint
from cjm.render.labels import Labels
from cjm.render.layouts.grid import Grid, Place
from cjm.render.layouts.pieces import Bullet, Facts, Mark, Piece, Words
from cjm.render.text import Style
from cjm.render.typography import typeset


@dataclass(frozen=True)
class Sheet:
    """What every lane needs to know."""

    journey: Journey
    style: Style
    words: Labels
    grid: Grid

    def text(self, text: str, role: str = "body", mark: Mark | None = None) -> Words:
        """A text of the map, set as its language wants it."""
        return Words(self.style, typeset(text, self.lang), role, mark)

    def items(self, texts: Iterable[str], *, assumed: bool, role: str = "body") -> tuple[Piece, ...]:
        """Texts with bullets: filled for what rests on research, hollow for assumptions."""
        bullet = Bullet("bullet-assumed" if assumed else "bullet")
        return tuple(self.text(text, role, bullet) for text in texts)

    def facts(self, *facts: str, role: str = "note", indent: float = 0) -> tuple[Piece, ...]:
        """Small facts side by side, those that are not empty."""
        known = tuple(typeset(fact, self.lang) for fact in facts if fact)
        return (Facts(self.style, known, role, indent),) if known else ()

    @cached_property
    def everywhere(self) -> tuple[Place, ...]:
        """Where all moments are drawn: each stage over all its columns, then its touchpoints in theirs."""
        return tuple(each for place in self.grid.places() for each in (place, *self.grid.within(place)))

    @property
    def lang(self) -> str:
        """The language of the map's texts; of the labels where it is not said."""
        return self.journey.lang or self.words.lang

    def speaking(self, key: str) -> Iterator[Place]:
        """Where moments have something to say under a key that counts."""
        yield from (place for place in self.everywhere if self.counts(place, key))

    def counts(self, place: Place, key: str) -> bool:
        """Whether what a moment says under a key counts, in the stage that it belongs to."""
        return any(moment is place.moment for moment in counting(place.stage, key))

    def is_assumed(self, place: Place) -> bool:
        """Whether a moment rests on no research: neither it, nor its stage, nor for a stage any of its touchpoints."""
        own = (place.moment, *place.stage.touchpoints) if place.moment is place.stage else (place.moment, place.stage)
        return not any(moment.evidence for moment in own)

    def address(self, place: Place) -> str:
        """The address of a moment, with its stage where another one has a touchpoint of that id."""
        moment = place.moment
        if not isinstance(moment, Touchpoint):
            return f"stage/{moment.id}"
        is_one = self._bearers[moment.id] == 1
        return f"touchpoint/{moment.id}" if is_one else f"touchpoint/{place.stage.id}/{moment.id}"

    @cached_property
    def _bearers(self) -> Counter[str]:
        """How many touchpoints have an id; in different stages they may share it."""
        return Counter(touchpoint.id for stage in self.journey.stages for touchpoint in stage.touchpoints)

    def channel(self, reference: str) -> str:
        """What a channel is called: the user's own, else the language's word for it."""
        own = next((channel for channel in self.journey.channels if reference in {channel.id, channel.name}), None)
        return (own and own.name) or self.words.channel(reference)

    def actor(self, reference: str) -> str:
        """What an actor is called; personas count as actors."""
        return called(reference, actors(self.journey))

    def system(self, reference: str) -> str:
        """What a system is called, and whether it is still missing."""
        found = [system for system in self.journey.systems if reference in {system.id, system.name}]
        missing = any(system.available is False for system in found)
        name = called(reference, self.journey.systems)
        return f"{name} ({self.words.word('marks', 'unavailable')})" if missing else name

    def persona(self, reference: str) -> str:
        """The first name of a persona: ``Dana`` for ``Dana, owner of a small firm``."""
        return called(reference, self.journey.personas).split(",", maxsplit=1)[0]


def name_of(moment: Moment) -> str:
    """What a moment is called."""
    return str(getattr(moment, "name", "")) or moment.id
