"""Durations and dates: what the format takes is what is understood."""

import re
from datetime import date

import pytest

from cjm.model.record import Date, Duration
from cjm.model.time import Span, age, dates, duration, unit_of

PATTERN = re.compile(Duration.__metadata__[0].regex)  # type: ignore[attr-defined]
DATE = re.compile(Date.__metadata__[0].regex)  # type: ignore[attr-defined]
DURATIONS = [
    ("2 days", 2, 2, "day"), ("1 day", 1, 1, "day"), ("2d", 2, 2, "day"), ("11 min", 11, 11, "min"), ("1 minute", 1, 1, "min"), ("3 minutes", 3, 3, "min"),
    ("1.5 h", 1.5, 1.5, "hour"), ("2 hours", 2, 2, "hour"), ("1 working day", 1, 1, "working day"), ("3 working days", 3, 3, "working day"),
    ("4 wd", 4, 4, "working day"), ("1 w", 1, 1, "week"), ("2 weeks", 2, 2, "week"), ("6 mo", 6, 6, "month"), ("6 months", 6, 6, "month"),
    ("1 y", 1, 1, "year"), ("2 years", 2, 2, "year"), ("3-5 days", 3, 5, "day"), ("3–5 days", 3, 5, "day"), ("3 - 5 working days", 3, 5, "working day"),
    ("0.5-1.5h", 0.5, 1.5, "hour"), ("PT30M", 30, 30, "min"), ("P1D", 1440, 1440, "min"), ("P1W", 10080, 10080, "min"), ("P1DT2H", 1560, 1560, "min"),
    ("PT1H30M", 90, 90, "min"), ("PT90S", 1.5, 1.5, "min"), ("P1Y2M", 613620, 613620, "min"),
]  # fmt: skip
NONE = [
    "",
    "2",
    "days",
    "two days",
    "2 dayz",
    "2 fortnights",
    "-2 days",
    "2 Days",
    "1,5 h",
    "3-5",
    "P",
    "PT",
    "P1H",
    "P2D1Y",
    "PT1.5H",
    "1D",
    "p1d",
    "1.2.3 days",
    "2 days x",
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), DURATIONS)
def test_a_duration_is_understood(text: str, low: float, high: float, unit: str) -> None:
    assert PATTERN.fullmatch(text)
    assert duration(text) == Span(low, high, unit)


@pytest.mark.parametrize("text", NONE)
def test_no_duration(text: str) -> None:
    assert not PATTERN.fullmatch(text)


@pytest.mark.parametrize("text", [text for text in NONE if text != "1.2.3 days"])
def test_what_the_format_does_not_take_is_not_understood_either(text: str) -> None:
    assert duration(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1 working day", 2016),
        ("5 working days", 7 * 1440),
        ("1 month", 43830),
        ("12 months", 525960),
        ("2-4 hours", 180),
        ("1 week", 10080),
    ],
)
def test_minutes_are_those_of_the_calendar(text: str, minutes: float) -> None:
    span = duration(text)
    assert span
    assert span.minutes == minutes


@pytest.mark.parametrize(
    ("word", "unit"),
    [("days", "day"), (" h ", "hour"), ("wd", "working day"), ("mo", "month"), ("EUR", ""), ("", ""), ("s", "")],
)
def test_units(word: str, unit: str) -> None:
    assert unit_of(word) == unit


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)), ("2026-02", date(2026, 2, 1), date(2026, 2, 28)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-06-30", date(2026, 6, 30), date(2026, 6, 30)), ("2022-04/2023-03", date(2022, 4, 1), date(2023, 3, 31)),
        ("2026/2026", date(2026, 1, 1), date(2026, 12, 31)), ("2026-06-30/2026-07-01", date(2026, 6, 30), date(2026, 7, 1)),
    ],
)  # fmt: skip
def test_a_date_is_its_first_and_last_day(text: str, first: date, last: date) -> None:
    assert DATE.fullmatch(text)
    assert dates(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2026-13",
        "2026-00",
        "2026-06-00",
        "2026-00-01",
        "2026-02-30",
        "2025-02-29",
        "0000",
        "2026/2025",
        "2026-06-30/2026-06-29",
        "2026-01/2026-13",
    ],
)
def test_a_day_that_no_calendar_has(text: str) -> None:
    assert DATE.fullmatch(text)
    with pytest.raises(ValueError):  # noqa: PT011  (its text is the date)
        dates(text)


@pytest.mark.parametrize(
    "text",
    ["26", "2026-6", "2026-06-3", "06/2026", "30.06.2026", "2026-06-30T10:00", "2026/", "/2026", "2026 / 2027", "soon"],
)
def test_a_text_that_is_no_date(text: str) -> None:
    assert not DATE.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2026-11-22", 0),
        ("2025-11-22", 12),
        ("2026-05", 5.8),
        ("2025", 10.7),
        ("2024-01/2025-11", 11.7),
        ("2027-11-22", -12),
        ("2026-02-30", 0),
        ("", 0),
    ],
)
def test_an_age_in_months_runs_from_the_last_day(text: str, months: float) -> None:
    assert age(text, date(2026, 11, 22)) == pytest.approx(months, abs=0.06)
