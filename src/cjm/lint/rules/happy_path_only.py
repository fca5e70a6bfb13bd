"""Nothing ever goes wrong.

A map on which every feeling is good shows the brochure, or the customers who got through. What can be improved lies
in the valleys: the wait, the doubt before paying, the form that asks twice.

Bad:
    stages:
      - {id: notice, touchpoints: [{id: chain, feels: 0.5}]}
      - {id: ask, touchpoints: [{id: call, feels: 1}]}
      - {id: hand-over, touchpoints: [{id: counter-talk, feels: 0.5}]}

Good:
    stages:
      - {id: hand-over, touchpoints: [{id: counter-talk, feels: -1.5}]}

Remedy: Ask those who gave up or complained, and let the curve go down where it hurt them.

Source: common advice on journey mapping: do not map the happy path alone, the value is in the valleys.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import scored
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, least: int = 4) -> Iterator[Problem]:
    """Journeys of ``least`` scored moments or more, all above the middle; or none below it, and no pain either."""
    if journey.kind != "journey" or journey.state != "current":
        return
    points = scored(journey)
    lowest = min((point.plain for point in points), default=-1)
    is_painless = not any(
        each.pains or each.barriers for stage in journey.stages for each in (stage, *stage.touchpoints)
    )
    if len(points) >= least and (lowest > 0 or (lowest == 0 and is_painless)):
        message = f"Nothing goes wrong in this journey: not one of {len(points)} feelings is below the middle."
        help = "Ask those who gave up or complained, and let the curve go down where it hurt them."
        yield Problem(("stages",), message, help, at_key=True)
