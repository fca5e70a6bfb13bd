"""The word for a feeling and its number say opposite things.

One of the two is a slip, and readers cannot know which: some will look at the curve, some at the word. Mostly the
minus sign was forgotten, or the sentence was rewritten and the number stayed.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            feels: {score: 1, emotion: worried}

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            feels: {score: -0.5, emotion: worried}

Remedy: Mend the word or the number, whichever is not what customers told you.

Source: our own.
"""

from collections.abc import Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import name_of, number, to_plain
from cjm.lint.words import LANGUAGES, base
from cjm.model.feeling import implied
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Moment
from cjm.model.problem import Parts
from cjm.model.walk import moments


@rule(Severity.WARNING)
def check(journey: Journey, distance: float = 2) -> Iterator[Problem]:
    """Words of one sign with numbers of the other, ``distance`` or more apart on a scale from −2 to 2."""
    if journey.lang and base(journey.lang) not in LANGUAGES:
        return
    for at, moment, _ in moments(journey):
        for place, feeling in _feelings(moment):
            word = implied(feeling.emotion)
            if word is None or feeling.score is None:
                continue
            plain = to_plain(feeling.score, journey.scale)
            if word * plain < 0 and abs(word - plain) >= distance:
                told = f"‘{feeling.emotion}’ is a {'good' if word > 0 else 'bad'} feeling"
                score = number(feeling.score, journey.scale)
                message = f"In ‘{name_of(moment)}’ the word {told}, and the number is {score}."
                yield Problem((*at, *place), message, "Mend the word or the number.")


def _feelings(moment: Moment) -> Iterator[tuple[Parts, Feeling]]:
    """What is felt or shall be felt in a moment, by all or by one persona."""
    said = (("feels", moment.feels), ("intent", moment.intent))
    yield from (((key,), feeling) for key, feeling in said if feeling)
    yield from ((("for", who, "feels"), voice.feels) for who, voice in moment.for_.items() if voice.feels)
