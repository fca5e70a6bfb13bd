"""The owner lane of a comparison: who answers for what, where that changed, and which hand-offs came or went."""

from collections.abc import Collection, Iterator, Sequence

from cjm.diff.change import Change, Direction, Kind
from cjm.model.moment import Moment
from cjm.model.problem import Parts
from cjm.render.layouts.bands import PADDING, Band
from cjm.render.layouts.deltas import NONE
from cjm.render.layouts.merged import Which
from cjm.render.layouts.notices import together
from cjm.render.layouts.owners import Bar, Column, columns, crossings, ring
from cjm.render.layouts.pieces import Fitted, Shapes, Words
from cjm.render.layouts.signs import Compass, Struck, happened
from cjm.render.layouts.twin import SIDES, Twin
from cjm.render.scene import Box, Dot, Group, Rect
from cjm.render.values import dataclass

_RADIUS, _SMALL = 10.0, 5.5
_ABOVE = 5.0  # over and under the name in a bar


@dataclass(frozen=True, slots=True)
class Hand:
    """A bar of neighbouring columns of one owner: its look, its piece, and what it says to those who cannot see it."""

    bar: Bar
    look: str
    name: Fitted
    label: str
    address: str = ""


def hands(twin: Twin, key: str, sides: Collection[Which] = SIDES) -> Band | None:
    """The lane of owners: quiet bars, strong ones where the owner changed, ghosts where the moment is gone."""
    main: Which = "after" if "after" in sides else "before"
    found = list(_hands(twin, main, is_both=len(sides) > 1))
    if len(sides) > 1:
        found += _ghosts(twin)
    if not found:
        return None
    high = max(2 * _RADIUS, *(hand.name.height for hand in found)) + 2 * _ABOVE
    name = twin.words.lane(key)

    def draw(y: float) -> Shapes:
        top, middle = y + PADDING, y + PADDING + high / 2
        bars = (
            Group(
                "owner",
                hand.label,
                (
                    Box(hand.look, Rect(hand.bar.rect.x, top, hand.bar.rect.width, high), 4),
                    *hand.name.draw(hand.bar.text.x, middle - hand.name.height / 2),
                ),
                hand.address,
            )
            for hand in found
        )
        return (*bars, *(group for side in sides for group in _rings(twin, side, main, middle)))

    lead = min(PADDING + (high - hand.name.height) / 2 + hand.name.lead for hand in found)
    return Band(key, name, high + 2 * PADDING, draw, lead=lead)


def _hands(twin: Twin, side: Which, *, is_both: bool) -> Iterator[Hand]:
    """The bars of one side, parted where the owner of one column changed and that of the next did not."""
    told = [(column, _changes(twin, side, column)) for column in columns(twin.sheet(side))]
    told = [(column, changes) for column, changes in told if column.owners or changes]
    befores = {column.span.x: ", ".join(column.owners) for column in columns(twin.before)}
    runs: list[list[tuple[Column, tuple[Change, ...]]]] = []
    for column, changes in told:
        last = runs[-1][-1] if runs else None
        is_beside = last is not None and abs(last[0].span.right - column.span.x) < 1
        if last and is_beside and not changes and not last[1] and last[0].owners == column.owners:
            runs[-1].append((column, changes))
        else:
            runs.append([(column, changes)])
    for run in runs:
        bar, changes = Bar(tuple(column for column, _ in run)), run[0][1]
        text = ", ".join(bar.owners)
        if not changes:
            piece = Words(twin.style, text, "kept-owner").fit(bar.text.width)
            yield Hand(bar, "kept-bar", piece, bar.label)
            continue
        was = befores.get(bar.columns[0].span.x) or _before(twin, changes)
        text = twin.arrow(was, text or NONE) if is_both else text or NONE
        meaning = together(changes)
        mark = None if meaning is Direction.NEUTRAL or side == "before" else Compass(twin.style, meaning)
        piece = Words(twin.style, text, "told-owner", mark).fit(bar.text.width)
        place = next(each for each in twin.sheet(side).everywhere if each.moment is _first(run[0][0]))
        address = twin.address(side, twin.sheet(side).address(place))
        yield Hand(bar, "told-bar", piece, f"{text}: {bar.label}", address)


def _first(column: Column) -> Moment:
    return (*column.moments, column.stage.stage)[0]


def _changes(twin: Twin, side: Which, column: Column) -> tuple[Change, ...]:
    """What is reported of the owner of a column: that of its moment, or of its stage."""
    if len(column.moments) > 1:  # each card tells its own
        return ()
    known = twin.routes(side)
    found = (
        change
        for moment in (*column.moments, column.stage.stage)
        for change in twin.own.get((side, known[id(moment)]), ())
    )
    return tuple(change for change in found if change.field == "owner")


def _before(twin: Twin, changes: Sequence[Change]) -> str:
    """Who answered before."""
    values = (change.before.value for change in changes if change.before)
    return ", ".join(dict.fromkeys(twin.before.naming.actor(str(value)) for value in values)) or NONE


def _ghosts(twin: Twin) -> Iterator[Hand]:
    """The bars of what is gone."""
    routes, known = twin.routes("before"), twin.comparison.matched
    for column in columns(twin.before):
        moments = column.moments or (column.stage.stage,)
        if column.owners and not any(routes[id(moment)] in known for moment in moments):
            bar, text = Bar((column,)), ", ".join(column.owners)
            piece = Struck(Words(twin.style, text, "gone"))
            yield Hand(bar, "gone", piece.fit(bar.text.width), f"{text}: {bar.label}")


def _rings(twin: Twin, side: Which, main: Which, y: float) -> Iterator[Group]:
    """The hand-offs of a side: those of the later map with a plus where they are new, those that are gone as ghosts."""
    other: Which = "before" if side == "after" else "after"
    known = twin.comparison.matched if side == "before" else twin.origins
    theirs = {pair for _, pairs in _passages(twin, other) for pair in pairs}
    there = {x for x, _ in _passages(twin, other)}
    for x, pairs in _passages(twin, side):
        is_kept = x in there or any((known.get(one), known.get(two)) in theirs for one, two in pairs)
        if is_kept and side == main:
            yield Group("handoff", twin.words.word("marks", "handoff"), ring(x, y, _RADIUS - 2))
        elif not is_kept:
            kind = Kind.ADDED if side == "after" else Kind.REMOVED
            label = f"{twin.words.word('changes', str(kind))}: {twin.words.word('marks', 'handoff')}"
            shapes = ring(x, y) if side == "after" else (Dot("gone", (x, y), _RADIUS), *ring(x, y, _RADIUS)[1:])
            yield Group("handoff", label, (*shapes, *happened(kind, x - _RADIUS, y - _RADIUS, _SMALL)))


def _passages(twin: Twin, side: Which) -> list[tuple[float, tuple[tuple[Parts, Parts], ...]]]:
    """Where one side hands over, with the routes of the moments."""
    routes = twin.routes(side)
    return [
        (x, tuple((routes[id(one)], routes[id(two)]) for one, two in pairs)) for x, pairs in crossings(twin.sheet(side))
    ]
