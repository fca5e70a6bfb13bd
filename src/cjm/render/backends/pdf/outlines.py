"""Letters as shapes in a PDF: those of a font that may not go into a file, and the dots of letters, which are no text."""

from collections.abc import Iterable
from functools import lru_cache

from cjm.render.backends.pdf.fonts import Font, Sign
from cjm.render.backends.xml import number
from cjm.render.typefaces import Cut

Point = tuple[float, float]


def outlined(font: Font, signs: Iterable[Sign], x: float, y: float, size: float) -> str:
    """What is no text of a run that begins at a point of its baseline, as filled paths; y grows downwards."""
    scale = size / font.cut.upem
    parts = []
    for glyph, text in signs:
        if glyph.number and not (text and font.data) and (drawn := _drawn(font.cut, glyph.number)):
            place = f"{number(x + glyph.x * scale)} {number(y - glyph.y * scale)}"
            parts.append(f"q {scale:.6f} 0 0 {-scale:.6f} {place} cm {drawn}f Q\n")
        x += glyph.advance * scale
    return "".join(parts)


@lru_cache(maxsize=1 << 12)
def _drawn(cut: Cut, glyph: int) -> str:
    """The path of one sign, in units of its font."""
    pen = _Pen()
    cut.font.draw_glyph_with_pen(glyph, pen)
    return "".join(pen.steps)


class _Pen:
    """Writes what it is led along as steps of a path, which PDF wants as cubic curves."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.at: Point = (0, 0)

    def moveTo(self, point: Point) -> None:  # noqa: N802 -- the names that HarfBuzz calls
        self._step("m", point)

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._step("l", point)

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802
        controls = ((x + 2 * (control[i] - x) / 3 for i, x in enumerate(each)) for each in (self.at, end))
        one, other = (tuple(each) for each in controls)
        self._step("c", one, other, end)  # type: ignore[arg-type] # points are pairs

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._step("c", *points)

    def closePath(self) -> None:  # noqa: N802
        self.steps.append("h ")

    def _step(self, name: str, *points: Point) -> None:
        self.steps.append(f"{' '.join(f'{number(x)} {number(y)}' for x, y in points)} {name} ")
        self.at = points[-1]
