"""The steps of a map: what the organisation does, on stage, backstage and in support."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.lint.told import start_of
from cjm.model.journey import Journey
from cjm.model.lookup import actors, called
from cjm.model.moment import Moment, Step
from cjm.model.problem import Parts
from cjm.model.walk import moments

LANES = ("onstage", "backstage", "support")


class Done(NamedTuple):
    """A step with its route, its lane and its moment."""

    at: Parts
    lane: str
    step: Step
    moment: Moment


def steps(journey: Journey) -> Iterator[Done]:
    """Every step of a map, in the order of time."""
    for at, moment, _ in moments(journey):
        for lane in LANES:
            for place, step in enumerate(getattr(moment, lane)):
                yield Done((*at, lane, place), lane, step, moment)


def named_step(journey: Journey, step: Step) -> str:
    """What a step is called in messages: what is done, or else who or what does it."""
    doer = called(step.actor, actors(journey)) or called(step.system, journey.systems)
    return start_of(step.does[0]) if step.does else doer


def is_machine(journey: Journey, step: Step) -> bool:
    """Whether it is said which machine does a step: a system, or an actor that is one."""
    return bool(step.system) or any(
        actor.kind == "system" for actor in journey.actors if step.actor and step.actor in {actor.id, actor.name}
    )
