"""Nobody knows how bad a pain is.

A list of pains without weights is worked off from the top, or by whoever speaks loudest. A number from 1, a nuisance, to 5,
the customer gives up, is quickly agreed on in a room, and lets the worst be seen first.

Bad:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            pains: [{id: no-warning, severity: }]

Good:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            pains: [{id: no-warning, severity: 3}]

Remedy: Write under ‘severity:’ how bad it is, from 1 (a nuisance) to 5 (the customer gives up); best with customers.

Source: our own, after the validators of journey tools; the ranking of touchpoints multiplies importance and pain.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import is_open, pains, unsaid
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Open pains without a severity; once where no pain of the map has one."""
    if not has_contacts(journey):
        return
    asked = [hurt for hurt in pains(journey) if is_open(hurt.pain)]
    help = "Add ‘severity:’ from 1 (a nuisance) to 5 (the customer gives up)."
    yield from unsaid(asked, lambda pain: pain.severity is not None, "how bad it is", help)
