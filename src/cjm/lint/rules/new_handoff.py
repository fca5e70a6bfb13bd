"""The customer is handed to someone else where nobody did so before.

At every hand-off something is lost: what the customer has said already, who has promised what, whose turn it is. A future
map should have fewer of them; a new one wants a reason, and somebody who sees to it that nothing falls between.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            owner: Accounts

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            owner: Counter

Remedy: Leave the moment in the hands that had it; or write into ‘backstage:’ what is handed over with the customer, and ignore this with the reason.

Source: our own; hand-offs are what ‘cjm diff’ counts between a map and the one it is compared with.
"""

from collections.abc import Iterator

from cjm.diff.change import Comparison
from cjm.finding import Severity
from cjm.lint.pairs import told
from cjm.lint.rule import Problem, rule


@rule(Severity.WARNING)
def check(pair: Comparison) -> Iterator[Problem]:
    """Hand-offs that only the later map has; one that stands where an owner was not named before is none."""
    for change in told(pair):
        if change.rule == "handoff-added" and change.after:
            one, other = change.after.value
            message = f"‘{change.element.name}’ is a new hand-off: from {one} to {other}."
            yield Problem(
                (*change.after.moment, "owner"), message, "Keep it in one pair of hands, or say why it must change."
            )
