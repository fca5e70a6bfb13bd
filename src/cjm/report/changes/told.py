"""A comparison in words, as every report for people tells it: by stage and touchpoint, in the order of the later map."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.diff.change import Change, Comparison, Count, Direction, Element, Kind, Summary
from cjm.diff.telling import ARROW, counts, figures, headline, summary_line
from cjm.diff.untouched import Untouched
from cjm.diff.whereabouts import HEAD, Place, home, place
from cjm.diff.wording import called
from cjm.model.journey import Journey, Scale
from cjm.model.walk import moments

NOW = "working tree"
"""What stands for the files as they are on disk, beside a ref."""


ALL_TOUCHED = "Every pain, moment of truth and metric is touched."


class Origin(NamedTuple):
    """Where one side of a comparison comes from: its file as the reader knows it, and at which ref (empty: as it is now)."""

    path: str
    ref: str
    title: str


class Fact(NamedTuple):
    """A change in words: what happened, why it was judged so where that is not plain, and what follows from it."""

    direction: Direction
    headline: str
    because: str = ""
    children: "tuple[Fact, ...]" = ()

    @property
    def minor(self) -> "tuple[Fact, ...]":
        """What belongs to it and is neither better nor worse: told in one breath."""
        return tuple(each for each in self.children if each.direction is Direction.NEUTRAL and not each.children)


class Group(NamedTuple):
    """The changes of one place: of the head, of a stage itself, or of a touchpoint."""

    place: Place
    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        """The place in one line: ``Move the phones › Keep the old numbers``."""
        return " › ".join(filter(None, self.place)) or HEAD


class Told(NamedTuple):
    """A comparison in words; ``before`` or ``after`` is ``None`` where the map itself is new or gone.

    ``stages`` holds the groups stage by stage, the head first. ``line`` sums up; ``untouched`` is what the later map
    leaves as it was, if that was asked for: what it is (pain, moment of truth, metric) and its name.
    """

    before: Origin | None
    after: Origin | None
    stages: tuple[tuple[Group, ...], ...]
    summary: Summary
    line: str
    figures: tuple[tuple[str, str], ...]
    untouched: tuple[tuple[str, str], ...] | None = None

    @property
    def here(self) -> Origin:
        """The later side, or else the earlier one."""
        origin = self.after or self.before
        assert origin is not None
        return origin

    @property
    def groups(self) -> Iterator[Group]:
        """All groups, in order."""
        return (group for stage in self.stages for group in stage)

    @property
    def sides(self) -> str:
        """Which files are compared, or which refs of one file."""
        before, after = self.before, self.after
        if before is None or after is None:
            return f"{self.here.path}{f' ({self.here.ref})' if self.here.ref else ''}"
        if before.path == after.path and (before.ref or after.ref):
            return f"{after.path}: {before.ref or NOW} {ARROW} {after.ref or NOW}"
        return f" {ARROW} ".join(f"{side.ref}:{side.path}" if side.ref else side.path for side in (before, after))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.stages and self.untouched is None


def tell(
    comparison: Comparison, before: Origin | None, after: Origin | None, untouched: Untouched | None = None
) -> Told:
    """A comparison in words: all of its changes, so those not wanted must be gone already."""
    scale = scale_of(comparison)
    editorial = sum(change.kind is Kind.EDITORIAL for change in comparison.changes)
    return Told(
        before,
        after,
        tuple(_stages(comparison)),
        comparison.summary,
        summary_line(comparison.summary, scale, editorial),
        figures(comparison.summary, scale),
        None if untouched is None else _named(untouched, comparison.before),
    )


def scale_of(comparison: Comparison) -> Scale | None:
    """The scale of the emotions that are summed up: that of both maps; ``None`` for -2 to 2."""
    return comparison.after.scale if comparison.before.scale == comparison.after.scale else None


def _stages(comparison: Comparison) -> Iterator[tuple[Group, ...]]:
    """The groups, stage by stage: the head first, each stage before its touchpoints."""
    found: dict[object, dict[object, list[Change]]] = {}
    for change in comparison.changes:
        stage, moment = home(change, comparison, is_stage=True), home(change, comparison, is_stage=False)
        found.setdefault(stage, {stage: []}).setdefault(moment, []).append(change)
    head = found.pop(("after", ()), None) or found.pop(("before", ()), None)
    for groups in ([head] if head else []) + list(found.values()):
        yield tuple(
            Group(place(changes[0], comparison), tuple(_fact(change, comparison, None) for change in changes))
            for changes in groups.values()
            if changes
        )


def _fact(change: Change, comparison: Comparison, within: Element | None) -> Fact:
    return Fact(
        change.direction,
        headline(change, comparison, within),
        change.because,
        tuple(_fact(child, comparison, change.element) for child in change.children),
    )


def _named(untouched: Untouched, journey: Journey) -> tuple[tuple[str, str], ...]:
    kinds = (("pain", untouched.pains), ("moment of truth", untouched.truths), ("metric", untouched.metrics))
    return tuple((kind, _spell(element, journey)) for kind, elements in kinds for element in elements)


def _spell(element: Element, journey: Journey) -> str:
    """An element by its name; a figure of one moment with that."""
    kind, *_, id = element.address.split("/")
    name = called(element, journey)
    if element.type != "metric" or kind not in {"stage", "touchpoint"}:
        return name
    found = (str(getattr(moment, "name", "")) or id for _, moment, _ in moments(journey) if moment.id == id)
    return f"{name} ({next(found, id)})"


def total(tells: Sequence[Told]) -> str:
    """Several comparisons in one line: ``3 maps, 12 changes: 4 improved, 8 neutral``."""
    found = [told.summary for told in tells]
    summary = Summary(
        sum(each.improved for each in found),
        sum(each.worsened for each in found),
        sum(each.neutral for each in found),
        sum(each.unknown for each in found),
        *[Count(None, None)] * 4,
    )
    return f"{len(tells)} maps, {counts(summary)}"
