"""``.gitattributes``: where a team declares for everybody that git shall compare and merge maps through cjm.

All is done on bytes, so that every other line stays as it is, whatever its encoding and its line ends.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cjm.errors import FileError
from cjm.source import git
from cjm.source.project import SUFFIX

NAME = ".gitattributes"
PATTERN = f"*{SUFFIX}"
LINES = (
    b"# Customer journey maps, compared and merged by what they say: run `cjm git install` once in each clone",
    f"{PATTERN} diff=cjm merge=cjm".encode(),
)
"""What is declared: a comment, and the line itself."""

_OURS = re.compile(rb"(?:%b\r?\n)?%b(?:\r?\n|\Z)" % tuple(map(re.escape, LINES)))
_SAME_FILES = {PATTERN, f"**/{PATTERN}", f"/**/{PATTERN}"}
_DECIDING = {"diff", "merge", "binary"}


class Line(NamedTuple):
    """A line that somebody wrote for maps, with its number from 1."""

    number: int
    text: str


class Attributes(NamedTuple):
    """What git takes to be said of maps: the name of a driver, ``set``, ``unset`` or ``unspecified``."""

    diff: str
    merge: str


def effective(root: Path) -> Attributes:
    """What git would do with a map at the top of a work tree, all its files of attributes considered."""
    done = git.run(root, "check-attr", "-z", "diff", "merge", "--", f"map{SUFFIX}")
    words = done.stdout.decode("utf-8", "replace").split("\0")
    return Attributes(*words[2:6:3]) if len(words) > 5 else Attributes("unspecified", "unspecified")


def deciding(data: bytes) -> list[Line]:
    """The lines for maps that say in their own way how to compare or merge them."""
    lines = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").split("\n")
    return [
        Line(number, line.strip())
        for number, line in enumerate(lines, 1)
        if line.strip().encode() not in LINES and not _DECIDING.isdisjoint(_attributes(line))
    ]


def with_lines(data: bytes) -> bytes:
    """The content of the file with our lines at its end, where they win over what stands above them."""
    if _has_ours(data):
        return data
    end = b"\r\n" if b"\r\n" in data else b"\n"
    gap = b"" if not data or data.endswith(b"\n") else end
    return data + gap + b"".join(line + end for line in LINES)


def without_lines(data: bytes) -> bytes:
    """The content of the file without our lines; what others wrote stays."""
    starts = (found for found in _OURS.finditer(data) if found.start() == 0 or data[found.start() - 1] == 0x0A)
    for found in reversed(list(starts)):
        data = data[: found.start()] + data[found.end() :]
    return data


def read(root: Path) -> bytes | None:
    """The content of the file at the top of a work tree; ``None`` where there is none. Raises ``FileError``."""
    path = root / NAME
    if path.is_symlink():
        message = f"{path} is a link, and git follows none here: put a file in its place."
        raise FileError(message)
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise FileError(message) from error


def _has_ours(data: bytes) -> bool:
    return without_lines(data) != data


def _attributes(line: str) -> Iterator[str]:
    """The names of the attributes that a line gives to all maps; nothing where it is about other files."""
    pattern, *words = line.split() or [""]
    if pattern.strip('"') in _SAME_FILES:
        yield from (word.lstrip("-!").partition("=")[0] for word in words)
