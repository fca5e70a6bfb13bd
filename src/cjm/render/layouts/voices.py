"""Where personas feel otherwise: each one's own line beside the emotion curve, with points of its own shape.

A line leaves the curve at the moment before, and comes back to it at the moment after. Where no moment has a feeling
for all, there is nothing to leave: every persona's line goes all the way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import cos, inf, pi, sin

from cjm.figures.emotion import felt, felt_by, score
from cjm.model.persona import Persona
from cjm.render.layouts.curve import Point, Smooth
from cjm.render.layouts.grid import Place, Span
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Curve, Polygon
from cjm.render.values import dataclass

MOST = 4
"""How many lines are told apart at a glance."""

REACH = 6.0
"""From the middle of a persona's point to its edge."""

_ALIKE = 15.0  # points of height: nearer than this two feelings are drawn as one
_BESIDE = 13.0  # between points of several personas at one height
_SIDES = ((4, pi / 4), (3, -pi / 2), (3, pi / 2), (6, 0.0))  # corners and turn of each line's points

Heights = tuple[float | None, ...]


@dataclass(frozen=True)
class Strand:
    """The line of a persona, or of several who feel alike.

    ``number`` is that of its look, from 1 on. ``stands`` are the points of all moments that they meet, by index;
    ``own`` are those beside the curve, and ``runs`` the stretches to be drawn, both as indexes.
    """

    number: int
    personas: tuple[Persona, ...]
    stands: Mapping[int, Point]
    own: tuple[int, ...]
    runs: tuple[tuple[int, ...], ...]

    @cached_property
    def curves(self) -> tuple[Smooth, ...]:
        """The stretches as smooth lines."""
        return tuple(Smooth(tuple(self.stands[index] for index in run)) for run in self.runs)

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything its personas may be referred to by."""
        return frozenset(name for persona in self.personas for name in (persona.id, persona.name))

    def passes(self) -> Iterator[tuple[int, Smooth]]:
        """The stretches without a point of their own, each with the moment in the middle of what it passes over."""
        for run, curve in zip(self.runs, self.curves, strict=True):
            if not any(index in self.own for index in run):
                before, after = max(pairwise(run), key=lambda pair: pair[1] - pair[0])
                yield (before + after) // 2, curve


@dataclass(frozen=True, slots=True)
class Choir:
    """The lines of all personas, and whether they stand alone, without a curve for all."""

    strands: tuple[Strand, ...] = ()
    is_alone: bool = False

    def draw(self, strand: Strand, span: Span, top: float) -> Iterator[Curve]:
        """One of the lines, as far as it runs there: a strong one, where they stand alone."""
        role = f"curve-{strand.number}" + ("-alone" if self.is_alone else "")
        lowered = (Smooth(tuple((x, y + top) for x, y in curve.points)) for curve in strand.curves)
        return (found.line(role) for curve in lowered if (found := curve.within(span.x, span.right)))

    def at(self, index: int, who: str) -> Strand | None:
        """The line on which a persona has a point of their own in that moment."""
        return next((strand for strand in self.strands if index in strand.own and who in strand.names), None)


def choir(sheet: Sheet, plot: Plot, places: Sequence[Place]) -> Choir:
    """The lines of the personas who somewhere feel otherwise than the curve says; four at most."""
    if not any(place.moment.for_ or place.moment.personas for place in places):
        return Choir()
    scale, personas = sheet.journey.scale, sheet.journey.personas
    moments = [place.moment for place in places]
    heights = [_heights(plot, (felt_by(persona, moment, scale) for moment in moments)) for persona in personas]
    is_owned = any(score(moment.feels, scale) is not None for moment in moments)
    is_alone = not is_owned and len({told for told in heights if any(y is not None for y in told)}) > 1
    main = _heights(plot, (None if is_alone else felt(moment, scale) for moment in moments))
    alike: dict[_Path, list[Persona]] = {}
    for persona, told in zip(personas, heights, strict=True):
        alike.setdefault(_Path(main, tuple(map(_joined, told, main))), []).append(persona)
    paths = [path for path in alike if path.own or path.runs][:MOST]
    aside = _aside(paths)
    strands = []
    for number, path in enumerate(paths, 1):
        stands = {
            index: (place.span.centre + aside.get((number, index), 0), y)
            for index, (place, y) in enumerate(zip(places, path.heights, strict=True))
            if y is not None
        }
        strands.append(Strand(number, tuple(alike[path]), stands, path.own, path.runs))
    return Choir(tuple(strands), is_alone)


@dataclass(frozen=True)
class _Path:
    """Where a persona's feelings stand, moment by moment, beside those of the curve."""

    main: Heights
    heights: Heights

    @cached_property
    def own(self) -> tuple[int, ...]:
        """The moments that they feel otherwise."""
        return tuple(index for index, y in enumerate(self.heights) if y not in {None, self.main[index]})

    @cached_property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The stretches, as moments, on which they part from the curve."""
        found: list[list[int]] = []
        met = [index for index, y in enumerate(self.heights) if y is not None]
        for before, after in pairwise(met):
            if before in self.own or after in self.own or self._passes(before, after):
                if found and found[-1][-1] == before:
                    found[-1].append(after)
                else:
                    found.append([before, after])
        return tuple(map(tuple, found))

    def _passes(self, before: int, after: int) -> bool:
        """Whether the way from one moment to the next that they meet leads visibly past the curve."""
        start, end = self.heights[before] or 0, self.heights[after] or 0
        for index in range(before + 1, after):
            y, straight = self.main[index], start + (end - start) * (index - before) / (after - before)
            if y is not None and abs(y - straight) > _ALIKE:
                return True
        return False


def _heights(plot: Plot, values: Iterable[float | None]) -> Heights:
    return tuple(None if value is None else plot.y(value) for value in values)


def _joined(y: float | None, main: float | None) -> float | None:
    """A height, that of the curve where it is hardly another."""
    return main if y is not None and main is not None and abs(y - main) < _ALIKE else y


def _aside(paths: Sequence[_Path]) -> dict[tuple[int, int], float]:
    """How far points of several personas have to step aside from one another, by line and moment."""
    found = {}
    for index in {index for path in paths for index in path.own}:
        heights = sorted(
            (path.heights[index] or 0, number) for number, path in enumerate(paths, 1) if index in path.own
        )
        level: list[int] = []
        last = -inf
        for y, number in heights:
            level = [*level, number] if y - last < _BESIDE else [number]
            last = y
            for place, each in enumerate(sorted(level)):
                found[each, index] = (place - (len(level) - 1) / 2) * _BESIDE
    return found


def marker(role: str, number: int, point: Point) -> Polygon:
    """The point of a persona's line, in its shape."""
    corners, turn = _SIDES[number - 1]
    reach = REACH if corners > 3 else REACH + 1
    angles = [turn + 2 * pi * corner / corners for corner in range(corners)]
    return Polygon(role, tuple((point[0] + reach * cos(angle), point[1] + reach * sin(angle)) for angle in angles))
