"""Which element of one version is which of another, as the oracle sees it: by type and id, else by place and words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.merge.meaning import GLOBAL, REFERENCES, SETS, Item, Value

Ident = tuple[Any, ...]
Alias = Mapping[Ident, Ident]
"""What an element is called in a version, and what it was called in the base."""


@dataclass(slots=True, eq=False)
class Version:
    """The elements of one version by what they are known as in the base; ``words`` are its ids that the base has otherwise."""

    items: dict[Ident, Item]
    words: Mapping[str, str]

    def fields(self, ident: Ident) -> dict[str, Value]:
        """What an element says, with the ids in it as they are called in the base, what is in no order sorted."""
        return {path: self.value(path, value) for path, value in self.items[ident].fields.items()}

    def value(self, path: str, value: Value) -> Value:
        key = path.rpartition("/")[2]
        if key in REFERENCES:
            value = tuple("/".join(self.words.get(part, part) for part in each.split("/")) for each in value)
        return tuple(sorted(set(value))) if key in SETS else value

    def row(self, home: Ident) -> list[Ident]:
        """What stands in one place, in order."""
        above, key = home
        holder = self.items.get(above)
        known = {id(item): ident for ident, item in self.items.items()} if holder else {}
        return [known[id(each)] for each in holder.inner if each.key == key and id(each) in known] if holder else []


def shared(roots: Iterable[Item]) -> set[tuple[str, str]]:
    """Types and ids that occur more than once in one version: there they tell nothing over the whole map."""
    found: set[tuple[str, str]] = set()
    for root in roots:
        counts = Counter((each.kind, each.id) for each in root.walk() if _is_global(each))
        found |= {key for key, count in counts.items() if count > 1}
    return found


def version(root: Item, alias: Alias, known: set[tuple[str, str]], renamed: Alias | None = None) -> Version:
    """A version with its elements called as in the base; ``renamed`` is what any version calls otherwise."""
    items: dict[Ident, Item] = {}
    words = {new[1]: old[1] for new, old in (renamed or alias).items() if len(new) == len(old) == 2}
    todo = [root]
    root.ident = ("map",)
    items[root.ident] = root
    while todo:
        above = todo.pop()
        counts: Counter[Any] = Counter()
        for each in above.inner:
            raw = _raw(each, above, known, counts)
            each.ident = alias.get(raw, raw)
            if each.ident in items:
                each.ident = (*each.ident, "again", len(items))
            items[each.ident] = each
            todo.append(each)
    return Version(items, words)


def _is_global(item: Item) -> bool:
    return item.kind in GLOBAL and bool(item.id) and not (item.kind == "metric" and item.above and item.above.above)


def _raw(item: Item, above: Item, known: set[tuple[str, str]], counts: Counter[Any]) -> Ident:
    if _is_global(item) and (item.kind, item.id) not in known:
        return (item.kind, item.id)
    own = item.written or item.name
    counts[item.kind, own] += 1
    key = item.kind if _is_global(item) and item.kind == "touchpoint" else item.key
    return (above.ident, key, own, counts[item.kind, own])


def declared(base: Version, side: Version) -> dict[Ident, Ident]:
    """What a side calls otherwise and says so."""
    found: dict[Ident, Ident] = {}
    for ident, item in side.items.items():
        for old in item.fields.get("formerly", ()):
            was = (item.kind, old.rpartition("/")[2])
            if ident not in base.items and was in base.items and was not in side.items and len(ident) == 2:
                found[ident] = was
    return found


def supposed(base: Version, side: Version) -> Iterator[tuple[Ident, Ident]]:
    """Pairs of what a side no longer has and what is new there that may be the same thing, the likeliest first."""
    gone = [ident for ident in base.items if ident not in side.items]
    new = [ident for ident in side.items if ident not in base.items]
    pairs = []
    for i, one in enumerate(gone):
        for j, other in enumerate(new):
            was, now = base.items[one], side.items[other]
            if was.kind == now.kind and (likeness := _likeness(was, now)) > 0:
                pairs.append((-likeness, i, j))
    taken: set[tuple[str, int]] = set()
    for _, i, j in sorted(pairs):
        if taken.isdisjoint({("gone", i), ("new", j)}):
            taken |= {("gone", i), ("new", j)}
            yield new[j], gone[i]


def _likeness(was: Item, now: Item) -> float:
    ones, others = ({*_leaves(each)} for each in (was, now))
    same = len(ones & others) / (len(ones | others) or 1)
    is_home = was.home == now.home
    is_name = was.name == now.name
    if not (is_home or is_name or same > 0.2):
        return 0
    return same + is_home + 2 * is_name + 0.01


def _leaves(item: Item) -> Iterator[tuple[str, str]]:
    for each in item.walk():
        for path, value in each.fields.items():
            yield from ((path, text) for text in value)
