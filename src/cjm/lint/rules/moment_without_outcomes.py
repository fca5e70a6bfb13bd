"""A moment decides, and nobody has said what success looks like.

‘This is important’ changes nothing. What it looks like when it succeeds, and when it fails, can be watched, trained and
measured, and it shows where two departments mean different things.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            moment_of_truth: {fails: }

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            moment_of_truth: {fails: She finds the bill and no explanation}

Remedy: Write under ‘succeeds:’ and ‘fails:’ what one would see in either case.

Source: published models of journeys as data demand for each moment of truth a state of success and one of failure.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey
from cjm.model.problem import listed
from cjm.model.walk import moments

_OUTCOMES = {"succeeds": "success", "fails": "failure"}


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Moments of truth that do not say how they succeed and how they fail."""
    for at, moment, _ in moments(journey) if has_contacts(journey) else ():
        truth = moment.moment_of_truth
        missing = [key for key in _OUTCOMES if truth and not getattr(truth, key)]
        if missing:
            what = listed((_OUTCOMES[key] for key in missing), "and")
            message = f"‘{name_of(moment)}’ decides, and the map does not say what {what} would look like."
            keys = listed((f"‘{key}:’" for key in missing), "and")
            yield Problem((*at, "moment_of_truth"), message, f"Add {keys}: what one would see.", at_key=True)
