"""The texts of a drawing: as text in named fonts, or as outlines of letters."""

import unicodedata
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from cjm.render import typefaces
from cjm.render.backends.outlines import outline
from cjm.render.backends.xml import attributes, escape, number, tag
from cjm.render.faces import Faces
from cjm.render.scene import Run, Scene, Text
from cjm.render.subsets import MARK, Subset, cut_down, subsets
from cjm.render.theme import Theme
from cjm.render.typefaces import Weight, inter

_FAMILIES = "Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif"


class Letters(Protocol):
    """How the texts of a drawing are written; ``family`` is what a text is set in that names no font of its own."""

    family: str

    def write(self, text: Text) -> Iterator[str]:
        """The lines of markup of a text."""


class Typed:
    """Texts as text: one element for each run, each in its own place, so that nothing is moved or wrapped anew.

    Where fonts are embedded, ``own`` is what their families are called after: another drawing on the same page may
    bring the same family along with other characters.
    """

    def __init__(self, theme: Theme, faces: Faces, own: str = "") -> None:
        self.theme, self.own = theme, own
        first = [] if faces.own is inter() else self.names(faces.own.family)
        self.family = ", ".join([*first, _FAMILIES])
        self.look, self.font = cache(self.looking), cache(self.named)

    def write(self, text: Text) -> Iterator[str]:
        """A single run by itself, several in a group."""
        look = self.look(text.role)
        runs = [(run, row.baseline) for row in text.rows if row.text for run in row.parts]
        if len(runs) == 1:
            yield self._element(*runs[0], look)
        elif runs:
            yield f"<g{look}>"
            yield from (f" {self._element(run, y)}" for run, y in runs)
            yield "</g>"

    def _element(self, run: Run, y: float, look: str = "") -> str:
        """One run of text; spaces that XML would swallow are kept."""
        words = f"{MARK}{run.text}{MARK}" if _is_loose(run) else run.text
        is_spaced = "  " in words or words != words.strip(" ")
        keep = ' xml:space="preserve"' if is_spaced else ""
        font = self.font(run.font) if run.font else ""
        return f'<text x="{number(run.x)}" y="{number(y)}"{keep}{look}{font}>{escape(words)}</text>'

    def looking(self, role: str) -> str:
        """The attributes of a text of that role."""
        kind = self.theme.types[role]
        return attributes(font_size=kind.size, font_weight=kind.weight if kind.weight != 400 else "", fill=kind.colour)

    def named(self, family: str) -> str:
        """The attribute that names the family of a run."""
        return attributes(font_family=",".join((*self.names(family), "sans-serif")))

    def names(self, family: str) -> list[str]:
        """What a family may be called: the one that is embedded comes before the one that is installed."""
        return [*([_quoted(embedded(family, self.own))] if self.own else []), _quoted(family)]


class Outlined:
    """Texts as shapes: no fonts are needed. The words stay readable for machines as the label of a group."""

    family = ""

    def __init__(self, theme: Theme, faces: Faces, lang: str) -> None:
        self.theme, self.faces, self.lang = theme, faces, lang

    def write(self, text: Text) -> Iterator[str]:
        """One path for each run."""
        kind = self.theme.types[text.role]
        words = " ".join(text.source.split())
        if words:
            yield f"<g{attributes(role='img', aria_label=words, fill=kind.colour)}>"
            for row in text.rows:
                for run in row.parts:
                    yield from self._path(run, row.baseline, kind.size, kind.weight)
            yield "</g>"

    def _path(self, run: Run, y: float, size: float, weight: Weight) -> Iterator[str]:
        cut = self.faces.named(run.font).cut(weight)
        shape = outline(cut, run.text, self.lang, is_rtl=run.is_rtl)
        if shape:
            place = f"translate({number(run.x)} {number(y)}) scale({size / cut.upem:.6f})"
            yield f" {tag('path', attributes(transform=place, d=shape))}"


def rules(scene: Scene, theme: Theme, faces: Faces, own: str) -> str:
    """The style rules that bring fonts along: Inter whole, where it is the first, and others cut down.

    Raises ``ConfigError`` for a theme's own font that may not travel.
    """
    weights = {theme.types[text.role].weight for text in scene.texts()} if faces.own is inter() else set()
    return "".join((*map(_inter, sorted(weights)), rules_of_others(scene, theme, faces, own)))


def rules_of_others(scene: Scene, theme: Theme, faces: Faces, own: str) -> str:
    """The rules of all fonts but Inter."""
    return "".join(_rule(font, own) for font in subsets((scene,), theme, faces))


def rules_of_inter(characters: str) -> str:
    """The rules of Inter with these characters alone, as text of a page is set in it."""
    cuts: tuple[Weight, ...] = (400, 700)
    return "".join(
        _face("Inter", weight, "font/ttf", "truetype", cut_down(inter().cut(weight), characters)) for weight in cuts
    )


def embedded(family: str, own: str) -> str:
    """What the family of an embedded font is called in a drawing."""
    return f"{family} {own}"


@cache
def _inter(weight: Weight) -> str:
    return _face("Inter", weight, "font/woff2", "woff2", typefaces.data(weight, "woff2"))


def _rule(font: Subset, own: str) -> str:
    kind = "opentype" if font.data.startswith(b"OTTO") else "truetype"
    media = "font/otf" if kind == "opentype" else "font/ttf"
    return _face(escape(_quoted(embedded(font.family, own))), font.weight, media, kind, font.data)


def _face(family: str, weight: Weight, media: str, kind: str, data: bytes) -> str:
    source = f"url(data:{media};base64,{b64encode(data).decode('ascii')}) format('{kind}')"
    return f"@font-face{{font-family:{family};font-weight:{weight};src:{source}}}"


def _is_loose(run: Run) -> bool:
    """Whether a run from right to left has an edge that a viewer would turn towards the left."""
    return run.is_rtl and any(unicodedata.bidirectional(run.text[edge]) not in {"R", "AL"} for edge in (0, -1))


def _quoted(family: str) -> str:
    """A family as style sheets name it."""
    escaped = family.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
