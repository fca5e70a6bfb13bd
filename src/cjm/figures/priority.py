"""Priority: how much a moment asks for attention, by how important it is and how much it hurts there."""

from typing import NamedTuple

from cjm.figures.moments import counting
from cjm.model.moment import Moment, Stage
from cjm.model.opportunity import Pain

_ASSUMED = 3  # what a rating counts that nobody has given


class Priority(NamedTuple):
    """Importance (1 to 5) times pain (severity × frequency of the greatest, 0 to 25).

    ``is_assumed`` where a rating is missing and counts 3: pictures show ``3?``.
    """

    score: int
    is_assumed: bool


def priority(stage: Stage, moment: Moment) -> Priority:
    """The priority of a moment of a stage, or of the stage itself; without a pain it is 0.

    A touchpoint has its stage's importance where no touchpoint of the stage has its own.
    """
    weighed = [each for each in (moment, stage) if any(each is other for other in counting(stage, "importance"))]
    importance = weighed[0].importance if weighed else None
    pains = [(weight(pain), pain) for pain in moment.pains]
    worst, pain = max(pains, key=lambda each: each[0]) if pains else (0, None)
    is_assumed = importance is None or (pain is not None and None in (pain.severity, pain.frequency))
    return Priority((importance or _ASSUMED) * worst, is_assumed)


def weight(pain: Pain) -> int:
    """How much a pain hurts: severity × frequency, 1 to 25."""
    return (pain.severity or _ASSUMED) * (pain.frequency or _ASSUMED)
