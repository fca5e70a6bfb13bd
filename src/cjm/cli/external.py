"""git's external diff: what became of one map, below a header like git's own."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cjm import config
from cjm.cli import choosing, outputs
from cjm.cli.comparing import Both, each
from cjm.cli.differing import origin, warnings
from cjm.cli.ground import at_commit
from cjm.cli.handed import Handed, Version, handed
from cjm.cli.pairing import Pair, Side
from cjm.diff.choose import choose
from cjm.diff.compare import compare
from cjm.errors import CjmError
from cjm.report.changes.told import Told, tell
from cjm.report.terminal.changes import changes
from cjm.report.terminal.comparison import comparison_text
from cjm.report.terminal.paint import Piece, safe, show
from cjm.report.terminal.pen import choose as pen_for
from cjm.source import git
from cjm.source.git import Repository
from cjm.source.head import head
from cjm.source.project import Project

_STRONG = "bold"
_REFERRING = ("uses", "compares_to")


_Content = tuple[Version, bytes]


class _Answer(NamedTuple):
    """A comparison in words; or why there is none. ``warnings`` are sentences on what could only be read in part."""

    told: Told | None
    problem: str
    warnings: tuple[str, ...] = ()


def show_change(words: Sequence[str]) -> None:
    """Show what became of a map, given git's arguments; of what is no map, or says the same, its lines.

    Nothing is written before all of it is known: where this breaks off, git's own way is shown instead.
    """
    file = handed(words)
    pieces = list(_shown(file))
    show(pieces, sys.stdout, colour=_is_colourful())


def _shown(file: Handed) -> Iterator[Piece]:
    before, after = (version.data() if version else b"" for version in (file.before, file.after))
    if file.before is None and file.after is None:
        yield f"* Unmerged path {safe(file.path)}\n", ""
    elif file.before is None or file.after is None:
        yield from _lines(file, before, after)
    elif before == after:
        yield from _header("--cjm", file)
    else:
        answer = _compared(file, (file.before, before), (file.after, after))
        if answer.told is None or answer.told.is_empty:
            yield from _lines(file, before, after, answer.problem)
        else:
            yield from _header("--cjm", file)
            yield from ((f"{safe(sentence)}\n", "") for sentence in answer.warnings)
            pen = pen_for(sys.stdout.encoding or "utf-8", wants_ascii=False)
            yield from comparison_text([answer.told], pen, outputs.terminal_width())
            yield "\n", ""


def _header(kind: str, file: Handed) -> Iterator[Piece]:
    """The first lines, as git begins each file; ``--cjm`` in place of ``--git`` tells that no patch follows."""
    lines = [f"diff {kind} a/{file.path} b/{file.name}", *file.modes, *file.told.splitlines()]
    yield from ((f"{safe(line)}\n", _STRONG) for line in lines)


def _lines(file: Handed, before: bytes, after: bytes, problem: str = "") -> Iterator[Piece]:
    """The lines that changed: of a map that came or went, of a library, where only comments or layout changed."""
    if problem:
        yield f"{safe(problem)}\n", ""
    yield from _header("--git", file)
    if b"\0" in before or b"\0" in after:
        yield f"Binary files a/{safe(file.path)} and b/{safe(file.name)} differ\n", ""
        return
    old, new = (data.decode("utf-8", "replace") for data in (before, after))
    rest = list(islice(changes(file.name, old, new), 2, None))
    if rest:
        yield f"--- {safe(f'a/{file.path}') if file.before else os.devnull}\n", _STRONG
        yield f"+++ {safe(f'b/{file.name}') if file.after else os.devnull}\n", _STRONG
        yield from rest
    elif before != after:
        yield "Only the ends of lines differ.\n", ""


def _compared(file: Handed, before: _Content, after: _Content) -> _Answer:
    """Both versions compared as maps."""
    try:
        root, settings = config.find(Path(file.name).parent)
        renames = choosing.share(settings.diff.find_renames or "60%")
        projects = _projects(file, before, after, Project(root, settings))
        names = (Path(file.path), Path(file.name))
        sides = [
            Side(project, project.add(name, data), version.ref)
            for project, name, (version, data) in zip(projects, names, (before, after), strict=True)
        ]
        (answer,) = each([Pair(*sides)], partial(_answer, renames=renames))
    except CjmError as error:
        return _Answer(None, str(error))
    return answer


def _answer(both: Both, renames: float) -> _Answer:
    if both.before is None or both.after is None:
        return _Answer(None, both.problem)
    for side in (both.before.side, both.after.side):
        if not side.project.open(side.name).is_whole:  # what could not be read would be told as removed
            return _Answer(None, f"{side.spelled()} cannot be read as a whole: cjm validate tells why.")
    compared = compare(both.before.journey, both.after.journey, renames=renames)
    wish = choosing.wish("", "", "", "", editorial=True)  # whoever asks git wants to see all of it
    told = tell(choose(compared, wish), origin(both.before), origin(both.after))
    return _Answer(told, "", tuple(warnings(both)))


def _projects(file: Handed, before: _Content, after: _Content, project: Project) -> tuple[Project, Project]:
    """Where each version finds the libraries that it uses: those on disk.

    git does not say which commits it compares. But where what is not committed yet is compared with the last commit,
    that one's map is read with that one's libraries.
    """
    here = (project, Project(project.root, project.config))
    if not any(head(data, *_REFERRING) for _, data in (before, after)):
        return here
    repository = Repository.around(Path.cwd())
    commit = repository.find("HEAD")
    if commit is None:
        return here
    last = at_commit(project, repository, commit)
    old, new = ((path, version) for path, (version, _) in zip((file.path, file.name), (before, after), strict=True))
    if _is_in(last, *old) and _is_pending(last, repository, *new):
        return last, here[1]
    if _is_in(last, *new) and _is_pending(last, repository, *old):
        return here[0], last
    return here


def _is_in(last: Project, path: str, version: Version) -> bool:
    """Whether a version is that of the last commit."""
    return version.oid == last.files.blob(last.name(Path(path)))


def _is_pending(last: Project, repository: Repository, path: str, version: Version) -> bool:
    """Whether a version is not committed yet: on disk, or staged."""
    if version.is_now:
        return True
    staged = git.run(repository.root, "rev-parse", "--verify", "--quiet", f":0:{path}").stdout.decode().strip()
    return version.oid == staged and not _is_in(last, path, version)


def _is_colourful() -> bool:
    """Whether git shows colour here: it has its own settings, and knows whether its pager is to have any."""
    if os.environ.get("FORCE_COLOR"):
        return True
    is_terminal = "true" if sys.stdout.isatty() else "false"
    return git.run(Path(), "config", "--get-colorbool", "color.diff", is_terminal).stdout.strip() == b"true"
