"""Where a route leads in the tree of a text, as far as it is written there."""

from dataclasses import dataclass
from typing import Any

from cjm.source.manner import Path
from cjm.source.tree import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Spot:
    """The deepest value on a route that is written, and the parts of the route that go beyond it.

    ``holder`` is the list or mapping that holds the value, ``way`` the route as far as it is written.
    """

    node: Any
    holder: Any
    way: tuple[str | int, ...]
    rest: tuple[str | int, ...]

    @property
    def path(self) -> Path:
        """The keys of the route."""
        return tuple(part for part in self.way if isinstance(part, str))

    @property
    def key(self) -> Any:
        """The parser's event of the key; nothing in a list, or at the root."""
        return self.events[0]

    @property
    def event(self) -> Any:
        """The parser's event of the value; nothing at the root."""
        return self.events[1]

    @property
    def events(self) -> tuple[Any, Any]:
        """The parser's events of the key and of the value, as far as there are any."""
        if self.holder is None:
            return None, None
        events = self.holder.events[self.way[-1]]
        return events if isinstance(self.holder, Mapping) else (None, events)

    @property
    def is_text(self) -> bool:
        """Whether the value is a text or number."""
        return self.node is not None and not isinstance(self.node, Mapping | Sequence)


def find(tree: Any, parts: tuple[str | int, ...]) -> Spot:
    """Where a route leads. An index into something that is no list stays there: it is a list of one."""
    node, holder = tree, None
    way: tuple[str | int, ...] = ()
    for place, part in enumerate(parts):
        is_entry = isinstance(node, Sequence) and isinstance(part, int) and part < len(node)
        if is_entry or (isinstance(node, Mapping) and part in node):
            node, holder, way = node[part], node, (*way, part)
        elif part != 0 or isinstance(node, Sequence):
            return Spot(node, holder, way, parts[place:])
    return Spot(node, holder, way, ())
