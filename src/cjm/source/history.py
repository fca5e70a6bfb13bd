"""The history of a file: the commits that changed it, under whatever name it had."""

from datetime import UTC, datetime
from typing import NamedTuple

from cjm.errors import FileError
from cjm.source.git import Repository, run

_PLAIN = ("-c", "log.follow=false", "-c", "log.showSignature=false")  # whatever the user has set
_RAW = ("--raw", "--no-abbrev", "-z", "--no-color")


class Revision(NamedTuple):
    """A commit that changed a file: its full hash, the day its author gave it, the first line of its message.

    ``path`` is where the file stood after it, from the top of the repository, and ``blob`` names its content; both are
    empty where the commit deletes the file.
    """

    commit: str
    date: datetime
    subject: str
    path: str
    blob: str


class _Touch(NamedTuple):
    """A commit that touched one path: what git tells of it, and how: ``A`` is added, ``D`` deleted."""

    revision: Revision
    how: str


def history(repository: Repository, path: str, commit: str) -> list[Revision]:
    """The commits up to this one that changed a file, the oldest first; ``path`` is its path there, from the top.

    A merge stands for the whole branch that it brought in: versions of branches that went on side by side would undo
    each other. Renames are followed, copies are not. Raises ``FileError``.
    """
    revisions: list[Revision] = []
    while path:
        old = ""
        for revision, how in _touches(repository, path, commit):
            revisions.append(revision)
            if how == "A" and (old := _source(repository, path, revision.commit)):
                commit = f"{revision.commit}^"
                break
        path = old
    return revisions[::-1]


def _touches(repository: Repository, path: str, commit: str) -> list[_Touch]:
    """The commits that touched a path, the newest first."""
    form = "--format=%H %aI %s"
    asked = ("log", "--first-parent", "--no-renames", "--encoding=UTF-8", *_RAW, form, commit, "--", _literal(path))
    done = run(repository.root, *_PLAIN, *asked)
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        message = f"git cannot read the history of {path}: {words}"
        raise FileError(message)
    found: list[_Touch] = []
    head: tuple[str, datetime, str] = ("", _date(""), "")
    fields = iter(done.stdout.split(b"\0"))
    for field in (each.removeprefix(b"\n") for each in fields):
        if field.startswith(b":"):  # several of a commit, where the path was a folder once
            _, mode, _, blob, how = field.decode().split()
            at = (path, blob) if mode.strip("0") else ("", "")
            if next(fields).decode("utf-8", "surrogateescape") == path:
                found.append(_Touch(Revision(*head, *at), how))
        elif field:
            commit, date, subject = field.decode("utf-8", "replace").split(" ", 2)
            head = (commit, _date(date), subject)
    return found


def _source(repository: Repository, path: str, commit: str) -> str:
    """The path that a commit renamed to this one; empty where it did not."""
    pair = (f"{commit}^", commit)  # the first commit of all has nothing before it: git says no
    done = run(repository.root, "diff-tree", "-r", "-M", *_RAW, "--diff-filter=R", *pair)
    fields = [field.decode("utf-8", "surrogateescape") for field in done.stdout.split(b"\0")]
    renamed = dict(zip(fields[2::3], fields[1::3], strict=False))
    return renamed.get(path, "")


def _literal(path: str) -> str:
    return f":(top,literal){path}"


def _date(text: str) -> datetime:
    """A day as git writes it; one that no calendar knows, as a broken import may leave it, is the beginning of time."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
