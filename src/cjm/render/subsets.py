"""The fonts that pictures need beside the bundled ones, each cut down to the characters in use."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

import uharfbuzz
from uharfbuzz import OTNameIdPredefined as Name
from uharfbuzz import SubsetFlags

from cjm.errors import ConfigError
from cjm.render.faces import Faces
from cjm.render.scene import Run, Scene, Text
from cjm.render.theme import Theme
from cjm.render.typefaces import Cut, Weight, inter
from cjm.render.values import dataclass

MARK = "\u200f"
"""Put around a run from right to left that begins or ends in a sign without a direction of its own."""

_CIRCLE = "\u25cc"  # what a shaper puts below a mark without a letter

_NAMES = (*range(7), Name.LICENSE, Name.LICENSE_URL, Name.TYPOGRAPHIC_FAMILY)
# What sets columns of text, and what a browser moves punctuation closer with than it was measured.
_UNWANTED = ("vert", "vrt2", "vkrn", "vpal", "vhal", "vchw", "valt", "halt", "chws", "haln", "palt")
_CLOSED = 0x0302  # OS/2, fsType: not to be embedded, not as a subset, not its outlines
_CLOSED_THEME = (
    "Theme {theme}: its font ‘{font}’ cannot be embedded: its maker does not allow it, or the file has faults. "
    "Draw with --fonts system, for viewers who have the font, or with --fonts outline."
)


@dataclass(frozen=True, slots=True)
class Subset:
    """A static TrueType or OpenType font with the characters that runs of its family have at a weight."""

    family: str
    weight: Weight
    characters: str
    data: bytes


def subsets(scenes: Iterable[Scene], theme: Theme, faces: Faces) -> tuple[Subset, ...]:
    """The fonts of all runs by family and weight, but for a theme that has no font of its own: that travels whole.

    ``faces`` are those the scenes were laid out with. A font that may not be embedded, or cannot, is left out; if it is
    the theme's, a ``ConfigError`` says so.
    """
    used: defaultdict[tuple[str, Weight], set[str]] = defaultdict(set)
    for text in (text for scene in scenes for text in scene.texts()):
        for run in _lettered(text, faces):
            used[run.font or faces.own.family, theme.types[text.role].weight].update(*_shaped(run))
    found = []
    for family, weight in sorted(used):
        characters = "".join(sorted(used[family, weight]))
        typeface = faces.named(family)
        if data := cut_down(typeface.cut(weight), characters):
            found.append(Subset(family, weight, characters, data))
        elif typeface is faces.own:
            raise ConfigError(_CLOSED_THEME.format(theme=theme.name, font=family))
    return tuple(found)


def may_travel(cut: Cut) -> bool:
    """Whether the maker of a font allows that a part of it goes into a file."""
    return not int.from_bytes(cut.face.reference_table("OS/2").data[8:10], "big") & _CLOSED


def _lettered(text: Text, faces: Faces) -> Iterator[Run]:
    """The runs of a text that are not in Inter as it comes along."""
    if faces.own is inter():
        return (run for row in text.rows for run in row.runs if run.font)
    return (run for row in text.rows for run in row.parts)


def _shaped(run: Run) -> Iterator[str]:
    """A run's characters, and those that a shaper may put in their place: parts, and wholes made of parts."""
    yield run.text
    yield from (unicodedata.normalize(form, run.text) for form in ("NFC", "NFKD"))
    yield _CIRCLE
    yield MARK if run.is_rtl else ""


def cut_down(cut: Cut, characters: str) -> bytes:
    """A font with these characters and what they are joined to, at one weight; nothing where that cannot be."""
    if not may_travel(cut):
        return b""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.set(map(ord, characters))
    wanted.name_id_set.set(map(int, _NAMES))
    for feature in _UNWANTED:
        wanted.layout_feature_tag_set.discard(_tag(feature))
    for table in ("vhea", "vmtx", "VORG"):
        wanted.drop_table_tag_set.add(_tag(table))
    wanted.flags = SubsetFlags.NO_HINTING | SubsetFlags.DOWNGRADE_CFF2
    if cut.is_kerned_by_number:
        wanted.flags |= SubsetFlags.RETAIN_GIDS
        wanted.drop_table_tag_set.discard(_tag("kern"))
        wanted.no_subset_table_tag_set.add(_tag("kern"))
    wanted.pin_all_axes_to_default(cut.face)
    if cut.axis:
        wanted.pin_axis_location(cut.face, "wght", cut.place)
    try:
        return bytes(wanted.subset(cut.face).blob.data)
    except RuntimeError:  # a font with faults that drawing can live with
        return b""


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")
