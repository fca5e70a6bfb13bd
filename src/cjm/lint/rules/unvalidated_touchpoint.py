"""No customer has confirmed a touchpoint of the inventory.

Inventories are written by those who send: they hold every newsletter and miss the neighbour. Laid before customers, a third
of the contacts turns out never to have been noticed, and some that matter are missing.

Bad:
    kind: touchpoints
    stages:
      - id: ask
        touchpoints:
          - id: call
            validated:

Good:
    kind: touchpoints
    stages:
      - id: ask
        touchpoints:
          - id: call
            validated: 2026-07

Remedy: Show the inventory to customers, and write under ‘validated:’ when they knew the touchpoint.

Source: touchpoint mapping: take stock of all touchpoints across the lifecycle, then validate them with customers.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.contacts import has_contacts, is_there, lacking
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Touchpoints in place, of a touchpoint map that is no hypothesis, which customers have not confirmed."""
    if journey.kind != "touchpoints" or not has_contacts(journey) or journey.status == "hypothesis":
        return
    for at, moment in lacking(journey, _says, is_there):
        if moment is None:
            message = "No touchpoint of this map has been confirmed by customers."
        elif isinstance(moment, Stage):
            message = f"No touchpoint of ‘{name_of(moment)}’ has been confirmed by customers."
        else:
            message = f"‘{name_of(moment)}’ has not been confirmed by customers."
        help = "Show it to some of them, and add ‘validated:’ with the date; or say ‘status: planned’."
        yield Problem(at, message, help, at_key=moment is None)


def _says(moment: Moment) -> bool:
    return getattr(moment, "validated", None) not in {None, "false"}
