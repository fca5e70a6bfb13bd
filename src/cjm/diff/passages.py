"""Hand-offs gained and lost, each charged to the change that brought it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm.diff.change import Change, Direction, Kind, Side
from cjm.diff.facts import Fact, element_of
from cjm.diff.nodes import Node
from cjm.diff.rules import RULES
from cjm.figures.handoffs import handoffs
from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.moment import Stage

Owners = dict[int, str]
"""Who answers for each moment, by the identity of its node; nothing where nobody is named."""


class Passage(NamedTuple):
    """From one moment to the next, in different hands."""

    start: Node
    end: Node
    owners: tuple[str, str]


def charge(facts: Sequence[Fact], before: Node, after: Node) -> list[Fact]:
    """The facts with the hand-offs that follow from them; one that follows from none is a fact of its own.

    A change of several hand-offs is judged by what remains when they are set off against each other.
    """
    lost, gained = _differing(before, after)
    found = list(facts)
    charged: defaultdict[int, list[tuple[Passage, bool]]] = defaultdict(list)
    alone: list[tuple[Passage, bool]] = []
    index = _Index(found, before, after)
    for passage, is_new in [*((each, False) for each in lost), *((each, True) for each in gained)]:
        cause = index.cause(passage)
        (alone if cause is None else charged[cause]).append((passage, is_new))
    for place, brought in charged.items():
        net = sum(1 if is_new else -1 for _, is_new in brought)
        direction = Direction.WORSENED if net > 0 else Direction.IMPROVED
        own = found[place].change.direction
        if net == 0:
            continue
        remaining = [each for each in brought if each[1] == (net > 0)][: abs(net)]
        if own in {Direction.NEUTRAL, direction}:
            changed = found[place].having(*(_change(passage, is_new=is_new) for passage, is_new in remaining))
            found[place] = changed._replace(change=replace(changed.change, direction=direction))
        else:
            alone += remaining
    return [*found, *(Fact(_change(each, is_new=is_new), *_sides(each, is_new=is_new)) for each, is_new in alone)]


def _differing(before: Node, after: Node) -> tuple[list[Passage], list[Passage]]:
    """The hand-offs that only one side has. Where an owner was only not named, nobody knows whether there was one."""
    earlier, later = _owners(before), _owners(after)
    ones, others = list(_passages(before, earlier)), list(_passages(after, later))
    known = {(id(each.start.partner), id(each.end.partner)) for each in ones}
    left = {(id(each.start), id(each.end)) for each in others}
    lost = [
        each for each in ones if (id(each.start.partner), id(each.end.partner)) not in left and _is_told(each, later)
    ]
    return lost, [each for each in others if (id(each.start), id(each.end)) not in known and _is_told(each, earlier)]


def _is_told(passage: Passage, owners: Owners) -> bool:
    """Whether the other side names an owner for both ends, as far as it has them."""
    return all(node.partner is None or owners.get(id(node.partner)) for node in (passage.start, passage.end))


def _passages(root: Node, owners: Owners) -> Iterator[Passage]:
    journey = root.record
    assert isinstance(journey, Journey)
    nodes = {id(node.record): node for stage in root.inner if stage.kind == "stage" for node in (stage, *stage.inner)}
    for start, end in handoffs(journey):
        one, other = nodes[id(start)], nodes[id(end)]
        yield Passage(one, other, (owners.get(id(one), ""), owners.get(id(other), "")))


def _owners(root: Node) -> Owners:
    """Who answers for each moment: itself, or its stage where that counts; of a stage else the first who does in it."""
    found: Owners = {}
    for stage in root.inner:
        if isinstance(stage.record, Stage):
            counted = {id(each): each.owner for each in counting(stage.record, "owner")}
            own = counted.get(id(stage.record), "")
            found |= {id(node): counted.get(id(node.record), own) for node in stage.inner if node.kind == "touchpoint"}
            found[id(stage)] = own or next(iter(counted.values()), "")
    return found


class _Index:
    """Which fact there is about an element: its owner, its place or existence, where it leads."""

    def __init__(self, facts: Sequence[Fact], before: Node, after: Node) -> None:
        self.near = {**_neighbours(before), **_neighbours(after)}
        self.found: dict[tuple[str, int], int] = {}
        for place, (change, *nodes) in enumerate(facts):
            kind = self.kind(change)
            for node in nodes:
                if node is not None and kind:
                    above = node.above if kind == "next" and node.kind == "branch" and node.above else node
                    self.found.setdefault((kind, id(above)), place)

    @staticmethod
    def kind(change: Change) -> str:
        if change.field == "owner" or change.element.type == "branch":
            return "owner" if change.field == "owner" else "next"
        return "place" if not change.field and change.kind in {Kind.MOVED, Kind.ADDED, Kind.REMOVED} else ""

    def cause(self, passage: Passage) -> int | None:
        """The fact that a hand-off follows from: an owner of either end, their place, what came between, ``next``."""
        ends = [node for end in (passage.start, passage.end) for node in (end, end.above) if node]
        partners = [end.partner for end in (passage.start, passage.end)]
        near = [node for end in partners if end for node in self.near[id(end)]]
        for kind, nodes in (("owner", ends), ("place", ends), ("place", near), ("next", ends), ("place", _rows(near))):
            for node in nodes:
                if (kind, id(node)) in self.found:
                    return self.found[kind, id(node)]
        return None


def _neighbours(root: Node) -> dict[int, list[Node]]:
    """For each moment what stands before and behind it, over the borders of stages."""
    stages = [node for node in root.inner if node.kind == "stage"]
    row = [each for stage in stages for each in _moments(stage)]
    places = enumerate(row)
    return {id(each): [] for each in stages} | {
        id(each): [*row[max(0, at - 1) : at], *row[at + 1 : at + 2]] for at, each in places
    }


def _moments(stage: Node) -> list[Node]:
    return [each for each in stage.inner if each.kind == "touchpoint"] or [stage]


def _rows(nodes: Sequence[Node]) -> list[Node]:
    return [node.above for node in nodes if node.above]


def _sides(passage: Passage, *, is_new: bool) -> tuple[Node | None, Node | None]:
    return (None, passage.end) if is_new else (passage.end, None)


def _change(passage: Passage, *, is_new: bool) -> Change:
    rule = "handoff-added" if is_new else "handoff-removed"
    side = Side(list(passage.owners), passage.end.parts)
    because = f"Between ‘{passage.start.name}’ and ‘{passage.end.name}’."
    before, after = (None, side) if is_new else (side, None)
    kind = Kind.ADDED if is_new else Kind.REMOVED
    return Change(rule, kind, RULES[rule].direction, element_of(passage.end), "handoff", before, after, because)
