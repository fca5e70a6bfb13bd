"""The options that say how a picture looks: alike for maps, comparisons and histories."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli import completing

PANEL = "Looks of pictures"
"""The part of the help in which they stand."""


class LetterSource(StrEnum):
    """Where the letters of a picture come from."""

    EMBED = "embed"
    SYSTEM = "system"
    OUTLINE = "outline"


class OnSlide(StrEnum):
    """What stands on a slide."""

    SHAPES = "shapes"
    PICTURE = "picture"


class Level(StrEnum):
    """How much a picture tells."""

    OVERVIEW = "overview"
    STANDARD = "standard"
    FULL = "full"


Theme = Annotated[
    str,
    typer.Option(
        rich_help_panel=PANEL,
        metavar="NAME|FILE",
        help="light, dark, print, or a theme file.",
        autocompletion=completing.themes,
    ),
]

Lang = Annotated[
    str,
    typer.Option(
        rich_help_panel=PANEL,
        help="Language of the labels: en, fr, ro, pl, de, es. Default: the map's.",
        autocompletion=completing.languages,
    ),
]

Detail = Annotated[
    Level | None,
    typer.Option(
        rich_help_panel=PANEL, help="How much to tell: whole lanes and fields are left out. Default: standard."
    ),
]

Fonts = Annotated[
    LetterSource,
    typer.Option(
        rich_help_panel=PANEL,
        help="svg: embed, the same everywhere; system, a smaller file; outline, shapes for slides.",
    ),
]

Scale = Annotated[
    float, typer.Option(rich_help_panel=PANEL, min=0.1, max=20, help="png: pixels for each point of the picture.")
]

Pptx = Annotated[
    OnSlide,
    typer.Option(rich_help_panel=PANEL, help="pptx: shapes, to be edited; picture, one drawing that stays as it is."),
]

Template = Annotated[
    Path | None,
    typer.Option(
        rich_help_panel=PANEL,
        metavar="FILE",
        help="pptx: a .pptx or .potx whose size, layouts, fonts and colours to take.",
    ),
]

Summary = Annotated[
    bool | None,
    typer.Option(
        "--summary/--no-summary",
        rich_help_panel=PANEL,
        help="A page before the others that says what it all comes to. Default: pptx has one.",
        show_default=False,
    ),
]
