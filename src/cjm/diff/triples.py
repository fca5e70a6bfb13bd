"""Three versions of a map, element by element: what both sides made of what they began with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cjm.diff.match import match
from cjm.diff.nodes import Node, tree
from cjm.diff.order import moved
from cjm.diff.references import References
from cjm.diff.values import said
from cjm.model.entry import Entry
from cjm.model.library import Catalogues
from cjm.model.problem import Parts
from cjm.source.chunks import Way
from cjm.source.spot import find
from cjm.source.weave import Text


class Side(NamedTuple):
    """One version of a file: its text, and how it was read."""

    text: Text
    entry: Entry

    @property
    def record(self) -> Catalogues:
        """The map or library as it is written, without what others hold. Raises ``TypeError`` where there is none."""
        if self.entry.written is None:
            raise TypeError
        return self.entry.written

    def way(self, node: Node) -> Way:
        """Where an element is written."""
        return find(self.text.document.tree, self.entry.place(node.parts)).way


@dataclass(slots=True, eq=False)
class Triple:
    """An element as it was, as it is in ours, as it is in theirs; ``None`` where a version lacks it."""

    base: Node | None
    ours: Node | None
    theirs: Node | None

    @property
    def shown(self) -> Node:
        """The element on the side that a reader knows best."""
        node = self.ours or self.theirs or self.base
        assert node is not None
        return node


class Triples:
    """All elements of three versions.

    ``of`` leads from a node to its triple; ``moved`` holds for each side the triples, by identity, that it put elsewhere,
    ``references`` what became of ids.
    """

    def __init__(self, base: Side, ours: Side, theirs: Side) -> None:
        before, self.ours = tree(base.record), tree(ours.record)
        again, self.theirs = tree(base.record), tree(theirs.record)
        match(before, self.ours)
        match(again, self.theirs)
        self.base = before
        self.of: dict[int, Triple] = {}
        self.all: list[Triple] = []
        theirs_of = {node.parts: node.partner for node in again.walk()}
        for node in before.walk():
            self._add(Triple(node, node.partner, theirs_of[node.parts]))
        self._join_new()
        self.references = {"ours": References(before), "theirs": References(again)}
        by_parts = {triple.base.parts: triple for triple in self.all if triple.base}
        self.moved: Mapping[str, set[int]] = {
            side: {id(by_parts[node.parts]) for node in _moved(root)}
            for side, root in (("ours", before), ("theirs", again))
        }

    def _add(self, triple: Triple) -> None:
        self.all.append(triple)
        for node in (triple.base, triple.ours, triple.theirs):
            if node is not None:
                self.of[id(node)] = triple

    def _join_new(self) -> None:
        """What both sides added: the same where it has one id, or, in one place, one key or the same words."""
        left = [node for node in self.theirs.walk() if node.partner is None]
        known: dict[object, Node] = {}
        for node in left:
            for clue in self._clues(node):
                known.setdefault(clue, node)
        taken: set[int] = set()
        for node in self.ours.walk():
            if node.partner is None and id(node) not in self.of:
                twins = (known[clue] for clue in self._clues(node) if clue in known)
                twin = next((each for each in twins if id(each) not in taken), None)
                taken |= {id(twin)}
                self._add(Triple(None, node, twin))
        for node in left:
            if id(node) not in taken:
                self._add(Triple(None, None, node))

    def _clues(self, node: Node) -> Iterator[object]:
        if node.identity and node.kind != "touchpoint":
            yield node.kind, node.identity
        above = self.of.get(id(node.above)) if node.above else None
        if above is None:
            return
        if isinstance(node.parts[-1], str):
            yield id(above), node.key, node.parts[-1]
        elif node.identity:
            yield id(above), node.kind, node.identity
        else:
            yield id(above), node.key, repr(sorted(said(node.record).items()))


def _written(node: Node) -> str:
    """The id that an element has been given."""
    return "" if getattr(node.record, "derived", True) else str(getattr(node.record, "id", ""))


def _moved(base: Node) -> Iterator[Node]:
    """The elements that have another place on the other side of a matched tree: another parent, or another order of time."""
    for node in base.walk():
        partner, above = node.partner, node.above
        if partner is None:
            continue
        if above and (above.partner is not partner.above or node.key != partner.key):
            yield node
        for kind in ("stage", "touchpoint") if node.kind in {"map", "stage"} else ():
            yield from moved(node, partner, kind)


def is_altered(node: Node, base: Node) -> bool:
    """Whether a side changed an element, beyond letting go of what was in it."""
    if said(node.record) != said(base.record) or _written(node) != _written(base):
        return True
    inner: Mapping[Parts, Node] = {each.parts: each for each in base.inner}
    for each in node.inner:
        partner = each.partner if each.partner and each.partner.parts in inner else None
        if partner is None or is_altered(each, partner):
            return True
    return False
