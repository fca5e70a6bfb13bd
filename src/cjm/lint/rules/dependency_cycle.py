"""Steps wait for one another in a circle.

If the offer waits for the check and the check for the offer, nothing can ever begin. Either the map is wrong about the
order, or the organisation really works against itself there and somebody gets round it by hand, which the map should show.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            onstage: [{id: offer-day, needs: [check-load]}]
            backstage: [{id: check-load, needs: [offer-day]}]

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            onstage: [{id: offer-day, needs: [check-load]}]

Remedy: Ask which of the steps comes first, and take out of its ‘needs:’ what comes later.

Source: our own; what ‘needs’ means leaves no circle.
"""

from collections.abc import Iterator, Mapping, Sequence

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.steps import named_step, steps
from cjm.model.journey import Journey
from cjm.model.problem import listed


@rule(Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Circles of steps that need one another, each told once, at the need that closes it."""
    known = {step.id: (at, step) for at, _, step, _ in steps(journey)}
    needs = {id: [need for need in step.needs if need in known] for id, (_, step) in known.items()}
    for circle in _circles(needs):
        at, last = known[circle[-1]]
        names = [f"‘{named_step(journey, known[id][1])}’" for id in circle]
        message = (
            f"{names[0]} waits for itself." if len(circle) == 1 else f"{listed(names, 'and')} wait for one another."
        )
        help = "Ask which of them comes first, and take out of its ‘needs:’ what comes later."
        yield Problem((*at, "needs", last.needs.index(circle[0])), message, help)


def _circles(needs: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Circles of ids, found on one walk: each id is left behind once, so that there is an end."""
    done: set[str] = set()
    for start in needs:
        way: dict[str, Iterator[str]] = {start: iter(needs[start])} if start not in done else {}
        while way:
            id, left = next(reversed(way.items()))
            need = next(left, None)
            if need is None:
                done.add(id)
                del way[id]
            elif need in way:
                passed = [*way]
                yield passed[passed.index(need) :]
            elif need not in done:
                way[need] = iter(needs[need])
