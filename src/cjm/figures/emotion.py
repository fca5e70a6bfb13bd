"""Emotion: how moments, stages and journeys feel, as numbers on the map's scale."""

from cjm.figures.moments import counting
from cjm.model.feeling import implied
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Feeling, Moment, Stage
from cjm.model.persona import Persona


def score(feeling: Feeling | None, scale: Scale) -> float | None:
    """The number of a feeling in units of the scale: as written, else what a listed word implies."""
    if feeling is None:
        return None
    if feeling.score is not None:
        return feeling.score
    word = implied(feeling.emotion)
    return None if word is None else scale.min + (word + 2) / 4 * (scale.max - scale.min)


def felt(moment: Moment, scale: Scale) -> float | None:
    """How a moment feels in units of the scale; where only ``for`` says it, the mean of those personas."""
    own = score(moment.feels, scale)
    return own if own is not None else _mean([score(voice.feels, scale) for voice in moment.for_.values()])[0]


def felt_by(persona: Persona, moment: Moment, scale: Scale) -> float | None:
    """How one persona feels a moment: as ``for`` says, else as everybody does who meets it."""
    names = {persona.id, persona.name}
    for who, voice in moment.for_.items():
        if who in names and voice.feels:
            return score(voice.feels, scale)
    is_met = not moment.personas or not names.isdisjoint(moment.personas)
    return score(moment.feels, scale) if is_met else None


def mean(journey: Journey, stage: Stage | None = None) -> tuple[float | None, int]:
    """The mean feeling of a journey, or of one of its stages, in units of the scale; and of how many scored moments."""
    stages = (stage,) if stage is not None else journey.stages
    return _mean([felt(moment, journey.scale) for part in stages for moment in counting(part, "feels")])


def neutral(scale: Scale) -> float:
    """The middle of the scale: neither good nor bad."""
    return (scale.min + scale.max) / 2


def _mean(scores: list[float | None]) -> tuple[float | None, int]:
    known = [number for number in scores if number is not None]
    return (sum(known) / len(known) if known else None), len(known)
