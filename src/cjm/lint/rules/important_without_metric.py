"""A moment that matters much to customers is not measured.

What is important and not measured is noticed when it has broken: in the complaints, or when people stay away. One figure,
a satisfaction or a waiting time, is enough to see whether it gets better or worse.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            importance: 4
            metrics:

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            importance: 4
            metrics:
              csat: {value: 61, n: 180, date: 2026-06, evidence: [counter-survey]}

Remedy: Add under ‘metrics:’ a figure that tells how the moment goes: csat, wait, conversion; or a target for one to come.

Source: customer experience management: watch satisfaction, effort and time where it matters to customers; the bound is our own.
"""

from collections.abc import Iterator

from cjm.figures.measured import is_watched
from cjm.figures.moments import counting
from cjm.finding import Severity
from cjm.lint.contacts import has_contacts, is_ours, is_there
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.walk import moments


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey, importance: int = 4) -> Iterator[Problem]:
    """Moments of today that matter ``importance`` or more and have no figure, nor has their stage; moments of truth aside."""
    if not has_contacts(journey) or journey.state != "current":
        return
    for at, moment, stage in moments(journey):
        matters = moment.importance or 0
        is_meant = is_ours(moment) and is_there(moment) and not moment.moment_of_truth
        if matters < importance or not is_meant or is_watched(moment, stage):
            continue
        if any(each is moment for each in counting(stage, "importance")):
            message = f"‘{name_of(moment)}’ matters to customers ({matters} of 5), and no figure tells how it goes."
            yield Problem((*at, "importance"), message, "Add ‘metrics:’ with a csat, a wait or a conversion.")
