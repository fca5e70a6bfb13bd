"""A history to where it was asked for: as text, JSON or a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from cjm import config
from cjm.cli import looks, pictures
from cjm.cli.drawing import places_of, warn
from cjm.cli.log import Form
from cjm.cli.outputs import terminal_width
from cjm.config import Render

if TYPE_CHECKING:
    from cjm.diff.history import History

_NARROWEST = 70  # cells, for the columns of figures


class Asked(NamedTuple):
    """What the command line asks for; nothing stands for the project's settings."""

    theme: str
    lang: str
    look: pictures.Look
    is_ascii: bool
    since: str


def tell(history: "History", form: Form, asked: Asked, stream: IO[str], *, colour: bool) -> None:
    """Write a history to a stream in a form that is no picture."""
    match form:
        case Form.TEXT:
            from cjm.report.terminal.history import history_text  # noqa: PLC0415
            from cjm.report.terminal.paint import show  # noqa: PLC0415
            from cjm.report.terminal.pen import choose  # noqa: PLC0415

            pen = choose(getattr(stream, "encoding", None) or "utf-8", wants_ascii=asked.is_ascii)
            show(history_text(history, pen, max(terminal_width(), _NARROWEST), asked.since), stream, colour=colour)
        case _:
            from cjm.report.history import history_json  # noqa: PLC0415

            stream.write(history_json(history))


def draw(history: "History", wanted: Sequence[tuple[Form, Path | None]], asked: Asked) -> None:
    """Draw a history in forms of pictures, each to its file. Raises ``UsageError``."""
    from cjm.render import multiples  # noqa: PLC0415

    path = history.stops[-1].version.path
    places = [(form, file or pictures.STDOUT) for form, file in wanted]
    for form, place in places:
        pictures.form_of(place, form)
    root, settings = config.find(Path.cwd())
    style = looks.style(Render(theme=asked.theme, lang=asked.lang), settings.render, root)
    lang = asked.lang or settings.render.lang
    scenes = multiples(history, style, lang=lang)
    warn(path, scenes, style)
    for form, place in places:
        (file,) = places_of([path], place, form)
        pictures.write(pictures.FORMS[form](scenes, style, asked.look._replace(lang=lang)), file)
