"""What the figures of a map's history are called, and how their values are written."""

from typing import NamedTuple

from cjm.diff.history import History, Trend
from cjm.model.metric import SHARES
from cjm.render.amounts import amount, number, signed
from cjm.render.naming import Naming, name_of
from cjm.render.values import dataclass

_NBSP = "\u00a0"  # between a number and its unit
_LANES = {"emotion": "feels", "pains": "pains"}
"""Figures that are called what a lane is called."""


class Course(NamedTuple):
    """A figure over time in words: what it is called, the moment it is about, its first and last value, its target.

    Texts are empty where there is nothing to say, the first value where it is the last one, too; of two values with the
    same unit only the last one has it.
    """

    name: str
    moment: str
    first: str
    last: str
    target: str


@dataclass(frozen=True, slots=True)
class Trends:
    """The words for the history of a map, in one language."""

    history: History
    naming: Naming

    def course(self, trend: Trend) -> Course:
        """A figure in words."""
        ends = [self.value(trend, place) for place in (trend.known[:1] + trend.known[-1:])] or ["", ""]
        units = [text.partition(_NBSP)[2] for text in ends]
        first = "" if ends[0] == ends[1] else ends[0].partition(_NBSP)[0] if units[0] == units[1] else ends[0]
        if trend.measure is None:
            table, key = ("lanes", _LANES[trend.key]) if trend.key in _LANES else ("history", trend.key)
            return Course(self.naming.words.word(table, key), "", first, ends[1], "")
        reading = self.naming.metric(trend.key, trend.measure.metric)
        moment = self.naming.text(name_of(trend.measure.moment)) if trend.measure.moment else ""
        return Course(self.naming.text(reading.name), moment, first, ends[1], reading.target)

    def level(self, trend: Trend, place: int) -> str:
        """The value at a stop as it stands beside an axis: without its unit, but for percentages."""
        return self.value(trend, place).partition(_NBSP)[0]

    def feeling(self, value: float) -> str:
        """A feeling in figures: with its sign where the scale has a negative side."""
        words = self.naming.words
        return signed(value, words) if self.history.scale.min < 0 else number(round(value, 1), words)

    def value(self, trend: Trend, place: int) -> str:
        """The value at a stop that has one: as the map writes it, a feeling with its sign."""
        words, value = self.naming.words, trend.values[place]
        if value is None:
            return ""
        if trend.measure:
            metric = trend.measure.metric
            return amount(trend.written[place], metric.unit, words, share=metric.kind in SHARES)
        return self.feeling(value) if trend.key == "emotion" else number(value, words)


def worth_telling(history: History) -> tuple[Trend, ...]:
    """The figures that have something to tell: a feeling, metrics, and counts that are ever more than nothing.

    Open pains are told where they are not simply all pains.
    """
    pains = next((trend.values for trend in history.trends if trend.key == "pains"), ())
    return tuple(
        trend
        for trend in history.trends
        if trend.known
        and (trend.measure or trend.key == "emotion" or any(trend.values))
        and (trend.key != "open_pains" or trend.values != pains)
    )
