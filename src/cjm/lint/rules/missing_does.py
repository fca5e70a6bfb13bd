"""A moment does not say what the customer does.

A journey is made of what people do. A touchpoint without an action is a name on a list: nobody can tell what happens
there, or change it.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Asks when there is a free day

Remedy: Write in a few words what the customer does, a verb first.

Source: the four questions of journey mapping: what they do, how they feel, whom they meet, what happens backstage.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of, silent
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Moments in which nobody does anything."""
    for at, moment in silent(journey, "does"):
        message = f"‘{name_of(moment)}’ does not say what the customer does."
        yield Problem(at, message, "Add ‘does:’ and a few words, a verb first.")
