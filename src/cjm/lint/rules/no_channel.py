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
from cjm.lint.contacts import has_contacts, is_alone, is_there, lacking
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Touchpoint

_HELP = "Add ‘channel:’ (web, phone, store …), or ‘kind: action’ to what the customer does alone."


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Contacts without a channel, and stages in which somebody is met without one."""
    if not has_contacts(journey):
        return
    for at, moment in lacking(journey, _says, _is_meant):
        if moment is None:
            message = "No touchpoint of this map says in which channel it takes place."
        elif isinstance(moment, Stage):
            message = f"No touchpoint of ‘{name_of(moment)}’ says in which channel it takes place."
        else:
            message = f"‘{name_of(moment)}’ does not say in which channel it takes place."
        yield Problem(at, message, _HELP, at_key=moment is None)
    for index, stage in enumerate(journey.stages):
        if not stage.touchpoints and stage.onstage and not stage.channel:
            message = f"Somebody is met in ‘{name_of(stage)}’, and the map does not say in which channel."
            yield Problem(("stages", index), message, "Add ‘channel:’ and where they meet: web, phone, store …")


def _says(moment: Moment) -> bool:
    return has(moment, "channel")


def _is_meant(touchpoint: Touchpoint) -> bool:
    return is_there(touchpoint) and not is_alone(touchpoint)
