"""Paths along the ways of a journey: what can be reached, and from where nobody gets out."""

from collections.abc import Iterable, Sequence

from cjm.figures.ways import Way


def reached(goals: Sequence[Iterable[int]], starts: Iterable[int]) -> set[int]:
    """The places that can be reached from some, themselves among them; ``goals`` are those next to each place."""
    found: set[int] = set()
    open = list(starts)
    while open:
        place = open.pop()
        if place not in found and place < len(goals):
            found.add(place)
            open += goals[place]
    return found


def stuck(ways: Sequence[Way]) -> list[int]:
    """The places from which no way leads out: neither to the last moment nor to one where the journey may be over."""
    sources: list[list[int]] = [[] for _ in ways]
    for place, way in enumerate(ways):
        for goal in way.goals:
            sources[goal].append(place)
    last = len(ways) - 1
    free = reached(sources, [place for place, way in enumerate(ways) if way.leaves or place == last])
    return [place for place in range(len(ways)) if place not in free]
