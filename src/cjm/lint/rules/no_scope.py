"""Nobody knows where the journey begins and ends.

Two teams that map ‘the repair’ may mean the ten minutes at the counter or the year until the next one. What sets the
journey off and when it is over decides what belongs on the map, and what to leave out with a good conscience.

Bad:
    scope:

Good:
    scope: {starts: The chain jumps for the third time, ends: The first long ride afterwards}

Remedy: Write under ‘scope:’ the event with which the journey starts and the one with which it ends.

Source: common advice on journey mapping: agree on trigger and end before the first note goes up.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.model.journey import Journey, Scope


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Stories without a beginning or an end; a map of a part lies between those of the whole."""
    if not is_story(journey) or journey.part_of:
        return
    scope = journey.scope or Scope()
    missing = [key for key in ("starts", "ends") if not getattr(scope, key)]
    if len(missing) == 1:
        message = f"The scope does not say where the journey {missing[0]}."
        yield Problem(("scope",), message, f"Add ‘{missing[0]}:’ under ‘scope:’.", at_key=True)
    elif missing and not scope.includes:
        message = "The map does not say where the journey starts and ends."
        yield Problem(("scope",), message, "Add it: scope: {starts: …, ends: …}.", at_key=True)
