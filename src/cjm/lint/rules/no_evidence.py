"""Nothing on the map rests on research.

A map made in a meeting room shows what the room believes. It may be right; but nobody can tell which half, and it will be
used to change things for people who have never been asked. A guess that is marked as one is honest, and a good beginning.

Bad:
    persona: {evidence: }
    metrics: [{id: nps, evidence: }]
    stages:
      - {id: notice, touchpoints: [{id: chain, evidence: }]}
      - {id: ask, touchpoints: [{id: call, evidence: }]}
      - {id: hand-over, touchpoints: [{id: counter-talk, evidence: , says: , pains: [{id: no-price, evidence: }],
         metrics: {csat: {evidence: }}}]}
      - {id: collect, touchpoints: [{id: handing-back, evidence: , metrics: {csat: {evidence: }}}]}
      - {id: ride, touchpoints: [{id: long-ride, evidence: }]}

Good:
    stages:
      - {id: notice, touchpoints: [{id: chain, evidence: [ride-alongs]}]}

Remedy: List under ‘research:’ what was asked, counted or observed, and name it under ‘evidence:’; or say ‘status: hypothesis’.

Source: Smaply's list of mistakes in journey mapping, and most others: mapping without customer research stands first.
"""

from collections.abc import Iterator

from cjm.figures.coverage import is_validated
from cjm.figures.moments import moments
from cjm.finding import Severity
from cjm.lint.basis import cited, is_claim
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING, publish=Severity.ERROR, silences=("low-evidence-coverage", "live-on-assumptions"))
def check(journey: Journey) -> Iterator[Problem]:
    """Maps of today that name no evidence, of which customers have confirmed nothing, and that are no mere hypothesis."""
    if not is_claim(journey) or next(cited(journey), None) or any(is_validated(each) for each in moments(journey)):
        return
    if journey.research and not journey.uses:
        message = "The map lists research, and nothing on it says that it rests on any of it."
        yield Problem(("research",), message, "Add ‘evidence:’ with its id where it was seen or heard.", at_key=True)
    else:
        message = "Nothing on this map rests on research: all of it is assumed."
        help = (
            "List what you asked or counted under ‘research:’, name it under ‘evidence:’; or say ‘status: hypothesis’."
        )
        yield Problem((), message, help)
