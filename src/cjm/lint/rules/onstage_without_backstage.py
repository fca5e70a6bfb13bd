"""Something happens on stage, and nothing behind it.

A blueprint answers one question a journey cannot: what must happen out of sight for this moment to work? Where the line
below the stage is empty, either the moment runs on goodwill or nobody has asked the people who make it work.

Bad:
    kind: blueprint
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            onstage: [{id: take-in, system: }]

Good:
    kind: blueprint
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            onstage: [{id: take-in, system: }]
            backstage: [{id: weigh-up, does: Looks up what such repairs have cost, actor: mechanic}]

Remedy: Ask those who do it, and add under ‘backstage:’ or ‘support:’ what they need for it; or name the system.

Source: service blueprinting as Nielsen Norman Group teaches it: backstage and support stand under each action on stage.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.walk import moments


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Moments of a blueprint with steps on stage, but none behind, and no system that serves them."""
    if journey.kind != "blueprint" or not is_story(journey):
        return
    for at, moment, stage in moments(journey):
        around = (moment, stage, *(stage.touchpoints if moment is stage else ()))
        if moment.onstage and not any(map(_is_served, around)) and not all(step.system for step in moment.onstage):
            message = f"‘{name_of(moment)}’ shows what happens on stage, and nothing of what makes it work."
            help = "Add ‘backstage:’ or ‘support:’ and what must happen out of sight for it."
            yield Problem((*at, "onstage"), message, help, at_key=True)


def _is_served(moment: Moment) -> bool:
    return bool(moment.backstage or moment.support or moment.systems)
