"""How alike two texts, and two elements, are: 0 to 1, the same both ways round."""

from collections.abc import Sequence
from functools import lru_cache

from cjm.diff.nodes import Node
from cjm.diff.values import said

_LONGEST = 240
_NAME = 4
_PARENT = 1
_NEIGHBOURS = 2
_CONTENT = 5
_CHILDREN = 6


@lru_cache(maxsize=1 << 16)
def _pieces(text: str) -> frozenset[str]:
    """All runs of three characters, with the edges of words."""
    padded = f"  {' '.join(text.casefold().split())[:_LONGEST]} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def alike(one: str, other: str) -> float:
    """How alike two texts are: twice the runs of three characters they share, by all they have."""
    if one == other:
        return 1.0
    first, second = _pieces(one), _pieces(other)
    return 2 * len(first & second) / (len(first) + len(second))


def likeness(one: Node, other: Node, partners: Sequence[tuple[Node | None, Node | None]], shared: float) -> float:
    """How alike two elements are, from what they are called, say and hold, and from what stands around them.

    ``partners`` are the places around both (parent, before, behind) as pairs that are the same if they are matched;
    ``shared`` is how many of the elements in them are the same, 0 to 1.
    """
    told = [(_NAME, alike(one.name, other.name))]
    mine, yours = said(one.record), said(other.record)
    keys = (mine.keys() | yours.keys()) - one.naming
    if keys:
        equal = sum(_same(mine.get(key), yours.get(key)) for key in keys) / len(keys)
        told.append((min(_CONTENT, 1 + len(keys)), equal))
    children = max(len(one.inner), len(other.inner))
    if children:
        told.append((min(_CHILDREN, 3 + children), shared))
    parent, *around = (is_same(pair) for pair in partners)
    if one.above is not None and one.above.above is not None:
        told.append((_PARENT, parent))
    if around:
        told.append((_NEIGHBOURS, sum(around) / len(around)))
    return sum(weight * value for weight, value in told) / sum(weight for weight, _ in told)


def is_same(pair: tuple[Node | None, Node | None]) -> bool:
    """Whether two places are matched, or both are none."""
    one, other = pair
    return one is None and other is None if one is None or other is None else one.partner is other


def _same(one: object, other: object) -> float:
    if one == other:
        return 1.0
    if isinstance(one, tuple) and isinstance(other, tuple):
        return alike(_text(one), _text(other))
    return 0.0


def _text(values: tuple[object, ...]) -> str:
    return " ".join(value if isinstance(value, str) else repr(value) for value in values)
