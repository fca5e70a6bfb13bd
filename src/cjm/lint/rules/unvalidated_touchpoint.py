"""No customer has confirmed a touchpoint of the inventory.

Inventories are written by those who send: they hold every newsletter and miss the neighbour. Laid before customers, some
of the contacts turn out never to have been noticed, and others that matter are missing.

Bad:
    kind: touchpoints

Good:
    kind: touchpoints
    stages:
      - {id: notice, touchpoints: [{id: chain, validated: 2026-07}]}
      - {id: ask, touchpoints: [{id: call, validated: 2026-07}]}
      - {id: hand-over, touchpoints: [{id: counter-talk, validated: 2026-07}]}
      - {id: collect, touchpoints: [{id: handing-back, validated: true}]}
      - {id: ride, touchpoints: [{id: long-ride, validated: true}]}

Remedy: Show the inventory to customers, and write under ‘validated:’ when they knew the touchpoint.

Source: touchpoint mapping: take stock of all touchpoints across the lifecycle, then validate them with customers.
"""

from collections.abc import Iterator

from cjm.figures.coverage import is_validated
from cjm.finding import Severity
from cjm.lint.contacts import has_contacts, is_there, lacking
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Stage


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Touchpoints in place, of a touchpoint map that is no hypothesis, which customers have not confirmed."""
    if journey.kind != "touchpoints" or not has_contacts(journey) or journey.status == "hypothesis":
        return
    for at, moment in lacking(journey, is_validated, is_there):
        if moment is None:
            message = "No touchpoint of this map has been confirmed by customers."
        elif isinstance(moment, Stage):
            message = f"No touchpoint of ‘{name_of(moment)}’ has been confirmed by customers."
        else:
            message = f"‘{name_of(moment)}’ has not been confirmed by customers."
        help = "Show it to some of them, and add ‘validated:’ with the date; or say ‘status: planned’."
        yield Problem(at, message, help, at_key=moment is None)
