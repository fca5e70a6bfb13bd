"""What a journey is for one of its personas: which moments they meet, what hurts them there, through which channels."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cjm.figures.emotion import neutral, score
from cjm.figures.moments import counting
from cjm.figures.priority import weight
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Voice
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona

_OVER = frozenset({"resolved"})  # pains that hurt no longer


class Hurt(NamedTuple):
    """A pain with where it is felt."""

    stage: Stage
    moment: Moment
    pain: Pain


class Otherwise(NamedTuple):
    """What one persona does, thinks, says or feels in a moment, where that is not as for all."""

    stage: Stage
    moment: Moment
    voice: Voice


def met(journey: Journey, persona: Persona) -> Iterator[tuple[Stage, Moment]]:
    """The stages and touchpoints that a persona meets, each with its stage: all that are not for others alone."""
    for stage in journey.stages:
        if is_met(persona, stage):
            yield from ((stage, moment) for moment in (stage, *stage.touchpoints) if is_met(persona, moment))


def is_met(persona: Persona, moment: Moment) -> bool:
    """Whether a persona meets a moment: it is for everybody, or names them."""
    return not moment.personas or not names(persona).isdisjoint(moment.personas)


def names(persona: Persona) -> frozenset[str]:
    """What a persona is referred to by."""
    return frozenset({persona.id, persona.name} - {""})


def otherwise(journey: Journey, persona: Persona) -> tuple[Otherwise, ...]:
    """The moments in which a persona does, thinks, says or feels otherwise than all, in the order of time."""
    known = names(persona)
    voices = [(stage, moment, moment.for_.items()) for stage, moment in met(journey, persona)]
    return tuple(
        Otherwise(stage, moment, voice) for stage, moment, said in voices for who, voice in said if who in known
    )


def apart(journey: Journey, persona: Persona, most: int) -> tuple[Otherwise, ...]:
    """So many of these at most, in the order of time: those in which the feeling is farthest from that of all."""
    found = otherwise(journey, persona)
    near = sorted(range(len(found)), key=lambda place: -_distance(journey, found[place]))[:most]
    return tuple(found[place] for place in sorted(near))


def _distance(journey: Journey, other: Otherwise) -> float:
    own, all_of_them = (score(feels, journey.scale) for feels in (other.voice.feels, other.moment.feels))
    return 0 if own is None else abs(own - (neutral(journey.scale) if all_of_them is None else all_of_them))


def worst(journey: Journey, persona: Persona, most: int) -> tuple[Hurt, ...]:
    """The pains that hurt a persona most, by severity × frequency, those that are not over; ties in the order of time."""
    found = [Hurt(stage, moment, pain) for stage, moment in met(journey, persona) for pain in moment.pains]
    lasting = [hurt for hurt in found if hurt.pain.status not in _OVER]
    return tuple(sorted(lasting, key=lambda hurt: -weight(hurt.pain))[:most])


def channels(journey: Journey, persona: Persona) -> tuple[tuple[str, int], ...]:
    """The channels that a persona meets the brand in, with in how many moments; those of most moments first."""
    counts: Counter[str] = Counter()
    for stage in journey.stages:
        if is_met(persona, stage):
            for moment in counting(stage, "channel"):
                counts.update(dict.fromkeys(moment.channel, 1) if is_met(persona, moment) else {})
    return tuple(counts.most_common())
