"""A small picture of curves: the scale at the left, the stages below, each as wide as any other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from cjm.model.journey import Journey
from cjm.render.layouts.curves.chart import Chart
from cjm.render.layouts.curves.courses import Course
from cjm.render.layouts.curves.even import Even
from cjm.render.layouts.grid import Grid, Place
from cjm.render.layouts.pieces import Fitted, Piece
from cjm.render.layouts.plot import ASIDE, Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Group, Line, Rect, Shape
from cjm.render.values import dataclass

_BELOW = 4.0  # of the curve
_INSET = 4.0  # of the name of a stage


@dataclass(frozen=True)
class Frame(Piece):
    """The stages of a map from ``first`` on and without ``last``, with the curves over them.

    ``lay`` makes its sheet in given columns, ``trace`` the curves in these; the scale is so ``tall``, ``behind`` is what
    the names of curves take behind the last stage, ``identity`` stands in front of addresses. Two curves are
    ``is_compared`` where what lies between them is told.
    """

    journey: Journey
    lay: Callable[[Journey, Grid], Sheet]
    trace: Callable[[Sheet], Sequence[Course]]
    tall: float
    first: int
    last: int
    behind: float
    identity: str = ""
    is_compared: bool = True

    def fit(self, width: float) -> Fitted:
        """All of it, over the whole width."""
        return self.level(width, *self.needs(width))

    def needs(self, width: float) -> tuple[float, float]:
        """What the curve needs above and below the best feeling."""
        chart = self.chart(0, width)
        return -chart.top, chart.bottom

    def level(self, width: float, above: float, below: float) -> Fitted:
        """The same with that much room."""
        names = max(text.height for _, text in self._names(self.sheet(0, width)))

        def shapes(x: float, y: float, _: float) -> tuple[Shape, ...]:
            return tuple(self._draw(self.chart(x, width), y, y + above, y + above + below))

        return Fitted(above + below + _BELOW + names, above, shapes)

    def _draw(self, chart: Chart, top: float, best: float, bottom: float) -> Iterator[Shape]:
        """All of it, with the top of the curve, its best feeling and its bottom at those heights."""
        span, marks = chart.span, [replace(rect, y=rect.y + best) for rect in chart.placed.marks]
        for place in chart.sheet.grid.places()[1:]:
            yield from _broken(place.span.x, top, bottom, marks)
        yield Line("rule", (span.x, bottom), (span.right, bottom))
        yield from chart.draw(best)
        for place, text in self._names(chart.sheet):
            drawn = text.draw(place.span.x + _INSET, bottom + _BELOW)
            yield Group("stage", name_of(place.stage), drawn, f"{self.identity}stage/{place.stage.id}")

    def sheet(self, x: float, width: float) -> Sheet:
        """The sheet of the map in the width that the stages have there."""
        wide = (width - ASIDE - self.behind) / (self.last - self.first)
        return self.lay(self.journey, Even(self.journey, x + ASIDE, wide, self.first, self.last))

    def chart(self, x: float, width: float) -> Chart:
        """The curves."""
        sheet = self.sheet(x, width)
        plot = Plot(self.journey.scale, self.tall)
        return Chart(sheet, plot, self.trace(sheet), x + width, is_brief=True, is_compared=self.is_compared)

    def _names(self, sheet: Sheet) -> list[tuple[Place, Fitted]]:
        """The stages with their names."""
        found = ((place, sheet.text(name_of(place.stage), "note")) for place in sheet.grid.places())
        return [(place, text.fit(place.span.width - 2 * _INSET)) for place, text in found]


def _broken(x: float, top: float, bottom: float, marks: Iterable[Rect]) -> Iterator[Line]:
    """A line down between two stages, where nothing stands in its way."""
    for mark in sorted((mark for mark in marks if mark.x < x < mark.right), key=lambda mark: mark.y):
        if mark.y > top:
            yield Line("stage-rule", (x, top), (x, mark.y))
        top = max(top, mark.bottom)
    if bottom > top:
        yield Line("stage-rule", (x, top), (x, bottom))
