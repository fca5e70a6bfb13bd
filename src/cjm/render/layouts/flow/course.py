"""A journey as a net: its moments in columns, stage by stage, and every way from one to another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import ceil, inf
from typing import NamedTuple

from cjm.figures.ways import Turn, Way, ways
from cjm.model.journey import Journey
from cjm.model.references import END
from cjm.render.layouts.flow.cards import card
from cjm.render.layouts.flow.net import FAN, Knot, Net, Tie
from cjm.render.layouts.flow.part import Line, Part
from cjm.render.layouts.flow.pills import Pill, Sign, Words, begins, ends, told
from cjm.render.layouts.grid import Place
from cjm.render.layouts.pieces import Fitted
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of

_AIR = 20.0  # between two moments in a column
_MAIN, _SIDE = 16, 2  # how straight the way is that most take, and the others


class Sizes(NamedTuple):
    """What a course has room for, in points: how wide a card is, a text at a line at most, and where lines spread.

    ``tallest`` is how high the cards of a column may be together.
    """

    card: float
    text: float
    fan: float = FAN
    tallest: float = inf


class Course:
    """The ways of a journey on a sheet."""

    def __init__(self, sheet: Sheet, sizes: Sizes) -> None:
        self.sheet, self.sizes = sheet, sizes
        self.ways = _ways(sheet.journey)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each moment belongs."""
        known = {id(place.moment): place for place in self.sheet.everywhere}
        return tuple(known[id(way.moment)] for way in self.ways)

    @cached_property
    def cards(self) -> tuple[Fitted, ...]:
        """The card of each moment."""
        return tuple(card(self.sheet, place).fit(self.sizes.card) for place in self.places)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The column of each moment: behind those of its stage from which a way leads on to it, else the stage's first.

        One that finds no room goes further on.
        """
        found: list[int] = []
        taken: Counter[int] = Counter()
        first = 0
        for place, way in enumerate(self.ways):
            if place and self.ways[place - 1].stage is not way.stage:
                first = max(found) + 1
            before = [other for other in range(place) if self.ways[other].stage is way.stage]
            leading = (found[other] for other in before if place in self.ways[other].goals)
            column, high = max((column + 1 for column in leading), default=first), self._height(place)
            while taken[column] and taken[column] + high > self.sizes.tallest:
                column += 1
            taken[column] += ceil(high)
            found.append(column)
        return tuple(found)

    def _height(self, place: int) -> float:
        """What a moment takes in its column: its card, or what stands at the lines from it."""
        pills = (
            Pill(self.sheet, "branch", told(self.sheet, turn.branch), None, self.sizes.text)
            for turn in self.ways[place].turns
        )
        return max(self.cards[place].height, sum(pill.size[1] for pill in pills)) + _AIR

    @property
    def stages(self) -> tuple[range, ...]:
        """The columns of each stage."""
        inner: dict[str, list[int]] = {}
        for column, way in zip(self.columns, self.ways, strict=True):
            inner.setdefault(way.stage.id, []).append(column)
        return tuple(range(min(taken), max(taken) + 1) for taken in inner.values())

    def within(self, columns: range) -> tuple[int, ...]:
        """The moments in some columns."""
        return tuple(place for place, column in enumerate(self.columns) if column in columns)

    def part(self, moments: Sequence[int]) -> Part:
        """Some moments with all that leads to and from them; what leads elsewhere ends in a pill that says where."""
        return _Parting(self, moments).part()

    def goal(self, turn: Turn) -> str:
        """What a way leads to is called."""
        return (
            name_of(self.ways[turn.goal].moment)
            if turn.goal is not None
            else self.sheet.goal(turn.branch.to if turn.branch else END)
        )


class _Parting:
    """A part of a course on its way to being a net."""

    def __init__(self, course: Course, moments: Sequence[int]) -> None:
        self.course, self.inner = course, tuple(moments)
        self.first = min(course.columns[place] for place in moments)
        self.knots: list[Knot] = []
        self.shown: list[Fitted | Pill] = []
        self.ties: list[Tie] = []
        self.lines: list[Line] = []

    def part(self) -> Part:
        """The finished part."""
        course = self.course
        for place in self.inner:
            card = course.cards[place]
            self.knots.append(Knot(self._layer(place), course.sizes.card, card.height))
            self.shown.append(card)
        at = {place: knot for knot, place in enumerate(self.inner)}
        for place in self.inner:
            self._before(place, at)
            self._ways(course.ways[place], at[place], at)
        return Part(
            Net(tuple(self.knots), tuple(self.ties), course.sizes.fan), tuple(self.shown), tuple(self.lines), self.inner
        )

    def _layer(self, place: int) -> int:
        return 2 * (self.course.columns[place] - self.first)

    def _before(self, place: int, at: Mapping[int, int]) -> None:
        """The sign where the journey begins; and from which moments of other parts it comes here."""
        course = self.course
        words = course.sheet.words
        name = name_of(course.ways[place].moment)
        if place == 0:
            self._enter(at[place], self._made("", (), begins), words.word("flow", "start"), _MAIN)
        sources = [other for other, way in enumerate(course.ways) if place in way.goals and other not in at]
        if sources:
            names = ", ".join(name_of(course.ways[other].moment) for other in sources)
            pill = self._made("stub", ((words.fill("flow", "from", names), "branch"),))
            self._enter(at[place], pill, f"{names} → {name}")

    def _enter(self, knot: int, pill: Pill, label: str, importance: int = _SIDE) -> None:
        self._pill(self.knots[knot].layer - 1, pill)
        self._tie(len(self.knots) - 1, knot, importance, Line(None, None, label))

    def _ways(self, way: Way, knot: int, at: Mapping[int, int]) -> None:
        """All that leads on from a moment, what most take as straight as can be."""
        course = self.course
        turns = _distinct(course, way.turns)
        main = _main(turns, at)
        for turn in turns:
            importance = _MAIN if turn is main else _SIDE
            self._way(way, knot, turn, at, importance)
        if way.leaves and not any(turn.goal is None for turn in turns):
            line = Line(None, None, f"{name_of(way.moment)} → {course.sheet.words.word('marks', 'end')}")
            self._pill(self.knots[knot].layer + 1, self._made("", (), ends))
            self._tie(knot, len(self.knots) - 1, _MAIN, line)

    def _way(self, way: Way, knot: int, turn: Turn, at: Mapping[int, int], importance: int) -> None:
        course = self.course
        sheet, words = course.sheet, told(course.sheet, turn.branch)
        goal = course.goal(turn)
        label = f"{name_of(way.moment)} → {goal}"
        label = ": ".join(filter(None, (label, ", ".join(text for text, _ in words))))
        share = turn.branch.share if turn.branch else None
        end = at.get(turn.goal) if turn.goal is not None else None
        if end is not None:
            if not words and end == knot:
                words = ((sheet.words.word("flow", "again"), "branch"),)
            pill = self._made("branch", words) if words else None
            self.ties.append(Tie(knot, end, pill.size if pill else None, importance))
            self.lines.append(Line(pill, share, label))
            return
        is_end = turn.goal is None and turn.branch is not None and turn.branch.to == END
        if not is_end:
            words = (*words, (sheet.words.fill("flow", "to", goal), "branch-to"))
        pill = self._made("exit" if is_end else "stub", words, ends if is_end else None)
        self._pill(self.knots[knot].layer + 1, pill)
        self._tie(knot, len(self.knots) - 1, importance, Line(None, share, label))

    def _made(self, role: str, words: Words, sign: Sign | None = None) -> Pill:
        return Pill(self.course.sheet, role, words, sign, self.course.sizes.text)

    def _pill(self, layer: int, pill: Pill) -> None:
        self.knots.append(Knot(layer, *pill.size))
        self.shown.append(pill)

    def _tie(self, start: int, end: int, importance: int, line: Line) -> None:
        self.ties.append(Tie(start, end, None, importance))
        self.lines.append(line)


def _distinct(course: Course, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Ways on, those that lead to the same and say the same only once."""
    found: dict[object, Turn] = {}
    for turn in turns:
        found.setdefault((course.goal(turn), turn.goal, told(course.sheet, turn.branch)), turn)
    return tuple(found.values())


def _main(turns: Sequence[Turn], at: Mapping[int, int]) -> Turn | None:
    """The way that most take to a later moment, or the first."""
    ahead = [turn for turn in turns if turn.goal in at] or list(turns)
    return max(ahead, key=lambda turn: (turn.branch.share or 0) if turn.branch else 0, default=None)


def _ways(journey: Journey) -> tuple[Way, ...]:
    """The ways of a journey. In an inventory the contacts of a stage have no order, unless it says where they lead."""
    inner = [moment for stage in journey.stages for moment in (stage, *stage.touchpoints)]
    if journey.kind != "touchpoints" or any(moment.next for moment in inner):
        return ways(journey)
    last = len(journey.stages) - 1
    found = []
    for index, stage in enumerate(journey.stages):
        goals = (index + 1,) if index < last else ()
        turns = tuple(Turn(None, goal) for goal in goals)
        found.append(Way(("stages", index), stage, stage, goals, not goals, turns))
    return tuple(found)
