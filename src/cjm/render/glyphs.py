"""How wide a text is in the bundled fonts: the same on every machine.

Inter in two weights, as package data. Characters that it lacks are drawn by whatever font the viewer has; their width
is estimated, on the generous side.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Literal, NamedTuple

import uharfbuzz

Weight = Literal[400, 700]

WEIGHTS: dict[Weight, str] = {400: "Inter-Regular", 700: "Inter-Bold"}

# In ems, for characters that the fonts lack: ideographs are 1 em everywhere, coloured emoji 1.17 to 1.37.
WIDE, EMOJI, OTHER = 1.0, 1.37, 0.6

JOINER, AS_EMOJI = "\u200d", "\ufe0f"

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


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
    if text.isascii() and text:  # the fonts have it all
        units = sum(place.x_advance for place in _set(text, weight).glyph_positions)
        return float(units / _font(weight).face.upem)
    return sum(width for _, width, _ in _shape(text, weight))


def edges(text: str, weight: Weight) -> list[float]:
    """Where each character of a clean text begins, in ems, and where the last one ends."""
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


def _set(text: str, weight: Weight) -> Any:
    """The text as HarfBuzz sets it: a buffer of glyphs and places."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"  # the fonts have no letters that run to the left; a sum has no direction
    uharfbuzz.shape(_font(weight), buffer)
    return buffer


def _shape(text: str, weight: Weight) -> list[tuple[int, float, bool]]:
    """For each glyph the character it belongs to, its width in ems, and whether the font has it."""
    if not text:
        return []
    buffer, units = _set(text, weight), _font(weight).face.upem
    shaped = [
        (glyph.cluster, place.x_advance / units, glyph.codepoint != 0)
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
