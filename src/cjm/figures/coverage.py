"""Evidence coverage: how much of a map rests on research, and what is an assumption."""

from collections.abc import Iterable
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Touchpoint


class Share(NamedTuple):
    """How many of how many rest on research."""

    resting: int
    all: int


class Coverage(NamedTuple):
    """The moments, pains and metrics of a map that rest on research, or on what customers have confirmed.

    Moments are the touchpoints, and stages that have none. A pain or a metric rests on research if it names some, or
    its moment does; a metric of the head must name its own.
    """

    moments: Share
    pains: Share
    metrics: Share

    @property
    def total(self) -> Share:
        """All of them together."""
        return Share(sum(share.resting for share in self), sum(share.all for share in self))


def is_validated(moment: Moment) -> bool:
    """Whether customers have confirmed a touchpoint."""
    return isinstance(moment, Touchpoint) and moment.validated not in {None, "false"}


def is_assumed(stage: Stage, moment: Moment) -> bool:
    """Whether a moment of a stage is an assumption: no research is named and no customer has confirmed it.

    What holds for a stage holds for its touchpoints; a stage is none if one of its touchpoints is none.
    """
    own = (moment, *stage.touchpoints) if moment is stage else (moment, stage)
    return not any(each.evidence or is_validated(each) for each in own)


def assumptions(journey: Journey) -> tuple[Moment, ...]:
    """The moments that rest on no research, in the order of time."""
    return tuple(moment for stage, moment in _moments(journey) if is_assumed(stage, moment))


def coverage(journey: Journey) -> Coverage:
    """How much of a map rests on research."""
    everywhere = [(stage, moment) for stage in journey.stages for moment in (stage, *stage.touchpoints)]
    pains = [
        bool(pain.evidence) or not is_assumed(stage, moment) for stage, moment in everywhere for pain in moment.pains
    ]
    metrics = [bool(metric.evidence) for metric in journey.metrics if metric.value or metric.series]
    metrics += [
        bool(metric.evidence) or not is_assumed(stage, moment)
        for stage, moment in everywhere
        for metric in moment.metrics.values()
        if metric.value or metric.series
    ]
    return Coverage(_share(not is_assumed(*each) for each in _moments(journey)), _share(pains), _share(metrics))


def _moments(journey: Journey) -> list[tuple[Stage, Moment]]:
    return [(stage, moment) for stage in journey.stages for moment in stage.touchpoints or (stage,)]


def _share(resting: Iterable[bool]) -> Share:
    known = list(resting)
    return Share(sum(known), len(known))
