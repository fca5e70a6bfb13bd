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
from cjm.cli.differing import compare_both, origin, warnings
from cjm.cli.ground import at_commit
from cjm.cli.handed import Handed, Version, handed
from cjm.cli.pairing import Pair, Side
from cjm.config import Config
from cjm.diff.choose import choose
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
    if file.before is None and file.after is None:
        yield f"* Unmerged path {safe(file.path)}\n", ""
        return
    before, after = (version.data() if version else None for version in (file.before, file.after))
    if before == after:
        yield from _header("--cjm", file)
        return
    try:
        answer = _compared(file, before, after)
    except CjmError as error:
        answer = _Answer(None, str(error))
    if answer.told is None or answer.told.is_empty:
        yield from _lines(file, before or b"", after or b"", answer.problem)
        return
    yield from _header("--cjm", file)
    yield from ((f"{safe(sentence)}\n", "") for sentence in answer.warnings)
    pen = pen_for(sys.stdout.encoding or "utf-8", wants_ascii=False)
    yield from comparison_text([answer.told], pen, outputs.terminal_width())
    yield "\n", ""


def _header(kind: str, file: Handed) -> Iterator[Piece]:
    """The first lines, as git begins each file; ``--cjm`` in place of ``--git`` tells that no patch follows."""
    lines = [f"diff {kind} a/{file.path} b/{file.name}", *file.modes, *file.told.splitlines()]
    yield from ((f"{safe(line)}\n", _STRONG) for line in lines)


def _lines(file: Handed, before: bytes, after: bytes, problem: str) -> Iterator[Piece]:
    """The lines that changed: of a library, of what is no map, where nothing but comments or layout changed."""
    yield from _header("--git", file)
    if problem:
        yield f"{safe(problem)}\n", ""
    old, new = (data.decode("utf-8", "replace") for data in (before, after))
    if "\0" in old or "\0" in new:
        yield f"Binary files a/{safe(file.path)} and b/{safe(file.name)} differ\n", ""
        return
    names = (
        f"--- {f'a/{file.path}' if file.before else os.devnull}",
        f"+++ {f'b/{file.name}' if file.after else os.devnull}",
    )
    rest = list(islice(changes(file.name, old, new), 2, None))
    if rest:
        yield from ((f"{safe(name)}\n", _STRONG) for name in names)
        yield from rest
    else:
        yield "Only the ends of lines differ.\n", ""


def _compared(file: Handed, before: bytes | None, after: bytes | None) -> _Answer:
    """Both versions compared as maps. Raises ``CjmError``."""
    root, settings = config.find(Path(file.name).parent)
    sides = [
        _side(project, Path(name), version, data) if version and data is not None else None
        for project, name, version, data in zip(
            _projects(file, before, after, root, settings),
            (file.path, file.name),
            (file.before, file.after),
            (before, after),
            strict=True,
        )
    ]
    renames = choosing.share(settings.diff.find_renames or "60%")
    (answer,) = each([Pair(*sides)], partial(_answer, renames=renames))
    return answer


def _side(project: Project, path: Path, version: Version, data: bytes) -> Side:
    return Side(project, project.add(path, data), version.ref)


def _answer(both: Both, renames: float) -> _Answer:
    if both.problem:
        return _Answer(None, both.problem)
    wish = choosing.wish("", "", "", "", editorial=True)  # whoever asks git wants to see all of it
    chosen = choose(compare_both(both, renames), wish)
    told = tell(chosen, *(each and origin(each) for each in (both.before, both.after)))
    return _Answer(told, "", tuple(warnings(both)))


def _projects(file: Handed, before: bytes | None, after: bytes | None, root: Path, settings: Config) -> list[Project]:
    """Where each version finds the libraries that it uses: those on disk.

    git does not say which commits it compares. But where what is not committed yet is compared with the last commit,
    that one's map is read with that one's libraries.
    """
    projects = [Project(root, settings), Project(root, settings)]
    if file.before is None or file.after is None or not any(head(data or b"", *_REFERRING) for data in (before, after)):
        return projects
    repository = Repository.around(Path.cwd())
    commit = repository.find("HEAD")
    if commit is None:
        return projects
    last = at_commit(Project(root, settings), repository, commit)
    versions = ((file.path, file.before), (file.name, file.after))
    committed = [version.oid == last.files.blob(last.name(Path(path))) for path, version in versions]
    if committed[0] != committed[1]:
        place = committed.index(True)
        path, other = versions[1 - place]
        if other.is_now or other.oid == _staged(repository.root, path):
            projects[place] = last
    return projects


_REFERRING = ("uses", "compares_to")


def _staged(root: Path, path: str) -> str:
    """The name of what git has staged for a file."""
    return git.run(root, "rev-parse", "--verify", "--quiet", f":0:{path}").stdout.decode().strip()


def _is_colourful() -> bool:
    """Whether git shows colour here: it has its own settings, and knows whether its pager is to have any."""
    if os.environ.get("FORCE_COLOR"):
        return True
    is_terminal = "true" if sys.stdout.isatty() else "false"
    return git.run(Path(), "config", "--get-colorbool", "color.diff", is_terminal).stdout.strip() == b"true"
