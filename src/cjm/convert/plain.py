"""Texts of a map in Markdown: shown letter by letter."""

import re

_MARKUP = frozenset("\\`*_{}[]<>#|~!&$^")
_REFERENCE = re.compile(r"""(?<=[@#!%~&$^])(?=[\w"'])|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)""", re.IGNORECASE)


def plain(text: str) -> str:
    """A text as Markdown shows it letter by letter: no markup, and nothing a forge takes for a link, issue or person."""
    text = _REFERENCE.sub("\u2060", text)
    return " ".join("".join(f"&#{ord(char)};" if char in _MARKUP else char for char in text).split())
