"""How it looks what became of a thing: a ghost, a quiet card, or a card that tells what changed."""

from collections.abc import Collection, Iterator, Sequence

from cjm.diff.change import Change, Direction, Kind, moment_of
from cjm.model.problem import Parts
from cjm.render.layouts.deltas import delta, handoff
from cjm.render.layouts.items import Fate, Item, key_of
from cjm.render.layouts.merged import Which
from cjm.render.layouts.pieces import Card, Named, Piece, Stack, Words
from cjm.render.layouts.signs import Compass, Stamp, Struck
from cjm.render.layouts.twin import Twin, whole
from cjm.render.naming import name_of

_KINDS: dict[Fate, Kind] = {"new": Kind.ADDED, "gone": Kind.REMOVED, "come": Kind.MOVED, "left": Kind.MOVED}
_NEWS: Collection[Fate] = ("new", "come")


def piece(twin: Twin, item: Item, *, is_alone: bool = False) -> Piece:
    """An item as it looks: a ghost, a quiet card, or a card that tells what changed.

    Where its side stands alone, what changed is told on the later side only.
    """
    head = stamp(twin, item)
    is_told = not (is_alone and item.side == "before")
    lines = list(_lines(twin, item)) if is_told else []
    look = "gone" if item.is_ghost else "told" if head or item.changes or item.was or item.fate in _NEWS else "kept"
    text = twin.sheet(item.side).text(item.thing.text, look)
    rows: list[Piece] = [*head, Struck(text) if item.fate == "gone" else text]
    if item.thing.note and (item.fate in _NEWS or not lines):
        rows.append(twin.sheet(item.side).text(item.thing.note, "was"))
    if item.was:
        rows.append(twin.sheet(item.side).text(twin.words.fill("changes", "was", item.was), "was"))
    meaning = together(item.changes) if is_told else Direction.NEUTRAL
    edge = f"told-{meaning}" if look == "told" else "gone-edge" if look == "gone" else ""
    card = Card(look, Stack([*rows, *lines]), edge=edge)
    label = ", ".join([*_words(head), item.thing.text, *_words(lines)])
    return Named(item.thing.kind or "text", label, item.address(twin), card, _why(item))


def _words(pieces: Sequence[Piece]) -> Iterator[str]:
    yield from (each.text for each in pieces if isinstance(each, Words))


def _why(item: Item) -> tuple[tuple[str, str], ...]:
    return tuple(("because", change.because) for change in item.changes if change.because)


def stamp(twin: Twin, item: Item) -> tuple[Piece, ...]:
    """What became of a thing as a whole, in a word behind its sign; where it was, or where it went."""
    kind = _KINDS.get(item.fate)
    change = whole(item.changes, *_KINDS.values()) or next(iter(item.changes), None)
    if kind is None or (change is None and kind is not Kind.MOVED):
        return ()
    meaning = change.direction if change and change.kind is kind else Direction.NEUTRAL
    rows = [stamped(twin, kind, meaning, change.rule if change else "")]
    other: Which = "before" if item.side == "after" else "after"
    if kind is Kind.MOVED and (route := _elsewhere(twin, item)):
        name = _place_of(twin, other, route, item.thing.route)
        key = "from" if item.fate == "come" else "to"
        rows += [twin.after.text(twin.words.fill("changes", key, name), "was")] if name else []
    return tuple(rows)


def _place_of(twin: Twin, side: Which, route: Parts, here: Parts) -> str:
    """Where something is or was: the moment, or the lane where it stayed in its moment."""
    key = key_of(route)
    is_near = key != key_of(here) and twin.words.has("lanes", key)
    return twin.words.lane(key) if is_near else name_of(twin.moment(side, moment_of(route)))


def _elsewhere(twin: Twin, item: Item) -> Parts | None:
    known = twin.origins if item.fate == "come" else twin.comparison.matched
    return known.get(item.thing.route)


def stamped(twin: Twin, kind: Kind, meaning: Direction, rule: str = "", tint: str = "") -> Words:
    """The word for a change behind its sign."""
    words = twin.words
    is_own = rule not in set(Kind) and words.has("changes", rule)
    word = words.word("changes", rule if is_own else str(kind))
    return Words(
        twin.style, word, tint or f"change-{meaning}", Stamp(twin.style, kind, meaning, "stage-" if tint else "")
    )


def _lines(twin: Twin, item: Item) -> Iterator[Piece]:
    """What changed in a thing, field by field."""
    if item.is_ghost or item.thing.is_text:
        return
    for change in item.changes:
        alike = [child for child in change.children if child.rule == change.rule]
        for each in (change, *alike):
            if each.field and not (each.kind is Kind.RENAMED and item.was):
                yield line(twin, each)
        for child in change.children if twin.detail == "full" else ():
            if child.field and child not in alike and (text := delta(twin, child)):
                yield Words(twin.style, text, "was", Compass(twin.style, child.direction))


def line(twin: Twin, change: Change) -> Piece:
    """A changed field in a row: what it was and what it is, or only that it changed; a hand-off with its sign."""
    if change.field == "handoff":
        mark = Stamp(twin.style, change.kind, change.direction)
        return Words(twin.style, handoff(twin, change), f"change-{change.direction}", mark)
    if change.kind is not Kind.RENAMED and (text := delta(twin, change)):
        return Words(twin.style, text, f"change-{change.direction}", Compass(twin.style, change.direction))
    return stamped(twin, Kind.RENAMED if change.kind is Kind.RENAMED else Kind.CHANGED, change.direction)


def together(changes: Sequence[Change]) -> Direction:
    """What changes mean together: what all of them say that say anything, else neutral."""
    meant = {change.direction for change in changes} - {Direction.NEUTRAL}
    return meant.pop() if len(meant) == 1 else Direction.NEUTRAL
