"""A project: a folder with maps, found and opened safely, each file once."""

import os
import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cjm.config import Config
from cjm.finding import Finding, Route, Severity
from cjm.source.disk import Disk
from cjm.source.tree import Opened

if TYPE_CHECKING:
    from cjm.source.document import Document

SUFFIX = ".cjm.yaml"


class Files(Protocol):
    """Where the files of a project are: on disk, or in a commit. Names are relative to the project, with ``/``."""

    def is_folder(self, name: str) -> bool:
        """Whether a folder of this name is there."""

    def is_there(self, name: str) -> bool:
        """Whether a file or folder of this name is there."""

    def find(self, folder: str, is_wanted: Callable[[str], object]) -> list[str]:
        """The wanted files below a folder, relative to it, without what is hidden."""

    def read(self, name: str) -> bytes | str:
        """The content of a file; of one that cannot be read, why not."""

    def blob(self, name: str) -> str:
        """The name that git gives to the content of a file; empty where there is none."""

    def settle(self, folder: str) -> None:
        """Take what lies around a folder as part of the project: all that files in it may refer to."""


class Project:
    """The maps below ``root``. Paths inside are relative to it, with ``/``; ``files`` holds what they stand for.

    A file outside is read when it is named on the command line; what it refers to must then lie below its own folder,
    or below the git work tree or ``cjm.toml`` above it.
    """

    def __init__(self, root: Path, config: Config, files: Files | None = None) -> None:
        self.root = root
        self.config = config
        self.files = files or Disk(root)
        self.documents: dict[str, Document] = {}
        self._failed: dict[str, str] = {}
        self._found: set[str] = set()
        self._given: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
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
            name = self.name(path)
            if self.files.is_folder(name):
                found += self._below(name)
            elif self.files.is_there(name):
                found.append(name)
                self.files.settle(posixpath.dirname(name))
            else:
                missing.append(str(path))
        names = list(dict.fromkeys(found if paths else self._own()))
        self._found.update(names)
        return names, missing

    def add(self, path: Path, data: bytes) -> str:
        """Take a text as the content of a file that need not exist (standard input). Returns its name."""
        name = self.name(path)
        self.files.settle(posixpath.dirname(name))
        self.put(name, data)
        return name

    def put(self, name: str, data: bytes) -> None:
        """Take a text as the content of a file of this project, whatever stands on disk."""
        from cjm.source.document import Document  # noqa: PLC0415

        self.documents[name] = Document.parse(name, data)
        self._digests[name] = "not the content of the file"
        self._given[name] = data

    def open(self, name: str) -> Opened:
        """The tree of a file. What cannot be opened has a reason that completes the sentence ‘NAME …’."""
        document = self.document(name)
        if document is None:
            return Opened(None, reason=self._failed[name])
        return Opened(document.tree, is_whole=document.is_whole)

    def document(self, name: str) -> "Document | None":
        """A file as read, once; ``None`` where it cannot be opened."""
        if name not in self.documents and name not in self._failed:
            data = self.files.read(name)
            if isinstance(data, str):
                self._failed[name] = data
            else:
                from cjm.source.document import Document  # noqa: PLC0415  (what has not changed is not read)

                self.documents[name] = Document.parse(name, data)
        return self.documents.get(name)

    def read(self, name: str) -> bytes | str:
        """The content of a file, or what was given as such; of one that cannot be read, why not."""
        return self._given[name] if name in self._given else self.files.read(name)

    def digest(self, name: str) -> str:
        """A digest of a file's content; of one that cannot be read, the reason."""
        if name not in self._digests:
            from hashlib import blake2b  # noqa: PLC0415  (dear, and only the cache asks for it)

            data = self.files.read(name)
            self._digests[name] = data if isinstance(data, str) else blake2b(data, digest_size=16).hexdigest()
        return self._digests[name]

    def line(self, name: str, number: int) -> str:
        """A line of a file, counted from 1, without its break. Nothing is parsed for it, and one file is kept at a time."""
        if name in self.documents:
            return self.documents[name].line(number)
        if name != self._shown[0]:
            from cjm.source.document import lines_of  # noqa: PLC0415  (only where something is shown)

            data = self.files.read(name)
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

    def _own(self) -> list[str]:
        patterns = [_regex(pattern) for pattern in self.config.maps]
        return self.files.find(".", lambda name: any(pattern.fullmatch(name) for pattern in patterns))

    def _below(self, folder: str) -> list[str]:
        self.files.settle(folder)
        names = self.files.find(folder, lambda name: name.endswith(SUFFIX))
        return names if folder == "." else [f"{folder}/{name}" for name in names]


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


def _regex(pattern: str) -> re.Pattern[str]:
    """A glob as a regular expression: ``**/`` any folders, ``*`` and ``?`` within one; a folder stands for its maps."""
    if not pattern.endswith(".yaml"):
        pattern = f"{pattern.rstrip('/')}/**/*{SUFFIX}"
    parts = re.split(r"(\*\*/|\*|\?)", pattern.removeprefix("./"))
    known = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(known.get(part) or re.escape(part) for part in parts), re.DOTALL)
