"""The arithmetic of the table; nothing here is timed."""

import pytest

from tests.benchmarks.figures import HEAD, Figure, Row, table


@pytest.mark.parametrize(
    ("values", "median", "spread"),
    [
        ([3.0], 3.0, 0.0),
        ([4.0, 2.0], 3.0, 2.0),
        ([9.0, 1.0, 2.0], 2.0, 8.0),
        ([5.0, 1.0, 3.0, 2.0, 4.0], 3.0, 2.0),
        ([1.0, 2.0, 3.0, 4.0, 900.0], 3.0, 2.0),  # one round that something else disturbed
    ],
)
def test_figure(values: list[float], median: float, spread: float) -> None:
    assert Figure.of(values) == Figure(median, spread)


def test_work_without_start_up() -> None:
    assert Figure(50, 4).without(Figure(40, 3)) == Figure(10, 7)
    assert Figure(50, 4).plus(Figure(40, 3)) == Figure(90, 7)


@pytest.mark.parametrize(("figure", "noisy"), [(Figure(10, 2), []), (Figure(10, 2.1), ["ours", "theirs"])])
def test_noise(figure: Figure, noisy: list[str]) -> None:
    still = Figure(-10, 1)
    rows = {"ours": Row("work", "ms", figure, "peer", still), "theirs": Row("work", "ms", still, "peer", figure)}
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
    row = Row("work", "ms", Figure(ours), "peer", None if theirs is None else Figure(theirs), goal)
    assert row.ratio == ratio
    assert row.verdict == verdict


def test_table() -> None:
    rows = [
        Row("validate", "ms", Figure(60), "yamllint", Figure(100), 0.6),
        Row("draw one more map", "ms", Figure(15, 9), goal=10),
        Row("memory", "MiB", Figure(30.26), "spectral", Figure(121)),
    ]
    assert [line.split("  ")[0] for line in table(rows).splitlines()] == [HEAD[0], *(row.work for row in rows)]
    assert [row.cells()[1:] for row in rows] == [
        ("60.0 ms", "yamllint", "100.0 ms", "0.60 ×", "0.6 ×", "met"),
        ("15.0 ms", "–", "–", "–", "10 ms", "missed by 50% (noisy)"),
        ("30.3 MiB", "spectral", "121.0 MiB", "0.25 ×", "–", ""),
    ]
