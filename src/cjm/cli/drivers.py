"""What ``cjm merge`` does: with three files, as git's driver, after a merge made elsewhere."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from cjm import config
from cjm.cli.merging import Outcome, marked, merged
from cjm.cli.outputs import from_here
from cjm.cli.verifying import lost
from cjm.errors import CjmError, FileError, UsageError
from cjm.report.terminal.paint import safe
from cjm.source import markers
from cjm.source.git import Repository
from cjm.source.project import Project
from cjm.source.write import replace

_DRIVEN = 5


def merge_files(files: Sequence[str], output: Path | None, report: Path | None, size: int) -> None:
    """Merge three files; ends with the exit code. Raises ``UsageError`` or ``FileError``."""
    if len(files) != 3:
        message = f"cjm merge takes three files, BASE OURS THEIRS, and was given {len(files)}."
        raise UsageError(message)
    versions = [_data(Path(name)) for name in files]
    project = Project(*config.find(Path.cwd()))
    project.find([Path(files[1])])
    outcome = merged(project, project.name(Path(files[1])), versions, size)
    if output is None:
        sys.stdout.buffer.write(outcome.data)
        sys.stdout.buffer.flush()
    else:
        replace(output, outcome.data)
    _end(outcome, str(output or "the result"), report)


def drive(words: Sequence[str], report: Path | None) -> None:
    """Merge for git: whatever goes wrong, ours has markers before the exit code is not 0."""
    if len(words) != _DRIVEN:
        message = f"As a driver cjm merge takes BASE OURS THEIRS SIZE PATH, and was given {len(words)} words."
        raise UsageError(message)
    base, ours, theirs, size, name = words
    versions = [_data(Path(each)) for each in (base, ours, theirs)]
    count = int(size) if size.isdigit() else markers.SIZE
    is_told = False
    try:
        project = Project(*config.find(Path.cwd()))
        project.find([Path(name)])
        outcome = merged(project, project.name(Path(name)), versions, count)
        replace(Path(ours), outcome.data)
        is_told = True
    except CjmError as error:
        outcome = Outcome(b"", doubts=(str(error),))
    finally:
        if not is_told:  # a bug, an interrupt, a full disk: git would take ours for merged
            Path(ours).write_bytes(marked(versions, count))
    _end(outcome, name, report)


def verify(ref: str, paths: Sequence[str]) -> None:
    """Check the maps of a merge commit against its parents; ends with 1 where something is lost."""
    project = Project(*config.find(Path.cwd()))
    repository = Repository.around(project.root)
    checked = lost(project, repository, repository.commit(ref), paths)
    spell = from_here(project.root)
    for name, doubts in checked.items():
        for told in doubts:
            typer.echo(f"{safe(spell(name))}: {safe(told)}")
    if any(checked.values()):
        raise typer.Exit(1)
    maps = "No map was" if not checked else "1 map was" if len(checked) == 1 else f"{len(checked)} maps were"
    typer.echo(f"{maps} changed on both sides: nothing is lost.")


def _end(outcome: Outcome, name: str, report: Path | None) -> None:
    """Tell what became of it, and end."""
    if report:
        replace(report, outcome.report().encode("utf-8"))
    for clash in outcome.clashes:
        typer.echo(f"cjm: both sides changed the {safe(clash.told)}", err=True)
    for doubt in (*outcome.doubts, *filter(None, [outcome.unread])):
        typer.echo(f"cjm: {safe(doubt)}", err=True)
    if outcome.code:
        hint = "choose between the versions at each <<<<<<<, delete the lines with markers, then run cjm validate"
        typer.echo(f"cjm: {safe(name)} is not merged: {hint}.", err=True)
        raise typer.Exit(outcome.code)


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise FileError(message) from error
