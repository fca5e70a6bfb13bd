"""One file as read, and how it spells the routes of what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cjm.model.fold import MANY
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.problem import Parts, Problem
from cjm.source.tree import Opened


@dataclass(slots=True)
class Entry:
    """One file as read: the map or library as it is written, and joined with its libraries; the problems found.

    Both are ``None`` where the file is neither. ``known`` are the words that name actors and systems in it, ``spelled``
    holds the last parts of routes that the file spells otherwise, ``reads`` every file that its reading and its check
    have opened.
    """

    path: str
    opened: Opened
    written: Journey | Library | None = None
    content: Journey | Library | None = None
    problems: list[Problem] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    spelled: Mapping[Parts, str | int] = field(default_factory=dict)
    reads: set[str] = field(default_factory=set)

    def place(self, parts: Parts) -> Parts:
        """A route as this file spells it."""
        if self.spelled:
            parts = tuple(self.spelled.get(parts[:end], part) for end, part in enumerate(parts, 1))
        return as_written(parts, self.opened.tree)


def as_written(parts: Parts, tree: Any) -> Parts:
    """A route as a file spells it: under ``persona`` where it says that instead of ``personas``."""
    written = {many: key for key, many in MANY.items() if isinstance(tree, dict) and key in tree}
    if parts and parts[0] in written and parts[0] not in tree:
        return (written[str(parts[0])], *parts[1:])
    return parts
