"""A pain of today's map is not told in the future map, and nothing solves it.

A pain does not go away by being left out. The future map looks better than it will be, and nobody notices, because
what is not on the map is not asked about.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            pains:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            pains: {id: early-calls, text: Nobody answers before nine, severity: 2, frequency: 1}

Remedy: Tell the pain again, as it will be then; or give the future map the opportunity that solves it.

Source: our own; the comparison calls such a pain dropped, and counts it as unknown.
"""

from collections.abc import Iterator

from cjm.diff.change import Comparison
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule


@rule(Severity.WARNING)
def check(pair: Comparison) -> Iterator[Problem]:
    """Pains that the map under ``compares_to`` has, this one has not, and no opportunity of either solves."""
    for change in pair.changes if pair.base == "before" else ():
        if change.rule == "pain-dropped" and change.before:
            at = (
                pair.matched.get(change.before.moment) or pair.matched.get(change.before.moment[:2]) or ("compares_to",)
            )
            message = f"The pain ‘{change.element.name}’ of the compared map is not told here, and nothing solves it."
            yield Problem(at, message, "Tell it as it will be then, or add the opportunity that solves it.")
