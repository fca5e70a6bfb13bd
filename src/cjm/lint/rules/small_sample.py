"""A figure, or a survey, rests on too few.

Eight interviews teach much, eight answers to a survey teach next to nothing: with so few, chance moves the figure further than
any redesign will. Whoever compares it with last year's compares two throws of dice.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {n: 8}

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {n: 180}

Remedy: Ask more people before you compare, or tell it as what it is: a story from a few, without a figure.

Source: for shares and means the usual thirty; for an NPS a hundred, below which its spread, p + d − (p − d)², leaves some 15
points to chance; for talks, tests and visits five, after Nielsen's finding that five people meet most of the trouble.
"""

from collections.abc import Iterator

from cjm.figures.measured import Figure, figures
from cjm.finding import Severity
from cjm.lint.basis import studies
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.metric import SHARES

_ASKED = frozenset({"csat", "ces", *SHARES})
_TALKS = frozenset({"interview", "diary", "observation", "usability_test"})


@rule(Severity.WARNING)
def check(journey: Journey, nps: int = 100, figure: int = 30, survey: int = 30, talks: int = 5) -> Iterator[Problem]:
    """Figures of satisfaction, effort, recommendation and shares, and studies, on fewer than so many answers or people."""
    if journey.state == "actual":
        return
    told: set[str] = set()
    for each in figures(journey):
        if each.n is None or each.n >= max(nps, figure):
            continue
        kind = each.whole(journey).kind
        least = nps if kind == "nps" else figure if kind in _ASKED else 0
        if each.n < least:
            told.update(each.metric.evidence)
            what = "cases" if kind in SHARES else "answers"
            message = (
                f"‘{each.name}’ rests on {each.n} {what}; below {least}, chance moves it more than most changes do."
            )
            yield Problem(
                (*each.at, *_place_of_n(each)), message, "Ask more people before you compare it, or leave it out."
            )
    for at, study in studies(journey):
        least = survey if study.method == "survey" else talks if study.method in _TALKS else 0
        if study.n is not None and study.n < least and study.id not in told:
            people = "person" if study.n == 1 else "people"
            message = f"‘{study.id}’ asked {study.n} {people}: too few for a {(study.method or '').replace('_', ' ')}."
            help = "Ask some more, or mark what rests on it alone as an assumption: without ‘evidence:’."
            yield Problem((*at, "n") if at[0] == "research" else at, message, help)


def _place_of_n(figure: Figure) -> tuple[str | int, ...]:
    return ("n",) if figure.metric.n is not None else ("series", len(figure.metric.series) - 1, "n")
