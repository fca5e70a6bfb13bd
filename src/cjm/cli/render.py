"""``cjm render``: maps to pictures."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli import completing
from cjm.cli.styling import Detail, Fonts, Lang, LetterSource, OnSlide, Pptx, Scale, Summary, Template, Theme

EXAMPLES = """
[bold]Examples[/bold]
  cjm render maps/office.cjm.yaml               draws office.svg here
  cjm render maps/*.cjm.yaml -o pictures/       several into a folder
  cjm render office.cjm.yaml --theme dark -o dark.png
  cjm render office.cjm.yaml --detail overview  for the first slide
  cjm render office.cjm.yaml -o office.html     to click through, without network
  cjm render office.cjm.yaml --size 16:9        in pages: office-1.svg, office-2.svg …
  cjm render office.cjm.yaml --view blueprint   what happens behind the line of visibility
  cjm render maps/*.cjm.yaml --view portfolio   what to do first, over all maps
  cjm render office.cjm.yaml --moments -o office.pptx   a deck: summary, map, moments of truth
  cjm render office.cjm.yaml --lanes touchpoints,feels,pains --lang fr
"""


class Form(StrEnum):
    """A kind of picture."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"


class Size(StrEnum):
    """The size of a page."""

    AUTO = "auto"
    WIDE = "16:9"
    NARROW = "4:3"
    A4 = "A4"
    A3 = "A3"


def _list_themes(wanted: bool) -> None:
    if wanted:
        from cjm.render.theme import names  # noqa: PLC0415

        known = names()
        width = max(map(len, known))
        for name, told in known.items():
            typer.echo(f"{name:{width}}  {told}")
        typer.echo("A file of your own: --theme FILE.toml; docs/themes.md says what may stand in it.")
        raise typer.Exit


def render(
    maps: Annotated[list[Path], typer.Argument(metavar="MAP…", help="Maps to draw; - is standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="File or folder to write to; - is standard output."),
    ] = None,
    format: Annotated[
        Form | None, typer.Option("--format", "-f", help="Default: by the suffix of FILE, else svg.")
    ] = None,
    view: Annotated[
        str,
        typer.Option(
            metavar="VIEW",
            help="How to look at the map: swimlane, blueprint, curve, matrix, flow, portfolio or persona.",
            autocompletion=completing.views,
        ),
    ] = "swimlane",
    of: Annotated[
        str,
        typer.Option(
            metavar="THING",
            help="flow: of steps, unless you say maps or systems; these show all maps in one picture.",
            show_default=False,
            autocompletion=completing.subjects,
        ),
    ] = "",
    together: Annotated[
        bool, typer.Option("--together", help="curve, matrix: all maps in one picture. A portfolio always is.")
    ] = False,
    lanes: Annotated[
        str,
        typer.Option(
            metavar="LANE,…",
            help="Which lanes, in which order. Default: as --detail says, where they hold something.",
            autocompletion=completing.lanes,
        ),
    ] = "",
    detail: Detail = None,
    size: Annotated[
        Size | None,
        typer.Option(
            help="auto: one page as large as the map. Else as many as it takes, for slides or paper. "
            "Default: auto; pptx: 16:9, or as in the template."
        ),
    ] = None,
    summary: Summary = None,
    moments: Annotated[bool, typer.Option("--moments", help="Further pages: one for each moment of truth.")] = False,
    stages: Annotated[str, typer.Option(metavar="STAGE,…", help="Only these stages, by id or name.")] = "",
    personas: Annotated[
        str, typer.Option(metavar="PERSONA,…", help="Only what these meet, say and feel, by id or name.")
    ] = "",
    theme: Theme = "",
    list_themes: Annotated[  # noqa: ARG001  (asked and answered before)
        bool,
        typer.Option(
            "--list-themes", callback=_list_themes, is_eager=True, help="List the themes there are, and exit."
        ),
    ] = False,
    lang: Lang = "",
    font: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A font for letters that the bundled one lacks; repeatable."),
    ] = None,
    fonts: Fonts = LetterSource.EMBED,
    scale: Scale = 2,
    pptx: Pptx = OnSlide.SHAPES,
    template: Template = None,
    stdin_filename: Annotated[Path | None, typer.Option(help="The file that standard input stands for.")] = None,
) -> None:
    """Draw maps: what the customer does, thinks and feels, on stage and backstage, stage by stage, or in another view.

    Without -o, NAME.svg is written into the current folder and its path printed. A map with errors is not drawn:
    its problems are shown, and the exit code is 1. PowerPoint does not read embedded fonts: use --fonts outline there.
    """
    from cjm.cli import pictures  # noqa: PLC0415
    from cjm.cli.drawing import Part, draw_maps  # noqa: PLC0415
    from cjm.cli.reading import find_paths, report_missing  # noqa: PLC0415
    from cjm.config import Render  # noqa: PLC0415

    found = find_paths(maps, stdin_filename)
    kept, people, wanted = (tuple(filter(None, map(str.strip, text.split(",")))) for text in (stages, personas, lanes))
    files = tuple(map(str, font or ()))
    asked = Render(theme, lang, wanted, detail.value if detail else "", files, size.value if size else "")
    look = pictures.Look(fonts.value, scale, pptx.value, pictures.template(template))
    is_fine = draw_maps(found, output, format, asked, look, Part(view, of, together, kept, people, summary, moments))
    report_missing(found.missing)
    if not is_fine:
        raise typer.Exit(1)
