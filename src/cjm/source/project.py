"""A project: a folder with maps, found and opened safely, each file once."""

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.config import Config
from cjm.finding import Finding, Route, Severity
from cjm.source import git
from cjm.source.tree import MAX_BYTES, Opened

if TYPE_CHECKING:
    from cjm.source.document import Document

SUFFIX = ".cjm.yaml"


class Project:
    """The maps below ``root``. Paths inside are relative to it, with ``/``.

    A file outside is read when it is named on the command line; what it refers to must then lie below its own folder,
    or below the git work tree or ``cjm.toml`` above it.
    """

    def __init__(self, root: Path, config: Config) -> None:
        self.root = root
        self.config = config
        self.documents: dict[str, Document] = {}
        self._failed: dict[str, str] = {}
        self._found: set[str] = set()
        self._given: set[str] = set()
        self._digests: dict[str, str] = {}
        self._homes: dict[str, str] = {"": os.path.realpath(root)}
        self._folders: dict[str, str] = {}
        self._shown: tuple[str, list[str]] = "", []

    def name(self, path: Path) -> str:
        """The path of a file as this project spells it."""
        return Path(os.path.relpath(Path(os.path.abspath(path)), self.root)).as_posix()

    def find(self, paths: Iterable[Path]) -> tuple[list[str], list[str]]:
        """The files that these files and folders stand for, or those of the project if there are none.

        The second list holds the paths that do not exist.
        """
        found: list[str] = []
        missing: list[str] = []
        paths = list(paths)
        for path in paths:
            if os.path.isdir(path):  # says no where Path raises: a name too long, a closed folder
                found += self._below(path)
            elif os.path.exists(path):
                found.append(self.name(path))
                self._settle(path.parent)
            else:
                missing.append(str(path))
        names = list(dict.fromkeys(found if paths else self._own()))
        self._found.update(names)
        return names, missing

    def add(self, path: Path, data: bytes) -> str:
        """Take a text as the content of a file that need not exist (standard input). Returns its name."""
        name = self.name(path)
        self._settle(path.parent)
        self.put(name, data)
        return name

    def put(self, name: str, data: bytes) -> None:
        """Take a text as the content of a file of this project, whatever stands on disk."""
        from cjm.source.document import Document  # noqa: PLC0415

        self.documents[name] = Document.parse(name, data)
        self._digests[name] = "not the content of the file"
        self._given.add(name)

    def open(self, name: str) -> Opened:
        """The tree of a file. What cannot be opened has a reason that completes the sentence ‘NAME …’."""
        document = self.document(name)
        if document is None:
            return Opened(None, reason=self._failed[name])
        return Opened(document.tree, is_whole=document.is_whole)

    def document(self, name: str) -> "Document | None":
        """A file as read, once; ``None`` where it cannot be opened."""
        if name not in self.documents and name not in self._failed:
            data = self._bytes(name)
            if isinstance(data, str):
                self._failed[name] = data
            else:
                from cjm.source.document import Document  # noqa: PLC0415  (what has not changed is not read)

                self.documents[name] = Document.parse(name, data)
        return self.documents.get(name)

    def digest(self, name: str) -> str:
        """A digest of a file's content; of one that cannot be read, the reason."""
        if name not in self._digests:
            from hashlib import blake2b  # noqa: PLC0415  (dear, and only the cache asks for it)

            data = self._bytes(name)
            self._digests[name] = data if isinstance(data, str) else blake2b(data, digest_size=16).hexdigest()
        return self._digests[name]

    def line(self, name: str, number: int) -> str:
        """A line of a file, counted from 1, without its break. Nothing is parsed for it, and one file is kept at a time."""
        if name in self.documents:
            return self.documents[name].line(number)
        if name != self._shown[0]:
            from cjm.source.document import lines_of  # noqa: PLC0415  (only where something is shown)

            data = self._bytes(name)
            self._shown = name, [] if isinstance(data, str) else lines_of(data)
        lines = self._shown[1]
        return lines[number - 1] if number <= len(lines) else ""

    def findings(self, name: str, findings: Iterable[Finding]) -> list[Finding]:
        """All findings of one file with their places, in the order of lines: those of syntax among them.

        What lies where the text itself is wrong only follows from that, and is left out; a text that is wrong is not
        mended by parts, and its findings offer no fix.
        """
        document = self.document(name)
        slips = document.findings() if document else self._closed(name)
        wrong = _stretches(slips)
        own = (self.place(finding) for finding in findings if finding.route.path == name)
        own = (finding._replace(fix=None) for finding in own) if wrong[0] else own
        placed = [*slips, *(finding for finding in own if not _lies_in(finding, wrong))]
        return sorted(dict.fromkeys(placed), key=lambda each: (each.span or (), each.rule, each.message))

    def forget(self, name: str) -> None:
        """Let go of the text of a file; it is read again where it is asked for. What was given stays."""
        if name not in self._given:
            self.documents.pop(name, None)

    def place(self, finding: Finding) -> Finding:
        """A finding with the lines and columns it is about."""
        document = self.document(finding.route.path)
        if document is None or finding.span is not None:
            return finding
        return finding._replace(span=document.locate(finding.route.parts, at_key=finding.route.at_key))

    def _closed(self, name: str) -> list[Finding]:
        """The finding on a file that was asked for and cannot be opened; of any other, the map that names it says so."""
        if name not in self._found:
            return []
        message = f"This file {self._failed[name]}."
        return [Finding(rule="syntax", severity=Severity.ERROR, message=message, route=Route(name))]

    def _bytes(self, name: str) -> bytes | str:
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

    def _is_inside(self, path: str) -> bool:
        """Whether a file lies below the project or one of its homes, links followed."""
        folder, base = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        is_link = os.path.islink(path) or base == ".."
        real = os.path.realpath(path) if is_link else os.path.join(self._folders[folder], base)
        return any(real == home or real.startswith(home.rstrip(os.sep) + os.sep) for home in self._homes.values())

    def _own(self) -> list[str]:
        patterns = [_regex(pattern) for pattern in self.config.maps]
        return _files(self.root, lambda name: any(pattern.fullmatch(name) for pattern in patterns))

    def _below(self, folder: Path) -> list[str]:
        self._settle(folder)
        here = self.name(folder)
        names = _files(folder, lambda name: name.endswith(SUFFIX))
        return names if here == "." else [f"{here}/{name}" for name in names]

    def _settle(self, folder: Path) -> None:
        """Take what lies around a folder as part of the project: all that files in it may refer to."""
        path = os.path.abspath(folder)
        if path not in self._homes:
            above = (Path(path), *Path(path).parents)
            marked = next((each for each in above if (each / "cjm.toml").exists()), None)
            self._homes[path] = os.path.realpath(marked or git.root_above(Path(path)) or path)


