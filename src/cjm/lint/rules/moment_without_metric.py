"""A moment decides, and nobody measures it.

If this is where customers are won or lost, then its figure is worth more than the average of all the others. Without one the
organisation learns of its failures from those who are gone.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            metrics:

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            metrics:
              csat: {value: 84, n: 180, date: 2026-06, evidence: [counter-survey]}

Remedy: Add under ‘metrics:’ a figure that moves when the moment fails: csat, resolution, wait, drop_off.

Source: published rules for moments of truth: each has a metric or an opportunity by which it is watched.
"""

from collections.abc import Iterator

from cjm.figures.measured import is_watched
from cjm.finding import Severity
from cjm.lint.contacts import has_contacts, is_ours, is_there
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.walk import moments


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Moments of truth of today in which the brand takes part, without a figure of their own or of their stage."""
    if not has_contacts(journey) or journey.state != "current":
        return
    for at, moment, stage in moments(journey):
        is_meant = moment.moment_of_truth and is_ours(moment) and is_there(moment)
        if is_meant and not is_watched(moment, stage):
            message = f"‘{name_of(moment)}’ decides, and no figure tells how it goes."
            help = "Add ‘metrics:’ with one that moves when it fails: csat, resolution, wait, drop_off."
            yield Problem((*at, "moment_of_truth"), message, help, at_key=True)
