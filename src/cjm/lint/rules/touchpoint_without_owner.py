"""Nobody answers for a touchpoint.

Where two departments meet in front of a customer, each believes that the other one looks after it. Such moments decay
quietly: nobody is proud of them, nobody is asked about them, and no budget holds their repair.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            owner:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            owner: Counter

Remedy: Write under ‘owner:’ of the touchpoint, or of its stage, which department answers for it.

Source: journey mapping as Nielsen Norman Group teaches it: insights are given to those who own the touchpoint.
"""

from collections.abc import Iterator

from cjm.figures.moments import has
from cjm.finding import Severity
from cjm.lint.contacts import Wording, has_contacts, is_ours, lacking
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_told
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Touchpoint

_WORDING = Wording(
    map="Nobody answers for any touchpoint of this map.",
    stage="Nobody answers for the touchpoints of ‘{}’.",
    touchpoint="Nobody answers for ‘{}’.",
)
_HELP = "Add ‘owner:’ and the department that does; at the stage, where one has them all."


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Touchpoints of the brand's own for which no department answers; on a story only those of which something is told."""
    if not has_contacts(journey):
        return
    is_inventory = journey.kind == "touchpoints"
    yield from lacking(
        journey, _says, lambda each: _is_meant(each) and (is_inventory or is_told(each)), _WORDING, _HELP
    )


def _says(moment: Moment) -> bool:
    return has(moment, "owner")


def _is_meant(touchpoint: Touchpoint) -> bool:
    return is_ours(touchpoint) and touchpoint.status != "retired"
