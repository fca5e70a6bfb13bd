"""Letters as shapes, for targets that have no fonts: slides, cutters, printers."""

from functools import lru_cache

from cjm.render.typefaces import Cut

Point = tuple[float, float]


def outline(cut: Cut, text: str, lang: str, *, is_rtl: bool = False) -> str:
    """The outlines of a run as the data of an SVG path, in units of the font, its baseline at 0 and y downwards.

    A character that the font lacks leaves a gap.
    """
    parts = []
    x = 0
    for glyph in cut.shape(text, lang, is_rtl=is_rtl):
        if glyph.number and (drawn := _drawn(cut, glyph.number)):
            parts.append(f"M{x + glyph.x} {-glyph.y}{drawn}")
        x += glyph.advance
    return "".join(parts)


@lru_cache(maxsize=1 << 12)
def _drawn(cut: Cut, number: int) -> str:
    """The outline of one sign, relative to its origin."""
    pen = _Pen()
    cut.font.draw_glyph_with_pen(number, pen)
    return "".join(pen.steps)


class _Pen:
    """Writes what it is led along as relative steps of a path."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.at = self.start = (0, 0)

    def moveTo(self, point: Point) -> None:  # noqa: N802 -- the names that HarfBuzz calls
        self._step("m", point)
        self.start = self.at

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._step("l", point)

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        self._step("q", *points)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._step("c", *points)

    def closePath(self) -> None:  # noqa: N802
        self.steps.append("z")
        self.at = self.start

    def _step(self, name: str, *points: Point) -> None:
        placed = [(round(x), -round(y)) for x, y in points]
        way = (f"{x - self.at[0]} {y - self.at[1]}" for x, y in placed)
        self.steps.append(name + " ".join(way))
        self.at = placed[-1]
