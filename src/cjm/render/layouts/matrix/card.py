"""The small card of a contact: its name, and in signs how important it is, who begins, and how it feels."""

from collections.abc import Iterator

from cjm.figures.contacts import Contact, Direction, direction
from cjm.figures.emotion import felt, neutral
from cjm.model.moment import Touchpoint
from cjm.render.layouts.grid import Place
from cjm.render.layouts.marks import Diamond, Rating
from cjm.render.layouts.matrix.board import Board
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Shapes, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.signs import Struck
from cjm.render.naming import name_of
from cjm.render.scene import Box, Dot, Group, Line, Polygon, Rect, Shape
from cjm.render.values import dataclass

REACH = 3.0
"""Points by which the halo of a moment of truth is larger than its card."""

_DOTS, _PARTIES = 45.0, 29.0  # the width of five dots, and of who begins
_BETWEEN = 8.0
_ROW = 15.0
_SLACK = 0.01


def card(board: Board, sheet: Sheet, contact: Contact, key: str) -> Piece:
    """A contact in the row of one of its channels."""
    place = Place(contact.stage, contact.moment, sheet.grid.span)
    is_assumed = place.is_assumed
    name = sheet.text(name_of(contact.moment), "contact", Diamond() if contact.moment.moment_of_truth else None)
    rows = [Struck(name) if contact.status == "retired" else name, *_told(board, sheet, contact, key)]
    status = contact.status if contact.status != "in_place" else ""
    role = "-".join(filter(None, ("card", status, "assumed" if is_assumed else "")))
    body: Piece = Card(role, Stack(rows, 1), margin=(9, 6), radius=5)
    if contact.moment.moment_of_truth:
        body = Halo(body)
    channel = next(board.called(each) for each in board.channels if each.key == key)
    evidence = contact.moment.evidence
    details = (("evidence", ", ".join(evidence)),) if evidence else ()
    return Named("cell", f"{channel}: {name_of(contact.moment)}", board.address(sheet, place), body, details)


def _told(board: Board, sheet: Sheet, contact: Contact, key: str) -> Iterator[Piece]:
    """Whatever a card says below its name."""
    moment, words = contact.moment, sheet.words
    if contact.status != "in_place":
        yield from sheet.facts(words.word("statuses", contact.status))
    if sheet.detail == "overview":
        return
    signals = Signals(sheet, moment.importance, direction(contact.journey, moment), _mood(sheet, contact))
    if signals.parts:
        yield signals
    others = [board.called(each) for each in board.channels if each.key in contact.channels and each.key != key]
    alone = words.word("marks", "action") if isinstance(moment, Touchpoint) and moment.kind == "action" else ""
    yield from sheet.facts(alone, ", ".join(moment.device), board.word("also", ", ".join(others)) if others else "")
    if sheet.detail == "full":
        parties = (getattr(moment, key, "") for key in ("initiator", "receiver"))
        both = " →\u00a0".join(sheet.naming.party(each) if each else "" for each in parties).strip()
        yield from sheet.facts(both if both != "→" else "")
        yield from (sheet.text(why, "truth") for why in (moment.moment_of_truth.why if moment.moment_of_truth else ()))


def _mood(sheet: Sheet, contact: Contact) -> tuple[str, str]:
    """How it feels, in a figure, and the role it is set in; empty where nothing is known."""
    scale = sheet.journey.scale
    value = felt(contact.moment, scale)
    if value is None:
        return "", ""
    middle = neutral(scale)
    return sheet.naming.score(value), f"mood-{'high' if value > middle else 'low' if value < middle else 'neutral'}"


@dataclass(frozen=True, slots=True)
class Signals(Piece):
    """How important something is, who begins, and how it feels: as much of it side by side as there is room for."""

    sheet: Sheet
    importance: int | None
    direction: Direction | None
    mood: tuple[str, str]

    @property
    def parts(self) -> tuple[str, ...]:
        """What is known, in order."""
        known = ("importance", self.importance), ("direction", self.direction), ("mood", self.mood[0])
        return tuple(name for name, value in known if value is not None and value != "")

    def fit(self, width: float) -> Fitted:
        """The parts in rows; the figure stands at the right."""
        figure = self.sheet.style.width(*self.mood) + _SLACK if self.mood[0] else 0.0
        wides = {"importance": _DOTS, "direction": _PARTIES, "mood": figure}
        places: list[tuple[str, float, int]] = []
        x, row = 0.0, 0
        for part in self.parts:
            if x and x + wides[part] > width:
                x, row = 0.0, row + 1
            places.append((part, width - figure if part == "mood" else x, row))
            x += wides[part] + _BETWEEN

        def shapes(left: float, top: float, _: float) -> Shapes:
            drawn = (self._draw(part, left + x, top + row * _ROW, figure) for part, x, row in places)
            return (Group("signs", self._label(), tuple(shape for found in drawn for shape in found)),)

        return Fitted((row + 1) * _ROW, 0, shapes)

    def _draw(self, part: str, x: float, y: float, wide: float) -> Shapes:
        middle = y + _ROW / 2
        if part == "importance":
            return Rating(self.importance or 0).draw(x, middle)
        if part == "direction" and self.direction:
            return parties(self.direction, x, middle)
        figure, role = self.mood
        return (self.sheet.style.block(figure, role, x, y, wide),)

    def _label(self) -> str:
        words = self.sheet.words
        said = {
            "importance": f"{words.lane('importance')} {self.importance}",
            "direction": words.word("matrix", str(self.direction)),
            "mood": f"{words.lane('feels')} {self.mood[0]}",
        }
        return ", ".join(said[part] for part in self.parts)


def parties(direction: Direction, x: float, y: float) -> Shapes:
    """Who begins, as a sign from ``x`` on and around a y: customers are round, the organisation is square."""
    end = x + _PARTIES - 1
    forms = {"inbound": ("round", "square"), "outbound": ("square", "round"), "among": ("round", "round")}[direction]
    tip = end - 9
    head = Polygon("party", ((tip, y), (tip - 4.5, y - 3), (tip - 4.5, y + 3)))
    ends = (_party(form, centre, y) for form, centre in zip(forms, (x + 4, end - 4), strict=True))
    return (*ends, Line("party-arrow", (x + 9, y), (tip - 4, y)), head)


def _party(form: str, x: float, y: float) -> Shape:
    return Dot("party", (x, y), 3.5) if form == "round" else Box("party", Rect(x - 3, y - 3, 6, 6))


@dataclass(frozen=True, slots=True)
class Halo(Piece):
    """The card of a moment of truth, with a halo around it."""

    body: Piece

    def fit(self, width: float) -> Fitted:
        """As large as the card: the halo reaches beyond."""
        body = self.body.fit(width)

        def shapes(x: float, y: float, height: float) -> Shapes:
            around = Rect(x - REACH, y - REACH, width + 2 * REACH, height + 2 * REACH)
            return (Box("truth-halo", around, 7), *body.draw(x, y, height))

        return Fitted(body.height, body.lead, shapes)
