"""A journey as it should be, with nothing to compare it with.

Who draws the future first draws a wish. Laid beside the journey as it is today, each change has a reason: a pain that
goes, a wait that shrinks. And what it costs can be seen, too.

Bad:
    state: future

Good:
    state: current

Remedy: Map the journey as it is today, and name that map under ‘compares_to:’.

Source: common practice of service design: the current state first, then the future state, designed with customers.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Maps of the future that name no map of today."""
    if journey.state == "future" and not journey.compares_to:
        message = "The map shows a future, and names no map of today to measure it by."
        yield Problem(("state",), message, "Add ‘compares_to:’ and the path of the map of the current state.")
