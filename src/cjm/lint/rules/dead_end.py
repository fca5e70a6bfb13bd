"""Customers go round in circles and never get out.

The ways that ‘next:’ draws lead from here back to here. In life somebody leaves such a loop: they give up, or it
works at the third try. Whichever it is, the map should say it, for it is what the loop costs.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            next: counter-talk

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            next: [counter-talk, long-ride]

Remedy: Add to a ‘next:’ in the loop where customers go on, or ‘end’ where they leave.

Source: our own; what a graph must have out of whose every moment somebody comes.
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
    """Loops without a way to ``end`` or to the last moment, each once, at the moment that leads back."""
    if journey.kind in {"touchpoints", "lifecycle"}:
        return
    places = ways(journey)
    told: set[int] = set()
    for place in stuck(places):
        loop = reached([way.goals for way in places], places[place].goals)
        if place in told or place not in loop:
            continue
        told |= loop
        back = max(each for each in loop if any(goal <= each for goal in places[each].goals))
        message = f"After ‘{name_of(places[back].moment)}’ customers go round in circles: no way leads to the end."
        help = "Add to its ‘next:’ where they go on, or ‘end’ where they leave."
        yield Problem((*places[back].at, "next"), message, help, at_key=True)
