"""Priority: importance times pain; what nobody has rated counts three."""

import pytest

from cjm.figures.priority import priority
from tests.texts import stage


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("does: Waits", (0, True)),
        ("importance: 5", (0, False)),
        ("importance: 5\npains: [{text: A, severity: 4, frequency: 3}]", (60, False)),
        ("pains: [{text: A, severity: 4, frequency: 3}]", (36, True)),
        ("importance: 2\npains: [{text: A, severity: 4}]", (24, True)),
        ("importance: 2\npains: [A]", (18, True)),
        (
            "importance: 1\npains: [{text: A, severity: 5, frequency: 1}, {text: B, severity: 2, frequency: 4}]",
            (8, False),
        ),
    ],
)
def test_the_priority_of_a_moment(lines: str, expected: tuple[int, bool]) -> None:
    (only,) = stage(lines).journey.stages
    assert priority(only, only) == expected


@pytest.mark.parametrize(
    ("mine", "others", "expected"),
    [("", "", 20), ("importance: 5", "", 100), ("", "importance: 5", 60)],
)
def test_a_stage_weighs_for_its_touchpoints_where_none_has_a_weight(mine: str, others: str, expected: int) -> None:
    pain = "pains: [{text: A, severity: 4, frequency: 5}]"
    inner = f"touchpoints: [{{name: T, {pain}{', ' * bool(mine)}{mine}}}, {{name: U{', ' * bool(others)}{others}}}]"
    (only,) = stage(f"importance: 1\n{inner}").journey.stages
    assert priority(only, only.touchpoints[0]).score == expected
