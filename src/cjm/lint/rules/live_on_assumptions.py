"""A live map guesses at a moment that decides.

People act on a live map: budgets, scripts and screens follow it. Where it decides about customers, or hurts them most, a
guess is the most expensive line on it, for nobody will ask again whether it is true.

Bad:
    status: live
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            evidence:

Good:
    status: live
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            evidence: [counter-survey]

Remedy: Ask, count or watch at that moment, and name the study under ‘evidence:’; or set the map back to ‘status: draft’.

Source: Smaply's list of mistakes in journey mapping: assumptions taken for insight; the bounds are our own.
"""

from collections.abc import Iterator

from cjm.figures.coverage import is_assumed
from cjm.finding import Severity
from cjm.lint.basis import is_claim
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.walk import moments


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey, importance: int = 4, severity: int = 4) -> Iterator[Problem]:
    """Moments of a live map that decide, matter or hurt so much, and rest on no research."""
    if journey.status != "live" or not is_claim(journey):
        return
    for at, moment, stage in moments(journey):
        why = _weight(moment, importance, severity)
        is_leaf = not moment.map and (moment is not stage or not stage.touchpoints)
        if why and is_leaf and is_assumed(stage, moment):
            message = f"The map is live, and ‘{name_of(moment)}’, {why}, rests on no research."
            yield Problem(at, message, "Ask or count there, and add ‘evidence:’; or say ‘status: draft’.")


def _weight(moment: Moment, importance: int, severity: int) -> str:
    """Why a moment must not be guessed at; empty where it may."""
    if moment.moment_of_truth:
        return "a moment of truth"
    if any((pain.severity or 0) >= severity and not pain.evidence for pain in moment.pains):
        return "where it hurts most"
    return "which matters much to customers" if (moment.importance or 0) >= importance else ""
