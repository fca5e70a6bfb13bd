"""Persona sheets put together: all of a map on one page as large as it is, or a page each."""

from collections.abc import Iterator
from dataclasses import replace

from cjm.model.journey import Journey
from cjm.model.persona import Persona
from cjm.render.labels import Labels
from cjm.render.lanes import Detail
from cjm.render.layouts.curves.opening import opening
from cjm.render.layouts.grid import Grid, Span
from cjm.render.layouts.legend import Legend, legend
from cjm.render.layouts.personal.flow import Columns
from cjm.render.layouts.personal.header import header
from cjm.render.layouts.personal.life import Life
from cjm.render.layouts.personal.wishes import sources, wishes
from cjm.render.layouts.pieces import Fitted, Piece, Shapes
from cjm.render.layouts.press import Press
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.strips import Strip
from cjm.render.layouts.swimlane import MARGIN, name
from cjm.render.scene import Group, Scene, Shape
from cjm.render.text import Style
from cjm.render.values import dataclass

_WIDTH, _ACROSS, _DOWN = 960.0, 48.0, 44.0  # of a sheet; between two side by side, and below one another
_BETWEEN, _ZONES = 36.0, 600.0  # between the two halves of a sheet; from here on it has two
_UNDER, _OVER = 26.0, 24.0  # below the head, above the legend
_GAP = 18.0  # between two parts of a sheet
_TALL = 110.0  # of the scale of the curve
_SHARES = (1.0, 0.93, 0.87)  # of the size of type, on a page
_TALLS = (200.0, 150.0, 110.0, 80.0)  # of the scale, on a page


@dataclass(frozen=True)
class Dossier:
    """The personas of a map, and how they are drawn."""

    journey: Journey
    style: Style
    words: Labels
    detail: Detail

    @property
    def sheet(self) -> Sheet:
        """What writes the texts."""
        return Sheet(self.journey, self.style, self.words, Grid(self.journey, MARGIN), self.detail)

    def called(self) -> tuple[str, str, str]:
        """What the picture is called, its title, and what it shows, in words."""
        told = ", ".join(persona.name or persona.id for persona in self.journey.personas)
        key = "personas" if len(self.journey.personas) > 1 else "persona"
        title = f"{self.words.word('head', key)}: {told}"
        return f"{name(self.journey)}-personas", self.journey.title, f"{self.journey.title}. {title}."

    def legend(self) -> Legend | None:
        """What the bullets and cards mean."""
        known = legend(self.sheet, {"touchpoints", "feels"})
        shown = tuple(entry for entry in known.entries if entry.word != "intended") if known else ()
        return Legend(self.sheet, shown) if shown else None


@dataclass(frozen=True)
class Portrait(Piece):
    """The sheet of one persona: the card on top; below it what they want, and beside that what the journey is for them."""

    sheet: Sheet
    persona: Persona
    tall: float = _TALL

    def fit(self, width: float) -> Fitted:
        """All parts in that width."""
        return self.level(width, self.card(width).height)

    def card(self, width: float) -> Fitted:
        """The card on top."""
        return header(self.sheet, self.persona).fit(width)

    def level(self, width: float, high: float) -> Fitted:
        """All parts, the card so high."""
        top, body = self.card(width), self.body(width)

        def shapes(x: float, y: float, _: float) -> Shapes:
            return (*top.draw(x, y, high), *body.draw(x, y + high + _GAP))

        return Fitted(high + _GAP + body.height, top.lead, shapes)

    @property
    def life(self) -> Life:
        """What the journey is for the persona."""
        return Life(self.sheet, self.persona, self.tall)

    def body(self, width: float) -> Fitted:
        """What stands below the card: two halves where there is room, the parts of both one below the other."""
        life, lists = self.life, tuple(wishes(self.sheet, self.persona))
        left: list[Piece] = [Columns(lists)] if lists else []
        right = [part for part in (life.curve(), life.differs()) if part]
        rest = [part for part in (life.pains(), life.channels(), sources(self.sheet, self.persona)) if part]
        if width < _ZONES:
            return _Zone((*left, *right, *rest)).fit(width)
        half = (width - _BETWEEN) / 2
        heights = [_Zone(tuple(zone)).height(half) if zone else 0.0 for zone in (left, right)]
        for part in rest:
            lower = 0 if heights[0] <= heights[1] else 1
            (left, right)[lower].append(part)
            heights[lower] += part.height(half) + _GAP
        zones = [_Zone(tuple(zone)).fit(half) for zone in (left, right) if zone]

        def shapes(x: float, y: float, _: float) -> Shapes:
            drawn = (zone.draw(x + index * (half + _BETWEEN), y) for index, zone in enumerate(zones))
            return tuple(shape for found in drawn for shape in found)

        return Fitted(max(zone.height for zone in zones), zones[0].lead, shapes)

    def parts(self) -> Iterator[Piece]:
        """The same over the whole width, part by part: who it is, then what the journey is for them."""
        life = self.life
        yield Columns((*wishes(self.sheet, self.persona), sources(self.sheet, self.persona)), most=4)
        yield from (part for part in (life.channels(), life.curve(), life.differs(), life.pains()) if part)


