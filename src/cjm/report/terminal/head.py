"""The head of a map in a terminal: what it is about, for whom, how settled it is, who answers for it; and the legend."""

from collections.abc import Iterator
from itertools import zip_longest

from cjm.figures.coverage import is_assumed
from cjm.render.told.places import everywhere
from cjm.render.told.styles import SMALL, STRONG
from cjm.render.told.telling import Told
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen

_WIDEST = 100  # cells; longer rows of text are hard to read


def head(told: Told, pen: Pen, width: int) -> Iterator[Piece]:
    """State, title, summary and the facts, each with its name."""
    journey, wide = told.journey, min(width, _WIDEST)
    yield from _text(pen, told.word("states", journey.state), SMALL, wide)
    yield from _text(pen, told.text(journey.title), STRONG, wide)
    for text in journey.summary or journey.scenario:
        yield from _text(pen, told.text(text), "", wide)
    facts = [(pen.spell(name), told.text(fact)) for name, fact in told.head()]
    if facts:
        yield "\n", ""
    aside = min(max((cell_len(name) for name, _ in facts), default=0), wide // 2)
    for name, fact in facts:
        for named, row in zip_longest(pen.rows(name, aside), pen.rows(fact, wide - aside - 2), fillvalue=""):
            gap = " " * (aside + 2 - cell_len(named)) if row else ""
            yield f"{named}{gap}", SMALL
            yield f"{row}\n", ""


def legend(told: Told, pen: Pen, width: int) -> Iterator[Piece]:
    """What the signs mean, as far as they are needed."""
    yield "\n", ""
    places = list(everywhere(told.journey))
    kinds = {is_assumed(place.stage, place.moment) for place in places if not place.is_stage}
    truths = {told.point(place) for place in places if place.moment.moment_of_truth is not None}
    meanings = [
        ("shown", "evidence", False in kinds),
        ("assumed", "assumption", True in kinds),
        (min(truths, default="truth"), "truth", bool(truths)),
    ]
    for sign, key, is_needed in meanings:
        if is_needed:
            yield from _text(pen, f"{getattr(pen.signs, sign)} {told.word('marks', key)}", SMALL, min(width, _WIDEST))


def _text(pen: Pen, text: str, style: str, width: int) -> Iterator[Piece]:
    for row in pen.rows(text, width):
        yield row, style
        yield "\n", ""
