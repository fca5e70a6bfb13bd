"""Where the moments of a map are told: one column for each, a stage over those of its touchpoints."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage


class Place(NamedTuple):
    """Where a moment is told: from one column on, up to another one; a stage over all its columns."""

    stage: Stage
    moment: Moment
    start: int
    end: int

    @property
    def is_stage(self) -> bool:
        """Whether it stands over the columns of touchpoints."""
        return self.moment is self.stage and bool(self.stage.touchpoints)


def over_all(journey: Journey) -> tuple[Place, ...]:
    """Each stage with its columns: as many as it has touchpoints, or one."""
    places, start = [], 0
    for stage in journey.stages:
        end = start + (len(stage.touchpoints) or 1)
        places.append(Place(stage, stage, start, end))
        start = end
    return tuple(places)


def everywhere(journey: Journey) -> Iterator[Place]:
    """Each stage, and behind it its touchpoints."""
    for over in over_all(journey):
        yield over
        for column, touchpoint in enumerate(over.stage.touchpoints, over.start):
            yield Place(over.stage, touchpoint, column, column + 1)
