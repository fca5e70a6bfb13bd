"""A target is worse than what is measured today.

Either it has been reached, and there is no target any more; or somebody has mixed up whether more is better, and the team
is working in the wrong direction.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {target: 55}

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            metrics:
              csat: {target: 75}

Remedy: Set the next target; or write under ‘better:’ whether higher or lower is better for the customer.

Source: our own; the kinds of metric say which side is better where there is no doubt, ‘better:’ for the others.
"""

from collections.abc import Iterator
from contextlib import suppress

from cjm.figures.measured import BETTER, figures
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.amount import AmountError, amount
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Targets on the wrong side of the figure, where it is known which side is better."""
    for figure in figures(journey) if journey.state != "actual" else ():
        metric = figure.whole(journey) if figure.metric.target else figure.metric
        better = metric.better or BETTER.get(metric.kind or "")
        if not metric.target or not better:
            continue
        with suppress(AmountError):
            now, aim = amount(figure.value, metric), amount(metric.target, metric)
            if aim < now if better == "higher" else aim > now:
                message = f"The target of ‘{figure.name}’, {metric.target}, is worse than today's {figure.value}: {better} is better."
                help = "If it is reached, set the next one; if not, say under ‘better:’ which side is better."
                yield Problem((*figure.at, "target"), message, help)
