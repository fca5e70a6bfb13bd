"""A score falls and nothing says why.

Between two neighbouring moments the customer's feeling drops by two points or more on a scale from −2 to 2. The pain
behind it is the most valuable thing on the map: name it.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            feels: -2
            pains:
            opportunities:

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            feels: -2
            pains:
              - {id: no-price, text: Nobody can name a price, severity: 4}

Remedy: Add the pain to the moment where the feeling falls, or to its stage; or lower the fall if it was too steep.

Source: our own, after the practice of reading an emotion curve by its turning points.
"""

from collections.abc import Iterator
from itertools import pairwise

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import hurts, name_of, number, scored
from cjm.model.journey import Journey


@rule(Severity.WARNING, silences=("low-without-pain",))
def check(journey: Journey, drop: float = 2) -> Iterator[Problem]:
    """Falls of ``drop`` or more, on a scale from −2 to 2, into a moment without pains or barriers."""
    for before, after in pairwise(scored(journey)):
        stage = journey.stages[int(after.parts[1])]
        if before.plain - after.plain >= drop and not hurts(after.moment, stage):
            message = (
                f"The feeling falls from {number(before.score, journey.scale)} at ‘{name_of(before.moment)}’ "
                f"to {number(after.score, journey.scale)} at ‘{name_of(after.moment)}’, and no pain says why."
            )
            yield Problem((*after.parts, "feels"), message, "Add the pain behind it under ‘pains:’.")
