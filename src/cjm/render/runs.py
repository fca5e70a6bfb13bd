"""Texts in any script as stretches: each in one typeface, one direction and one script, and measured."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from cjm.render import bidi, breaks
from cjm.render.faces import SELECTORS, Faces
from cjm.render.scripts import script
from cjm.render.typefaces import Typeface, Weight
from cjm.render.values import dataclass

# In ems, for characters that no typeface has: ideographs are 1 em everywhere, coloured emoji 1.17 to 1.37.
WIDE, EMOJI, OTHER = 1.0, 1.37, 0.6

_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"
_SELECTORS = re.compile(f"[{SELECTORS}]")


class Line(NamedTuple):
    """A text without line breaks, and the level of each of its characters; no levels where all run to the right."""

    text: str
    levels: bytes = b""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line that one typeface draws in one direction, or none can; ``widths`` are its characters', in ems.

    ``family`` is what its typeface is called; nothing for the theme's own, and where there is none.
    """

    text: str
    level: int
    face: Typeface | None
    family: str
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """How wide it is, in ems."""
        return sum(self.widths)

    @property
    def is_plain(self) -> bool:
        """Whether it is in the theme's own typeface, from left to right, and drawn as it is written."""
        return self.face is not None and not self.family and self.level == 0 and self.drawn == self.text

    @property
    def drawn(self) -> str:
        """The text as it is drawn: a face of ours has signs in one form only, and is not to be swapped for another."""
        return self.text if self.face is None else _SELECTORS.sub("", self.text)


@lru_cache(maxsize=1 << 13)
def stretches(line: Line, weight: Weight, faces: Faces) -> tuple[Stretch, ...]:
    """The stretches of a line in the order of reading."""
    found = []
    for text, level, face in _spans(line, faces):
        family = face.family if face and face is not faces.own else ""
        for part in _by_script(text):
            widths = _measured(part, face, weight, faces.lang, is_rtl=level % 2 == 1)
            found.append(Stretch(part, level, face, family, widths))
    return tuple(found)


def visual(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of a line as they stand from left to right."""
    return [stretches[index] for index in bidi.visual([part.level for part in stretches])]


def _spans(line: Line, faces: Faces) -> Iterator[tuple[str, int, Typeface | None]]:
    """The parts of a line in one direction and one typeface: each with its level, and who draws it."""
    if not line.levels and faces.own.characters.issuperset(line.text):
        yield line.text, 0, faces.own
        return
    start = 0
    levels = line.levels or bytes(len(line.text))
    for (level, face), group in groupby(zip(levels, _faces(line.text, faces), strict=True)):
        end = start + len(list(group))
        yield line.text[start:end], level, face
        start = end


def _faces(text: str, faces: Faces) -> Iterator[Typeface | None]:
    """For each character the typeface that draws it.

    Letters and digits have the first typeface that can. Spaces and signs between them go with their neighbours, if
    those agree, and closing brackets with the opening ones.
    """
    starts = breaks.characters(text)
    clusters = [text[start:end] for start, end in pairwise((*starts, len(text)))]
    found = [faces.pick(cluster) for cluster in clusters]
    is_letter = [_is_letter(cluster) for cluster in clusters]
    index = 0
    for fixed, group in groupby(is_letter):
        end = index + len(list(group))
        if not fixed:
            sides = {found[side] for side in (index - 1, end) if 0 <= side < len(found)}
            face = sides.pop() if len(sides) == 1 else None
            for at in range(index, end):
                if face and face.has(clusters[at]):
                    found[at] = face
        index = end
    place = {start: at for at, start in enumerate(starts)}
    for start, end in bidi.pairs(text):
        opening = found[place[start]]
        if opening and opening.has(text[end]):
            found[place[end]] = opening
    for cluster, face in zip(clusters, found, strict=True):
        yield from [face] * len(cluster)


def _is_letter(cluster: str) -> bool:
    """Whether it is a letter or a digit, and not one on a key."""
    return unicodedata.category(cluster[0])[0] in "LMN" and unicodedata.category(cluster[-1]) != "Me"


def _by_script(text: str) -> Iterator[str]:
    """The parts of a text that are shaped by the rules of one script; signs, spaces and marks go with their letters."""
    letters = [(index, script(each)) for index, each in enumerate(text) if unicodedata.category(each)[0] in "LN"]
    borders = (after for (_, one), (after, other) in pairwise(letters) if one != other)
    for start, end in pairwise((0, *borders, len(text))):
        yield text[start:end]


def _measured(text: str, face: Typeface | None, weight: Weight, lang: str, *, is_rtl: bool) -> tuple[float, ...]:
    """The width of each character, in ems: that of a sign stands with the first of its characters."""
    if face is None:
        return tuple(_estimate(text, index) for index in range(len(text)))
    cut = face.cut(weight)
    em = cut.upem
    widths = [0.0] * len(text)
    for glyph in cut.shape(text, lang, is_rtl=is_rtl):
        widths[glyph.first] += glyph.advance / em
    return tuple(widths)


def _estimate(text: str, index: int) -> float:
    """The width in ems of a character that the viewer's own font will draw."""
    character = text[index]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0  # marks and skin colours belong to the character before them
    if text[index - 1 : index] == _JOINER:
        return 0  # one more of the family
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return EMOJI / 2  # two of them make a flag
    is_wide = unicodedata.east_asian_width(character) in {"W", "F", "A"}
    if text[index + 1 : index + 2] == _AS_EMOJI or character >= "\U0001f000" or (is_wide and character < "\u2e80"):
        return EMOJI if unicodedata.category(character) not in {"Lo", "Ll", "Lu"} else WIDE
    return WIDE if is_wide else OTHER
