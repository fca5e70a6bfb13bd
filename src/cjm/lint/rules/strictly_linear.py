"""Everybody takes the same way, step by step.

People leave, come back, ask a friend in between and change from the screen to the shop. A map with several channels
and not one branch usually shows how the process was meant, not how it is gone through.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            next:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            next:
              - {to: counter-talk, when: a day is free soon}
              - {to: end, when: the wait is too long}

Remedy: Ask where customers leave, wait or turn back, and write it down under ‘next:’ with ‘when:’.

Source: common advice on journey mapping: real journeys jump and loop.

Noise: it fired on 6 of 16 maps and wrongly on 5 of them, which are told stage by stage and simple on purpose.
"""

from collections.abc import Iterator

from cjm.figures.moments import moments
from cjm.figures.ways import ways
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story
from cjm.model.journey import Journey


@rule(Severity.INFO, is_on=False)
def check(journey: Journey, least: int = 5, channels: int = 2) -> Iterator[Problem]:
    """Stories of ``least`` moments or more in that many channels, without a branch, a loop or a way out."""
    places = ways(journey)
    used = {channel for moment in (*moments(journey), *journey.stages) for channel in moment.channel}
    is_straight = all(way.goals == (place + 1,) and not way.leaves for place, way in enumerate(places[:-1]))
    if is_story(journey) and len(places) >= least and len(used) >= channels and is_straight:
        message = f"All customers take the same {len(places)} steps through {len(used)} channels, and nobody leaves."
        yield Problem(("stages",), message, "Say under ‘next:’ where some leave, wait or turn back.", at_key=True)
