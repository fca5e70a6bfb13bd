"""Nobody can tell which opportunity comes first.

Impact and effort, each from 1 to 5, put opportunities on one matrix: what helps much and costs little is done next week.
Without them the order is made by habit, by rank, or by who stayed longest in the meeting.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities: [{id: price-range, effort: }]

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities: [{id: price-range, effort: 2}]

Remedy: Agree on ‘impact:’ for customers and ‘effort:’ for the house, each from 1 (little) to 5 (much).

Source: TheyDo's opportunity matrix: it is of use only once opportunities have scores.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import opportunities
from cjm.lint.contacts import FEW, has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.model.journey import Journey
from cjm.model.problem import listed


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Opportunities still to choose from, at least two, without impact or effort; once where none has both."""
    chances = opportunities(journey) if has_contacts(journey) else []
    asked = [chance for chance in chances if chance.opportunity.status in {None, "idea", "planned"}]
    found = [chance for chance in asked if not (chance.opportunity.impact and chance.opportunity.effort)]
    if len(asked) < 2:
        return
    if len(found) == len(asked) > FEW:
        message = f"None of the {len(found)} opportunities says what it would do and what it would cost."
        yield Problem(("stages",), message, "Add ‘impact:’ and ‘effort:’, each from 1 to 5.", at_key=True)
        return
    for at, opportunity, _, _ in found:
        missing = listed([f"‘{key}:’" for key in ("impact", "effort") if getattr(opportunity, key) is None], "and")
        message = f"‘{start_of(opportunity.title)}’ cannot be ranked without {missing}."
        yield Problem(at, message, f"Add {missing} from 1 (little) to 5 (much).")
