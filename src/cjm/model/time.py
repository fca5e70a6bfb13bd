"""Durations and dates as maps write them."""

import calendar
import re
from datetime import date
from typing import NamedTuple

MINUTES = {
    "min": 1.0, "hour": 60.0, "day": 1440.0, "working day": 2016.0,
    "week": 10_080.0, "month": 43_830.0, "year": 525_960.0,
}  # fmt: skip
"""Minutes of calendar time in a unit: a working day counts 7/5 of a day, a month 30.4375 days."""

SHORT = {"h": "hour", "d": "day", "wd": "working day", "w": "week", "mo": "month", "y": "year", "minute": "min"}
"""Other ways to write a unit, which is a key of ``MINUTES``."""

_WORDS = re.compile(r"([0-9.]+)(?: ?[-–] ?([0-9.]+))? ?([a-z ]+)")
_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_ISO_MINUTES = (525_960.0, 43_830.0, 10_080.0, 1440.0, 60.0, 1.0, 1 / 60)


class Span(NamedTuple):
    """A duration ``low`` to ``high`` in ``unit`` (a key of ``MINUTES``); the two are equal unless a range was given."""

    low: float
    high: float
    unit: str

    @property
    def minutes(self) -> float:
        """The middle of the range in minutes of calendar time."""
        return (self.low + self.high) / 2 * MINUTES[self.unit]


def unit_of(word: str) -> str:
    """The unit a word stands for (``days``, ``wd``), or nothing if it is none."""
    word = word.strip()
    for candidate in (word, word.removesuffix("s")):
        unit = SHORT.get(candidate, candidate)
        if unit in MINUTES:
            return unit
    return ""


def duration(text: str) -> Span | None:
    """The duration a text stands for: ``2 days``, ``3-5 working days``, ``PT30M``; ``None`` if it is none."""
    if (found := _WORDS.fullmatch(text)) and (unit := unit_of(found[3])):
        low = float(found[1])
        return Span(low, float(found[2] or low), unit)
    if (found := _ISO.fullmatch(text)) and any(found.groups()):
        parts = zip(found.groups(), _ISO_MINUTES, strict=True)
        minutes = sum(float(part) * factor for part, factor in parts if part)
        return Span(minutes, minutes, "min")
    return None


def dates(text: str) -> tuple[date, date]:
    """First and last day of a date as written: ``2026``, ``2026-06``, ``2026-06-30`` or a span of two.

    Raises ``ValueError`` where there is no such day, or the span ends before it begins.
    """
    first, _, last = text.partition("/")
    begin, end = _days(first)[0], _days(last or first)[1]
    if end < begin:
        raise ValueError(text)
    return begin, end


def _days(text: str) -> tuple[date, date]:
    match [int(part) for part in text.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        case parts:
            return date(*parts), date(*parts)


def age(text: str, today: date) -> float:
    """How many months ago the last day of a date is; 0 where there is no such day, less than 0 for what is to come."""
    try:
        return (today - dates(text)[1]).days * MINUTES["day"] / MINUTES["month"]
    except ValueError:
        return 0
