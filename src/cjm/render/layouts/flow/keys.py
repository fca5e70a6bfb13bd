"""What the lines and signs of a flow mean."""

from collections.abc import Iterable, Iterator

from cjm.render.layouts.flow.part import Part
from cjm.render.layouts.flow.pills import Pill, begins, ends
from cjm.render.layouts.legend import Entry, Legend, legend
from cjm.render.layouts.pieces import Shapes
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Box, Group, Line, Polygon, Rect

_TABLE = "flow"


def key(sheet: Sheet, parts: Iterable[Part]) -> Legend:
    """The legend of what is drawn: what the cards mean, and the lines."""
    cards = legend(sheet, ("touchpoints",))
    return Legend(sheet, (*(cards.entries if cards else ()), *_entries(tuple(parts))))


def mark(word: str) -> Entry:
    """An entry for what is drawn beside the flow of one map."""
    return Entry(word, _SAMPLES[word], table=_TABLE)


def _entries(parts: tuple[Part, ...]) -> Iterator[Entry]:
    lines = [
        (part.net.is_back(tie), line) for part in parts for tie, line in zip(part.net.ties, part.lines, strict=True)
    ]
    pills = [shown for part in parts for shown in part.shown if isinstance(shown, Pill)]
    yield Entry("starts", begins, table=_TABLE)
    if any(pill.sign is ends for pill in pills):
        yield Entry("ends", ends, table=_TABLE)
    if any(line.share is not None for _, line in lines):
        yield Entry("shares", _shares, table=_TABLE)
    if any(is_back for is_back, _ in lines):
        yield Entry("back", _back, table=_TABLE)
    if any(pill.role == "stub" for pill in pills):
        yield Entry("elsewhere", _stub, table=_TABLE)


def _shares(x: float, y: float) -> Shapes:
    return Line("way-major", (x - 18, y - 5), (x + 18, y - 5)), Line("way-minor", (x - 18, y + 4), (x + 18, y + 4))


def _back(x: float, y: float) -> Shapes:
    head = Polygon("way-head", ((x + 11, y - 4), (x + 19, y), (x + 11, y + 4)))
    return (Group("sign", "", (Line("way-back", (x - 18, y), (x + 12, y)), head)),)


def _stub(x: float, y: float) -> Shapes:
    return (Box("stub", Rect(x - 16, y - 6, 32, 12), 6),)


def _planned(x: float, y: float) -> Shapes:
    return (Box("card-planned-assumed", Rect(x - 16, y - 6, 32, 12), 2.5),)


_SAMPLES = {"back": _back, "missing": _stub, "unavailable": _planned}
