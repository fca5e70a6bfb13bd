"""How sure a figure is, and where it stands on the scale of feelings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.figures.intervals import Interval, opinions, position, wilson
from cjm.model.journey import Journey, Scale
from cjm.model.metric import Metric, Point
from cjm.model.moment import Stage


@pytest.mark.parametrize(
    ("hits", "n", "expected"),
    [  # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_as_published(hits: int, n: int, expected: tuple[float, float]) -> None:
    assert wilson(hits / n, n) == pytest.approx(expected, abs=5e-5)


@given(st.floats(0, 1), st.integers(0, 1_000_000))
def test_an_interval_holds_its_figure_and_narrows_with_every_answer(share: float, n: int) -> None:
    low, high = wilson(share, n)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1
    after = wilson(share, n + 1)
    assert after.high - after.low < high - low or n == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_no_split_of_an_nps_varies_more_than_is_assumed(one: float, other: float) -> None:
    promoters, detractors = one * other, one * (1 - other)
    told = promoters + detractors - (promoters - detractors) ** 2
    share = (promoters - detractors + 1) / 2
    assert told <= 4 * share * (1 - share) + 1e-12


CES = {"kind": "ces", "method": "mean"}


@pytest.mark.parametrize(
    ("value", "metric", "expected"),
    [
        ("0", {"kind": "nps"}, 0.5),
        ("-100", {"kind": "nps"}, 0),
        ("24", {"kind": "nps"}, 0.62),
        ("84", {"kind": "csat"}, 0.84),
        ("84%", {"kind": "csat"}, 0.84),
        ("0.84", {"kind": "csat"}, 0.84),
        ("4", {**CES, "better": "higher"}, 0.5),
        ("7", {**CES, "better": "higher"}, 1),
        ("7", {**CES, "better": "lower"}, 0),
        ("2", {**CES, "better": "lower", "min": 1, "max": 5}, 0.75),
        ("62", {"kind": "ces", "method": "top3", "better": "higher", "min": 0, "max": 100}, 0.62),
        ("4", CES, None),
        ("4", {**CES, "better": "higher", "min": 3, "max": 3}, None),
        ("0.4", {"kind": "conversion"}, None),
        ("11 minutes", {"kind": "wait"}, None),
        ("several", {"kind": "csat"}, None),
    ],
)
def test_where_a_figure_stands_between_worst_and_best(
    value: str, metric: dict[str, object], expected: float | None
) -> None:
    assert position(value, Metric(**metric)) == (expected if expected is None else pytest.approx(expected))  # type: ignore[arg-type]


def told(scale: Scale, **metrics: Metric) -> list[tuple[str, float, Interval | None]]:
    stage = Stage(id="s", name="S", metrics=metrics)
    journey = Journey(cjm=1, title="J", scale=scale, stages=(stage,))
    return [(each.key, each.value, each.interval) for each in opinions(journey, stage)]


def test_opinions_stand_on_the_scale_of_the_map() -> None:
    (found,) = told(Scale(min=0, max=10), csat=Metric(value="50", n=100))
    assert found[:2] == ("csat", 5)
    assert found[2] == pytest.approx((4.0383, 5.9617), abs=1e-4)


def test_the_end_of_a_series_counts_and_without_a_number_nothing_is_said_to_be_sure() -> None:
    (found,) = told(Scale(), csat=Metric(series=(Point(value="20", n=4), Point(value="75", n=9))))
    assert found[1] == 1
    assert found[2] == pytest.approx([4 * end - 2 for end in wilson(0.75, 9)])
    assert told(Scale(), nps=Metric(value="0")) == [("nps", 0, None)]


def test_what_is_only_aimed_at_was_not_answered() -> None:
    assert told(Scale(), csat=Metric(target="80"), retention=Metric(value="80%", n=9)) == []
