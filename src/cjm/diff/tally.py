"""What one version of a map amounts to: how it feels, how many pains it has, its metrics as numbers."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cjm.diff.summary import automated, pains
from cjm.figures.emotion import mean
from cjm.figures.handoffs import handoffs
from cjm.figures.measured import BETTER, figures
from cjm.model.amount import amount
from cjm.model.journey import Journey
from cjm.model.metric import SHARES, Metric
from cjm.model.moment import Moment
from cjm.model.problem import Parts
from cjm.model.time import MINUTES, duration, unit_of
from cjm.model.walk import address, moments

Better = Literal["higher", "lower", ""]


class Tally(NamedTuple):
    """The figures of a whole map: its mean feeling in units of its scale, and how many there are of what.

    ``pains`` are those that are not resolved, ``open_pains`` those that are not mitigated or accepted either;
    ``automated`` are steps that a machine does, ``done`` opportunities that are carried out.
    """

    emotion: float | None
    pains: int
    open_pains: int
    handoffs: int
    automated: int
    done: int


class Measure(NamedTuple):
    """A metric that holds a figure: its route, its moment (none in the head), its figure and its target as numbers.

    Numbers are in one unit: times in minutes (``min``), shares from 0 to 1 (``share``), everything else as written.
    ``written`` is the figure as it stands in the map, ``metric`` all that the map says of it.
    """

    at: Parts
    key: str
    metric: Metric
    moment: Moment | None
    address: str
    value: float
    target: float | None
    unit: str
    written: str

    @property
    def name(self) -> str:
        """What tells it from all others of its map: ``nps``, ``touchpoint/porting/csat``."""
        return f"{self.address}/{self.key}" if self.address else self.key

    @property
    def better(self) -> Better:
        """Which way is better for the customer, as the map says or the kind tells; nothing where neither does."""
        found: Better = self.metric.better or BETTER.get(self.metric.kind or "", "")  # type: ignore[assignment]
        return found


def tally(journey: Journey) -> Tally:
    """The figures of a whole map."""
    everywhere = [moment for _, moment, _ in moments(journey)]
    return Tally(
        emotion=mean(journey)[0],
        pains=pains(journey),
        open_pains=sum(pain.status in {None, "open"} for moment in everywhere for pain in moment.pains),
        handoffs=len(handoffs(journey)),
        automated=automated(journey),
        done=sum(each.status == "done" for moment in everywhere for each in moment.opportunities),
    )


def measures(journey: Journey) -> Iterator[Measure]:
    """Every metric of a map that holds a figure, those of its head first; what is no such figure is left out."""
    for figure in figures(journey):
        metric = figure.whole(journey)
        found = _number(figure.value, metric)
        if found:
            target = _number(metric.target, metric) if metric.target else None
            place = address(journey, figure.at[:-2])
            number = target[0] if target and target[1] == found[1] else None
            yield Measure(figure.at, figure.key, metric, figure.moment, place, found[0], number, found[1], figure.value)


def _number(text: str, metric: Metric) -> tuple[float, str] | None:
    """The number that a figure stands for, and its unit; nothing where its kind does not allow it."""
    unit = unit_of(metric.unit)
    try:
        value = amount(text, metric)
    except ValueError:
        return None
    if metric.kind in SHARES:
        return value, "share"
    if duration(text) or metric.kind in {"duration", "wait"}:
        return value, "min"
    return (value * MINUTES[unit], "min") if metric.kind is None and unit else (value, metric.unit)
