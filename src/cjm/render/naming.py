"""What things are called when a journey is told: in words, without any place or type."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cjm.model.journey import Journey
from cjm.model.lookup import actors, called
from cjm.model.metric import SHARES, Metric
from cjm.model.moment import Moment
from cjm.render.amounts import amount, number, signed
from cjm.render.labels import Labels
from cjm.render.typography import quoted, typeset
from cjm.render.values import dataclass


class Reading(NamedTuple):
    """A metric in words: what it is called, its figure and its target as they are written; empty where there is none."""

    name: str
    value: str
    target: str


@dataclass(frozen=True, slots=True)
class Naming:
    """The words for what is in a journey, in one language."""

    journey: Journey
    words: Labels

    @property
    def lang(self) -> str:
        """The language of the map's texts; of the labels where it is not said."""
        return self.journey.lang or self.words.lang

    def text(self, text: str) -> str:
        """A text of the map in one line, set as its language wants it."""
        return typeset(" ".join(text.split()), self.lang)

    def quote(self, text: str) -> str:
        """A text of the map in quotation marks."""
        return quoted(self.text(text), self.words)

    def channel(self, reference: str) -> str:
        """A channel: the user's own as the map calls it, else the language's word for it."""
        own = next((channel for channel in self.journey.channels if reference in {channel.id, channel.name}), None)
        return (own and own.name) or self.words.channel(reference)

    def actor(self, reference: str) -> str:
        """An actor; personas count as actors."""
        return called(reference, actors(self.journey))

    def system(self, reference: str) -> str:
        """A system, and whether it is still missing."""
        found = [system for system in self.journey.systems if reference in {system.id, system.name}]
        missing = any(system.available is False for system in found)
        name = called(reference, self.journey.systems)
        return f"{name} ({self.words.word('marks', 'unavailable')})" if missing else name

    def persona(self, reference: str) -> str:
        """A persona by the first name: ``Dana`` for ``Dana, owner of a small firm``."""
        return called(reference, self.journey.personas).split(",", maxsplit=1)[0]

    def party(self, reference: str) -> str:
        """Who takes part in a contact: a persona by the first name, anyone else in full."""
        named = {name for persona in self.journey.personas for name in (persona.id, persona.name)}
        return self.persona(reference) if reference in named else self.actor(reference)

    def score(self, value: float) -> str:
        """A feeling in figures: with its sign where the scale has a negative side."""
        return signed(value, self.words) if self.journey.scale.min < 0 else number(round(value, 1), self.words)

    def metric(self, key: str, element: Metric) -> Reading:
        """A figure; what it does not say itself, the entry of that id in the head of the map does."""
        words, listed, (kind, unit) = self.words, self._listed(key), self.kind(key, element)
        name = element.name or (listed and listed.name) or words.word("metrics", kind if kind == key else key)
        value = element.value or (element.series[-1].value if element.series else "")
        figures = (amount(text, unit, words, share=kind in SHARES) if text else "" for text in (value, element.target))
        return Reading(name, *figures)

    def kind(self, key: str, element: Metric) -> tuple[str, str]:
        """The kind and the unit of a figure, as it says itself, else as the head of the map does."""
        listed = self._listed(key)
        return element.kind or (listed and listed.kind) or key, element.unit or (listed.unit if listed else "")

    def _listed(self, key: str) -> Metric | None:
        return next((entry for entry in self.journey.metrics if entry.id == key), None)


def name_of(moment: Moment) -> str:
    """What a stage or touchpoint is called."""
    return str(getattr(moment, "name", "")) or moment.id


def leaves(value: Any, name: str = "") -> tuple[str, ...]:
    """The texts in a value of the user's own, those of a mapping with their keys in front."""
    match value:
        case None | "":
            return ()
        case Mapping():
            return tuple(text for key, each in value.items() for text in leaves(each, str(key)))
        case list() | tuple():
            return tuple(text for each in value for text in leaves(each, name))
        case _:
            return (f"{name}: {value}" if name else str(value),)
