"""A moment does not say how the customer feels.

The curve of feelings is what makes a journey map more than a flow chart: it shows at one look where people are lost
and where they are won. A moment without a feeling is a hole in it, and usually sits where nobody has asked.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            feels:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            feels: {score: 0, emotion: unsure}

Remedy: Add a number on the map's scale, or a word such as ‘relieved’; for what is only planned, write ‘intent:’.

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
    """Moments without a feeling; where nobody has been yet, what shall be felt will do."""
    if journey.kind != "journey" or journey.state == "actual":
        return
    for at, moment in silent(journey, "feels", "intent") if journey.state == "future" else silent(journey, "feels"):
        is_hoped = getattr(moment, "status", None) == "planned" and moment.intent
        if is_told(moment) and not is_hoped:
            message = f"‘{name_of(moment)}’ does not say how the customer feels."
            yield Problem(at, message, "Add ‘feels:’ and a number on the map's scale, or a word such as ‘relieved’.")
