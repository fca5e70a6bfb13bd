"""What became of the things in a cell: each kept, changed, new, gone, or moved; and how that looks."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from cjm.diff.change import Change, Direction, Kind, moment_of
from cjm.model.problem import Parts
from cjm.render.layouts.deltas import delta
from cjm.render.layouts.merged import Spot, Which
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.signs import Compass, Stamp
from cjm.render.layouts.things import Thing, things
from cjm.render.layouts.twin import SIDES, Twin, whole
from cjm.render.naming import name_of
from cjm.render.scene import Line, Shape, Text
from cjm.render.text import Style

Fate = Literal["kept", "new", "gone", "come", "left"]
"""What became of a thing: ``come`` from elsewhere, or ``left`` for elsewhere."""

_KINDS: dict[Fate, Kind] = {"new": Kind.ADDED, "gone": Kind.REMOVED, "come": Kind.MOVED, "left": Kind.MOVED}
_GHOSTS: Collection[Fate] = ("gone", "left")
_FIELDS = {"goals": "goal"}  # the lane and the key of the format


@dataclass(frozen=True, slots=True)
class Item:
    """A thing as one side has it, what became of it, its changes, and its old text where that was another."""

    side: Which
    thing: Thing
    fate: Fate
    changes: tuple[Change, ...] = ()
    was: str = ""

    @property
    def is_ghost(self) -> bool:
        """Whether it is not there any more."""
        return self.fate in _GHOSTS


def items(twin: Twin, spot: Spot, key: str, sides: Collection[Which] = SIDES) -> tuple[Item, ...]:
    """What a moment holds under a key: as it is now, with what is gone where it stood; or only as on one side."""
    befores, afters = _read(twin, spot, key)
    told = {
        "before": [_old(twin, spot, each) for each in befores],
        "after": [_new(twin, spot, each) for each in afters],
    }
    texts = _texts(twin, spot, key, befores, afters)
    if tuple(sides) == ("before",):
        return (*(item for item in told["before"] if not item.thing.is_text), *texts["before"])
    shown = [item for item in told["after"] if not item.thing.is_text] + texts["after"]
    if "before" in sides:
        lost = [item for item in told["before"] if not item.thing.is_text] + texts["before"]
        for index, item in enumerate(lost):
            if item.is_ghost:
                shown.insert(min(index, len(shown)), item)
    return tuple(shown)


def _read(twin: Twin, spot: Spot, key: str) -> tuple[list[Thing], list[Thing]]:
    """What stands on both sides; of what moved elsewhere nothing, it is told there."""
    before = spot.was if spot.now is None else twin.origin(spot)
    is_folded = spot.bay.is_folded or (twin.merged.is_folding and twin.has_left(spot))
    ones = [] if before is None or is_folded else list(_counted(twin, "before", before, key))
    others = [] if spot.now is None else list(_counted(twin, "after", spot.now, key))
    return ones, others


def _counted(twin: Twin, side: Which, route: Parts, key: str) -> Iterator[Thing]:
    """What a moment holds that counts: of a stage, not what its touchpoints say better."""
    moment, sheet = twin.moment(side, route), twin.sheet(side)
    if len(route) > 2 or not twin.stage(side, route).touchpoints or sheet.speaks(moment, _FIELDS.get(key, key)):
        yield from things(sheet, moment, route, key)


def _new(twin: Twin, spot: Spot, thing: Thing) -> Item:
    """A thing of the later map."""
    changes = twin.changes("after", thing.route)
    old = twin.origins.get(thing.route)
    if old is None:
        return Item("after", thing, "new", changes)
    stays = moment_of(old) == twin.origin(spot) and _key(old) == _key(thing.route)
    return Item("after", thing, "kept" if stays else "come", changes, _renamed(twin, old, thing))


def _old(twin: Twin, spot: Spot, thing: Thing) -> Item:
    """A thing of the earlier map."""
    changes = twin.changes("before", thing.route)
    new = twin.comparison.matched.get(thing.route)
    if new is None:
        return Item("before", thing, "gone", changes)
    now = spot.now if spot.now is not None else twin.comparison.matched.get(spot.was or ())
    stays = moment_of(new) == now and _key(new) == _key(thing.route)
    return Item("before", thing, "kept" if stays else "left", changes)


def _key(route: Parts) -> object:
    return route[len(moment_of(route))]


def _renamed(twin: Twin, old: Parts, thing: Thing) -> str:
    """What a thing was called before, if that was reported."""
    renames = (change for change in twin.changes("after", thing.route) if change.kind is Kind.RENAMED)
    change = next((each for each in renames if each.field in {"name", "title"}), None)
    return str(change.before.value) if change and change.before else ""


def _texts(
    twin: Twin, spot: Spot, key: str, befores: Sequence[Thing], afters: Sequence[Thing]
) -> dict[Which, list[Item]]:
    """Texts without an identity: the same on both sides, or the first of the old ones for the first of the new ones."""
    ones, others = ([each for each in side if each.is_text] for side in (befores, afters))
    changes = _of_texts(twin, ones, others, key)
    if ones and others and not changes:  # other words at most
        return {
            "before": [Item("before", each, "kept") for each in ones],
            "after": [Item("after", each, "kept") for each in others],
        }
    common = Counter(each.text for each in ones) & Counter(each.text for each in others)
    found: dict[Which, list[Item]] = {"before": [], "after": []}
    left: dict[Which, list[Thing]] = {"before": [], "after": []}
    for side, each in (*(("before", each) for each in ones), *(("after", each) for each in others)):
        is_common = each.text in common
        (found if is_common else left)[side].append(  # type: ignore[index, arg-type]
            Item(side, each, "kept") if is_common else each  # type: ignore[arg-type]
        )
    for one, other in zip_longest(left["before"], left["after"]):
        if one and other:
            found["before"].append(Item("before", one, "kept", changes))
            found["after"].append(Item("after", other, "kept", changes, one.text))
        elif one:
            found["before"].append(Item("before", one, "gone", changes))
        else:
            found["after"].append(Item("after", other, "new", changes))
    return found


def _of_texts(twin: Twin, ones: Sequence[Thing], others: Sequence[Thing], key: str) -> tuple[Change, ...]:
    """The changes of the texts under a key."""
    routes = dict.fromkeys([*(("before", each.route) for each in ones), *(("after", each.route) for each in others)])
    found = {id(change): change for side, route in routes for change in twin.changes(side, route)}  # type: ignore[arg-type]
    wanted = _FIELDS.get(key, key)
    return tuple(
        change for change in found.values() if wanted in {change.field.split("/")[-1], change.field.split("/")[0]}
    )


def piece(twin: Twin, item: Item, role: str = "") -> Piece:
    """An item as it looks: a ghost, a quiet card, or a card that tells what changed."""
    head, lines = stamp(twin, item), list(_lines(twin, item))
    look = "gone" if item.is_ghost else "told" if head or lines or item.was or item.fate != "kept" else "kept"
    thing, sheet = item.thing, twin.sheet(item.side)
    text: Piece = sheet.text(thing.text, look + role)
    rows: list[Piece] = [*head, Struck(text) if item.fate == "gone" else text]
    if item.was:
        rows.append(sheet.text(twin.words.fill("changes", "was", item.was), "was"))
    edge = f"told-{direction(item)}" if look == "told" else "gone-edge" if look == "gone" else ""
    card = Card(look, Stack([*rows, *lines]), edge=edge)
    label = ", ".join([*_words(head), thing.text, *_words(lines)])
    address = f"{thing.kind}/{thing.id}" if thing.id else ""
    return Named(thing.kind or "text", label, address and twin.address(item.side, address), card, _why(item))


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
    other = "before" if item.side == "after" else "after"
    if kind is Kind.MOVED and (route := _elsewhere(twin, item)):
        name = name_of(twin.moment(other, moment_of(route))) if moment_of(route) else ""  # type: ignore[arg-type]
        key = "from" if item.fate == "come" else "to"
        rows += [twin.after.text(twin.words.fill("changes", key, name), "was")] if name else []
    return tuple(rows)


def _elsewhere(twin: Twin, item: Item) -> Parts | None:
    known = twin.origins if item.fate == "come" else twin.comparison.matched
    return known.get(item.thing.route)


def stamped(twin: Twin, kind: Kind, meaning: Direction, rule: str = "", tint: str = "") -> Words:
    """The word for a change behind its sign."""
    words = twin.words
    word = words.word("changes", rule if words.has("changes", rule) else str(kind))
    return Words(
        twin.style, word, tint or f"change-{meaning}", Stamp(twin.style, kind, meaning, "stage-" if tint else "")
    )


def _lines(twin: Twin, item: Item) -> Iterator[Piece]:
    """What changed in a thing, field by field."""
    if item.is_ghost or (item.thing.is_text and item.fate == "kept"):
        return
    for change in item.changes:
        if change.field and change.kind is not Kind.RENAMED and (text := delta(twin, change)):
            yield Words(twin.style, text, f"change-{change.direction}", Compass(twin.style, change.direction))
        if twin.detail == "full":
            for child in change.children:
                if child.field and (text := delta(twin, child)):
                    yield Words(twin.style, text, "was", Compass(twin.style, child.direction))


def direction(item: Item) -> Direction:
    """What the changes of a thing mean together; neutral where they speak against each other."""
    return together(item.changes)


def together(changes: Sequence[Change]) -> Direction:
    """What changes mean together: what all of them say that say anything, else neutral."""
    meant = {change.direction for change in changes} - {Direction.NEUTRAL}
    return meant.pop() if len(meant) == 1 else Direction.NEUTRAL


@dataclass(frozen=True, slots=True)
class Struck(Piece):
    """A text that is struck through."""

    body: Piece

    def fit(self, width: float) -> Fitted:
        """The text, with a line through each of its rows."""
        body = self.body.fit(width)

        def shapes(x: float, y: float, height: float) -> Shapes:
            return struck(body.draw(x, y, height), _style(self.body))

        return Fitted(body.height, body.lead, shapes)


def _style(piece: Piece) -> Style:
    assert isinstance(piece, Words)
    return piece.style


def struck(shapes: Shapes, style: Style) -> Shapes:
    """Texts with a line through each of their rows."""
    found: list[Shape] = list(shapes)
    for text in shapes:
        if isinstance(text, Text):
            up = 0.36 * style.theme.types[text.role].size
            found += (
                Line("strike", (row.x, row.baseline - up), (row.x + row.width, row.baseline - up)) for row in text.rows
            )
    return tuple(found)
