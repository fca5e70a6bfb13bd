"""The arithmetic of a table: medians, ratios, and whether a goal is met."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add, sub

NOISY = 0.2  # a spread beyond this fifth of the median asks for another run


@dataclass(frozen=True, slots=True)
class Figure:
    """What several rounds of one piece of work gave, in their order."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def spread(self) -> float:
        """How far the quartiles lie apart; of a few rounds, the extremes."""
        if len(self.values) < 4:
            return max(self.values) - min(self.values)
        low, _, high = statistics.quantiles(self.values, method="inclusive")
        return high - low

    @property
    def is_noisy(self) -> bool:
        return self.spread > NOISY * abs(self.median)

    def without(self, start: "Figure") -> "Figure":
        """What is left of each round when its start-up is taken away."""
        return Figure(tuple(map(sub, self.values, start.values)))

    def plus(self, other: "Figure") -> "Figure":
        """Two pieces of work, one after the other."""
        return Figure(tuple(map(add, self.values, other.values)))

    def over(self, other: "Figure") -> float | None:
        """The median of the ratios round by round, for a machine's speed drifts; nothing where all drowns in noise."""
        pairs = [(own, its) for own, its in zip(self.values, other.values, strict=True) if its > 0]
        return statistics.median(own / its for own, its in pairs) if other.median > 0 else None


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: ours against a peer's, or against a bare limit where there is no peer."""

    work: str
    unit: str
    ours: Figure
    peer: str = ""
    theirs: Figure | None = None
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours.over(self.theirs) if self.theirs else None

    @property
    def verdict(self) -> str:
        """Empty without a goal; how much is missing is told as a share of the goal."""
        if self.goal is None:
            return ""
        got = self.ours.median if self.theirs is None else self.ratio
        if got is None:
            return "unmeasurable"
        return "met" if got <= self.goal else f"missed by {got / self.goal - 1:.0%}"

    @property
    def is_noisy(self) -> bool:
        return self.ours.is_noisy or (self.theirs is not None and self.theirs.is_noisy)

    def cells(self) -> tuple[str, ...]:
        """The row as texts, in the order of `HEAD`."""
        sign = self.unit if self.theirs is None else "×"
        return (
            self.work,
            f"{self.ours.median:.1f} {self.unit}",
            self.peer or "–",
            "–" if self.theirs is None else f"{self.theirs.median:.1f} {self.unit}",
            "–" if self.ratio is None else f"{self.ratio:.2f} ×",
            "–" if self.goal is None else f"{self.goal:g} {sign}",
            self.verdict + " (noisy)" * self.is_noisy,
        )


HEAD = ("work", "cjm", "peer", "its", "ratio", "goal", "")


def table(rows: Sequence[Row]) -> str:
    """Rows in columns, the first and the peer's name flush left."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in {0, 2, 6} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
