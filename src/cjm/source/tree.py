"""The tree of a YAML text: plain Python values that remember where they stood.

Texts are ``str``. A plain scalar that YAML 1.2 (core schema) reads as a number or a truth value is a :class:`Scalar`,
which keeps the text as well: whoever takes it knows which of the two is wanted. An empty value is ``None``.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias


class Scalar:
    """A plain scalar with its text as written and its value: ``007`` and 7, ``true`` and True."""

    __slots__ = ("text", "value")

    def __init__(self, text: str, value: float | bool) -> None:  # noqa: FBT001  (a value among values)
        self.text = text
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scalar) and (self.text, self.value) == (other.text, other.value)

    def __hash__(self) -> int:
        return hash((self.text, self.value))

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, {self.value!r})"


class Mapping(dict[str, Any]):
    """A mapping. ``events`` holds for each key the parser's events of the key and of its value."""

    __slots__ = ("end", "events")

    def __init__(self) -> None:
        self.events: dict[str, tuple[Any, Any]] = {}
        self.end: Any = None


class Sequence(list[Any]):
    """A list. ``events`` holds the parser's event of each entry."""

    __slots__ = ("end", "events")

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.end: Any = None


MAX_BYTES = 2 * 1024 * 1024
"""A larger file is no map, and not read."""

Tree: TypeAlias = str | Scalar | Mapping | Sequence | None


def events(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """The events of every entry of a tree: of its key (``None`` in a list) and of its value."""
    todo: list[Any] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            todo.extend(node.values())
            yield from node.events.values()
        elif isinstance(node, Sequence):
            todo.extend(node)
            yield from ((None, event) for event in node.events)


class Opened:
    """What opening a file gave: its tree, and whether all of the text could be read; or the reason why not."""

    __slots__ = ("is_whole", "reason", "tree")

    def __init__(self, tree: Tree, *, is_whole: bool = True, reason: str = "") -> None:
        self.tree = tree
        self.is_whole = is_whole
        self.reason = reason
