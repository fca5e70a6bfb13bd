"""Which map of one side belongs to which of the other, and which of them need no look."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from cjm.model.read import beside
from cjm.source.head import head
from cjm.source.project import Project


class Side(NamedTuple):
    """One side of a comparison: a map, by its name in a project. ``ref`` is what was typed, empty for what is on disk."""

    project: Project
    name: str
    ref: str

    def spelled(self) -> str:
        """The map as people name it: ``maps/office.cjm.yaml at main``."""
        from cjm.cli.outputs import from_here  # noqa: PLC0415  (only where something is said)

        name = from_here(self.project.root)(self.name)
        return f"{name} at {self.ref}" if self.ref else name


class Pair(NamedTuple):
    """Two versions of a map, or two maps; one of them may be missing."""

    before: Side | None
    after: Side | None


class _Known(NamedTuple):
    """A map, its path from the root of its side, its id (if it has one) and its state."""

    side: Side
    path: str
    id: str
    state: str


_KEYS: tuple[Callable[[_Known], Any], ...] = (
    lambda each: each.id and (each.id, each.state, each.path),
    lambda each: each.id and (each.id, each.state),
    lambda each: each.path,
    lambda each: each.id,
    lambda each: each.side.project.files.blob(each.side.name),
)
"""What maps belong together by, the surest first; what is empty tells nothing."""


def pair(before: Mapping[str, Side], after: Mapping[str, Side]) -> list[Pair]:
    """Maps belong together by id and state, else by path, id or content; the others are added or removed.

    Both sides are given by their paths from the root of their side. What says the same on both is left out: maps of
    one path, where neither their content nor that of a library they use differs; so are libraries themselves.
    """
    is_same = sameness()
    same = {path for path in before.keys() & after.keys() if is_same(before[path], after[path])}
    left = list(_known(before, same))
    right = list(_known(after, same))
    found: list[tuple[_Known | None, _Known | None]] = []
    for key in _KEYS:
        two, left, right = _match(left, right, key)
        found += two
    found += [(each, None) for each in left] + [(None, each) for each in right]
    found.sort(key=lambda two: next(each.path for each in two[::-1] if each))
    return [Pair(one and one.side, other and other.side) for one, other in found]


def changed(before: Project, after: Project, names: Iterable[str]) -> list[str]:
    """Those of these files that differ between two versions of a project, or use a library that does."""
    is_same = sameness()
    return [name for name in names if not is_same(Side(before, name, ""), Side(after, name, ""))]


def sameness() -> Callable[[Side, Side], bool]:
    """Tells whether two maps have the same content, and so have all libraries they use. Each library is looked at once."""
    known: dict[tuple[str, str], bool] = {}

    def is_equal(one: Side, other: Side) -> bool:
        content = one.project.files.blob(one.name)
        return content != "" and content == other.project.files.blob(other.name)

    def is_same(one: Side, other: Side) -> bool:
        if not is_equal(one, other):
            return False
        for name in _head(other, "uses").get("uses", ()):
            names = (beside(one.name, name), beside(other.name, name))
            if names not in known:
                known[names] = is_equal(one._replace(name=names[0]), other._replace(name=names[1]))
            if not known[names]:
                return False
        return True

    return is_same


def find(side: Side, others: Iterable[Side]) -> Side | None:
    """The first map that has the id and state of this one, if it has an id."""
    own = {(each.id, each.state) for each in _known({side.name: side}) if each.id}
    return next((each.side for each in _known({other.name: other for other in others}) if each[2:] in own), None)


def _known(sides: Mapping[str, Side], same: Container[str] = ()) -> Iterator[_Known]:
    """The maps among files, without those that are the same on the other side."""
    for path, side in sides.items():
        if path not in same:
            found = _head(side, "id", "state", "kind")
            if found.get("kind") != ["library"]:
                id, state = ((*found.get(key, ()), "")[0] for key in ("id", "state"))
                yield _Known(side, path, id, state or "current")


def _head(side: Side, *keys: str) -> Mapping[str, list[str]]:
    data = side.project.read(side.name)
    return {} if isinstance(data, str) else head(data, *keys)


def _match(
    left: list[_Known], right: list[_Known], key: Callable[[_Known], Any]
) -> tuple[list[tuple[_Known, _Known]], list[_Known], list[_Known]]:
    """Those with the same key, the first with the first; and what is left of both lists."""
    waiting: dict[Any, list[_Known]] = {}
    for each in right:
        waiting.setdefault(key(each), []).append(each)
    pairs = [(each, waiting[value].pop(0)) for each in left if (value := key(each)) and waiting.get(value)]
    taken = {id(each) for two in pairs for each in two}
    rest = [[each for each in side if id(each) not in taken] for side in (left, right)]
    return pairs, rest[0], rest[1]
