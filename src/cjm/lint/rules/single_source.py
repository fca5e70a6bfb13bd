"""The whole map rests on one study.

Every way of asking has its blind spot: interviews hear the talkative, surveys count without a why, logs see clicks and no
faces. Where two that differ say the same, it is probably so; where they differ, there is something to find out.

Bad:
    metrics: [{id: nps, evidence: [ride-alongs]}]
    stages:
      - {id: hand-over, touchpoints: [{id: counter-talk, metrics: {csat: {evidence: [ride-alongs]}}}]}
      - {id: collect, touchpoints: [{id: handing-back, evidence: [ride-alongs], metrics: {csat: {evidence: [ride-alongs]}}}]}

Good:
    metrics: [{id: nps, evidence: [counter-survey]}]

Remedy: Lay a second kind of source beside it: what is counted beside what was told, or what was told beside what is counted.

Source: triangulation, as This Is Service Design Doing teaches it: several methods, kinds of data and researchers.
"""

from collections.abc import Iterator

from cjm.figures.measured import figures
from cjm.finding import Severity
from cjm.lint.basis import is_claim, studies
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.INFO)
def check(journey: Journey) -> Iterator[Problem]:
    """Maps of today on which everything with evidence, and every figure, comes from one and the same study."""
    if not is_claim(journey):
        return
    found = studies(journey)
    if len(found) == 1 and all(figure.metric.evidence for figure in figures(journey)):
        at, study = found[0]
        message = f"All that this map rests on is ‘{study.id}’."
        yield Problem(at, message, "Lay a second kind of source beside it: what is counted beside what was told.")
