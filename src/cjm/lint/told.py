"""The parts of a map that rules look at: moments in which the customer's story is told, and scores on one scale."""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from cjm.figures.emotion import felt
from cjm.figures.moments import has
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Moment, Stage, Touchpoint
from cjm.model.problem import Parts
from cjm.model.record import Element
from cjm.model.walk import moments


class Scored(NamedTuple):
    """A moment with its feeling: on the map's own scale, and mapped to −2..2, on which rules judge."""

    parts: Parts
    moment: Stage | Touchpoint
    score: float
    plain: float


def is_story(journey: Journey) -> bool:
    """Whether a map tells how customers usually fare: no inventory, no lifecycle, and not what a single one told."""
    return journey.kind in {"journey", "blueprint"} and journey.state != "actual"


def silent(journey: Journey, *keys: str) -> Iterator[tuple[Parts, Stage | Touchpoint]]:
    """The moments that should say something under one of the keys, and do not.

    Where none of a stage's touchpoints does, the stage may say it for all; if it does not, it is the stage that is
    silent, once; unless it has a single touchpoint. Touchpoint maps and lifecycle maps tell no story, and nothing is
    missing there.
    """
    if journey.kind in {"touchpoints", "lifecycle"}:
        return
    for index, stage in enumerate(journey.stages):
        speaking = [says(touchpoint, *keys) for touchpoint in stage.touchpoints]
        if any(speaking) or (len(speaking) == 1 and not says(stage, *keys)):
            for place, touchpoint in enumerate(stage.touchpoints):
                if not speaking[place]:
                    yield ("stages", index, "touchpoints", place), touchpoint
        elif not says(stage, *keys):
            yield ("stages", index), stage


def says(moment: Moment, *keys: str) -> bool:
    """Whether a moment says anything under one of the keys."""
    return any(has(moment, key) for key in keys)


def is_told(moment: Stage | Touchpoint) -> bool:
    """Whether anything is told of the customer there; a mere contact lacks more than a thought."""
    inner = moment.touchpoints if isinstance(moment, Stage) else ()
    return any(says(each, "does", "thinks", "says", "feels") for each in (moment, *inner))


def hurts(moment: Moment, stage: Stage) -> bool:
    """Whether a pain or a barrier says what is wrong: in the moment, its stage, or for a stage in its touchpoints."""
    inner = stage.touchpoints if moment is stage else ()
    return any(each.pains or each.barriers for each in (moment, stage, *inner))


def scored(journey: Journey) -> list[Scored]:
    """The moments that have a score, in the order of time; touchpoints before their stage's own."""
    found = []
    for at, moment, stage in moments(journey):
        score = felt(moment, journey.scale)
        has_inner = moment is stage and any(felt(each, journey.scale) is not None for each in stage.touchpoints)
        if score is not None and not has_inner:
            found.append(Scored(at, moment, score, to_plain(score, journey.scale)))  # type: ignore[arg-type]
    return found


def to_plain(score: float, scale: Scale) -> float:
    """A score of a map mapped to −2..2, on which rules judge."""
    return (score - scale.min) / ((scale.max - scale.min) or 1) * 4 - 2


def number(score: float, scale: Scale) -> str:
    """A score as messages show it: with its sign, where the scale goes below zero."""
    return f"{score:+g}" if score and scale.min < 0 else f"{score:g}"


def name_of(moment: Moment) -> str:
    """What a moment is called in messages."""
    return start_of(str(getattr(moment, "name", "")) or moment.id)


def start_of(text: str, most: int = 60) -> str:
    """A text as messages show it: on one line, its beginning where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


_FRAME = {each.name for each in fields(Element)} | {"name", "phase", "goal"}
_CONTENT = tuple(each.name for each in fields(Stage) if each.name not in _FRAME)


def is_empty(stage: Stage) -> bool:
    """Whether a stage is but a name: no touchpoints, and nothing said of it beyond its goal."""
    return not stage.extra and not says(stage, *_CONTENT)