@dataclass(frozen=True)
class _Zone(Piece):
    """Parts of a sheet one below the other, with thin lines between them."""

    parts: tuple[Piece, ...]

    def fit(self, width: float) -> Fitted:
        """All heights and the gaps between."""
        fitted = [part.fit(width) for part in self.parts]

        def shapes(x: float, y: float, _: float) -> Shapes:
            found: Shapes = ()
            for part in fitted:
                found = (*found, *part.draw(x, y))
                y += part.height + _GAP
            return found

        return Fitted(sum(part.height + _GAP for part in fitted) - _GAP, fitted[0].lead, shapes)


def auto(dossier: Dossier) -> Scene:
    """All sheets on one page: two side by side."""
    people, sheet = dossier.journey.personas, dossier.sheet
    count = min(len(people), 2)
    span = Span(MARGIN, count * (_WIDTH + _ACROSS) - _ACROSS)
    head, y = opening(sheet, (dossier.journey,), (), None, span, MARGIN)
    shapes: list[Shape] = [head]
    y += _UNDER
    for row in _rows(people, count):
        portraits = [Portrait(sheet, persona) for persona in row]
        high = max(each.card(_WIDTH).height for each in portraits)
        fitted = [each.level(_WIDTH, high) for each in portraits]
        for index, each in enumerate(fitted):
            drawn = each.draw(MARGIN + index * (_WIDTH + _ACROSS), y)
            shapes.append(Group("sheet", row[index].name or row[index].id, drawn, f"persona/{row[index].id}"))
        y += max(each.height for each in fitted) + _DOWN
    y -= _DOWN
    if key := dossier.legend():
        fitted_key = key.within(span.width).fit(span.width)
        shapes.append(Group("legend", "", fitted_key.draw(span.x, y + _OVER)))
        y += _OVER + fitted_key.height
    called, title, told = dossier.called()
    return Scene(called, title, told, sheet.lang, span.right + MARGIN, y + MARGIN, tuple(shapes))


def _rows(people: tuple[Persona, ...], count: int) -> Iterator[tuple[Persona, ...]]:
    return (people[at : at + count] for at in range(0, len(people), count))


def paged(dossier: Dossier, paper: tuple[float, float]) -> tuple[Scene, ...]:
    """A page for each persona, in type as large as fits; what is too much for one goes on on a second."""
    wholes = [_print(dossier, paper, share, _TALLS[-1], is_whole=True) for share in _SHARES]
    found = min(wholes, key=_cost)
    if _cost(found)[1]:
        parts = [_print(dossier, paper, share, _TALLS[-1], is_whole=False) for share in _SHARES[::2]]
        found = min((*wholes, *parts), key=_cost)
    tries = (_print(dossier, paper, found.share, tall, is_whole=found.is_whole) for tall in _TALLS)
    return next(press for press in tries if _cost(press) <= _cost(found)).scenes()


def _cost(press: "_Press") -> tuple[int, bool]:
    """What speaks against pages: that they are many, that something goes on on the next; a card with nothing below."""
    count = len(press.pages) + press.broken
    return count, press.is_whole and count > len(press.dossier.journey.personas)


def _print(
    dossier: Dossier,
    paper: tuple[float, float],
    share: float,
    tall: float,
    is_whole: bool,  # noqa: FBT001
) -> "_Press":
    """The pages in type of that share of its size, with curves so tall; each sheet as a whole or part by part."""
    style = replace(dossier.style, theme=dossier.style.theme.shrunk(share))
    dossier = replace(dossier, style=style)
    press = _Press(dossier, paper, share, is_whole=is_whole)
    wide = press.span.width
    for index, persona in enumerate(dossier.journey.personas):
        if index:
            press.turn()
        portrait, called = Portrait(dossier.sheet, persona, tall), persona.name or persona.id
        below = [portrait.body(wide)] if is_whole else [part.fit(wide) for part in portrait.parts()]
        for part in (portrait.card(wide), *below):
            press.put(_strip(part, press.span, Group("sheet", called, (), f"persona/{persona.id}")))
    press.explain(())
    return press


def _strip(part: Fitted, span: Span, group: Group) -> Strip:
    return Strip(group, part.height + _GAP, lambda y: part.draw(span.x, y))


class _Press(Press):
    """The pages of persona sheets."""

    def __init__(self, dossier: Dossier, paper: tuple[float, float], share: float, *, is_whole: bool) -> None:
        self.dossier, self.is_whole = dossier, is_whole
        super().__init__(dossier.sheet, paper, share)

    def heading(self, y: float) -> tuple[Group, float]:
        """The map, as on every page."""
        return Group("head", self.dossier.journey.title, self.running.draw(self.span.x, y)), y + self.running.height

    def key(self, lanes: object) -> Legend | None:  # noqa: ARG002 -- what pages with lanes need
        """What the bullets and cards mean."""
        return self.dossier.legend()

    def named(self) -> tuple[str, str, str]:
        """What the pages are called, their title, and what they show."""
        return self.dossier.called()
