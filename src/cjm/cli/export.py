"""``cjm export``: maps in other formats."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.completing import languages

EXAMPLES = """
[bold]Examples[/bold]
  cjm export office.cjm.yaml -f markdown              a page for a wiki, in the terminal
  cjm export office.cjm.yaml -f markdown -o office.md
  cjm export maps/ -f markdown -o wiki/               several into a folder
"""


class Format(StrEnum):
    """A format that maps are written in."""

    MARKDOWN = "markdown"


def export(
    maps: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="MAP…", help="Maps, and folders of maps; - is standard input. Default: all of the project."
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="markdown: head, table, curve in letters, lists; for wikis.")
    ] = Format.MARKDOWN,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR", help="File or folder to write to. Default: standard output."
        ),
    ] = None,
    lang: Annotated[
        str,
        typer.Option(
            help="Language of headings and labels: en, fr, ro, pl, de, es. Default: the map's.",
            autocompletion=languages,
        ),
    ] = "",
    stdin_filename: Annotated[Path | None, typer.Option(help="The file that standard input stands for.")] = None,
) -> None:
    """Write maps in another format.

    A map with errors is not written: its problems are shown, and the exit code is 1. Several maps need a folder, ending
    in /; the paths of the files written are printed.
    """
    from cjm.cli.exporting import export_maps  # noqa: PLC0415
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415

    found = find_paths(maps or [], stdin_filename)
    is_fine = export_maps(found, format.value, output, lang)
    report_missing(found.missing)
    if not is_fine:
        raise typer.Exit(1)
