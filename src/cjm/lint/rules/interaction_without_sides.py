"""A contact has only one end.

Whether the brand calls or the customer has to call is the difference between being looked after and running after. An
inventory that does not say who begins and who answers cannot show that all the running is done by the customer.

Bad:
    kind: blueprint
    stages:
      - id: ask
        touchpoints:
          - id: call
            receiver:

Good:
    kind: blueprint
    stages:
      - id: ask
        touchpoints:
          - id: call
            receiver: counter

Remedy: Write under ‘initiator:’ who begins and under ‘receiver:’ who answers: the persona on one side, an actor on the other.

Source: CJML, the customer journey modelling language: every interaction has an initiator and a receiver.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.contacts import FEW, is_alone, is_there
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Touchpoint
from cjm.model.walk import moments

_SIDES = {"initiator": "who begins it", "receiver": "who is at the other end"}


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Interactions of a touchpoint map or a blueprint that lack a side; in a blueprint a step on stage may tell it."""
    if journey.kind not in {"touchpoints", "blueprint"} or journey.state == "actual":
        return
    interactions = [
        (at, moment)
        for at, moment, _ in moments(journey)
        if isinstance(moment, Touchpoint) and is_there(moment) and not is_alone(moment)
    ]
    one_sided = [(at, each) for at, each in interactions if not _is_whole(each, journey.kind)]
    if len(one_sided) > FEW and not any(each.initiator or each.receiver for _, each in interactions):
        message = f"None of the {len(interactions)} contacts of this map says who begins it and who answers."
        yield Problem(("stages",), message, "Add ‘initiator:’ and ‘receiver:’ to each of them.", at_key=True)
        return
    for at, touchpoint in one_sided:
        missing = [key for key in _SIDES if not getattr(touchpoint, key)]
        message = f"‘{name_of(touchpoint)}’ does not say {' and '.join(_SIDES[key] for key in missing)}."
        yield Problem(at, message, f"Add {' and '.join(f'‘{key}:’' for key in missing)}: a persona or an actor.")


def _is_whole(touchpoint: Touchpoint, kind: str) -> bool:
    if touchpoint.initiator and touchpoint.receiver:
        return True
    return kind == "blueprint" and not (touchpoint.initiator or touchpoint.receiver) and bool(touchpoint.onstage)
