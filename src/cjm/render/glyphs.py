"""How wide a text is: the same on every machine that has the same fonts.

Most texts are all in Inter, and measured by a short cut; the others, and those in a theme's own font, by their
stretches.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, chain, zip_longest

from cjm.render import runs
from cjm.render.faces import ALONE, Faces, is_unseen
from cjm.render.runs import Line, Stretch
from cjm.render.typefaces import Weight, inter

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Letters whose place in Inter depends on their neighbour alone: kerned in pairs, never fused. Most maps hold no others.
_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u024f\u0370-\u03ff\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u202f-\u205e\u20ac\u2190-\u2193\u2212]*"
)


def clean(text: str) -> str:
    """The text as it can be drawn: illegal characters become U+FFFD, orders to turn the text around go."""
    if text.isascii() and text.isprintable():
        return text
    return _ILLEGAL.sub("\ufffd", _TURNING.sub("", text))


def stretches(line: Line, weight: Weight, faces: Faces) -> tuple[Stretch, ...]:
    """The stretches of a clean line, in the order of reading; none where it is all in the theme's own typeface."""
    if _is_plain(line.text, faces, line.levels):
        return ()
    found = runs.stretches(line, weight, faces)
    return () if all(part.is_plain for part in found) else found


@lru_cache(maxsize=1 << 15)
def advance(text: str, weight: Weight, faces: Faces = ALONE, levels: bytes = b"") -> float:
    """The width in ems of a clean text without line breaks."""
    return sum(_widths(text, weight, faces, levels))


def edges(text: str, weight: Weight, faces: Faces = ALONE, levels: bytes = b"") -> list[float]:
    """Where each character of a clean text begins, in ems and in the order of reading, and where the last one ends."""
    return [0.0, *accumulate(_widths(text, weight, faces, levels))]


def missing(text: str, faces: Faces = ALONE) -> tuple[str, ...]:
    """The characters that no typeface can draw, each once, in the order of the text."""
    found = (" ".join(line.split()) for line in clean(text).splitlines())
    lines = (Line(line) for line in found if not faces.own.characters.issuperset(line))
    parts = (part for line in lines for part in runs.stretches(line, 400, faces) if part.face is None)
    seen = (character for part in parts for character in part.text if not is_unseen(character))
    return tuple(dict.fromkeys(character for character in seen if not faces.own.has(character)))


def _is_plain(text: str, faces: Faces, levels: bytes) -> bool:
    """Whether the short cut measures it."""
    return not levels and faces.own is inter() and _PLAIN.fullmatch(text) is not None


def _widths(text: str, weight: Weight, faces: Faces, levels: bytes) -> Iterable[float]:
    """The width of each character, in ems."""
    if _is_plain(text, faces, levels):
        return map(_pairs(weight).__getitem__, zip_longest(text, text[1:], fillvalue=""))
    return chain.from_iterable(part.widths for part in runs.stretches(Line(text, levels), weight, faces))


class _Pairs(dict[tuple[str, str], float]):
    """How far it is, in ems, from a plain letter to the one after it, or to its end before ``""``: filled as asked."""

    def __init__(self, weight: Weight) -> None:
        self.cut = inter().cut(weight)

    def __missing__(self, pair: tuple[str, str]) -> float:
        both, second = (sum(glyph.advance for glyph in self.cut.shape(text, "en")) for text in ("".join(pair), pair[1]))
        self[pair] = (both - second) / self.cut.upem
        return self[pair]


_pairs = cache(_Pairs)
