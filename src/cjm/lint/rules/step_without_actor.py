"""A step is done by nobody.

‘The form is retyped’ hides the person who retypes it. Without a name by each step nobody sees that four of them land on
the same desk, nor whom to ask why it takes three days.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            backstage: [{id: check-load, actor: , automation: manual}]

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            backstage: [{id: check-load, actor: mechanic, automation: manual}]

Remedy: Write under ‘actor:’ who does it: a post, a team, a partner; under ‘system:’ where a machine does it alone.

Source: service blueprinting: every step below the line of visibility belongs to somebody.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.steps import named_step, steps
from cjm.lint.told import is_story
from cjm.model.journey import Journey
from cjm.model.moment import Step


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Steps that people do and nobody is named for: manual and assisted ones, in a blueprint all on stage and backstage."""
    if not is_story(journey):
        return
    for at, lane, step, _ in steps(journey):
        is_asked = journey.kind == "blueprint" and lane != "support"
        if not step.actor and _is_handwork(step, is_asked=is_asked):
            message = f"Nobody is named who does ‘{named_step(journey, step)}’."
            yield Problem(at, message, "Add ‘actor:’ and who does it; ‘system:’ where a machine does it alone.")


def _is_handwork(step: Step, *, is_asked: bool) -> bool:
    """Whether a step needs a person: it says so, or it may be asked and names no machine."""
    return step.automation in {"manual", "assisted"} or (is_asked and not step.system and step.automation is None)
