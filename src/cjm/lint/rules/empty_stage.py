"""A stage is but a name.

A stage in which nothing happens is a heading somebody meant to come back to. Readers cannot tell whether the customer
has nothing to do there, or whether nobody has looked yet; and often it is exactly there that customers are left
alone.

Bad:
    stages:
      - {id: winter, name: Store it for the winter}

Good:
    stages:
      - {id: winter, name: Store it for the winter, does: Hangs it under the ceiling, thinks: See you in March.,
         feels: 0, channel: on_site, owner: Counter, evidence: [ride-alongs]}

Remedy: Say in a line what the customer does there, or take the stage out.

Source: our own, after the rule that every stage of a journey holds at least one step.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_empty, name_of
from cjm.model.journey import Journey


@rule(Severity.WARNING, silences=("missing-does", "missing-thinks", "missing-feels", "no-channel"))
def check(journey: Journey) -> Iterator[Problem]:
    """Stages of which nothing is told; in a lifecycle map a name may be all there is."""
    for index, stage in enumerate(journey.stages if journey.kind != "lifecycle" else ()):
        if is_empty(stage):
            message = f"Nothing happens in ‘{name_of(stage)}’: the stage is but a name."
            yield Problem(("stages", index), message, "Add ‘does:’ or ‘touchpoints:’, or take the stage out.")
