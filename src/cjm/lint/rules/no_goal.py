"""Nobody knows what the customer wants.

A step is good or bad only against what the customer came for: a form of three pages is nothing to somebody who wants
a mortgage, and the end for somebody who wants a newsletter. Without a goal every judgement on the map is taste.

Bad:
    goals: {customer: , business: Riders who come back every spring}

Good:
    goals: {customer: Ride again before the holidays, business: Riders who come back every spring}

Remedy: Write under ‘goals:’ what the customer wants to have reached in the end, in the customer's words.

Source: journey mapping as Nielsen Norman Group teaches it: a map begins with an actor, a scenario and the goals in
it.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.model.journey import Journey


@rule(Severity.ERROR, silences=("no-business-goal",))
def check(journey: Journey) -> Iterator[Problem]:
    """Stories in which nobody wants anything: neither the map, nor a stage, nor a persona says a goal or a job."""
    if not is_story(journey):
        return
    of_map = journey.goals and journey.goals.customer
    of_stages = any(stage.goal for stage in journey.stages)
    of_personas = any(persona.goals or persona.jobs for persona in journey.personas)
    if not (of_map or of_stages or of_personas):
        help = "Add it: goals: {customer: …, business: …}"
        yield Problem(("goals",), "The map does not say what the customer wants.", f"{help}.", at_key=True)
