"""The figures of a comparison: how many changes of each direction, and how both maps stand."""

from collections import Counter
from collections.abc import Iterable

from cjm.diff.change import Change, Count, Direction, Kind, Summary
from cjm.diff.judge import on_common_scale
from cjm.figures import emotion
from cjm.figures.handoffs import handoffs
from cjm.model.journey import Journey


def summarise(changes: Iterable[Change], before: Journey, after: Journey) -> Summary:
    """The changes counted, editorial ones left out, with the figures of both maps."""
    counts = Counter(change.direction for change in changes if change.kind is not Kind.EDITORIAL)
    return Summary(
        improved=counts[Direction.IMPROVED],
        worsened=counts[Direction.WORSENED],
        neutral=counts[Direction.NEUTRAL],
        unknown=counts[Direction.UNKNOWN],
        emotion=_feelings(before, after),
        pains=Count(pains(before), pains(after)),
        handoffs=Count(len(handoffs(before)), len(handoffs(after))),
        automated=Count(automated(before), automated(after)),
    )


def pains(journey: Journey) -> int:
    """How many pains a map holds, those that are resolved left out."""
    moments = [each for stage in journey.stages for each in (stage, *stage.touchpoints)]
    return sum(pain.status != "resolved" for moment in moments for pain in moment.pains)


def automated(journey: Journey) -> int:
    """How many steps a machine does."""
    moments = [each for stage in journey.stages for each in (stage, *stage.touchpoints)]
    steps = [step for each in moments for step in (*each.onstage, *each.backstage, *each.support)]
    return sum(step.automation == "automated" for step in steps)


def _feelings(before: Journey, after: Journey) -> Count:
    """The mean feelings, on the scale that both share, else from -2 to 2."""
    means = [emotion.mean(journey)[0] for journey in (before, after)]
    if before.scale != after.scale:
        sides = zip(means, (before, after), strict=True)
        means = [None if mean is None else on_common_scale(mean, journey.scale) for mean, journey in sides]
    return Count(*means)
