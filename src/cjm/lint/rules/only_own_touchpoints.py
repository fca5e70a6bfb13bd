"""The map shows only what the brand itself sends and runs.

Customers ask friends, read reviews and watch strangers try it long before they see a page of ours. What others say and
sell for us weighs more than most of what we print, and a map of only our own touchpoints explains neither why people
come nor why they stay away.

Bad:
    occasion: purchase
    stages:
      - {id: notice, touchpoints: [{id: chain, kind: interaction, control: , channel: web, owner: Counter}]}
      - {id: ride, touchpoints: [{id: long-ride, kind: interaction, control: , channel: email, owner: Counter}]}

Good:
    occasion: purchase
    stages:
      - {id: notice, touchpoints: [{id: chain, kind: action, control: customer}]}

Remedy: Ask customers whom and what they asked on the way; add it with ‘control: partner’, ‘customer’ or ‘social’.

Source: Lemon and Verhoef (2016): touchpoints are owned by the brand, by partners, by customers, or by nobody (social).
"""

from collections.abc import Iterator

from cjm.figures.moments import has, moments
from cjm.finding import Severity
from cjm.lint.contacts import ELSEWHERE, has_contacts, is_alone
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey
from cjm.model.moment import Moment

_FOREIGN = ELSEWHERE | {"partner"}


@rule(Severity.INFO)
def check(journey: Journey, least: int = 5) -> Iterator[Problem]:
    """Touchpoint maps and journeys to a purchase of ``least`` moments or more, all of them known to be the brand's own."""
    is_open = journey.kind == "touchpoints" or (journey.kind == "journey" and journey.occasion == "purchase")
    if not is_open or not has_contacts(journey) or journey.part_of:
        return
    foreign = _FOREIGN | {
        word
        for channel in journey.channels
        if channel.owned_by and channel.owned_by != "brand"
        for word in (channel.id, channel.name)
    }
    met = moments(journey)
    is_known = all(has(moment, "channel") or getattr(moment, "control", None) for moment in met)
    if is_known and len(met) >= least and not any(_is_foreign(each, foreign) for each in (*met, *journey.stages)):
        message = "Everything on this map is sent or run by the brand: no friend, no review, no partner has a word."
        help = (
            "Ask customers what else they met on the way, and add it with ‘control: partner’, ‘customer’ or ‘social’."
        )
        yield Problem(("stages",), message, help, at_key=True)


def _is_foreign(moment: Moment, foreign: set[str] | frozenset[str]) -> bool:
    control = getattr(moment, "control", None)
    return control in {"partner", "customer", "social"} or is_alone(moment) or not foreign.isdisjoint(moment.channel)
