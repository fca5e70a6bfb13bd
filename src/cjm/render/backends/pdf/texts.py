"""The texts of a PDF: every sign stands where it was measured, whatever program shows it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from cjm.render.backends.pdf.file import File, ref, words
from cjm.render.backends.pdf.fonts import Font, Part
from cjm.render.backends.pdf.outlines import outlined
from cjm.render.backends.pdf.paints import colour
from cjm.render.backends.xml import number
from cjm.render.faces import Faces
from cjm.render.scene import Run, Scene, Text
from cjm.render.theme import Theme, Type
from cjm.render.typefaces import Cut


class Texts:
    """The texts of a document, and the fonts that they need."""

    def __init__(self, scenes: Sequence[Scene], theme: Theme, faces: Faces) -> None:
        self.faces = faces
        self.fonts: dict[Cut, Font] = {}
        self.shaped: dict[tuple[Run, int, str], tuple[Part, ...]] = {}
        for scene in scenes:
            for text in scene.texts():
                for row in text.rows:
                    for run in filter(_has_text, row.parts):
                        self._shape(run, theme.types[text.role], scene.lang)

    def write(self, text: Text, kind: Type, lang: str) -> Iterator[str]:
        """The steps that set a text."""
        yield colour(kind.colour, "rg")
        for row in text.rows:
            for run in filter(_has_text, row.parts):
                yield from self._set(run, row.baseline, kind, lang)

    def embed(self, file: File) -> str:
        """Put the fonts into a file: the entries of a dictionary of them."""
        fonts = (font for font in self.fonts.values() if font.texts and font.data)
        return "".join(f"/{name} {ref(at)}" for font in fonts for name, at in font.embed(file).items())

    def _shape(self, run: Run, kind: Type, lang: str) -> None:
        cut = self.faces.named(run.font).cut(kind.weight)
        if cut not in self.fonts:
            self.fonts[cut] = Font(cut, f"F{len(self.fonts)}")
        self.shaped[run, kind.weight, lang] = self.fonts[cut].shape(run.text, lang, is_rtl=run.is_rtl)

    def _set(self, run: Run, y: float, kind: Type, lang: str) -> Iterator[str]:
        font = self.fonts[self.faces.named(run.font).cut(kind.weight)]
        parts = self.shaped[run, kind.weight, lang]
        if font.data and any(text for signs, _ in parts for _, text in signs):
            yield f"BT 1 0 0 -1 {number(run.x)} {number(y)} Tm {''.join(_written(font, parts, kind.size))}ET\n"
        yield outlined(font, chain.from_iterable(signs for signs, _ in parts), run.x, y, kind.size)


def _written(font: Font, parts: Iterable[Part], size: float) -> Iterator[str]:
    """The steps that set the signs of a run: each is moved to where it was measured if its font would not put it there.

    Moves count backwards, in thousandths of an em.
    """
    codes, scale = font.codes, 1000 / font.cut.upem
    start, at, rise = 0, 0.0, 0
    for signs, whole in parts:
        before = ""
        yield f"/Span<</ActualText{words(whole)}>>BDC " if whole else ""
        for (sign, _, advance, x, y), text in signs:
            if text:
                layer, code, width = codes[sign, text]
                if layer != before or y != rise:
                    yield f"{'>]TJ ' if before else ''}/{layer} {number(size)} Tf {_lifted(font, rise, y, size)}[<"
                    before, rise = layer, y
                if back := round(at - (start + x) * scale):
                    yield f">{back}<"
                yield code
                at += width - back
            start += advance
        yield f"{'>]TJ ' if before else ''}{'EMC ' if whole else ''}"
    yield _lifted(font, rise, 0, size)


def _lifted(font: Font, before: int, height: int, size: float) -> str:
    """Moves the baseline, in units of the font, where it is not there already."""
    return "" if height == before else f"{number(height * size / font.cut.upem)} Ts "


def _has_text(run: Run) -> bool:
    return run.text != ""
