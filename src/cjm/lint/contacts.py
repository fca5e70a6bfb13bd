"""Touchpoints as contacts: whether the brand takes part in them, and which of them lack something all should have."""

from collections.abc import Callable, Iterator

from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Touchpoint
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


def lacking(
    journey: Journey, says: Callable[[Moment], bool], is_meant: Callable[[Touchpoint], bool]
) -> Iterator[tuple[Parts, Stage | Touchpoint | None]]:
    """The touchpoints that do not say something, of those that are meant; where none of a stage's does, the stage may.

    If several of a stage should and none does, it is the stage that lacks it, once; if none of the map's does, it is the
    map: ``None``.
    """
    found: list[tuple[Parts, Stage | Touchpoint]] = []
    lacks = all_meant = 0
    for index, stage in enumerate(journey.stages):
        at: Parts = ("stages", index)
        is_said = any(map(says, stage.touchpoints))
        meant = [(place, each) for place, each in enumerate(stage.touchpoints) if is_meant(each)]
        bare = [(place, each) for place, each in meant if not says(each) and (is_said or not says(stage))]
        lacks, all_meant = lacks + len(bare), all_meant + len(meant)
        if len(bare) > 1 and not is_said:
            found.append((at, stage))
        else:
            found += [((*at, "touchpoints", place), each) for place, each in bare]
    yield from [(("stages",), None)] if lacks == all_meant > FEW else found
