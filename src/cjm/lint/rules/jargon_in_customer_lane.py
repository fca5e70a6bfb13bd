"""The customer speaks the language of the organisation.

Nobody thinks ‘I am a qualified lead’. A word of the trade in the customer's mouth is a sign that the line was written at a
desk; said in the customer's own words it often turns into another thought, and another pain.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Becomes a qualified lead

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Asks when there is a free day

Remedy: Say it as the customer would; the word of the trade belongs in ‘backstage:’, ‘systems:’ or ‘data:’.

Source: Smaply's list of mistakes in journey mapping: the inside view; the lists of words are our own.
"""

from collections.abc import Collection, Iterator

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.told import is_story, start_of
from cjm.lint.words import pattern, plain
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Quote, Voice
from cjm.model.problem import Parts
from cjm.model.walk import moments

_LANES = ("does", "thinks", "questions", "motivations", "expects")


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Words of the trade in what customers do, think, say and ask, unless the map is about people of the trade."""
    jargon = pattern("jargon-in-customer-lane", journey.lang)
    if not jargon or not is_story(journey):
        return
    if jargon.search(_world(journey)):
        return
    staff = {word for actor in journey.actors if actor.kind != "customer" for word in (actor.id, actor.name)}
    internal = {study.id for study in journey.research if study.with_ == "staff"}
    for at, moment, _ in moments(journey):
        for place, text in _said(moment, staff, internal):
            told = plain(text)
            if found := jargon.search(told):
                word = text[found.start() : found.end()] if len(told) == len(text) else found[0]
                message = f"‘{start_of(text)}’: no customer says ‘{word}’."
                yield Problem((*at, *place), message, "Say it in the customer's own words; ask some of them how.")


def _said(moment: Moment, staff: Collection[str], internal: Collection[str]) -> Iterator[tuple[Parts, str]]:
    """What the customers of a moment do, think, say and ask, with the places in it; not what staff say."""
    voices: list[tuple[Parts, Moment | Voice]] = [((), moment)]
    voices += [(("for", who), voice) for who, voice in moment.for_.items()]
    for at, voice in voices:
        for lane in _LANES:
            yield from (((*at, lane, place), text) for place, text in enumerate(getattr(voice, lane, ())))
        for place, quote in enumerate(voice.says):
            if not _is_inside(quote, staff, internal):
                yield (*at, "says", place), quote.text


def _is_inside(quote: Quote, staff: Collection[str], internal: Collection[str]) -> bool:
    """Whether it is one of the staff who says it."""
    return quote.by in staff or (bool(quote.evidence) and all(id in internal for id in quote.evidence))


def _world(journey: Journey) -> str:
    """What the customers of a map have to do with all day: who has words of the trade in there may use all of them."""
    about = [journey.title, *journey.scenario]
    for persona in journey.personas:
        about += [persona.name, persona.segment, *persona.occupation, *persona.quote, *persona.habits, *persona.goals]
        about += [*persona.jobs, *persona.needs, *persona.frustrations, *persona.interests, *persona.ambitions]
    return plain(" ".join(about))
