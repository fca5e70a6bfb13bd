"""Comments that speak to cjm, ``# cjm: …``, and the part of the map that each belongs to."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from cjm.source.document import Document
from cjm.source.tree import Mapping, Sequence

Parts = tuple[str | int, ...]

_MARK = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*cjm:[ \t]*([^\r\n]*)", re.MULTILINE)
_NEXT = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*(?:-[ \t]+)*")


class Remark(NamedTuple):
    """What such a comment says, where it stands (indices in code points), and the route of what it stands in or above."""

    text: str
    start: int
    end: int
    parts: Parts


class _Node(NamedTuple):
    start: int
    end: int
    parts: Parts


def remarks(document: Document) -> list[Remark]:
    """The remarks of a document, in order; what stands inside a text is none."""
    found = list(_MARK.finditer(document.text))
    if not found:
        return []
    nodes = list(_nodes(document.tree, (), document.text))
    texts = list(_texts(document.tree))
    return [
        Remark(mark[1].rstrip(), mark.start(), mark.end(), _belongs(mark, nodes, document.text))
        for mark in found
        if not any(start <= mark.start() < end for start, end in texts)
    ]


def _belongs(mark: re.Match[str], nodes: list[_Node], text: str) -> Parts:
    """The route of what begins right below a comment on a line of its own; else of the innermost node around it.

    A comment that is indented less than a node does not stand in it.
    """
    line = text.rfind("\n", 0, mark.start()) + 1
    if not text[line : mark.start()].strip():
        below = _NEXT.match(text, mark.end())
        for node in nodes:
            if below and node.start == below.end():
                return node.parts
        nodes = [node for node in nodes if _column(text, node.start) <= mark.start() - line]
    around = [node for node in nodes if node.start <= mark.start() < node.end]
    return max(around, key=lambda node: node.start, default=_Node(0, 0, ())).parts


def _column(text: str, index: int) -> int:
    return index - text.rfind("\n", 0, index) - 1


def _nodes(tree: Any, parts: Parts, text: str) -> Iterator[_Node]:
    """The entries of all lists, and all mappings, with where they begin and end; an entry in a line up to its end."""
    if isinstance(tree, Mapping):
        for key, node in tree.items():
            value = tree.events[key][1]
            if isinstance(node, Mapping):
                yield _Node(value.start_mark.index, node.end.end_mark.index, (*parts, key))
            yield from _nodes(node, (*parts, key), text)
    elif isinstance(tree, Sequence):
        for place, node in enumerate(tree):
            event = tree.events[place]
            if isinstance(node, Mapping) and node.end:
                yield _Node(event.start_mark.index, node.end.end_mark.index, (*parts, place))
            elif not isinstance(node, Sequence):
                end = text.find("\n", event.end_mark.index)
                yield _Node(event.start_mark.index, len(text) if end < 0 else end, (*parts, place))
            yield from _nodes(node, (*parts, place), text)


def _texts(tree: Any) -> Iterator[tuple[int, int]]:
    """Where texts of several lines, or between quotes, begin and end: a ``#`` in them is no comment."""
    if isinstance(tree, Mapping):
        entries = [(tree.events[key][1], node) for key, node in tree.items()]
    elif isinstance(tree, Sequence):
        entries = list(zip(tree.events, tree, strict=True))
    else:
        return
    for event, node in entries:
        if isinstance(node, Mapping | Sequence):
            yield from _texts(node)
        elif getattr(event, "style", None):
            yield event.start_mark.index, event.end_mark.index
