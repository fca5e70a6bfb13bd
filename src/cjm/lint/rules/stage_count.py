"""A map has too many stages to be seen at once, or too few to tell of a change.

Stages are the chapters of the story. Beyond eight nobody holds them in mind and the picture no longer fits a wall;
with one or two there is no before and no after, and all that happens stands in one heap.

Bad:
    stages:
      - {id: lock, name: Lock it at the station, does: Looks for a post, thinks: Will it be there tonight?, feels: 0,
         channel: on_site, owner: Counter, evidence: [ride-alongs]}
      - {id: rain, name: Ride through the rain, does: Wipes the saddle, thinks: It holds., feels: 1,
         channel: on_site, owner: Counter, evidence: [ride-alongs]}
      - {id: pump, name: Look after it, does: Pumps the tyres, thinks: How much is enough?, feels: 0,
         channel: on_site, owner: Counter, evidence: [ride-alongs]}
      - {id: lend, name: Lend it to a friend, does: Lowers the saddle, thinks: She will bring it back., feels: 1,
         channel: on_site, owner: Counter, evidence: [ride-alongs]}

Good:
    stages:
      - {id: lend, name: Lend it to a friend, does: Lowers the saddle, thinks: She will bring it back., feels: 1,
         channel: on_site, owner: Counter, evidence: [ride-alongs]}

Remedy: Join neighbouring stages, group them under ‘phase:’, or give a part a map of its own (‘part_of:’, ‘map:’).

Source: common advice of five to seven stages; drawing tools report that pictures of more than eight columns fail.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, least: int = 3, most: int = 8) -> Iterator[Problem]:
    """Journeys of fewer than ``least`` stages, unless they are a part; or of more than ``most``, unless in few phases."""
    if journey.kind != "journey" or journey.state == "actual":
        return
    count = len(journey.stages)
    phases = {stage.phase for stage in journey.stages}
    if count > most and ("" in phases or len(phases) > most):
        message = f"The map has {count} stages, and beyond {most} nobody sees the whole."
        help = "Join neighbouring stages, group them under ‘phase:’, or give a part a map of its own."
        yield Problem(("stages",), message, help, at_key=True)
    elif 0 < count < least and not journey.part_of:
        stages = "one stage" if count == 1 else f"{count} stages"
        message = f"The map has {stages}: a journey has at least a before, a middle and an after."
        help = "Ask what the customer did before, and what comes of it; or say under ‘part_of:’ what it is a part of."
        yield Problem(("stages",), message, help, at_key=True)
