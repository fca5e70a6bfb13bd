"""The customer feels bad, and nothing says why.

A low point is a question the map asks itself. As long as no pain answers it, nobody can solve it, nobody can say how
bad or how frequent it is, and at the next workshop somebody will simply raise the score.

Bad:
    stages:
      - id: notice
        touchpoints:
          - {id: chain, pains: , opportunities: }

Good:
    stages:
      - id: notice
        touchpoints:
          - {id: chain, feels: 0.5, pains: , opportunities: }

Remedy: Add the pain behind the feeling under ‘pains:’, or under ‘barriers:’ what stands in the customer's way.

Source: our own, after the practice of reading an emotion curve by its low points.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import hurts, is_story, name_of, number, scored
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, low: float = -1) -> Iterator[Problem]:
    """Moments scored at ``low`` or below, on a scale from −2 to 2, without a pain or barrier in them or their stage."""
    for point in scored(journey) if is_story(journey) else ():
        if point.plain <= low and not hurts(point.moment, journey.stages[int(point.parts[1])]):
            message = (
                f"‘{name_of(point.moment)}’ feels like {number(point.score, journey.scale)}, and no pain says why."
            )
            key = "feels" if point.moment.feels else "for"
            yield Problem((*point.parts, key), message, "Add the pain behind it under ‘pains:’.")
