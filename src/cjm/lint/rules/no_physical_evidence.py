"""A blueprint shows nothing that customers see, hold or take home.

A service cannot be touched, so people judge it by what can: the ticket, the van, the bill, the smell of the room. It is the
top row of a blueprint since the first ones were drawn, and the cheapest one to change.

Bad:
    kind: blueprint
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            physical_evidence:

Good:
    kind: blueprint
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            physical_evidence: A ticket with the number of the bicycle

Remedy: Go through the stages and write under ‘physical_evidence:’ what customers see, hold and receive there.

Source: Bitner, Ostrom and Morgan (2008) on service blueprinting: physical evidence stands above each customer action.
"""

from collections.abc import Iterator

from cjm.figures.moments import is_said
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.model.journey import Journey


@rule(Severity.INFO)
def check(journey: Journey) -> Iterator[Problem]:
    """Blueprints in which there is nothing to see, hold or receive anywhere."""
    if journey.kind == "blueprint" and is_story(journey) and not is_said(journey, "physical_evidence"):
        message = "Nowhere does this blueprint show what customers see, hold or receive."
        help = "Add ‘physical_evidence:’ where there is some: a ticket, a parcel, a bill, a room."
        yield Problem(("stages",), message, help, at_key=True)
