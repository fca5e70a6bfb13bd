"""There is not one figure on the map.

A map of opinions is answered with opinions. One figure, how many leave here, how long they wait, how satisfied they are, turns
a discussion into a decision, and a year later it tells whether the decision was right.

Bad:
    metrics:
    stages:
      - {id: hand-over, touchpoints: [{id: counter-talk, metrics: }]}
      - {id: collect, touchpoints: [{id: handing-back, metrics: }]}

Good:
    metrics:
      - {id: nps, kind: nps, value: 31, n: 240, date: 2026-06, evidence: [counter-survey]}

Remedy: Add what is counted already, waiting times, shares, costs, under ‘metrics:’ of its moment, the NPS in the head.

Source: customer experience management: satisfaction, recommendation and effort, operational beside experience data.
"""

from collections.abc import Iterator

from cjm.figures.measured import is_counted
from cjm.finding import Severity
from cjm.lint.basis import is_claim
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.walk import moments


@rule(Severity.WARNING, publish=Severity.ERROR, silences=("important-without-metric", "moment-without-metric"))
def check(journey: Journey) -> Iterator[Problem]:
    """Maps of today, no mere hypotheses, without a figure or a target anywhere."""
    metrics = [*journey.metrics, *(metric for _, moment, _ in moments(journey) for metric in moment.metrics.values())]
    if is_claim(journey) and not any(map(is_counted, metrics)):
        message = "There is not one figure on this map."
        help = "Add ‘metrics:’ to a moment: how many leave, how long they wait, how satisfied they are."
        yield Problem((), message, help)
