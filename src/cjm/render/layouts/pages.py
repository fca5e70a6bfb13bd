"""The swimlane picture on pages of a fixed size.

The type shrinks before a map takes several pages. Then stages go to further pages, as many on each as there is room
for; and what is too tall for one page goes on, lane by lane, on the next, under the same stages.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.render.labels import Labels, labels
from cjm.render.lanes import LANES, Detail, Lane, chosen
from cjm.render.layouts.bands import Band
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.lanes import lane
from cjm.render.layouts.press import LABELS, MARGIN, Press, whole
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip
from cjm.render.layouts.swimlane import labelled
from cjm.render.layouts.windows import Window, breaks
from cjm.render.scene import Group, Scene
from cjm.render.sizes import SIZES
from cjm.render.text import Style

_NARROWEST, _WIDEST = 165.0, 420.0  # a column; the narrowest where type is not shrunk
_SHARES = (1.0, 0.93, 0.87)  # of the size of type; the last one brings that of cards to the floor


def lay_out(  # noqa: PLR0913, PLR0917 -- what is drawn, and five ways to draw it
    journey: Journey,
    style: Style,
    size: str,
    lanes: Iterable[str] | None = None,
    lang: str | None = None,
    detail: Detail = "standard",
) -> tuple[Scene, ...]:
    """A journey on as few pages of that size as can be, in the order of reading."""
    plan = _Plan(
        journey, style, SIZES[size], chosen(journey, lanes, detail), labels(lang or journey.lang or "en"), detail
    )
    counts = Grid(journey, 0).columns
    for share in _SHARES[:-1]:
        if sum(counts) <= plan.most(share):
            press = plan.print(share, breaks(counts, plan.most(share)))
            if len(press.pages) == 1:
                return press.scenes()
    most = plan.most(_SHARES[-1])
    tries = dict.fromkeys(breaks(counts, fewer) for fewer in range(most, most // 2, -1))
    presses = [plan.print(_SHARES[-1], starts) for starts in tries]
    return min(presses, key=lambda press: len(press.pages) + press.broken).scenes()


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be printed: a map, in a style, on paper of a size, the lanes wanted, and how much they tell."""

    journey: Journey
    style: Style
    paper: tuple[float, float]
    lanes: Mapping[str, Lane]
    words: Labels
    detail: Detail

    @property
    def room(self) -> float:
        """The width of a page beside the names of lanes."""
        return self.paper[0] - 2 * MARGIN - LABELS

    def most(self, share: float) -> int:
        """How many columns a page can have."""
        return max(int(self.room / (_NARROWEST * share)), 1)

    def print(self, share: float, starts: tuple[int, ...]) -> Press:
        """The pages that begin at those columns, with type of that share of its size."""
        style = replace(self.style, theme=self.style.theme.shrunk(share))
        is_quoted = "feels" in self.lanes and "says" not in self.lanes and is_said(self.journey, "feels")
        grids = Window.pages(self.journey, Span(MARGIN + LABELS, self.room), _WIDEST, starts)
        sheets = [Sheet(self.journey, style, self.words, grid, self.detail, is_quoted) for grid in grids]
        press = Press(sheets[0], self.paper, share)
        keys: set[str] = set()
        for sheet in sheets:
            press.begin(sheet)
            bands = [(known.hidden, band) for key, known in self.lanes.items() if (band := lane(sheet, key))]
            if is_quoted and any(band.key == "feels" and band.height > press.room for _, band in bands):
                return self._outspoken().print(share, starts)
            keys |= {band.key for _, band in bands}
            for strip in _strips(sheet, bands):
                press.put(strip)
        press.explain(keys)
        return press

    def _outspoken(self) -> "_Plan":
        """The same with a lane for what customers say: where it stands at the curve, this would be too tall for a page."""
        index = list(self.lanes).index("feels")
        lanes = list(self.lanes.items())
        return replace(self, lanes=dict([*lanes[:index], ("says", LANES["says"]), *lanes[index:]]))


def _strips(sheet: Sheet, bands: Sequence[tuple[bool, Band]]) -> Iterator[Strip]:
    """The lanes of a page as strips, every other one shaded."""
    border = next((index for index, (is_hidden, _) in enumerate(bands) if is_hidden and index), 0)
    for index, (_, band) in enumerate(bands):
        label, high = labelled(sheet, whole(sheet), band)
        is_shaded = (index - border if index >= border else index) % 2 == 1
        group = Group("lane", band.label, (), f"lane/{band.key}")
        yield Strip(group, high, band.draw, label, is_hidden=index == border > 0, is_shaded=is_shaded)
