"""``cjm new``: a map to begin with, full of examples to write over."""

import os
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from cjm.errors import UsageError

EXAMPLES = """
[bold]Examples[/bold]
  cjm new                                              writes my-journey.cjm.yaml
  cjm new --title "A bike for the whole family"        writes a-bike-for-the-whole-family.cjm.yaml
  cjm new maps/office --template eight-stage           writes maps/office.cjm.yaml
  cjm new --template minimal --lang fr -               shows it
"""

STDOUT = "-"
SCHEMA = "map.schema.json"
"""The file in a project that new maps point to, so that editors complete and check them: ``cjm schema map -o`` it."""

NAMELESS = {"en": "my-journey", "fr": "mon-parcours"}
"""For each language that templates are written in, the name of a file whose map has no title yet."""

_ENDING = re.compile(r"(\.cjm)?(\.ya?ml)?$", re.IGNORECASE)
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)
_CONTROLS = frozenset(("Cc", "Cs", "Zl", "Zp", "Cn"))


class Template(StrEnum):
    """A structure to begin with: for each, and each language, there is a file in ``cjm/templates``."""

    FIVE_STAGE = "five-stage"
    EIGHT_STAGE = "eight-stage"
    MINIMAL = "minimal"


def _languages(incomplete: str) -> list[str]:
    return [lang for lang in NAMELESS if lang.startswith(incomplete)]


def new(
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]",
            help="File or folder to write to; - is standard output. Default: named after the title, here.",
        ),
    ] = "",
    template: Annotated[
        Template,
        typer.Option(
            help="five-stage: from awareness to advocacy. eight-stage: a business purchase. minimal: three stages."
        ),
    ] = Template.FIVE_STAGE,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What the journey is about, in the customer's words.", show_default=False),
    ] = None,
    lang: Annotated[
        str, typer.Option(help="Language of the map and its notes: en or fr.", autocompletion=_languages)
    ] = "en",
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that exists already.")] = False,
) -> None:
    """Write a map to begin with: a whole example with notes that explain what to write, and how.

    Its path is printed; missing folders are made.
    Where the project holds map.schema.json, the map points to it, for editors.
    """
    text = _example(template, lang)
    if title is not None:
        text = _titled(text, title)
    if file == STDOUT:
        sys.stdout.buffer.write(text.encode("utf-8"))
        return
    place = _place(file, title or "", lang)
    if os.path.lexists(place) and not force:
        message = f"{place} exists already: name another file, or overwrite it with --force."
        raise UsageError(message)
    _write(place, text)
    _tell(place, is_renamed=bool(file) and Path(file) not in {place, place.parent})


def _example(template: Template, lang: str) -> str:
    if lang not in NAMELESS:
        message = f"There are no templates in the language ‘{lang}’. Possible: {', '.join(NAMELESS)}."
        raise UsageError(message)
    from importlib.resources import files  # noqa: PLC0415

    return files("cjm").joinpath("templates", f"{template}.{lang}.cjm.yaml").read_text("utf-8")


def _titled(text: str, title: str) -> str:
    """The example under another title, as cjm fmt would write it. Raises ``UsageError`` for one that no map can have.

    The text is read again: the title must stand there exactly, and everything else as it was.
    """
    import unicodedata  # noqa: PLC0415

    from cjm.source.document import Document  # noqa: PLC0415
    from cjm.source.spell import spell  # noqa: PLC0415

    titled = _TITLE.sub(lambda _: f"title: {spell(title, flow=False)}", text, count=1)
    before: Any = Document.parse("", text.encode("utf-8")).tree
    after = Document.parse("", titled.encode("utf-8", "surrogatepass"))
    is_line = not any(unicodedata.category(char) in _CONTROLS for char in title)
    if not is_line or after.slips or not title.strip() or after.tree != {**before, "title": title}:
        raise UsageError(_refusal(title))
    return titled


def _refusal(title: str) -> str:
    """Why a title cannot be written into a map, and what to do."""
    import unicodedata  # noqa: PLC0415

    if not title.strip():
        return "This title is empty: write what the journey is about, or leave --title out."
    strange = next((f"U+{ord(char):04X}" for char in title if unicodedata.category(char) in _CONTROLS), None)
    reason = f"holds a line break or control character ({strange})" if strange else "is too long"
    return f"This title {reason}, and a title is one line of text: write it again, rather than paste it."


def _place(file: str, title: str, lang: str) -> Path:
    """The file to write: NAME.cjm.yaml, whatever ending was given; in a folder, named after the title."""
    from cjm.model.identity import derive  # noqa: PLC0415
    from cjm.source.project import SUFFIX  # noqa: PLC0415

    # os.path says no where Path raises: a name too long
    is_folder = file.endswith(("/", os.sep)) or os.path.isdir(file)  # noqa: PTH112
    path = Path(file)
    name = "" if is_folder or not file else _ENDING.sub("", path.name, count=1)
    folder = path if is_folder else path.parent
    return folder / f"{name or derive(title) or NAMELESS[lang]}{SUFFIX}"


def _write(place: Path, text: str) -> None:
    from cjm.source.write import make_folder, replace  # noqa: PLC0415

    data = f"{_modeline(place)}{text}".encode()
    make_folder(place.parent)
    replace(place, data)


def _modeline(place: Path) -> str:
    """The line that leads an editor to the project's schema, the nearest one above the map; empty without one."""
    from cjm import config  # noqa: PLC0415

    folder, root = place.parent.resolve(), config.find(Path.cwd())[0].resolve()
    above = (each for each in (folder, *folder.parents) if each.is_relative_to(root))
    schema = next((each / SCHEMA for each in above if (each / SCHEMA).is_file()), None)
    return f"# yaml-language-server: $schema={Path(os.path.relpath(schema, folder)).as_posix()}\n" if schema else ""


def _tell(place: Path, *, is_renamed: bool) -> None:
    """Say what was written, on standard output; and what to do next, beside it."""
    from shlex import quote  # noqa: PLC0415

    from cjm.report.terminal.paint import safe  # noqa: PLC0415

    shown = safe(place.as_posix())
    named = quote(f"./{shown}" if shown.startswith("-") else shown)
    typer.echo(shown)
    if is_renamed:
        typer.echo(f"Maps end in .cjm.yaml: the file is called {safe(place.name)}.", err=True)
    typer.echo(
        f"Write your own words over the example, then check and draw it:\n  cjm validate {named}\n  cjm render {named}",
        err=True,
    )
