"""Maps to picture files: which file a picture goes to, and which maps cannot be drawn."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cjm import read
from cjm.cli import outputs
from cjm.cli.reading import Found
from cjm.config import Render
from cjm.errors import FileError, UsageError
from cjm.finding import Finding, Severity
from cjm.source.project import SUFFIX, Project
from cjm.source.write import replace

if TYPE_CHECKING:
    from cjm.model.journey import Journey
    from cjm.render.backends.svg import Fonts

STDOUT = Path("-")


def draw_maps(found: Found, output: Path | None, form: str | None, look: Render, fonts: "Fonts") -> bool:
    """Draw every map that has no errors; show the errors of the others. Returns whether all could be drawn.

    What ``look`` leaves open, the project's configuration decides.
    """
    import cjm.render as pictures  # noqa: PLC0415

    project, loaded = found.project, read(found.project, found.names)
    settings = project.config.render
    look = Render(look.theme or settings.theme, look.lang or settings.lang, look.lanes or settings.lanes)
    broken = _errors(loaded.findings)
    places = places_of(loaded.maps, output, form)
    for journey, place in zip(loaded.maps, places, strict=True):
        if broken.keys() & _files_of(journey, project):
            continue
        scenes = pictures.swimlanes(journey, theme=look.theme, lanes=look.lanes, lang=look.lang)
        picture = pictures.svg(scenes, theme=look.theme, fonts=fonts)
        _warn_of_missing(journey.path, pictures.missing_characters(scenes))
        if place == STDOUT:
            sys.stdout.write(picture)
        else:
            _make_folder(place.parent)
            replace(place, picture.encode("utf-8"))
            typer.echo(str(place))
    findings = [finding for each in broken.values() for finding in each]
    if findings:
        outputs.show_text(project, findings, sys.stderr)
    elif not loaded.maps and not found.missing:
        message = "There is no map here to draw: a library holds none."
        raise UsageError(message)
    return not findings


def places_of(maps: "Sequence[Journey]", output: Path | None, form: str | None) -> list[Path]:
    """The file each map's picture goes to. Raises ``UsageError`` where two would share one."""
    suffix = f".{form or 'svg'}"
    if output == STDOUT or (output is not None and output.suffix and not output.is_dir()):
        if len(maps) > 1:
            message = f"{len(maps)} maps do not fit into one file: name a folder with -o, ending in /."
            raise UsageError(message)
        if output != STDOUT and output.suffix != suffix:
            message = f"cjm draws SVG so far, and {output.name} ends in {output.suffix}: name a file ending in .svg."
            raise UsageError(message)
        return [output] * len(maps)
    folder = output or Path()
    places = [folder / f"{Path(journey.path).name.removesuffix(SUFFIX)}{suffix}" for journey in maps]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice:
        message = f"Two maps would both be drawn to {twice}: draw them one by one, with -o."
        raise UsageError(message)
    return places


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {folder} cannot be made: {error.strerror}."
        raise FileError(message) from error


def _errors(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings of every file that has errors."""
    broken = {finding.route.path for finding in findings if finding.severity is Severity.ERROR}
    return {path: [finding for finding in findings if finding.route.path == path] for path in sorted(broken)}


def _files_of(journey: "Journey", project: Project) -> set[str]:
    """The files a map is made of: its own and its libraries'."""
    from cjm.model.read import beside  # noqa: PLC0415

    used = {beside(journey.path, name) for name in journey.uses}
    return {journey.path, *(used & project.documents.keys())}


def _warn_of_missing(path: str, characters: Sequence[str]) -> None:
    """Name the characters that the fonts have no shape for."""
    if characters:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters[:8])
        more = f" and {len(characters) - 8} more" if len(characters) > 8 else ""
        message = f"cjm: {path}: the bundled font has no shape for {named}{more}; the viewer's own fonts must have it."
        typer.echo(message, err=True)
