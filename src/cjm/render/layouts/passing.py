"""The stages and touchpoints of two maps in one row each: what stayed, what is new, what is gone, what moved where."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cjm.diff.change import Change, Direction, Kind
from cjm.model.moment import Moment, Touchpoint
from cjm.model.problem import Parts
from cjm.render.layouts.bands import PADDING, Band, Cell, lined_up
from cjm.render.layouts.deltas import delta
from cjm.render.layouts.grid import INSET
from cjm.render.layouts.merged import Bay, Spot, Which
from cjm.render.layouts.moves import Move, Moves, Tie, linked, moves
from cjm.render.layouts.notices import line, stamped, together
from cjm.render.layouts.pieces import Card, Piece, Shapes, Stack, Words
from cjm.render.layouts.signs import Compass, Struck
from cjm.render.layouts.stages import Arrow, arrows
from cjm.render.layouts.twin import SIDES, Twin, lane_of, whole
from cjm.render.naming import name_of

_CHANGED = (Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.REORDERED)
_APART = 5.0  # between the parts of a card

PLAIN = frozenset({
    "name", "id", "channel", "device", "at", "wait", "duration", "importance", "status", "kind", "initiator", "receiver",
    "control", "personas", "validated", "owner", "handoff", "feels", "moment_of_truth", "evidence", "phase",
})  # fmt: skip
"""The fields of a moment that its own card tells, where no lane does."""


def stage_row(twin: Twin, y: float) -> tuple[Shapes, float]:
    """The stages of both sides as arrows, with lines over them to where one has moved; and where the row ends."""
    found = [_arrow(twin, bay) for bay in twin.merged.bays]
    paths = moves(list(_moved(twin, [spot for spot in twin.spots() if spot.is_stage])))
    if not found:
        return (), y
    groups, bottom = arrows(twin.after, found, y + paths.height)
    return (*groups, *paths.draw(y + paths.height)), bottom


def _moved(twin: Twin, spots: Sequence[Spot]) -> Iterator[Move]:
    """The ways of those that left their place, to where they are now."""
    news = {spot.now: spot for spot in spots if spot.now}
    for spot in spots:
        if twin.has_left(spot) and spot.was:
            there = news.get(twin.comparison.matched[spot.was])
            if there and there.span.centre != spot.span.centre:
                yield Move(spot.span.centre, there.span.centre, name_of(twin.moment("before", spot.was)))


def _arrow(twin: Twin, bay: Bay) -> Arrow:
    """A stage: strong where something in it changed, else quiet; a ghost where it is no longer there."""
    side: Which = "before" if bay.after is None else "after"
    index = bay.at(side)
    assert index is not None
    route: Parts = ("stages", index)
    moment, sheet = twin.moment(side, route), twin.sheet(side)
    own = twin.own.get((side, route), ())
    span, address = twin.merged.over(bay), twin.address(side, f"stage/{moment.id}")
    name = sheet.text(name_of(moment), "gone-stage" if side == "before" else "stage")
    kind, meaning = _happened(twin, own, side, route)
    if side == "before":
        head = [stamped(twin, kind, meaning)] if kind else []
        told: Piece = name if twin.comparison.matched.get(route) else Struck(name)
        return Arrow(span, "stage-gone", Stack([*head, told], 2), name_of(moment), address)
    is_quiet = not any(site[0] == "after" and site[1][:2] == route for site in twin.told) and not _lost(twin, bay)
    role = "stage-kept" if is_quiet else "stage"
    rows: list[Piece] = [stamped(twin, kind, meaning, tint="stage-note")] if kind else []
    rows.append(sheet.text(name_of(moment), role))
    rows += (sheet.text(twin.words.fill("changes", "was", old), "was-stage") for old in _names(own))
    for change in _told(twin, own):
        if text := delta(twin, change):
            rows.append(Words(twin.style, text, "stage-note", Compass(twin.style, change.direction, "stage-")))
        else:
            rows.append(stamped(twin, Kind.CHANGED, change.direction, tint="stage-note"))
    return Arrow(span, role, Stack(rows, 2), name_of(moment), address)


def _lost(twin: Twin, bay: Bay) -> bool:
    """Whether a stage lost something that only the earlier map tells of."""
    route = ("stages", bay.before)
    return any(side == "before" and parts[:2] == route for side, parts in twin.told)


def _happened(twin: Twin, own: Sequence[Change], side: Which, route: Parts) -> tuple[Kind | None, Direction]:
    """What became of a moment as a whole, and what that means."""
    change = whole(tuple(own), *_CHANGED)
    if change:
        return change.kind, change.direction
    known = twin.comparison.matched if side == "before" else twin.origins
    return None if route in known else Kind.REMOVED if side == "before" else Kind.ADDED, Direction.NEUTRAL


def _names(own: Sequence[Change]) -> Iterator[str]:
    """What a moment was called before."""
    for change in own:
        if change.kind is Kind.RENAMED and change.field == "name" and change.before:
            yield str(change.before.value)


def _told(twin: Twin, own: Sequence[Change], *, is_stacked: bool = False) -> Iterator[Change]:
    """The changes of a moment's plain fields that no lane tells, or only for all that share its column."""
    for change in own:
        lane = lane_of(change)
        told = "owner" if lane == "handoff" else lane
        is_own = told not in twin.lanes or (is_stacked and lane in {"owner", "feels"})
        is_plain = change.field and change.field != "name" and lane in PLAIN and is_own
        if is_plain and not change.field.startswith("for/"):
            yield change


