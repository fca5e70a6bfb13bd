"""A machine does a step, and nobody says which.

‘Automated’ is a promise that some system keeps. Without its name nobody knows what must be changed when the step is to
change, what it costs when it stops, nor that it is the same one for half of the map.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            onstage: [{id: offer-day, actor: , system: , automation: automated, fallback: The counter calls back}]

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            onstage: [{id: offer-day, actor: , system: order-book, automation: automated, fallback: The counter calls back}]

Remedy: Write under ‘system:’ which one does it, and list it under ‘systems:’ with the department that runs it.

Source: our own, after the resources of a map: which people and systems serve a touchpoint.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.steps import is_machine, named_step, steps
from cjm.lint.told import is_story
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Automated steps, in a blueprint assisted ones too, for which neither they nor their moment name a system."""
    if not is_story(journey):
        return
    kinds = {"automated", "assisted"} if journey.kind == "blueprint" else {"automated"}
    for at, _, step, moment in steps(journey):
        if step.automation in kinds and not moment.systems and not is_machine(journey, step):
            message = f"‘{named_step(journey, step)}’ is {step.automation}, and the map does not say by which system."
            yield Problem((*at, "automation"), message, "Add ‘system:’ and the one that does it.")
