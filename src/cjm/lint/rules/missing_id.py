"""Parts of the map have no id of their own.

Without an id, a stage, a touchpoint or a pain is known by its words: change the words, and a comparison with last
year's map sees one thing that went and another that came. Drafts are reworded all the time and need no ids; once a map
is agreed on, they keep its history.

Bad:
    stages:
      - id: notice
        gains: [A neighbour lends a bicycle for the day]

Good:
    stages:
      - id: notice
        gains:
          - {id: lent-bicycle, text: A neighbour lends a bicycle for the day}

Remedy: Run ‘cjm lint --fix’ or ‘cjm fmt --ids’: they write down the ids that the map goes by already.

Source: our own, from comparing maps over their years: a renamed touchpoint must not pass for a new one.
"""

from collections.abc import Iterator

from cjm.finding import Edit, Fix, Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.moment import Stage, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.model.record import Element
from cjm.model.walk import walk

_SETTLED = {"validated", "live"}
_OF_THE_MAP = (Stage, Touchpoint, Pain, Opportunity)


@rule(Severity.INFO)
def check(journey: Journey) -> Iterator[Problem]:
    """Settled maps with parts whose ids are derived; all of them in one finding."""
    if journey.status not in _SETTLED:
        return
    found = [(at, record) for at, record in walk(journey) if isinstance(record, _OF_THE_MAP) and _is_nameless(record)]
    if found:
        _, first = found[0]
        several = f"{len(found)} parts of this map have" if len(found) > 1 else "One part of this map has"
        message = f"{several} no id of {'their' if len(found) > 1 else 'its'} own, such as ‘{first.id}’."
        fix = Fix(tuple(Edit((*at, "id"), element.id) for at, element in found))
        yield Problem((), message, "Run cjm lint --fix: it writes down the ids they go by already.", fix=fix)


def _is_nameless(element: Element) -> bool:
    """Whether an element goes by a derived id; one that is but a number would be no help when written down."""
    return element.derived and not element.numbered
