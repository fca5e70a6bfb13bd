"""The curve of feelings hardly moves.

No journey of any length leaves people equally content all the way. A flat curve mostly means that somebody scored
from the desk, or that everybody in the room agreed on the middle; there is nothing to learn from it, and nothing to
choose by.

Bad:
    stages:
      - {id: notice, touchpoints: [{id: chain, feels: 0}]}
      - {id: hand-over, touchpoints: [{id: counter-talk, feels: -0.5}]}
      - {id: collect, touchpoints: [{id: handing-back, feels: 0.5}]}
      - {id: ride, touchpoints: [{id: long-ride, feels: 0.5}]}

Good:
    stages:
      - {id: hand-over, touchpoints: [{id: counter-talk, feels: -1.5}]}

Remedy: Ask customers for the best and the worst moment, and score the others between those two.

Source: Smaply's list of mistakes in journey mapping: an emotional layer that is flat or missing.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import number, scored
from cjm.model.journey import Journey


@rule(Severity.WARNING, silences=("happy-path-only",))
def check(journey: Journey, least: int = 4, span: float = 1) -> Iterator[Problem]:
    """Journeys of ``least`` scored moments or more within ``span`` on a scale from −2 to 2; hopes may be even."""
    if journey.kind != "journey" or journey.state != "current":
        return
    points = sorted(scored(journey), key=lambda point: point.plain)
    if len(points) >= least and points[-1].plain - points[0].plain <= span:
        low, high = (number(point.score, journey.scale) for point in (points[0], points[-1]))
        where = f"are all {low}" if low == high else f"all lie between {low} and {high}"
        message = f"The curve hardly moves: the feelings of {len(points)} moments {where}."
        help = "Ask customers for the best and the worst moment, and score the others between those two."
        yield Problem(("stages",), message, help, at_key=True)
