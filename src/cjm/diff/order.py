"""What stayed in its place and what moved: the fewest, and of these the smallest, count as moved."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from cjm.diff.change import Slot
from cjm.diff.nodes import Node
from cjm.figures.moments import is_set
from cjm.model.moment import Stage


def moved(before: Node, after: Node, kind: str) -> list[Node]:
    """The elements of two matched parents, as they were before, that stand in another order among those in both.

    None of a stage that is a set of contacts on both sides: a set has no order.
    """
    is_in_order = not all(isinstance(each.record, Stage) and is_set(each.record) for each in (before, after))
    return _displaced(before, after, kind) if is_in_order else []


def _displaced(before: Node, after: Node, kind: str) -> list[Node]:
    row = [node for node in before.inner if node.kind == kind and node.partner and node.partner.above is after]
    places = {id(node): place for place, node in enumerate(after.inner)}
    order = [places[id(node.partner)] for node in row]
    if all(one < other for one, other in pairwise(order)):
        return []
    kept = _heaviest(order, [_weight(node) for node in row])
    return [node for index, node in enumerate(row) if index not in kept]


def _weight(node: Node) -> int:
    """What keeping a node is worth: one of them first of all, then its size; its name only to break a tie."""
    sides = [node, *([node.partner] if node.partner else [])]
    size = sum(len(list(side.walk())) for side in sides)
    name = sum(crc32(f"{side.id} {side.name}".encode("utf-8", "surrogatepass")) for side in sides)
    return (1 << 72) + (size << 36) + name


def _heaviest(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """The indices of the heaviest rising run through the places, which may leave some out."""
    tops: list[int] = []  # places, rising, at which runs end that are heavier and heavier
    ends: list[int] = []  # the indices of these places
    runs: list[tuple[int, int]] = []  # for each index the weight of its heaviest run, and the index before it there
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(tops, place)
        previous = ends[at - 1] if at else -1
        runs.append((weight + (runs[previous][0] if at else 0), previous))
        while at < len(ends) and runs[ends[at]][0] <= runs[index][0]:
            del tops[at], ends[at]
        tops.insert(at, place)
        ends.insert(at, index)
    found = []
    last = ends[-1]
    while last >= 0:
        found.append(last)
        last = runs[last][1]
    return frozenset(found)


def slots(before: Node, after: Node) -> tuple[Slot, ...]:
    """The stages of both sides in one order, each with its touchpoints in one order."""
    return tuple(_merge(before, after, "stage"))


def _merge(before: Node | None, after: Node | None, kind: str) -> Iterator[Slot]:
    """Two rows in one: what stays lines up, what is only on one side stands behind what it stood behind."""
    ones = [node for node in before.inner if node.kind == kind] if before else []
    others = [node for node in after.inner if node.kind == kind] if after else []
    gone = {id(node) for node in _displaced(before, after, kind)} if before and after else set()
    row = {
        id(node.partner): node for node in ones if node.partner and node.partner.above is after and id(node) not in gone
    }
    done = 0
    for new in others:
        old = row.get(id(new))
        if old is not None:
            at = int(old.parts[-1])
            for node in ones[done:at]:
                yield _slot(node, None)
            done = at + 1
        yield _slot(old, new)
    for node in ones[done:]:
        yield _slot(node, None)


def _slot(old: Node | None, new: Node | None) -> Slot:
    shown = old or new
    inner = tuple(_merge(old, new, "touchpoint")) if shown and shown.kind == "stage" else ()
    return Slot(int(old.parts[-1]) if old else None, int(new.parts[-1]) if new else None, inner)
