"""What rules over two maps ask a comparison for."""

from collections.abc import Iterator

from cjm.diff.change import Change, Comparison
from cjm.model.metric import Metric
from cjm.model.problem import Parts
from cjm.model.walk import found_at, walk


def told(pair: Comparison, *, editorial: bool = False) -> Iterator[Change]:
    """Every change, and what follows from each."""
    for change in pair.shown(editorial=editorial):
        yield change
        yield from change.children


def common_metrics(pair: Comparison) -> Iterator[tuple[Parts, Metric, Metric, str]]:
    """The metrics of both maps: the route in the later one, the metric on either side, what it is called."""
    back = {after: before for before, after in pair.matched.items()}
    names = {metric.id: metric.name for metric in pair.after.metrics if metric.name}
    for at, metric in walk(pair.after):
        other = found_at(pair.before, back[at]) if at in back else None
        if isinstance(metric, Metric) and isinstance(other, Metric):
            key = metric.id or str(at[-1])
            yield at, other, metric, metric.name or names.get(key, key)
