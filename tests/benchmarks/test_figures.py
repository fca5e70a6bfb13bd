"""The arithmetic of the table; nothing here is timed."""

import pytest

from tests.benchmarks.figures import HEAD, Figure, Row, table


def one(value: float) -> Figure:
    return Figure((value,))


@pytest.mark.parametrize(
    ("values", "median", "spread"),
    [
        ((3.0,), 3.0, 0.0),
        ((4.0, 2.0), 3.0, 2.0),
        ((9.0, 1.0, 2.0), 2.0, 8.0),
        ((5.0, 1.0, 3.0, 2.0, 4.0), 3.0, 2.0),
        ((1.0, 2.0, 3.0, 4.0, 900.0), 3.0, 2.0),  # one round that something else disturbed
    ],
)
def test_figure(values: tuple[float, ...], median: float, spread: float) -> None:
    figure = Figure(values)
    assert (figure.median, figure.spread) == (median, spread)


def test_round_by_round() -> None:
    start, work = Figure((1, 2, 4)), Figure((5, 10, 24))
    assert work.without(start) == Figure((4, 8, 20))
    assert work.plus(start) == Figure((6, 12, 28))
    assert Figure((8, 2, 30)).over(Figure((2, 1, 10))) == 3  # the medians would say 8 / 2


def test_rounds_that_drowned_in_noise() -> None:
    assert Figure((6, 8, 9)).over(Figure((2, -1, 3))) == 3
    assert Figure((6, 8, 9)).over(Figure((2, -1, 0))) is None


@pytest.mark.parametrize(("values", "noisy"), [((9, 10, 11), []), ((8, 10, 11), ["ours", "theirs"])])
def test_noise(values: tuple[float, ...], noisy: list[str]) -> None:
    still = Figure((10, 10, 10))
    rows = {"ours": Row("", "ms", Figure(values), "", still), "theirs": Row("", "ms", still, "", Figure(values))}
    assert [name for name, row in rows.items() if row.is_noisy] == noisy


@pytest.mark.parametrize(
    ("ours", "theirs", "goal", "ratio", "verdict"),
    [
        (60, 100, 0.6, 0.6, "met"),
        (75, 100, 0.6, 0.75, "missed by 25%"),
        (60, 100, None, 0.6, ""),
        (10, None, 10, None, "met"),
        (15, None, 10, None, "missed by 50%"),
        (60, 0, 0.6, None, "unmeasurable"),  # a difference that drowned in noise
        (60, -3, 0.6, None, "unmeasurable"),
    ],
)
def test_verdict(ours: float, theirs: float | None, goal: float | None, ratio: float | None, verdict: str) -> None:
    row = Row("work", "ms", one(ours), "peer", None if theirs is None else one(theirs), goal)
    assert row.ratio == ratio
    assert row.verdict == verdict


def test_table() -> None:
    rows = [
        Row("validate", "ms", one(60), "yamllint", one(100), 0.6),
        Row("draw one more map", "ms", Figure((10, 15, 19)), goal=10),
        Row("memory", "MiB", one(30.26), "spectral", one(121)),
    ]
    assert [line.split("  ")[0] for line in table(rows).splitlines()] == [HEAD[0], *(row.work for row in rows)]
    assert [row.cells()[1:] for row in rows] == [
        ("60.0 ms", "yamllint", "100.0 ms", "0.60 ×", "0.6 ×", "met"),
        ("15.0 ms", "–", "–", "–", "10 ms", "missed by 50% (noisy)"),
        ("30.3 MiB", "spectral", "121.0 MiB", "0.25 ×", "–", ""),
    ]
