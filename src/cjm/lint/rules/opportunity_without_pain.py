"""An opportunity is for nothing.

Ideas are cheap, and the best-sounding ones are often answers to a question nobody has. An opportunity that can name the pain
it eases, or the gain it grows, can be judged later: is the pain gone?

Bad:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            opportunities: [{id: medal, title: "How might we give a medal?", impact: 2, effort: 1, status: idea}]

Good:
    stages:
      - id: collect
        touchpoints:
          - id: handing-back
            opportunities: [{id: early, title: "How might we hand it back sooner?", solves: [no-price], impact: 2, effort: 1,
                             status: idea}]

Remedy: Write under ‘solves:’ the ids of the pains it answers, or add the pain, gain or question from which it came.

Source: TheyDo's definition of an opportunity: it stands for pains, gains and insights.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import opportunities
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import says, start_of
from cjm.model.journey import Journey

_GROUNDS = ("pains", "gains", "barriers", "questions", "motivations", "expects")


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Opportunities that name no pain, where neither their moment nor its stage holds a pain, a gain or a question."""
    for at, opportunity, moment, stage in opportunities(journey) if has_contacts(journey) else ():
        around = (moment, stage, *(stage.touchpoints if moment is stage else ()))
        is_live = opportunity.status not in {"done", "dropped"}
        if is_live and not opportunity.solves and not any(says(each, *_GROUNDS) for each in around):
            message = f"‘{start_of(opportunity.title)}’ answers no pain: nothing there hurts or pleases."
            yield Problem(at, message, "Add ‘solves:’ and the ids of pains, or the pain or gain from which it came.")
