"""Where a journey goes on from each of its moments: as ``next`` says, or else to the following one."""

from collections.abc import Sequence
from typing import NamedTuple

from cjm.figures.moments import is_set
from cjm.model.journey import Journey
from cjm.model.moment import Branch, Stage, Touchpoint
from cjm.model.problem import Parts
from cjm.model.references import END


class Turn(NamedTuple):
    """A way on from a moment: what ``next`` says of it, if anything, and the place of the moment it leads to.

    There is no such place where the journey ends, and where ``next`` names what is not among the moments.
    """

    branch: Branch | None
    goal: int | None


class Way(NamedTuple):
    """A moment with its route and its stage (a stage's is itself), and where it goes on.

    ``goals`` are the places, among all ways, of the moments that come next. ``leaves`` tells whether the journey may
    be over here: ``next`` names ``end``, or nothing follows. ``turns`` are the same one by one, as written.
    """

    at: Parts
    stage: Stage
    moment: Stage | Touchpoint
    goals: tuple[int, ...]
    leaves: bool
    turns: tuple[Turn, ...]


def ways(journey: Journey) -> tuple[Way, ...]:
    """Every moment in the order of time, with each that comes next. A stage that is a set of contacts is one moment."""
    places: list[tuple[Parts, Stage, Stage | Touchpoint]] = []
    for index, stage in enumerate(journey.stages):
        inner = () if is_set(stage) else stage.touchpoints
        places += [(("stages", index, "touchpoints", place), stage, each) for place, each in enumerate(inner)]
        places += [] if inner else [(("stages", index), stage, stage)]
    targets = _targets([(stage, moment) for _, stage, moment in places])
    found = []
    for index, (at, stage, moment) in enumerate(places):
        is_last_of_stage = index + 1 == len(places) or places[index + 1][1] is not stage
        branches = moment.next or (stage.next if is_last_of_stage else ())
        following = (Turn(None, index + 1),) if index + 1 < len(places) else ()
        turns = tuple(Turn(branch, targets.get(branch.to)) for branch in branches) or following
        goals = sorted({turn.goal for turn in turns if turn.goal is not None})
        leaves = not goals or any(branch.to == END for branch in branches)
        found.append(Way(at, stage, moment, tuple(goals), leaves, turns))
    return tuple(found)


def _targets(places: Sequence[tuple[Stage, Stage | Touchpoint]]) -> dict[str, int]:
    """What ``next`` may name, with the place that it leads to: touchpoints before stages, ``end`` never."""
    found: dict[str, int] = {}
    for index, (stage, moment) in enumerate(places):
        for touchpoint in (moment,) if moment is not stage else stage.touchpoints:
            found.setdefault(touchpoint.id, index)
            found.setdefault(f"{stage.id}/{touchpoint.id}", index)
    for index, (stage, _) in enumerate(places):
        found.setdefault(stage.id, index)
    return {name: index for name, index in found.items() if name != END}
