"""The NPS is asked at a single touchpoint.

‘Would you recommend us?’ is a question about the whole relation: people answer it with everything in mind that ever happened.
Asked after a call, it blames the call for the bill. How satisfied they were, or how easy it was, is what a touchpoint can answer.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              nps: {value: 12, n: 180, date: 2026-06, evidence: [counter-survey]}

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {value: 61, n: 180, date: 2026-06, evidence: [counter-survey]}

Remedy: Put the NPS under ‘metrics:’ in the head, where it is about the whole journey; ask here for csat or ces.

Source: common teaching on metrics: the NPS measures a relation, CSAT and CES a transaction.
"""

from collections.abc import Iterator

from cjm.figures.measured import figures
from cjm.finding import Severity
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Touchpoint


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Figures of recommendation at touchpoints; a stage or a map may have one."""
    for figure in figures(journey) if has_contacts(journey) else ():
        if isinstance(figure.moment, Touchpoint) and figure.whole(journey).kind == "nps":
            message = f"‘{name_of(figure.moment)}’ is judged by the NPS, which is about the whole relation."
            help = "Ask here for csat or ces, and put the NPS under ‘metrics:’ in the head."
            yield Problem(figure.at, message, help, at_key=True)
