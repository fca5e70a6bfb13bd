"""Touchpoints as contacts: whether the brand takes part in them, and which of them lack something all should have."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cjm.lint.rule import Problem
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Touchpoint
from cjm.model.problem import Parts

ELSEWHERE = frozenset({"review_site", "word_of_mouth", "social", "search", "marketplace"})
"""Channels in which people meet without the brand, unless a map says otherwise."""

FEW = 2
"""Up to so many that lack something are told one by one, even if none has it."""


def has_contacts(journey: Journey) -> bool:
    """Whether a map shows what customers meet: no lifecycle, and not what a single one told."""
    return journey.kind != "lifecycle" and journey.state != "actual"


def is_alone(moment: Moment) -> bool:
    """Whether the customer does something alone there."""
    return getattr(moment, "kind", None) == "action"


def is_there(moment: Moment) -> bool:
    """Whether a moment exists today: it is neither planned nor given up."""
    return getattr(moment, "status", None) not in {"planned", "retired"}


def is_ours(moment: Moment) -> bool:
    """Whether the brand takes part in a moment: not so among customers, nor on other people's pages."""
    control = getattr(moment, "control", None)
    if is_alone(moment) or control in {"customer", "social"}:
        return False
    return control == "brand" or not moment.channel or not ELSEWHERE.issuperset(moment.channel)


class Wording(NamedTuple):
    """What is said of a map, a stage and a touchpoint that lack something; ``{}`` is the name of the latter two."""

    map: str
    stage: str
    touchpoint: str


def lacking(
    journey: Journey,
    says: Callable[[Moment], bool],
    is_meant: Callable[[Touchpoint], bool],
    wording: Wording,
    help: str,
) -> Iterator[Problem]:
    """The touchpoints that do not say something, of those that are meant; where none of a stage's does, the stage may.

    If several of a stage should and none does, it is the stage that lacks it, once; if none of the map's does, it is the
    map.
    """
    found: list[Problem] = []
    lacks = all_meant = 0
    for index, stage in enumerate(journey.stages):
        at: Parts = ("stages", index)
        is_said = any(map(says, stage.touchpoints))
        meant = [(place, each) for place, each in enumerate(stage.touchpoints) if is_meant(each)]
        bare = [(place, each) for place, each in meant if not says(each) and (is_said or not says(stage))]
        lacks, all_meant = lacks + len(bare), all_meant + len(meant)
        if len(bare) > 1 and not is_said:
            found.append(Problem(at, wording.stage.format(name_of(stage)), help))
        else:
            found += [
                Problem((*at, "touchpoints", place), wording.touchpoint.format(name_of(each)), help)
                for place, each in bare
            ]
    yield from [Problem(("stages",), wording.map, help, at_key=True)] if lacks == all_meant > FEW else found
