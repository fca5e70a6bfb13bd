"""A map does not keep to one point of view.

A journey is told from one side of the counter. Where two personas share one curve, or a line in the customer's lane
tells what the staff do, the reader no longer knows who feels what, and the pain of one hides behind the comfort of
another.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: We send the customer an offer

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Asks when there is a free day

Remedy: Tell under ‘does:’ what the customer does, the rest under ‘onstage:’; say under ‘for:’ where personas differ.

Source: journey mapping as Nielsen Norman Group teaches it: one point of view a map.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, start_of
from cjm.lint.words import listed, pattern, plain
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.walk import moments

_SLUG = "several-points-of-view"


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Personas that nothing tells apart, and what the staff do where the customer's doing is told."""
    if not is_story(journey):
        return
    everywhere = list(moments(journey))
    names = {word for persona in journey.personas for word in (persona.id, persona.name)}
    if len(journey.personas) > 1 and not any(_tells_apart(moment, names) for _, moment, _ in everywhere):
        message = (
            f"The map has {len(journey.personas)} personas, and nothing says which of them does, thinks and feels what."
        )
        help = "Give each a map of their own, or say under ‘for:’ or ‘personas:’ of a moment where they differ."
        yield Problem(("personas",), message, help, at_key=True)
    staff = _staff(journey)
    we, customer = (pattern(_SLUG, journey.lang, name) for name in ("we", "customer"))
    for at, moment, _ in everywhere:
        for place, text in enumerate(moment.does):
            told = plain(text)
            if told.startswith(staff) or (we and customer and we.match(told) and customer.search(told)):
                message = f"‘{start_of(text)}’ tells what the organisation does, where the customer's doing is told."
                help = "Say what the customer does here, and move this to ‘onstage:’ or ‘backstage:’."
                yield Problem((*at, "does", place), message, help)


def _tells_apart(moment: Moment, names: set[str]) -> bool:
    sides = {getattr(moment, "initiator", ""), getattr(moment, "receiver", "")}
    return bool(moment.for_ or moment.personas or sides & names)


def _staff(journey: Journey) -> tuple[str, ...]:
    """How a sentence begins that is about one of the staff.

    A name of one word needs an article: without it ‘Guide’ or ‘Support’ may be what the customer does.
    """
    acting = {
        step.actor
        for _, moment, _ in moments(journey)
        for lane in (moment.onstage, moment.backstage, moment.support)
        for step in lane
    }
    names = [
        plain(actor.name)
        for actor in journey.actors
        if actor.name and actor.kind != "customer" and (actor.kind or not acting.isdisjoint({actor.id, actor.name}))
    ]
    articles = listed(_SLUG, journey.lang, "articles")
    return tuple(
        start
        for name in names
        for start in (*(f"{article} {name} " for article in articles), *([f"{name} "] * (" " in name)))
    )
