"""The texts of a PDF: every sign stands where it was measured, whatever program shows it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cjm.render.backends.pdf.file import File, ref
from cjm.render.backends.pdf.fonts import Font, Sign
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
        self.shaped: dict[tuple[Run, int, str], tuple[Sign, ...]] = {}
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
        font = self.fonts.setdefault(cut, Font(cut, f"F{len(self.fonts)}"))
        self.shaped[run, kind.weight, lang] = font.shape(run.text, lang, is_rtl=run.is_rtl)

    def _set(self, run: Run, y: float, kind: Type, lang: str) -> Iterator[str]:
        font = self.fonts[self.faces.named(run.font).cut(kind.weight)]
        signs = self.shaped[run, kind.weight, lang]
        told = [sign for sign in signs if sign.text and font.data]
        if told:
            line = _Line(font, kind.size)
            yield f"BT 1 0 0 -1 {number(run.x)} {number(y)} Tm {''.join(line.write(told))}ET\n"
        yield outlined(font, (sign for sign in signs if not sign.text or not font.data), run.x, y, kind.size)


class _Line:
    """Sets signs one by one, moved to where they were measured wherever their font would not put them there.

    Lengths are thousandths of an em.
    """

    def __init__(self, font: Font, size: float) -> None:
        self.font, self.size = font, size
        self.scale = 1000 / font.cut.upem
        self.at = 0.0
        self.rise = 0

    def write(self, signs: Sequence[Sign]) -> Iterator[str]:
        """The steps that set the signs of a run."""
        for (layer, height), group in groupby(signs, key=lambda sign: (self.font.layer(sign), sign.glyph.y)):
            yield f"/{layer} {number(self.size)} Tf {self._lifted(height)}[<{''.join(map(self._sign, group))}>]TJ "
        yield self._lifted(0)

    def _sign(self, sign: Sign) -> str:
        """A sign, after a move to its place if it needs one: moves count backwards."""
        back = round(self.at - (sign.at + sign.glyph.x) * self.scale)
        self.at += self.font.width(sign.glyph.number) - back
        return f">{back}<{self.font.code(sign.glyph)}" if back else self.font.code(sign.glyph)

    def _lifted(self, height: int) -> str:
        """Moves the baseline, in units of the font, where it is not there already."""
        if height == self.rise:
            return ""
        self.rise = height
        return f"{number(height * self.size / self.font.cut.upem)} Ts "


def _has_text(run: Run) -> bool:
    return run.text != ""
