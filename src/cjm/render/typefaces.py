"""Typefaces: families of letters, opened from font files and shaped by HarfBuzz."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import uharfbuzz
from uharfbuzz import OTNameIdPredefined as Name
from uharfbuzz import StyleTag

from cjm.render.values import dataclass

Weight = Literal[400, 700]

WEIGHTS: dict[Weight, str] = {400: "Inter-Regular", 700: "Inter-Bold"}

_DRAWN = ("glyf", "CFF ", "CFF2")
_EMPTY = re.compile(r"^\.|last ?resort|blank|notdef", re.IGNORECASE)  # hidden fonts, and those of empty boxes
_ODD = re.compile(r"\b(mono|serif(?<!sans.serif)|symbols?|unicode|unifont|emoji)", re.IGNORECASE)
_REGION = re.compile(r"\b(JP|KR|SC|TC|HK)\b")
_CODE_PAGES = {17: "JP", 18: "SC", 19: "KR", 20: "TC"}  # bits of OS/2, ulCodePageRange1


class Glyph(NamedTuple):
    """A sign as it is drawn, in units of its font: its number, the character it begins with, its advance and offset."""

    number: int
    first: int
    advance: int
    x: int
    y: int


@dataclass(frozen=True, eq=False)
class Cut:
    """A typeface at one weight: a font of its own, or a variable one set to that weight."""

    face: Any
    weight: Weight

    @cached_property
    def font(self) -> Any:
        """The font as HarfBuzz has it."""
        font = uharfbuzz.Font(self.face)
        if self.axis:
            font.set_variations({"wght": self.place})
        return font

    @cached_property
    def axis(self) -> Any:
        """The axis of weight of a variable font, else nothing."""
        return _axis(self.face)

    @property
    def place(self) -> float:
        """Where on that axis it stands: at its weight, or as near as the font goes."""
        return float(min(max(self.weight, self.axis.min_value), self.axis.max_value))

    @property
    def upem(self) -> int:
        """Units of an em."""
        return int(self.face.upem)

    @property
    def is_kerned_by_number(self) -> bool:
        """Whether signs are moved closer by a table of their numbers, as in old fonts."""
        has_pairs = len(self.face.reference_table("kern")) > 0
        return has_pairs and b"kern" not in self.face.reference_table("GPOS").data

    def has(self, text: str) -> bool:
        """Whether there is a sign for each of these characters."""
        return all(self.font.get_nominal_glyph(ord(character)) is not None for character in text)

    def shape(self, text: str, lang: str, *, is_rtl: bool = False) -> list[Glyph]:
        """The signs of a text in one script and one direction, from left to right; number 0 is a missing one."""
        if not text:
            return []
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
        buffer.add_str(text)
        buffer.language = lang or "en"  # not the machine's
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if is_rtl else "ltr"
        uharfbuzz.shape(self.font, buffer)
        places = (each.position for each in buffer.glyph_positions)
        return [
            Glyph(info.codepoint, info.cluster, advance, x, y)
            for info, (x, y, advance, _) in zip(buffer.glyph_infos, places, strict=True)
        ]


@dataclass(frozen=True, eq=False)
class Typeface:
    """A family in regular and bold; one that has no bold is regular in both."""

    family: str
    regular: Cut
    bold: Cut

    def cut(self, weight: Weight) -> Cut:
        """The typeface at that weight."""
        return self.regular if weight == 400 else self.bold

    def has(self, text: str) -> bool:
        """Whether it can draw these characters in both weights."""
        return self.regular.has(text) and (self.bold.face is self.regular.face or self.bold.has(text))

    @cached_property
    def characters(self) -> frozenset[str]:
        """All the characters it can draw in both weights."""
        faces = {self.regular.face, self.bold.face}
        return frozenset.intersection(*(frozenset(map(chr, face.unicodes)) for face in faces))

    @cached_property
    def cap_height(self) -> float:
        """How high its H is, in ems."""
        font = self.regular.font
        return float(font.get_glyph_extents(font.get_nominal_glyph(ord("H"))).y_bearing) / self.regular.upem

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Whose form of Chinese characters it has: what its name says, else the code pages it was made for."""
        if named := _REGION.search(self.family):
            return (named[0],)
        pages = int.from_bytes(self.regular.face.reference_table("OS/2").data[78:82], "big")
        return tuple(region for bit, region in _CODE_PAGES.items() if pages >> bit & 1)

    def misfit(self, region: str) -> int:
        """How far its form of Chinese characters is from the one wanted: 0 where it is made for that alone."""
        return 0 if not region or self.regions == (region,) else 1 if region in self.regions else 2

    @cached_property
    def rank(self) -> tuple[bool, bool]:
        """Where it stands among others that have the same characters: letters before signs, plain before others."""
        kinds = self.regular.face.reference_table("OS/2").data[32:36]
        is_latin = kinds[:1] == b"\x02"
        is_odd = is_latin and (b"\x02" <= kinds[1:2] <= b"\x0a" or kinds[3:4] == b"\x09")  # serifs, or typewriter
        return "emoji" in self.family.lower(), is_odd or _ODD.search(self.family) is not None


def read(blobs: Iterable[Any]) -> tuple[Typeface, ...]:
    """The typefaces in font files, which may be collections, in the order in which they come up.

    What is no font, or has no outlines in one colour, is left out.
    """
    families = dict[str, list[Any]]()
    for blob in blobs:
        for index in range(uharfbuzz.Face(blob).count):
            face = uharfbuzz.Face(blob, index)
            family = face.get_name(Name.TYPOGRAPHIC_FAMILY) or face.get_name(Name.FONT_FAMILY) or ""
            if family and not _EMPTY.search(family) and _is_drawn(face):
                families.setdefault(family, []).append(face)
    return tuple(Typeface(family, _cut(faces, 400), _cut(faces, 700)) for family, faces in families.items())


@cache
def inter() -> Typeface:
    """The typeface that comes along, in two fonts."""
    (typeface,) = read(uharfbuzz.Blob(data(weight, "ttf")) for weight in WEIGHTS)
    return typeface


def data(weight: Weight, kind: Literal["ttf", "woff2"]) -> bytes:
    """A font file of the typeface that comes along."""
    return files("cjm.render").joinpath("fonts", f"{WEIGHTS[weight]}.{kind}").read_bytes()


def _cut(faces: Sequence[Any], weight: Weight) -> Cut:
    """The plainest font of a family at a weight: upright, neither narrow nor wide."""

    def distance(face: Any) -> tuple[bool, bool, float]:
        font = uharfbuzz.Font(face)
        slant, width = font.get_style_value(StyleTag.ITALIC), font.get_style_value(StyleTag.WIDTH)
        cut = Cut(face, weight)
        own = cut.place if cut.axis else font.get_style_value(StyleTag.WEIGHT)
        return slant != 0, width != 100, abs(own - weight)

    return Cut(min(faces, key=distance), weight)


def _axis(face: Any) -> Any:
    """The axis of weight of a variable font, else nothing."""
    return next((axis for axis in face.axis_infos if axis.tag == "wght"), None)


def _is_drawn(face: Any) -> bool:
    """Whether a font has outlines to be filled with any colour."""
    return any(len(face.reference_table(tag)) for tag in _DRAWN) and not face.has_color_paint
