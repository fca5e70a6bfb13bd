"""What customers answered, as a place on the scale of feelings, and how sure the number of answers makes it.

Wilson's score interval: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212. It holds for a
share. Of a mean the format knows no spread, so the widest is assumed that a mean in such bounds can have, with all
answers at the two ends (R. Bhatia and C. Davis, American Mathematical Monthly 107 (2000), 353-357). The NPS has the
variance (p + d - (p - d)²) / n for the shares p of promoters and d of detractors; of these two the format knows only the
difference, and the variance is greatest where nobody is passive, p + d = 1. In all three cases the figure, laid from 0
to 1, is a share m with the variance m (1 - m) / n: one formula serves them all, and never promises too much.
"""

from collections.abc import Iterator
from contextlib import suppress
from math import sqrt
from typing import NamedTuple

from cjm.figures.measured import Figure, is_measured
from cjm.model.amount import AmountError, amount
from cjm.model.journey import Journey, Scale
from cjm.model.metric import Metric
from cjm.model.moment import Moment

_Z = 1.959964  # 95 in 100 of a normal distribution lie so many standard deviations around its middle


class Interval(NamedTuple):
    """From where to where the truth lies in 95 of 100 cases."""

    low: float
    high: float


class Opinion(NamedTuple):
    """A figure of what customers answered: its key, and its place on the scale of feelings.

    ``interval`` is in units of that scale, too; there is none where the number of answers is not known.
    """

    key: str
    metric: Metric
    n: int | None
    value: float
    interval: Interval | None


def wilson(share: float, n: int) -> Interval:
    """The interval around a share, 0 to 1, of ``n`` answers; all from 0 to 1 where there was none."""
    if n <= 0:
        return Interval(0, 1)
    weight = _Z * _Z / n
    middle, reach = share + weight / 2, _Z * sqrt((share * (1 - share) + weight / 4) / n)
    return Interval(max((middle - reach) / (1 + weight), 0), min((middle + reach) / (1 + weight), 1))


def opinions(journey: Journey, moment: Moment) -> Iterator[Opinion]:
    """What was answered about a moment, on the scale of the map: satisfaction, recommendation, effort.

    The worst answer that could be given stands at the worst feeling, the best one at the best.
    """
    scale = journey.scale
    for key, metric in moment.metrics.items():
        figure = Figure((), key, metric, moment)
        share = position(figure.value, figure.whole(journey)) if is_measured(metric) else None
        if share is not None:
            interval = None if figure.n is None else Interval(*(_felt(end, scale) for end in wilson(share, figure.n)))
            yield Opinion(key, metric, figure.n, _felt(share, scale), interval)


def position(value: str, metric: Metric) -> float | None:
    """Where a figure lies between the worst (0) and the best (1) that could be answered.

    ``None`` for figures that are no answers, and where nobody says which way an effort score is better.
    """
    low, high = _bounds(metric)
    if low >= high:
        return None
    with suppress(AmountError, ValueError):
        share = (amount(value, metric) - low) / (high - low)
        return 1 - share if metric.kind == "ces" and metric.better == "lower" else share
    return None


def _bounds(metric: Metric) -> tuple[float, float]:
    """The least and the greatest that can be answered; both the same where it is no answer."""
    match metric.kind:
        case "nps":
            return -100, 100
        case "csat":
            return 0, 100
        case "ces" if metric.better:
            return (1 if metric.min is None else metric.min), (7 if metric.max is None else metric.max)
        case _:
            return 0, 0


def _felt(share: float, scale: Scale) -> float:
    return scale.min + share * (scale.max - scale.min)
