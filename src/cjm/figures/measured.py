"""The figures of a map as they count: with their kind, and the value, number and date that count."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.moment import Moment, Stage
from cjm.model.problem import Parts
from cjm.model.values import complete
from cjm.model.walk import moments

BETTER = {
    "nps": "higher", "csat": "higher", "conversion": "higher", "retention": "higher", "resolution": "higher",
    "drop_off": "lower", "churn": "lower", "wait": "lower",
}  # fmt: skip
"""Which way is better for the kinds of which there is no doubt."""


class Figure(NamedTuple):
    """A measured figure with its route and its moment, which those of a map's head have not.

    ``value``, ``n`` and ``date`` are those of the end of its series, unless it says them itself.
    """

    at: Parts
    key: str
    metric: Metric
    moment: Moment | None

    @property
    def value(self) -> str:
        """What was measured, as it is written."""
        return self.metric.value or (self.metric.series[-1].value if self.metric.series else "")

    @property
    def n(self) -> int | None:
        """How many answers or cases it rests on."""
        return self.metric.n if self.metric.n is not None or not self.metric.series else self.metric.series[-1].n

    @property
    def date(self) -> str:
        """When it was measured."""
        return self.metric.date or (self.metric.series[-1].date if self.metric.series else "") or ""

    def whole(self, journey: Journey) -> Metric:
        """The metric with what the catalogue says of it: its kind, its unit, which side is better."""
        return complete(self.metric, self.key, journey, None)

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.metric.name or self.key


def is_measured(metric: Metric) -> bool:
    """Whether a metric holds a figure, and not only a name or a target."""
    return bool(metric.value or metric.series)


def is_counted(metric: Metric) -> bool:
    """Whether a metric holds a figure, or at least one to aim at."""
    return bool(metric.value or metric.series or metric.target)


def figures(journey: Journey) -> Iterator[Figure]:
    """Every measured figure of a map, those of its head first."""
    for index, metric in enumerate(journey.metrics):
        if is_measured(metric):
            yield Figure(("metrics", index), metric.id, metric, None)
    for at, moment, _ in moments(journey):
        for key, metric in moment.metrics.items():
            if is_measured(metric):
                yield Figure((*at, "metrics", key), key, metric, moment)


def is_watched(moment: Moment, stage: Stage) -> bool:
    """Whether a figure tells how a moment goes: its own, its stage's, for a stage its touchpoints', or on a map of its own."""
    inner = stage.touchpoints if moment is stage else ()
    return bool(moment.map) or any(
        is_counted(metric) for each in (moment, stage, *inner) for metric in each.metrics.values()
    )
