"""A figure is out of date.

Since it was measured, prices, people and pages have changed, and so have customers. An old figure is worse than none: it looks
like knowledge, and nobody measures again what seems to be known.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {date: 2024-06}

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {date: 2026-06}

Remedy: Measure again, add the new value with its date under ‘series:’, or take the figure out.

Source: our own: what is measured once a year may be a year old, and a quarter more until it is written down.
"""

from collections.abc import Iterator
from datetime import date

from cjm.figures.measured import figures
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.time import age


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey, today: date, months: float = 15) -> Iterator[Problem]:
    """Figures of today whose last date is more than ``months`` ago; what has no date is another rule's affair."""
    if journey.state != "current":
        return
    for figure in figures(journey):
        old = age(figure.date, today)
        if old > months:
            message = f"‘{figure.name}’ was last measured in {figure.date}, {old:.0f} months ago."
            last = len(figure.metric.series) - 1
            place = ("date",) if figure.metric.date else ("series", last, "date")
            yield Problem((*figure.at, *place), message, "Measure again, or take the figure out.")
