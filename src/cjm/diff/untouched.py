"""What the later map leaves as it was: pains, moments of truth and figures that nothing in it answers."""

from typing import NamedTuple

from cjm.diff.change import Change, Comparison, Element
from cjm.diff.facts import element_of
from cjm.diff.nodes import Node, tree
from cjm.figures.measured import is_counted
from cjm.model.metric import Metric
from cjm.model.moment import Moment
from cjm.model.opportunity import Opportunity, Pain
from cjm.model.problem import Parts
from cjm.model.walk import found_at

_DROPPED = {"pain-dropped", "gain-dropped"}


class Untouched(NamedTuple):
    """The pains, moments of truth and metrics of the earlier map that the later one leaves as they are, in their order.

    A pain is touched by a change of its own, or of an opportunity that solves it; one that is merely dropped is not. A
    moment of truth is touched by any change within it, a metric by a new figure or target. What went with its moment
    is not listed.
    """

    pains: tuple[Element, ...]
    truths: tuple[Element, ...]
    metrics: tuple[Element, ...]


def untouched(comparison: Comparison) -> Untouched:
    """Which pains, moments of truth and metrics the later map says nothing new about; editorial changes are nothing new."""
    told = [change for change in comparison.shown() if change.rule not in _DROPPED]
    changed = {_without_field(change) for change in told}
    nodes = list(tree(comparison.before).walk())
    answered = {pain for change in told for pain in _solved(change, comparison)}
    pains = [
        node for node in nodes if isinstance(node.record, Pain) and node.kind == "pain" and node.id not in answered
    ]
    truths = [node for node in nodes if isinstance(node.record, Moment) and node.record.moment_of_truth]
    metrics = [node for node in nodes if isinstance(node.record, Metric) and is_counted(node.record)]
    return Untouched(
        tuple(element_of(node) for node in pains if node.parts not in changed),
        tuple(
            element_of(node) for node in truths if not any(parts[: len(node.parts)] == node.parts for parts in changed)
        ),
        tuple(element_of(node) for node in metrics if node.parts not in changed and not _is_gone(node, comparison)),
    )


def _without_field(change: Change) -> Parts:
    """The route before of the element that a change is about."""
    side = change.before
    if side is None:
        return ()
    inner = change.field.split("/") if change.field else []
    return side.parts[: len(side.parts) - len(inner)] if side.parts[-len(inner) :] == tuple(inner) else side.parts


def _solved(change: Change, comparison: Comparison) -> tuple[str, ...]:
    """The pains that an opportunity answers, where a change is about one."""
    side, journey = (change.after, comparison.after) if change.after else (change.before, comparison.before)
    parts = side.parts if side and change.element.type == "opportunity" else ()
    ways = (found_at(journey, parts[:end]) for end in range(len(parts), 0, -1))
    found = next((each for each in ways if isinstance(each, Opportunity)), None)
    return found.solves if found else ()


def _is_gone(node: Node, comparison: Comparison) -> bool:
    """Whether the moment of an element is not in the later map."""
    moment = node.moment
    return bool(moment.parts) and moment.parts not in comparison.matched
