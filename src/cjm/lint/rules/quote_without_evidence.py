"""A quote comes from nowhere.

A sentence between quotation marks is the strongest proof on a map: it is what people remember and repeat in meetings.
One that somebody made up to make the point is an opinion in disguise, and when it is found out the whole map falls
with it.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            evidence:
            says: I only want to know what it will cost.

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            evidence: [ride-alongs]
            says: I only want to know what it will cost.

Remedy: Name under ‘evidence:’ the research in which it was heard; a sentence nobody has said goes under ‘thinks:’.

Source: design research practice: quotes are kept word for word and lead back to whoever said them.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.quotes import quotes
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, name_of, start_of
from cjm.model.journey import Journey


@rule(Severity.WARNING, publish=Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Quotes that rest on no research: neither they nor their moment or its stage, nor the persona who says them."""
    proven = {word for persona in journey.personas if persona.evidence for word in (persona.id, persona.name)}
    for said in quotes(journey) if is_story(journey) else ():
        is_proven = said.quote.evidence or said.moment.evidence or said.stage.evidence or said.who in proven
        if not is_proven:
            message = f"Nothing says where ‘{start_of(said.quote.text)}’ was heard, in ‘{name_of(said.moment)}’."
            help = "Name the research under ‘evidence:’; a sentence that nobody has said goes under ‘thinks:’."
            yield Problem(said.at, message, help)
