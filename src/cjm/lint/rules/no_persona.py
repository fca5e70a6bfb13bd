"""Nobody knows whose journey this is.

A map for everybody is a map for nobody: what a student finds easy stops a pensioner at the door. One persona gives
all that is done, thought and felt an owner, and lets the team ask whether she would really say that.

Bad:
    persona:

Good:
    persona: {id: noor, name: Noor, occupation: Rides to work all year, evidence: [ride-alongs]}

Remedy: Name the customer under ‘persona:’; a line is enough to begin with, interviews make it true.

Source: journey mapping as Nielsen Norman Group teaches it: the actor is the first of the parts of a map.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.model.journey import Journey


@rule(Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Stories without anybody to whom they happen."""
    if is_story(journey) and not journey.personas:
        yield Problem((), "The map does not say whose journey it is.", "Add ‘persona:’ and who that is, in a line.")
