"""Figures: every kind of metric inside and outside its range."""

import re

import pytest

from cjm.model.amount import AmountError, amount
from cjm.model.metric import SHARES, Metric, MetricKind
from cjm.model.record import Amount
from cjm.model.shape import shapes

PATTERN = re.compile(Amount.__metadata__[0].regex)  # type: ignore[attr-defined]
KINDS = shapes(Metric)["kind"].choices
LEGAL = [
    *[(kind, text, value) for kind in SHARES for text, value in (("0", 0), ("1", 1), ("0.86", 0.86), ("86%", 0.86), ("86 %", 0.86), ("100%", 1), ("80.4%", 0.804))],
    *[("nps", text, value) for text, value in (("-100", -100), ("−100", -100), ("0", 0), ("+45", 45), ("100", 100), ("12.5", 12.5))],
    *[("csat", text, value) for text, value in (("84", 84), ("84%", 84), ("0.84", 84), ("0", 0), ("100", 100), ("1", 1), ("1.0", 100), ("0.5%", 0.5), ("1.5", 1.5))],
    *[("ces", text, value) for text, value in (("1", 1), ("7", 7), ("5.6", 5.6))],
    *[(kind, text, value) for kind in ("volume", "cost", "revenue") for text, value in (("0", 0), ("12000", 12000), ("0.01", 0.01))],
    *[(kind, text, value) for kind in ("duration", "wait") for text, value in (("11 min", 11), ("2 hours", 120), ("3-5 min", 4), ("PT30M", 30), ("P1D", 1440))],
]  # fmt: skip
WRONG = [
    *[(kind, text, "out-of-range") for kind in SHARES for text in ("-0.1", "1.1", "86", "101", "101%", "-1%")],
    *[("nps", text, "out-of-range") for text in ("-101", "101", "300")], ("nps", "45%", "bad-value"),
    *[("csat", text, "out-of-range") for text in ("-1", "101", "101%")], ("csat", "2 days", "bad-value"),
    *[("ces", text, "out-of-range") for text in ("0", "7.1")], ("ces", "50%", "bad-value"), ("ces", "P1D", "bad-value"),
    *[(kind, "-1", "out-of-range") for kind in ("volume", "cost", "revenue")], *[(kind, "5%", "bad-value") for kind in ("volume", "cost")],
    *[(kind, text, "bad-value") for kind in ("duration", "wait") for text in ("11", "-1", "50%")],
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "value"), LEGAL)
def test_a_figure_in_its_range(kind: MetricKind, text: str, value: float) -> None:
    assert PATTERN.fullmatch(text)
    assert amount(text, Metric(kind=kind)) == pytest.approx(value)


@pytest.mark.parametrize(("kind", "text", "rule"), WRONG)
def test_a_figure_out_of_its_range(kind: MetricKind, text: str, rule: str) -> None:
    assert PATTERN.fullmatch(text)
    with pytest.raises(AmountError) as caught:
        amount(text, Metric(kind=kind))
    assert caught.value.rule == rule
    assert text in str(caught.value)
    assert caught.value.help


def test_every_kind_is_tried() -> None:
    assert {kind for kind, *_ in LEGAL} == {kind for kind, *_ in WRONG} == set(KINDS)


@pytest.mark.parametrize("kind", SHARES)
def test_a_share_that_was_meant_as_a_percentage_gets_the_suggestion(kind: MetricKind) -> None:
    with pytest.raises(AmountError) as caught:
        amount("86", Metric(kind=kind))
    assert caught.value.help == "If you mean 86 per cent, write 86% or 0.86."


@pytest.mark.parametrize(("text", "low", "high"), [("0", 0, 10), ("10", None, 10), ("1", None, None), ("-3", -5, None)])
def test_a_ces_has_its_own_scale(text: str, low: float | None, high: float | None) -> None:
    assert amount(text, Metric(kind="ces", min=low, max=high)) == float(text)


@pytest.mark.parametrize(("kind", "text"), [("ces", "6"), (None, "6"), (None, "-1")])
def test_min_and_max_are_the_range_of_a_ces_and_of_a_metric_of_no_kind(kind: MetricKind | None, text: str) -> None:
    with pytest.raises(AmountError, match=f"{text} is outside the range of {kind or 'this metric'}") as caught:
        amount(text, Metric(kind=kind, min=0, max=5))
    assert caught.value.help == f"{kind or 'It'} goes from 0 to 5."


@pytest.mark.parametrize(("unit", "minutes"), [("min", 11), ("hours", 660), ("d", 15840), ("working day", 22176)])
def test_a_bare_time_takes_the_unit_of_its_metric(unit: str, minutes: float) -> None:
    assert amount("11", Metric(kind="wait", unit=unit)) == minutes


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("-5.5", -5.5), ("50%", 50), ("2 hours", 120)])
def test_a_metric_of_no_kind_takes_anything(text: str, value: float) -> None:
    assert amount(text, Metric()) == value


@pytest.mark.parametrize("text", ["", "P", "PT", ".5", "5.", "1e3", "1,5", "84 percent", "EUR 5", "inf", "9" * 16])
def test_a_text_that_is_no_figure(text: str) -> None:
    assert not PATTERN.fullmatch(text)
