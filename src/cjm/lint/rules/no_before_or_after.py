"""The journey begins or ends with the purchase.

Nobody wakes up wanting to pay. Before the till lie the trouble that set everything off and the search for a way out;
behind it lie the first use, the first bill and what is told to friends. What decides about a purchase, and about the
next one, mostly happens there.

Bad:
    occasion: purchase
    stages:
      - {id: ride, name: Pay the bill}

Good:
    occasion: purchase
    stages:
      - {id: ride, name: Ride again}

Remedy: Ask customers how it came to the purchase and how it went on, and add those stages.

Source: service design tools for journey maps: cover what happens before and after the core of the experience.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.words import pattern, plain
from cjm.model.journey import Journey

_SLUG = "no-before-or-after"


@rule(Severity.INFO)
def check(journey: Journey) -> Iterator[Problem]:
    """Journeys to a purchase whose first or last stage is called after it."""
    is_told = journey.kind == "journey" and journey.state != "actual" and not journey.part_of
    if not (is_told and journey.stages) or plain(journey.occasion) != "purchase":
        return
    last = len(journey.stages) - 1
    for index, verb, question in ((0, "begins", "what led to it"), (last, "ends", "what comes of it")):
        name = journey.stages[index].name
        if _is_purchase(plain(name), journey.lang):
            message = f"The journey {verb} with the purchase: ‘{name}’."
            yield Problem(("stages", index, "name"), message, f"Ask customers {question}, and add a stage for it.")
            return


def _is_purchase(name: str, lang: str | None) -> bool:
    whole, begins, again = (pattern(_SLUG, lang, kind) for kind in ("whole", "begins", "again"))
    if not (whole and begins and again) or again.search(name):
        return False
    return bool(whole.fullmatch(name) or begins.match(name))
