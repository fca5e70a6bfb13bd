"""A YAML text as nodes with their places, by the bare parser: what the oracle and the edits stand on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from _ruamel_yaml import CParser, MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent

Way = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class Node:
    """A value, with its key or dash if it has one. ``text`` is that of a scalar, ``None`` where nothing is written.

    All places are indices of characters: ``begin`` of its key or dash (of the value, where it has none), ``start`` and
    ``end`` of the value itself. ``members`` are pairs of a key or number and a node.
    """

    kind: Literal["map", "list", "text"]
    start: int
    end: int
    text: str | None = None
    is_plain: bool = True
    style: str | None = None
    is_flow: bool = False
    begin: int = 0
    key_end: int = 0
    members: "list[tuple[Any, Node]]" = field(default_factory=list)
    way: Way = ()
    above: "Node | None" = None

    def walk(self) -> "Iterator[Node]":
        yield self
        for _, each in self.members:
            yield from each.walk()

    def get(self, key: str) -> "Node | None":
        return next((each for name, each in self.members if name == key), None)

    @property
    def key(self) -> str:
        """The last key on the way to it."""
        return next((part for part in reversed(self.way) if isinstance(part, str)), "")


class Unreadable(Exception):  # noqa: N818  (says what the text is)
    """A text that is no YAML, or holds a key twice."""


def parse(text: str) -> Node:
    """The root of a text. Raises ``Unreadable``."""
    try:
        return _Parser(text).root()
    except Unreadable:
        raise
    except Exception as error:  # the parser's own, of several kinds
        raise Unreadable(str(error)) from error


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.next = CParser(text).get_event

    def root(self) -> Node:
        self.next()
        event = self.next()
        if isinstance(event, StreamEndEvent):
            raise Unreadable("nothing")
        node = self.node(self.next(), (), None)
        self.next()
        if not isinstance(self.next(), StreamEndEvent):
            raise Unreadable("more than one document")
        return node

    def node(self, event: Any, way: Way, above: Node | None) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, ScalarEvent):
            is_plain = event.style in (None, "")
            text = None if is_plain and event.value in ("", "~", "null") else event.value
            return Node("text", start, end, text, is_plain, event.style, begin=start, way=way, above=above)
        if isinstance(event, MappingStartEvent):
            node = Node("map", start, end, is_flow=bool(event.flow_style), begin=start, way=way, above=above)
            self.mapping(node)
        elif isinstance(event, SequenceStartEvent):
            node = Node("list", start, end, is_flow=bool(event.flow_style), begin=start, way=way, above=above)
            self.sequence(node)
        else:
            raise Unreadable(type(event).__name__)
        return node

    def mapping(self, node: Node) -> None:
        known: set[str] = set()
        while isinstance(key := self.next(), ScalarEvent):
            if key.value in known:
                raise Unreadable(f"twice: {key.value}")
            known.add(key.value)
            child = self.node(self.next(), (*node.way, key.value), node)
            child.begin, child.key_end = key.start_mark.index, key.end_mark.index
            node.members.append((key.value, child))
        self.close(node, key)

    def sequence(self, node: Node) -> None:
        margin = node.start - self.text.rfind("\n", 0, node.start) - 1
        dash = re.compile(rf"(?<=\n)[ ]{{{margin}}}-(?=\s)")
        behind = node.start
        while type(event := self.next()).__name__ != "SequenceEndEvent":
            child = self.node(event, (*node.way, len(node.members)), node)
            if not node.is_flow:
                found = dash.search(self.text, behind) if node.members else None
                child.begin = found.end() - 1 if found else node.start
                child.key_end = child.begin + 1
                behind = max(child.end - 1, child.key_end)
            node.members.append((len(node.members), child))
        self.close(node, event)

    def close(self, node: Node, event: Any) -> None:
        """The end of brackets as the parser has it; a block ends with what it holds."""
        node.end = event.end_mark.index if node.is_flow or not node.members else node.members[-1][1].end


def data(node: Node) -> Any:
    """Texts, lists and mappings; nothing that is empty."""
    if node.kind == "map":
        return {key: value for key, each in node.members if (value := data(each)) is not None}
    if node.kind == "list":
        return [value for _, each in node.members if (value := data(each)) is not None]
    return node.text


def comments(text: str) -> list[tuple[int, str]]:
    """Every comment with its place."""
    parser = CParser(text)
    found: list[tuple[int, str]] = []
    last = 0
    while (token := parser.get_token()) is not None:
        _gap(text, last, token.start_mark.index, found)
        last = max(last, token.end_mark.index)
        if type(token).__name__ == "StreamEndToken":
            break
    _gap(text, last, len(text), found)
    return found


def _gap(text: str, start: int, end: int, found: list[tuple[int, str]]) -> None:
    place = text.find("#", start, end)
    while place >= 0:
        stop = text.find("\n", place)
        stop = len(text) if stop < 0 else stop
        found.append((place, text[place:stop].rstrip()))
        place = text.find("#", stop, end)
