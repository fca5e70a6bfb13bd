"""The journey ends on a low note, and nobody plans to change that.

People remember an experience by its strongest moment and by its end; what lay between fades. An end that hurts
colours all that was good before, and it is what they tell their friends.

Bad:
    stages:
      - id: ride
        touchpoints:
          - id: long-ride
            feels: -0.5
            pains:
              - {id: low-saddle, text: The saddle is too low, severity: 2, frequency: 2, causes: Nobody asked}

Good:
    stages:
      - id: ride
        touchpoints:
          - id: long-ride
            feels: 1

Remedy: Think of a better end, and write it under ‘opportunities:’ of the last moment or its stage.

Source: the peak-end rule of Kahneman and Fredrickson, as service designers use it.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, name_of, number, scored
from cjm.lint.words import plain
from cjm.model.journey import Journey

_FAREWELL = "leaving"


@rule(Severity.WARNING)
def check(journey: Journey, bound: float = 0) -> Iterator[Problem]:
    """Stories whose last scored moment lies below ``bound``, on a scale from −2 to 2, and holds no opportunity.

    Who leaves, leaves with bad feelings.
    """
    points = scored(journey) if is_story(journey) and plain(journey.occasion) != _FAREWELL else []
    if not points or points[-1].plain >= bound:
        return
    last = points[-1]
    stage = journey.stages[int(last.parts[1])]
    if not any(each.opportunities for each in (last.moment, stage, *stage.touchpoints)):
        end = f"‘{name_of(last.moment)}’ feels like {number(last.score, journey.scale)}"
        message = f"The journey ends badly: {end}, and that is what people remember."
        key = "feels" if last.moment.feels else "for"
        yield Problem((*last.parts, key), message, "Add under ‘opportunities:’ how it could end better.")
