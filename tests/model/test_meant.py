"""What was meant by a number, a duration, a date or a figure that is not written as the format wants it."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.meant import form, number
from cjm.model.record import Amount, Date, Duration, Language, Limits, Validated

DURATION, DATE, AMOUNT, LANGUAGE, VALIDATED = (
    get_args(kind)[1] for kind in (Duration, Date, Amount, Language, Validated)
)
RATING, COUNT, ANY = Limits(1, 5), Limits(0), Limits()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1,5 h", "1.5 h"), ("25 mn", "25 min"), ("2 godziny", "2 hours"), ("3 jours", "3 days"), ("2 godz.", "2 hours"), ("1 200 min", "1200 min"), ("2 Days", "2 days"),
        ("1h30", "90 min"), ("1 h 30 min", "90 min"), ("2 à 3 jours ouvrés", "2-3 working days"), ("1-2 Std.", "1-2 hours"), ("od 8 do 10 dni", "8-10 days"), ("ok. 10 min", "10 min"), ("30 s", "PT30S"),
        ("10 de minute", "10 min"), ("o săptămână", "1 week"), ("eine Stunde", "1 hour"), ("5-10", ""), ("2 dayz", ""), ("eleven minutes", ""), ("soon", ""), ("45 zł", ""), ("9" * 99, ""),
    ],
)  # fmt: skip
def test_a_duration(text: str, told: str) -> None:
    assert form(text, DURATION) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12.10.2026", "2026-10-12"), ("9/2026", "2026-09"), ("09.2026", "2026-09"), ("06/30/2026", "2026-06-30"), ("2026/6/3", "2026-06-03"), ("2026.9", "2026-09"), ("30 juin 2026", "2026-06-30"),
        ("1er mars 2026", "2026-03-01"), ("wrzesień 2026", "2026-09"), ("3 de mayo de 2026", "2026-05-03"), ("sept. 2026", "2026-09"), ("Q3 2026", "2026-07/2026-09"), ("2026-Q1", "2026-01/2026-03"),
        ("3. Quartal 2026", "2026-07/2026-09"), ("32.1.2026", ""), ("13.13.2026", ""), ("30.06.", ""), ("koniec roku 2026", ""), ("soon", ""),
    ],
)  # fmt: skip
def test_a_date(text: str, told: str) -> None:
    assert form(text, DATE) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("84,5%", "84.5%"), ("84,5 %", "84.5%"), ("1 200", "1200"), ("1'200", "1200"), ("1\u202f200,5", "1200.5"), ("12 000 000", "12000000"), ("1.200.000", "1200000"), ("2 godziny", "2 hours"),
        ("45 zł", "{value: 45, unit: PLN}"), ("€45", "{value: 45, unit: EUR}"), ("1.200,50 €", "{value: 1200.50, unit: EUR}"), ("12 calls", "{value: 12, unit: calls}"), ("4,5/5", ""), ("high", ""),
    ],
)  # fmt: skip
def test_a_figure(text: str, told: str) -> None:
    assert form(text, AMOUNT) == told


@pytest.mark.parametrize(
    ("text", "limits", "is_whole", "told"),
    [
        ("1.200", COUNT, True, "1200"), ("1 200", COUNT, True, "1200"), ("1,200 people", COUNT, True, "1200"), ("4,5", RATING, True, "4 or 5"), ("5,5", RATING, True, "5"), ("4/5", RATING, True, "4"),
        ("4 sur 5", RATING, True, "4"), ("4/10", RATING, True, ""), ("5 - high", RATING, True, "5"), ("-1,5", ANY, False, "-1.5"), ("− 2", ANY, False, "-2"), ("high", RATING, True, ""),
    ],
)  # fmt: skip
def test_a_number(text: str, limits: Limits, *, is_whole: bool, told: str) -> None:
    assert number(text, limits, is_whole=is_whole) == told


@pytest.mark.parametrize(
    ("text", "pattern", "told"), [("polski", LANGUAGE, "pl"), ("klingon", LANGUAGE, ""), ("tak", VALIDATED, "true"), ("3.6.2026", VALIDATED, "2026-06-03")]
)  # fmt: skip
def test_a_language_and_a_validation(text: str, pattern: object, told: str) -> None:
    assert form(text, pattern) == told  # type: ignore[arg-type]


@given(text=st.text(st.sampled_from("0123456789 .,/-–%€hjd'ąQ1\u00a0min"), max_size=14))
def test_what_is_proposed_is_what_the_format_takes(text: str) -> None:
    for pattern in (DURATION, DATE, AMOUNT):
        told = form(text, pattern)
        assert not told or told.startswith("{value: ") or re.fullmatch(pattern.regex, told)
