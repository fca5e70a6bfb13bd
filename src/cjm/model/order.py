"""How maps are best written: the order of keys, what a text alone stands for, where blank lines belong."""

from collections.abc import Iterable, Mapping
from typing import Any

from cjm.model.fold import MANY, Fold, text_of
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.problem import nearest
from cjm.model.record import Place
from cjm.model.shape import Shape, shapes

Path = tuple[str, ...]
"""The keys that lead to a place from the top; entries of lists have none."""

_SPACED: Path = ("stages",)


class Order:
    """The manner in which one map or library is written. ``known`` as for folding."""

    def __init__(self, tree: Any, known: Mapping[str, str] | None = None) -> None:
        self.root = record_of(tree)
        self.known = known
        self.places: dict[Path, tuple[type | None, Shape | None]] = {(): (self.root, None)}

    def order(self, path: Path, keys: Iterable[str]) -> list[str]:
        """The keys as the format lists them; all others behind these, but before what a mapping is there to hold."""
        record, _ = self.at(path)
        if record is None:
            return list(keys)
        known = shapes(record)
        ranks = {key: rank for rank, key in enumerate(known)}
        last = sum(shape.place < Place.CONTENT for shape in known.values()) - 0.5
        return sorted(keys, key=lambda key: ranks.get(key, ranks.get(MANY.get(key, ""), last)))

    def short(self, path: Path, node: Any) -> str:
        """The key that a text or number alone stands for; a persona alone is a name for another, and stands for none."""
        record, shape = self.at(path)
        if record is None or shape is None:
            return ""
        long = Fold(self.known).lengthen(node, record, (), shape.short)
        key = next(iter(long)) if isinstance(long, dict) else ""
        return key if key in shapes(record) else ""

    @staticmethod
    def is_spaced(path: Path) -> bool:
        """Stages are set apart by blank lines."""
        return path == _SPACED

    def at(self, path: Path) -> tuple[type | None, Shape | None]:
        """The record at a place, if there is one, and the key that holds it."""
        if path not in self.places:
            self.places[path] = self.find(path)
        return self.places[path]

    def find(self, path: Path) -> tuple[type | None, Shape | None]:
        """The record at a place, by way of the one above it."""
        *above, key = path
        record, shape = self.at(tuple(above))
        if record is None:
            is_free = shape is not None and shape.container == "map" and not shape.lists
            return (
                (shape.item, shape._replace(container="one")) if shape and is_free and shape.is_record else (None, None)
            )
        known = shapes(record)
        shape = known.get(key) or known.get(MANY.get(key, ""))
        is_one = shape is not None and shape.is_record and shape.container != "map"
        return (shape.item if shape and is_one else None, shape)


def record_of(tree: Any) -> type[Journey] | type[Library]:
    """What a file says that it is, misspelt or not: a library, or else a map."""
    kind = text_of(tree.get("kind")) if isinstance(tree, dict) else None
    kinds = [str(choice) for choice in shapes(Journey)["kind"].choices]
    if not isinstance(kind, str) or kind in kinds:
        return Journey
    return Library if nearest(kind, [*kinds, "library"]) == "library" else Journey
