"""Changes to a text for people: the lines that go and those that come, with a few around them."""

import difflib
from collections.abc import Iterator

from cjm.report.terminal.paint import Piece, safe

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def changes(name: str, old: str, new: str) -> Iterator[Piece]:
    """What becomes of a file, as a unified diff; nothing where it stays as it is."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), safe(name), safe(name), lineterm="")
    for place, line in enumerate(lines):
        style = "bold" if place < 2 else _STYLES.get(line[:1], "")
        yield f"{safe(line)}\n", style
