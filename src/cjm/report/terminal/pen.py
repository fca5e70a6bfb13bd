"""What a picture in a terminal is drawn with: fine signs where the terminal can show them, else ASCII."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cjm.report.terminal.cells import cell_len, wrap
from cjm.report.terminal.paint import safe


class Signs(NamedTuple):
    """Lines and marks. ``tick`` is a border with a tick at its left; ``cross``, ``top`` and ``bottom`` are where lines meet.

    The last four tell what a change means for the customer.
    """

    upright: str
    inner: str
    level: str
    cross: str
    top: str
    bottom: str
    tick: str
    neutral: str
    hidden: str
    shown: str
    assumed: str
    truth: str
    truth_assumed: str
    work: str
    fact: str
    because: str
    improved: str
    worsened: str
    unchanged: str
    unknown: str


FINE = Signs(
    upright="│", inner="┊", level="─", cross="┼", top="┬", bottom="┴", tick="┤", neutral="┈", hidden="╌",
    shown="●", assumed="○", truth="◆", truth_assumed="◇", work="→", fact="–", because="└",
    improved="▲", worsened="▼", unchanged="·", unknown="?",
)  # fmt: skip
PLAIN = Signs(
    upright="|", inner=":", level="-", cross="+", top="+", bottom="+", tick="+", neutral=".", hidden="- ",
    shown="*", assumed="o", truth="#", truth_assumed="@", work=">", fact="-", because="`",
    improved="^", worsened="v", unchanged=".", unknown="?",
)  # fmt: skip

CURVES = "\u28ff"  # one of the dotted signs the curve is made of

_TYPEWRITER = str.maketrans(
    dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‘’‚‹›", "'")
    | dict.fromkeys("–—−‐‑‒", "-")
    | dict.fromkeys("\xa0\u2007\u2009\u202f", " ")
    | {"…": "...", "·": "/", "→": "->", "×": "x", "•": "*", "\u2044": "/"}
)
_LETTERS = dict(zip("łŁøØđĐßæÆœŒ", ("l", "L", "o", "O", "d", "D", "ss", "ae", "AE", "oe", "OE"), strict=True))


@dataclass(frozen=True, slots=True)
class Pen:
    """Signs, and the encoding that every text must be fit for."""

    signs: Signs = FINE
    encoding: str = "utf-8"

    @property
    def is_plain(self) -> bool:
        """Whether it draws with ASCII signs alone."""
        return self.signs is PLAIN

    def spell(self, text: str) -> str:
        """A text of one line with nothing in it that a terminal obeys, or that its encoding lacks."""
        text = safe(text)
        if text.isascii():
            return text
        if self.is_plain:
            text = text.translate(_TYPEWRITER)
        return text if _is_fit(text, self.encoding) else "".join(self._letters(text))

    def rows(self, text: str, width: int) -> list[str]:
        """A text in rows of at most ``width`` cells."""
        return wrap("\n".join(map(self.spell, text.splitlines())), width)

    def _letters(self, text: str) -> Iterator[str]:
        for char in text:
            if _is_fit(char, self.encoding):
                yield char
                continue
            near = _LETTERS.get(char) or unicodedata.normalize("NFKD", char).translate(_TYPEWRITER)
            near = "".join(letter for letter in near if not unicodedata.combining(letter))
            yield near if near and _is_fit(near, self.encoding) else "?" * cell_len(char)


def choose(encoding: str, *, wants_ascii: bool) -> Pen:
    """Fine signs if the encoding has them all and nobody wants ASCII."""
    is_fine = not wants_ascii and _is_fit("".join(FINE) + CURVES, encoding)
    return Pen(FINE if is_fine else PLAIN, encoding)


def _is_fit(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
