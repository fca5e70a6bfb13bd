"""A metric on both sides: what its figures amount to, and which way is better for the customer."""

from cjm.diff.nodes import Node
from cjm.figures.measured import BETTER, Figure
from cjm.model.amount import AmountError, amount
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.values import complete


def amounts(
    before: Node, after: Node, aim: str, earlier: Journey, later: Journey
) -> tuple[float | None, float | None, str]:
    """The ``value`` or ``target`` of a metric on both sides as numbers, and ``higher``, ``lower`` or nothing.

    ``None`` where a side gives none, or none that its kind allows.
    """
    metrics = (_whole(before, earlier), _whole(after, later))
    ways = {way for metric in metrics if metric and (way := metric.better or BETTER.get(metric.kind or ""))}
    one, other = (_number(metric, aim) if metric else None for metric in metrics)
    return one, other, ways.pop() if len(ways) == 1 else ""


def _whole(node: Node, journey: Journey) -> Metric | None:
    """A metric with what the map says of it elsewhere: its kind, its unit, which side is better."""
    return complete(node.record, str(node.id), journey, None) if isinstance(node.record, Metric) else None


def _number(metric: Metric, aim: str) -> float | None:
    text = Figure((), "", metric, None).value if aim == "value" else metric.target
    try:
        return amount(text, metric) if text else None
    except AmountError:
        return None
