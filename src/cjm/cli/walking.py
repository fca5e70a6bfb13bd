"""The versions of a map in git, read one after the other: which of them, what each holds, whether the last is not committed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from cjm.cli.ground import at_commit, find_history
from cjm.cli.workers import bar
from cjm.diff.history import History, Version, follow
from cjm.errors import FileError, UsageError
from cjm.finding import Severity
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.problem import nearest
from cjm.model.read import Reader
from cjm.model.time import dates
from cjm.source.git import Repository, run
from cjm.source.history import Revision
from cjm.source.project import Files, Project
from cjm.source.tree import Opened


def walk(path: Path, since: str, most: int | None) -> History:
    """The history of a map: the last so many versions, or those since a commit or day, behind the one they began from.

    The map in the working tree is the last of them where it is not as committed. Raises ``FileError`` or ``UsageError``.
    """
    if path.is_dir():
        message = f"{path} is a folder, and the history of one map is told: name a file."
        raise UsageError(message)
    try:
        project, repository, revisions = find_history(path)
    except FileError as error:
        if path.exists():
            raise
        message = f"There is no file {path}, and git knows no version of it."
        raise FileError(message) from error
    first = max(_since(repository, revisions, since) if since else 0, len(revisions) - most if most else 0)
    versions = _Versions(project, repository, project.name(path))
    with bar("Reading versions", len(revisions) - first) as advance:
        history = follow(_read(versions, revisions, first, path, advance))
    repository.objects.close()
    return history


def choose(history: History, metrics: Sequence[str]) -> History:
    """The history with only these metrics: by what they are called, alone or with their moment. Raises ``UsageError``."""
    measured = [trend for trend in history.trends if trend.measure]
    known = dict.fromkeys(name for trend in measured for name in (trend.key, trend.name))
    for name in metrics:
        if name not in known:
            meant = nearest(name, known)
            keys = ", ".join(dict.fromkeys(trend.key for trend in measured))
            hint = f"Did you mean ‘{meant}’?" if meant else f"There is: {keys or 'none'}."
            message = f"No version of this map has a value of the metric ‘{name}’. {hint}"
            raise UsageError(message)
    kept = [trend for trend in history.trends if not trend.measure or {trend.key, trend.name} & {*metrics}]
    return replace(history, trends=tuple(kept))


def _read(
    versions: "_Versions", revisions: Sequence[Revision], first: int, path: Path, advance: Callable[[], object]
) -> Iterator[Version]:
    """The committed versions from one on, behind the last before it that can be read; then that in the working tree.

    The latter only if it is another.
    """
    earlier = (versions.at(revision) for revision in reversed(revisions[:first]))
    last = next((version for version in earlier if version.journey), None)
    if last:
        yield last
    for revision in revisions[first:]:
        last = versions.at(revision)
        yield last
        advance()
    here = versions.here(path) if path.exists() else None
    if here and (last is None or here.content != last.content):
        yield here


def _since(repository: Repository, revisions: Sequence[Revision], since: str) -> int:
    """The place of the first revision after a commit, or from a day on. Raises ``UsageError``."""
    commit = repository.find(since)
    if commit is None:
        day = _day(since)
        if day is None:
            message = f"‘{since}’ is neither a commit nor a day such as 2026-06-30: {repository.unknown(since)}"
            raise UsageError(message)
        return next((place for place, each in enumerate(revisions) if each.date.date() >= day), len(revisions))
    done = run(repository.root, "rev-list", "HEAD", f"^{commit}")
    new = set(done.stdout.decode().split())
    return next((place for place, each in enumerate(revisions) if each.commit in new), len(revisions))


def _day(text: str) -> date | None:
    try:
        return dates(text)[0]
    except ValueError:
        return None


class _Content(NamedTuple):
    """What a file holds: the map in it, in how many places it cannot be read, or why not at all.

    ``names`` are the files that reading it has opened, ``key`` tells what they hold.
    """

    names: tuple[str, ...]
    key: str
    journey: Journey | None
    gaps: int
    reason: str


class _Versions:
    """Reads versions one after the other; what is as it was in the one before is not read again."""

    def __init__(self, project: Project, repository: Repository, path: str) -> None:
        self.project = project
        self.repository = repository
        self._path = path  # of the version read last: where it is deleted, it stands nowhere
        self._last: _Content | None = None
        self._libraries: dict[str, Opened] = {}  # by what git calls their content

    def at(self, revision: Revision) -> Version:
        """The map as a commit left it."""
        told = revision.commit, revision.date, revision.subject
        if not revision.path:
            return Version(*told, self._path, None, reason="was deleted")
        project = at_commit(self.project, self.repository, revision.commit)
        return self._version(told, project, project.name(self.repository.root / revision.path))

    def here(self, path: Path) -> Version:
        """The map as it stands in the working tree."""
        now = datetime.now().astimezone()
        return self._version(("", now, ""), self.project, self.project.name(path))

    def _version(self, told: tuple[str, datetime, str], project: Project, path: str) -> Version:
        last = self._last
        if last is None or path != self._path or last.key != _key(project.files, last.names):
            last = self._last = self._read(project, path)
        self._path = path
        return Version(*told, path, last.journey, last.key, last.gaps, last.reason)

    def _read(self, project: Project, path: str) -> _Content:
        project.find([project.root / path])  # it was asked for, and what lies around it may be read, too

        def open(name: str) -> Opened:
            blob = project.files.blob(name)
            if name == path or not blob:
                return project.open(name)
            if blob not in self._libraries:
                self._libraries[blob] = project.open(name)
            return self._libraries[blob]

        entry = Reader(open).entry(path)
        names = tuple(sorted({path, *entry.reads}))
        key = _key(project.files, names)
        if not isinstance(entry.content, Journey):
            reason = "is a library" if isinstance(entry.content, Library) else "cannot be read"
            return _Content(names, key, None, 0, entry.opened.reason or reason)
        document = project.document(path)
        wrong = [*(document.findings() if document else ()), *entry.problems]
        return _Content(names, key, entry.content, sum(each.severity is Severity.ERROR for each in wrong), "")


def _key(files: Files, names: Sequence[str]) -> str:
    """The content of files as a text that is the same where they are."""
    return " ".join(f"{name}={files.blob(name)}" for name in names)
