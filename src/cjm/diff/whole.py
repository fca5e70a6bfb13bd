"""A map that only one side has: new, or gone, as a whole."""

from cjm.diff.change import Change, Comparison, Direction, Element, Kind, Side
from cjm.diff.summary import summarise
from cjm.model.journey import Journey


def whole(journey: Journey, *, is_new: bool) -> Comparison:
    """The comparison of a map with nothing: one change, that it was added or removed."""
    nothing = Journey(cjm=1, title="", scale=journey.scale, stages=())
    element = Element("map", journey.id, journey.title, "")
    side = Side(journey.title, ())
    kind, sides, maps = (
        (Kind.ADDED, (None, side), (nothing, journey)) if is_new else (Kind.REMOVED, (side, None), (journey, nothing))
    )
    changes = (Change(kind.value, kind, Direction.NEUTRAL, element, "", *sides),)
    return Comparison(*maps, None, changes, summarise(changes, *maps), {}, ())
