"""Persona cards: for whom the journey is told, side by side."""

from collections.abc import Iterator, Sequence
from math import ceil

from cjm.model.persona import Persona
from cjm.render import breaks
from cjm.render.amounts import percent
from cjm.render.lanes import Detail
from cjm.render.layouts.grid import GUTTER
from cjm.render.layouts.marks import Rating
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Shapes, Stack
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Rect, Shape
from cjm.render.typography import quoted
from cjm.render.values import dataclass

GAP = 2 * GUTTER

_WISHES = (440.0, 210.0)  # the widths that a card would like, the first of them only with lists
_SHOWN: dict[Detail, tuple[str, ...]] = {
    "overview": (),
    "standard": ("age", "occupation", "quote"),
    "full": (
        "age", "occupation", "quote", "segment", "share", "tech_familiarity", "evidence", "goals", "needs", "frustrations",
    ),
}  # fmt: skip
"""What a card says beside the name."""

_AVATAR = 36.0
_BESIDE = 10.0  # between the avatar and the name
_ABREAST = 390.0  # from this width on the lists of a card stand side by side


@dataclass(frozen=True, slots=True)
class Avatar(Piece):
    """The initials in a circle, and beside it what the persona is called: level with that of other cards."""

    sheet: Sheet
    initials: str
    beside: Piece
    assumed: bool

    def fit(self, width: float) -> Fitted:
        """The two side by side."""
        style, suffix = self.sheet.style, "-assumed" if self.assumed else ""
        types = style.theme.types
        leading = types[f"initials{suffix}"].leading
        beside = self.beside.fit(width - _AVATAR - _BESIDE)
        down = (_AVATAR - min(beside.height, types["persona"].leading + types["note"].leading)) / 2

        def shapes(x: float, y: float, _: float) -> Shapes:
            top = y + (_AVATAR - leading) / 2
            text = style.block(self.initials, f"initials{suffix}", x, top, _AVATAR, "middle")
            told = beside.draw(x + _AVATAR + _BESIDE, y + down)
            return (Box(f"avatar{suffix}", Rect(x, y, _AVATAR, _AVATAR), _AVATAR / 2, text), *told)

        return Fitted(max(_AVATAR, down + beside.height), down + beside.lead, shapes)


@dataclass(frozen=True, slots=True)
class Abreast(Piece):
    """Pieces side by side where there is room, else one below the other."""

    pieces: Sequence[Piece]
    gap: float = 8

    def fit(self, width: float) -> Fitted:
        """All as wide as each other."""
        if width < _ABREAST:
            return Stack(self.pieces, self.gap).fit(width)
        each = (width - (len(self.pieces) - 1) * GAP) / len(self.pieces)
        fitted = [piece.fit(each) for piece in self.pieces]

        def shapes(x: float, y: float, _: float) -> Shapes:
            return tuple(shape for index, one in enumerate(fitted) for shape in one.draw(x + index * (each + GAP), y))

        return Fitted(max(one.height for one in fitted), fitted[0].lead, shapes)


@dataclass(frozen=True, slots=True)
class Cards(Piece):
    """Cards in rows, all of one size; ``wishes`` are the widths a card would like, the widest first."""

    cards: Sequence[Piece]
    wishes: Sequence[float]

    def widths(self, column: float) -> Iterator[float]:
        """The widths in which all stand in one row, each over whole columns of the grid, the widest first."""
        for wish in self.wishes:
            yield len(self.cards) * ceil((wish + GAP) / column) * column - GAP

    def fit(self, width: float) -> Fitted:
        """As many beside each other as there is room for, and no row much shorter than the others."""
        most = max(1, min(int((width + GAP) // (self.wishes[-1] + GAP)), len(self.cards)))
        columns = -(-len(self.cards) // -(-len(self.cards) // most))
        each = (width + GAP) / columns - GAP
        fitted = [card.fit(each) for card in self.cards]
        rows = [fitted[start : start + columns] for start in range(0, len(fitted), columns)]
        highs = [max(card.height for card in row) for row in rows]

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: list[Shape] = []
            for row, high in zip(rows, highs, strict=True):
                for column, card in enumerate(row):
                    found += card.draw(x + column * (each + GAP), y, high)
                y += high + GAP
            return tuple(found)

        return Fitted(sum(highs) + GAP * (len(rows) - 1), fitted[0].lead, shapes)


def personas(sheet: Sheet) -> tuple[Cards | None, tuple[str, ...]]:
    """The cards of a map's personas, and the names of those of whom there is no more to say."""
    told = [_Told(sheet, persona) for persona in sheet.journey.personas if has_card(sheet, persona)]
    names = tuple(_name(persona) for persona in sheet.journey.personas if not has_card(sheet, persona))
    wishes = _WISHES if any(each.lists for each in told) else _WISHES[1:]
    return Cards([each.card() for each in told], wishes) if told else None, names


def has_card(sheet: Sheet, persona: Persona) -> bool:
    """Whether there is more to say of a persona than the name."""
    return any(getattr(persona, key) not in {"", (), None} for key in _SHOWN[sheet.detail])


def _name(persona: Persona) -> str:
    return persona.name or persona.id


class _Told:
    """What a card says of one persona, as pieces."""

    def __init__(self, sheet: Sheet, persona: Persona) -> None:
        is_full = sheet.detail == "full"
        share = percent(round(persona.share * 100, 1), sheet.words) if persona.share is not None and is_full else ""
        self.sheet, self.persona, self.assumed = sheet, persona, not persona.evidence
        self.line = (
            *sheet.facts(persona.age, "; ".join(persona.occupation)),
            *sheet.facts(persona.segment if is_full else "", share),
            *(_familiarity(sheet, persona.tech_familiarity) if is_full else ()),
            *sheet.research(persona.evidence),
        )
        self.quotes = [sheet.text(quoted(text, sheet.words), "quote") for text in persona.quote]
        self.lists = list(self._lists(persona)) if is_full else []

    def card(self) -> Piece:
        """All of it on a card."""
        persona, name = self.persona, _name(self.persona)
        beside = Stack((self.sheet.text(name, "persona"), *self.line), 1)
        rows = [Avatar(self.sheet, initials(name), beside, self.assumed), *self.quotes]
        rows += [Abreast(self.lists)] if self.lists else []
        card = Card(f"persona{'-assumed' if self.assumed else ''}", Stack(rows, 8), radius=6, margin=(12, 11))
        details = (("evidence", ", ".join(persona.evidence)),) if persona.evidence else ()
        return Named("persona", name, f"persona/{persona.id}", card, details)

    def _lists(self, persona: Persona) -> Iterator[Piece]:
        """What they want, need and dislike, under headings."""
        words = self.sheet.words
        for key in ("goals", "needs", "frustrations"):
            if texts := getattr(persona, key):
                items = self.sheet.items(texts, assumed=self.assumed)
                yield Stack((self.sheet.text(words.word("head", key), "caption"), *items), 2)


def _familiarity(sheet: Sheet, value: int | None) -> tuple[Piece, ...]:
    """How easy technology is for them, from 1 to 5."""
    return () if value is None else (sheet.text(sheet.words.word("head", "tech_familiarity"), "note", Rating(value)),)


def initials(name: str) -> str:
    """The first letters of a name, of two words at most: ``D`` for ``Dana, owner of a studio``, ``AM`` for ``Ana Marin``."""
    words = name.split(",", maxsplit=1)[0].split()
    capital = [word for word in words if word[0].isupper()] or words[:1]
    return "".join(word[: [*breaks.characters(word), len(word)][1]] for word in capital[:2])
