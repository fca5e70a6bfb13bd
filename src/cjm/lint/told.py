"""The parts of a map that rules look at: moments in which the customer's story is told, and scores on one scale."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.figures.emotion import felt
from cjm.figures.moments import has
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Touchpoint
from cjm.model.problem import Parts
from cjm.model.walk import moments


class Scored(NamedTuple):
    """A moment with its feeling: on the map's own scale, and mapped to −2..2, on which rules judge."""

    parts: Parts
    moment: Stage | Touchpoint
    score: float
    plain: float


def silent(journey: Journey, key: str) -> Iterator[tuple[Parts, Stage | Touchpoint]]:
    """The moments that should say something under a key, and do not.

    Where none of a stage's touchpoints does, the stage may say it for all; if it does not, it is the stage that is
    silent, once; unless it has a single touchpoint. Touchpoint maps and lifecycle maps tell no story, and nothing is missing there.
    """
    if journey.kind in {"touchpoints", "lifecycle"}:
        return
    for index, stage in enumerate(journey.stages):
        speaking = [has(touchpoint, key) for touchpoint in stage.touchpoints]
        if any(speaking) or (len(speaking) == 1 and not has(stage, key)):
            for place, touchpoint in enumerate(stage.touchpoints):
                if not speaking[place]:
                    yield ("stages", index, "touchpoints", place), touchpoint
        elif not has(stage, key):
            yield ("stages", index), stage


def scored(journey: Journey) -> list[Scored]:
    """The moments that have a score, in the order of time; touchpoints before their stage's own."""
    low, high = journey.scale.min, journey.scale.max
    found = []
    for at, moment, stage in moments(journey):
        score = felt(moment, journey.scale)
        has_inner = moment is stage and any(felt(each, journey.scale) is not None for each in stage.touchpoints)
        if score is not None and not has_inner:
            found.append(Scored(at, moment, score, (score - low) / ((high - low) or 1) * 4 - 2))  # type: ignore[arg-type]
    return found


def name_of(moment: Moment) -> str:
    """What a moment is called in messages."""
    return str(getattr(moment, "name", "")) or moment.id
