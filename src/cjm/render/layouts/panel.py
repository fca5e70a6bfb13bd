"""One panel of small multiples: what a figure is called, and what became of it."""

from collections.abc import Sequence
from functools import cached_property

from cjm.diff.change import Direction
from cjm.diff.history import Trend
from cjm.render.layouts.pieces import Fact, Facts, Fitted, Piece, Shapes, Stack, Words
from cjm.render.layouts.signs import meant
from cjm.render.text import Style
from cjm.render.trends import Course, Trends
from cjm.render.values import dataclass

_SIGN = 15.0  # what a sign takes before its word
_BETWEEN = 12.0  # between the values and the sign
_BELOW = 16.0  # to the sign where it stands below the values
_LEAST = 40.0  # points for a value, however long the others are
_SLACK = 0.01


@dataclass(frozen=True)
class Panel:
    """The texts of a panel: a figure over time in words."""

    trends: Trends
    trend: Trend
    style: Style

    @cached_property
    def course(self) -> Course:
        """Its names and values."""
        return self.trends.course(self.trend)

    @property
    def target(self) -> float | None:
        """What the figure shall become, if the map says so."""
        return self.trend.measure.target if self.trend.measure else None

    @cached_property
    def head(self) -> Piece:
        """What the figure is called, its moment and target, and what became of it."""
        course, words = self.course, self.trends.naming.words
        target = words.fill("marks", "target", course.target) if course.target else ""
        facts = tuple(Fact(text) for text in (course.moment, target) if text)
        texts: list[Piece] = [Words(self.style, course.name, "lane")]
        texts += [Facts(self.style, facts, "note")] if facts else []
        became = Became(self.style, course.first, course.last, self.trend.direction, self.verdict)
        return Stack([Stack(texts, 1), became], 4)

    @property
    def verdict(self) -> str:
        """Whether it is better, in a word."""
        return self.trends.naming.words.word("history", self.trend.direction.value)

    @property
    def address(self) -> str:
        """What tells it from all other figures: ``pains``, ``nps``, ``touchpoint/porting/csat``."""
        return self.trend.name

    def told(self, days: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Its values with the days of their versions."""
        return tuple((days[place], self.trends.value(self.trend, place)) for place in self.trend.known)

    @property
    def label(self) -> str:
        """All of it in words."""
        course = self.course
        name, values = (", ".join(filter(None, course[:2])), " → ".join(filter(None, course[2:4])))
        return f"{name}: {values}, {self.verdict}"


@dataclass(frozen=True, slots=True)
class Became(Piece):
    """Two values with an arrow between them, the last one larger; at the right a sign with its word.

    Where there is no room for the sign it stands below.
    """

    style: Style
    first: str
    last: str
    direction: Direction
    word: str

    def fit(self, width: float) -> Fitted:
        """In one row or in two."""
        style, role = self.style, f"change-{self.direction.value}"
        before = f"← {self.first}" if style.is_rtl else f"{self.first} →"
        before = before if self.first else ""
        start = style.width(before, "fact") + 5 if before else 0.0
        aside = _SIGN + style.width(self.word, role) + _SLACK
        is_one = start + style.width(self.last, "metric") + _BETWEEN + aside <= width
        room = max(width - start - (_BETWEEN + aside if is_one else 0), _LEAST)
        high, level = style.height(self.last, "metric", room), style.lead("metric")

        def shapes(x: float, y: float, _: float) -> Shapes:
            left, base = (x + width - aside, y + level) if is_one else (x, y + high + style.lead(role) + 2)
            return (
                *((style.block(before, "fact", x, y + level - style.lead("fact"), start),) if before else ()),
                style.block(self.last, "metric", x + start, y, room),
                *meant(style, self.direction, left + 5, base - 3.8),
                style.block(self.word, role, left + _SIGN, base - style.lead(role), aside),
            )

        return Fitted(high + (0 if is_one else _BELOW), level, shapes)
