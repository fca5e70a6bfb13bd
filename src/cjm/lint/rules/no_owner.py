"""Nobody answers for the map.

Most maps die on the wall they were made on: the project ends, and nobody is asked whether they still hold. An owner
is one person who is asked, keeps the map true, and sees to it that something happens.

Bad:
    owner:

Good:
    owner: Head of the workshop

Remedy: Write under ‘owner:’ who answers for the map: one name or one post, not a department.

Source: Smaply's list of mistakes in journey mapping: a map without an owner is out of date from its first day.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Maps without an owner; what one customer told needs none."""
    if not journey.owner and journey.state != "actual":
        yield Problem((), "Nobody answers for this map.", "Add ‘owner:’ and the person or post that keeps it true.")
