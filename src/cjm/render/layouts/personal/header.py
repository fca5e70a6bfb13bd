"""Who a persona is, on a card across the sheet: a monogram, the name, what they say, and a few facts."""

from collections.abc import Iterator

from cjm.model.persona import Persona
from cjm.render.amounts import percent
from cjm.render.layouts.marks import Mark, Rating
from cjm.render.layouts.personas import initials
from cjm.render.layouts.pieces import Card, Fitted, Named, Piece, Shapes, Stack, Words
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Rect
from cjm.render.typography import quoted, typeset
from cjm.render.values import dataclass

_SIZE, _BESIDE = 64.0, 18.0  # of the monogram, and from it to the name
_ACROSS, _DOWN = 30.0, 8.0  # between two traits, and between two rows of them
_WIDEST = 300.0  # a trait
_SLACK = 0.01


def header(sheet: Sheet, persona: Persona) -> Piece:
    """The card of a persona; dashed where no research stands behind it."""
    is_assumed = not persona.evidence
    name = persona.name or persona.id
    rows: list[Piece] = [sheet.text(name, "sheet-name")]
    rows += [sheet.text(quoted(text, sheet.words), "sheet-quote") for text in persona.quote]
    told: list[Piece] = [Stack(rows, 3)]
    if traits := tuple(_traits(sheet, persona)):
        told.append(Traits(sheet, traits))
    body = Monogram(sheet, initials(name), Stack(told, 12), is_assumed=is_assumed)
    card = Card(f"persona{'-assumed' if is_assumed else ''}", body, radius=8, margin=(18, 16))
    details = (("evidence", ", ".join(persona.evidence)),) if persona.evidence else ()
    return Named("persona", name, f"persona/{persona.id}", card, details)


@dataclass(frozen=True, slots=True)
class Trait:
    """A fact about a persona with its name above, perhaps behind a mark."""

    name: str
    text: str
    mark: Mark | None = None


def _traits(sheet: Sheet, persona: Persona) -> Iterator[Trait]:
    """The short facts about a persona."""
    words, lang = sheet.words, sheet.lang
    for key in ("age", "occupation", "family"):
        value = getattr(persona, key)
        if text := value if isinstance(value, str) else "; ".join(value):
            yield Trait(words.word("persona", key), typeset(text, lang))
    share = "" if persona.share is None else percent(round(persona.share * 100, 1), words)
    if segment := " · ".join(filter(None, (persona.segment, share))):
        yield Trait(words.word("fields", "segment"), typeset(segment, lang))
    if persona.tech_familiarity is not None:
        ease = persona.tech_familiarity
        yield Trait(words.word("head", "tech_familiarity"), f"{ease}/5", Rating(ease))
    for key, value in persona.extra.items():
        if str(value).lower() == "true":
            yield Trait(words.word("fields", "kind"), typeset(key.removeprefix("x-").replace("-", " "), lang))


@dataclass(frozen=True, slots=True)
class Traits(Piece):
    """Traits side by side, in further rows where one is not enough."""

    sheet: Sheet
    traits: tuple[Trait, ...]

    def fit(self, width: float) -> Fitted:
        """The traits in rows."""
        placed: list[tuple[Fitted, float, float]] = []
        x = y = bottom = 0.0
        for trait in self.traits:
            limit = min(_WIDEST, width)
            wide = min(self._width(trait), limit)
            if x and x + wide > width:
                x, y = 0.0, bottom + _DOWN
            style = self.sheet.style
            texts = Words(style, trait.name, "caption"), Words(style, trait.text, "fact", trait.mark)
            fitted = Stack(texts, 1).fit(wide)
            placed.append((fitted, x, y))
            x, bottom = x + wide + _ACROSS, max(bottom, y + fitted.height)

        def shapes(left: float, top: float, _: float) -> Shapes:
            return tuple(shape for fitted, x, y in placed for shape in fitted.draw(left + x, top + y))

        return Fitted(bottom, self.sheet.style.lead("caption"), shapes)

    def _width(self, trait: Trait) -> float:
        indent = trait.mark.indent if trait.mark else 0
        style = self.sheet.style
        return max(style.width(trait.name, "caption"), style.width(trait.text, "fact") + indent) + _SLACK


@dataclass(frozen=True, slots=True)
class Monogram(Piece):
    """The initials in a large circle, and beside it who it is."""

    sheet: Sheet
    initials: str
    beside: Piece
    is_assumed: bool

    def fit(self, width: float) -> Fitted:
        """The two side by side."""
        style, suffix = self.sheet.style, "-assumed" if self.is_assumed else ""
        role = f"monogram{suffix}"
        beside = self.beside.fit(width - _SIZE - _BESIDE)
        down = max(_SIZE - beside.height, 0) / 2

        def shapes(x: float, y: float, _: float) -> Shapes:
            top = y + (_SIZE - style.theme.types[role].leading) / 2
            letters = style.block(self.initials, role, x, top, _SIZE, "middle")
            circle = Box(f"avatar{suffix}", Rect(x, y, _SIZE, _SIZE), _SIZE / 2, letters)
            return (circle, *beside.draw(x + _SIZE + _BESIDE, y + down))

        return Fitted(max(_SIZE, beside.height), beside.lead, shapes)
