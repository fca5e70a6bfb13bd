"""A machine does it, and nothing happens when it fails.

Automations break quietly: a message is not sent, a rule matches nobody, and the customer waits for something no one knows to
be missing. What happens then is decided beforehand or by the customer.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            automations: [{when: a week has passed, do: Asks by message how it rides}]

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            automations: [{when: a week has passed, do: Asks by message how it rides, fallback: Ten calls a week}]

Remedy: Write under ‘fallback:’ what happens when it fails: who notices, and what they do.

Source: service blueprinting marks points of failure; for automations our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.steps import named_step, steps
from cjm.lint.told import start_of
from cjm.model.journey import Journey
from cjm.model.walk import moments

_HELP = "Add ‘fallback:’ and what happens when it fails."


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Automations without a fallback; automated steps that tell how they fail, and in a blueprint all of them."""
    if not has_contacts(journey):
        return
    for at, moment, _ in moments(journey):
        for place, automation in enumerate(moment.automations):
            if not automation.fallback:
                message = f"‘{start_of(automation.do[0])}’ happens by itself, and nobody has said what if it does not."
                yield Problem((*at, "automations", place), message, _HELP)
    for at, lane, step, _ in steps(journey):
        is_asked = step.fails or (journey.kind == "blueprint" and lane != "support")
        if step.automation == "automated" and is_asked and not step.fallback:
            message = f"‘{named_step(journey, step)}’ is automated, and nobody has said what happens when it fails."
            yield Problem(at, message, _HELP)
