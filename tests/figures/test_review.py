"""When the next review of a map is due."""

from datetime import date

import pytest

from cjm.figures.review import due
from cjm.model.journey import Journey


@pytest.mark.parametrize(
    ("reviewed", "every", "day"),
    [
        ("2026-10-20", "6 months", date(2027, 4, 20)),
        ("2026-08-31", "6 months", date(2027, 2, 28)),
        ("2024-02-29", "1 year", date(2025, 2, 28)),
        ("2026-12-01", "1 mo", date(2027, 1, 1)),
        ("2026-06", "1 year", date(2027, 6, 30)),
        ("2022-04/2023-03", "2 weeks", date(2023, 4, 14)),
        ("2026-10-20", "P6M", date(2027, 4, 20)),
        ("2026-10-20", "10 days", date(2026, 10, 30)),
        ("9999-10-20", "6 months", None),
        ("9999-12-20", "40 days", None),
        ("2026-02-30", "6 months", None),
        ("2026-10-20", None, None),
        (None, "6 months", None),
    ],
)
def test_it_is_due_so_long_after_the_last_one(reviewed: str | None, every: str | None, day: date | None) -> None:
    assert due(Journey(cjm=1, title="T", stages=(), reviewed=reviewed, review_every=every)) == day
