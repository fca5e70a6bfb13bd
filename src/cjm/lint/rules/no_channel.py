"""Nobody knows where customer and brand meet.

A question on the phone and the same question in the shop are two experiences: other people, other waiting, other cost. Only
with the channel written down do the breaks show where customers must change from one to another.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            channel:

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            channel: phone

Remedy: Write under ‘channel:’ where they meet: web, phone, store and so on; or ‘kind: action’ for what customers do alone.

Source: touchpoint mapping: the inventory of contacts is laid out by channel and by moment of the relation.
"""

from collections.abc import Iterator

from cjm.figures.moments import has
from cjm.finding import Severity
from cjm.lint.contacts import Wording, has_contacts, is_alone, is_there, lacking
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Touchpoint

_WORDING = Wording(
    map="No touchpoint of this map says in which channel it takes place.",
    stage="No touchpoint of ‘{}’ says in which channel it takes place.",
    touchpoint="‘{}’ does not say in which channel it takes place.",
)
_HELP = "Add ‘channel:’ (web, phone, store …), or ‘kind: action’ to what the customer does alone."


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Contacts without a channel, and stages in which somebody is met without one."""
    if not has_contacts(journey):
        return
    yield from lacking(journey, _says, _is_meant, _WORDING, _HELP)
    for index, stage in enumerate(journey.stages):
        if not stage.touchpoints and stage.onstage and not stage.channel:
            message = f"Somebody is met in ‘{name_of(stage)}’, and the map does not say in which channel."
            yield Problem(("stages", index), message, "Add ‘channel:’ and where they meet: web, phone, store …")


def _says(moment: Moment) -> bool:
    return has(moment, "channel")


def _is_meant(touchpoint: Touchpoint) -> bool:
    return is_there(touchpoint) and not is_alone(touchpoint)
