"""``cjm log``: how a map evolved, version by version."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.formats import option
from cjm.cli.styling import Fonts, Lang, LetterSource, OnSlide, Pptx, Scale, Template, Theme

EXAMPLES = """
[bold]Examples[/bold]
  cjm log maps/office.cjm.yaml                version by version
  cjm log office.cjm.yaml -n 10               the last ten
  cjm log office.cjm.yaml --since v1.0        those after a tag
  cjm log office.cjm.yaml --since 2026-01-01 --metrics nps,csat
  cjm log office.cjm.yaml -f text -f png:history.png
  cjm log office.cjm.yaml -f pptx:history.pptx        a slide to be edited
"""


class Form(StrEnum):
    """What a history is told as."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"


def log(
    map: Annotated[Path, typer.Argument(metavar="FILE", help="The map; it may have had other names.")],
    since: Annotated[
        str,
        typer.Option(
            metavar="REF|DATE", help="Only versions after this commit, branch or tag, or from this day on: 2026-01-31."
        ),
    ] = "",
    max_count: Annotated[
        int | None,
        typer.Option("--max-count", "-n", metavar="N", min=1, help="Only the last N versions.", show_default=False),
    ] = None,
    format: Annotated[list[str] | None, option(Form)] = None,
    metrics: Annotated[
        str, typer.Option(metavar="METRIC,…", help="Which metrics: nps, csat, touchpoint/porting/csat. Default: all.")
    ] = "",
    theme: Theme = "",
    lang: Lang = "",
    fonts: Fonts = LetterSource.EMBED,
    scale: Scale = 2,
    pptx: Pptx = OnSlide.SHAPES,
    template: Template = None,
    ascii: Annotated[bool, typer.Option("--ascii", help="text: with ASCII signs alone.")] = False,
) -> None:
    """Tell how a map evolved in git: what each version changed, and how feelings, pains, hand-offs and metrics went.

    Renames are followed, and a merge stands for what it brought in. The first version told is the one that the others
    began from. What is not committed yet comes last; a version that cannot be read is named, and passed over.
    """
    from cjm.cli import outputs, pictures  # noqa: PLC0415
    from cjm.cli.evolving import Asked, draw, tell  # noqa: PLC0415
    from cjm.cli.walking import choose, walk  # noqa: PLC0415

    wanted = outputs.parse(format or [], Form)
    history = walk(map, since, max_count)
    if names := tuple(filter(None, (name.strip() for name in metrics.split(",")))):
        history = choose(history, names)
    texts, drawn = pictures.split(wanted)
    asked = Asked(theme, lang, pictures.Look(fonts.value, scale, pptx.value, pictures.template(template)), ascii, since)
    outputs.deliver(texts, lambda form, stream, colour: tell(history, form, asked, stream, colour=colour))
    if drawn:
        draw(history, drawn, asked)
