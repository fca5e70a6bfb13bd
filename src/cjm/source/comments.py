"""The comments of a text: where they stand, and what they say."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from _ruamel_yaml import ScalarEvent

from cjm.source.tree import Mapping, Sequence

_HEAD = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\r\n]*)?")
_COMMENT = re.compile(r"#[^\r\n]*")


class Comment(NamedTuple):
    """One comment: its index and column (from 0), the blanks before it, whether there is nothing else before it.

    ``text`` begins with its ``#`` and has no blanks at its end.
    """

    start: int
    column: int
    distance: int
    is_alone: bool
    text: str

    @property
    def behind(self) -> str:
        """The comment with its distance from what it stands behind."""
        return f"{' ' * max(1, self.distance)}{self.text}"


def comments(tree: Any, text: str) -> list[Comment]:
    """The comments of a text that was read to this tree without error, in their order."""
    found: list[Comment] = []
    end = 0
    for start, stop, is_block in sorted(_scalars(tree)):
        found.extend(_between(text, end, start))
        if is_block and (head := _HEAD.match(text, start)) and head[1]:
            found.append(_comment(text, head.start(1), head[1]))
        end = max(end, stop)
    found.extend(_between(text, end, len(text)))
    return found


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    """The comments between two texts: a ``#`` there can be nothing else."""
    while start < end and (each := _COMMENT.search(text, start, end)):
        whole = _COMMENT.match(text, each.start())
        start = whole.end() if whole else end
        yield _comment(text, each.start(), text[each.start() : start])


def _comment(text: str, start: int, words: str) -> Comment:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    rest = before.rstrip(" \t")
    return Comment(start, len(before), len(before) - len(rest), not rest, words.rstrip())


def _scalars(tree: Any) -> Iterator[tuple[int, int, bool]]:
    """Where the texts of a tree begin and end, keys among them, and whether they are blocks."""
    todo: list[Any] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            events = [event for pair in node.events.values() for event in pair]
            todo.extend(node.values())
        elif isinstance(node, Sequence):
            events = node.events
            todo.extend(node)
        else:
            continue
        for event in events:
            if type(event) is ScalarEvent:
                yield event.start_mark.index, event.end_mark.index, event.style in {"|", ">"}
