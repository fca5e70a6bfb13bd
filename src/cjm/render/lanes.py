"""The lanes of a map, in the order in which they stand: which of them a picture shows, whether drawn or written."""

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple, get_args

from cjm.errors import UsageError
from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.model.problem import nearest

Detail = Literal["overview", "standard", "full"]
DETAILS: tuple[Detail, ...] = get_args(Detail)

View = Literal["overlay", "side-by-side", "in-turn"]
VIEWS: tuple[View, ...] = get_args(View)
"""How two maps are drawn as one: laid over each other, each lane of the one above that of the other, or first the one,
then the other, in the same places."""


class Lane(NamedTuple):
    """A lane: from which detail on it is shown unasked, and whether the customer sees none of it."""

    since: Detail | None = "full"
    hidden: bool = False


_OWN = Lane("standard")

LANES: dict[str, Lane] = {
    "touchpoints": Lane("overview"),
    "goals": Lane(),
    "expects": Lane(),
    "motivations": Lane(),
    "does": Lane("standard"),
    "thinks": Lane("standard"),
    "says": Lane("standard"),
    "questions": Lane(),
    "feels": Lane("overview"),
    "intent": Lane(),
    "outcome": Lane(),
    "pains": Lane("overview"),
    "barriers": Lane(),
    "gains": Lane("standard"),
    "opportunities": Lane("overview"),
    "importance": Lane(),
    "wait": Lane(None),  # the touchpoints say it
    "device": Lane(),
    "tone": Lane(),
    "physical_evidence": Lane(),
    "onstage": Lane("standard"),
    "backstage": Lane("standard", hidden=True),
    "support": Lane("standard", hidden=True),
    "systems": Lane(),
    "owner": Lane("standard"),
    "automations": Lane(),
    "rules": Lane(),
    "data": Lane(),
    "metrics": Lane("standard"),
}


def chosen(journey: Journey, keys: Iterable[str] | None, detail: Detail) -> dict[str, Lane]:
    """The lanes of those keys in their order; without keys those that a drawing shows.

    Unasked, quotations have a lane only where there is no emotion curve for them to stand at. Raises ``UsageError`` for a
    lane or a level of detail that does not exist.
    """
    if detail not in DETAILS:
        message = f"There is no level of detail ‘{detail}’. Possible: {', '.join(DETAILS)}."
        raise UsageError(message)
    if keys is None:
        is_felt = is_said(journey, "feels")
        return {key: lane for key, lane in unasked(journey, detail).items() if key != "says" or not is_felt}
    known = _known(journey)
    wanted = tuple(dict.fromkeys(keys))
    check(wanted, known)
    return {key: known.get(key, _OWN) for key in wanted}


def check(keys: Iterable[str], known: Collection[str] = LANES) -> None:
    """Raise ``UsageError`` for a lane that does not exist; any of the user's own may."""
    for key in keys:
        if key not in known and not key.startswith("x-"):
            meant = nearest(key, known)
            hint = f"Did you mean ‘{meant}’?" if meant else f"Possible: {', '.join(known)}."
            raise UsageError(f"There is no lane ‘{key}’. {hint}")


def check_view(view: str) -> None:
    """Raise ``UsageError`` for a way to draw two maps that does not exist."""
    if view not in VIEWS:
        raise UsageError(f"There is no view ‘{view}’. Possible: {', '.join(VIEWS)}.")


def unasked(journey: Journey, detail: Detail) -> dict[str, Lane]:
    """The lanes that so much detail has, and then the map's own."""
    depth = DETAILS.index(detail)
    return {key: lane for key, lane in _known(journey).items() if lane.since and DETAILS.index(lane.since) <= depth}


def _known(journey: Journey) -> dict[str, Lane]:
    return LANES | {lane.key: _OWN for lane in journey.lanes}
