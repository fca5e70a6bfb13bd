"""A map of today is written as if it were a plan.

‘She will receive a letter’ tells what somebody intends. Whether the letter comes is exactly what a map of the current
state has to show: a plan hides the gap between what was meant and what happens.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: She will ask when there is a free day

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Asks when there is a free day

Remedy: Write what happens today, in the present tense; what should happen belongs on a map with ‘state: future’.

Source: common practice of journey mapping: show what is, not the ideal, before anything is redesigned.
"""

from collections.abc import Collection, Iterator
from re import Pattern

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, start_of
from cjm.lint.words import pattern, plain
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Touchpoint
from cjm.model.problem import Parts
from cjm.model.walk import moments

_LONGEST_SUBJECT = 3


@rule(Severity.INFO)
def check(journey: Journey) -> Iterator[Problem]:
    """What is done in a map of today, by whomever, in a sentence that begins with ‘will’ or ‘should’."""
    verbs = pattern("current-in-future-tense", journey.lang, "verbs")
    subjects = pattern("current-in-future-tense", journey.lang, "subjects")
    if not (verbs and subjects) or journey.state != "current" or not is_story(journey):
        return
    names = {plain(each.name) for each in (*journey.personas, *journey.actors)}
    names |= {name.partition(",")[0].partition(" ")[0] for name in names}
    for at, moment, _ in moments(journey):
        for place, text in _done(moment) if getattr(moment, "status", None) != "planned" else ():
            if _is_future(plain(text), subjects, verbs, names):
                message = f"‘{start_of(text)}’ tells what shall happen, on a map of what happens today."
                help = "Write what happens today; what should happen belongs on a map with ‘state: future’."
                yield Problem((*at, *place), message, help)


def _done(moment: Moment | Touchpoint) -> Iterator[tuple[Parts, str]]:
    """What is done in a moment, by customers and by the organisation."""
    yield from ((("does", index), text) for index, text in enumerate(moment.does))
    for who, voice in moment.for_.items():
        yield from ((("for", who, "does", index), text) for index, text in enumerate(voice.does))
    for lane in ("onstage", "backstage", "support"):
        for place, step in enumerate(getattr(moment, lane)):
            yield from (((lane, place, "does", index), text) for index, text in enumerate(step.does))


def _is_future(text: str, subjects: Pattern[str], verbs: Pattern[str], names: Collection[str]) -> bool:
    words = text.split(maxsplit=_LONGEST_SUBJECT + 1)
    for count in range(min(len(words), _LONGEST_SUBJECT + 1)):
        subject = " ".join(words[:count])
        is_subject = not count or subject in names or subjects.fullmatch(subject)
        if is_subject and verbs.match(" ".join(words[count:])) and (count or words[0] not in names):
            return True
    return False
