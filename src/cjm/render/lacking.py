"""What a picture lacks: characters that no typeface has, and what helps."""

from collections.abc import Iterable

from cjm.render import glyphs
from cjm.render.faces import Faces, has_packages
from cjm.render.scene import Scene
from cjm.render.values import dataclass

_FONT = "a font that has them can be given with --font FILE"
_EXTRA = "fonts for most scripts come with the extra intl (pip install 'cjm-toolkit[intl]'); "


@dataclass(frozen=True, slots=True)
class Lacking:
    """Characters, each once and in the order met, and what to do: half a sentence in the user's terms."""

    characters: tuple[str, ...]
    remedy: str


def lacking(scenes: Iterable[Scene], faces: Faces) -> Lacking | None:
    """The characters of pictures that none of the typeface has with which they were laid out; nothing if all are there.

    Such a character is left to the viewer's own fonts, in the room that it is likely to take; where letters are drawn
    as outlines, there is a gap of that width.
    """
    rows = (row.text for scene in scenes for text in scene.texts() for row in text.rows)
    characters = glyphs.missing("\n".join(rows), faces)
    return Lacking(characters, _FONT if has_packages() else _EXTRA + _FONT) if characters else None
