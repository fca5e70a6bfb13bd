"""What became of the things in a cell: each kept, changed, new, gone, or moved."""

from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest
from typing import Literal

from cjm.diff.change import Change, Kind, moment_of
from cjm.model.problem import Parts
from cjm.render.layouts.merged import Spot, Which
from cjm.render.layouts.things import Thing, things
from cjm.render.layouts.twin import SIDES, Twin
from cjm.render.values import dataclass

Fate = Literal["kept", "new", "gone", "come", "left", "unsaid"]
"""What became of a thing: ``come`` from elsewhere, or ``left`` for elsewhere; ``unsaid`` is one whose loss means nothing."""

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

    def address(self, twin: Twin) -> str:
        """The address of the thing, if it has one."""
        return twin.address(self.side, f"{self.thing.kind}/{self.thing.id}") if self.thing.id else ""


def items(twin: Twin, spot: Spot, key: str, sides: Collection[Which] = SIDES) -> tuple[Item, ...]:
    """What a moment holds under a key: as it is now, with what is gone where it stood; or only as on one side."""
    if not any(spot.was if side == "before" else spot.now for side in sides):
        return ()
    befores, afters = _read(twin, spot, key)
    texts = ([each for each in side if each.is_text] for side in (befores, afters))
    old_texts, new_texts = _texts(twin, key, *texts)
    olds = [*(_old(twin, spot, each) for each in befores if not each.is_text), *old_texts]
    news = [*(_new(twin, spot, each) for each in afters if not each.is_text), *new_texts]
    if "after" not in sides:
        return tuple(olds)
    for index, item in enumerate(olds if "before" in sides else ()):
        if item.is_ghost:
            news.insert(min(index, len(news)), item)
    return tuple(news)


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
        is_told = changes or twin.origin(spot) is None
        return Item("after", thing, "new" if is_told else "kept", changes)
    stays = moment_of(old) == twin.origin(spot) and key_of(old) == key_of(thing.route)
    return Item("after", thing, "kept" if stays else "come", changes, _renamed(twin, thing))


def _old(twin: Twin, spot: Spot, thing: Thing) -> Item:
    """A thing of the earlier map."""
    changes = twin.changes("before", thing.route)
    new = twin.comparison.matched.get(thing.route)
    if new is None:
        is_told = changes or spot.was not in twin.comparison.matched
        return Item("before", thing, "gone" if is_told else "unsaid", changes)
    now = spot.now if spot.now is not None else twin.comparison.matched.get(spot.was or ())
    stays = moment_of(new) == now and key_of(new) == key_of(thing.route)
    return Item("before", thing, "kept" if stays else "left", changes)


def key_of(route: Parts) -> str:
    """The key of a moment under which something stands."""
    return str(route[len(moment_of(route))])


def _renamed(twin: Twin, thing: Thing) -> str:
    """What a thing was called before, if that was reported."""
    renames = (change for change in twin.changes("after", thing.route) if change.kind is Kind.RENAMED)
    change = next((each for each in renames if each.field in {"name", "title"}), None)
    return str(change.before.value) if change and change.before else ""


def _texts(twin: Twin, key: str, ones: list[Thing], others: list[Thing]) -> tuple[list[Item], list[Item]]:
    """Texts without an identity: the same on both sides, or the first of the old ones for the first of the new ones."""
    routes: dict[tuple[Which, Parts], None] = {("before", each.route): None for each in ones}
    routes |= {("after", each.route): None for each in others}
    changes = _of_texts(twin, routes, _FIELDS.get(key, key))
    if ones and others and not changes:  # other words at most
        return [Item("before", each, "kept") for each in ones], [Item("after", each, "kept") for each in others]
    common = {each.text for each in ones} & {each.text for each in others}
    olds = [Item("before", each, "kept") for each in ones if each.text in common]
    news = [Item("after", each, "kept") for each in others if each.text in common]
    left = ([each for each in side if each.text not in common] for side in (ones, others))
    for one, other in zip_longest(*left):
        if one:
            olds.append(Item("before", one, "kept" if other else "gone", changes))
        if other:
            news.append(Item("after", other, "kept" if one else "new", changes, one.text if one else ""))
    return olds, news


def _of_texts(twin: Twin, routes: Iterable[tuple[Which, Parts]], field: str) -> tuple[Change, ...]:
    """The changes of the texts under a key, or under that of a voice."""
    found = {id(change): change for side, route in routes for change in twin.changes(side, route)}
    ends = {id(change): (change.field.split("/")[0], change.field.split("/")[-1]) for change in found.values()}
    return tuple(change for change in found.values() if field in ends[id(change)])
