"""The proof of a merge: nothing is lost, nothing is made up, everything stands where a side put it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from cjm.diff.nodes import Node, tree
from cjm.diff.triples import Side, Triple, Triples, is_altered
from cjm.diff.values import said
from cjm.source.woven import Clash, Name

Choice = Name | Literal["either"]
"""Whose version may stand where both sides changed the same."""

_MOST = 8  # doubts; one is enough


class Versions(NamedTuple):
    """The three versions of a file that were merged."""

    base: Side
    ours: Side
    theirs: Side


def doubts(versions: Versions, merged: Side, chosen: Choice | None = None, clashing: Sequence[Clash] = ()) -> list[str]:
    """What speaks against a merged text, in sentences; none where it is proven.

    Every element of ours or theirs is there, unless one side deleted it and the other left it as it was, and none is
    there twice. Every value, and every comment, is there as often as the side that changed it has it. ``chosen`` is the
    side whose version stands where both changed the same: in what is ``clashing``.
    """
    return _Proof(versions, merged, chosen, clashing).doubts()[:_MOST]


class _Proof:
    def __init__(self, versions: Versions, merged: Side, chosen: Choice | None, clashing: Sequence[Clash]) -> None:
        self.versions = versions
        self.triples = Triples(*versions)
        self.merged = merged
        self.root = tree(merged.record)
        self.chosen = chosen
        self.about = frozenset(address for clash in clashing for address in clash.about)
        self.remarks = frozenset(remark for clash in clashing for remark in clash.remarks)
        self.known = {
            _name(node): triple
            for triple in self.triples.all
            for node in (triple.base, triple.theirs, triple.ours)
            if node is not None and _is_known(node)
        }

    def doubts(self) -> list[str]:
        """All doubts."""
        return [*self.lost(), *self.misplaced(), *self.values(), *self.comments()]

    def lost(self) -> Iterator[str]:
        """Elements that are missing, or there twice."""
        own = (self.known.get(_name(node)) for node in self.root.walk() if _is_known(node))
        found = Counter(id(triple) for triple in own if triple)
        for triple in {id(each): each for each in self.known.values()}.values():
            count, shown = found[id(triple)], triple.shown
            if count > 1:
                yield f"The {shown.kind} ‘{shown.name}’ is there twice."
            elif count == 0 and self.is_alive(triple):
                yield f"The {shown.kind} ‘{shown.name}’ is lost."

    def is_alive(self, triple: Triple) -> bool:
        """Whether an element must be there: no side deleted it, or the other changed it and is chosen."""
        if self.chosen and triple.shown.address in self.about:
            return self.chosen != "either" and getattr(triple, self.chosen) is not None
        left = triple.ours or triple.theirs
        if triple.base is None or (triple.ours and triple.theirs):
            return True
        return (
            left is not None
            and is_altered(left, triple.base)
            and self.chosen in (None, "ours" if triple.ours else "theirs")
        )

    def misplaced(self) -> Iterator[str]:
        """Elements that stand where no side put them."""
        for node in self.root.walk():
            triple = self.known.get(_name(node)) if _is_known(node) else None
            if triple is None or node.above is None:
                continue
            homes = {self.home(each) for each in (triple.ours, triple.theirs) if each}
            before = self.home(triple.base) if triple.base else None
            moved = homes - {before} or homes
            if homes and self.home(node) not in moved:
                yield f"The {node.kind} ‘{node.name}’ stands where neither side put it."

    def home(self, node: Node) -> tuple[object, str]:
        """What holds an element, and under which key."""
        above = node.above
        return (id(self.known.get(_name(above))) if above and _is_known(above) else "", node.key)

    def values(self) -> Iterator[str]:
        """Values that are not as the side that changed them has them."""
        triples = self.triples
        trees = (triples.base, triples.ours, triples.theirs, self.root)
        counts = [Counter(self.leaves(each)) for each in trees]
        for leaf in dict.fromkeys(leaf for count in counts for leaf in count):
            before, ours, theirs, now = (count[leaf] for count in counts)
            whose, kind, field, value = leaf
            if not self.is_right(before, ours, theirs, now, is_chosen=whose in self.about):
                yield f"A {kind} has its ‘{field}’ {value} {'no longer' if now < max(ours, theirs) else 'though no side says so'}."

    def is_right(self, before: int, ours: int, theirs: int, now: int, *, is_chosen: bool) -> bool:
        """Whether something is there as often as it must be: as the side has it that changed how often."""
        allowed = {"ours": (ours,), "theirs": (theirs,), "either": (ours, theirs)}
        if self.chosen and is_chosen and now in allowed[self.chosen]:
            return True
        if ours == theirs:  # both did the same, or each its own
            return min(ours, ours + theirs - before) <= now <= max(ours, ours + theirs - before)
        if theirs == before:
            return now == ours
        return (
            now == theirs if before == ours else min(ours, theirs) <= now <= max(ours + theirs - before, ours, theirs)
        )

    def leaves(self, root: Node) -> Iterator[tuple[Any, ...]]:
        """Every single value of a version: whose it is, of which type that is, the key, the value."""
        for node in root.walk():
            owner = node
            while not _is_known(owner) and owner.above:
                owner = owner.above
            triple = self.known.get(_name(owner)) if _is_known(owner) else None
            whose = triple.shown.address if triple else owner.address
            for key, value in _said(node).items():
                for each in value if isinstance(value, tuple) else (value,):
                    kind = f"{node.kind} ‘{node.parts[-1]}’" if node.is_keyed else node.kind
                    yield whose, kind, key, repr(each)

    def comments(self) -> Iterator[str]:
        """Comments that are lost."""
        sides = (*self.versions, self.merged)
        counts = [Counter(comment.text for comment in side.text.comments) for side in sides]
        for text in dict.fromkeys(text for count in counts for text in count):
            before, ours, theirs, now = (count[text] for count in counts)
            least = ours if theirs in {ours, before} else theirs if before == ours else min(ours, theirs)
            if now < least and not (self.chosen and text in self.remarks and now in {ours, theirs}):
                yield f"The comment ‘{text}’ is lost."


def _name(node: Node) -> tuple[str, str]:
    """What an element is known by in all versions: its address, which names the stage of a touchpoint where it must."""
    return node.kind, node.address


def _is_known(node: Node) -> bool:
    """Whether an element has an identity of its own."""
    return bool(node.identity)


def _said(node: Node) -> Mapping[str, Any]:
    """What an element says, its id among it."""
    own = {} if getattr(node.record, "derived", True) else {"id": getattr(node.record, "id", "")}
    return said(node.record) | own
