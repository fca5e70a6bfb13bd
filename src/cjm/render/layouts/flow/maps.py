"""The maps of a run as a tree: which one details a part of which, who answers for each, and how it feels."""

from collections.abc import Iterator, Sequence

from cjm.figures.emotion import mean, neutral
from cjm.figures.tree import Bond, Leaf, Tree, tree
from cjm.model.journey import Journey
from cjm.render.amounts import number
from cjm.render.labels import Labels
from cjm.render.layouts.flow.board import Board, Room, back, fan, sheet_of
from cjm.render.layouts.flow.cards import Point
from cjm.render.layouts.flow.keys import mark
from cjm.render.layouts.flow.net import Knot, Net, Tie
from cjm.render.layouts.flow.part import Line, Part
from cjm.render.layouts.flow.pills import Pill
from cjm.render.layouts.grid import INSET
from cjm.render.layouts.pieces import Card, Fact, Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.plot import figure
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.tag import HEIGHT, tag
from cjm.render.naming import name_of
from cjm.render.text import Style
from cjm.render.typography import typeset
from cjm.render.values import dataclass
from cjm.render.views import Wish


@dataclass(frozen=True, slots=True)
class Tagged(Piece):
    """The state of a map as its tag."""

    sheet: Sheet

    def fit(self, width: float) -> Fitted:  # noqa: ARG002 -- it takes what it needs
        """As high as a tag."""

        def shapes(x: float, y: float, _: float) -> Shapes:
            return (tag(self.sheet, x, y),)

        return Fitted(HEIGHT, HEIGHT, shapes)


def board(journeys: Sequence[Journey], style: Style, words: Labels, wish: Wish, room: Room) -> Board:
    """The tree of maps; those that belong to no other stand by themselves."""
    found, sheet = tree(journeys), sheet_of(journeys[0], style, words, wish)
    cards = [_card(leaf, sheet, wish).fit(room.card) for leaf in found.leaves]
    tied = sorted({place for bond in found.bonds for place in (bond.whole, bond.part)})
    at = {place: index for index, place in enumerate(tied)}
    layers = _layers(found)
    knots = tuple(Knot(2 * layers[place], room.card, cards[place].height) for place in tied)
    lines = tuple(_line(sheet, found, bond, room) for bond in found.bonds)
    ties = tuple(
        Tie(at[bond.whole], at[bond.part], line.pill.size if line.pill else None)
        for bond, line in zip(found.bonds, lines, strict=True)
    )
    part = Part(Net(knots, ties, fan(ties, room)), tuple(cards[place] for place in tied), lines)
    loose = tuple(card for place, card in enumerate(cards) if place not in at)
    hubs = tuple(dict.fromkeys(tie.start for tie in sorted(ties)))
    missing = [leaf for leaf in found.leaves if not leaf.journey]
    entries = (*((mark("missing"),) if missing else ()), *back(part))
    title = words.word("flow", "maps")
    facts = ((words.word("flow", "maps_here"), number(len(journeys), words)),)
    told = f"{title}: {', '.join(_name(leaf) for leaf in found.leaves)}."
    return Board(sheet, "maps", title, told, facts, part, hubs, loose, entries)


def _name(leaf: Leaf) -> str:
    return leaf.journey.title if leaf.journey else leaf.path


def _line(sheet: Sheet, found: Tree, bond: Bond, room: Room) -> Line:
    """From a map to one that details a part of it: the moments of which it is the map."""
    names = tuple((name_of(moment), "branch") for moment in bond.moments)
    label = f"{_name(found.leaves[bond.whole])} → {_name(found.leaves[bond.part])}"
    return Line(Pill(sheet, "branch", names, None, room.text) if names else None, None, label)


def _layers(found: Tree) -> list[int]:
    """How far down in the tree each map stands: one further than all that it is a part of, but for those in a circle."""
    below: dict[int, list[int]] = {}
    for bond in found.bonds:
        below.setdefault(bond.whole, []).append(bond.part)
    roots = sorted(range(len(found.leaves)), key=lambda place: any(bond.part == place for bond in found.bonds))
    layers = [0] * len(found.leaves)
    order: list[int] = []
    back: set[tuple[int, int]] = set()
    _visit(roots, below, order, back)
    for place in reversed(order):
        for part in below.get(place, ()):
            if (place, part) not in back:
                layers[part] = max(layers[part], layers[place] + 1)
    return layers


def _visit(roots: Sequence[int], below: dict[int, list[int]], order: list[int], back: set[tuple[int, int]]) -> None:
    """Every place after all that stands below it; and the bonds that lead back to where one came from."""
    seen: set[int] = set()
    open_: set[int] = set()
    for root in roots:
        todo: list[tuple[int, bool]] = [(root, False)]
        while todo:
            place, is_done = todo.pop()
            if is_done:
                order.append(place)
                open_.discard(place)
            elif place not in seen:
                seen.add(place)
                open_.add(place)
                todo.append((place, True))
                parts = below.get(place, ())
                back |= {(place, part) for part in parts if part in open_}
                todo += [(part, False) for part in reversed(parts) if part not in seen]


def _card(leaf: Leaf, sheet: Sheet, wish: Wish) -> Piece:
    """A map in short; only an outline where it is not among those given."""
    journey = leaf.journey
    if not journey:
        texts = (sheet.text(leaf.path, "branch-to"), sheet.text(sheet.words.word("flow", "missing"), "branch"))
        return Named("cell", leaf.path, "", Card("stub", Stack(texts), margin=(INSET, 9), radius=5))
    own = sheet_of(journey, sheet.style, sheet.words, wish)
    rows = [Stack(part) for part in _parts(own) if part]
    card = Card("card", Stack((Tagged(own), *rows), 7), margin=(INSET, 10), radius=5)
    return Named("cell", journey.title, journey.identity, card)


def _parts(sheet: Sheet) -> Iterator[tuple[Piece, ...]]:
    """The title, who answers for the map and when it was looked through, and how it feels."""
    journey, words = sheet.journey, sheet.words
    yield (sheet.text(journey.title, "touchpoint"),)
    rows = [
        ("owner", sheet.naming.actor(journey.owner) if journey.owner else ""),
        ("status", words.word("statuses", journey.status) if journey.status != "draft" else ""),
        ("reviewed", journey.reviewed or ""),
    ]
    told = (f"{words.word('head', key)}: {typeset(text, sheet.lang)}" for key, text in rows if text)
    yield tuple(Words(sheet.style, text, "channel") for text in told)
    value, count = mean(journey)
    if value is not None:
        middle = neutral(journey.scale)
        side = "neutral" if value == middle else "high" if value > middle else "low"
        mood = words.fill("flow", "mean", figure(sheet, value), number(count, words))
        yield sheet.facts(Fact(mood, Point(f"point-{side}", is_truth=False)), role=f"mood-{side}")
