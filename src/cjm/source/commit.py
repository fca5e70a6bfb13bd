"""The files of a project as they stand in a commit."""

import os
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path

from cjm.source.git import Repository
from cjm.source.objects import FOLDER, LINK, MODULE, Entry

_FURTHEST = 40
"""So many links are followed one after the other, as Linux does."""


class Commit:
    """The files below ``root``, a folder in a work tree, as a commit holds them; whatever stands on disk.

    Names are relative to ``root``. Links are followed inside the commit alone.
    """

    def __init__(self, repository: Repository, commit: str, root: Path) -> None:
        self.repository = repository
        self.commit = commit
        self.root = os.path.realpath(root)
        self._top = str(repository.root).rstrip(os.sep)
        self._homes: dict[str, str] = {"": self.path(".") or ""}

    def name(self, path: str) -> str:
        """A path from the top of the repository, as the project spells it."""
        return Path(os.path.relpath(os.path.join(self._top, path), self.root)).as_posix()

    def is_folder(self, name: str) -> bool:
        """Whether a folder of this name is there."""
        found = self._entry(name)
        return found is not None and found.mode == FOLDER

    def is_there(self, name: str) -> bool:
        """Whether a file or folder of this name is there."""
        return self._entry(name) is not None

    def find(self, folder: str, is_wanted: Callable[[str], object]) -> list[str]:
        """The wanted files below a folder, relative to it, without what is hidden."""
        found = self._entry(folder)
        below = self._below(found.oid, "") if found and found.mode == FOLDER else iter(())
        return sorted(
            name
            for name, entry in below
            if is_wanted(name) and (entry.mode != LINK or self._is_file(posixpath.join(folder, name)))
        )

    def read(self, name: str) -> bytes | str:
        """The content of a file; of one that cannot be read, why not."""
        path = self.path(name)
        if path is None:
            return "lies outside this project"
        found = self._follow(path)
        if found is None:
            return "does not exist"
        if not any(not home or path == home or path.startswith(f"{home}/") for home in self._homes.values()):
            return "lies outside this project"
        if found.mode in {FOLDER, MODULE}:
            return "is a folder, not a file"
        data = self.repository.objects.blob(found.oid)
        return "cannot be read: its content is not in this clone" if data is None else data

    def blob(self, name: str) -> str:
        """The name that git gives to the content of a file; empty where there is none."""
        found = self._entry(name)
        return found.oid if found and found.mode not in {FOLDER, MODULE} else ""

    def settle(self, folder: str) -> None:
        """Take what lies around a folder as part of the project: all that files in it may refer to."""
        path = self.path(folder)
        if path is not None and folder not in self._homes:
            above = path
            while above and self._follow(posixpath.join(above, "cjm.toml")) is None:
                above = posixpath.dirname(above)
            self._homes[folder] = above

    def _is_file(self, name: str) -> bool:
        return bool(self.blob(name))

    def _below(self, oid: str, at: str) -> Iterator[tuple[str, Entry]]:
        """Everything below a folder that is no folder itself, with its path."""
        for name, entry in self.repository.objects.folder(oid).items():
            if name.startswith("."):
                continue
            if entry.mode == FOLDER:
                yield from self._below(entry.oid, f"{at}{name}/")
            elif entry.mode != MODULE:
                yield f"{at}{name}", entry

    def _entry(self, name: str) -> Entry | None:
        path = self.path(name)
        return None if path is None else self._follow(path)

    def path(self, name: str) -> str | None:
        """The path of a file from the top of the repository, which is empty; ``None`` outside."""
        whole = os.path.normpath(os.path.join(self.root, name))
        if whole == self._top:
            return ""
        start = self._top + os.sep
        return whole[len(start) :].replace(os.sep, "/") if whole.startswith(start) else None

    def _follow(self, path: str) -> Entry | None:
        """What stands at a path from the top of the repository, links followed."""
        objects = self.repository.objects
        way = [objects.top(self.commit)]
        todo = path.split("/")[::-1]
        links = 0
        while todo:
            part = todo.pop()
            if part in {"", "."}:
                continue
            if part == "..":
                way.pop()
            else:
                entry = objects.folder(way[-1].oid).get(part) if way[-1].mode == FOLDER else None
                if entry is None:
                    return None
                if entry.mode == LINK:
                    links += 1
                    todo += self._target(entry)[::-1]
                else:
                    way.append(entry)
            if not way or links > _FURTHEST:
                return None
        return way[-1]

    def _target(self, link: Entry) -> list[str]:
        """The parts of the path that a link holds; one that begins at the root of the machine leads nowhere."""
        path = (self.repository.objects.blob(link.oid) or b"").decode("utf-8", "surrogateescape")
        return [".."] * _FURTHEST * 10 if path.startswith("/") else path.split("/")
