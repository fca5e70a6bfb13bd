"""The emotion curve of an earlier map, over the stages of a later one: where its points stand."""

from collections.abc import Sequence
from itertools import pairwise

from cjm.diff.change import Comparison
from cjm.figures.emotion import felt
from cjm.figures.moments import counting
from cjm.model.problem import Parts
from cjm.render.layouts.summary import summed_up
from cjm.render.layouts.twin import Twin, routes

Was = Sequence[tuple[Parts | None, float]]
"""The scored moments of an earlier map: the route of each in the later one, if it is there, and its share of the scale."""


def past(comparison: Comparison, twin: Twin) -> Was:
    """How the earlier map of a comparison was felt, in the order of time."""
    journey = summed_up(twin.before).journey
    known, scale = routes(journey), journey.scale
    scores = [
        (known[id(moment)], value)
        for stage in journey.stages
        for moment in counting(stage, "feels")
        if (value := felt(moment, scale)) is not None
    ]
    reach = (scale.max - scale.min) or 1
    return [(comparison.matched.get(route), (value - scale.min) / reach) for route, value in scores]


def spread(known: Sequence[float | None], left: float, right: float) -> list[float]:
    """Places that rise from left to right: those known where they are, the others evenly between them.

    One that does not lie farther than those before it counts as not known.
    """
    fixed = [(-1, left)]
    for index, x in enumerate(known):
        if x is not None and fixed[-1][1] < x < right:
            fixed.append((index, x))
    fixed.append((len(known), right))
    places = []
    for (before, start), (after, end) in pairwise(fixed):
        step = (end - start) / (after - before)
        places += [start + step * (index - before) for index in range(before + 1, after)]
        places += [end] if after < len(known) else []
    return places
