"""Something is planned, and nobody carries it out.

An idea may belong to everybody. A plan that belongs to everybody is carried out by nobody, and in the next review it stands
there as it did in the last one.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities: [{id: price-range, owner: , status: planned}]

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities: [{id: price-range, owner: Head of the workshop, status: planned}]

Remedy: Write under ‘owner:’ who carries it out: a person or a department that has said yes; or leave it an idea.

Source: accountability across departments, as journey management asks for it: every opportunity has an owner.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import opportunities
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.model.journey import Journey


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Opportunities that are planned, under way or due, without an owner; mere ideas need none."""
    for at, opportunity, _, _ in opportunities(journey) if has_contacts(journey) else ():
        is_idea = opportunity.status in {None, "idea"} and not opportunity.due
        if not opportunity.owner and not is_idea and opportunity.status not in {"done", "dropped"}:
            state = {"planned": "planned", "in_progress": "under way"}.get(opportunity.status or "", "due")
            message = f"‘{start_of(opportunity.title)}’ is {state}, and nobody carries it out."
            yield Problem(at, message, "Add ‘owner:’ and who has said yes; or leave it at ‘status: idea’.")
