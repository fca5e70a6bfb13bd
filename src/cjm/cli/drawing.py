"""Maps to picture files: which file a picture goes to, and which maps cannot be drawn."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cjm.cli import looks, outputs
from cjm.cli.loading import load
from cjm.cli.reading import Found
from cjm.config import Render
from cjm.errors import UsageError
from cjm.source.project import SUFFIX
from cjm.source.write import make_folder, replace

if TYPE_CHECKING:
    from cjm.render.backends.svg import Fonts
    from cjm.render.scene import Scene
    from cjm.render.text import Style

STDOUT = Path("-")


def draw_maps(found: Found, output: Path | None, form: str | None, asked: Render, fonts: "Fonts") -> bool:
    """Draw every map that has no errors; show the errors of the others. Returns whether all could be drawn.

    What is not asked for, the project's configuration decides.
    """
    import cjm.render as pictures  # noqa: PLC0415

    project, sound = found.project, load(found)
    settings = project.config.render
    style = looks.style(asked, settings, project.root)
    lanes, lang, detail = (getattr(asked, key) or getattr(settings, key) for key in ("lanes", "lang", "detail"))
    for journey, place in zip(sound.maps, places_of([each.path for each in sound.maps], output, form), strict=True):
        scenes = pictures.swimlanes(journey, style, lanes=lanes, lang=lang, detail=detail or "standard")
        picture = pictures.svg(scenes, style, fonts=fonts)
        warn(journey.path, scenes, style)
        if place == STDOUT:
            sys.stdout.write(picture)
        else:
            make_folder(place.parent)
            replace(place, picture.encode("utf-8"))
            typer.echo(str(place))
    if sound.findings:
        outputs.show_text(project, sound.findings, sys.stderr)
    elif not sound.all and not found.missing:
        message = "There is no map here to draw: a library holds none."
        raise UsageError(message)
    return not sound.findings


def places_of(names: Sequence[str], output: Path | None, form: str | None) -> list[Path]:
    """The file each picture goes to, named after its map. Raises ``UsageError`` where two would share one."""
    suffix = f".{form or 'svg'}"
    if output == STDOUT or (output is not None and output.suffix and not _is_folder(output)):
        if len(names) > 1:
            message = f"{len(names)} maps do not fit into one file: name a folder, ending in /."
            raise UsageError(message)
        if output != STDOUT and output.suffix != suffix:
            message = f"cjm draws SVG so far, and {output.name} ends in {output.suffix}: name a file ending in .svg."
            raise UsageError(message)
        return [output] * len(names)
    folder = output or Path()
    places = [folder / f"{Path(name).name.removesuffix(SUFFIX)}{suffix}" for name in names]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice:
        message = f"Two maps would both be drawn to {twice}: draw them one by one."
        raise UsageError(message)
    return places


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  (says no where Path raises: a name too long)


def warn(path: str, scenes: "Sequence[Scene]", style: "Style") -> None:
    """Name the characters that no typeface has a shape for, and what to do."""
    from cjm.render.lacking import lacking  # noqa: PLC0415
    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    if found := lacking(scenes, style.faces):
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in found.characters[:8])
        more = f" and {len(found.characters) - 8} more" if len(found.characters) > 8 else ""
        typer.echo(f"cjm: {safe(path)}: there is no letter for {safe(named)}{more}: {found.remedy}.", err=True)
