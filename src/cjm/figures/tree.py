"""How maps belong together: one details a part of another, as ``part_of`` says, or the ``map`` of a moment."""

from collections.abc import Sequence
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.moment import Stage, Touchpoint
from cjm.model.read import beside


class Leaf(NamedTuple):
    """A map by its path; ``journey`` is missing where a map is named that is not among those given."""

    path: str
    journey: Journey | None


class Bond(NamedTuple):
    """From a map to one that details a part of it, by their places; ``moments`` are those of which it is the map."""

    whole: int
    part: int
    moments: tuple[Stage | Touchpoint, ...]


class Tree(NamedTuple):
    """Maps, and how they belong together."""

    leaves: tuple[Leaf, ...]
    bonds: tuple[Bond, ...]


def tree(journeys: Sequence[Journey]) -> Tree:
    """The maps given in their order, then those that are named and missing; and each bond once."""
    leaves: dict[str, Journey | None] = {journey.path: journey for journey in journeys}
    found: dict[tuple[str, str], list[Stage | Touchpoint]] = {}
    for journey in journeys:
        if journey.part_of:
            found.setdefault((beside(journey.path, journey.part_of), journey.path), [])
        for stage in journey.stages:
            inner: tuple[Stage | Touchpoint, ...] = (stage, *stage.touchpoints)
            for moment in inner:
                if moment.map:
                    found.setdefault((journey.path, beside(journey.path, moment.map)), []).append(moment)
    for path in (path for pair in found for path in pair):
        leaves.setdefault(path, None)
    places = {path: place for place, path in enumerate(leaves)}
    bonds = (
        Bond(places[whole], places[part], tuple(moments)) for (whole, part), moments in found.items() if whole != part
    )
    return Tree(tuple(Leaf(path, journey) for path, journey in leaves.items()), tuple(bonds))
