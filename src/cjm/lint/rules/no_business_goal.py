"""Nobody knows what the map is for.

A map that serves no decision hangs on a wall. What the organisation wants, in the same breath as what the customer
wants, tells which of the many pains is worth the work, and shows where the two pull in different directions.

Bad:
    goals: {customer: Ride again before the holidays, business: }

Good:
    goals: {customer: Ride again before the holidays, business: Riders who come back every spring}

Remedy: Write under ‘goals: {business: …}’ what shall be different for the organisation if the journey gets better.

Source: common advice on journey mapping: a map without a business goal is research without a reader.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Stories without a goal of the organisation; a map of a part has that of the whole."""
    if is_story(journey) and not journey.part_of and not (journey.goals and journey.goals.business):
        message = "The map does not say what the organisation wants from this journey."
        yield Problem(("goals",), message, "Add ‘business:’ under ‘goals:’ and the decision or figure it is about.",
                      at_key=True)  # fmt: skip
