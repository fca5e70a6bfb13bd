"""An opportunity is an order to build something.

‘Build an app’ ends the thinking before it has begun: nobody asks any more whether a line on the ticket would do. Put as a
question, the same wish stays open for ten answers, and the cheapest may win.

Bad:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            opportunities: [{id: wear-check, title: Build an app that measures wear}]

Good:
    stages:
      - id: notice
        touchpoints:
          - id: chain
            opportunities: [{id: wear-check, title: "How might we show wear before it hurts?"}]

Remedy: Ask what the thing would be good for, and make that the question: How might we …? The solution may stand in a link.

Source: TheyDo: an opportunity says what, a solution how; ‘how might we’ comes from design thinking. The lists are our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.answers import opportunities
from cjm.lint.contacts import has_contacts
from cjm.lint.rule import Problem, rule
from cjm.lint.told import start_of
from cjm.lint.words import pattern, plain
from cjm.model.journey import Journey

_SLUG = "solution-in-disguise"


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Mere ideas whose title orders to roll something out, or to make a thing: an app, a page, a form."""
    if not has_contacts(journey):
        return
    for at, opportunity, _, _ in opportunities(journey):
        title = plain(opportunity.title).rstrip(" .!")
        is_idea = opportunity.status in {None, "idea"} and not title.endswith("?")
        if is_idea and _is_order(title, journey.lang):
            message = f"‘{start_of(opportunity.title)}’ is a solution already, not an opportunity."
            help = "Ask what it would be good for: ‘How might we …?’ Then other answers have a chance."
            yield Problem((*at, "title"), message, help)


def _is_order(title: str, lang: str | None) -> bool:
    orders, makes, ends, things, joints = (
        pattern(_SLUG, lang, name) for name in ("orders", "makes", "ends", "things", "joints")
    )
    if orders and orders.match(title):
        return True
    first = makes.match(title) if makes else None
    last = ends.fullmatch(title.rpartition(" ")[2]) if ends else None
    if not (first or last) or not (things and joints):
        return False
    made = title[first.end() if first else 0 :]
    return bool(things.search(joints.split(made, maxsplit=1)[0]))
