"""``cjm show``: a map in the terminal, as a picture or told in a few paragraphs."""

from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.completing import lanes as known_lanes
from cjm.cli.completing import languages

EXAMPLES = """
[bold]Examples[/bold]
  cjm show maps/office.cjm.yaml               the map, as wide as the terminal
  cjm show maps/office.cjm.yaml --prose       the journey in a few paragraphs
  cjm show office.cjm.yaml --lanes touchpoints,feels,pains
  cjm show office.cjm.yaml --ascii --width 80 > office.txt
  cjm show                                    which maps the project has
"""

NARROWEST = 40
"""The fewest columns on which a map can be shown."""


def show(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Maps, and folders of maps; - is standard input. Default: all maps of the project."),
    ] = None,
    prose: Annotated[bool, typer.Option("--prose", help="Tell the journey in a few paragraphs.")] = False,
    lanes: Annotated[
        str,
        typer.Option(
            metavar="LANE,…",
            help="Which lanes, in which order. Default: the main ones, where they hold something.",
            autocompletion=known_lanes,
        ),
    ] = "",
    lang: Annotated[
        str,
        typer.Option(
            help="Language of labels and prose: en, fr, ro, pl, de, es. Default: the map's.", autocompletion=languages
        ),
    ] = "",
    width: Annotated[
        int | None,
        typer.Option(
            metavar="COLUMNS",
            min=NARROWEST,
            help="How wide, 40 or more. Default: as the terminal; 100 in a file or pipe.",
            show_default=False,
        ),
    ] = None,
    ascii: Annotated[bool, typer.Option("--ascii", help="Draw with ASCII signs alone.")] = False,
    stdin_filename: Annotated[Path | None, typer.Option(help="The file that standard input stands for.")] = None,
) -> None:
    """Show maps in the terminal: stages across, lanes down, the emotion curve in the middle.

    Where a project or a folder holds several maps, they are listed instead. A map with errors is not shown: its
    problems are, and the exit code is 1. Prose in a file or pipe has each paragraph in one line.
    """
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415
    from cjm.cli.showing import Look, show_maps  # noqa: PLC0415

    look = Look(tuple(filter(None, map(str.strip, lanes.split(",")))), lang, width, ascii, prose)
    found = find_paths(paths or [], stdin_filename)
    is_listed = not paths or any(path.is_dir() for path in paths)
    is_fine = show_maps(found, look, is_listed=is_listed)
    report_missing(found.missing)
    if not is_fine:
        raise typer.Exit(1)
