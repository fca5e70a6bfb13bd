"""From matched trees to facts: each change with the elements it is about."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from cjm.diff.change import Change, Direction, Element, Kind, Side
from cjm.diff.fields import Difference, differences
from cjm.diff.judge import Maps, Verdict, by_rule, judge, plainly
from cjm.diff.nodes import Node
from cjm.diff.order import moved
from cjm.diff.rules import RULES
from cjm.diff.values import NOTHING, plain

_MOMENTS = {"map", "stage", "touchpoint", "voice"}  # of these each field is a fact of its own
_PLACES = {rule: place for place, rule in enumerate(RULES)}
_RANKS = {rule: min(_PLACES[rule], _PLACES[judging.mirror]) for rule, judging in RULES.items()}  # the same for a mirror
_IN_TIME = {"map": "stage", "stage": "touchpoint"}  # what each holds in the order of time
_FELT = {"pain", "gain"}  # named even where what they belong to is new or gone, too


class Fact(NamedTuple):
    """A change, and the element it is about on the sides that have it."""

    change: Change
    before: Node | None
    after: Node | None

    def having(self, *children: Change) -> "Fact":
        """The same with more that follows from it."""
        return self._replace(change=replace(self.change, children=(*self.change.children, *children)))


def element_of(node: Node) -> Element:
    """What a change says it is about; what one persona does otherwise belongs to the moment."""
    shown = node.above if node.kind == "voice" and node.above else node
    is_numbered = shown.is_local and isinstance(shown.parts[-1], int) and not getattr(shown.record, "id", "")
    own, other = (getattr(node.record, "name", "") if node else "" for node in (shown, shown.partner))
    name = shown.name if own or not other else str(other)  # a future map need not name again what it knows by id
    return Element(shown.kind, "" if is_numbered else shown.id, name, shown.address)


def of_fields(one: Node, other: Node, maps: Maps) -> Iterator[Fact]:
    """What differs within an element that both sides have."""
    found = []
    for each in differences(one.record, other.record, maps.references, is_head=one.kind == "map"):
        if _is_left_to_base(one, each, maps):
            continue
        verdict = judge(each, one, other, maps) or plainly(each.kind)
        found.append(_field(each, verdict, one, other))
    grouped = found if one.kind in _MOMENTS else _grouped(found, one, other)
    for change in grouped:
        yield Fact(change, one, other)


def _is_left_to_base(node: Node, found: Difference, maps: Maps) -> bool:
    """Whether a figure, or a share of customers, is not given because the map under ``compares_to`` has it."""
    is_figure = node.kind == "metric" or (node.kind, found.field) == ("branch", "share")
    return is_figure and maps.base is not None and found.kind is (Kind.REMOVED if maps.base == "before" else Kind.ADDED)


def _field(found: Difference, verdict: Verdict, one: Node, other: Node) -> Change:
    path = tuple(found.field.split("/"))
    prefix = f"for/{one.parts[-1]}/" if one.kind == "voice" else ""
    return Change(
        rule=verdict.rule,
        kind=Kind.EDITORIAL if verdict.rule == "reworded" else found.kind,
        direction=verdict.direction,
        element=element_of(other),
        field=prefix + found.field,
        before=_side(found.before, (*one.parts, *path)),
        after=_side(found.after, (*other.parts, *path)),
        because=verdict.because,
        weight=verdict.weight,
    )


def _side(value: Any, parts: tuple[str | int, ...]) -> Side | None:
    return None if value in NOTHING else Side(plain(value), parts)


def _grouped(found: list[Change], one: Node, other: Node) -> Iterator[Change]:
    """One fact for each direction: its strongest rule leads; what is neither better nor worse belongs to the first."""
    yield from (change for change in found if change.kind is Kind.EDITORIAL)
    told = sorted((change for change in found if change.kind is not Kind.EDITORIAL), key=lambda each: _RANKS[each.rule])
    directions = [each for each in dict.fromkeys(change.direction for change in told) if each is not Direction.NEUTRAL]
    plainly_told = [change for change in told if change.direction is Direction.NEUTRAL]
    for direction in directions:
        same = [change for change in told if change.direction is direction]
        yield replace(same[0], children=(*same[1:], *plainly_told))
        plainly_told = []
    if len(plainly_told) == 1 or (plainly_told and plainly_told[0].kind is Kind.RENAMED):
        yield replace(plainly_told[0], children=tuple(plainly_told[1:]))
    elif plainly_told:
        yield replace(_whole("changed", Kind.CHANGED, one, other), children=tuple(plainly_told))


def _whole(rule: str, kind: Kind, one: Node | None, other: Node | None, because: str = "") -> Change:
    shown = other or one
    assert shown is not None
    before, after = (Side(plain(node.name), node.parts) if node else None for node in (one, other))
    field = f"for/{shown.parts[-1]}" if shown.kind == "voice" else ""
    return Change(rule, kind, RULES[rule].direction, element_of(shown), field, before, after, because)


def of_places(one: Node, other: Node) -> Iterator[Fact]:
    """An element that stands elsewhere: in another parent, under another key, or in another order of time."""
    is_elsewhere = one.above and (one.above.partner is not other.above or one.key != other.key)
    if is_elsewhere and not one.is_local:
        yield Fact(_whole("moved", Kind.MOVED, one, other), one, other)
    if one.kind in _IN_TIME:
        for node in moved(one, other, _IN_TIME[one.kind]):
            yield Fact(_whole("moved", Kind.MOVED, node, node.partner), node, node.partner)


def of_existence(node: Node, maps: Maps, *, is_new: bool) -> Iterator[Fact]:
    """An element that only one side has; what is within it goes without saying, but for pains and gains."""
    if node.above is None or not node.is_counted or (node.above.partner is None and node.kind not in _FELT):
        return
    is_of_base = maps.base == ("after" if is_new else "before")
    if node.kind == "metric" and node.is_local and is_of_base:
        return
    verdict = _gone(node, maps, is_new=is_new, is_of_base=is_of_base)
    one, other = (None, node) if is_new else (node, None)
    change = _whole(verdict.rule, Kind.ADDED if is_new else Kind.REMOVED, one, other, verdict.because)
    yield Fact(replace(change, direction=verdict.direction), one, other)


def _gone(node: Node, maps: Maps, *, is_new: bool, is_of_base: bool) -> Verdict:
    """The verdict on what only one side has: on its being gone, or the mirror of that."""
    word = "added" if is_new else "removed"
    if node.kind == "gain":
        return by_rule("gain-dropped", "The other map says nothing of it.") if is_of_base else by_rule(f"gain-{word}")
    if node.kind == "pain":
        if is_of_base and node.id not in maps.solved:
            return by_rule("pain-dropped", "No opportunity solves it, and the other map says nothing of it.")
        return by_rule(f"pain-{word}")
    living = [each for each in node.walk() if each.kind == "pain" and each.partner]
    if node.kind in {"stage", "touchpoint"} and living:
        elsewhere = "came from elsewhere" if is_new else "lives on elsewhere"
        return Verdict(word, Direction.UNKNOWN, f"The pain ‘{living[0].name}’ {elsewhere}.")
    return by_rule(word)
