"""Most of the map is assumed.

Assumptions are allowed, and drawn with dashes. But a map of which more than half is guessed says less about customers than
about the team, and the solid half lends the other a weight it does not have.

Bad:
    stages:
      - {id: notice, touchpoints: [{id: chain, evidence: }]}
      - {id: ask, touchpoints: [{id: call, evidence: }]}
      - {id: hand-over, touchpoints: [{id: counter-talk, evidence: , pains: [{id: no-price, evidence: }]}]}
      - {id: ride, touchpoints: [{id: long-ride, evidence: }]}

Good:
    stages:
      - {id: notice, touchpoints: [{id: chain, evidence: [ride-alongs]}]}

Remedy: Ask customers about the moments that matter most, and name the study under ‘evidence:’; or take them out.

Source: common advice on journey mapping: tell assumption from evidence; the share is our own.
"""

from collections.abc import Iterator

from cjm.figures.coverage import coverage, is_assumed
from cjm.figures.priority import priority
from cjm.finding import Severity
from cjm.lint.basis import is_claim
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey

_TOLD = 3
"""So many moments are named to begin with."""


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey, share: float = 0.5) -> Iterator[Problem]:
    """Maps of today of whose moments, pains and figures less than a ``share`` rests on research."""
    if not is_claim(journey):
        return
    found = coverage(journey).total
    if found.resting < share * found.all:
        message = (
            f"Of {found.all} moments, pains and figures, {found.resting} rest on research: the others are assumed."
        )
        names = ", ".join(f"‘{name}’" for name in _weightiest(journey))
        yield Problem(("research",), message, f"Ask customers first about {names}.", at_key=True)


def _weightiest(journey: Journey) -> list[str]:
    """The names of assumed moments, those first that ask most for attention."""
    assumed = [
        (priority(stage, moment).score, moment.importance or 0, moment)
        for stage in journey.stages
        for moment in stage.touchpoints or (stage,)
        if is_assumed(stage, moment)
    ]
    assumed.sort(key=lambda each: each[:2], reverse=True)
    return [name_of(moment) for *_, moment in assumed[:_TOLD]]
