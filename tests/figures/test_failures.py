"""Fail points: what hurts so much that customers leave, and is not mended."""

import pytest

from cjm.figures.failures import fail_points
from cjm.model.moment import Touchpoint
from cjm.model.opportunity import Pain


@pytest.mark.parametrize(
    ("severity", "status", "fails"),
    [
        (5, None, True),
        (4, "open", True),
        (4, "mitigated", False),
        (5, "resolved", False),
        (5, "accepted", False),
        (3, None, False),
        (None, None, False),
    ],
)
def test_a_severe_pain_that_is_open_is_a_fail_point(severity: int | None, status: str | None, *, fails: bool) -> None:
    pain = Pain(id="p", text="It hurts", severity=severity, status=status)  # type: ignore[arg-type]
    assert fail_points(Touchpoint(id="a", pains=(pain,))) == ((pain,) if fails else ())
