"""Priority: how much a moment asks for attention, by how important it is and how much it hurts there."""

from collections.abc import Iterable
from typing import NamedTuple

from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.model.opportunity import Pain

_ASSUMED = 3  # what a rating counts that nobody has given


class Priority(NamedTuple):
    """Importance (1 to 5) times pain (severity × frequency of the greatest, 0 to 25).

    ``is_assumed`` where a rating is missing and counts 3: pictures show ``3?``.
    """

    score: int
    is_assumed: bool


class Rank(NamedTuple):
    """A moment with what its priority is made of: its importance, and its greatest pain; either may be missing."""

    journey: Journey
    stage: Stage
    moment: Moment
    importance: int | None
    pain: Pain | None

    @property
    def column(self) -> int:
        """The importance that counts."""
        return self.importance or _ASSUMED

    @property
    def weight(self) -> int:
        """The pain that counts; 0 where there is none."""
        return weight(self.pain) if self.pain else 0

    @property
    def priority(self) -> Priority:
        """Both together."""
        return priority(self.stage, self.moment)


def priority(stage: Stage, moment: Moment) -> Priority:
    """The priority of a moment of a stage, or of the stage itself; without a pain it is 0."""
    importance, pain = importance_of(stage, moment), worst(moment)
    is_rated = pain is None or None not in {pain.severity, pain.frequency}
    score = (importance or _ASSUMED) * (weight(pain) if pain else 0)
    return Priority(score, importance is None or not is_rated)


def worst(moment: Moment) -> Pain | None:
    """The greatest pain of a moment."""
    return max(moment.pains, key=weight, default=None)


def importance_of(stage: Stage, moment: Moment) -> int | None:
    """How important a moment is: a touchpoint has its stage's importance where no touchpoint of the stage has its own."""
    weighed = [each for each in (moment, stage) if any(each is other for other in counting(stage, "importance"))]
    return weighed[0].importance if weighed else None


def ranking(journeys: Iterable[Journey]) -> tuple[Rank, ...]:
    """The moments of maps, from the highest priority to the lowest; of equals the more important ones come first.

    They are the touchpoints, and the stages that have none, or pains of their own.
    """
    found = (
        Rank(journey, stage, moment, importance_of(stage, moment), worst(moment))
        for journey in journeys
        for stage in journey.stages
        for moment in (*stage.touchpoints, *((stage,) if stage.pains or not stage.touchpoints else ()))
    )
    return tuple(sorted(found, key=lambda rank: (-rank.priority.score, -rank.column, -rank.weight)))


def weight(pain: Pain) -> int:
    """How much a pain hurts: severity × frequency, 1 to 25."""
    return (pain.severity or _ASSUMED) * (pain.frequency or _ASSUMED)
