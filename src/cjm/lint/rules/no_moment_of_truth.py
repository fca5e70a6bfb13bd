"""The map does not say which moment decides.

Of all the moments a few decide whether people stay, come back and tell others. A map on which all weigh the same
leaves the choice to whoever has a budget; a marked moment of truth is where the work begins.

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            moment_of_truth:

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            moment_of_truth:
              why: Here she decides where the next repair goes
              succeeds: She rides away and knows what was done
              fails: She finds the bill and no explanation

Remedy: Ask customers at which point they would have left, or were won; mark it with ‘moment_of_truth:’ and why.

Source: moments of truth, after Jan Carlzon of SAS (1987), and their four kinds since: zero, first, second, ultimate.
"""

from collections.abc import Iterator

from cjm.figures.moments import moments
from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, name_of
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Journeys without a moment of truth; a blueprint and the map of a part need none."""
    if journey.kind != "journey" or not is_story(journey) or journey.part_of:
        return
    everywhere = (*moments(journey), *journey.stages)
    if not any(moment.moment_of_truth for moment in everywhere):
        message = "The map does not say which moment decides whether customers stay."
        weighed = [(moment.importance, -place) for place, moment in enumerate(everywhere) if moment.importance]
        most = f" ‘{name_of(everywhere[-max(weighed)[1]])}’ may be one." if weighed else ""
        yield Problem(("stages",), message, f"Mark one to three with ‘moment_of_truth:’ and why.{most}", at_key=True)
