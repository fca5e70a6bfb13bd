"""The legend, as far as the picture needs it."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from cjm.figures.emotion import score
from cjm.render.layouts.gauges import sample as measured
from cjm.render.layouts.marks import ICON, Bullet, Diamond
from cjm.render.layouts.owners import borders, ring
from cjm.render.layouts.personas import has_card
from cjm.render.layouts.pieces import Fitted, Piece, Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.targets import Target
from cjm.render.scene import Box, Rect, Shape
from cjm.render.values import dataclass

Lanes = Collection[str]
"""The keys of the lanes that a picture has."""

_SAMPLE = 52.0
_APART = 24.0  # between two columns
_PITCH = 18.0  # from one entry to the next; more for one that takes two rows
_SLACK = 0.01


def always(_: Sheet, __: Lanes) -> bool:
    """That an entry is needed, whatever a picture has."""
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: its word from a table of labels, its sample around a point, and when it is needed."""

    word: str
    sample: Callable[[float, float], Shapes]
    applies: Callable[[Sheet, Lanes], bool] = always
    table: str = "marks"


@dataclass(frozen=True)
class Legend(Piece):
    """Samples with what they mean, one below the other, in one or more columns."""

    sheet: Sheet
    entries: tuple[Entry, ...]
    columns: int = 1

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What the samples mean."""
        return tuple(self.sheet.words.word(entry.table, entry.word) for entry in self.entries)

    @cached_property
    def column(self) -> float:
        """The width of a column in which no entry needs a second row."""
        return _SAMPLE + max(self.sheet.style.width(word, "legend") for word in self.words) + _SLACK

    @property
    def width(self) -> float:
        """That of all columns."""
        return self.columns * (self.column + _APART) - _APART

    def within(self, width: float, most: int = 99) -> "Legend":
        """The same in as many columns as there is room for, up to a number."""
        count = max(1, min(int((width + _APART) // (self.column + _APART)), len(self.entries), most))
        return Legend(self.sheet, self.entries, count)

    def fit(self, width: float) -> Fitted:
        """The entries, down the first column, then down the next."""
        style = self.sheet.style
        wide = min(self.column, width) - _SAMPLE
        rows = -(-len(self.entries) // self.columns)
        highs = [max(style.height(word, "legend", wide) + 4, _PITCH) for word in self.words]
        tops = [sum(highs[index - index % rows : index]) for index in range(len(highs))]

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: list[Shape] = []
            for index, (entry, word) in enumerate(zip(self.entries, self.words, strict=True)):
                left, top = x + index // rows * (self.column + _APART), y + tops[index]
                found += entry.sample(left + (_SAMPLE - 8) / 2, top + 7)
                found.append(style.block(word, "legend", left + _SAMPLE, top, wide))
            return tuple(found)

        return Fitted(max(map(sum, zip(tops, highs, strict=True))) - 4, style.lead("legend"), shapes)


def legend(sheet: Sheet, lanes: Lanes, more: Sequence[Entry] = ()) -> Legend | None:
    """What the picture needs explained, ``more`` after what all pictures share; nothing where it is plain."""
    entries = tuple(entry for entry in (*_ENTRIES, *more) if entry.applies(sheet, lanes))
    return Legend(sheet, entries) if entries else None


def _pair(bullet: str, card: str) -> Callable[[float, float], Shapes]:
    """A bullet and a card: the two ways in which evidence and assumptions differ."""

    def sample(x: float, y: float) -> Shapes:
        return (*Bullet(bullet).draw(x - 22, y), Box(card, Rect(x - 6, y - 5, 26, 10), 2.5))

    return sample


def _is_assumed(sheet: Sheet, wanted: bool) -> bool:  # noqa: FBT001 -- the two answers side by side
    places = [place for place in sheet.everywhere if place.moment is not place.stage or not place.stage.touchpoints]
    told = [persona for persona in sheet.journey.personas if has_card(sheet, persona)]
    return wanted in {*(place.is_assumed for place in places), *(not persona.evidence for persona in told)}


def _has_truth(sheet: Sheet, lanes: Lanes) -> bool:
    is_shown = "feels" in lanes or ("touchpoints" in lanes and sheet.detail != "overview")
    return is_shown and any(place.moment.moment_of_truth is not None for place in sheet.everywhere)


def _has_intent(sheet: Sheet, lanes: Lanes) -> bool:
    scale = sheet.journey.scale
    return "feels" in lanes and any(score(place.moment.intent, scale) is not None for place in sheet.everywhere)


_ENTRIES = (
    Entry("evidence", _pair("bullet", "card"), lambda sheet, _: _is_assumed(sheet, wanted=False)),
    Entry("assumption", _pair("bullet-assumed", "card-assumed"), lambda sheet, _: _is_assumed(sheet, wanted=True)),
    Entry("truth", lambda x, y: Diamond().draw(x - ICON / 2, y), _has_truth),
    Entry("intended", lambda x, y: tuple(Target(x - 14, x + 14, y).draw()), _has_intent),
    Entry("measured", measured, lambda _, lanes: "measured" in lanes),
    Entry("handoff", lambda x, y: ring(x, y, 7.5), lambda sheet, lanes: "owner" in lanes and bool(borders(sheet))),
)
"""Whatever a picture may need explained, in the order of the legend."""
