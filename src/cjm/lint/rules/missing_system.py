"""The journey counts on a system that does not exist.

On the map it looks as if it worked; in life somebody carries the data over by hand, or the customer does. Such gaps belong
on a list of things to build, with a name and a date, not hidden in a lane.

Bad:
    systems:
      - {id: order-book, available: false}

Good:
    systems:
      - {id: order-book, available: true}

Remedy: Mark what waits for it as ‘status: planned’, and write under ‘owner:’ of the system who sees to it.

Source: our own, after the resources of a map: which systems serve a touchpoint, and which are still missing.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.contacts import has_contacts, is_there
from cjm.lint.rule import Problem, rule
from cjm.lint.steps import LANES
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.problem import Parts
from cjm.model.walk import moments


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Systems that are not available and serve what is there today, or which nobody builds for what shall be."""
    if not has_contacts(journey):
        return
    missing = {
        word: system for system in journey.systems if system.available is False for word in (system.id, system.name)
    }
    told: dict[tuple[bool, str], tuple[Parts, Moment]] = {}
    for at, moment, _ in moments(journey) if missing else ():
        is_today = journey.state == "current" and is_there(moment)
        for place, word in _named(moment):
            if word in missing and (is_today or not missing[word].owner):
                told.setdefault((is_today, missing[word].id), ((*at, *place), moment))
    for (is_today, id), (at, moment) in told.items():
        name = missing[id].name or id
        if is_today:
            message = f"‘{name_of(moment)}’ counts on ‘{name}’, which does not exist yet."
            help = "Say what takes its place today; or mark what waits for it as ‘status: planned’."
            yield Problem(at, message, help)
        elif (True, id) not in told:
            message = f"‘{name_of(moment)}’ shall be served by ‘{name}’, which does not exist, and nobody sees to it."
            yield Problem(at, message, f"Add ‘owner:’ to ‘{id}’ under ‘systems:’.")


def _named(moment: Moment) -> Iterator[tuple[Parts, str]]:
    """The systems that a moment names, with their places in it."""
    yield from ((("systems", place), word) for place, word in enumerate(moment.systems))
    for lane in LANES:
        yield from (((lane, place, "system"), step.system) for place, step in enumerate(getattr(moment, lane)))
