"""How the telling opens: what journey it is, whose, what for, from where to where."""

from collections.abc import Iterator

from cjm.render.amounts import duration
from cjm.render.prose.teller import Teller


def opening(teller: Teller) -> tuple[str, ...]:
    """Title and state, the author's own summary, who it is about and what they want, beginning and end."""
    journey = teller.journey
    return (
        teller.say(journey.state, teller.quote(journey.title)),
        *teller.sentences(journey.summary, 3),
        *teller.who(),
        *_voice(teller),
        *teller.sentences(journey.scenario, 1),
        *_wants(teller),
    )


def _voice(teller: Teller) -> Iterator[str]:
    """What a single persona says of themselves."""
    personas = teller.journey.personas
    if len(personas) == 1 and personas[0].quote:
        yield f"{teller.speech(personas[0].quote[0])}."


def _wants(teller: Teller) -> Iterator[str]:
    goals, scope = teller.journey.goals, teller.journey.scope
    if goals and goals.customer:
        yield teller.say("goal", teller.listed([teller.quote(goal) for goal in goals.customer], 2))
    if scope is None:
        return
    ends = [teller.quote(texts[0]) if texts else "" for texts in (scope.starts, scope.ends)]
    if all(ends):
        yield teller.say("from_to", *ends)
    else:
        yield from (teller.say(key, text) for key, text in zip(("starts", "ends"), ends, strict=True) if text)
    if scope.timeframe:
        yield teller.say("takes", teller.text(duration(scope.timeframe, teller.words)))
