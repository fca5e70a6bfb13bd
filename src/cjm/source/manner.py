"""How a format likes its files written: what the format knows, and the text of a file does not say."""

from collections.abc import Iterable
from typing import Any, Protocol

WIDTH = 120
"""Columns that a line should not pass; a comment behind it does not count."""

Path = tuple[str, ...]
"""The keys that lead to a mapping from the top; entries of lists have none."""


class Manner(Protocol):
    """What is asked about keys. A path is that of the mapping, or list, that is asked about."""

    def order(self, path: Path, keys: Iterable[str]) -> list[str]:
        """The keys of a mapping in the order in which they are best written."""
        ...

    def short(self, path: Path, node: Any) -> str:
        """The key for which a text or number alone stands where a mapping is wanted; empty where there is none."""
        ...

    def is_spaced(self, path: Path) -> bool:
        """Whether blank lines set the entries of a list apart."""
        ...
