"""References that follow what they refer to: an id that was changed, changed wherever it is named."""

from collections.abc import Mapping
from typing import Any

from cjm.diff.nodes import Node

MEANT: Mapping[str, tuple[str, ...]] = {
    "solves": ("pain",), "needs": ("step", "touchpoint"), "to": ("touchpoint", "stage"), "moves": ("metric",),
    "evidence": ("research",), "personas": ("persona",), "channel": ("channel",), "systems": ("system",),
    "system": ("system",), "actor": ("actor", "persona"), "initiator": ("actor", "persona"),
    "receiver": ("actor", "persona"), "owner": ("actor", "persona"),
}  # fmt: skip
"""For each key that refers, the types of element that it may mean."""


class References:
    """Which ids before became which ids after: what refers to them is made the same on both sides."""

    def __init__(self, before: Node) -> None:
        self.earlier: dict[tuple[str, str], str] = {}
        self.later: dict[tuple[str, str], str] = {}
        for node in before.walk():
            if node.partner and not node.is_local and node.id != node.partner.id:
                self._add(node.kind, node.id, node.partner.id)
                if node.kind == "touchpoint" and node.above and node.partner.above:
                    self._add(node.kind, f"{node.above.id}/{node.id}", f"{node.partner.above.id}/{node.partner.id}")

    def _add(self, kind: str, old: str, new: str) -> None:
        token = f"{old}\0{new}"  # as no id can be
        self.earlier[kind, old], self.later[kind, new] = token, token

    def origin(self, key: str, word: str) -> str:
        """A reference of the later map as the earlier one would write it."""
        found = (self.later.get((kind, word)) for kind in MEANT.get(key, ()))
        return next((token.partition("\0")[0] for token in found if token), word)

    def of_earlier(self, key: str, value: Any) -> Any:
        """A value of the earlier map, comparable with one of the later."""
        return _told(key, value, self.earlier)

    def of_later(self, key: str, value: Any) -> Any:
        """A value of the later map, comparable with one of the earlier."""
        return _told(key, value, self.later)


def _told(key: str, value: Any, known: Mapping[tuple[str, str], str]) -> Any:
    kinds = MEANT.get(key, ()) if known else ()
    if not kinds:
        return value
    if isinstance(value, tuple):
        return tuple(_one(kinds, each, known) for each in value)
    return _one(kinds, value, known) if isinstance(value, str) else value


def _one(kinds: tuple[str, ...], word: str, known: Mapping[tuple[str, str], str]) -> str:
    return next((known[kind, word] for kind in kinds if (kind, word) in known), word)
