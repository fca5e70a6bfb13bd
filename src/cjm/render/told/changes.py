"""A change in one line of a language: what it is about, and what became of it, in the words that pictures have."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from cjm.diff.change import Change, Comparison, Element, Kind, Side, moment_of
from cjm.diff.wording import called, name
from cjm.model.metric import Metric
from cjm.model.problem import Parts
from cjm.model.walk import found_at
from cjm.render import bidi
from cjm.render.labels import Labels
from cjm.render.naming import Naming, name_of
from cjm.render.told.values import entries
from cjm.render.typography import typeset
from cjm.render.values import dataclass

_SORTS = {
    "pain": ("lanes", "pains"), "gain": ("lanes", "gains"), "opportunity": ("lanes", "opportunities"),
    "quote": ("lanes", "says"), "metric": ("lanes", "metrics"), "automation": ("lanes", "automations"),
    "rule": ("lanes", "rules"), "system": ("lanes", "systems"), "persona": ("head", "persona"),
    "research": ("head", "research"), "branch": ("fields", "next"),
}  # fmt: skip
"""The words for the sorts of elements; a step is called by its lane, what is not listed by its own word."""

_FILLED = frozenset({"severity", "frequency", "impact", "effort", "due", "moves", "told", "wait", "target"})
"""Keys with a word among the marks, in which the value is put."""

_TELLING = frozenset(
    {"automation", "status", "duration", "owner", "value", "feels", "to", "does", "text", "title", "do"}
)
"""Keys of elements whose values say what they are: no name in front of them."""

_GOALS = frozenset({"to", "next", "needs", "solves"})  # whose values are ids


def told(change: Change, comparison: Comparison, words: Labels) -> str:
    """What happened, without the place: ``Feeling: −2 anxious → 0 watchful``, ``Pain points · Gone: The same form, twice``."""
    telling = _Telling(change, Naming(comparison.before, words), Naming(comparison.after, words), comparison.matched)
    return typeset(telling.line(), words.lang)


def address(comparison: Comparison, side: Literal["before", "after"], address: str) -> str:
    """An address on one side: with the identity of its map, or without it where both are the same."""
    ones = (comparison.before.identity, comparison.after.identity)
    if ones[0] == ones[1]:
        return address if side == "after" else f"before:{address}"
    return f"{ones[side == 'after']}:{address}"


@dataclass(frozen=True)
class _Telling:
    """One change, being told; ``matched`` leads from routes before to routes after."""

    change: Change
    before: Naming
    after: Naming
    matched: Mapping[Parts, Parts]

    @property
    def words(self) -> Labels:
        """The words of the language."""
        return self.after.words

    @property
    def here(self) -> Naming:
        """The side that has what is told."""
        return self.after if self.change.after else self.before

    @property
    def is_place(self) -> bool:
        """Whether it is about the moment itself, whose name stands above."""
        return self.change.element.type in {"stage", "touchpoint", "map"}

    def line(self) -> str:
        """What it is about, then what happened."""
        about = self.change.element
        if self.is_place:
            lane = f"{about.type}s"
            is_moment = self.words.has("lanes", lane) and not self.change.field
            return f"{self.words.word('lanes', lane)} · {self.whole()}" if is_moment else self.field()
        if about.type == "branch" and self.key == "to":
            return f"{self.sort(about)}: {self.field()}"
        if self.change.field:
            name = self.called(about)
            return f"{self.sort(about)} · {name}{'' if name.endswith(('?', '!')) else ':'} {self.field()}"
        return f"{self.sort(about)} · {self.whole()}: {self.called(about)}"

    def whole(self) -> str:
        """That something is new, gone or elsewhere; where it was, if that is another moment."""
        change, before, after = self.change, self.change.before, self.change.after
        happened = self.word("changes", change.rule if change.rule not in set(Kind) else change.kind.value)
        if change.kind is Kind.MOVED and before and after:
            is_near = self.matched.get(_home(before)) == _home(after)
            place = found_at(self.before.journey, _home(before)) if _home(before) and not is_near else None
            return f"{happened}, {self.words.fill('changes', 'from', _apart(name_of(place)))}" if place else happened
        return happened

    def word(self, table: str, key: str) -> str:
        """A word; what has none of its own in that table is told by its kind."""
        return self.words.word(table, key if self.words.has(table, key) else self.change.kind.value)

    def sort(self, element: Element) -> str:
        """What sort of thing an element is: a step is one of its lane."""
        if element.type == "step":
            return self.words.word("lanes", self.change.here.lane)
        return self.words.word(*_SORTS.get(element.type, ("fields", element.type)))

    def called(self, element: Element) -> str:
        """What an element is called; a figure as pictures do."""
        parts = self.change.here.parts
        for end in (len(parts), len(parts) - 1):
            found = found_at(self.here.journey, parts[:end])
            if element.type == "metric" and isinstance(found, Metric):
                return _apart(self.here.text(self.here.metric(element.id or str(parts[end - 1]), found).name))
        name = called(element, self.here.journey)
        return _apart(self.here.quote(name) if element.type == "quote" else self.here.text(name))

    def field(self) -> str:
        """Another value of a field: both, or what came and what went."""
        change, key = self.change, self.key
        if change.field == "handoff":
            owners = self.arrow(*(_apart(self.here.actor(each)) for each in change.here.value))
            return f"{self.words.word('marks', 'handoff')} · {self.word('changes', change.kind.value)}: {owners}"
        ones, others = self.values(self.before, change.before), self.values(self.after, change.after)
        both = self.arrow(", ".join(ones), ", ".join(others))
        if change.kind is Kind.RENAMED:
            return f"{self.words.word('changes', 'renamed')}: {both}"
        if change.kind is Kind.REORDERED:
            return f"{self.label} · {self.words.word('changes', 'reordered')}"
        if not ones or not others or {*ones} & {*others}:
            return f"{self.label} · {self.came_and_went(ones, others)}"
        if key in _FILLED:
            word = "worth" if key == "severity" and change.element.type == "gain" else key
            return self.words.fill("marks", word, both)
        return both if not self.is_place and key in _TELLING else f"{self.label}: {both}"

    def came_and_went(self, ones: Sequence[str], others: Sequence[str]) -> str:
        """What is new among entries, and what is gone: ``New: Chat; Gone: Phone``."""
        told = (
            ("added", [each for each in others if each not in ones]),
            ("removed", [each for each in ones if each not in others]),
        )
        lists = [f"{self.words.word('changes', happened)}: {', '.join(each)}" for happened, each in told if each]
        return "; ".join(lists) or self.words.word("changes", "changed")

    @property
    def key(self) -> str:
        """The key of the field, however deep it stands."""
        return self.change.field.rpartition("/")[2]

    @cached_property
    def label(self) -> str:
        """What the field is called; one of a single persona with the name."""
        first, *inner = self.change.field.split("/")
        if first == "for" and inner:
            own = [self.named(inner[-1])] if inner[1:] else []
            return " · ".join([*own, self.here.persona(inner[0])])
        return self.named(first) if first == "moment_of_truth" else self.named(self.key)

    def named(self, key: str) -> str:
        """A key in words: as the fields, the lanes or the head of a map are called; one of the user's own by its name."""
        if key == "moment_of_truth":
            return self.words.word("marks", "truth")
        own = next((lane.name for lane in self.here.journey.lanes if lane.key == key), "")
        table = next((each for each in ("fields", "lanes", "head") if self.words.has(each, key)), "fields")
        return own or self.words.word(table, key.removeprefix("x-"))

    def values(self, naming: Naming, side: Side | None) -> list[str]:
        """What one side has, entry by entry, in words."""
        if side is not None and self.key in _GOALS:
            ids = side.value if isinstance(side.value, list) else [side.value]
            key = "to" if self.key == "next" else self.key
            return [_apart(name(str(each), key, naming.journey)) for each in ids if each]
        return [_apart(naming.text(each)) for each in entries(naming, self.key, side)]

    def arrow(self, before: str, after: str) -> str:
        """From one value to the other."""
        return f"{before or '–'} →\u00a0{after or '–'}"


def _apart(text: str) -> str:
    """A text of a map; one that runs from right to left keeps to itself in a line of words that do not."""
    return f"\u2068{text}\u2069" if bidi.has_rtl(text) else text


def _home(side: Side) -> Parts:
    """The route of the moment that holds something; of a touchpoint its stage."""
    moment = moment_of(side.parts)
    return moment_of(side.parts[:-2]) if moment == side.parts else moment
