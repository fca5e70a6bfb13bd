"""The rows of a blueprint, from what customers see down to what supports it all, and the boxes in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from cjm.model.moment import Step, Touchpoint
from cjm.render.lanes import Detail
from cjm.render.layouts.blueprint import cards
from cjm.render.layouts.grid import Place
from cjm.render.layouts.sheet import Sheet
from cjm.render.naming import name_of
from cjm.render.values import dataclass

Made = tuple[cards.Boxed, str, tuple[str, ...]]
"""A box, what it is called, and by which names others need it."""

BORDERS: Mapping[str, str] = {
    "onstage": "interaction",
    "backstage": "visibility",
    "support": "internal",
    "systems": "internal",
}
"""The line above a row, where another stands over it."""

SINCE: Mapping[str, Detail] = {
    "physical_evidence": "standard", "does": "overview", "onstage": "overview", "backstage": "overview",
    "support": "overview", "systems": "standard",
}  # fmt: skip
"""From which detail on a row is shown unasked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A box in a row and a column, about a moment; what it is called, and by which names others need it."""

    row: int
    column: int
    place: Place
    piece: cards.Boxed
    label: str
    names: tuple[str, ...] = ()


def entries(sheet: Sheet, keys: Sequence[str]) -> tuple[tuple[str, ...], tuple[Entry, ...]]:
    """The rows of those keys that have something in them, and all their boxes."""
    found = {key: list(_row(sheet, key)) for key in ROWS if key in keys}
    shown = tuple(key for key, row in found.items() if row)
    boxes = (
        Entry(shown.index(key), _column(sheet, place), place, *made) for key in shown for place, made in found[key]
    )
    return shown, tuple(boxes)


def _column(sheet: Sheet, place: Place) -> int:
    """The column that a moment stands in; what a stage says itself, in its first one."""
    return round((place.span.x - sheet.grid.left) / sheet.grid.column)


def _row(sheet: Sheet, key: str) -> Iterator[tuple[Place, Made]]:
    for place in sheet.everywhere:
        yield from ((place, made) for made in ROWS[key](sheet, place))


def _whose(sheet: Sheet, place: Place) -> str:
    """Whose a box is, where those of others stand in the same column."""
    if place.moment is place.stage:
        return sheet.words.fill("blueprint", "throughout", name_of(place.stage)) if place.stage.touchpoints else ""
    return name_of(place.moment) if place.is_stacked and len(place.stage.touchpoints) > 1 else ""


def _evidence(sheet: Sheet, place: Place) -> Iterator[Made]:
    texts = place.moment.physical_evidence
    if texts:
        yield cards.listed(sheet, texts, "card", _whose(sheet, place)), "; ".join(texts), ()


def _does(sheet: Sheet, place: Place) -> Iterator[Made]:
    moment = place.moment
    if piece := cards.customer(sheet, place, _whose(sheet, place) if place.moment is place.stage else ""):
        is_touchpoint = isinstance(moment, Touchpoint)
        names = (f"touchpoint/{moment.id}", f"touchpoint/{place.stage.id}/{moment.id}") if is_touchpoint else ()
        yield piece, name_of(moment), names


def _steps(key: str) -> Callable[[Sheet, Place], Iterator[Made]]:
    def made(sheet: Sheet, place: Place) -> Iterator[Made]:
        steps: tuple[Step, ...] = getattr(place.moment, key)
        for element in steps:
            piece = cards.step(sheet, element, key, _whose(sheet, place))
            yield piece, "; ".join(element.does) or element.actor or element.system, (f"step/{element.id}",)

    return made


def _support(sheet: Sheet, place: Place) -> Iterator[Made]:
    yield from _steps("support")(sheet, place)
    if sheet.detail != "overview":
        for element in place.moment.automations:
            yield cards.automation(sheet, element, _whose(sheet, place)), "; ".join(element.do), ()


def _systems(sheet: Sheet, place: Place) -> Iterator[Made]:
    texts = tuple(map(sheet.naming.system, place.moment.systems))
    if texts:
        yield cards.listed(sheet, texts, "support", _whose(sheet, place)), "; ".join(texts), ()


ROWS: Mapping[str, Callable[[Sheet, Place], Iterator[Made]]] = {
    "physical_evidence": _evidence,
    "does": _does,
    "onstage": _steps("onstage"),
    "backstage": _steps("backstage"),
    "support": _support,
    "systems": _systems,
}
"""What each row shows of a moment, from the top."""
