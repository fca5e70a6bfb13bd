"""Lines side by side in a gutter: each in a track, in the order in which they cross the fewest others."""

from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from cjm.render.values import dataclass

Key = TypeVar("Key", bound=Hashable)


class End(NamedTuple):
    """Where a leg ends along its gutter, and whether the line goes on from there to the side of the first track."""

    at: float
    is_before: bool


@dataclass(frozen=True)
class Leg:
    """The stretch of a line in a gutter. Two in one track stay more than ``slack`` apart."""

    one: End
    other: End
    slack: float

    @cached_property
    def low(self) -> float:
        """Where it begins."""
        return min(self.one.at, self.other.at)

    @cached_property
    def high(self) -> float:
        """Where it ends."""
        return max(self.one.at, self.other.at)

    def meets(self, leg: "Leg") -> bool:
        """Whether the two cannot share a track."""
        return self.low - self.slack <= leg.high and leg.low - self.slack <= self.high

    def crossings(self, after: "Leg") -> int:
        """How many times it crosses another that stands in a later track."""
        mine = sum(after.low < end.at < after.high for end in (self.one, self.other) if not end.is_before)
        return mine + sum(self.low < end.at < self.high for end in (after.one, after.other) if end.is_before)


def tracks(legs: Mapping[Key, Leg]) -> Mapping[Key, int]:
    """The track of each leg, by its key, from the first at the left or the top."""
    order = _sorted(legs)
    found: dict[Key, int] = {}
    for index, key in enumerate(order):
        before = [found[other] for other in order[:index] if legs[key].meets(legs[other])]
        found[key] = max(before, default=-1) + 1
    return found


def _sorted(legs: Mapping[Key, Leg]) -> list[Key]:
    """The legs in an order with few crossings: neighbours change places as long as that takes some away."""
    order = sorted(legs, key=lambda key: (-legs[key].one.is_before - legs[key].other.is_before, legs[key].low))
    for _ in order:
        is_sorted = True
        for index in range(len(order) - 1):
            one, other = legs[order[index]], legs[order[index + 1]]
            if other.crossings(one) < one.crossings(other):
                order[index : index + 2] = order[index + 1], order[index]
                is_sorted = False
        if is_sorted:
            break
    return order
