"""A map as a tree of what can be compared: each element with its place, its name and what holds it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cjm.diff.values import KINDS, listed
from cjm.model.identity import SPACES
from cjm.model.journey import Journey
from cjm.model.library import Catalogues
from cjm.model.metric import Metric
from cjm.model.named import named
from cjm.model.problem import Parts
from cjm.model.record import Element, Record
from cjm.model.shape import Shape

_NAMING: dict[str, tuple[str, ...]] = {
    **dict(SPACES.values()),
    "map": ("title",), "automation": ("do",), "quote": ("text",), "rule": ("text",), "link": ("url",),
    "lane": ("key",), "member": ("name",), "branch": ("to",), "voice": (), "research": (),
}  # fmt: skip
_CATALOGUES = {"channel", "actor", "system", "research", "metric"}


@dataclass(slots=True, eq=False)
class Node:
    """An element of one map: its type, the key that lists it, its place, what it is called, what holds it.

    ``identity`` is what it is known by over the whole map, empty where it is nothing but a number or has no id space:
    such an entry (``is_local``) is only looked for within what holds it. ``is_counted`` says whether it is part of the
    map: an entry of a library that nobody names is not. ``meant`` is the persona whose voice it is. ``partner`` is the same element of the other map, and
    ``likeness`` how alike the two are where nothing else told.
    """

    kind: str
    key: str
    parts: Parts
    record: Record
    above: "Node | None"
    name: str
    identity: str = ""
    is_local: bool = False
    is_counted: bool = True
    address: str = ""
    inner: "list[Node]" = field(default_factory=list)
    meant: "Node | None" = None
    partner: "Node | None" = None
    likeness: float | None = None

    @property
    def naming(self) -> frozenset[str]:
        """The keys that its name may come from."""
        return frozenset(_NAMING[self.kind])

    @property
    def id(self) -> str:
        """The id, written or derived; an entry of a mapping has its key."""
        return str(getattr(self.record, "id", "") or (self.parts[-1] if self.parts else ""))

    @property
    def is_keyed(self) -> bool:
        """Whether it is an entry of a mapping: its key is what it is known by."""
        return bool(self.parts) and isinstance(self.parts[-1], str)

    @property
    def moment(self) -> "Node":
        """The touchpoint or stage it belongs to, or is; of what stands in the head, the map."""
        node = self
        while node.kind not in {"touchpoint", "stage", "map"} and node.above:
            node = node.above
        return node

    def walk(self) -> "Sequence[Node]":
        """It, and all it holds, in the order of the map."""
        found: list[Node] = []
        _collect(self, found)
        return found


def _collect(node: Node, found: list[Node]) -> None:
    found.append(node)
    for each in node.inner:
        _collect(each, found)


def tree(journey: Catalogues) -> Node:
    """A map, or a library, as a tree: below the head its catalogues and stages, below these their touchpoints, and so on."""
    root = Node("map", "", (), journey, None, getattr(journey, "title", ""))
    _fill(root, {metric.id: metric.name for metric in journey.metrics if metric.name})
    borrowed = journey.borrowed if isinstance(journey, Journey) else ()
    used = frozenset(named(journey)) if borrowed and isinstance(journey, Journey) else frozenset()
    for node in root.inner:
        if f"{node.key}/{node.id}" in borrowed and node.kind in _CATALOGUES:
            node.is_counted = not used.isdisjoint({f"{node.kind}/{node.id}", f"{node.kind}/{node.name}"})
    _identify(root)
    known = {name: node for node in root.inner if node.kind == "persona" for name in (node.name, node.id)}
    for node in root.walk():
        if node.kind == "voice":
            node.meant = known.get(str(node.parts[-1]))
    return root


def _fill(above: Node, metrics: Mapping[str, str]) -> None:
    """Put below a node what it holds. ``metrics`` are the names that the catalogue gives to figures."""
    for shape in listed(type(above.record)):
        entries = getattr(above.record, shape.attribute)
        pairs = entries.items() if isinstance(entries, dict) else enumerate(entries)
        for place, entry in pairs:
            if not (above.kind == "map" and shape.key in {"actors", "systems"} and entry.refers):
                node = _node(above, shape, place, entry, metrics)
                above.inner.append(node)
                _fill(node, metrics)


def _node(above: Node, shape: Shape, place: str | int, record: Any, metrics: Mapping[str, str]) -> Node:
    kind = KINDS[shape.key]
    is_local = shape.key not in SPACES or isinstance(place, str)
    own = called(kind, record)
    name = record.name or metrics.get(str(place), str(place)) if isinstance(record, Metric) and is_local else own
    node = Node(kind, shape.key, (*above.parts, shape.key, place), record, above, str(name), is_local=is_local)
    if isinstance(record, Element) and not is_local and not record.numbered:
        node.identity = record.id
    return node


def called(kind: str, record: Record) -> str:
    """What an element is known by: its name, title or text, else its id."""
    for key in _NAMING[kind]:
        if value := getattr(record, key, ""):
            return " · ".join(value) if isinstance(value, tuple) else str(value)
    return str(getattr(record, "id", ""))


def _identify(root: Node) -> None:
    """Take away identities that are none: derived ids with a numbered twin. Give every node its address."""
    nodes = list(root.walk())
    twins = {(node.kind, stem) for node in nodes if (stem := _stem(node))}
    shared = Counter(node.identity for node in nodes if node.kind == "touchpoint")
    for node in nodes:
        if (node.kind, node.identity) in twins and getattr(node.record, "derived", False):
            node.identity = ""
        if node.above is None:
            continue
        own = str(getattr(node.record, "id", ""))
        if node.is_local or not own:
            node.address = node.above.address
        elif node.kind == "touchpoint" and shared[own] > 1:
            node.address = f"touchpoint/{getattr(node.above.record, 'id', '')}/{own}"
        else:
            node.address = f"{node.kind}/{own}"


def _stem(node: Node) -> str:
    """What the id of a numbered element would be without its number."""
    record = node.record
    if isinstance(record, Element) and record.numbered and not node.is_local:
        return record.id.rpartition("-")[0]
    return ""
