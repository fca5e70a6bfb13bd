"""The essence of a map: what hurts most, what decides, what is being done, which figures are watched."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.figures.measured import is_counted
from cjm.figures.priority import weight
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.moment import Moment, Stage
from cjm.model.opportunity import Opportunity, Pain

_WORKS = ("in_progress", "planned", "done", "idea")
_MIDDLE = 3  # what a rating counts that nobody has given


class Truth(NamedTuple):
    """A moment of truth, and the stage that it belongs to (a stage's is itself)."""

    stage: Stage
    moment: Moment


class Hurt(NamedTuple):
    """A pain and where it is felt."""

    stage: Stage
    moment: Moment
    pain: Pain


class Watched(NamedTuple):
    """A figure with the key it is known by, and its moment; one of the whole map has none."""

    key: str
    metric: Metric
    moment: Moment | None


def truths(journey: Journey) -> tuple[Truth, ...]:
    """The moments of truth in the order of time."""
    return tuple(Truth(*each) for each in _everywhere(journey) if each[1].moment_of_truth is not None)


def hurts(journey: Journey) -> tuple[Hurt, ...]:
    """The pains that are not resolved, the worst first: by severity × frequency, then as the map tells them."""
    found = (Hurt(stage, moment, pain) for stage, moment in _everywhere(journey) for pain in moment.pains)
    return tuple(
        sorted((each for each in found if each.pain.status != "resolved"), key=lambda each: -weight(each.pain))
    )


def works(journey: Journey) -> tuple[Opportunity, ...]:
    """What is done about the pains: what is under way, planned and done; ideas last, and of these the best first.

    What was dropped is left out.
    """
    every = [each for _, moment in _everywhere(journey) for each in moment.opportunities if each.status != "dropped"]
    return tuple(sorted(every, key=lambda each: (_WORKS.index(each.status or "idea"), -_worth(each))))


def watched(journey: Journey) -> tuple[Watched, ...]:
    """The figures of the whole map, then those of its moments that shall become others, moments of truth first."""
    heads = [Watched(metric.id, metric, None) for metric in journey.metrics if is_counted(metric)]
    inner = [
        Watched(key, metric, moment)
        for _, moment in sorted(_everywhere(journey), key=lambda each: each[1].moment_of_truth is None)
        for key, metric in moment.metrics.items()
        if metric.target
    ]
    return (*heads, *sorted(inner, key=lambda each: not (each.metric.value or each.metric.series)))


def _worth(each: Opportunity) -> int:
    """What an opportunity would bring for what it would cost."""
    return (each.impact or _MIDDLE) - (each.effort or _MIDDLE)


def _everywhere(journey: Journey) -> Iterator[tuple[Stage, Moment]]:
    return ((stage, moment) for stage in journey.stages for moment in (stage, *stage.touchpoints))
