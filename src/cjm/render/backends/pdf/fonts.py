"""The fonts of a PDF: each cut down to the signs in use, with what every sign stands for (ISO 32000-1, 9.7 and 9.10).

A sign is told by its number in the font that was cut down. Where one stands for several texts (a space, and one that
does not break), there is a font for each: they share everything but the map from signs to texts.
"""

import re
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate, groupby, pairwise
from typing import Any, NamedTuple

import uharfbuzz
from uharfbuzz import SubsetFlags

from cjm.render.backends.pdf.file import File, ref, utf16
from cjm.render.glyphs import clean
from cjm.render.subsets import may_travel
from cjm.render.typefaces import Cut, Glyph

_FLAGS = (
    SubsetFlags.NO_HINTING
    | SubsetFlags.NO_LAYOUT_CLOSURE
    | SubsetFlags.DOWNGRADE_CFF2
    | SubsetFlags.CFF_IDENTITY_CHARSET
)
_DRAWN = ("head", "hhea", "hmtx", "maxp", "glyf", "loca", "CFF ", "CFF2")
_MAP = """/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def
1 begincodespacerange<0000><ffff>endcodespacerange
{}
endcmap CMapName currentdict/CMap defineresource pop end end"""
_BLOCK = 100  # the most pairs in a part of a map


Sign = tuple[Glyph, str]
"""A sign in a run, and the characters it stands for: none where another sign does, as for the dots of Arabic letters."""

Part = tuple[tuple[Sign, ...], str]
"""Signs of a run, and what they stand for together where they are drawn in another order than they are read."""


class Code(NamedTuple):
    """How a sign is written in a file: the layer of its font, its number there, and how far it leads.

    That is in thousandths of an em.
    """

    layer: str
    number: str
    width: int


