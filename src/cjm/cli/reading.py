"""From the paths of a command line to the files they stand for."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from cjm import config
from cjm.errors import UsageError
from cjm.source.project import Project


class Found(NamedTuple):
    """What the paths of a command line stand for: the project, the names of the files in it, paths that are not there.

    ``is_all``: whether they are all the maps of the project.
    """

    project: Project
    names: list[str]
    missing: list[str]
    is_all: bool


def find_paths(paths: Sequence[Path], stdin_filename: Path | None = None) -> Found:
    """The files and folders named, ``-`` being standard input; without any, the maps of the project."""
    project = Project(*config.find(Path.cwd()))
    named = [path for path in paths if str(path) != "-"]
    names, missing = project.find(named) if named or not paths else ([], [])
    if len(named) < len(paths):
        names.append(project.add(stdin_filename or Path("stdin.cjm.yaml"), sys.stdin.buffer.read()))
    if not names and not missing:
        where = " in " + ", ".join(str(path) for path in paths) if paths else f" in the project {project.root}"
        message = (
            f"No maps found{where}. A map is a file named NAME.cjm.yaml; "
            "name a file, a folder, or set ‘maps’ in cjm.toml."
        )
        raise UsageError(message)
    return Found(project, names, missing, not paths)


def report_missing(missing: Sequence[str]) -> None:
    """Say which paths do not exist, after everything else was said, and end with exit code 2."""
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    for path in missing:
        typer.echo(f"cjm: there is no file or folder {safe(path)}", err=True)
    if missing:
        raise typer.Exit(2)