def touchpoint_lane(twin: Twin, key: str, sides: Collection[Which] = SIDES) -> Band | None:
    """The cards of touchpoints, and lines over them to where one has moved."""
    spots = [spot for spot in twin.spots() if not spot.bay.is_folded]
    found: list[Cell] = []
    for spot in spots:
        side: Which = "after" if spot.now and "after" in sides else "before"
        route = spot.now if side == "after" else spot.was
        if route and side in sides and (body := _card(twin, spot, side, route)):
            moment = twin.moment(side, route)
            address = _address(twin, side, spot)
            fitted = body.fit(spot.span.inner().width)
            found.append(Cell(spot.span, spot.bay.first, True, fitted, 0, name_of(moment), address))  # noqa: FBT003
    if not found:
        return None
    touched = [spot for spot in spots if not spot.is_stage]
    if len(sides) > 1 and any(spot.bay.is_stacked for spot in touched):
        return linked(key, twin.words.lane(key), found, list(_tied(twin, touched)), is_even=True)
    paths = moves(list(_moved(twin, touched))) if len(sides) > 1 else Moves(())
    band = lined_up(key, twin.words.lane(key), found, is_even=True, above=paths.height)

    def draw(y: float) -> Shapes:
        return (*band.draw(y), *paths.draw(y + paths.height + PADDING))

    return replace(band, draw=draw)


def _tied(twin: Twin, spots: Sequence[Spot]) -> Iterator[Tie]:
    """The same from card to card, where several stand in one column."""
    news = {spot.now: spot for spot in spots if spot.now}
    for spot in spots:
        there = news.get(twin.comparison.matched.get(spot.was or (), ())) if twin.has_left(spot) else None
        if there and spot.was:
            ends = (_address(twin, "before", spot), _address(twin, "after", there))
            yield Tie(*ends, name_of(twin.moment("before", spot.was)), (spot.span, there.span))


def _address(twin: Twin, side: Which, spot: Spot) -> str:
    place = twin.place(side, spot)
    return twin.address(side, twin.sheet(side).address(place)) if place else ""


def _card(twin: Twin, spot: Spot, side: Which, route: Parts) -> Piece | None:
    """A touchpoint, or a stage that has none: what became of it, its name and channels, and what changed."""
    moment, sheet = twin.moment(side, route), twin.sheet(side)
    if spot.is_stage and twin.stage(side, route).touchpoints:
        return None
    own = twin.own.get((side, route), ())
    kind, meaning = (None, Direction.NEUTRAL) if spot.is_stage else _happened(twin, own, side, route)
    told = [] if spot.is_stage else list(_told(twin, own, is_stacked=spot.bay.is_stacked))
    names = [] if spot.is_stage else list(_names(own))
    is_ghost = side == "before" and kind in {Kind.REMOVED, Kind.MOVED, Kind.REORDERED}
    look = "gone" if is_ghost else "told" if kind or told or names else "kept"
    rows: list[Piece] = [stamped(twin, kind, meaning)] if kind else []
    if isinstance(moment, Touchpoint):
        name = sheet.text(name_of(moment), f"{look}-touchpoint")
        rows.append(Struck(name) if kind is Kind.REMOVED else name)
    if side == "after":
        rows += (sheet.text(twin.words.fill("changes", "was", old), "was") for old in names)
    if kind is Kind.MOVED:
        rows += _elsewhere(twin, side, route)
    channels = sheet.facts(*map(sheet.channel, moment.channel), role="gone" if look == "gone" else "kept")
    lines = [line(twin, change) for change in (told if side == "after" else ())]
    parts = [Stack(part) for part in (rows, channels if not is_ghost else (), lines) if part]
    if not parts:
        return None
    edge = "" if look != "told" else f"told-{together(told)}" if side == "after" else "told-neutral"
    return Card(look, Stack(parts, _APART), edge=edge, margin=(INSET, 9), radius=5)


def _elsewhere(twin: Twin, side: Which, route: Parts) -> Iterator[Words]:
    """The stage that a touchpoint came from, or went to, where it is another."""
    other: Which = "before" if side == "after" else "after"
    known = twin.origins if side == "after" else twin.comparison.matched
    there = known.get(route)
    if there and known.get(route[:2]) != there[:2]:
        stage: Moment = twin.moment(other, there[:2])
        yield twin.after.text(twin.words.fill("changes", "from" if side == "after" else "to", name_of(stage)), "was")
