"""``cjm render``: maps to pictures."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """
[bold]Examples[/bold]
  cjm render maps/office.cjm.yaml               draws office.svg here
  cjm render maps/*.cjm.yaml -o pictures/       several into a folder
  cjm render office.cjm.yaml --theme dark -o dark.svg
  cjm render office.cjm.yaml --lanes touchpoints,feels,pains --lang fr
"""


class Form(StrEnum):
    """A kind of picture."""

    SVG = "svg"


class Fonts(StrEnum):
    """Where the letters of a picture come from."""

    EMBED = "embed"
    SYSTEM = "system"


def _themes(incomplete: str) -> list[str]:
    from cjm.render.theme import names  # noqa: PLC0415

    return [name for name in names() if name.startswith(incomplete)]


def _languages(incomplete: str) -> list[str]:
    from cjm.render.labels import LANGUAGES  # noqa: PLC0415

    return [name for name in LANGUAGES if name.startswith(incomplete)]


def render(
    maps: Annotated[list[Path], typer.Argument(metavar="MAP…", help="Maps to draw; - is standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="File or folder to write to; - is standard output."),
    ] = None,
    format: Annotated[
        Form | None, typer.Option("--format", "-f", help="Default: by the suffix of FILE, else svg.")
    ] = None,
    lanes: Annotated[
        str,
        typer.Option(
            metavar="LANE,…", help="Which lanes, in which order. Default: the main ones, where they hold something."
        ),
    ] = "",
    theme: Annotated[str, typer.Option(help="light or dark.", autocompletion=_themes)] = "",
    lang: Annotated[
        str,
        typer.Option(
            help="Language of the labels: en, fr, ro, pl, de, es. Default: the map's.", autocompletion=_languages
        ),
    ] = "",
    fonts: Annotated[Fonts, typer.Option(help="embed: the same everywhere. system: a smaller file.")] = Fonts.EMBED,
    stdin_filename: Annotated[Path | None, typer.Option(help="The file that standard input stands for.")] = None,
) -> None:
    """Draw maps as swimlanes: what the customer does, thinks and feels, on stage and backstage, stage by stage.

    Without -o, NAME.svg is written into the current folder and its path printed. A map with errors is not drawn:
    its problems are shown, and the exit code is 1. PowerPoint does not read embedded fonts: it shows its own instead.
    """
    from cjm.cli.drawing import draw_maps  # noqa: PLC0415
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415
    from cjm.config import Render  # noqa: PLC0415

    found = find_paths(maps, stdin_filename)
    look = Render(theme, lang, tuple(lane.strip() for lane in lanes.split(",") if lane.strip()))
    is_fine = draw_maps(found, output, format, look, fonts.value)
    report_missing(found.missing)
    if not is_fine:
        raise typer.Exit(1)
