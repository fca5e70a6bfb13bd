"""A map in the terminal: its head, then the stages across and the lanes down, in blocks as wide as the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.render.labels import Labels
from cjm.render.lanes import chosen, unasked
from cjm.render.naming import Naming, name_of
from cjm.render.told.lanes import entries
from cjm.render.told.places import Place, everywhere
from cjm.render.told.styles import STRONG
from cjm.render.told.telling import Entry, Line, Told
from cjm.report.terminal.block import Block, Cell
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.columns import Columns
from cjm.report.terminal.head import head, legend
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen
from cjm.report.terminal.plot import Plot

_LABELS = 18  # cells, at most
_TICKS = 5  # beside the label of the curve: a space and the figures of the scale


class Lane(NamedTuple):
    """A lane with all that it says; whether the customer sees none of it."""

    key: str
    label: str
    is_hidden: bool
    cells: Sequence[Cell]


def map_text(journey: Journey, words: Labels, pen: Pen, width: int, lanes: Sequence[str] = ()) -> Iterator[Piece]:
    """A map in at most ``width`` cells (40 or more).

    ``lanes`` are keys of lanes in the order wanted; without them the main ones, as far as they hold anything. Raises
    ``UsageError`` for a lane that does not exist.
    """
    told = Told(Naming(journey, words))
    known = chosen(journey, lanes, "standard") if lanes else unasked(journey, "standard")
    places = list(everywhere(journey))
    cells = {key: [(place, found) for place in places if (found := entries(told, key, place))] for key in known}
    shown = [Lane(key, told.lane(key), known[key].hidden, found) for key, found in cells.items() if found]
    aside = _aside(told, pen, shown, width)
    columns = Columns(journey, width - aside - 2)
    plot = Plot(told, columns)
    yield from head(told, pen, width)
    yield from legend(told, pen, width)
    for span in columns.blocks():
        yield "\n", ""
        yield from _block(Block(pen, columns, aside, *span), told, plot, shown)


def _block(block: Block, told: Told, plot: Plot, lanes: Sequence[Lane]) -> Iterator[Piece]:
    """The stages of a block, and the lanes that hold anything in it; the curve runs through all blocks."""
    yield from block.heads(told.word("lanes", "phases"), told.word("lanes", "stages"), partial(_stage, told))
    is_in_sight = True
    for index, lane in enumerate(lane for lane in lanes if lane.key == "feels" or block.has(lane.cells)):
        if lane.is_hidden and is_in_sight and index:
            yield from block.visibility(told.word("lanes", "visibility"))
        else:
            yield from block.rule()
        is_in_sight = is_in_sight and not lane.is_hidden
        if lane.key == "feels":
            yield from block.plot(plot, lane.label)
        yield from block.lane("" if lane.key == "feels" else lane.label, lane.cells)
    yield from block.rule(block.pen.signs.bottom)


def _aside(told: Told, pen: Pen, lanes: Iterable[Lane], width: int) -> int:
    """The cells for the labels: as many as their longest word, within bounds."""
    heads = (told.word("lanes", key) for key in ("phases", "stages"))
    words = [(word, 0) for label in (*heads, *(lane.label for lane in lanes)) for word in pen.spell(label).split()]
    words += [(word, _TICKS) for lane in lanes if lane.key == "feels" for word in pen.spell(lane.label).split()]
    return min(max(cell_len(word) + more for word, more in words), _LABELS, width // 3)


def _stage(told: Told, place: Place, *, goes_on: bool) -> Entry:
    """The head of a stage: its name, when it is, how long it takes; its name alone where it goes on."""
    name = told.text(name_of(place.stage))
    if goes_on:
        return (Line(f"… {name}", STRONG),)
    wait = told.mark("wait", told.time(place.stage.wait))
    facts = told.facts(told.time(place.stage.at), told.time(place.stage.duration), wait)
    return (Line(name, STRONG), *(fact._replace(depth=0) for fact in facts))
