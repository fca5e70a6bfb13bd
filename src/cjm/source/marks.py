"""Where the parts of a text begin and end that the parser does not tell of."""

import re
from typing import Any

from cjm.source.tree import Mapping, Sequence

_FILLING = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")


def is_flow(node: Any) -> bool:
    """Whether something is a list or mapping in brackets."""
    return isinstance(node, Mapping | Sequence) and bool(node.end.end_mark.index > node.end.start_mark.index)


def past_filling(text: str, index: int) -> int:
    """Where the next thing begins that is neither blank nor comment."""
    found = _FILLING.match(text, index)
    return found.end() if found else index


def behind_colon(text: str, key: Any) -> int:
    """Where the value of a key may begin: behind its colon, or behind the key itself where it has none."""
    index = past_filling(text, key.end_mark.index)
    return index + 1 if text[index : index + 1] == ":" else int(key.end_mark.index)


def end_of(event: Any, node: Any) -> int:
    """Where a value ends, whatever it holds; blank lines below a block of text are part of it."""
    last, node = _last(event, node)
    return int((node.end if isinstance(node, Mapping | Sequence) else last).end_mark.index)


def _last(event: Any, node: Any) -> tuple[Any, Any]:
    """The innermost last thing that stands on lines of its own in a value, with its event."""
    while isinstance(node, Mapping | Sequence) and not event.flow_style:
        if isinstance(node, Mapping):
            key = next(reversed(node))
            event, node = node.events[key][1], node[key]
        else:
            event, node = node.events[-1], node[-1]
    return event, node
