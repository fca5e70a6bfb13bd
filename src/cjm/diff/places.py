"""Where each element of a merged map belongs: what was deleted, what moved, in which order it stands."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from cjm.diff.nodes import Node
from cjm.diff.triples import Triple, Triples, is_altered

Version = Literal["both", "ours", "theirs"]
"""Which version of an element stands in a place: the merged one, or in a clash only that of one side."""

_IN_TIME = {"stages", "touchpoints"}


class Placed(NamedTuple):
    """An element in its place."""

    triple: Triple
    version: Version


class Places:
    """What stands within each element under each key."""

    def __init__(self, triples: Triples, is_talked_of: Callable[[Triple], bool]) -> None:
        self.triples = triples
        self.is_talked_of = is_talked_of
        self.found: defaultdict[tuple[int, str], list[Placed]] = defaultdict(list)
        for triple in triples.all:
            for home, version in self._homes(triple):
                self.found[home].append(Placed(triple, version))

    def within(self, parent: Triple, key: str) -> tuple[list[Placed], bool]:
        """What stands within an element under a key, in order; and whether both sides changed the order of time."""
        members = {id(each.triple): each for each in self.found[id(parent), key]}
        rows = [self._row(getattr(parent, side), key, members) for side in ("base", "ours", "theirs")]
        common = set(rows[0]) & set(rows[1]) & set(rows[2])
        base, ours, theirs = ([each for each in row if each in common] for row in rows)
        main, other = (rows[2], rows[1]) if ours == base else (rows[1], rows[2])
        is_torn = key in _IN_TIME and base not in (ours, theirs) and ours != theirs
        return [members[each] for each in _joined(main, other)], is_torn

    def _row(self, node: Node | None, key: str, members: dict[int, Placed]) -> list[int]:
        inner = [each for each in node.inner if each.key == key] if node else []
        return [id(triple) for each in inner if id(triple := self.triples.of[id(each)]) in members]

    def _homes(self, triple: Triple) -> list[tuple[tuple[int, str], Version]]:
        base, ours, theirs = triple.base, triple.ours, triple.theirs
        if base is None or (ours and theirs):
            return self._moved(triple)
        left = ours or theirs
        version: Version = "ours" if ours else "theirs"
        is_moved = left is not None and self._home(left) != self._home(base)
        if left is None or not (is_moved or is_altered(left, base) or self.is_talked_of(triple)):
            return []
        return [(home, version) for home in (self._home(left),) if home]

    def _moved(self, triple: Triple) -> list[tuple[tuple[int, str], Version]]:
        nodes = (triple.base, triple.ours, triple.theirs)
        base, ours, theirs = (self._home(each) if each else None for each in nodes)
        if ours is None or theirs is None or ours == theirs:
            return [(home, "both") for home in (ours or theirs,) if home]
        is_torn = all(id(triple) in moved for moved in self.triples.moved.values())
        if base in (ours, theirs) and not is_torn:
            return [(theirs if base == ours else ours, "both")]
        return [(ours, "ours"), (theirs, "theirs")]

    def _home(self, node: Node) -> tuple[int, str] | None:
        return None if node.above is None else (id(self.triples.of[id(node.above)]), node.key)


def _joined(main: Sequence[int], other: Sequence[int]) -> list[int]:
    """One row of two: the order of the first; what only the other has stands behind what it stands behind there."""
    found = list(main)
    known = set(main)
    previous: int | None = None
    for each in other:
        if each not in known:
            found.insert(found.index(previous) + 1 if previous is not None else 0, each)
            known.add(each)
        previous = each
    return found
