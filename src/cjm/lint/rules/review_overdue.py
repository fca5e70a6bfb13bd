"""A map has not been looked through for too long.

Services change by the week, and a map that nobody has looked at for a year describes a company that is gone. People
who meet one outdated line on it stop believing the others.

Bad:
    reviewed: 2025-03-01
    review_every: 12 months

Good:
    reviewed: 2026-09-01
    review_every: 12 months

Remedy: Go through the map with those who know, mend what has changed, and set ‘reviewed:’ to that day.

Source: Smaply's list of mistakes in journey mapping: to make a map once and never again.
"""

from collections.abc import Iterator
from datetime import date

from cjm.figures.review import due
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.time import age


@rule(Severity.WARNING)
def check(journey: Journey, today: date, months: float = 12) -> Iterator[Problem]:
    """Maps whose review is due; without ``review_every`` those last looked through more than ``months`` ago."""
    if not journey.reviewed or journey.state == "actual":
        return
    if journey.review_every:
        day = due(journey)
        is_late, why = bool(day and day < today), f"its review was due on {day}"
    else:
        old = age(journey.reviewed, today)
        is_late, why = old > months, f"that is {old:.0f} months ago"
    if is_late:
        message = f"The map was last looked through in {journey.reviewed}, and {why}."
        yield Problem(("reviewed",), message, "Go through it with those who know, and set ‘reviewed:’ to that day.")
