"""A journey among others: its state and title, and its curve in a small picture."""

from functools import partial

from cjm.render.layouts.curves.courses import courses
from cjm.render.layouts.curves.frame import Frame
from cjm.render.layouts.curves.joined import Joined
from cjm.render.layouts.curves.opening import Titled, tags
from cjm.render.layouts.curves.together import means
from cjm.render.layouts.curves.whole import Look
from cjm.render.layouts.pieces import Fitted, Piece, Stack, Words
from cjm.render.layouts.plot import ASIDE
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Group, Shape
from cjm.render.typography import typeset
from cjm.render.values import dataclass

STAGE = 52.0
"""The least width of a stage."""

GAP = 40.0
"""Between two panels side by side."""

NAMES, ALONE = 76.0, 16.0
"""Behind the last stage: for the names of curves, or where there is but one."""

_ABOVE = 4.0  # of the curve


def aside(joined: Joined) -> float:
    """What stands beside the stages: the figures of the scale, and the names of several curves."""
    return ASIDE + _behind(joined)


def _behind(joined: Joined) -> float:
    return NAMES if len(joined.maps) > 1 else ALONE


@dataclass(frozen=True)
class Panel(Piece):
    """The curves of a family of maps, from one stage to another, with a scale so ``tall``."""

    joined: Joined
    look: Look
    tall: float
    first: int
    last: int

    @property
    def frame(self) -> Frame:
        """The picture itself."""
        joined = self.joined
        trace, identity = partial(courses, joined), f"{joined.maps[-1].identity}:"
        return Frame(
            joined.journey, self.look.sheet, trace, self.tall, self.first, self.last, _behind(joined), identity
        )

    def fit(self, width: float) -> Fitted:
        """Title, curve and stages, over all of the width."""
        return self.level(width, *self.needs(width))

    def needs(self, width: float) -> tuple[float, float, float]:
        """How high the title is, and what the curve needs above and below the best feeling."""
        return self._title(self.frame.sheet(0, width)).height(width), *self.frame.needs(width)

    def level(self, width: float, title: float, above: float, below: float) -> Fitted:
        """The same with that much room."""
        frame = self.frame.level(width, above, below)
        told = self._title(self.frame.sheet(0, width)).fit(width)

        def shapes(x: float, y: float, _: float) -> tuple[Shape, ...]:
            drawn = (*told.draw(x, y), *frame.draw(x, y + title + _ABOVE))
            return (Group("map", self.joined.journey.title, drawn),)

        return Fitted(title + _ABOVE + frame.height, told.lead, shapes)

    def _title(self, sheet: Sheet) -> Piece:
        """The state and the title of the maps, and how they feel on the whole."""
        figures = [each if len(self.joined.maps) > 1 else each[1:] for each in means(self.joined, sheet)]
        told = " · ".join(" ".join(each) for each in figures)
        emotion = typeset(f"{sheet.words.word('changes', 'emotion')}: {told}", sheet.words.lang)
        texts = [sheet.text(self.joined.journey.title, "lane")]
        texts += [Words(sheet.style, emotion, "note")] if self.first == 0 and told else []
        return Titled(tags(sheet, self.joined.maps), Stack(texts, 1), "lane")


@dataclass(frozen=True)
class Row(Piece):
    """Panels side by side, each as wide as any other; a row that is not full leaves its end free."""

    panels: tuple[Panel, ...]
    columns: int

    def fit(self, width: float) -> Fitted:
        """All level with each other."""
        wide = (width + GAP) / self.columns - GAP
        needs = [panel.needs(wide) for panel in self.panels]
        title, above, below = (max(each) for each in zip(*needs, strict=True))
        fitted = [panel.level(wide, title, above, below) for panel in self.panels]

        def shapes(x: float, y: float, _: float) -> tuple[Shape, ...]:
            return tuple(shape for index, one in enumerate(fitted) for shape in one.draw(x + index * (wide + GAP), y))

        return Fitted(max(one.height for one in fitted), fitted[0].lead, shapes)
