"""The owner lane: who answers for which moments, and where one hands over to the next."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from cjm.figures.moments import counting
from cjm.model.moment import Moment
from cjm.render.layouts.bands import PADDING, Band
from cjm.render.layouts.grid import GUTTER, INSET, Place, Span
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.scene import Box, Dot, Group, Icon, Rect
from cjm.render.values import dataclass

_RADIUS = 10.0
_EDGE = 4.0  # between the border of a column and the end of a bar
_ASIDE, _ABOVE = GUTTER + INSET - _EDGE, 5.0  # around the name in a bar


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid: where it is, its stage, the moments in it, and who answers for them."""

    span: Span
    stage: Place
    moments: tuple[Moment, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Neighbouring columns of the same owners. These are named where the bar begins, within the first stage."""

    columns: tuple[Column, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """Who they are."""
        return self.columns[0].owners

    @property
    def rect(self) -> Span:
        """From end to end."""
        first, last = self.columns[0].span, self.columns[-1].span
        return Span(first.x, last.right - first.x).inner(_EDGE)

    @property
    def text(self) -> Span:
        """Where the name may stand: a border between stages shall not cross it."""
        stage, x = self.columns[0].stage.span, self.rect.x + _ASIDE
        return Span(x, min(stage.right - _EDGE, self.rect.right) - _ASIDE - x)

    @property
    def label(self) -> str:
        """The names, and for which moments they stand."""
        moments = ", ".join(name_of(moment) for column in self.columns for moment in column.moments)
        return f"{' · '.join(self.owners)}: {moments}"


def owners(sheet: Sheet, key: str) -> Band | None:
    """The lane of owners: a bar for each, and a ring with arrows on the border to which one hands over."""
    found = list(_bars(sheet))
    if not found:
        return None
    names = [piece.fit(bar.text.width) for bar in found for piece in sheet.facts(*bar.owners, role="owner")]
    high = max(2 * _RADIUS, *(name.height for name in names)) + 2 * _ABOVE

    def draw(y: float) -> Shapes:
        top, middle = y + PADDING, y + PADDING + high / 2
        bars = (
            Group(
                "owner",
                bar.label,
                (
                    Box("owner", Rect(bar.rect.x, top, bar.rect.width, high), 4),
                    *name.draw(bar.text.x, middle - name.height / 2),
                ),
            )
            for bar, name in zip(found, names, strict=True)
        )
        word = sheet.words.word("marks", "handoff")
        return (*bars, *(Group("handoff", word, ring(x, middle)) for x in borders(sheet)))

    lead = min(PADDING + (high - name.height) / 2 + name.lead for name in names)
    return Band(key, sheet.words.lane(key), high + 2 * PADDING, draw, lead=lead)


def ring(x: float, y: float, radius: float = _RADIUS) -> Shapes:
    """The sign of a hand-off around a point: two arrows in a ring."""
    reach = 0.65 * radius
    arrows = Icon("handoff-arrow", "handoff", Rect(x - reach, y - reach, 2 * reach, 2 * reach))
    return Dot("handoff", (x, y), radius), arrows


def borders(sheet: Sheet) -> tuple[float, ...]:
    """Where between two neighbouring columns a moment is handed over, from left to right."""
    return tuple(x for x, _ in crossings(sheet))


def crossings(sheet: Sheet) -> Iterator[tuple[float, tuple[tuple[Moment, Moment], ...]]]:
    """The same, each with the moments that are handed over there, and to which; those at the left edge of a page, too."""
    span = sheet.grid.span
    for before, after in pairwise(columns(sheet.unrolled())):
        if not span.x <= after.span.x < span.right:
            continue
        pairs = tuple((one, other) for one in _ends(before) for other in _ends(after))
        if found := tuple((one, other) for one, other in pairs if (id(one), id(other)) in sheet.passages):
            yield after.span.x, found


def _ends(column: Column) -> tuple[Moment, ...]:
    """The moments of a column, and its stage: where contacts have no order it is the one that is handed over."""
    return (*column.moments, column.stage.stage)


def _bars(sheet: Sheet) -> Iterator[Bar]:
    for names, run in groupby(columns(sheet), lambda column: column.owners):
        if names:
            yield Bar(tuple(run))


def columns(sheet: Sheet) -> Iterator[Column]:
    """Every column with its owners, each once."""
    heard = (moment for stage in sheet.journey.stages for moment in counting(stage, "owner"))
    named = {id(moment): sheet.naming.actor(moment.owner) for moment in heard}
    for stage in sheet.grid.places():
        places = tuple(sheet.grid.within(stage)) or (stage,)
        for span, group in groupby(places, lambda place: place.span):
            moments = tuple(place.moment for place in group)
            said = [named.get(id(moment)) or named.get(id(stage.moment), "") for moment in moments]
            yield Column(span, stage, moments, tuple(dict.fromkeys(filter(None, said))))
