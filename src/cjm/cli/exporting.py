"""Maps to files in other formats: which file each goes to, and which maps cannot be written."""

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from cjm.cli import outputs
from cjm.cli.loading import load
from cjm.cli.reading import Found
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.source.project import SUFFIX
from cjm.source.write import make_folder, replace

STDOUT = Path("-")


def _markdown(journey: Journey, lang: str) -> str:
    from cjm.convert.markdown import write  # noqa: PLC0415

    return write(journey, lang)


FORMATS: dict[str, tuple[str, Callable[[Journey, str], str]]] = {"markdown": (".md", _markdown)}
"""Each format: the suffix of its files, and what makes the text of a map."""


def export_maps(found: Found, form: str, output: Path | None, lang: str) -> bool:
    """Write every map that has no errors; show the errors of the others. Returns whether all could be written."""
    sound = load(found)
    suffix, write = FORMATS[form]
    lang = lang or found.project.config.render.lang
    for journey, place in zip(sound.maps, _places([each.path for each in sound.maps], output, suffix), strict=True):
        text = write(journey, lang)
        if place == STDOUT:
            sys.stdout.write(text)
        else:
            make_folder(place.parent)
            replace(place, text.encode("utf-8"))
            typer.echo(str(place))
    if sound.findings:
        outputs.show_text(found.project, sound.findings, sys.stderr)
    elif not sound.all and not found.missing:
        message = "There is no map here to write: a library holds none."
        raise UsageError(message)
    return not sound.findings


def _places(names: list[str], output: Path | None, suffix: str) -> list[Path]:
    """The file of each map. Raises ``UsageError`` where several would go into one."""
    is_folder = output is not None and output != STDOUT and (output.is_dir() or not output.suffix)
    if output is None or not is_folder:
        if len(names) > 1:
            message = f"{len(names)} maps do not fit into one file: name a folder with -o, ending in /."
            raise UsageError(message)
        return [output or STDOUT] * len(names)
    places = [output / f"{Path(name).name.removesuffix(SUFFIX)}{suffix}" for name in names]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice:
        message = f"Two maps would both be written to {twice}: write them one by one."
        raise UsageError(message)
    return places
