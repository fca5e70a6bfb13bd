"""How wide a text is in the bundled fonts: the same on every machine.

Inter in two weights, as package data. Characters that it lacks are drawn by whatever font the viewer has; their width
is estimated, on the generous side.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, zip_longest
from typing import Any, Literal, NamedTuple

import uharfbuzz

Weight = Literal[400, 700]

WEIGHTS: dict[Weight, str] = {400: "Inter-Regular", 700: "Inter-Bold"}

# In ems, for characters that the fonts lack: ideographs are 1 em everywhere, coloured emoji 1.17 to 1.37.
WIDE, EMOJI, OTHER = 1.0, 1.37, 0.6

JOINER, AS_EMOJI = "\u200d", "\ufe0f"

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Letters whose place depends on their neighbour alone: kerned in pairs, never fused. Most maps hold nothing else.
_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u024f\u0370-\u03ff\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u202f-\u205e\u20ac\u2190-\u2193\u2212]*"
)


class Metrics(NamedTuple):
    """How far letters reach above and below their baseline, in ems."""

    ascent: float
    descent: float


def clean(text: str) -> str:
    """The text as it can be drawn: illegal characters become U+FFFD, orders to turn the text around go."""
    if text.isascii() and text.isprintable():
        return text
    return _ILLEGAL.sub("\ufffd", _TURNING.sub("", text))


@lru_cache(maxsize=1 << 15)
def advance(text: str, weight: Weight) -> float:
    """The width in ems of a text that is clean."""
    if _PLAIN.fullmatch(text):
        return sum(map(_pairs(weight).__getitem__, zip_longest(text, text[1:], fillvalue="")))
    return sum(width for _, width, _ in _shape(text, weight))


def edges(text: str, weight: Weight) -> list[float]:
    """Where each character of a clean text begins, in ems, and where the last one ends."""
    if _PLAIN.fullmatch(text):
        widths = list(map(_pairs(weight).__getitem__, zip_longest(text, text[1:], fillvalue="")))
    else:
        widths = [0.0] * len(text)
        for index, width, _ in _shape(text, weight):
            widths[index] += width
    return [0.0, *accumulate(widths)]


def missing(text: str) -> tuple[str, ...]:
    """The characters that the bundled fonts cannot draw, each once, in the order of the text."""
    if text.isascii():
        return ()
    text = re.sub(r"\s", " ", clean(text))
    lacking = (text[index] for index, _, there in _shape(text, 400) if not there)
    return tuple(dict.fromkeys(character for character in lacking if unicodedata.category(character) != "Cf"))


@cache
def metrics() -> Metrics:
    """The reach of the bundled fonts, the same in both weights."""
    extents = _font(400).get_font_extents("ltr")
    return Metrics(extents.ascender / _font(400).face.upem, -extents.descender / _font(400).face.upem)


def data(weight: Weight, kind: Literal["ttf", "woff2"]) -> bytes:
    """A font file."""
    return files("cjm.render").joinpath("fonts", f"{WEIGHTS[weight]}.{kind}").read_bytes()


@cache
def _font(weight: Weight) -> Any:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data(weight, "ttf"))))


class _Pairs(dict[tuple[str, str], float]):
    """How far it is, in ems, from a plain letter to the one after it, or to its end before ``""``: filled as asked."""

    def __init__(self, weight: Weight) -> None:
        self.weight = weight

    def __missing__(self, pair: tuple[str, str]) -> float:
        both, second = (sum(width for _, width, _ in _shape(text, self.weight)) for text in ("".join(pair), pair[1]))
        self[pair] = both - second
        return both - second


_pairs = cache(_Pairs)


def _shape(text: str, weight: Weight) -> list[tuple[int, float, bool]]:
    """For each glyph the character it belongs to, its width in ems, and whether the font has it."""
    if not text:
        return []
    font = _font(weight)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
    buffer.add_str(text)
    buffer.language = "en"  # not the machine's
    buffer.guess_segment_properties()
    buffer.direction = "ltr"  # the fonts have no letters that run to the left; a sum has no direction
    uharfbuzz.shape(font, buffer)
    shaped = [
        (glyph.cluster, place.x_advance / font.face.upem, glyph.codepoint != 0)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    if AS_EMOJI not in text and all(there for _, _, there in shaped):
        return shaped
    return [
        (at, width if there and text[at + 1 : at + 2] != AS_EMOJI else _estimate(text, at), there)
        for at, width, there in shaped
    ]


def _estimate(text: str, index: int) -> float:
    """The width in ems of a character that some other font will draw."""
    character = text[index]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0  # marks and skin colours belong to the character before them
    if text[index - 1 : index] == JOINER:
        return 0  # one more of the family
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return EMOJI / 2  # two of them make a flag
    is_wide = unicodedata.east_asian_width(character) in {"W", "F", "A"}
    if text[index + 1 : index + 2] == AS_EMOJI or character >= "\U0001f000" or (is_wide and character < "\u2e80"):
        return EMOJI if unicodedata.category(character) not in {"Lo", "Ll", "Lu"} else WIDE
    return WIDE if is_wide else OTHER
