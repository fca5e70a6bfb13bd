"""The future map aims at the same figure as today's.

A future state that asks for no other result is a new drawing of the same journey. If the figure shall stay as it is, it
need not be repeated: what the future map does not give is taken from the map it is compared with.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            metrics:
              csat: {target: 86}

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            metrics:
              csat: {target: 92}

Remedy: Set the target that the redesign shall reach; or leave the metric out here, if nothing shall change.

Source: our own; a future map states only targets.
"""

from collections.abc import Iterator

from cjm.diff.change import Comparison
from cjm.finding import Severity
from cjm.lint.pairs import common_metrics
from cjm.lint.rule import Problem, rule


@rule(Severity.WARNING)
def check(pair: Comparison) -> Iterator[Problem]:
    """Metrics of a future map whose target is that of the map under ``compares_to``."""
    if pair.base != "before" or pair.after.state != "future":
        return
    for at, before, after, name in common_metrics(pair):
        if after.target and after.target == before.target:
            message = f"The target of ‘{name}’, {after.target}, is the one of the map this is compared with."
            yield Problem((*at, "target"), message, "Set the target of the future state, or leave the metric out here.")
