"""The systems of some maps: who answers for each, what depends on it, and which are still missing."""

from collections.abc import Sequence

from cjm.errors import UsageError
from cjm.figures.needs import Need, Served, served
from cjm.model.journey import Journey
from cjm.render.amounts import number
from cjm.render.labels import Labels
from cjm.render.layouts.flow.board import Board, Room, fan, sheet_of
from cjm.render.layouts.flow.keys import mark
from cjm.render.layouts.flow.net import Knot, Net, Tie
from cjm.render.layouts.flow.part import Line, Part
from cjm.render.layouts.grid import INSET, Place, Span
from cjm.render.layouts.joint import called
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.text import Style
from cjm.render.views import Wish

_OWNERS, _SYSTEMS, _NEEDS = 0, 2, 4
"""The layers: who answers, for what, and what depends on it."""


def board(journeys: Sequence[Journey], style: Style, words: Labels, wish: Wish, room: Room) -> Board:
    """Owners at the left, their systems in the middle, and what depends on them at the right."""
    found = served(journeys)
    if not found:
        message = (
            "No system is named in these maps. Write under a touchpoint which ones serve it (systems: [Billing]), "
            "or in a step which one does it (system: Billing)."
        )
        raise UsageError(message)
    sheet, gathered = sheet_of(journeys[0], style, words, wish), _Gathered(room)
    are_many = len(journeys) > 1
    sheets = {journey.identity: sheet_of(journey, style, words, wish) for journey in journeys}
    for each in found:
        own = sheets[each.journey.identity]
        system = gathered.put(
            ("system", each.system.id, each.system.name), _SYSTEMS, _system(own, each, are_many=are_many)
        )
        gathered.hubs.append(system)
        if each.system.owner:
            owner = own.naming.actor(each.system.owner)
            gathered.tie(
                gathered.put(("owner", owner), _OWNERS, _owner(own, owner)), system, f"{owner} → {_name(each)}"
            )
        for need in each.needs:
            at, label = sheets[need.journey.identity], f"{_name(each)} → {name_of(need.moment)}"
            gathered.tie(system, gathered.need(need, found, at, are_many=are_many), label)
    title = words.word("flow", "systems")
    missing = [each for each in found if each.system.available is False]
    facts = [(words.word("flow", "systems_here"), number(len(found), words))]
    facts += [(words.word("flow", "systems_missing"), number(len(missing), words))] if missing else []
    told = f"{title}: {', '.join(map(_name, found))}."
    entries = (mark("unavailable"),) if missing else ()
    return Board(sheet, "systems", title, told, tuple(facts), gathered.part(), tuple(gathered.hubs), (), entries)


class _Gathered:
    """Cards by what they show, each once, and the lines between them."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.places: dict[object, int] = {}
        self.knots: list[Knot] = []
        self.shown: list[Fitted] = []
        self.ties: dict[tuple[int, int], str] = {}
        self.hubs: list[int] = []

    def put(self, key: object, layer: int, piece: Piece) -> int:
        """A card in a layer; the same as before where there is one by that key."""
        if key not in self.places:
            self.places[key] = len(self.knots)
            card = piece.fit(self.room.card)
            self.knots.append(Knot(layer, self.room.card, card.height))
            self.shown.append(card)
        return self.places[key]

    def need(self, need: Need, found: Sequence[Served], sheet: Sheet, *, are_many: bool) -> int:
        """The card of a moment, with all its steps that use one of the systems."""
        key = ("need", need.journey.identity, need.stage.id, need.moment is need.stage, need.moment.id)
        if key in self.places:
            return self.places[key]
        own = (each for system in found for each in system.needs if each.moment is need.moment)
        steps = dict.fromkeys(text for each in own for step in each.steps for text in step.does)
        return self.put(key, _NEEDS, _need(sheet, need, tuple(steps), are_many=are_many))

    def tie(self, start: int, end: int, label: str) -> None:
        """A line between two cards."""
        self.ties.setdefault((start, end), label)

    def part(self) -> Part:
        """All as a net."""
        ties = tuple(Tie(start, end) for start, end in self.ties)
        lines = tuple(Line(None, None, label) for label in self.ties.values())
        return Part(Net(tuple(self.knots), ties, fan(ties, self.room)), tuple(self.shown), lines)


def _name(each: Served) -> str:
    return each.system.name or each.system.id


def _system(sheet: Sheet, each: Served, *, are_many: bool) -> Piece:
    """A system; one that is still missing says so, and looks like what is not there yet."""
    rows: list[Piece] = [sheet.text(_name(each), "touchpoint")]
    is_missing = each.system.available is False
    if is_missing:
        rows += sheet.facts(sheet.words.word("marks", "unavailable"), role="channel")
    address = f"system/{each.system.id}"
    address = f"{each.journey.identity}:{address}" if are_many else address
    role = "card-planned-assumed" if is_missing else "card"
    return Named("cell", _name(each), address, Card(role, Stack(rows), margin=(INSET, 9), radius=5))


def _owner(sheet: Sheet, owner: str) -> Piece:
    """Who answers for systems."""
    return Named("cell", owner, "", Card("owner", sheet.text(owner, "owner"), margin=(INSET, 8), radius=5))


def _need(sheet: Sheet, need: Need, steps: Sequence[str], *, are_many: bool) -> Piece:
    """A moment that depends on a system, with the steps that use it, and its map where there are several."""
    place = Place(need.stage, need.moment, Span(0, 0))
    rows: list[Piece] = [sheet.text(name_of(need.moment), "touchpoint")]
    rows += sheet.facts(called(need.journey, sheet.words) if are_many else "", role="channel")
    parts = [Stack(rows), *([Stack(sheet.items(steps, assumed=False, role="note"), 2)] if steps else [])]
    address = sheet.address(place)
    address = f"{need.journey.identity}:{address}" if are_many else address
    return Named("cell", name_of(need.moment), address, Card("card", Stack(parts, 5), margin=(INSET, 8), radius=5))
