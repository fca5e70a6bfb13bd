"""What a merged text is made of: what is kept of either side, put together, and what clashes."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from cjm.source.chunks import Way

Name = Literal["ours", "theirs"]


class Kept(NamedTuple):
    """What stands at a route of one side, as it is there; ``notes`` are comments of the other side, to stand above it."""

    side: Name
    way: Way
    notes: tuple[str, ...] = ()


class Beside(NamedTuple):
    """The comments of a list or mapping from both sides: whose lines stand above it, which further ones.

    ``all`` are those in it, too, for where it has to be written anew.
    """

    lead: Name = "ours"
    above: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


class Joined(NamedTuple):
    """A mapping of entries from both sides; ``ours`` and ``theirs`` tell where it stands there."""

    entries: "tuple[tuple[str, Woven], ...]"
    ours: Way | None = None
    theirs: Way | None = None
    beside: Beside = Beside()


class Listed(NamedTuple):
    """A list of entries from both sides."""

    entries: "tuple[Woven, ...]"
    ours: Way | None = None
    theirs: Way | None = None
    beside: Beside = Beside()


class Clash(NamedTuple):
    """What both sides changed, each in another way; ``None`` where a side has nothing there. ``told`` says what it is.

    ``about`` are the addresses of the elements whose values differ there, ``remarks`` the comments that stand there.
    """

    ours: "Woven | None"
    theirs: "Woven | None"
    told: str
    about: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()


Woven: TypeAlias = Kept | Joined | Listed | Clash


def resolve(woven: "Woven | None", side: Name) -> "Woven | None":
    """The same with every clash decided for one side."""
    match woven:
        case Clash():
            return resolve(getattr(woven, side), side)
        case Joined():
            pairs = ((key, resolve(each, side)) for key, each in woven.entries)
            return woven._replace(entries=tuple((key, each) for key, each in pairs if each is not None))
        case Listed():
            entries = (resolve(each, side) for each in woven.entries)
            return woven._replace(entries=tuple(each for each in entries if each is not None))
        case _:
            return woven


def clashes(woven: "Woven | None") -> Iterator[Clash]:
    """Every clash in it."""
    match woven:
        case Clash():
            yield woven
        case Joined():
            for _, each in woven.entries:
                yield from clashes(each)
        case Listed():
            for each in woven.entries:
                yield from clashes(each)


class Whole(NamedTuple):
    """What a text is made of: its entries, and the lines below them."""

    root: Woven
    tail: str = ""
