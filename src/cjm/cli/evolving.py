"""A history to where it was asked for: as text, JSON or a picture."""

from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, assert_never

from cjm import config
from cjm.cli import looks
from cjm.cli.drawing import warn
from cjm.cli.log import Form
from cjm.cli.outputs import terminal_width
from cjm.config import Render

if TYPE_CHECKING:
    from cjm.diff.history import History
    from cjm.render.backends.svg import Fonts


_NARROWEST = 70  # cells, for the columns of figures


class Look(NamedTuple):
    """What the command line asks for; nothing stands for the project's settings."""

    theme: str
    lang: str
    fonts: "Fonts"
    is_ascii: bool
    since: str


def tell(history: "History", form: Form, look: Look, stream: IO[str], *, colour: bool) -> None:
    """Write a history to a stream in one form."""
    match form:
        case Form.TEXT:
            from cjm.report.terminal.history import history_text  # noqa: PLC0415
            from cjm.report.terminal.paint import show  # noqa: PLC0415
            from cjm.report.terminal.pen import choose  # noqa: PLC0415

            pen = choose(getattr(stream, "encoding", None) or "utf-8", wants_ascii=look.is_ascii)
            show(history_text(history, pen, max(terminal_width(), _NARROWEST), look.since), stream, colour=colour)
        case Form.JSON:
            from cjm.report.history import history_json  # noqa: PLC0415

            stream.write(history_json(history))
        case Form.SVG:
            stream.write(_picture(history, look))
        case _:
            assert_never(form)


def _picture(history: "History", look: Look) -> str:
    import cjm.render as pictures  # noqa: PLC0415

    root, settings = config.find(Path.cwd())
    style = looks.style(Render(theme=look.theme, lang=look.lang), settings.render, root)
    scenes = pictures.multiples(history, style, lang=look.lang or settings.render.lang)
    warn(history.stops[-1].version.path, scenes, style)
    return pictures.svg(scenes, style, fonts=look.fonts)
