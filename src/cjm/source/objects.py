"""What stands in a git repository, read through one process of git however much is read."""

import os
import re
import subprocess
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from cjm.errors import FileError
from cjm.source.git import environment
from cjm.source.tree import MAX_BYTES

FOLDER, LINK, MODULE = "40000", "120000", "160000"
"""Modes of entries: a folder, a symbolic link, another repository; every other mode is that of a file."""


class Entry(NamedTuple):
    """An entry of a folder in a commit: its mode as git writes it, and the name of its content."""

    mode: str
    oid: str


Folder = dict[str, Entry]

_ENTRIES = {
    length: re.compile(rb"([0-7]+) ([^\0]+)\0(.{%d})" % (length // 2), re.DOTALL)
    for length in (40, 64)  # SHA-1 and SHA-256, as told in hexadecimal
}


class Objects:
    """The objects of a repository. Each process that reads has its own ``git cat-file``, started on first use.

    Folders are kept once read: from commit to commit, most of them stay as they are.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._tops: dict[str, Entry] = {}
        self._folders: dict[str, Folder] = {}
        self._readers: dict[int, subprocess.Popen[bytes]] = {}
        weakref.finalize(self, _end, self._readers)

    def close(self) -> None:
        """End the process of git; it is started again where more is read."""
        _end(self._readers)

    def top(self, commit: str) -> Entry:
        """The top folder of a commit, given by its full hash."""
        if commit not in self._tops:
            data = self._get(commit) or b""
            self._tops[commit] = Entry(FOLDER, data[len(b"tree ") :].split(b"\n", 1)[0].decode())
        return self._tops[commit]

    def folder(self, oid: str) -> Folder:
        """The entries of a folder. Raises ``FileError`` where the repository lacks it."""
        if oid not in self._folders:
            data = self._get(oid) if oid else None
            if data is None:
                message = f"git cannot read all of this repository ({self.root}): run git fsck there to learn why."
                raise FileError(message)
            self._folders[oid] = {
                name.decode("utf-8", "surrogateescape"): Entry(mode.decode(), end.hex())
                for mode, name, end in _ENTRIES[len(oid)].findall(data)
            }
        return self._folders[oid]

    def blob(self, oid: str) -> bytes | None:
        """The content of a file, cut off where it is too large for a map; ``None`` where the repository lacks it."""
        return self._get(oid, MAX_BYTES + 1)

    def _get(self, oid: str, limit: int | None = None) -> bytes | None:
        reader = self._reader()
        to, answer = reader.stdin, reader.stdout
        if to is None or answer is None:
            return None
        try:
            to.write(f"{oid}\n".encode())
            to.flush()
            words = answer.readline().split()
        except OSError:
            words = []
        if len(words) != 3 or not words[2].isdigit():  # NAME missing; or nothing, where git has ended
            if not words:
                self.close()
            return None
        return self._content(answer, int(words[2]), limit)

    def _content(self, answer: IO[bytes], size: int, limit: int | None) -> bytes | None:
        if limit is not None and size > limit:
            data = answer.read(limit)
            self.close()  # dearer to read on than to begin anew
            return data
        data = answer.read(size + 1)  # a line break stands behind it
        return data[:-1] if len(data) == size + 1 else None

    def _reader(self) -> subprocess.Popen[bytes]:
        """The git of this very process: what was there before a fork belongs to the other one."""
        number = os.getpid()
        if number not in self._readers:
            command = ["git", "-C", str(self.root), "cat-file", "--batch"]
            try:
                self._readers[number] = subprocess.Popen(  # noqa: S603  (a fixed command, no shell)
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                )
            except OSError as error:
                message = "The program git was not found: older versions of maps are read through it."
                raise FileError(message) from error
        return self._readers[number]


def _end(readers: dict[int, subprocess.Popen[bytes]]) -> None:
    reader = readers.pop(os.getpid(), None)
    if reader is not None:
        reader.terminate()  # it reads only; and it would not see the end of its input where a fork holds it, too
        for pipe in (reader.stdin, reader.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        reader.wait()
