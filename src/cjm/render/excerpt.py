"""A part of a map: some of its stages, and what some of its personas meet, do, think, say and feel."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Branch, Moment, Stage, Touchpoint
from cjm.model.persona import Persona
from cjm.model.problem import nearest
from cjm.render.naming import name_of

Entry = TypeVar("Entry", Stage, Persona)
Some = TypeVar("Some", bound=Moment)


def excerpt(journey: Journey, stages: Iterable[str] = (), personas: Iterable[str] = ()) -> Journey:
    """The map with those stages and personas alone, by id or name; without any, with all.

    Of personas, the first name will do. What only others meet is left out, and so are their voices. Raises
    ``UsageError`` for a stage or persona that the map does not have, and where nothing is left.
    """
    stages, personas = tuple(stages), tuple(personas)
    if not stages and not personas:
        return journey
    kept = _named(journey.stages, stages, "stage")
    people = _named(journey.personas, personas, "persona")
    if personas:
        names = {name for persona in people for name in (persona.id, persona.name)}
        others = {each.id: _first(each) for each in journey.personas if each not in people}
        kept = tuple(_told_by(stage, names, others) for stage in kept if _is_met(stage, names))
    if not kept:
        raise UsageError(f"No stage of ‘{journey.title}’ is met by {', '.join(personas)}.")
    left_out = _names(journey.stages).items() - _names(kept).items()
    return replace(journey, stages=tuple(_leading(stage, dict(left_out)) for stage in kept), personas=people)


def _named(entries: Sequence[Entry], words: Sequence[str], kind: str) -> tuple[Entry, ...]:
    """The entries that the words name, in their own order; all of them without any word."""
    for word in words:
        if not any(_is_called(entry, word) for entry in entries):
            known = dict.fromkeys(name for entry in entries for name in (entry.id, entry.name) if name)
            meant = nearest(word, known)
            hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(entry.id for entry in entries)}."
            raise UsageError(f"There is no {kind} ‘{word}’ in the map. {hint}")
    return tuple(entry for entry in entries if not words or any(_is_called(entry, word) for word in words))


def _is_called(entry: Stage | Persona, word: str) -> bool:
    first = _first(entry) if isinstance(entry, Persona) else ""
    return word.casefold() in {name.casefold() for name in (entry.id, entry.name, first) if name}


def _first(persona: Persona) -> str:
    return persona.name.split(",", maxsplit=1)[0]


def _is_met(moment: Moment, names: Collection[str]) -> bool:
    """Whether one of those personas meets a moment: all do, where it names none."""
    return not moment.personas or any(name in names for name in moment.personas)


def _told_by(stage: Stage, names: Collection[str], others: Mapping[str, str]) -> Stage:
    """A stage as those personas live it; the others have but a name in it."""
    met = (_meeting(_voiced(each, names), others) for each in stage.touchpoints if _is_met(each, names))
    return replace(_voiced(stage, names), touchpoints=tuple(met))


def _meeting(touchpoint: Touchpoint, others: Mapping[str, str]) -> Touchpoint:
    initiator, receiver = (others.get(who, who) for who in (touchpoint.initiator, touchpoint.receiver))
    return replace(touchpoint, initiator=initiator, receiver=receiver)


def _voiced(moment: Some, names: Collection[str]) -> Some:
    """A moment with the voices of those personas alone."""
    return replace(moment, for_={who: voice for who, voice in moment.for_.items() if who in names})


def _names(stages: Iterable[Stage]) -> dict[str, str]:
    """What the stages and touchpoints are called, by what branches call them."""
    found: dict[str, str] = {}
    for stage in stages:
        found[stage.id] = name_of(stage)
        for touchpoint in stage.touchpoints:
            found |= dict.fromkeys((touchpoint.id, f"{stage.id}/{touchpoint.id}"), name_of(touchpoint))
    return found


def _leading(stage: Stage, left_out: dict[str, str]) -> Stage:
    """A stage whose branches to what is left out lead to its name."""

    def branches(moment: Moment) -> tuple[Branch, ...]:
        return tuple(replace(branch, to=left_out.get(branch.to, branch.to)) for branch in moment.next)

    touchpoints = tuple(replace(each, next=branches(each)) for each in stage.touchpoints)
    return replace(stage, next=branches(stage), touchpoints=touchpoints)
