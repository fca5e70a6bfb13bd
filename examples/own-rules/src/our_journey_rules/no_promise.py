"""The map does not say what we promise.

Every journey is measured against what the brand has promised. Without it nobody can tell a disappointment from a
misunderstanding.

Bad:
    title: A visit to the dentist
    promise:

Good:
    title: A visit to the dentist
    promise: Nobody waits longer than ten minutes.

Remedy: Write the promise in the head of the map, as it stands in your advertising or on your door.

Source: our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.model.journey import Journey


@rule(Severity.WARNING)
def check(journey: Journey, words: int = 3) -> Iterator[Problem]:
    """Maps whose promise is missing, or shorter than ``words`` words."""
    if sum(len(text.split()) for text in journey.promise) < words:
        yield Problem(("promise",), "The map does not say what we promise.", "Add ‘promise:’ and what we have said.")
