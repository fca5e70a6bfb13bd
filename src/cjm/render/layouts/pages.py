"""The swimlane picture on pages of a fixed size.

The type shrinks before a map takes several pages. Then stages go to further pages, as many on each as there is room
for; and what is too tall for one page goes on, lane by lane, on the next, under the same stages.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.render.labels import Labels, labels
from cjm.render.lanes import LANES, Detail, Lane, chosen
from cjm.render.layouts.bands import Band
from cjm.render.layouts.emotion import emotion
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.lanes import lane
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.plot import HEIGHT
from cjm.render.layouts.press import LABELS, MARGIN, Press, whole
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.stages import stages
from cjm.render.layouts.strips import Strip
from cjm.render.layouts.summary import summed_up
from cjm.render.layouts.swimlane import labelled
from cjm.render.layouts.windows import Window, breaks
from cjm.render.scene import Group, Scene
from cjm.render.sizes import paper
from cjm.render.text import Style
from cjm.render.values import dataclass

_NARROWEST, _WIDEST = 165.0, 420.0  # a column; the narrowest where type is not shrunk
_CURVE = 0.18  # of the height of a page, that the scale of the emotion curve takes
_SPARES = (
    1.0,
    0.2,
)  # of a page, that is left for lanes where other stages begin below others: never, and where it is much
_TOGETHER = 2  # lanes that must fit where stages begin below others
_PAD = 5.0  # above and below the name of a stage that is said again
_SHARES = (1.0, 0.93, 0.87)  # of the size of type; the last one brings that of cards to the floor

_Row = tuple[Sheet, Sequence[tuple[bool, Band]]]
"""Some stages with their lanes, each of these with whether the customer sees nothing of it."""


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
        journey, style, paper(size), chosen(journey, lanes, detail), labels(lang or journey.lang or "en"), detail
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
    return min(presses, key=_cost).scenes()


def _is_too_tall(press: Press, rows: Sequence[_Row]) -> bool:
    """Whether the emotion curve with what is said at it has no room on a page."""
    return any(band.key == "feels" and band.height > press.room_of(sheet) for sheet, bands in rows for _, band in bands)


def _cost(press: Press) -> int:
    """What speaks against pages: their number, and what goes on on a further one."""
    return len(press.pages) + press.broken


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
        """The pages that begin at those columns, with type of that share of its size.

        Other stages begin on a page of their own, or below others where that takes fewer pages.
        """
        style = replace(self.style, theme=self.style.theme.shrunk(share))
        is_quoted = "feels" in self.lanes and "says" not in self.lanes and is_said(self.journey, "feels")
        grids = Window.pages(self.journey, Span(MARGIN + LABELS, self.room), _WIDEST, starts)
        sheets = [Sheet(self.journey, style, self.words, grid, self.detail, is_quoted) for grid in grids]
        rows = [(sheet, list(self._bands(sheet))) for sheet in sheets]
        tries = [self._printed(rows, share, spare) for spare in _SPARES[: len(sheets)]]
        if is_quoted and any(_is_too_tall(press, rows) for press in tries):
            return self._outspoken().print(share, starts)
        return min(tries, key=_cost)

    def _printed(self, rows: Sequence[_Row], share: float, spare: float) -> Press:
        """The pages, where other stages may begin below others if that share of a page is left."""
        press = _Press(rows[0][0], self.paper, share)
        press.spare = spare
        for sheet, bands in rows:
            lanes = list(strips(sheet, bands))
            press.begin(sheet, sum(strip.height for strip in lanes[:_TOGETHER]))
            for strip in lanes:
                press.put(strip)
        press.explain({band.key for _, bands in rows for _, band in bands})
        return press

    def _bands(self, sheet: Sheet) -> Iterator[tuple[bool, Band]]:
        """The lanes of some stages."""
        for key, known in self.lanes.items():
            if band := self.lane(sheet, key):
                yield known.hidden, band

    def lane(self, sheet: Sheet, key: str) -> Band | None:
        """A lane as it is drawn; the emotion curve lower where the page is low."""
        if key != "feels":
            return lane(sheet, key)
        return emotion(summed_up(sheet), key, min(HEIGHT, _CURVE * self.paper[1]))

    def _outspoken(self) -> "_Plan":
        """The same with a lane for what customers say: where it stands at the curve, this would be too tall for a page."""
        index = list(self.lanes).index("feels")
        lanes = list(self.lanes.items())
        return replace(self, lanes=dict([*lanes[:index], ("says", LANES["says"]), *lanes[index:]]))


class _Press(Press):
    """The pages of the swimlane picture: on further pages of the same stages there are only their names."""

    def again(self, sheet: Sheet, y: float) -> tuple[Shapes, float]:
        """The stages without their phases and facts, in low arrows."""
        return stages(replace(sheet, detail="overview"), y, pad=_PAD)


def strips(sheet: Sheet, bands: Sequence[tuple[bool, Band]]) -> Iterator[Strip]:
    """The lanes of a page as strips, every other one shaded."""
    border = next((index for index, (is_hidden, _) in enumerate(bands) if is_hidden and index), 0)
    for index, (_, band) in enumerate(bands):
        label, high = labelled(sheet, whole(sheet), band)
        is_shaded = (index - border if index >= border else index) % 2 == 1
        group = Group("lane", band.label, (), f"lane/{band.key}")
        yield Strip(group, high, band.draw, label, is_hidden=index == border > 0, is_shaded=is_shaded)
