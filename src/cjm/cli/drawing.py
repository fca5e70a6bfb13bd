"""Maps to picture files: which file a picture goes to, and which maps cannot be drawn."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cjm.cli import looks, outputs, pictures
from cjm.cli.loading import load
from cjm.cli.pictures import STDOUT, Look
from cjm.cli.reading import Found
from cjm.config import Render
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.source.project import SUFFIX

if TYPE_CHECKING:
    from cjm.render.scene import Scene
    from cjm.render.text import Style


class Part(NamedTuple):
    """What of maps is drawn: a view, what it is made of, in one picture or in one each; those stages and personas alone."""

    view: str = "swimlane"
    of: str = ""
    is_joined: bool = False
    stages: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()


def draw_maps(
    found: Found, output: Path | None, form: str | None, asked: Render, look: Look, part: Part = Part()
) -> bool:
    """Draw every map that has no errors; show the errors of the others. Returns whether all could be drawn.

    What is not asked for, the project's configuration decides.
    """
    from cjm.render import lay_out  # noqa: PLC0415

    form = pictures.form_of(output or Path(), form)
    is_joined = _is_joined(part)
    project, sound = found.project, load(found)
    settings = project.config.render
    style = looks.style(asked, settings, project.root)
    lanes, lang, detail, size = (
        getattr(asked, key) or getattr(settings, key) for key in ("lanes", "lang", "detail", "size")
    )
    subjects = _subjects(sound.maps, part, is_joined=is_joined)
    for (_, journeys), place in zip(subjects, places_of([name for name, _ in subjects], output, form), strict=True):
        scenes = lay_out(
            journeys,
            style,
            view=part.view,
            of=part.of,
            lanes=lanes,
            lang=lang,
            detail=detail or "standard",
            size=size or "auto",
            stages=part.stages,
            personas=part.personas,
        )
        shown = journeys[0] if len(journeys) == 1 else None
        files = pictures.FORMS[form](scenes, style, look._replace(shown=shown, lang=lang))
        warn(journeys[0].path, scenes, style)
        for written in pictures.write(files, place):
            typer.echo(str(written))
    if sound.findings:
        outputs.show_text(project, sound.findings, sys.stderr)
    elif not sound.all and not found.missing:
        message = "There is no map here to draw: a library holds none."
        raise UsageError(message)
    return not sound.findings


def _is_joined(part: Part) -> bool:
    """Whether all maps go into one picture. Raises ``UsageError`` where the view has room for one alone."""
    from cjm.render.views import VIEWS, find  # noqa: PLC0415

    is_joined = find(part.view, part.of).is_joined(part.of, asked=part.is_joined)
    if part.is_joined and not is_joined:
        able = ", ".join(name for name, view in VIEWS.items() if view.joins != "never")
        message = f"The view ‘{part.view}’ shows one map at a time: leave out --together, or choose one of {able}."
        raise UsageError(message)
    return is_joined


def _subjects(maps: Sequence[Journey], part: Part, *, is_joined: bool) -> list[tuple[str, Sequence[Journey]]]:
    """What goes into each picture, with its name: the map's and the view's where a picture has one map."""
    if is_joined:
        return [(part.of or part.view, maps)] if maps else []
    ending = "" if part.view == Part().view else f".{part.view}"
    return [(journey.path.removesuffix(SUFFIX) + ending, (journey,)) for journey in maps]


def places_of(names: Sequence[str], output: Path | None, form: str) -> list[Path]:
    """The file each picture goes to, named after its map. Raises ``UsageError`` where two would share one."""
    if output is not None and (output == STDOUT or pictures.is_file(output)):
        if len(names) > 1:
            message = f"{len(names)} maps do not fit into one file: name a folder, ending in /."
            raise UsageError(message)
        return [output] * len(names)
    folder = output or Path()
    places = [folder / f"{Path(name).name.removesuffix(SUFFIX)}.{form}" for name in names]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice:
        message = f"Two maps would both be drawn to {twice}: draw them one by one."
        raise UsageError(message)
    return places


def warn(path: str, scenes: "Sequence[Scene]", style: "Style") -> None:
    """Name the characters that no typeface has a shape for, and what to do."""
    from cjm.render.lacking import lacking  # noqa: PLC0415
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    if found := lacking(scenes, style.faces):
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in found.characters[:8])
        more = f" and {len(found.characters) - 8} more" if len(found.characters) > 8 else ""
        typer.echo(f"cjm: {safe(path)}: there is no letter for {safe(named)}{more}: {found.remedy}.", err=True)
