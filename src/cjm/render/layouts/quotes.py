"""What customers say, in bubbles above and below the emotion curve, each tied to its point."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from cjm.model.moment import Quote
from cjm.render.layouts import cards
from cjm.render.layouts.curve import Point
from cjm.render.layouts.grid import Place
from cjm.render.layouts.labelling import Field
from cjm.render.layouts.pieces import Fitted
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Line, Polygon, Rect, Shape, Text
from cjm.render.values import dataclass

_WIDEST, _NARROWEST = 240.0, 36.0
_GAP = 6.0  # between two bubbles of a moment
_AIR = 12.0  # between a strip of bubbles and what is nearest to it
_TAIL = (9.0, 6.0)  # how wide and how long
_CORNER = 14.0  # from the edge of a bubble to the middle of a tail, at least
_FINE = 6.0  # how exactly a bubble's width is sought


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a quotation is tied to: a point, how far its marker reaches, and its labels."""

    point: Point
    reach: float
    labels: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said in a moment about one point: cards of one width."""

    place: Place
    cards: tuple[Fitted, ...]
    width: float
    anchor: Anchor | None

    @property
    def height(self) -> float:
        """All cards, and the gaps between."""
        return _height(self.cards)

    @property
    def x(self) -> float:
        """The left edge: in the middle of the column, or as near as a tail from it meets the point."""
        x = self.place.span.centre - self.width / 2
        if not self.anchor:
            return x
        reach = self.width / 2 - _CORNER
        aside = self.anchor.point[0] - self.place.span.centre
        return x + max(aside - reach, 0) + min(aside + reach, 0)


@dataclass(frozen=True, slots=True)
class Bubbles:
    """A speech in its place, above or below the curve. ``tie`` is where the line to its point ends, if it has one."""

    speech: Speech
    y: float
    is_above: bool
    tie: float | None

    @property
    def bottom(self) -> float:
        """The lower edge of the last card."""
        return self.y + self.speech.height

    def draw(self, top: float) -> Iterator[Shape]:
        """The line to the point, the cards, and the tail of the one that is next to the curve."""
        speech, y, roles = self.speech, self.y + top, []
        edge, side = (self.bottom + top, 1) if self.is_above else (y, -1)
        x = speech.anchor.point[0] if speech.anchor else 0
        if self.tie is not None:
            yield Line("leader", (x, edge + side * _TAIL[1]), (x, self.tie + top))
        for card in speech.cards:
            shapes = card.draw(speech.x, y)
            yield from shapes
            roles += [shape.role for shape in shapes if isinstance(shape, Box)]
            y += card.height + _GAP
        if self.tie is not None:
            yield from _tail(roles[-1 if self.is_above else 0], x, edge, side)


def speech(sheet: Sheet, place: Place, quotes: Iterable[tuple[Quote, str]], anchor: Anchor | None) -> Speech:
    """What is said in a moment, each quotation with who said it, in cards as narrow as they can be at their height."""
    assumed = place.is_assumed
    made = [cards.quotation(sheet, quote, by=by, assumed=assumed) for quote, by in quotes]
    most = min(place.span.inner().width, _WIDEST)
    lows, highs = zip(*(_bounds(sheet, card.fit(most)) for card in made), strict=True)
    least = min(max(_NARROWEST, *lows), most)
    most = min(max(least, *highs), most)
    fitted = tuple(card.fit(most) for card in made)
    while most - least > _FINE:
        middle = (least + most) / 2
        narrower = tuple(card.fit(middle) for card in made)
        if _height(narrower) <= _height(fitted):
            fitted, most = narrower, middle
        else:
            least = middle
    return Speech(place, fitted, most, anchor)


def _height(fitted: Sequence[Fitted]) -> float:
    return sum(card.height for card in fitted) + _GAP * (len(fitted) - 1)


def _bounds(sheet: Sheet, card: Fitted) -> tuple[float, float]:
    """The least and the greatest width that a card may need to be no higher.

    Its longest word is not broken, its rows can at best be even, and it need not be wider than the widest of them.
    """
    texts = [text for text in card.draw(0, 0) if isinstance(text, Text)]
    margin = 2 * min(row.x for text in texts for row in text.rows) + 0.01
    words = (sheet.style.width(word, text.role) for text in texts for row in text.rows for word in row.text.split())
    even = (sum(row.width for row in text.rows) / len(text.rows) for text in texts if text.rows)
    widest = max(row.width for text in texts for row in text.rows)
    return max(*words, *even) + margin, widest + margin


def bubbles(field: Field, speeches: Sequence[Speech], marks: Collection[Rect]) -> Iterator[Bubbles]:
    """All speeches in two strips: above for the upper half, below for the lower half and what belongs to no point.

    A strip is as near to the curve as its columns allow, and its bubbles stand on one level.
    """
    sided = [(each, side) for each in speeches for side in [_side(field, each, marks)]]
    is_low = sum(side > 0 for _, side in sided) > sum(side < 0 for _, side in sided)
    for is_above in (True, False):
        strip = [each for each, side in sided if (side < 0 or (side == 0 and not is_low)) == is_above]
        columns = [list(column) for _, column in groupby(strip, key=lambda each: each.place.span)]
        level = _level(field, strip, marks, is_above=is_above)
        for column in columns:
            yield from _stacked(field, column, level, marks, is_above=is_above)


def _side(field: Field, speech: Speech, marks: Collection[Rect]) -> int:
    """-1 for above, 1 for below, 0 for either: the side of the point, or the other one if only there it is reached."""
    if speech.anchor is None:
        return 1
    height = speech.anchor.point[1]
    wanted = (height > field.neutral + 0.01) - (height < field.neutral - 0.01)
    free = [side for side in (wanted or -1, -(wanted or -1)) if _tie(field, speech.anchor, side, marks) is not None]
    return wanted if not free or len(free) == 2 or free[0] == wanted else free[0]


def _tie(field: Field, anchor: Anchor, side: int, marks: Collection[Rect]) -> float | None:
    """Where a line from that side to a point ends: at its marker, or its label in between; nothing if it is cut off."""
    x, y = anchor.point
    end = y + side * (anchor.reach + 2)
    others = [mark for mark in marks if mark not in anchor.labels]
    for label in anchor.labels:
        edge = label.y if side < 0 else label.bottom
        if label.x - 1 < x < label.right + 1 and (edge - end) * side > 0:
            end = edge + side * 2
    return end if field.is_clear(x, y + side * (anchor.reach + 1), side * 10_000, others) else None


def _level(field: Field, strip: Sequence[Speech], marks: Collection[Rect], *, is_above: bool) -> float:
    """Where the bubbles of a strip end towards the curve: clear of everything in their columns."""
    level = field.neutral
    for each in strip:
        for start, end in field.taken(each.x, each.x + each.width, marks, 0):
            level = min(level, start) if is_above else max(level, end)
    return level - _AIR if is_above else level + _AIR


def _stacked(
    field: Field, column: Sequence[Speech], level: float, marks: Collection[Rect], *, is_above: bool
) -> Iterator[Bubbles]:
    """The speeches of one moment away from the curve; the one that can be tied to its point is next to it."""
    side = -1 if is_above else 1
    ties = [(each, _tie(field, each.anchor, side, marks) if each.anchor else None) for each in column]
    y = level
    for index, (each, tie) in enumerate(sorted(ties, key=lambda pair: pair[1] is None)):
        y -= each.height if is_above else 0
        yield Bubbles(each, y, is_above, None if index else tie)
        y += -_GAP if is_above else each.height + _GAP


def _tail(role: str, x: float, edge: float, side: int) -> Iterator[Shape]:
    """The tip of a bubble that points up or down; it opens the edge of the bubble."""
    half, tip, inside = _TAIL[0] / 2, (x, edge + side * _TAIL[1]), edge - side
    yield Polygon("speech-tail", ((x - half, inside), (x + half, inside), (x + half, edge), tip, (x - half, edge)))
    yield Line(role, (x - half, edge), tip)
    yield Line(role, tip, (x + half, edge))
