"""Styled text: pieces that a terminal shows in colour and a pipe or file gets plain."""

import re
from collections.abc import Iterable
from typing import IO

Piece = tuple[str, str]
"""A text and its style in rich's words; an empty style is plain."""

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: str) -> str:
    """Text without anything a terminal would obey: control and bidi characters show as U+FFFD, tabs and breaks as spaces."""
    return _UNSAFE.sub("\ufffd", text.replace("\t", " ").replace("\n", " "))


def show(pieces: Iterable[Piece], stream: IO[str], *, colour: bool) -> None:
    """Write pieces to a stream, in colour or plain. ``NO_COLOR`` leaves bold and the like."""
    if not colour:
        stream.write("".join(text for text, _ in pieces))
        return
    from rich.console import Console  # noqa: PLC0415  (dear to import, and pipes never need it)
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, highlight=False, soft_wrap=True, force_terminal=True)
    console.print(Text.assemble(*pieces), end="")
