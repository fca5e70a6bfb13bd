"""The remedy is done, and the pain is still open.

One of the two is wrong. Either the pain has eased and nobody has said so on the map, or it has not, and what was done was
not the remedy: then there is something to learn, and something left to do.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities: [{id: price-range, status: done, told: 2026-10}]

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            pains: [{id: no-price, status: mitigated}]
            opportunities: [{id: price-range, status: done, told: 2026-10}]

Remedy: Ask customers whether it still hurts, and set the pain's ‘status:’ to mitigated or resolved; or add what is left to do.

Source: our own; closing the loop of map, redesign and feedback.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import is_open, opportunities, pains
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.model.journey import Journey

_UNDER_WAY = frozenset({None, "idea", "planned", "in_progress"})


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Open pains whose opportunities are done, all that are not dropped."""
    chances = [each.opportunity for each in opportunities(journey)] if has_contacts(journey) else []
    left = {id for each in chances if each.status in _UNDER_WAY for id in each.solves}
    done = {id: each for each in chances if each.status == "done" for id in each.solves}
    for at, pain, _, _ in pains(journey) if done else ():
        if pain.id in done and pain.id not in left and is_open(pain):
            message = f"‘{start_of(done[pain.id].title)}’ is done, and the pain ‘{start_of(pain.text)}’ is still open."
            help = "Set its ‘status:’ to mitigated or resolved, if customers agree; or add what is left to do."
            yield Problem((*at, "status") if pain.status else at, message, help)
