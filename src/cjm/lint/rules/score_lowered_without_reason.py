"""A moment feels worse than before, and nothing says why.

Somebody has decided that this moment may be worse, or knows that it is. The reason is what the team must talk about: a new
pain, an old one that weighs more, something that stands in the way.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            feels: {score: 1, emotion: content}

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            feels: {score: 1, emotion: content}
            barriers: The counter closes at five

Remedy: Write the pain or the barrier that makes it worse; or take the score back.

Source: our own; the mirror of ‘unexplained-drop’, from one map to the next instead of from one moment to the next.
"""

from collections.abc import Iterator

from cjm.diff.change import Change, Comparison, Kind
from cjm.finding import Severity
from cjm.lint.pairs import told
from cjm.lint.rule import Problem, rule

_PAINS = {"pain-added", "pain-aggravated", "gain-removed"}


@rule(Severity.WARNING)
def check(pair: Comparison) -> Iterator[Problem]:
    """Feelings that fell from one map to the other in a moment without a new or worse pain or barrier."""
    reasons = {change.after.moment for change in told(pair) if change.after and _is_reason(change)}
    gone = {
        pair.matched.get(change.before.moment)
        for change in told(pair)
        if change.before and not change.after and _is_reason(change)
    }
    for change in told(pair):
        if change.rule == "emotion-lowered" and change.after and change.after.moment not in reasons | gone:
            message = f"‘{change.element.name}’ feels worse than before, and no new or worse pain or barrier says why."
            yield Problem(change.after.parts, message, "Add the pain or barrier, or take the score back.")


def _is_reason(change: Change) -> bool:
    is_barrier = change.field == "barriers" and change.kind in {Kind.ADDED, Kind.CHANGED, Kind.EDITORIAL}
    is_moved_here = change.kind is Kind.MOVED and change.element.type == "pain"
    return change.rule in _PAINS or is_barrier or is_moved_here
