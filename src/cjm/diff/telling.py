"""A change in plain words: one short line for whoever designs the journey, the same in every report and picture."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cjm.diff.change import Change, Comparison, Direction, Element, Kind, Side, Summary
from cjm.diff.whereabouts import move, order
from cjm.diff.wording import FEELINGS, amount, called, figure, kind, label, name, said
from cjm.model.journey import Journey, Scale

ARROW = "→"
_UNSAID = "not said"

_UNTYPED = frozenset({"persona", "actor", "system", "metric", "voice"})
"""Elements whose names say enough: no type before them, no quotation marks around."""

_NAMING = frozenset({
    ("step", "does"), ("pain", "text"), ("gain", "text"), ("opportunity", "title"), ("quote", "text"), ("automation", "do"),
    ("rule", "text"),
})  # fmt: skip
"""Fields by which elements without a name are known."""

_FIGURES = frozenset({"value", "target"})


def headline(change: Change, comparison: Comparison, within: Element | None = None) -> str:
    """What happened, without the place: ``emotion −2 anxious → 0 watchful``, ``pain removed: The same form, twice``.

    ``within`` is the element that a change this one belongs to is about: it is not named again.
    """
    return " ".join(_Telling(change, comparison, within).told().split())


def summary_line(summary: Summary, scale: Scale | None = None, editorial: int = 0) -> str:
    """How many changes there are of which direction, and the figures of both sides, in one line.

    ``scale`` is that of both maps, -2 to 2 unless given: one without a negative side has no signs. ``editorial`` is how
    many changes of wording are told as well.
    """
    return " · ".join([counts(summary, editorial), *(f"{name} {told}" for name, told in figures(summary, scale))])


def counts(summary: Summary, editorial: int = 0) -> str:
    """How many changes there are, and of which direction: ``3 changes: 2 improved, 1 neutral``."""
    found = {direction.value: getattr(summary, direction.value) for direction in Direction}
    all = sum(found.values())
    told = ", ".join(f"{number} {name}" for name, number in found.items() if number)
    more = f"; {editorial} editorial" if editorial else ""
    return f"{all} change{'' if all == 1 else 's'}{f': {told}' if told else ''}{more}"


def figures(summary: Summary, scale: Scale | None = None) -> tuple[tuple[str, str], ...]:
    """The figures of both sides with their names: ``("emotion", "−0.2 → +0.4")``; ``?`` for what a map does not hold."""
    signed = scale is None or scale.min < 0
    pairs = {
        "emotion": [None if value is None else figure(round(value, 1), signed=signed) for value in summary.emotion],
        "pains": [None if value is None else figure(value) for value in summary.pains],
        "hand-offs": [None if value is None else figure(value) for value in summary.handoffs],
        "automated steps": [None if value is None else figure(value) for value in summary.automated],
    }
    return tuple((name, f" {ARROW} ".join(value or "?" for value in pair)) for name, pair in pairs.items())


@dataclass(frozen=True, slots=True)
class _Telling:
    """One change, being told."""

    change: Change
    comparison: Comparison
    within: Element | None

    def told(self) -> str:
        """The line."""
        by_rule = _BY_RULE.get(self.change.rule)
        if by_rule and (
            not self.change.field or self.change.field in _FIELDS.get(self.change.rule, (self.change.field,))
        ):
            return by_rule(self)
        return self.field() if self.change.field else self.whole()

    def whole(self) -> str:
        """An element that is new, gone, in another place or otherwise in several ways."""
        match self.change.kind:
            case Kind.MOVED:
                return f"{self.subject('moved')} {move(self.change, self.comparison)}"
            case Kind.REORDERED:
                return f"{self.subject('moved')} {order(self.change, self.comparison)}"
            case _:
                return self.named(self.change.kind.value)

    def named(self, happened: str) -> str:
        """``pain removed: Nobody says when``; only ``touchpoint removed`` where the place names it already."""
        element = self.change.element
        return f"{kind(element)} {happened}" + ("" if self.is_place else f": {called(element, self.journey)}")

    def subject(self, happened: str) -> str:
        """Like :meth:`named`, with room for more behind it: ``step ‘Mails the form’ moved``."""
        return happened if self.is_place else f"{self.whose} {happened}"

    def field(self) -> str:
        """Another value of one field."""
        key = self.change.field.rpartition("/")[2]
        before, after = self.values()
        what = f"{self.label()}{self.of}"
        if self.change.kind is Kind.RENAMED:
            return self.renamed()
        if (self.change.element.type, key) == ("branch", "to"):
            return f"way on: {before} {ARROW} {after}"
        if self.change.kind is Kind.EDITORIAL and (self.change.element.type, key) in _NAMING:
            what = f"{kind(self.change.element)} reworded:"
        elif self.lists:
            return f"{what}{self.colon} {_came_and_went(*self.lists, key, self.comparison)}"
        elif self.change.before is None or self.change.after is None:
            happened = "added" if self.change.before is None else "removed"
            return f"{what} {happened}: {after or before or ''}".removesuffix(": ")
        elif self.change.kind is Kind.REORDERED:
            return f"{what} in another order: {after}"
        else:
            what += self.colon
        return f"{what} {before} {ARROW} {after}"

    def renamed(self) -> str:
        """Another name, title or id."""
        before, after = self.values()
        what = "renamed" if self.change.field in {"name", "title"} else f"{self.label()} changed"
        whose = "" if self.is_place or self.is_within else f"{kind(self.change.element)} "
        return f"{whose}{what}: {_bare(before)} {ARROW} {_bare(after)}"

    def label(self) -> str:
        """What the field is called; an inner one with what holds it: ``moment of truth why``, ``emotion of Imani``."""
        first, *inner = self.change.field.split("/")
        if first == "for" and inner:
            who = name(inner[0], "personas", self.journey)
            return (
                " ".join([*(label(key) for key in inner[1:]), "of", who]) if inner[1:] else f"what {who} does otherwise"
            )
        return " ".join(label(key) for key in (first, *inner))

    def values(self) -> tuple[str | None, str | None]:
        """Both values in words; ``None`` where a side has none."""
        key = self.change.field.rpartition("/")[2]
        pairs = ((self.change.before, self.comparison.before), (self.change.after, self.comparison.after))
        return tuple(self.value(side, key, journey) for side, journey in pairs)  # type: ignore[return-value]

    def value(self, side: Side | None, key: str, journey: Journey) -> str | None:
        """One value in words."""
        if side is None or side.value in (None, "", [], ()):
            return None
        if self.change.element.type == "metric" and key in _FIGURES:
            return amount(str(side.value), side.parts[:-1], journey)
        if key == "series" and isinstance(side.value, list):
            points = (point.get("value") for point in side.value if isinstance(point, dict))
            return ", ".join(amount(str(value), side.parts[:-1], journey) for value in points if value is not None)
        told = said(side.value, key, journey)
        if key in FEELINGS and self.comparison.before.scale != self.comparison.after.scale:
            bounds = (figure(bound) for bound in (journey.scale.min, journey.scale.max))
            return f"{told} (of {' to '.join(bounds)})"
        return told

    @property
    def lists(self) -> tuple[Sequence[str], Sequence[str]] | None:
        """What both sides list, where some of it stayed: that is told by what came and what went."""
        sides = [side.value if side else [] for side in (self.change.before, self.change.after)]
        before, after = ([value] if isinstance(value, str) else value for value in sides)
        is_told = all(
            isinstance(side, list) and all(isinstance(each, str) for each in side) for side in (before, after)
        )
        return (before, after) if is_told and {*before} & {*after} and {*before} ^ {*after} else None

    @property
    def journey(self) -> Journey:
        """The map that has what is told."""
        return self.comparison.after if self.change.after else self.comparison.before

    @property
    def is_place(self) -> bool:
        """Whether the element is the place itself: its name stands above the change already."""
        return self.change.element.type in {"stage", "touchpoint", "map"}

    @property
    def is_within(self) -> bool:
        """Whether the change that this one belongs to names the element."""
        element = self.change.element
        return self.within is not None and (element.type, element.id) == (self.within.type, self.within.id)

    @property
    def whose(self) -> str:
        """The element as a sentence names it: ``step ‘Mails the form’``, ``CSAT``."""
        element = self.change.element
        name = called(element, self.journey)
        return name if element.type in _UNTYPED else f"{kind(element)} ‘{name}’"

    @property
    def of(self) -> str:
        """Whose field it is, unless that is plain from the place."""
        return "" if self.is_place or self.is_within else f" of {self.whose}"

    @property
    def colon(self) -> str:
        """Behind a name in quotation marks."""
        return ":" if self.of.endswith("’") else ""


def _came_and_went(before: Sequence[str], after: Sequence[str], key: str, comparison: Comparison) -> str:
    """What came to a list of names and what went: ``web added, phone removed``."""
    came = [said(each, key, comparison.after) for each in after if each not in before]
    went = [said(each, key, comparison.before) for each in before if each not in after]
    told = ((came, "added"), (went, "removed"))
    return ", ".join(f"{', '.join(names)} {happened}" for names, happened in told if names)


def _bare(text: str | None) -> str:
    return (text or "nothing").strip("‘’")


def _handoff(telling: _Telling, happened: str) -> str:
    owners = [name(str(owner), "owner", telling.journey) for owner in telling.change.here.value]
    return f"{happened}: {f' {ARROW} '.join(owners)}"


def _eased(telling: _Telling, happened: str) -> str:
    before, after = telling.values()
    told = f"{telling.label()} {before or _UNSAID} {ARROW} {after or _UNSAID}"
    return told if telling.is_within else f"pain {happened}, {told}: {telling.change.element.name}"


def _automated(telling: _Telling) -> str:
    after = telling.change.after
    done = {"automated": "automated", "assisted": "assisted by a machine", "manual": "made manual"}
    happened = done.get(str(after.value) if after else "", "made manual")
    return happened if telling.is_within else telling.named(happened)


def _progress(telling: _Telling, happened: str) -> str:
    before, after = telling.values()
    return f"opportunity {happened}: {before or _UNSAID} {ARROW} {after or _UNSAID}: {telling.change.element.name}"


def _answering(telling: _Telling, happened: str) -> str:
    before, after = telling.values()
    return f"owner{telling.of} {happened}: {after or before}"


_FIELDS: Mapping[str, tuple[str, ...]] = {
    "owner-assigned": ("owner",),
    "owner-dropped": ("owner",),
    "opportunity-advanced": ("status",),
    "opportunity-slipped": ("status",),
    "step-automated": ("automation",),
    "step-made-manual": ("automation",),
}
"""The fields that rules with words of their own tell of; another one is told as any field."""

_BY_RULE: Mapping[str, Callable[[_Telling], str]] = {
    "pain-removed": lambda telling: telling.named("removed"),
    "pain-added": lambda telling: telling.named("added"),
    "pain-dropped": lambda telling: telling.named("no longer told"),
    "gain-dropped": lambda telling: telling.named("no longer told"),
    "pain-eased": lambda telling: _eased(telling, "eased"),
    "pain-aggravated": lambda telling: _eased(telling, "aggravated"),
    "step-automated": _automated,
    "step-made-manual": _automated,
    "handoff-removed": lambda telling: _handoff(telling, "hand-off gone"),
    "handoff-added": lambda telling: _handoff(telling, "new hand-off"),
    "owner-assigned": lambda telling: _answering(telling, "assigned"),
    "owner-dropped": lambda telling: _answering(telling, "dropped"),
    "opportunity-advanced": lambda telling: _progress(telling, "advanced"),
    "opportunity-slipped": lambda telling: _progress(telling, "slipped"),
}
"""What has words of its own; everything else is told by its kind and its field."""
