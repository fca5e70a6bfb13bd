"""So many moments decide that none does.

Moments of truth are a way to choose. Where every second moment is one, the choice has not been made, and the effort is spread
as evenly as before.

Bad:
    stages:
      - {id: notice, touchpoints: [{id: chain, moment_of_truth: {why: It may hold, succeeds: It holds, fails: It breaks}}]}
      - {id: ask, touchpoints: [{id: call, metrics: {csat: {value: 70, n: 180, date: 2026-06, evidence: [counter-survey]}},
         moment_of_truth: {why: First words, succeeds: A day, fails: A tape}}]}
      - {id: hand-over, touchpoints: [{id: counter-talk, moment_of_truth: {why: The price, succeeds: Said, fails: Unsaid}}]}

Good:
    stages:
      - {id: hand-over, touchpoints: [{id: counter-talk, moment_of_truth: {why: The price, succeeds: Said, fails: Unsaid}}]}

Remedy: Keep those after which customers left or were won, and rate the others by ‘importance:’.

Source: published advice counts three to five moments of truth in a whole relation; the share is our own.
"""

from collections.abc import Iterator

from cjm.figures.moments import moments
from cjm.finding import Severity
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, share: float = 0.34, least: int = 3) -> Iterator[Problem]:
    """Maps of which more than a ``share`` of the moments, and more than ``least``, are moments of truth."""
    if not has_contacts(journey):
        return
    everywhere = moments(journey)
    stages = [stage for stage in journey.stages if stage.touchpoints]
    marked = sum(bool(moment.moment_of_truth) for moment in (*everywhere, *stages))
    if marked > max(least, share * len(everywhere)):
        message = f"{marked} of {len(everywhere)} moments are said to decide: where all do, none does."
        help = "Keep those after which customers left or were won, and rate the others by ‘importance:’."
        yield Problem(("stages",), message, help, at_key=True)
