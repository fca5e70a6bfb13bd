"""Maps to the terminal: how wide, with which signs, and which maps cannot be shown."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from cjm.cli import outputs
from cjm.cli.loading import load
from cjm.cli.reading import Found
from cjm.cli.show import NARROWEST
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.render.labels import check, labels
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.paint import show as paint
from cjm.report.terminal.pen import Pen, choose

_READABLE = 80  # columns; longer rows of prose are hard to read
_APART = "\n\n"


class Look(NamedTuple):
    """What the command line asks for; nothing stands for the project's settings, or for the terminal's width."""

    lanes: tuple[str, ...] = ()
    lang: str = ""
    width: int | None = None
    is_ascii: bool = False
    is_prose: bool = False


def show_maps(found: Found, look: Look, *, is_listed: bool) -> bool:
    """Show every map that has no errors, and the errors of the others. Returns whether all could be shown.

    ``is_listed``: several maps are only listed.
    """
    if look.is_prose and look.lanes:
        message = "--lanes chooses lanes of the picture, and --prose draws none: leave out one of them."
        raise UsageError(message)
    settings = found.project.config.render
    look = look._replace(lanes=look.lanes or settings.lanes, lang=look.lang or settings.lang)
    if look.lang:
        check(look.lang)
    sound = load(found)
    if not sound.all and not found.missing:
        message = "There is no map here to show: a library holds none."
        raise UsageError(message)
    pen = choose(sys.stdout.encoding or "utf-8", wants_ascii=look.is_ascii)
    colour = outputs.is_colourful(sys.stdout)
    if is_listed and len(sound.maps) > 1:
        from cjm.report.terminal.listing import maps_list  # noqa: PLC0415

        wide = look.width or (outputs.terminal_width() if sys.stdout.isatty() else None)
        listed = maps_list(sound.maps, pen, wide, outputs.from_here(found.project.root))
        paint(listed, sys.stdout, colour=colour)
    else:
        for index, journey in enumerate(sound.maps):
            sys.stdout.write(_APART if index else "")
            paint(_told(journey, look, pen), sys.stdout, colour=colour)
    if sound.findings:
        outputs.show_text(found.project, sound.findings, sys.stderr)
    return not sound.findings


def _told(journey: Journey, look: Look, pen: Pen) -> Iterator[Piece]:
    words = labels(look.lang or journey.lang or "en")
    if look.is_prose:
        from cjm.render.prose import tell  # noqa: PLC0415
        from cjm.report.terminal.listing import paragraphs  # noqa: PLC0415

        wide = min(outputs.terminal_width(), _READABLE) if sys.stdout.isatty() else None
        return paragraphs(tell(journey, words), pen, look.width or wide)
    from cjm.report.terminal.map import map_text  # noqa: PLC0415

    wide = look.width or max(outputs.terminal_width(), NARROWEST)
    return map_text(journey, words, pen, wide, look.lanes)
