"""A map joined with its libraries: its catalogues hold whatever it may name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from cjm.model.identity import derive, free
from cjm.model.journey import Journey
from cjm.model.library import Actor, Library, System
from cjm.model.lookup import lookup, near_miss
from cjm.model.moment import Moment, Step, Touchpoint
from cjm.model.persona import Persona
from cjm.model.problem import Problem
from cjm.model.record import Named
from cjm.model.walk import moments

Entry = TypeVar("Entry", Actor, System)

_SHARED = ("channels", "actors", "systems", "research", "metrics")


def resolve(journey: Journey, libraries: Iterable[Library], problems: list[Problem]) -> Journey:
    """The map with its own catalogue entries first, then those of its libraries, then those it made by naming them.

    Of personas it takes those it names, of everything else all.
    """
    libraries = list(libraries)
    everywhere = [journey, *libraries]
    journey = replace(
        journey,
        personas=tuple(_personas(journey, libraries, problems)),
        channels=tuple(entry for each in everywhere for entry in each.channels),
        actors=tuple(entry for each in everywhere for entry in each.actors),
        systems=tuple(entry for each in everywhere for entry in each.systems),
        research=tuple(entry for each in everywhere for entry in each.research),
        metrics=tuple(entry for each in everywhere for entry in each.metrics),
    )
    return replace(
        journey,
        borrowed=tuple(f"{key}/{entry.id}" for each in libraries for key in _SHARED for entry in getattr(each, key)),
        actors=(*journey.actors, *_made(Actor, _acting(journey), (*journey.actors, *journey.personas))),
        systems=(*journey.systems, *_made(System, _serving(journey), journey.systems)),
    )


def _personas(journey: Journey, libraries: list[Library], problems: list[Problem]) -> Iterator[Persona]:
    own = [persona for persona in journey.personas if not persona.refers]
    known = [*own, *(persona for library in libraries for persona in library.personas)]
    for index, persona in enumerate(journey.personas):
        if not persona.refers:
            yield persona
        elif found := lookup(persona.refers, known):
            yield found
        else:
            if problem := near_miss(persona.refers, known, "persona", ("personas", index)):
                problems.append(problem)
            known.append(made := replace(persona, name=persona.refers, id=_id(persona.refers, known), derived=True))
            yield made


def _made(record: type[Entry], words: list[str], known: Iterable[Named]) -> Iterator[Entry]:
    """New entries for the words that name nothing yet."""
    known = list(known)
    for word in dict.fromkeys(words):
        if word and not lookup(word, known):
            known.append(made := record(id=_id(word, known), name=word, refers=word, derived=True))
            yield made


def _id(word: str, known: Iterable[Named]) -> str:
    return free(derive(word) or word, {entry.id for entry in known})


def _acting(journey: Journey) -> list[str]:
    touchpoints = [moment for moment in _all(journey) if isinstance(moment, Touchpoint)]
    sides = [word for touchpoint in touchpoints for word in (touchpoint.initiator, touchpoint.receiver)]
    return [*sides, *(step.actor for step in _steps(journey))]


def _serving(journey: Journey) -> list[str]:
    return [
        *(step.system for step in _steps(journey)),
        *(word for moment in _all(journey) for word in moment.systems),
    ]


def _all(journey: Journey) -> list[Moment]:
    return [moment for _, moment, _ in moments(journey)]


def _steps(journey: Journey) -> list[Step]:
    return [step for moment in _all(journey) for step in (*moment.onstage, *moment.backstage, *moment.support)]


def known_names(own: Any, libraries: list[Library]) -> dict[str, str]:
    """Ids and names of the actors (personas count as such) and systems that a map may name."""
    known: dict[str, str] = {}
    for kind, keys in (("system", ("systems",)), ("actor", ("actors", "personas"))):
        for key in keys:
            entries = own.get(key, ()) if isinstance(own, dict) else ()
            words = [
                entry.get(part) for entry in entries if isinstance(entry, dict) for part in ("id", "name", "refers")
            ]
            words += [word for lib in libraries for entry in getattr(lib, key) for word in (entry.id, entry.name)]
            known |= {word: kind for word in words if isinstance(word, str) and word}
    return known
