"""Two versions of a file merged: element by element, field by field, never a value that nobody wrote."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cjm.diff.nodes import Node
from cjm.diff.notes import Notes
from cjm.diff.places import Placed, Places
from cjm.diff.rows import merge_rows, merge_text
from cjm.diff.spots import (
    Spot,
    Spots,
    entries_of,
    is_alike,
    is_keyed,
    item_of,
    joint_keys,
    key_of,
    present,
    spelled,
    texts_of,
    united,
)
from cjm.diff.triples import Side, Triple, Triples
from cjm.diff.values import KINDS, SETS, holds_elements
from cjm.model.fold import MANY
from cjm.model.order import Order
from cjm.model.shape import shapes
from cjm.source.chunks import Way
from cjm.source.woven import Clash, Joined, Kept, Listed, Name, Whole, Woven

_NAMES: tuple[Name, Name] = ("ours", "theirs")
_AS_ONE = {"feels", "intent", "scale"}


def merge(base: Side, ours: Side, theirs: Side) -> Whole:
    """What becomes of ours when the changes of theirs are made to it; what both changed differently is a clash."""
    root = _Merger(base, ours, theirs).whole()
    return Whole(root, merge_text(*(side.text.tail for side in (base, ours, theirs))))


class _Merger:
    def __init__(self, base: Side, ours: Side, theirs: Side) -> None:
        self.sides: Mapping[str, Side] = {"base": base, "ours": ours, "theirs": theirs}
        self.triples = Triples(base, ours, theirs)
        self.notes = Notes(self.sides)
        self.places = Places(self.triples, self.is_talked_of)
        self.orders = {name: Order(side.text.document.tree) for name, side in self.sides.items()}
        self.dirty = {"ours": self._dirty("ours", "theirs"), "theirs": self._dirty("theirs", "ours")}

    def whole(self) -> Woven:
        root = self.triples.of[id(self.triples.base)]
        return self.element(root)

    def _dirty(self, side: Name, other: Name) -> set[Way]:
        """Routes of one side that lead to, or towards, what the other side changed, moved or deleted."""
        found: set[Way] = set()
        for triple in self.triples.all:
            node, counterpart = getattr(triple, side), getattr(triple, other)
            if node is None or triple.base is None or (counterpart and self.same(triple, counterpart, other)):
                continue
            way = self.way(node, side)
            found |= {way[:end] for end in range(len(way) + 1)}
        return found

    def way(self, node: Node, side: str) -> Way:
        return self.sides[side].way(node)

    def same(self, triple: Triple, node: Node, side: Name) -> bool:
        """Whether a side left an element as it was, where it was."""
        base = triple.base
        if base is None or id(triple) in self.triples.moved[side]:
            return False
        return self.text("base", self.way(base, "base")) == self.text(side, self.way(node, side))

    def text(self, side: str, way: Way) -> object:
        """What stands at a route, comparable: an entry of a block as its text without its margin, else as it is read."""
        text = self.sides[side].text
        chunk = text.chunks.get(way)
        if chunk is None:
            return text.document.text if not way else text.value(way)
        lines = text.document.text[chunk.lead : chunk.end].replace("\r\n", "\n").split("\n")
        margin = " " * chunk.column
        return "\n".join(line.removeprefix(margin).rstrip() for line in lines).strip("\n")

    def element(self, triple: Triple) -> Woven:
        """An element that all three versions have, or two."""
        spots = {side: self.spot(getattr(triple, side), side) for side in self.sides}
        base, ours, theirs = spots["base"], spots["ours"], spots["theirs"]
        if settled := self.settled(base, ours, theirs):
            return settled
        assert ours is not None
        assert theirs is not None
        if base is None and triple.ours and triple.theirs and not is_alike(triple.ours, triple.theirs):
            return self.clash(ours, theirs, triple, "")
        if base is None:
            return Kept("ours", ours.way, self.notes.other("theirs", theirs.way, None, ours.way))
        maps = [self.keys(getattr(triple, side), side) for side in self.sides]
        return self.joined((base, ours, theirs), maps, lambda key, *spots: self.key(triple, key, *spots))

    def joined(self, spots: Spots, maps: Sequence[Mapping[str, Spot]], merge: Callable[..., Woven | None]) -> Woven:
        """A mapping, key by key, under the names that its keys have where they come from."""
        base, ours, theirs = spots
        assert ours is not None
        assert theirs is not None
        found = ((key, merge(key, *(each.get(key) for each in maps))) for key in joint_keys(maps[1], maps[2]))
        entries = [
            (spelled(key, woven, maps[1].get(key), maps[2].get(key), (ours, theirs)), woven)
            for key, woven in found
            if woven
        ]
        for name, spot in present(ours, theirs):
            if isinstance(spot.value, dict) and [woven for _, woven in entries] == entries_of(name, spot):
                return Kept(name, spot.way, self.left(name, spots))
        return Joined(tuple(entries), ours.way, theirs.way, self.notes.beside(base and base.way, ours.way, theirs.way))

    def left(self, name: Name, spots: Spots) -> tuple[str, ...]:
        """The comments of the other side, where an entry of one is kept as a whole."""
        base, ours, theirs = spots
        kept, other = (ours, theirs) if name == "ours" else (theirs, ours)
        if kept is None or other is None:
            return ()
        return self.notes.other("theirs" if name == "ours" else "ours", other.way, base and base.way, kept.way)

    def is_talked_of(self, triple: Triple) -> bool:
        """Whether the side that still has an element wrote a comment in it."""
        left, side = (triple.ours, "ours") if triple.ours else (triple.theirs, "theirs")
        if left is None or triple.base is None:
            return False
        return self.notes.is_talked_of(side, self.way(left, side), self.way(triple.base, "base"))

    def spot(self, node: Node | None, side: str) -> Spot | None:
        if node is None:
            return None
        way = self.way(node, side)
        return Spot(way, self.sides[side].text.value(way))

    def keys(self, node: Node, side: str) -> dict[str, Spot]:
        """What an element says, key by key; a text alone under the key that it stands for."""
        way = self.way(node, side)
        value = self.sides[side].text.value(way)
        if isinstance(value, dict):
            return {MANY.get(str(key), str(key)): Spot((*way, key), each) for key, each in value.items()}
        short = self.orders[side].short(tuple(part for part in way if isinstance(part, str)), value)
        return {str(short): Spot(way, value)} if short else {}

    def settled(self, base: Spot | None, ours: Spot | None, theirs: Spot | None) -> Woven | None:
        """What is decided without a look inside: one side left it as it was, or both made the same of it."""
        if ours is None or theirs is None:
            return None
        texts = [
            each and self.text(side, each.way) for side, each in zip(self.sides, (base, ours, theirs), strict=True)
        ]
        if (texts[1] == texts[2] or (base and texts[0] == texts[2])) and ours.way not in self.dirty["ours"]:
            return Kept("ours", ours.way)
        if base and texts[0] == texts[1] and theirs.way not in self.dirty["theirs"]:
            return Kept("theirs", theirs.way)
        return None

    def key(self, triple: Triple, key: str, base: Spot | None, ours: Spot | None, theirs: Spot | None) -> Woven | None:
        """One key of an element."""
        shape = shapes(type(triple.shown.record)).get(key)
        if shape and holds_elements(shape):
            return self.elements(triple, key, (base, ours, theirs))
        return self.plain(triple, key, base, ours, theirs)

    def plain(
        self, triple: Triple, path: str, base: Spot | None, ours: Spot | None, theirs: Spot | None
    ) -> Woven | None:
        """A value that is no element: what one side changed, or what both did where that goes together."""
        if ours is None or theirs is None:
            return self.gone(triple, path, base, ours, theirs)
        if settled := self.settled(base, ours, theirs):
            return settled
        if base and base.value == ours.value:
            return Kept("theirs", theirs.way, self.left("theirs", (base, ours, theirs)))
        if ours.value == theirs.value or (base and base.value == theirs.value):
            return Kept("ours", ours.way, self.left("ours", (base, ours, theirs)))
        return self.both(triple, path, base, ours, theirs)

    def both(self, triple: Triple, path: str, base: Spot | None, ours: Spot, theirs: Spot) -> Woven:
        """A value that both sides changed: what goes together of a mapping, a set, or a row of texts."""
        key = path.rpartition("/")[2]
        if all(isinstance(each.value, dict) for each in (ours, theirs)) and key not in _AS_ONE:
            return self.mapping(triple, path, base, ours, theirs)
        rows = [row for each in (base, ours, theirs) if (row := texts_of(each.value if each else [])) is not None]
        if len(rows) == len(self.sides) and (key in SETS or (base and max(map(len, rows)) > 1)):
            merged = united(*self.meant(key, rows)) if key in SETS else merge_rows(*rows)
            if merged is not None:
                entries = tuple(item_of(side, ours if side == "ours" else theirs, place) for side, place in merged)
                beside = self.notes.beside(base and base.way, ours.way, theirs.way)
                return Listed(entries, ours.way, theirs.way, beside)
        return self.clash(ours, theirs, triple, path)

    def meant(self, key: str, rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
        """The references of three versions as the base would write them, whatever ids became since."""
        found = [list(rows[0])]
        for side, row in zip(_NAMES, rows[1:], strict=True):
            references = self.triples.references[side]
            found.append([references.origin(key, each) if isinstance(each, str) else each for each in row])
        return found

    def gone(
        self, triple: Triple, path: str, base: Spot | None, ours: Spot | None, theirs: Spot | None
    ) -> Woven | None:
        """A value that a side does not have: deleted there, or new on the other side."""
        left: tuple[Name, Spot] | None = next(present(ours, theirs), None)
        if left is None or base is None:
            return Kept(left[0], left[1].way) if left else None
        if base.value == left[1].value and not self.notes.is_talked_of(left[0], left[1].way, base.way):
            return None
        return self.clash(ours, theirs, triple, path)

    def mapping(self, triple: Triple, path: str, base: Spot | None, ours: Spot, theirs: Spot) -> Woven:
        """A mapping within an element, key by key."""
        maps = [self.inner(each) for each in (base, ours, theirs)]
        return self.joined((base, ours, theirs), maps, lambda key, *each: self.plain(triple, f"{path}/{key}", *each))

    @staticmethod
    def inner(spot: Spot | None) -> dict[str, Spot]:
        if spot is None or not isinstance(spot.value, dict):
            return {}
        return {key: Spot((*spot.way, key), each) for key, each in spot.value.items()}

    def elements(self, parent: Triple, key: str, spots: Spots) -> Woven | None:
        """What an element holds under a key that lists others."""
        _, ours, theirs = spots
        if settled := self.settled(*spots):
            return settled
        placed, is_torn = self.places.within(parent, key)
        found = [(key_of(each.triple), self.placed(each)) for each in placed]
        entries = [woven for _, woven in found]
        is_empty = any(
            all(isinstance(each, Clash) and getattr(each, side) is None for each in entries) for side in _NAMES
        )
        if found and (is_empty or (is_torn and ours and theirs)):  # nothing, or no order, would be left below the key
            return self.clash(ours, theirs, parent, key)
        return self.gathered(found, spots, is_map=is_keyed(parent, key)) if found else None

    def gathered(self, found: Sequence[tuple[str, Woven]], spots: Spots, *, is_map: bool) -> Woven:
        """The elements under a key: as one side has them all, as a mapping or list of both, or one alone."""
        _, ours, theirs = spots
        entries = [woven for _, woven in found]
        for name, spot in present(ours, theirs):
            if isinstance(spot.value, dict if is_map else list) and entries == entries_of(name, spot):
                return Kept(name, spot.way, self.left(name, spots))
        ways = [each.way if each else None for each in spots]
        if is_map:
            return Joined(tuple(found), ways[1], ways[2], self.notes.beside(*ways))
        is_single = len(found) == 1 and not any(isinstance(each.value, list) for each in (ours, theirs) if each)
        return entries[0] if is_single else Listed(tuple(entries), ways[1], ways[2], self.notes.beside(*ways))

    def placed(self, each: Placed) -> Woven:
        """An element in one of its places."""
        triple, version = each
        if version == "both" and triple.ours and triple.theirs:
            return self.element(triple)
        name: Name = "ours" if (triple.ours if version == "both" else version == "ours") else "theirs"
        spot = self.spot(getattr(triple, name), name)
        assert spot is not None
        if version == "both":
            return Kept(name, spot.way)
        path = "place" if triple.ours and triple.theirs else ""
        return self.clash(spot if name == "ours" else None, spot if name == "theirs" else None, triple, path)

    def clash(self, ours: Spot | None, theirs: Spot | None, triple: Triple, path: str) -> Clash:
        """What both sides changed, or where one has nothing left of what the other changed."""
        versions = [Kept(name, spot.way) for name, spot in present(ours, theirs)]
        remarks = [each for version in versions for each in self.notes.within(version.side, version.way)]
        nodes = [node for node in (triple.base, triple.ours, triple.theirs) if node]
        about = {each.address for node in nodes for each in (node.walk() if not path or path in KINDS else (node,))}
        by_side = {version.side: version for version in versions}
        return Clash(
            by_side.get("ours"), by_side.get("theirs"), self.told(triple, path), frozenset(about), frozenset(remarks)
        )

    def told(self, triple: Triple, path: str) -> str:
        """What a clash is about, in the designer's words."""
        node, above = triple.shown, triple.shown.moment
        name = f"{node.kind} ‘{node.name}’" if node.above else "the head"
        inside = f" at ‘{above.name}’" if above is not node and above.above else ""
        field = f"{path.replace('/', ' of ')} of " if path else ""
        return " ".join(f"{field}{name}{inside}".split())
