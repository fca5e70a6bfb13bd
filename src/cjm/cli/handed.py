"""What git hands to its external diff program: two versions of a file, and what it knows about them."""

import os
import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.errors import FileError, UsageError
from cjm.source.tree import MAX_BYTES

_MISSING = "."
_SHORT = 7


class Version(NamedTuple):
    """One version: where git has put its text, the name of its content (zeros: it is the file as it is now), its mode."""

    file: str
    oid: str
    mode: str

    @property
    def is_now(self) -> bool:
        """Whether this is the file as it stands in the work tree."""
        return not self.oid.strip("0")

    @property
    def ref(self) -> str:
        """How it is told apart from the other one: a short hash; nothing for the file as it is now."""
        return "" if self.is_now else self.oid[:_SHORT]

    def data(self) -> bytes:
        """The text, as it would stand in the work tree. Raises ``FileError``."""
        try:
            with Path(self.file).open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            message = f"{self.file} cannot be read: {error.strerror}."
            raise FileError(message) from error


class Handed(NamedTuple):
    """Two versions of a file; ``None`` for one that is not there. ``name`` is the path of the later one.

    ``told`` are git's own lines about a rename. Of a path with a conflict that is not resolved there is no version.
    """

    path: str
    name: str
    before: Version | None = None
    after: Version | None = None
    told: str = ""

    @property
    def modes(self) -> list[str]:
        """Lines on modes, as git writes them."""
        if self.before is None or self.after is None:
            return [
                f"{what} file mode {version.mode}"
                for what, version in (("deleted", self.before), ("new", self.after))
                if version
            ]
        if self.before.mode == self.after.mode:
            return []
        return [f"old mode {self.before.mode}", f"new mode {self.after.mode}"]


def handed(words: Sequence[str]) -> Handed:
    """What git hands over, from its one, seven or nine arguments. Raises ``UsageError``."""
    if len(words) not in {1, 7, 9}:
        message = f"git hands 1, 7 or 9 words to an external diff, not {len(words)}: see git help gitattributes."
        raise UsageError(message)
    path, *versions = words
    before, after = (_version(versions[at : at + 3]) for at in (0, 3))
    name, told = versions[6:] or (path, "")
    return Handed(_from_top(path), _from_top(name), before, after, told)


def _version(words: Sequence[str]) -> Version | None:
    return Version(*words) if words and words[1] != _MISSING else None


def _from_top(path: str) -> str:
    """A path from the top of the repository, where git runs us; ``git diff --relative`` hands over one from the folder."""
    whole = posixpath.join(os.environ.get("GIT_PREFIX", ""), path)
    return path if Path(path).exists() or not Path(whole).exists() else whole
