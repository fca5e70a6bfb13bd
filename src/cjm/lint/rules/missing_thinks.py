"""A moment does not say what the customer thinks.

What people do is seen by cameras and counters; what they think in that moment is why they do it. A thought in their
own words (‘Why do they ask me this again?’) often names the pain before anybody has searched for it.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            thinks:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            thinks: Can I do without it until Friday?

Remedy: Write down what customers told you they were thinking, in the first person, as they said it.

Source: the four questions of journey mapping: what they do, how they feel and what they say, whom they meet, what
happens backstage.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_told, name_of, silent
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Moments without a thought; what customers say or ask will do."""
    if journey.kind != "journey" or journey.state == "actual":
        return
    for at, moment in silent(journey, "thinks", "says", "questions"):
        if is_told(moment):
            message = f"‘{name_of(moment)}’ does not say what the customer thinks."
            yield Problem(at, message, "Add ‘thinks:’ and what customers told you, in the first person.")
