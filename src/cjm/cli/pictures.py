"""Picture files: the forms there are, what draws each of them, and how the files are named and written."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from cjm.errors import FileError, UsageError

if TYPE_CHECKING:
    from cjm.diff.change import Comparison
    from cjm.model.journey import Journey
    from cjm.render.backends.pptx import Slides
    from cjm.render.backends.svg import Fonts
    from cjm.render.scene import Scene
    from cjm.render.text import Style

STDOUT = Path("-")

_READABLE = 8.0  # points: smaller type cannot be read on a slide

Wish = TypeVar("Wish", bound=tuple[str, Path | None])


class Look(NamedTuple):
    """How files are drawn beside their style: each form takes what concerns it."""

    fonts: "Fonts" = "embed"
    scale: float = 2.0
    slides: "Slides" = "shapes"
    template: bytes | None = None
    shown: "Journey | Sequence[Journey] | Comparison | None" = None
    lang: str = ""


Draw = Callable[["Sequence[Scene]", "Style", Look], list[bytes]]
"""Draws the pages of a picture as the files of one form."""


def _svg(scenes: "Sequence[Scene]", style: "Style", look: Look) -> list[bytes]:
    import cjm.render as pictures  # noqa: PLC0415

    return [pictures.svg((scene,), style, fonts=look.fonts).encode("utf-8") for scene in scenes]


def _png(scenes: "Sequence[Scene]", style: "Style", look: Look) -> list[bytes]:
    import cjm.render as pictures  # noqa: PLC0415

    return pictures.png(scenes, style, scale=look.scale)


def _pdf(scenes: "Sequence[Scene]", style: "Style", look: Look) -> list[bytes]:  # noqa: ARG001  (a PDF has nothing to choose)
    import cjm.render as pictures  # noqa: PLC0415

    return [pictures.pdf(scenes, style)]


def _pptx(scenes: "Sequence[Scene]", style: "Style", look: Look) -> list[bytes]:
    import cjm.render as pictures  # noqa: PLC0415

    deck = pictures.pptx(scenes, style, slides=look.slides, template=look.template)
    if look.template is not None:
        _warn_of_small_type(scenes, style, look.template)
    return [deck]


def _warn_of_small_type(scenes: "Sequence[Scene]", style: "Style", template: bytes) -> None:
    """Say where the slides of a template are too small for a picture to be read on them."""
    from cjm.render import smallest_type  # noqa: PLC0415

    size = smallest_type(scenes, style, template)
    if size < _READABLE:
        typer.echo(
            f"cjm: On the slides of the template some type is only {size:.1f} points high: leave out --template for "
            "slides as large as the picture, or choose --detail overview.",
            err=True,
        )


def _html(scenes: "Sequence[Scene]", style: "Style", look: Look) -> list[bytes]:
    import cjm.render as pictures  # noqa: PLC0415

    page = pictures.html(scenes, style, shown=look.shown, lang=look.lang, fonts=look.fonts)
    return [page.encode("utf-8")]


FORMS: dict[str, Draw] = {"svg": _svg, "png": _png, "pdf": _pdf, "pptx": _pptx, "html": _html}
"""Every form of picture by its name, which is the suffix of its files, and what draws it."""

_TEXTS = frozenset({"svg", "html"})  # what a terminal can show


def split(wishes: Iterable[Wish]) -> tuple[list[Wish], list[Wish]]:
    """Which of the outputs asked for are no pictures, and which are."""
    found: tuple[list[Wish], list[Wish]] = ([], [])
    for wish in wishes:
        found[wish[0] in FORMS].append(wish)
    return found


def form_of(place: Path, asked: str | None) -> str:
    """The form asked for, else that of the suffix of a file to write to, else SVG.

    Raises ``UsageError`` where the two disagree, where nothing is drawn that ends so, and where what is no text would go
    to a terminal.
    """
    suffix = place.suffix.removeprefix(".").lower() if is_file(place) else ""
    form = asked or suffix or "svg"
    if form not in FORMS:
        names, endings = _listed([each.upper() for each in FORMS], "and"), _listed([f".{each}" for each in FORMS], "or")
        message = f"cjm draws {names}, and {place.name} ends in .{suffix}: name a file ending in {endings}."
        raise UsageError(message)
    if suffix and form != suffix:
        message = f"{place.name} ends in .{suffix}, and {form.upper()} was asked for: name a file ending in .{form}."
        raise UsageError(message)
    if place == STDOUT and form not in _TEXTS and sys.stdout.isatty():
        message = f"{form.upper()} is nothing that a terminal can show: name a file ending in .{form}."
        raise UsageError(message)
    return form


def page(form: str, look: Look) -> str:
    """The size of pages that nobody asked for: in decks those of slides, as in the template; else as large as the map."""
    if form != "pptx":
        return "auto"
    if look.template is None:
        return "16:9"
    from cjm.render import page_of  # noqa: PLC0415

    return page_of(look.template)


def is_summed_up(form: str, asked: bool | None) -> bool:
    """Whether a page with the summary comes first: where it was asked for, or else in decks.

    Raises ``UsageError`` where it was asked for, and there are no pages.
    """
    if asked and form == "html":
        message = "A summary is a page among pages: choose svg, png, pdf or pptx."
        raise UsageError(message)
    return form == "pptx" if asked is None else asked


def template(path: Path | None) -> bytes | None:
    """The deck that slides are made after, if any. Raises ``FileError``."""
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        raise FileError(f"The template {path} cannot be read: {error.strerror}.") from error


def is_file(place: Path) -> bool:
    """Whether a place to write to is a file by its name, and no folder."""
    return place.suffix != "" and not os.path.isdir(place)  # noqa: PTH112  (says no where Path raises: a name too long)


def write(files: Sequence[bytes], place: Path) -> list[Path]:
    """Write the files of a picture to a place, or to standard output where that is ``-``; returns what files there are.

    Several get numbers: ``map-1.png``, ``map-2.png``. Folders are made. Raises ``UsageError`` where several would go to
    standard output.
    """
    from cjm.source.write import make_folder, replace  # noqa: PLC0415

    if place == STDOUT:
        if len(files) > 1:
            message = f"{len(files)} pages do not go into one: name a file, and each page will have its own."
            raise UsageError(message)
        sys.stdout.flush()
        sys.stdout.buffer.write(files[0])
        sys.stdout.buffer.flush()
        return []
    numbers = [""] if len(files) == 1 else [f"-{number}" for number, _ in enumerate(files, 1)]
    places = [place.with_name(f"{place.stem}{number}{place.suffix}") for number in numbers]
    make_folder(place.parent)
    for each, data in zip(places, files, strict=True):
        replace(each, data)
    return places


def _listed(names: Sequence[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
