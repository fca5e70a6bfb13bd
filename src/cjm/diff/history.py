"""The history of a map: what each version changed, and how its figures went from version to version."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from cjm.diff.change import Direction, Summary
from cjm.diff.compare import compare
from cjm.diff.judge import on_common_scale
from cjm.diff.tally import Better, Measure, Tally, measures, tally
from cjm.model.journey import Journey, Scale
from cjm.model.problem import Parts

SIDES: Mapping[str, Better] = {
    "emotion": "higher", "pains": "lower", "open_pains": "lower", "handoffs": "lower", "automated": "higher",
    "done": "higher",
}  # fmt: skip
"""The figures of a whole map that are followed, and which way each is better for the customer."""


class Version(NamedTuple):
    """A map as one commit left it, or as it stands in the working tree; there ``commit`` is empty.

    ``journey`` is as much of it as could be read, ``gaps`` in how many places it could not be; where it is ``None``,
    ``reason`` completes the sentence ‘The map …’. Versions of the same ``content`` say the same, libraries included.
    """

    commit: str
    date: datetime
    subject: str
    path: str
    journey: Journey | None
    content: str = ""
    gaps: int = 0
    reason: str = ""


class Stop(NamedTuple):
    """A version with its figures, and what it changed since the last one that could be read.

    Both are ``None`` for a version that cannot be read, and there is nothing to compare the first one with. The
    version has no journey any more: a long history of them would fill the memory.
    """

    version: Version
    tally: Tally | None
    changes: Summary | None


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure over time: its value at each stop of the history, ``None`` where there is none.

    ``key`` is one of :data:`SIDES`, or that of a metric; then ``measure`` is what its last version says of it, and
    ``written`` holds the values as they stand in the map. Values of a metric are in ``unit``.
    """

    key: str
    values: tuple[float | None, ...]
    better: Better
    unit: str = ""
    measure: Measure | None = None
    written: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What tells it from all others: ``pains``, ``nps``, ``touchpoint/porting/csat``."""
        return self.measure.name if self.measure else self.key

    @property
    def known(self) -> tuple[int, ...]:
        """The stops at which it has a value."""
        return tuple(place for place, value in enumerate(self.values) if value is not None)

    @property
    def direction(self) -> Direction:
        """What became of it for the customer, from the first value to the last."""
        known = self.known
        return self.between(known[0], known[-1]) if known else Direction.NEUTRAL

    def between(self, earlier: int, later: int) -> Direction:
        """What became of it between two stops; a mean feeling counts as it is told, to one decimal."""
        before, after = self.values[earlier], self.values[later]
        if before is None or after is None:
            return Direction.NEUTRAL
        rise = round(after, 1) - round(before, 1) if self.key == "emotion" else after - before
        if not rise:
            return Direction.NEUTRAL
        if not self.better:
            return Direction.UNKNOWN
        return Direction.IMPROVED if (rise > 0) == (self.better == "higher") else Direction.WORSENED


@dataclass(frozen=True, slots=True)
class History:
    """A map from its first version to the last.

    ``journey`` is the last one that could be read, ``scale`` the one in which all feelings are: that of the map, or
    -2..2 where versions differ. ``trends`` are the figures of the whole map, then its metrics.
    """

    stops: tuple[Stop, ...]
    journey: Journey | None
    scale: Scale
    trends: tuple[Trend, ...]


def follow(versions: Iterable[Version]) -> History:
    """The history that versions make, from old to new."""
    walk = _Walk()
    stops = [walk.stop(version) for version in versions]
    last = walk.last.journey if walk.last else None
    is_one = all(scale == last.scale for scale in walk.scales.values()) if last else False
    if not is_one:
        for place, scale in walk.scales.items():
            stops[place] = _on_common_scale(stops[place], scale)
    common = last.scale if last and is_one else Scale()
    return History(tuple(stops), last, common, (*_of_map(stops), *walk.trends(len(stops))))


class _Step(NamedTuple):
    """A comparison, as far as it is kept: what changed, and where elements of the version before now are."""

    changes: Summary
    matched: Mapping[Parts, Parts]


@dataclass(slots=True)
class _Course:
    """A metric on its way through the versions: its latest measure, and its values by the places of stops."""

    last: Measure
    values: dict[int, float] = field(default_factory=dict)
    written: dict[int, str] = field(default_factory=dict)

    def go(self, place: int, measure: Measure) -> None:
        """On to the next stop."""
        self.last, self.values[place], self.written[place] = measure, measure.value, measure.written


class _Walk:
    """A walk through the versions, one after the other."""

    def __init__(self) -> None:
        self.place = 0
        self.last: Version | None = None
        self.scales: dict[int, Scale] = {}
        self.courses: list[_Course] = []
        self._here: dict[Parts, _Course] = {}  # by the routes of the last version
        self._steps: dict[tuple[str, str], _Step] = {}

    def stop(self, version: Version) -> Stop:
        """The next version."""
        place, journey, step = self.place, version.journey, None
        self.place += 1
        if journey is None:
            return Stop(version, None, None)
        if self.last:
            step = self._step(self.last, version)
        self._measure(place, journey, step.matched if step else {})
        self.last = version
        self.scales[place] = journey.scale
        return Stop(version._replace(journey=None), tally(journey), step and step.changes)

    def trends(self, count: int) -> Iterator[Trend]:
        """The metrics over so many stops: those of the head first, then in the order of the map they were last in."""
        for course in sorted(self.courses, key=lambda each: (bool(each.last.address), -max(each.values))):
            last, places = course.last, range(count)
            values = tuple(course.values.get(place) for place in places)
            written = tuple(course.written.get(place, "") for place in places)
            yield Trend(last.key, values, last.better, last.unit, last, written)

    def _step(self, before: Version, after: Version) -> _Step:
        """The comparison of two versions; versions of the same content are compared once."""
        key = before.content, after.content
        if not all(key) or key not in self._steps:
            assert before.journey is not None
            assert after.journey is not None
            found = compare(before.journey, after.journey)
            self._steps[key] = _Step(found.summary, found.matched)
        return self._steps[key]

    def _measure(self, place: int, journey: Journey, matched: Mapping[Parts, Parts]) -> None:
        """Take up the metrics of a version: each goes on where it was in the one before, or where its name was last."""
        before = {after: before for before, after in matched.items()}
        here: dict[Parts, _Course] = {}
        for measure in measures(journey):
            moment, rest = measure.at[:-2], measure.at[-2:]
            came = before.get(measure.at) or (*before.get(moment, moment), *rest)
            course = self._here.get(came) or self._named(measure)
            if course is None or place in course.values or course.last.unit != measure.unit:
                course = _Course(measure)
                self.courses.append(course)
            course.go(place, measure)
            here[measure.at] = course
        self._here = here

    def _named(self, measure: Measure) -> _Course | None:
        return next((each for each in reversed(self.courses) if each.last.name == measure.name), None)


def _of_map(stops: list[Stop]) -> Iterator[Trend]:
    """The figures of the whole map over time."""
    for key, better in SIDES.items():
        yield Trend(key, tuple(getattr(stop.tally, key) if stop.tally else None for stop in stops), better)


def _on_common_scale(stop: Stop, scale: Scale) -> Stop:
    """A stop whose feeling is on a scale of its own with its feeling from -2 to 2."""
    if stop.tally is None or stop.tally.emotion is None:
        return stop
    return stop._replace(tally=stop.tally._replace(emotion=on_common_scale(stop.tally.emotion, scale)))
