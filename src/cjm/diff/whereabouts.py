"""Where a change stands, and from where to where a thing moved, in words."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cjm.diff.change import Change, Comparison, Side
from cjm.diff.wording import label
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Touchpoint
from cjm.model.problem import Parts
from cjm.model.walk import found_at

HEAD = "The map as a whole"
"""What stands above changes of the head and the catalogues, which belong to no stage."""


class Place(NamedTuple):
    """Where a change is shown: the names of the stage and of the touchpoint in it, as far as it stands in one."""

    stage: str = ""
    touchpoint: str = ""


def home(change: Change, comparison: Comparison, *, is_stage: bool) -> tuple[Literal["before", "after"], Parts]:
    """The route of the moment a change stands in, or of its stage, and the map that has it: the later one if both do."""
    moment = change.here.moment[:2] if is_stage else change.here.moment
    if change.after:
        return "after", moment
    return ("after", comparison.matched[moment]) if moment in comparison.matched else ("before", moment)


def place(change: Change, comparison: Comparison) -> Place:
    """The stage and touchpoint a change stands in, as the later map calls them; the earlier one if they are gone."""
    stage, moment = (home(change, comparison, is_stage=is_stage) for is_stage in (True, False))
    found = (found_at(getattr(comparison, side), parts) for side, parts in (stage, moment))
    names = [(each.name or each.id) if isinstance(each, Stage | Touchpoint) else "" for each in found]
    return Place(names[0], names[1] if len(moment[1]) > 2 else "")


def move(change: Change, comparison: Comparison) -> str:
    """From where to where: ``from ‘Look for a way out’ to ‘Try before deciding’``."""
    before, after = change.before, change.after
    assert before is not None
    assert after is not None
    is_at_home = comparison.matched.get(before.parts[:-2]) == after.parts[:-2]
    if len(after.parts) == 2 or (is_at_home and before.lane == after.lane):
        return order(change, comparison)
    froms, tos = _moments(before, comparison.before), _moments(after, comparison.after)
    if change.element.type == "touchpoint":
        froms, tos = (froms[0], None), (tos[0], None)
    if _names(froms) != _names(tos):
        return f"from {_names(froms)} to {_names(tos)}"
    return f"from {label(before.lane)} to {label(after.lane)}" if before.lane != after.lane else "to another place"


def order(change: Change, comparison: Comparison) -> str:
    """Behind what it stands now, and stood before: ``after ‘Book’, was after ‘Bring it back’``."""
    before, after = change.before, change.after
    assert before is not None
    assert after is not None
    stood, stands = _behind(before, comparison.before), _behind(after, comparison.after)
    if stood is None or stands is None:
        return "in the order"
    return f"{stands or 'to the beginning'}, was {stood or 'first'}"


def _behind(side: Side, journey: Journey) -> str | None:
    """``after ‘Demo call’``; nothing for the first, ``None`` for what is no stage or touchpoint."""
    *above, index = side.parts or ("",)
    if not isinstance(index, int) or (above[-1:] != ["stages"] and above[-1:] != ["touchpoints"]):
        return None
    if not index:
        return ""
    found = _moments(Side(None, (*above, index - 1)), journey)
    return f"after {_names([each for each in found if each][-1:])}"


def _moments(side: Side, journey: Journey) -> tuple[Stage | None, Touchpoint | None]:
    """The stage and the touchpoint of a place."""
    if side.stage is None or side.stage >= len(journey.stages):
        return None, None
    stage = journey.stages[side.stage]
    index = side.moment[3] if len(side.moment) > 3 else None
    return stage, stage.touchpoints[index] if isinstance(index, int) and index < len(stage.touchpoints) else None


def _names(found: Sequence[Moment | None]) -> str:
    """A place as a sentence names it: the touchpoint, else the stage."""
    moment = next((each for each in reversed(found) if isinstance(each, Stage | Touchpoint)), None)
    return f"‘{moment.name or moment.id}’" if moment else "the head of the map"
