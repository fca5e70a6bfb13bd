"""Marked conflicts in a text: merged line by line by git, chosen between, and found again."""

import re
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple

from cjm.errors import FileError
from cjm.source import git

SIZE = 7
"""How many signs a marker has."""

_CONFLICT = re.compile(
    r"^(?P<open><{7,})(?: [^\n]*)?\n(?P<ours>.*?)"
    r"(?:^\|{7,}(?: [^\n]*)?\n.*?)?"
    r"^={7,}\r?\n(?P<theirs>.*?)^>{7,}(?: [^\n]*)?(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)


class Conflict(NamedTuple):
    """A marked conflict: from where to where it goes, and where both versions stand in it, as indices."""

    start: int
    end: int
    ours: tuple[int, int]
    theirs: tuple[int, int]


def conflicts(text: str) -> Iterator[Conflict]:
    """The marked conflicts of a text, in their order."""
    if "<<<<<<<" in text:
        for found in _CONFLICT.finditer(text):
            yield Conflict(*found.span(), found.span("ours"), found.span("theirs"))


def chosen(text: str, side: Literal["ours", "theirs"]) -> str:
    """A text with every conflict decided for one side."""
    parts, end = [], 0
    for conflict in conflicts(text):
        start, stop = getattr(conflict, side)
        parts += [text[end : conflict.start], text[start:stop]]
        end = conflict.end
    return "".join(parts) + text[end:]


def by_lines(base: bytes, ours: bytes, theirs: bytes, size: int = SIZE) -> tuple[bytes, bool]:
    """Two versions merged line by line, as git does it without us, and whether that left conflicts.

    Where there is no git, what they have not in common stands between markers.
    """
    with tempfile.TemporaryDirectory() as folder:
        names = ("ours", "base", "theirs")
        for name, data in zip(names, (ours, base, theirs), strict=True):
            Path(folder, name).write_bytes(data)
        labels = [word for name in names for word in ("-L", name)]
        try:
            done = git.run(Path(folder), "merge-file", "-p", f"--marker-size={size}", *labels, *names)
        except FileError:
            return apart(ours, theirs, size), True
    if 0 <= done.returncode < 128:
        return done.stdout, done.returncode > 0
    return apart(ours, theirs, size), True


def apart(ours: bytes, theirs: bytes, size: int = SIZE) -> bytes:
    """Both versions in one text, whatever they have not in common between markers."""
    rows = [_ended(text).splitlines(keepends=True) for text in (ours, theirs)]
    found: list[bytes] = []
    for tag, i, j, k, m in SequenceMatcher(None, rows[0], rows[1], autojunk=False).get_opcodes():
        if tag == "equal":
            found += rows[0][i:j]
        else:
            found += [b"<" * size + b" ours\n", *rows[0][i:j], b"=" * size + b"\n", *rows[1][k:m]]
            found.append(b">" * size + b" theirs\n")
    return b"".join(found)


def _ended(data: bytes) -> bytes:
    return data if data.endswith(b"\n") or not data else data + b"\n"
