"""The sheet on which two maps are drawn as one: what stands where on both sides, and what became of it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from cjm.diff.change import Change, Comparison, Kind, Side, moment_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.model.problem import Parts
from cjm.render import bidi
from cjm.render.labels import Labels
from cjm.render.lanes import Detail
from cjm.render.layouts.grid import Place
from cjm.render.layouts.merged import Merged, Spot, Which, moment_at
from cjm.render.layouts.sheet import Sheet
from cjm.render.text import Style
from cjm.render.told.changes import address as address_of
from cjm.render.values import dataclass

SIDES: tuple[Which, ...] = ("before", "after")


@dataclass(frozen=True)
class Twin:
    """What every lane of a comparison needs to know; ``lanes`` are the keys of those that are drawn."""

    comparison: Comparison
    style: Style
    words: Labels
    merged: Merged
    detail: Detail = "standard"
    lanes: frozenset[str] = frozenset()

    @cached_property
    def before(self) -> Sheet:
        """The earlier map in the columns that both share."""
        return Sheet(self.comparison.before, self.style, self.words, self.merged.grid("before"), self.detail)

    @cached_property
    def after(self) -> Sheet:
        """The later map in the columns that both share."""
        return Sheet(self.comparison.after, self.style, self.words, self.merged.grid("after"), self.detail)

    def sheet(self, side: Which) -> Sheet:
        """One of the two."""
        return self.before if side == "before" else self.after

    def journey(self, side: Which) -> Journey:
        """The map of one side."""
        return self.comparison.before if side == "before" else self.comparison.after

    def moment(self, side: Which, route: Parts) -> Moment:
        """The stage or touchpoint of a route on one side."""
        return moment_at(self.journey(side), route)

    def stage(self, side: Which, route: Parts) -> Stage:
        """The stage in which a route lies."""
        return self.journey(side).stages[int(route[1])]

    def routes(self, side: Which) -> Mapping[int, Parts]:
        """The routes of the stages and touchpoints of one side, by the identity of each."""
        return routes(self.journey(side))

    def place(self, side: Which, spot: Spot) -> Place | None:
        """What one side has in a spot, as that side's own lanes know it."""
        route = spot.was if side == "before" else spot.now
        if route is None:
            return None
        return Place(self.stage(side, route), self.moment(side, route), spot.span, spot.bay.is_stacked)

    @cached_property
    def origins(self) -> Mapping[Parts, Parts]:
        """From the routes of elements after to their routes before."""
        return {after: before for before, after in self.comparison.matched.items()}

    def origin(self, spot: Spot) -> Parts | None:
        """Where what stands in a spot now was before, there or elsewhere; nothing where it is new."""
        return None if spot.now is None else self.origins.get(spot.now)

    def has_left(self, spot: Spot) -> bool:
        """Whether what stood in a spot stands elsewhere now."""
        return spot.now is None and spot.was is not None and spot.was in self.comparison.matched

    @cached_property
    def shown(self) -> tuple[Change, ...]:
        """The changes that count."""
        return self.comparison.shown()

    @cached_property
    def told(self) -> Mapping[tuple[Which, Parts], tuple[Change, ...]]:
        """The changes by side and by the route of what they change: an element, or a key of a moment."""
        found: dict[tuple[Which, Parts], list[Change]] = {}
        for change in self.shown:
            for side, where in (("before", change.before), ("after", change.after)):
                if where is not None:
                    found.setdefault((side, site(where, change.field)), []).append(change)  # type: ignore[arg-type]
        return {key: tuple(changes) for key, changes in found.items()}

    @cached_property
    def own(self) -> Mapping[tuple[Which, Parts], tuple[Change, ...]]:
        """The changes of moments themselves, by side and route: what became of them, and of their plain fields."""
        found: dict[tuple[Which, Parts], dict[int, Change]] = {}
        for (side, route), changes in self.told.items():
            moment = moment_of(route)
            if moment and len(route) <= len(moment) + 1:
                found.setdefault((side, moment), {}).update({id(change): change for change in changes})
        return {key: tuple(changes.values()) for key, changes in found.items()}

    def changes(self, side: Which, route: Parts) -> tuple[Change, ...]:
        """What changed in an element, or under a key of a moment, by its route on one side."""
        return self.told.get((side, route), ())

    def address(self, side: Which, address: str) -> str:
        """An address on one side: with the identity of its map, or without it where both are the same."""
        return address_of(self.comparison, side, address)

    def arrow(self, before: str, after: str) -> str:
        """From one value to the other, in the direction in which the words run."""
        return arrow(self.style, before, after)

    def spots(self) -> Iterator[Spot]:
        """Where moments are drawn."""
        yield from self.merged.spots


def arrow(style: Style, before: str, after: str) -> str:
    """From one value to the other, in the direction in which the words run."""
    both = f"{before} {after}"
    is_turned = bidi.has_rtl(both) and (style.is_rtl or bidi.first_strong(both) == "rtl")
    return f"{before} {'←' if is_turned else '→'}\u00a0{after}"


def routes(journey: Journey) -> Mapping[int, Parts]:
    """The routes of the stages and touchpoints of a map, by the identity of each."""
    found: dict[int, Parts] = {}
    for index, stage in enumerate(journey.stages):
        found[id(stage)] = ("stages", index)
        found |= {id(each): ("stages", index, "touchpoints", place) for place, each in enumerate(stage.touchpoints)}
    return found


def site(side: Side, field: str = "") -> Parts:
    """The route of what a change is about: an element in a list of a moment, or else a key of the moment."""
    moment = moment_of(side.parts)
    rest = side.parts[len(moment) :] or tuple(field.split("/")[:1] if field else ())
    is_listed = len(rest) > 1 and (isinstance(rest[1], int) or rest[0] in {"metrics", "for"})
    return (*moment, *rest[: 2 if is_listed else 1])


def lane_of(change: Change) -> str:
    """The lane that a change belongs to: its key in the moment, or empty for the moment itself and in the head."""
    here = change.here
    if not here.moment:
        return ""
    key = str((*site(here, change.field)[len(here.moment) :], "")[0])
    inner = change.field.split("/")[-1] if key == "for" and change.field else key
    return {"goal": "goals"}.get(inner, inner)


def whole(changes: tuple[Change, ...], *kinds: Kind) -> Change | None:
    """The change of an element as a whole, of one of the kinds, among those of an element."""
    return next((change for change in changes if not change.field and change.kind in kinds), None)
