"""The frame of the emotion lane: where a score stands, the figures of the scale, the middle line."""

from collections.abc import Iterable, Iterator

from cjm.figures.emotion import neutral
from cjm.model.journey import Scale
from cjm.render.amounts import number, signed
from cjm.render.layouts.curve import Straight
from cjm.render.layouts.grid import Span
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Curve, Line, Rect, Shape
from cjm.render.values import dataclass

HEIGHT = 160.0
"""Points from the best to the worst feeling, where the curve is one lane among others."""

ASIDE = 44.0
"""What the figures of the scale need at the left."""

_AIR = 2.0  # between the middle line and a text on it


@dataclass(frozen=True, slots=True)
class Plot:
    """Where scores stand: y is 0 at the best feeling and ``height`` at the worst."""

    scale: Scale
    height: float = HEIGHT

    @property
    def middle(self) -> float:
        """Where neither good nor bad is."""
        return self.y(neutral(self.scale))

    def y(self, value: float) -> float:
        """Where a score stands: at the end of the scale if it lies beyond."""
        reach = (self.scale.max - self.scale.min) or 1
        return self.height * min(max((self.scale.max - value) / reach, 0), 1)

    def grounds(self, span: Span, top: float) -> Iterator[Curve]:
        """A breath of colour above and below the middle line, where no single curve says what is good and bad."""
        for y, far in ((0.0, -self.height), (self.height, 2 * self.height)):
            edge = Straight(((span.x, top + y), (span.right, top + y)))
            yield from edge.areas(top + self.middle, top + far, top + far)

    def draw(self, sheet: Sheet, top: float, texts: Iterable[Rect] = ()) -> Iterator[Shape]:
        """The figures of the scale at the left, and the middle line, as far as it runs through none of the texts."""
        span = sheet.grid.span
        for start, end in self._free(span, texts):
            yield Line("neutral", (start, top + self.middle), (end, top + self.middle))
        for value in _ticks(self.scale, int(self.height // sheet.style.theme.types["axis"].leading)):
            y = top + self.y(value)
            yield Line("tick", (span.x - 5, y), (span.x, y))
            yield sheet.style.block(figure(sheet, value), "axis", span.x - ASIDE + 4, y - 6.5, ASIDE - 12, "end")

    def _free(self, span: Span, texts: Iterable[Rect]) -> Iterator[tuple[float, float]]:
        """The stretches of the middle line, from left to right, between the texts that stand on it."""
        x = span.x
        for text in sorted((each for each in texts if each.y < self.middle < each.bottom), key=lambda each: each.x):
            if text.x - _AIR > x:
                yield x, text.x - _AIR
            x = max(x, text.right + _AIR)
        if x < span.right:
            yield x, span.right


def figure(sheet: Sheet, value: float) -> str:
    """A score as it is written: with its sign where the scale has a negative side."""
    return signed(value, sheet.words) if sheet.journey.scale.min < 0 else number(round(value, 1), sheet.words)


def _ticks(scale: Scale, most: int) -> tuple[float, ...]:
    """The scores that are written at the side: all whole ones of a short scale, else five; three where it is low.

    ``most`` is how many steps there is room for.
    """
    reach = scale.max - scale.min
    is_short = reach <= 6 and reach == int(reach)
    count = max(int(reach), 1) if is_short else 4
    count = count if count <= most else 2
    return tuple(scale.min + reach * index / count for index in range(count + 1))
