"""Something is done, and nobody can tell whether it helped.

Many improvements change nothing, and some make it worse. Without a figure that should move, the celebration takes the
place of the proof, and the next idea is chosen no better than this one.

Bad:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            pains: [{id: no-warning, status: mitigated}]
            opportunities: [{id: wear-check, status: done, told: 2026-10}]

Good:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            pains: [{id: no-warning, status: mitigated}]
            opportunities: [{id: wear-check, status: done, told: 2026-10, moves: nps}]

Remedy: Write under ‘moves:’ the metric that should change, and measure it; before the next thing is begun, if you can.

Source: TheyDo: journeys are connected to metrics, and a finished solution is checked against them.
"""

from collections.abc import Iterator

from cjm.figures.measured import is_counted, is_measured
from cjm.finding import Severity
from cjm.lint.answers import Chance, opportunities
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.model.journey import Journey
from cjm.model.walk import moments


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Opportunities that are done and move no metric, where their moment and stage have none; or one without a figure."""
    for chance in opportunities(journey) if has_contacts(journey) else ():
        at, opportunity, _, _ = chance
        if opportunity.status != "done":
            continue
        if not opportunity.moves and not _is_watched(chance):
            message = f"‘{start_of(opportunity.title)}’ is done, and no metric can tell whether it helped."
            yield Problem(at, message, "Add ‘moves:’ and the metric that should change.")
        elif opportunity.moves and not journey.compares_to and not _is_known(journey, opportunity.moves):
            message = f"‘{start_of(opportunity.title)}’ is done, and ‘{opportunity.moves}’, which it should move, has no figure."
            yield Problem((*at, "moves"), message, "Measure it, and add ‘value:’, ‘n:’ and ‘date:’ to the metric.")


def _is_watched(chance: Chance) -> bool:
    return any(is_counted(metric) for each in (chance.moment, chance.stage) for metric in each.metrics.values())


def _is_known(journey: Journey, key: str) -> bool:
    """Whether a metric of that name holds a figure anywhere on the map."""
    if any(metric.id == key and is_measured(metric) for metric in journey.metrics):
        return True
    return any(key in moment.metrics and is_measured(moment.metrics[key]) for _, moment, _ in moments(journey))
