"""No way leads to a touchpoint.

The map says with ‘next:’ where customers go on, and none of these ways comes by here. Either a branch is missing, or
the touchpoint stands where nobody passes; both are worth knowing before somebody improves it.

Bad:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            next: counter-talk

Good:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            next: [call, counter-talk]

Remedy: Add the touchpoint to the ‘next:’ of the moment from which customers come, or take it out.

Source: our own; what a graph must have whose every moment is lived by somebody.
"""

from collections.abc import Iterator

from cjm.figures.ways import ways
from cjm.finding import Severity
from cjm.lint.paths import reached, stuck
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Moments no way leads to, the first of each such stretch.

    Customers may come in at any touchpoint of the first stage. A loop without exit is another rule's affair: here it is taken to go on.
    """
    if journey.kind in {"touchpoints", "lifecycle"}:
        return
    places = ways(journey)
    goals = [way.goals for way in places]
    for place in stuck(places):
        goals[place] = (*goals[place], place + 1)
    met = reached(goals, [place for place, way in enumerate(places) if way.stage is journey.stages[0]])
    for place, way in enumerate(places):
        if place not in met:
            met |= reached(goals, [place])
            message = f"No way leads to ‘{name_of(way.moment)}’: all that comes before goes on elsewhere."
            help = "Add it to the ‘next:’ of the moment from which customers come, or take it out."
            yield Problem(way.at, message, help)
