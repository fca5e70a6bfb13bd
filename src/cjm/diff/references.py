"""References that follow what they refer to: an id that was changed, changed wherever it is named."""

from collections.abc import Mapping
from typing import Any

from cjm.diff.nodes import Node

_MEANT: Mapping[str, tuple[str, ...]] = {
    "solves": ("pain",), "needs": ("step", "touchpoint"), "to": ("touchpoint", "stage"), "moves": ("metric",),
    "evidence": ("research",), "personas": ("persona",), "channel": ("channel",), "systems": ("system",),
    "system": ("system",), "actor": ("actor", "persona"), "initiator": ("actor", "persona"),
    "receiver": ("actor", "persona"), "owner": ("actor", "persona"),
}  # fmt: skip
"""For each key that refers, the types of element that it may mean."""


class References:
    """Which ids before became which ids after."""

    def __init__(self, before: Node) -> None:
        self.new: dict[tuple[str, str], str] = {}
        for node in before.walk():
            if node.partner and not node.is_local and node.id != node.partner.id:
                self.new[node.kind, node.id] = node.partner.id
                if node.kind == "touchpoint" and node.above and node.partner.above:
                    self.new[node.kind, f"{node.above.id}/{node.id}"] = f"{node.partner.above.id}/{node.partner.id}"

    def followed(self, key: str, value: Any) -> Any:
        """A value of the earlier map with the ids that its references have in the later one."""
        kinds = _MEANT.get(key, ()) if self.new else ()
        if not kinds:
            return value
        if isinstance(value, tuple):
            return tuple(self._one(kinds, each) for each in value)
        return self._one(kinds, value) if isinstance(value, str) else value

    def _one(self, kinds: tuple[str, ...], word: str) -> str:
        return next((self.new[kind, word] for kind in kinds if (kind, word) in self.new), word)
