"""What a comparison of two maps finds: its changes, its figures, and the order in which both sides line up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from cjm.model.journey import Journey
from cjm.model.problem import Parts


class Kind(StrEnum):
    """What happened. ``editorial`` is other wording and bookkeeping: nothing about the journey itself."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"
    REORDERED = "reordered"
    EDITORIAL = "editorial"


class Direction(StrEnum):
    """What it means for the customer; ``unknown`` only where the maps do not hold what would tell."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Element(NamedTuple):
    """What a change is about.

    ``type`` is that of an id space (stage, touchpoint, step, pain, gain, opportunity, persona, actor, system, channel,
    research, metric), else automation, quote, rule, link, lane, member, branch or, for the head, map. ``name`` is what
    the reader knows it by (after the change, unless it was removed), ``address`` its address on the side that has it
    (touchpoint/porting), empty for the head.
    """

    type: str
    id: str
    name: str
    address: str


class Side(NamedTuple):
    """One side of a change: what stands there, as JSON would hold it, and the route to it in that side's map."""

    value: Any
    parts: Parts

    @property
    def stage(self) -> int | None:
        """The index of the stage it stands in; ``None`` in the head and the catalogues."""
        return int(self.parts[1]) if self.parts[:1] == ("stages",) and len(self.parts) > 1 else None

    @property
    def moment(self) -> Parts:
        """The route of the touchpoint, or else the stage, that it stands in; empty in the head."""
        return moment_of(self.parts)

    @property
    def lane(self) -> str:
        """The key of the moment (or head) under which it stands: ``pains`` for a severity; empty for the moment itself."""
        rest = self.parts[len(self.moment) :]
        return str(rest[0]) if rest else ""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact: what happened to an element as a whole (``field`` is empty), or to one of its fields.

    ``rule`` is the judging rule's slug. ``before`` or ``after`` is ``None`` where that side lacks it. ``weight`` is 3 at
    a moment of truth. ``because`` says in a sentence why it was judged so, where that is not plain. ``children`` follow
    from the change or belong to it (a hand-off that a move brings, a step's owner where the step was automated);
    they are not counted.
    """

    rule: str
    kind: Kind
    direction: Direction
    element: Element
    field: str
    before: Side | None
    after: Side | None
    because: str = ""
    weight: int = 1
    children: "tuple[Change, ...]" = ()

    @property
    def here(self) -> Side:
        """The side to show it on: after, unless it is gone."""
        side = self.after or self.before
        assert side is not None
        return side


class Count(NamedTuple):
    """A figure on both sides; ``None`` where a map does not hold it."""

    before: float | None
    after: float | None


class Summary(NamedTuple):
    """How many changes there are of each direction, editorial ones left out, and the figures of both sides.

    ``emotion`` is the mean feeling: in units of the scale where both sides share one, else mapped to -2..2.
    """

    improved: int
    worsened: int
    neutral: int
    unknown: int
    emotion: Count
    pains: Count
    handoffs: Count
    automated: Count


class Slot(NamedTuple):
    """A place in the order of both maps, for a stage or, within it, a touchpoint.

    ``before`` and ``after`` are indices among the stages of each side, or the touchpoints of that side's stage. What
    moved has two slots: one only with ``before`` where it was, one only with ``after`` where it is.
    """

    before: int | None
    after: int | None
    inner: "tuple[Slot, ...]" = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two maps compared: the changes in the order of the later map, what was removed where it was.

    ``matched`` leads from the routes of elements before to their routes after. ``base`` tells which side is the map
    that the other one names under ``compares_to``, if it does. ``slots`` line up the stages of both sides.
    """

    before: Journey
    after: Journey
    base: Literal["before", "after"] | None
    changes: tuple[Change, ...]
    summary: Summary
    matched: Mapping[Parts, Parts]
    slots: tuple[Slot, ...]

    def shown(self, *, editorial: bool = False) -> tuple[Change, ...]:
        """The changes that count; with ``editorial`` those of wording and bookkeeping, too."""
        return tuple(change for change in self.changes if editorial or change.kind is not Kind.EDITORIAL)


def moment_of(parts: Parts) -> Parts:
    """The route of the touchpoint, or else the stage, on the way to a place; empty in the head of a map."""
    if parts[:1] != ("stages",) or len(parts) < 2:
        return ()
    return parts[:4] if parts[2:3] == ("touchpoints",) and len(parts) > 3 else parts[:2]
