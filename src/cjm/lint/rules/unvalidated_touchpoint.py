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
from cjm.lint.contacts import Wording, has_contacts, is_there, lacking
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey

_WORDING = Wording(
    map="No touchpoint of this map has been confirmed by customers.",
    stage="No touchpoint of ‘{}’ has been confirmed by customers.",
    touchpoint="‘{}’ has not been confirmed by customers.",
)
_HELP = "Show it to some of them, and add ‘validated:’ with the date; or say ‘status: planned’."


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Touchpoints in place, of a touchpoint map that is no hypothesis, which customers have not confirmed."""
    if journey.kind != "touchpoints" or not has_contacts(journey) or journey.status == "hypothesis":
        return
    yield from lacking(journey, is_validated, is_there, _WORDING, _HELP)