def _files(folder: Path, is_wanted: Callable[[str], object]) -> list[str]:
    """The wanted files below a folder, without what git ignores and what is hidden."""
    known = git.files(folder)
    names = _walk(folder) if known is None else known
    wanted = [name for name in names if is_wanted(name) and not _is_hidden(name)]
    return sorted(name for name in wanted if os.path.isfile(os.path.join(folder, name)))


Places = list[tuple[int, int]]


def _stretches(slips: Iterable[Finding]) -> tuple[Places, Places]:
    """Where the text itself is wrong: the beginnings in order, and beside each the furthest end so far."""
    wrong = sorted(slip.span for slip in slips if slip.span and slip.severity is Severity.ERROR)
    ends = accumulate(((span.end_line, span.end_column) for span in wrong), max)
    return [(span.line, span.column) for span in wrong], list(ends)


def _lies_in(finding: Finding, wrong: tuple[Places, Places]) -> bool:
    """Whether a finding begins within a stretch of text that is wrong in itself."""
    if finding.span is None:
        return False
    where = (finding.span.line, finding.span.column)
    place = bisect_right(wrong[0], where)
    return place > 0 and where < wrong[1][place - 1]


def _walk(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            yield Path(folder, name).relative_to(root).as_posix()


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _regex(pattern: str) -> re.Pattern[str]:
    """A glob as a regular expression: ``**/`` any folders, ``*`` and ``?`` within one; a folder stands for its maps."""
    if not pattern.endswith(".yaml"):
        pattern = f"{pattern.rstrip('/')}/**/*{SUFFIX}"
    parts = re.split(r"(\*\*/|\*|\?)", pattern.removeprefix("./"))
    known = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(known.get(part) or re.escape(part) for part in parts), re.DOTALL)
