"""The moments of a journey, and whose word counts where both a stage and its touchpoints have one."""

from collections.abc import Iterator
from dataclasses import fields

from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Moment, Stage, Touchpoint
from cjm.model.record import Element

STANDING = frozenset({
    "does", "thinks", "says", "feels", "channel", "owner", "expects", "outcome", "intent", "tone", "importance",
})  # fmt: skip
"""Where the touchpoint's counts, and the stage's own stands only where none of its touchpoints has one."""

VOICED = frozenset({"does", "thinks", "says", "feels"})
"""What one persona may do, think, say or feel otherwise: the keys under ``for``."""

_OF_A_CONTACT = {each.name for each in fields(Element)} | {"name", "kind", "channel", "control", "status"}
_OF_A_SEQUENCE = tuple(each.name for each in fields(Touchpoint) if each.name not in _OF_A_CONTACT)


def moments(journey: Journey) -> tuple[Moment, ...]:
    """The moments in the order of time: the touchpoints, or the stage itself where it has none."""
    return tuple(moment for stage in journey.stages for moment in stage.touchpoints or (stage,))


def has(moment: Moment, key: str) -> bool:
    """Whether a moment says anything under ``key`` (or the user's own ``x-`` key), be it for one persona only."""
    values = [moment.extra.get(key) if key.startswith("x-") else getattr(moment, key, None)]
    if key in VOICED:
        values += (getattr(voice, key) for voice in moment.for_.values())
    return any(_is_said(value) for value in values)


def _is_said(value: object) -> bool:
    if isinstance(value, Feeling):
        return value.score is not None or bool(value.emotion)
    return value is not None and value not in ("", ()) and value != {}


def counting(stage: Stage, key: str) -> Iterator[Moment]:
    """The moments of a stage whose value of ``key`` counts, the stage's own first.

    Everything listed (pains, metrics, steps …) adds up; for the keys in :data:`STANDING` the touchpoints' values win.
    """
    speaking = [touchpoint for touchpoint in stage.touchpoints if has(touchpoint, key)]
    if has(stage, key) and not (speaking and key in STANDING):
        yield stage
    yield from speaking


def is_said(journey: Journey, key: str) -> bool:
    """Whether any moment of a journey says something under ``key``."""
    return any(has(moment, key) for stage in journey.stages for moment in (stage, *stage.touchpoints))


def is_set(stage: Stage) -> bool:
    """Whether the touchpoints of a stage are a set of contacts, not a sequence: none tells more than what it is."""
    return bool(stage.touchpoints) and not any(
        has(touchpoint, key) for touchpoint in stage.touchpoints for key in _OF_A_SEQUENCE
    )
