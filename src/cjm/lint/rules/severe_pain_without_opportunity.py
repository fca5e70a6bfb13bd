"""A severe pain, and nobody has an idea.

A map that only shows where it hurts is a complaint. For the worst pains somebody should at least have asked what could be
done; leaving one open is a decision, too, but then it is written down as one.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities:

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            opportunities:
              - {id: price-range, title: "How might we give a price in two minutes?", solves: [no-price],
                 impact: 4, effort: 2, owner: Head of the workshop, status: planned}

Remedy: Ask ‘how might we …?’ and add it under ‘opportunities:’ with ‘solves:’; or set the pain to ‘status: accepted’.

Source: journey mapping as Nielsen Norman Group teaches it: opportunities are what a map is made for; the bound is our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import answers, is_open, opportunities, pains
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.model.journey import Journey
from cjm.model.problem import listed

_HELP = "Add an opportunity, ‘How might we …?’, with ‘solves: {}’; or set ‘status: accepted’ and say so."


@rule(Severity.WARNING)
def check(journey: Journey, severity: int = 4) -> Iterator[Problem]:
    """Open pains of ``severity`` or more that no opportunity answers; once where the map has none.

    Silent where a compared map, which is not seen here, may answer them.
    """
    if not has_contacts(journey) or journey.compares_to:
        return
    severe = [hurt for hurt in pains(journey) if is_open(hurt.pain) and (hurt.pain.severity or 0) >= severity]
    everywhere = opportunities(journey) if severe else []
    if not everywhere and len(severe) > 1:
        names = [f"‘{start_of(hurt.pain.text, 40)}’" for hurt in severe[:3]]
        more = f" and {len(severe) - 2} more" if len(severe) > 3 else ""
        message = f"{listed(names[:2], 'and') if not more else ', '.join(names[:2])}{more} hurt, and the map has no opportunity."
        yield Problem(("stages",), message, _HELP.format("…"), at_key=True)
        return
    live = [chance for chance in everywhere if chance.opportunity.status != "dropped"]
    for hurt in severe:
        if not any(answers(chance, hurt) for chance in live):
            message = (
                f"‘{start_of(hurt.pain.text)}’ is severe ({hurt.pain.severity} of 5), and no opportunity answers it."
            )
            yield Problem(hurt.at, message, _HELP.format("…" if hurt.pain.numbered else hurt.pain.id))
