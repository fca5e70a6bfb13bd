"""What depends on which system: the moments that name it, and the steps behind them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.library import System
from cjm.model.lookup import lookup
from cjm.model.moment import Stage, Step, Touchpoint


class Need(NamedTuple):
    """A moment of a map that depends on a system; ``steps`` are those of its steps that use it."""

    journey: Journey
    stage: Stage
    moment: Stage | Touchpoint
    steps: tuple[Step, ...]


class Served(NamedTuple):
    """A system as the first map that has it knows it, and all that depends on it."""

    system: System
    journey: Journey
    needs: tuple[Need, ...]


Key = tuple[str, str]
"""What a system is known by among several maps: its id and its name. Maps of different firms may share an id."""


def served(journeys: Sequence[Journey]) -> tuple[Served, ...]:
    """Every system of the maps with what depends on it; one of the same id and name in several maps is one."""
    systems: dict[Key, tuple[System, Journey]] = {}
    needs: dict[Key, list[Need]] = {}
    for journey in journeys:
        for system in journey.systems:
            known = systems.setdefault(_key(system), (system, journey))
            if known[0].refers and not system.refers:  # only named there, written down here
                systems[_key(system)] = (system, journey)
            needs.setdefault(_key(system), [])
        for need, key in _needs(journey):
            needs[key].append(need)
    return tuple(Served(system, journey, tuple(needs[key])) for key, (system, journey) in systems.items())


def _key(system: System) -> Key:
    return system.id, system.name


def _needs(journey: Journey) -> Iterator[tuple[Need, Key]]:
    """Each moment with each system that it needs."""
    for stage in journey.stages:
        inner: tuple[Stage | Touchpoint, ...] = (stage, *stage.touchpoints)
        for moment in inner:
            steps = (*moment.onstage, *moment.backstage, *moment.support)
            words = dict.fromkeys((*moment.systems, *(step.system for step in steps if step.system)))
            keys = dict.fromkeys(_key(found) for word in words if (found := lookup(word, journey.systems)))
            for key in keys:
                using = (step for step in steps if (each := lookup(step.system, journey.systems)) and _key(each) == key)
                yield Need(journey, stage, moment, tuple(using)), key