class Font:
    """A typeface at one weight, with the signs that a file needs of it."""

    def __init__(self, cut: Cut, name: str) -> None:
        self.cut, self.name = cut, name
        self.texts: defaultdict[int, list[str]] = defaultdict(list)
        self.layers: dict[tuple[int, str], int] = {}
        self.width = cache(self._width)

    def shape(self, text: str, lang: str, *, is_rtl: bool) -> tuple[Part, ...]:
        """The signs of a text, from left to right; all of them will be in the file."""
        signs = _signs(self.cut.shape(text, lang, is_rtl=is_rtl), text)
        for glyph, meant in signs:
            if meant and (glyph.number, meant) not in self.layers:
                self.layers[glyph.number, meant] = len(self.texts[glyph.number])
                self.texts[glyph.number].append(meant)
        return _parts(signs, text, is_rtl=is_rtl)

    @cached_property
    def codes(self) -> dict[tuple[int, str], Code]:
        """How each sign is written that stands for a text, once all texts are known."""
        return {
            (number, text): Code(f"{self.name}.{layer}", f"{self.numbers[number]:04x}", self.width(number))
            for (number, text), layer in self.layers.items()
        }

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The numbers of signs after cutting down, by those before."""
        return dict(self._plan.old_to_new_glyph_mapping)

    @cached_property
    def data(self) -> Any:
        """The font with those signs alone; nothing where it may not go into a file, or has faults."""
        if not may_travel(self.cut):
            return None
        try:
            return self._plan.execute()
        except RuntimeError:
            return None

    def embed(self, file: File) -> dict[str, int]:
        """Put the font into a file: the number of each of its layers, by name."""
        name, below = self._program(file)
        count = max(map(len, self.texts.values()))
        found = {}
        for layer in range(count):
            meant = {self.numbers[sign]: texts[layer] for sign, texts in self.texts.items() if layer < len(texts)}
            told = file.stream(_unicode(meant).encode("ascii"))
            head = f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            found[f"{self.name}.{layer}"] = file.add(f"{head}/DescendantFonts[{ref(below)}]/ToUnicode {ref(told)}>>")
        return found

    @cached_property
    def _plan(self) -> Any:
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.set(self.texts)
        wanted.drop_table_tag_set.set(
            int.from_bytes(tag.encode("ascii"), "big") for tag in self.cut.face.table_tags if tag not in _DRAWN
        )
        wanted.flags = _FLAGS
        wanted.pin_all_axes_to_default(self.cut.face)
        if self.cut.axis:
            wanted.pin_axis_location(self.cut.face, "wght", self.cut.place)
        return uharfbuzz.SubsetPlan(self.cut.face, wanted)

    def _width(self, number: int) -> int:
        """How far a sign leads, in thousandths of an em."""
        return round(int(self.cut.font.get_glyph_h_advance(number)) * 1000 / self.cut.upem)

    def _program(self, file: File) -> tuple[str, int]:
        """The font itself, in a file: its name, and the number of what describes its signs."""
        face, scale = self.data, 1000 / self.cut.upem
        is_cubic = len(face.reference_table("CFF ")) > 0
        data = bytes(face.reference_table("CFF ").data if is_cubic else face.blob.data)
        name = f"{_label(data)}+{_plain(self.cut)}"
        program = file.stream(data, "/Subtype/CIDFontType0C" if is_cubic else f"/Length1 {len(data)}")
        head, extents = bytes(face.reference_table("head").data), self.cut.font.get_font_extents("ltr")
        box = (round(int.from_bytes(head[at : at + 2], "big", signed=True) * scale) for at in (36, 38, 40, 42))
        describing = file.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{' '.join(map(str, box))}]/ItalicAngle 0"
            f"/Ascent {round(extents.ascender * scale)}/Descent {round(extents.descender * scale)}"
            f"/CapHeight {round(extents.ascender * scale * 0.75)}/StemV {80 if self.cut.weight == 400 else 140}"
            f"/FontFile{3 if is_cubic else 2} {ref(program)}>>"
        )
        widths = " ".join(str(self.width(old)) for old in sorted(self.numbers, key=self.numbers.__getitem__))
        kind = "0" if is_cubic else "2/CIDToGIDMap/Identity"
        return name, file.add(
            f"<</Type/Font/Subtype/CIDFontType{kind}/BaseFont/{name}/FontDescriptor {ref(describing)}/W[0[{widths}]]"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        )


def _signs(glyphs: Sequence[Glyph], text: str) -> tuple[Sign, ...]:
    """Each sign with its text: what marks and dots stand for goes with the letter that bears them.

    So a program that copies the text meets whole letters in a row, and nothing between them.
    """
    if len(glyphs) == len(text) and all(glyph.first == place and glyph.advance for place, glyph in enumerate(glyphs)):
        return tuple(zip(glyphs, text, strict=True))  # most texts: a sign a character
    advances: defaultdict[int, int] = defaultdict(int)
    for glyph in glyphs:
        advances[glyph.first] += glyph.advance
    starts = [0, *(first for first in sorted(advances) if first and advances[first])]
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    begins = [starts[bisect_right(starts, glyph.first) - 1] for glyph in glyphs]
    bearers = dict[int, int]()  # the widest sign of each letter
    for place, (glyph, start) in enumerate(zip(glyphs, begins, strict=True)):
        if start not in bearers or glyph.advance > glyphs[bearers[start]].advance:
            bearers[start] = place
    return tuple(
        (glyph, text[start : ends[start]] if bearers[start] == place else "")
        for place, (glyph, start) in enumerate(zip(glyphs, begins, strict=True))
    )


def _parts(signs: tuple[Sign, ...], text: str, *, is_rtl: bool) -> tuple[Part, ...]:
    """The signs, with those together that are drawn in another order than read: a vowel in front of its consonant."""
    firsts = [glyph.first for glyph, _ in (reversed(signs) if is_rtl else signs)]
    if firsts == sorted(firsts):
        return ((signs, ""),)
    lowest = [*accumulate(reversed(firsts), min)][::-1]
    borders = [low for high, low in zip(accumulate(firsts, max), lowest[1:], strict=False) if high < low]
    ends = [*borders, len(text)]
    mixed = {bisect_right(borders, after) for before, after in pairwise(firsts) if before > after}
    found = []
    for place, group in groupby(signs, key=lambda sign: bisect_right(borders, sign[0].first)):
        found.append((tuple(group), text[ends[place - 1] if place else 0 : ends[place]] if place in mixed else ""))
    return tuple(found)


def _unicode(meant: dict[int, str]) -> str:
    """The map from signs to texts."""
    pairs = [f"<{sign:04x}><{utf16(clean(text))}>\n" for sign, text in sorted(meant.items())]
    blocks = (pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK))
    return _MAP.format("".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks))


def _label(data: bytes) -> str:
    """Six capitals that tell this part of a font from others."""
    check = zlib.crc32(data)
    return "".join(chr(ord("A") + check // 26**place % 26) for place in range(6))


def _plain(cut: Cut) -> str:
    """What a font is called, in letters that every program can read."""
    family = cut.face.get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY) or ""
    return f"{re.sub('[^A-Za-z0-9]+', '', family) or 'Font'}-{'Regular' if cut.weight == 400 else 'Bold'}"
