"""Customers have not been told what changed for them.

People who complained, and hear nothing, conclude that nobody listened, even if all was mended the week after. Telling them is
the cheapest part of any improvement, and the one after which they answer the next survey.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            pains: [{id: no-price, status: resolved}]
            opportunities: [{id: price-range, status: done}]

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            pains: [{id: no-price, status: resolved}]
            opportunities: [{id: price-range, status: done, told: 2026-10}]

Remedy: Tell customers what changed because of them, and write the day under ‘told:’.

Source: closing the loop, as the Net Promoter System teaches it; the bound is our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import opportunities, pains
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, severity: int = 3) -> Iterator[Problem]:
    """Opportunities that are done, for a pain of ``severity`` or more or of unknown one, and customers do not know."""
    chances = opportunities(journey) if has_contacts(journey) else []
    done = [(at, each) for at, each, _, _ in chances if each.status == "done" and not each.told]
    felt = {hurt.pain.id: hurt.pain.severity or severity for hurt in pains(journey)} if done else {}
    for at, opportunity in done:
        weights = [felt[id] for id in opportunity.solves if id in felt] or [opportunity.impact or severity]
        if max(weights) >= severity:
            message = f"‘{start_of(opportunity.title)}’ is done, and customers have not been told."
            yield Problem(at, message, "Tell them what changed because of them, and add ‘told:’ with the day.")
