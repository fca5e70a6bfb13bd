"""A quote holds personal data.

Whoever spoke to you did not agree to stand on a wall, in a repository and in every copy of the picture. An e-mail
address, a telephone or an account number identifies a person, and history keeps it even after it is deleted from the
map.

Bad:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            says: Just write to noor.b@example.org when it is done.

Good:
    stages:
      - id: hand-over
        touchpoints:
          - id: counter-talk
            says: Just write to me when it is done.

Remedy: Take it out or write around it, ‘[my address]’; if it was committed already, ask whoever looks after the
repository.

Source: research ethics and data protection law: quotes are made anonymous before they leave the research team.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.private import private
from cjm.lint.quotes import quotes
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of
from cjm.model.journey import Journey


@rule(Severity.ERROR)
def check(journey: Journey) -> Iterator[Problem]:
    """Quotes by which somebody could be found. The message does not repeat them: it goes into logs."""
    for said in quotes(journey):
        for key, text in (("text", said.quote.text), ("by", said.quote.by)):
            if kind := private(text):
                message = f"A quote in ‘{name_of(said.moment)}’ holds {kind}, by which somebody can be found."
                yield Problem((*said.at, key), message, "Take it out, or write around it: ‘[my number]’.")
    for place, persona in enumerate(journey.personas):
        for index, text in enumerate(persona.quote):
            if kind := private(text):
                message = f"The quote of ‘{persona.name or persona.id}’ holds {kind}, by which somebody can be found."
                yield Problem(("personas", place, "quote", index), message, "Take it out, or write around it.")
