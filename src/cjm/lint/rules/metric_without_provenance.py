"""Nobody can tell where a figure comes from.

A bare 61 may be ten answers from last week or the opinion of a consultant in 2019. Without number, date or source it is
believed by those whom it suits, and nobody can measure it a second time in the same way.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {n: , date: , evidence: }

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {n: 180, date: 2026-06, evidence: [counter-survey]}

Remedy: Add ‘n:’ (how many), ‘date:’ (when) or ‘evidence:’ (from which study); best all three.

Source: what journey tools ask of imported figures: date, number and source with every value.
"""

from collections.abc import Iterator

from cjm.figures.measured import figures
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Figures with none of number, date and evidence."""
    for figure in figures(journey) if journey.state != "actual" else ():
        if figure.n is None and not figure.date and not figure.metric.evidence:
            message = f"The figure {figure.value} for ‘{figure.name}’ says neither how many it rests on, nor when, nor where from."
            yield Problem(figure.at, message, "Add ‘n:’, ‘date:’ or ‘evidence:’, best all three.")
