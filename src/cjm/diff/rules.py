"""The rules by which changes are judged: better or worse for the customer, each with its mirror."""

from collections.abc import Mapping
from typing import NamedTuple

from cjm.diff.change import Direction

_BETTER, _WORSE = Direction.IMPROVED, Direction.WORSENED
_NEITHER, _UNKNOWN = Direction.NEUTRAL, Direction.UNKNOWN


class Judging(NamedTuple):
    """A rule: how it judges where nothing speaks against it, its mirror (of the same change, undone), and in words."""

    direction: Direction
    mirror: str
    told: str


RULES: Mapping[str, Judging] = {
    "pain-removed": Judging(_BETTER, "pain-added", "A pain is gone, even where its touchpoint went too."),
    "pain-added": Judging(_WORSE, "pain-removed", "A pain is new."),
    "pain-dropped": Judging(
        _UNKNOWN, "pain-dropped",
        "A pain of the map under compares_to is not told any more, and no opportunity of either map solves it."),
    "pain-eased": Judging(_BETTER, "pain-aggravated", "Severity × frequency fell, or the pain is mitigated or resolved."),
    "pain-aggravated": Judging(_WORSE, "pain-eased", "Severity × frequency rose, or the pain is open again."),
    "emotion-raised": Judging(_BETTER, "emotion-lowered", "The moment feels better; counts three times at a moment of truth."),
    "emotion-lowered": Judging(_WORSE, "emotion-raised", "The moment feels worse; counts three times at a moment of truth."),
    "emotion-unknown": Judging(_UNKNOWN, "emotion-unknown", "Only one side says how the moment feels."),
    "gain-added": Judging(_BETTER, "gain-removed", "A gain is new."),
    "gain-removed": Judging(_WORSE, "gain-added", "A gain is gone."),
    "gain-dropped": Judging(_UNKNOWN, "gain-dropped", "A gain of the map under compares_to is not told any more."),
    "step-automated": Judging(
        _BETTER, "step-made-manual",
        "A machine does more of a step. Unknown if the moment feels worse than before, or nothing is said to happen where the machine fails."),
    "step-made-manual": Judging(
        _WORSE, "step-automated",
        "A machine does less of a step. Unknown if the moment feels better than before, or nothing was said to happen where the machine failed."),
    "handoff-removed": Judging(_BETTER, "handoff-added", "Two moments that follow each other are no longer in different hands."),
    "handoff-added": Judging(_WORSE, "handoff-removed", "Two moments that follow each other are in different hands now."),
    "wait-shortened": Judging(_BETTER, "wait-lengthened", "The customer waits less."),
    "wait-lengthened": Judging(_WORSE, "wait-shortened", "The customer waits longer."),
    "duration-shortened": Judging(_BETTER, "duration-lengthened", "It takes less time."),
    "duration-lengthened": Judging(_WORSE, "duration-shortened", "It takes more time."),
    "time-unknown": Judging(_UNKNOWN, "time-unknown", "Only one side says how long it takes, or how long the customer waits."),
    "figure-better": Judging(_BETTER, "figure-worse", "A figure moved to its better side."),
    "figure-worse": Judging(_WORSE, "figure-better", "A figure moved to its worse side."),
    "figure-unknown": Judging(_UNKNOWN, "figure-unknown", "A figure or target moved, and nothing says which side is better."),
    "target-tightened": Judging(_BETTER, "target-loosened", "A target is harder to reach."),
    "target-loosened": Judging(_WORSE, "target-tightened", "A target is easier to reach."),
    "owner-assigned": Judging(_BETTER, "owner-dropped", "Somebody answers for it."),
    "owner-dropped": Judging(_WORSE, "owner-assigned", "Nobody answers for it any more."),
    "evidence-added": Judging(_BETTER, "evidence-removed", "It rests on more research."),
    "evidence-removed": Judging(_WORSE, "evidence-added", "It rests on less research."),
    "assumption-validated": Judging(_BETTER, "assumption-reopened", "Customers have confirmed the touchpoint."),
    "assumption-reopened": Judging(_WORSE, "assumption-validated", "The touchpoint is not confirmed by customers any more."),
    "opportunity-advanced": Judging(_BETTER, "opportunity-slipped", "An opportunity is further: idea, planned, in progress, done."),
    "opportunity-slipped": Judging(_WORSE, "opportunity-advanced", "An opportunity is less far than it was."),
    "renamed": Judging(_NEITHER, "renamed", "Another name, title or id."),
    "moved": Judging(_NEITHER, "moved", "Another place: in time, in another stage or touchpoint, on another side of the line of visibility."),
    "added": Judging(_NEITHER, "removed", "New. Unknown for a stage or touchpoint that takes over pains from elsewhere."),
    "removed": Judging(_NEITHER, "added", "Gone. Unknown for a stage or touchpoint whose pains live on elsewhere."),
    "reordered": Judging(_NEITHER, "reordered", "The same in another order of time."),
    "changed": Judging(_NEITHER, "changed", "Another value that is neither better nor worse in itself."),
    "reworded": Judging(_NEITHER, "reworded", "Other words, or bookkeeping; hidden unless asked for."),
}  # fmt: skip
"""Every judging rule by its slug; where a change falls under several, the first here heads it."""
