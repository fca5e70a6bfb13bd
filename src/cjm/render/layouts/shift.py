"""The emotion lane of a comparison: the curve before and the curve after, and what lies between them."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from cjm.figures.emotion import felt, neutral
from cjm.model.journey import Scale
from cjm.model.problem import Parts
from cjm.render.layouts.bands import Band
from cjm.render.layouts.curve import Smooth
from cjm.render.layouts.deltas import as_it_was, delta
from cjm.render.layouts.feelings import Felt
from cjm.render.layouts.gap import Gap
from cjm.render.layouts.grid import Place
from cjm.render.layouts.labelling import EDGE, Field, Placing, label, moved, room
from cjm.render.layouts.merged import Which
from cjm.render.layouts.mood import Mood
from cjm.render.layouts.plot import ASIDE, HEIGHT, Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.summary import summed_up
from cjm.render.layouts.twin import SIDES, Twin, routes
from cjm.render.naming import name_of
from cjm.render.scene import Dot, Group, Rect, Shape, Text
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_DOT = 4.5  # the radius of a point as it was


class Stand(NamedTuple):
    """A moment with a feeling, on one side: its route, its place, its score in units of the picture, and its word."""

    route: Parts
    place: Place
    score: float
    word: str


def shift(twin: Twin, key: str, sides: Collection[Which] = SIDES) -> Band | None:
    """The lane of the emotion curves of both sides, or of one of them."""
    stands = {side: tuple(_stands(twin, side)) for side in SIDES}
    if not any(stands[side] for side in sides):
        return None
    lane = _Lane(twin, twin.words.lane(key), tuple(sides), stands)
    return Band(
        key, lane.name, lane.bottom - lane.top, lambda y: tuple(lane.draw(y - lane.top)), ASIDE, level=-lane.top
    )


def scale_of(twin: Twin) -> Scale:
    """The scale that both sides share; else the usual one, to which both are mapped."""
    one, other = twin.comparison.before.scale, twin.comparison.after.scale
    return one if one == other else Scale()


def _stands(twin: Twin, side: Which) -> Iterator[Stand]:
    """The moments of a side that have a score, from left to right."""
    sheet = summed_up(twin.sheet(side))
    known = routes(sheet.journey)
    own, shared = sheet.journey.scale, scale_of(twin)
    for each in sorted(sheet.speaking("feels"), key=lambda place: place.span.centre):
        value = felt(each.moment, own)
        if value is not None:
            share = (value - own.min) / ((own.max - own.min) or 1)
            value = value if own == shared else shared.min + share * (shared.max - shared.min)
            word = typeset(each.moment.feels.emotion, sheet.lang) if each.moment.feels else ""
            yield Stand(known[id(each.moment)], each, value, word)


@dataclass(frozen=True)
class _Lane:
    """What the lane holds. y is 0 at the best feeling; the lane reaches from ``top`` to ``bottom``."""

    twin: Twin
    name: str
    sides: tuple[Which, ...]
    stands: dict[Which, tuple[Stand, ...]]

    @cached_property
    def plot(self) -> Plot:
        """Where scores stand."""
        return Plot(scale_of(self.twin))

    @cached_property
    def sheet(self) -> Sheet:
        """What writes the figures of the scale."""
        sheet = self.twin.after
        return replace(sheet, journey=replace(sheet.journey, scale=self.plot.scale))

    @cached_property
    def curves(self) -> dict[Which, Smooth]:
        """The curves of the sides that have a point."""
        points = {side: tuple(map(self.point, self.stands[side])) for side in self.sides if self.stands[side]}
        return {side: Smooth(found) for side, found in points.items()}

    def point(self, stand: Stand) -> tuple[float, float]:
        """Where a moment stands."""
        return stand.place.span.centre, self.plot.y(stand.score)

    @cached_property
    def felt(self) -> tuple[Felt, ...]:
        """The points that are told, of what is gone as it was, their labels without a place."""
        main: Which = "after" if "after" in self.sides else "before"
        found = [self._felt(stand, main) for stand in self.stands[main]]
        if len(self.sides) > 1:
            matched = self.twin.comparison.matched
            gone = [stand for stand in self.stands["before"] if stand.route not in matched]
            found += [self._felt(stand, "before") for stand in gone]
        return tuple(found)

    def _felt(self, stand: Stand, side: Which) -> Felt:
        middle = neutral(self.plot.scale)
        look = "neutral" if stand.score == middle else "high" if stand.score > middle else "low"
        own = Felt(stand.place, self.point(stand), look, None, ())
        mood = self._mood(stand, side, look)
        return replace(own, label=label(mood, stand.place.span, self.point(stand), own.reach))

    def _mood(self, stand: Stand, side: Which, look: str) -> Mood:
        """What is written beside a point: where the two sides differ, both figures."""
        twin, figure = self.twin, self.sheet.naming.score
        known = twin.comparison.matched if side == "before" else twin.origins
        there = known.get(stand.route)
        others = {each.route: each for each in self.stands["after" if side == "before" else "before"]}
        other = others.get(there) if there else None
        voices = tuple(self._voices(stand.route, side))
        if other and round(other.score, 3) != round(stand.score, 3):
            is_both = len(self.sides) > 1
            told = twin.arrow(figure(other.score), figure(stand.score)) if is_both else figure(stand.score)
            return Mood(twin.style, told, f"value-{look}", stand.word, voices)
        if there is None and side == "after":
            return Mood(twin.style, figure(stand.score), f"value-{look}", stand.word, voices)
        quiet = "gone" if there is None else "kept"
        return Mood(twin.style, figure(stand.score), quiet, stand.word, voices, quiet)

    def _voices(self, route: Parts, side: Which) -> Iterator[str]:
        """How the feeling of single personas changed."""
        for change in self.twin.comparison.shown():
            where = change.after if side == "after" else change.before
            if where and where.moment == route and change.field.startswith("for/") and change.field.endswith("/feels"):
                is_alone = self.sides == ("before",)
                yield as_it_was(self.twin, change) if is_alone else delta(self.twin, change)

    @cached_property
    def field(self) -> Field:
        """Where labels can stand."""
        labels = [label for felt in self.felt for label in felt.labels]
        above, below = (room(labels, self.plot.middle, is_above=is_above) for is_above in (True, False))
        return Field(tuple(self.curves.values()), (), self.plot.middle, -above, HEIGHT + below)

    @cached_property
    def placed(self) -> tuple[tuple[Felt, ...], list[Rect]]:
        """The points with their labels in place, and all that is in the way."""
        marks = [rect for felt in self.felt for rect in felt.markers()]
        marks += (Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT) for x, y in self._olds())
        placing = Placing(self.field, marks)
        told = sorted(self.felt, key=lambda felt: felt.place.span.centre)
        said = tuple(replace(felt, label=placing.put(felt.label) if felt.label else None) for felt in told)
        return said, placing.marks

    @cached_property
    def _afters(self) -> frozenset[int]:
        """The places of the later side, by their identity."""
        return frozenset(id(stand.place) for stand in self.stands["after"])

    def _is_ghost(self, felt: Felt) -> bool:
        """Whether a point is one of the earlier side, drawn under the later one."""
        return len(self.sides) > 1 and id(felt.place) not in self._afters

    def _olds(self) -> list[tuple[float, float]]:
        """The points of the earlier side, where the later one is drawn over it."""
        return [self.point(stand) for stand in self.stands["before"]] if len(self.sides) > 1 else []

    @property
    def top(self) -> float:
        """Where the lane begins."""
        return self.field.top - EDGE

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max([self.field.bottom + EDGE, *(rect.bottom + EDGE for rect in self.placed[1])])

    def draw(self, top: float) -> Iterator[Shape]:
        """Everything, with the best feeling at a given y."""
        yield from self.plot.draw(self.sheet, top)
        curves = {side: Smooth(tuple((x, y + top) for x, y in curve.points)) for side, curve in self.curves.items()}
        if len(self.sides) > 1 and len(curves) > 1:
            yield from Gap(curves["before"], curves["after"]).draw()
        elif len(self.sides) == 1:
            yield from (
                area for curve in curves.values() for area in curve.areas(top + self.plot.middle, top, top + HEIGHT)
            )
        said, marks = self.placed
        yield from (halo for felt in said if not self._is_ghost(felt) for halo in felt.halos(top))
        for side, curve in curves.items():
            if curve.beziers:
                yield curve.line("curve-was" if side == "before" and len(self.sides) > 1 else "curve")
        yield from (Dot("point-was", (x, y + top), _DOT) for x, y in self._olds())
        yield from self._cells(said, marks, top)

    def _cells(self, said: tuple[Felt, ...], marks: list[Rect], top: float) -> Iterator[Group]:
        """What belongs to each moment, as a group of its own."""
        for each in said:
            side: Which = "after" if id(each.place) in self._afters else "before"
            shapes: list[Shape] = [] if self._is_ghost(each) else list(each.draw(top))
            shapes += (moved(line, top) for label in each.labels if (line := self.field.leader(label, marks)))
            shapes += (text for label in each.labels for text in label.draw(top))
            texts = (shape.source for shape in shapes if isinstance(shape, Text))
            told = ", ".join((name_of(each.place.moment), *texts))
            address = self.twin.address(side, self.twin.sheet(side).address(each.place))
            yield Group("cell", f"{self.name}: {told}", tuple(shapes), address)
