"""``cjm validate``: whether a map is legal, and if not, where and why."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.formats import Format, Formats

EXAMPLES = """
[bold]Examples[/bold]
  cjm validate                              all maps of the project
  cjm validate maps/office.cjm.yaml         one map, with its libraries
  cjm validate -f text -f json:found.json   for people and for programs
  cjm validate - --stdin-filename maps/office.cjm.yaml < draft.yaml
"""


class FailOn(StrEnum):
    """From which severity on the command fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


LIMITS = {FailOn.ERROR: 3, FailOn.WARNING: 2, FailOn.INFO: 1, FailOn.NEVER: 9}
"""The rank of a finding from which on a run fails."""


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Maps and folders of maps; - is standard input. Default: all maps of the project."),
    ] = None,
    format: Formats = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 if there are findings as bad as this.")] = FailOn.ERROR,
    stdin_filename: Annotated[
        Path | None, typer.Option(help="The file that standard input stands for, for paths and messages.")
    ] = None,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="Only list the files that would be checked.")
    ] = False,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Remember what was found in files that have not changed.")
    ] = True,
) -> None:
    """Check maps and the libraries they use: syntax, schema, references.

    Every problem is shown with its place and a way out. Exit codes: 0 fine, 1 problems found, 2 could not run.
    """
    from cjm.cli import outputs  # noqa: PLC0415
    from cjm.cli.checking import check  # noqa: PLC0415
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415
    from cjm.report.summary import RANK  # noqa: PLC0415

    wanted = outputs.parse(format or [], Format)
    found = find_paths(paths or [], stdin_filename)
    if show_files:
        outputs.show_names(found)
        report_missing(found.missing)
        return
    checked = check(found, use_cache=cache)
    if found.names:
        outputs.write(wanted, outputs.Told("cjm validate", found.project, checked.findings, checked.verdicts))
    report_missing(found.missing)
    if any(RANK[finding.severity] >= LIMITS[fail_on] for finding in checked.findings):
        raise typer.Exit(1)
