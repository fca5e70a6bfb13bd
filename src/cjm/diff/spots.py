"""Values by where they stand on each side, and what becomes of keys, rows and sets that both sides changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cjm.diff.nodes import Node
from cjm.diff.rows import Source
from cjm.diff.triples import Triple
from cjm.source.chunks import Way
from cjm.source.tree import Scalar
from cjm.source.woven import Kept, Name, Woven

_TEXTS = (str, Scalar)


class Spot(NamedTuple):
    """A value on one side: where it stands, and what is read there."""

    way: Way
    value: Any


Spots = tuple[Spot | None, Spot | None, Spot | None]
"""A value as it was, in ours, in theirs."""


def present(ours: Spot | None, theirs: Spot | None) -> Iterator[tuple[Name, Spot]]:
    """The sides that have a value."""
    if ours:
        yield "ours", ours
    if theirs:
        yield "theirs", theirs


def entries_of(name: Name, spot: Spot) -> list[Woven]:
    """Every entry of a list or mapping, as it is there."""
    parts = spot.value if isinstance(spot.value, dict) else range(len(spot.value))
    return [Kept(name, (*spot.way, part)) for part in parts]


def is_keyed(parent: Triple, key: str) -> bool:
    """Whether elements stand under a key as a mapping, not as a list."""
    return key in {"metrics", "for"} and parent.shown.kind != "map"


def key_of(triple: Triple) -> str:
    """The key of an entry of a mapping: as the side has it that changed it."""
    base, ours, theirs = (str(node.parts[-1]) if node else "" for node in (triple.base, triple.ours, triple.theirs))
    return theirs if theirs and ours in {"", base} else ours


def is_alike(one: Node, other: Node) -> bool:
    """Whether two elements say the same, and all in them does."""
    return one.record == other.record


def spelled(key: str, woven: Woven, ours: Spot | None, theirs: Spot | None, above: tuple[Spot, Spot]) -> str:
    """How a key is spelled where it comes from: ‘persona’ for ‘personas’."""
    names = [
        str(spot.way[-1]) if spot and len(spot.way) > len(whole.way) else ""
        for spot, whole in zip((ours, theirs), above, strict=True)
    ]
    if isinstance(woven, Kept) and woven.side == "theirs":
        names.reverse()
    return next(filter(None, names), key)


def joint_keys(ours: Mapping[str, Spot], theirs: Mapping[str, Spot]) -> Iterator[str]:
    """The keys of ours, each new one of theirs behind the one it stands behind there."""
    row = list(ours)
    previous: str | None = None
    for key in theirs:
        if key not in ours:
            row.insert(row.index(previous) + 1 if previous in row else (0 if previous is None else len(row)), key)
        previous = key
    yield from row


def texts_of(value: Any) -> tuple[Any, ...] | None:
    """The texts of a list, or of one alone; nothing where it holds anything else."""
    entries = value if isinstance(value, list) else [value]
    return tuple(entries) if all(isinstance(each, _TEXTS) for each in entries) else None


def united(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Source, ...]:
    """What is in a set: all of both sides, without what either took away."""
    kept: list[Source] = [("ours", place) for place, each in enumerate(ours) if each in theirs or each not in base]
    new: list[Source] = [
        ("theirs", place) for place, each in enumerate(theirs) if each not in ours and each not in base
    ]
    return (*kept, *new)


def item_of(side: Name, spot: Spot, place: int) -> Kept:
    """An entry of a list, or the text alone that stands for it."""
    return Kept(side, (*spot.way, place) if isinstance(spot.value, list) else spot.way)
