"""The files of a project as they stand on disk."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from cjm.source import git
from cjm.source.tree import MAX_BYTES


class Disk:
    """The files below ``root``, and those outside that were named. Names are relative to ``root``, with ``/``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._homes: dict[str, str] = {"": os.path.realpath(root)}
        self._folders: dict[str, str] = {}

    def is_folder(self, name: str) -> bool:
        """Whether a folder of this name is there; of one too long for any, or closed, the answer is no."""
        return os.path.isdir(os.path.join(self.root, name))

    def is_there(self, name: str) -> bool:
        """Whether a file or folder of this name is there."""
        return os.path.exists(os.path.join(self.root, name))

    def find(self, folder: str, is_wanted: Callable[[str], object]) -> list[str]:
        """The wanted files below a folder, relative to it, without what git ignores and what is hidden."""
        path = Path(self.root, folder)
        known = git.files(path)
        names = _walk(path) if known is None else known
        wanted = [name for name in names if is_wanted(name) and not _is_hidden(name)]
        return sorted(name for name in wanted if os.path.isfile(os.path.join(path, name)))

    def read(self, name: str) -> bytes | str:
        """The content of a file; of one that cannot be read, why not. On plain texts: a thousand files are common."""
        path = os.path.join(self.root, name)
        try:
            if not os.path.exists(path):
                return "does not exist"
            mode = os.stat(path).st_mode
            if not self._is_inside(path):
                return "lies outside this project"
            if stat.S_ISDIR(mode):
                return "is a folder, not a file"
            if not stat.S_ISREG(mode):
                return "is no file that can be read"
            with open(path, "rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            return f"cannot be read: {(error.strerror or 'unknown error').lower()}"

    def blob(self, name: str) -> str:
        """The name that git gives to the content of a file, had it the line ends of Unix; empty where there is none."""
        from hashlib import sha1  # noqa: PLC0415  (dear, and only comparing asks for it)

        data = self.read(name)
        if isinstance(data, str):
            return ""
        data = data.replace(b"\r\n", b"\n")  # a check-out on Windows has them, the repository not
        return sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()

    def settle(self, folder: str) -> None:
        """Take what lies around a folder as part of the project: all that files in it may refer to."""
        if folder not in self._homes:
            path = os.path.abspath(os.path.join(self.root, folder))
            above = (Path(path), *Path(path).parents)
            marked = next((each for each in above if (each / "cjm.toml").exists()), None)
            self._homes[folder] = os.path.realpath(marked or git.root_above(Path(path)) or path)

    def _is_inside(self, path: str) -> bool:
        """Whether a file lies below the project or one of its homes, links followed."""
        folder, base = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        is_link = os.path.islink(path) or base == ".."
        real = os.path.realpath(path) if is_link else os.path.join(self._folders[folder], base)
        return any(real == home or real.startswith(home.rstrip(os.sep) + os.sep) for home in self._homes.values())


def _walk(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            yield Path(folder, name).relative_to(root).as_posix()


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))
