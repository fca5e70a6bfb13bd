"""The pictures of a comparison: two maps in one grid, laid over each other or lane by lane side by side."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cjm.diff.change import Comparison
from cjm.render.labels import labels
from cjm.render.lanes import Detail, Lane, View, chosen, unasked
from cjm.render.layouts.bands import PADDING, Band, Cell
from cjm.render.layouts.foot import foot
from cjm.render.layouts.grid import Span
from cjm.render.layouts.hands import hands
from cjm.render.layouts.items import Item, items
from cjm.render.layouts.merged import Merged, Spot, Which
from cjm.render.layouts.moves import Tie, linked
from cjm.render.layouts.notices import piece
from cjm.render.layouts.passing import stage_row, touchpoint_lane
from cjm.render.layouts.pieces import Stack
from cjm.render.layouts.shift import shift
from cjm.render.layouts.stages import phases
from cjm.render.layouts.standing import description, standing
from cjm.render.layouts.twin import SIDES, Twin, lane_of
from cjm.render.naming import name_of
from cjm.render.scene import Box, Group, Line, Rect, Scene, Shape
from cjm.render.text import Style

_MARGIN = 36.0
_LABELS = 136.0  # the column of lane labels
_GAP = 6.0  # between the pieces of a cell
_ALWAYS = ("touchpoints", "feels")

Row = tuple[tuple[Which, ...], Band]
"""A lane, or its part of one side, with the sides it shows."""

Build = Callable[[Twin, str, Collection[Which]], Band | None]


def lay_out(  # noqa: PLR0913, PLR0917 -- what is drawn, and five ways to draw it
    comparison: Comparison,
    style: Style,
    view: View = "overlay",
    lanes: Iterable[str] | None = None,
    lang: str | None = None,
    detail: Detail = "standard",
) -> tuple[Scene, ...]:
    """Two maps as one picture.

    ``lanes`` are keys of lanes in the order wanted; without them those in which something changed, the touchpoints and
    the emotion curves.
    """
    wanted = _wanted(comparison, lanes, detail)
    words = labels(lang or comparison.after.lang or comparison.before.lang or "en")
    merged = Merged(comparison, _MARGIN + _LABELS, is_folding=view == "overlay")
    twin = Twin(comparison, style, words, merged, detail, frozenset(wanted))
    rows: tuple[tuple[Which, ...], ...] = (SIDES,) if view == "overlay" else (("before",), ("after",))
    built = [(key, [(sides, band) for sides in rows if (band := _band(twin, key, sides))]) for key in wanted]
    found = [(key, bands) for key, bands in built if bands]
    if view != "in-turn":
        return (_scene(twin, found),)
    one, other = ([(key, _level(twin, bands, side)) for key, bands in found] for side in SIDES)
    pages = zip(SIDES, (_scene(twin, one, other), _scene(twin, other, one)), strict=True)
    return tuple(replace(page, name=f"{page.name}-{side}", turn=side_name(twin, side)) for side, page in pages)


def _level(twin: Twin, rows: list[Row], wanted: Which) -> list[Row]:
    """The row of one side of a lane, as high as that of the other, and level with it; empty where that side has none."""
    bands = [band for _, band in rows]
    level, lead = max(band.level for band in bands), max((band.lead for band in bands if band.lead), default=None)
    own = {sides[0]: replace(_sunk(band, level - band.level), lead=lead) for sides, band in rows}
    none = replace(bands[0], height=0, draw=lambda _: (), lead=lead)
    both = [((side,), own.get(side, none)) for side in SIDES]
    whole = Span(_MARGIN, _LABELS + twin.merged.span.width)
    high = max(_row(twin, whole, row, 0, is_first=True)[1] for row in both)
    return [(sides, replace(band, height=high)) for sides, band in both if sides == (wanted,)]


def _sunk(band: Band, down: float) -> Band:
    """A lane with so much room above what it holds."""
    return replace(band, height=band.height + down, draw=lambda y: band.draw(y + down))


def _scene(twin: Twin, found: list[tuple[str, list[Row]]], beside: Sequence[tuple[str, list[Row]]] = ()) -> Scene:
    """One page of the lanes that were found, below what became better or worse; what those ``beside`` show is explained, too."""
    comparison = twin.comparison
    whole = Span(_MARGIN, _LABELS + twin.merged.span.width)
    head, y = standing(twin, whole, _MARGIN)
    bars, y = phases(twin.after, y + 22)
    stages, top = stage_row(twin, y)
    grounds, shapes, y = _lanes(twin, whole, found, top + 8)
    also = [shape for _, rows in beside for _, band in rows for shape in band.draw(0)]
    roles = {getattr(shape, "role", "") for shape in _walk([*shapes, *also])}
    end, bottom = foot(twin, whole, y + 14, {key for key, _ in found}, roles)
    return Scene(
        name=name(comparison),
        title=comparison.after.title,
        description=description(twin),
        lang=twin.after.lang,
        width=whole.right + _MARGIN,
        height=bottom + _MARGIN,
        children=(*grounds, *_separators(twin, top + 8, y), head, *bars, *stages, *shapes, *end),
    )


def _walk(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """All shapes, those in groups too."""
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from _walk(shape.children)


def name(comparison: Comparison) -> str:
    """What tells the picture from others: the map, and both states."""
    before, after = comparison.before, comparison.after
    ids = dict.fromkeys([before.id or "map", after.id or "map"])
    return "-".join([*ids, *dict.fromkeys([before.state, after.state]), "compared"])


def _wanted(comparison: Comparison, lanes: Iterable[str] | None, detail: Detail) -> dict[str, Lane]:
    """The lanes to draw, in their order."""
    own = tuple({lane.key: lane for side in (comparison.before, comparison.after) for lane in side.lanes}.values())
    both = replace(comparison.after, lanes=own, stages=(*comparison.before.stages, *comparison.after.stages))
    picked = chosen(both, () if lanes is None else lanes, detail)
    if lanes is not None:
        return picked
    changed = {*map(lane_of, comparison.shown()), *_ALWAYS}
    return {key: lane for key, lane in unasked(both, detail).items() if key in changed}


def _band(twin: Twin, key: str, sides: Collection[Which]) -> Band | None:
    return _BUILDS.get(key, _things)(twin, key, sides)


def _things(twin: Twin, key: str, sides: Collection[Which]) -> Band | None:
    """A lane of what moments hold under a key, with lines from where something was to where it is."""
    told = {spot: found for spot in twin.spots() if (found := items(twin, spot, key, sides))}
    if not told:
        return None
    cells = [_cell(twin, spot, found, sides) for spot, found in told.items()]
    own = next((lane.name for side in SIDES for lane in twin.journey(side).lanes if lane.key == key), "")
    return linked(key, own or twin.words.lane(key).removeprefix("x-"), cells, list(_tied(twin, told)))


def _cell(twin: Twin, spot: Spot, found: Sequence[Item], sides: Collection[Which]) -> Cell:
    side: Which = "after" if spot.now and "after" in sides else "before"
    place = twin.place(side, spot)
    assert place is not None
    is_leaf = not spot.is_stage or not spot.bay.inner
    body = Stack([piece(twin, item, is_alone=len(sides) < 2) for item in found], _GAP).fit(spot.span.inner().width)
    address = twin.address(side, twin.sheet(side).address(place))
    return Cell(spot.span, spot.bay.first, is_leaf, body, 0, name_of(place.moment), address)


def _tied(twin: Twin, told: Mapping[Spot, Sequence[Item]]) -> Iterator[Tie]:
    """What moved from one cell to another; where a card of a whole stage is in the way, words must do."""
    broad = {spot.bay.first for spot in told if spot.is_stage and spot.bay.count > 1}
    ghosts = {item.thing.route: (spot, item) for spot, found in told.items() for item in found if item.fate == "left"}
    for spot, found in told.items():
        for item in found:
            old, ghost = ghosts.get(twin.origins.get(item.thing.route, ()), (None, None))
            if item.fate == "come" and old and ghost and broad.isdisjoint({spot.bay.first, old.bay.first}):
                yield Tie(ghost.address(twin), item.address(twin), item.thing.text, (old.span, spot.span))


_BUILDS: dict[str, Build] = {"touchpoints": touchpoint_lane, "feels": shift, "owner": hands}
"""What the lanes draw that are not lists of things."""


def _lanes(
    twin: Twin, whole: Span, found: list[tuple[str, list[Row]]], y: float
) -> tuple[list[Shape], list[Shape], float]:
    """The lanes from a given y down: their grounds, what is on them, and where they end."""
    grounds: list[Shape] = []
    shapes: list[Shape] = []
    for index, (key, bands) in enumerate(found):
        grounds.append(Line("rule", (whole.x, y), (whole.right, y)))
        top, groups = y, []
        for number, row in enumerate(bands):
            if number:
                grounds.append(Line("tick", (twin.merged.left, y), (whole.right, y)))
            drawn, high = _row(twin, whole, row, y, is_first=not number)
            groups += drawn
            if row[0] == ("before",):
                grounds.append(Box("was-row", Rect(whole.x, y, whole.width, high)))
            y += high
        if index % 2 and len(bands[0][0]) > 1:
            grounds.append(Box("lane-alt", Rect(whole.x, top, whole.width, y - top)))
        shapes.append(Group("lane", bands[0][1].label, tuple(groups), f"lane/{key}"))
    grounds.append(Line("rule", (whole.x, y), (whole.right, y)))
    return grounds, shapes, y


def _row(twin: Twin, whole: Span, row: Row, y: float, *, is_first: bool) -> tuple[list[Shape], float]:
    """A lane, or its row of one side, with its name; and how high it is."""
    sides, band = row
    label = twin.after.text(band.label, "lane").fit(_LABELS - 16 - band.aside)
    down = PADDING if band.lead is None else band.lead - label.lead
    shapes: list[Shape] = list(label.draw(whole.x + 10, y + down)) if is_first else []
    high = label.height if is_first else 0
    if len(sides) == 1:
        name = twin.after.text(side_name(twin, sides[0]), "caption").fit(_LABELS - 16 - band.aside)
        shapes += name.draw(whole.x + 10, y + down + high + (2 if is_first else 0))
        high += name.height + 2
    drawn = band.draw(y)
    inner: list[Shape] = [*shapes, *drawn]
    if len(sides) == 1:
        inner = [*shapes, Group("row", f"{band.label}: {side_name(twin, sides[0])}", drawn)]
    return inner, max(band.height, down + high + PADDING)


def side_name(twin: Twin, side: Which) -> str:
    """What a side is called: by its state, or before and after where both have the same."""
    one, other = twin.comparison.before.state, twin.comparison.after.state
    return twin.words.word("changes", side) if one == other else twin.words.word("states", twin.journey(side).state)


def _separators(twin: Twin, top: float, bottom: float) -> Iterator[Line]:
    """A thin line between stages, through all lanes."""
    for bay in twin.merged.bays[1:]:
        x = twin.merged.over(bay).x
        yield Line("stage-rule", (x, top), (x, bottom))
