"""A text as nested chunks: each entry of a block with the lines that are its own, so that texts can be put together anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cjm.source.marks import behind_colon, end_of, past_filling
from cjm.source.tree import Mapping, Sequence

Way = tuple[str | int, ...]
"""A route as it is written."""

_LINE = re.compile(r"[^\n]*\n?")
_REMARK = re.compile(r"([ \t]*)(#[^\n]*)?\r?(?:\n|$)")


class UnchunkedError(Exception):
    """A text whose entries have no lines of their own: keys behind question marks, brackets around everything."""


@dataclass(slots=True, eq=False)
class Chunk:
    """An entry of a block: the lines above it from ``lead`` on, its key or dash at ``start``, all of it up to ``end``.

    Indices are in code points. ``column`` is that of the key or dash, from 0. Where its value is a block itself, that
    begins at ``inside`` (the first entry of a mapping in a list in the line of the dash) and holds ``inner``.
    """

    way: Way
    node: Any
    lead: int
    start: int
    end: int
    column: int
    inside: int = 0
    inner: "list[Chunk]" = field(default_factory=list)

    def walk(self) -> "Iterator[Chunk]":
        """It, and all within it."""
        yield self
        for each in self.inner:
            yield from each.walk()


def chunks(tree: Any, text: str) -> list[Chunk]:
    """The entries of a text that was read to this tree without error, outermost. Raises ``UnchunkedError``."""
    if not isinstance(tree, Mapping) or not tree or tree.end.end_mark.index > tree.end.start_mark.index:
        raise UnchunkedError
    return _block(tree, text, (), 0, 0)


def _block(node: Mapping | Sequence, text: str, way: Way, index: int, floor: int) -> list[Chunk]:
    """The entries of a block that begins at an index; its comments are indented deeper than column ``floor``."""
    found: list[Chunk] = []
    members: list[tuple[str | int, Any, Any, Any]]
    if isinstance(node, Mapping):
        members = [(key, *node.events[key], child) for key, child in node.items()]
    else:
        members = [
            (place, None, event, child) for place, (event, child) in enumerate(zip(node.events, node, strict=True))
        ]
    lead = index
    for name, key, event, child in members:
        start = key.start_mark.index if key else past_filling(text, lead)
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].strip(" -") or (key is None and text[start] != "-"):
            raise UnchunkedError
        chunk = Chunk((*way, name), child, lead if lead <= line else start, start, start, start - line)
        _fill(chunk, key, event, text)
        found.append(chunk)
        lead = chunk.end
    last = found[-1]
    last.end = _remarks(text, last.end, floor)
    return found


def _fill(chunk: Chunk, key: Any, event: Any, text: str) -> None:
    """The end of an entry, and the entries within it."""
    child = chunk.node
    begin = behind_colon(text, key) if key else chunk.start + 1
    if isinstance(child, Mapping | Sequence) and not event.flow_style:
        first = past_filling(text, begin)
        line = text.rfind("\n", 0, first) + 1
        chunk.inside = first if line <= begin else _next_line(text, begin)
        chunk.inner = _block(child, text, chunk.way, chunk.inside, chunk.column)
        chunk.end = _remarks(text, chunk.inner[-1].end, chunk.column)
        chunk.inner[-1].end = chunk.end
    elif event.start_mark.index == event.end_mark.index:
        chunk.end = _remarks(text, _next_line(text, begin), chunk.column)
    else:
        end = end_of(event, child)
        chunk.end = end if end and text[end - 1] == "\n" else _next_line(text, end)
        chunk.end = _remarks(text, chunk.end, chunk.column)


def _next_line(text: str, index: int) -> int:
    found = _LINE.match(text, index)
    return found.end() if found else index


def _remarks(text: str, index: int, column: int) -> int:
    """Where the comments end that are indented deeper than a column, in whole lines from an index on."""
    end = index
    while index < len(text) and (found := _REMARK.match(text, index)) and found.end() > index:
        if found[2] is not None:
            if len(found[1]) <= column:
                break
            end = found.end()
        index = found.end()
    return end
