"""Which element of one map is which of the other: by identity over the whole map, never by place alone.

In this order: the same type and id; a declared ``formerly``; the same content, if only one on each side has it; the same
name within the same parent; and of what is left, whatever is alike enough, the most alike first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product

from cjm.diff.likeness import likeness
from cjm.diff.nodes import Node
from cjm.diff.values import KINDS, said

RENAMES = 0.6
"""How alike two elements must be, 0 to 1, to count as one that was renamed."""

MOST = 10_000
"""Pairs of one type that are compared each with each; of more only those in one place or with a word in common."""

COMMON = 100
"""A word that more elements share than this tells nothing."""

_REWORDED = {"quote", "rule", "branch"}  # within one parent never removed and added, only other words

_FIRST, _LAST = ("persona", "stage", "touchpoint", "voice"), ("quote", "link")
_ORDER = (*_FIRST, *sorted({*KINDS.values()} - {*_FIRST, *_LAST}), *_LAST)  # what holds others before what is held

Key = Callable[[Node], Hashable]


def match(before: Node, after: Node, renames: float = RENAMES) -> None:
    """Make partners of the nodes of two trees that are the same element."""
    _join(before, after)
    sides = (list(before.walk())[1:], list(after.walk())[1:])
    _pair(sides, _identity, is_unique=True)
    _pair_renamed(*sides)
    _pair(sides, _content, is_unique=True)
    for kind in _ORDER:
        own = ([node for node in sides[0] if node.kind == kind], [node for node in sides[1] if node.kind == kind])
        for key in (_place_and_id, _place_and_content, _place_and_name):
            _pair(own, key, is_unique=False)
        for is_local in (False, True):
            ones, others = (
                [node for node in _left(side) if node.is_local is is_local and not node.is_keyed] for side in own
            )
            _pair_alike(ones, others, renames, is_local=is_local)
        if kind in _REWORDED:
            _pair(own, _place, is_unique=False)


def _left(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.partner is None]


def _join(one: Node, other: Node) -> None:
    one.partner, other.partner = other, one


def _pair(sides: tuple[list[Node], list[Node]], key: Key, *, is_unique: bool) -> None:
    """Join what has the same key; where several have it, either none of them or one after the other."""
    found: tuple[dict[Hashable, list[Node]], ...] = ({}, {})
    for side, nodes in zip(found, sides, strict=True):
        for node in _left(nodes):
            if (own := key(node)) is not None:
                side.setdefault((node.kind, own), []).append(node)
    for own, ones in found[0].items():
        others = found[1].get(own, [])
        if not is_unique or len(ones) == len(others) == 1:
            for one, other in zip(ones, others, strict=False):
                _join(one, other)


def _identity(node: Node) -> Hashable:
    return node.identity or None


def _content(node: Node) -> Hashable:
    """All that an element says, and all that is in it; nothing of one that has only a name or less."""
    if node.is_local:
        return None
    own = said(node.record)
    return _signature(node) if own.keys() - node.naming or node.inner else None


def _signature(node: Node) -> str:
    inner = sorted(f"{each.key}{_signature(each)}" for each in node.inner)
    return repr((sorted(said(node.record).items(), key=lambda item: item[0]), inner))


def _parent(node: Node) -> int | None:
    """What holds a node, the same number on both sides; nothing where the other side lacks it."""
    above = node.above
    if above is None or above.partner is None:
        return None
    return min(id(above), id(above.partner))


def _place(node: Node) -> Hashable:
    parent = _parent(node)
    return None if parent is None or node.is_keyed else (parent, node.key)


def _place_and_id(node: Node) -> Hashable:
    """The place with an id: of touchpoints that share theirs with those of other stages, and of entries of mappings."""
    parent = _parent(node)
    if parent is not None and node.meant and node.meant.partner:
        return (parent, min(id(node.meant), id(node.meant.partner)))
    own = node.identity or (node.id if node.is_keyed else "")
    written = own or ("" if getattr(node.record, "derived", True) else getattr(node.record, "id", ""))
    return (parent, written) if parent is not None and written else None


def _place_and_content(node: Node) -> Hashable:
    place = _place(node)
    return None if place is None else (place, _signature(node))


def _place_and_name(node: Node) -> Hashable:
    parent = None if node.is_keyed else _parent(node)
    name = " ".join(node.name.casefold().split())
    return (parent, name) if parent is not None and name else None


def _pair_renamed(ones: Sequence[Node], others: Sequence[Node]) -> None:
    """Join what declares an old id with what had it; of several that do, the first."""
    for old, new in ((ones, others), (others, ones)):
        known: dict[tuple[str, str], Node] = {}
        counts = Counter((node.kind, node.id) for node in old)
        for node in (each for each in _left(old) if not each.is_local):
            names = [node.id] if counts[node.kind, node.id] == 1 else []
            if node.kind == "touchpoint" and node.above:
                names.append(f"{node.above.id}/{node.id}")
            known |= {(node.kind, name): node for name in names}
        for node in (each for each in _left(new) if not each.is_local):
            for name in getattr(node.record, "formerly", ()):
                meant = known.get((node.kind, name))
                if meant and meant.partner is None and node.partner is None:
                    _join(meant, node)


def _pair_alike(ones: Sequence[Node], others: Sequence[Node], renames: float, *, is_local: bool) -> None:
    """Join what is alike enough, the most alike first; ties by their places, the same both ways round."""
    around = {id(node): _around(node) for node in (*ones, *others)}
    found = []
    for i, j in _candidates(ones, others, is_local=is_local):
        one, other = ones[i], others[j]
        partners = list(zip(around[id(one)], around[id(other)], strict=True))
        value = likeness(one, other, partners, _shared(one, other))
        if value >= renames:
            found.append((-round(value, 9), i + j, abs(i - j), i, j))
    for value, _, _, i, j in sorted(found):
        one, other = ones[i], others[j]
        if one.partner is None and other.partner is None:
            one.likeness = other.likeness = -value
            _join(one, other)


def _candidates(ones: Sequence[Node], others: Sequence[Node], *, is_local: bool) -> Iterator[tuple[int, int]]:
    """What may be the same, as indices: each with each, or of many those in one place or with a word in common.

    What is only looked for in its place is compared with nothing elsewhere.
    """
    if not is_local and len(ones) * len(others) <= MOST:
        yield from product(range(len(ones)), range(len(others)))
        return
    clues = [[list(_clues(node, is_local=is_local)) for node in side] for side in (ones, others)]
    counts = [Counter(clue for own in side for clue in own) for side in clues]
    index: defaultdict[Hashable, list[int]] = defaultdict(list)
    for j, own in enumerate(clues[1]):
        for clue in own:
            if max(counts[0][clue], counts[1][clue]) <= COMMON:
                index[clue].append(j)
    for i, own in enumerate(clues[0]):
        yield from ((i, j) for j in sorted({j for clue in own for j in index.get(clue, ())}))


def _clues(node: Node, *, is_local: bool) -> Iterator[Hashable]:
    if (place := _place(node)) is not None:
        yield place
    if not is_local:
        yield from node.name.casefold().split()


def _around(node: Node) -> tuple[Node | None, ...]:
    """What holds a node; of a stage or touchpoint, also those before and behind it."""
    above = node.above
    if node.kind not in {"stage", "touchpoint"} or above is None:
        return (above,)
    row = [each for each in above.inner if each.kind == node.kind]
    at = int(node.parts[-1])
    return (above, row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)


def _shared(one: Node, other: Node) -> float:
    """How many of the elements in two nodes are the same, 0 to 1."""
    most = max(len(one.inner), len(other.inner))
    same = sum(each.partner is not None and each.partner.above is other for each in one.inner)
    return same / most if most else 0
