"""``cjm diff``: what became of maps, and whether that is better for the customer."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from cjm.cli import completing, styling
from cjm.cli.formats import option
from cjm.cli.styling import Detail, Fonts, Lang, LetterSource, OnSlide, Pptx, Scale, Summary, Template, Theme

EXAMPLES = """
[bold]Examples[/bold]
  cjm diff                                       what changed since the last commit
  cjm diff office.current.cjm.yaml office.future.cjm.yaml
  cjm diff office.future.cjm.yaml                against the map it names under compares_to
  cjm diff main -- maps/office.cjm.yaml          one map, since main
  cjm diff v1.0 v2.0                             two commits, branches or tags
  cjm diff --only worsened,unknown --fail-on worsened main
  cjm diff main -f markdown:comment.md           for a comment on a pull request
  cjm diff a.cjm.yaml b.cjm.yaml -f svg:change.svg --detail overview
  cjm diff a.cjm.yaml b.cjm.yaml -f pptx:change.pptx   a slide with the summary, one as large as the picture
"""

_BEHIND = "cjm.behind"  # in the context: what stood behind --


class Form(StrEnum):
    """A form of comparisons: the first two are for people, ``markdown`` is for pull requests; the last are pictures."""

    TEXT = "text"
    BRIEF = "brief"
    JSON = "json"
    MARKDOWN = "markdown"
    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"


class FailOn(StrEnum):
    """What ends a run with exit code 1."""

    NEVER = "never"
    WORSENED = "worsened"
    UNKNOWN = "unknown"
    ANY = "any"


class View(StrEnum):
    """How a picture sets two maps against each other."""

    OVERLAY = "overlay"
    SIDE_BY_SIDE = "side-by-side"
    IN_TURN = "in-turn"


class Command(TyperCommand):
    """A command that knows what stood behind ``--``, which click hands on as any other argument."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep what stands behind ``--`` apart."""
        if "--" in args:
            place = args.index("--")
            args, ctx.meta[_BEHIND] = args[:place], args[place + 1 :]
        return super().parse_args(ctx, args)


def diff(
    context: typer.Context,
    operands: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A] [B] [-- PATH…]",
            help="Files, folders, or commits (REF, REF:FILE); - is standard input. Default: HEAD and the files on disk. "
            "Of commits and folders, only the maps at PATH.",
        ),
    ] = None,
    only: Annotated[
        str,
        typer.Option(
            metavar="DIRECTION,…",
            help="Only changes that are improved, worsened, neutral, unknown.",
            autocompletion=completing.directions,
        ),
    ] = "",
    stages: Annotated[str, typer.Option(metavar="STAGE,…", help="Only changes in these stages: ids or names.")] = "",
    personas: Annotated[
        str, typer.Option(metavar="PERSONA,…", help="Only what concerns these personas: ids or names.")
    ] = "",
    lanes: Annotated[
        str, typer.Option(metavar="LANE,…", help="Only changes in these lanes.", autocompletion=completing.lanes)
    ] = "",
    editorial: Annotated[
        bool | None, typer.Option("--editorial/--no-editorial", help="Show other wording and bookkeeping, too.")
    ] = None,
    find_renames: Annotated[
        str, typer.Option(metavar="PERCENT", help="How alike two things must be to count as one renamed. Default: 60%.")
    ] = "",
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Also list the pains, moments of truth and metrics left as they were."),
    ] = False,
    format: Annotated[list[str] | None, option(Form)] = None,
    view: Annotated[
        View,
        typer.Option(
            rich_help_panel=styling.PANEL, help="One map with what it was, both beside each other, or a page for each."
        ),
    ] = View.OVERLAY,
    theme: Theme = "",
    lang: Lang = "",
    detail: Detail = None,
    summary: Summary = None,
    fonts: Fonts = LetterSource.EMBED,
    scale: Scale = 2,
    pptx: Pptx = OnSlide.SHAPES,
    template: Template = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit with 1 if a change is worsened; unknown: or unknown; any: at all. Default: never."),
    ] = None,
    max_chars: Annotated[
        int, typer.Option(min=600, help="markdown: never longer than this; what is left out is counted.")
    ] = 65_000,
    stdin_filename: Annotated[Path | None, typer.Option(help="The file that standard input stands for.")] = None,
) -> None:
    """Compare maps: what changed, and whether that is better or worse for the customer.

    Maps of folders and commits are paired by id and state. Each change is improved, worsened, neutral, or unknown where
    the maps do not hold what would tell. Nothing is printed when nothing changed. A deck has a slide with the summary,
    and the picture on one as large as it is: on a smaller one its words could not be read. Exit codes: 0 fine, 1 as --exit-code
    and --fail-on say, 2 could not run.
    """
    from cjm.cli import choosing, differing, pictures  # noqa: PLC0415
    from cjm.cli.operands import find_pairs  # noqa: PLC0415
    from cjm.cli.outputs import parse  # noqa: PLC0415
    from cjm.config import Render  # noqa: PLC0415

    wanted = parse(format or [], Form)
    pairs = find_pairs(operands or [], context.meta.get(_BEHIND, ()), stdin_filename)
    settings = pairs.project.config.diff
    is_editorial = settings.editorial if editorial is None else editorial
    asked = differing.Asked(
        wish=choosing.wish(only, stages, personas, lanes, editorial=is_editorial),
        renames=choosing.share(find_renames or settings.find_renames or "60%"),
        coverage=coverage,
        outputs=wanted,
        view=view,
        render=Render(theme, lang or pairs.project.config.render.lang, detail=detail.value if detail else ""),
        look=pictures.Look(fonts.value, scale, pptx.value, pictures.template(template)),
        most=max_chars,
        has_summary=summary,
    )
    limit = FailOn.ANY if exit_code else choosing.limit(fail_on or settings.fail_on)
    outcome = differing.compare_maps(pairs, asked)
    if outcome.is_unable:
        raise typer.Exit(2)
    if choosing.is_failed(outcome.directions, limit):
        raise typer.Exit(1)
