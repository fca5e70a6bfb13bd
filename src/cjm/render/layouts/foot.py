"""The foot of a comparison: what changed elsewhere, and what the signs mean."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import partial

from cjm.diff.change import Change, Direction, Kind
from cjm.render.layouts.grid import Span
from cjm.render.layouts.notices import line, stamped
from cjm.render.layouts.passing import PLAIN
from cjm.render.layouts.pieces import Piece, Shapes, Stack
from cjm.render.layouts.signs import happened, meant
from cjm.render.layouts.twin import Twin, lane_of
from cjm.render.scene import Box, Curve, Dot, Group, Line, Rect, Shape

_APART = 26.0  # between two entries in a row
_SAMPLE = 30.0
_NBSP = "\u00a0"
_COLUMN = 300.0
_ROW = 8.0


def foot(twin: Twin, span: Span, y: float, drawn: Collection[str], roles: Collection[str]) -> tuple[Shapes, float]:
    """What no lane tells, then the legend in a row; and where they end. ``roles`` are those of what was drawn."""
    shapes: list[Shape] = []
    others = [change for change in twin.shown if not is_drawn(change, drawn) and not _is_title(change)]
    if not twin.shown:
        fitted = twin.after.text(twin.words.word("changes", "nothing"), "fact").fit(span.width)
        shapes += fitted.draw(span.x + 10, y)
        y += fitted.height + _ROW
    if others:
        group, y = _elsewhere(twin, span, y, others)
        shapes.append(group)
    legend, y = _legend(twin, Span(span.x + 10, span.width - 20), y, roles)
    return (*shapes, *legend), y


def is_drawn(change: Change, drawn: Collection[str]) -> bool:
    """Whether a lane, or the card of its moment, tells of a change."""
    lane = lane_of(change)
    if not change.here.moment:
        return False
    return (
        not lane or lane in drawn or (lane in PLAIN and "touchpoints" in drawn and not change.field.startswith("for/"))
    )


def _is_title(change: Change) -> bool:
    """Whether the head of the picture tells it."""
    return change.element.type == "map" and change.field == "title"


def _elsewhere(twin: Twin, span: Span, y: float, others: list[Change]) -> tuple[Group, float]:
    """The changes of the head and the catalogues one by one, those of lanes that are not shown by their number."""
    title = twin.words.word("changes", "elsewhere")
    counts = Counter(lane_of(change) for change in others if change.here.moment)
    heads = [change for change in others if not change.here.moment]
    pieces = [(_address(twin, change), _piece(twin, change)) for change in heads if change.field]
    for kind in Kind:
        if names := [change.element.name for change in heads if not change.field and change.kind is kind]:
            text = twin.after.text("; ".join(names), "legend")
            pieces.append(("", Stack((stamped(twin, kind, Direction.NEUTRAL), text), 1)))
    if counts:
        named = Counter({lane: count for lane, count in counts.items() if twin.words.has("lanes", lane)})
        names = [f"{twin.words.lane(lane)}{_NBSP}{count}" for lane, count in named.items()]
        if rest := counts.total() - named.total():
            names.append(twin.words.fill("changes", "others", str(rest)))
        told = twin.words.fill("changes", "hidden", ", ".join(names))
        pieces.append(("", twin.after.text(told, "was")))
    head = twin.after.text(title, "caption").fit(span.width)
    shapes: list[Shape] = list(head.draw(span.x + 10, y))
    y += head.height + 4
    count = max(int((span.width - 10) // _COLUMN), 1)
    for start in range(0, len(pieces), count):
        row = [(address, each.fit(_COLUMN - 20)) for address, each in pieces[start : start + count]]
        for index, (address, fitted) in enumerate(row):
            drawn = fitted.draw(span.x + 10 + index * _COLUMN, y)
            shapes.append(Group("change", title, drawn, address))
        y += max(fitted.height for _, fitted in row) + _ROW
    return Group("elsewhere", title, tuple(shapes)), y + 4


def _address(twin: Twin, change: Change) -> str:
    return twin.address("after" if change.after else "before", change.element.address) if change.element.address else ""


def _piece(twin: Twin, change: Change) -> Piece:
    """A changed field of the head or a catalogue: what it belongs to, what it was and what it is."""
    key = change.field.split("/")[0]
    is_named = change.element.type == "map" and twin.words.has("head", key)
    name = twin.words.word("head", key) if is_named else change.element.name
    return Stack((twin.after.text(name, "legend"), line(twin, change)), 1)


def _legend(twin: Twin, span: Span, y: float, roles: Collection[str]) -> tuple[Shapes, float]:
    """The signs that the picture has, in a row, with what they mean."""
    shapes: list[Shape] = []
    x, leading = span.x, 20.0
    for word, sample in _entries(twin, roles):
        text = twin.words.word("changes", word)
        wide = twin.style.width(text, "legend")
        if x > span.x and x + _SAMPLE + wide > span.right:
            x, y = span.x, y + leading
        limit = min(wide + 0.01, span.width - _SAMPLE)
        block = twin.style.block(text, "legend", x + _SAMPLE, y, limit)
        shapes += (*sample(x + (_SAMPLE - 8) / 2, y + 7), block)
        x += _SAMPLE + limit + _APART
    if not shapes:
        return (), y
    return (Group("legend", "", tuple(shapes)),), y + leading - 6


Sample = Callable[[float, float], Shapes]


def _entries(twin: Twin, roles: Collection[str]) -> Iterator[tuple[str, Sample]]:
    """The signs that occur, and how each looks around a point."""
    changes = [child for change in twin.shown for child in (change, *change.children)]
    kinds = {change.kind for change in changes}
    for kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
        if kind in kinds:
            yield str(kind), partial(happened, kind)
    meanings = {change.direction for change in twin.shown}
    for direction, word in _MEANINGS.items():
        if direction in meanings:
            yield word, partial(meant, twin.style, direction)
    yield from ((word, sample) for role, word, sample in _CURVES if role in roles)


def before(x: float, y: float) -> Shapes:
    """The curve as it was, around a point."""
    return Line("curve-was", (x - 13, y), (x + 13, y)), Dot("point-was", (x, y), 4)


def after(x: float, y: float) -> Shapes:
    """The curve as it is, around a point."""
    return (Line("curve", (x - 13, y), (x + 13, y)),)


def _kept(x: float, y: float) -> Shapes:
    return (Box("kept", Rect(x - 12, y - 5, 24, 10), 2.5),)


def hatched(role: str, x: float, y: float, slope: int) -> Shapes:
    """What lies between two curves, around a point: better or worse."""
    lines = (
        Line(f"{role}-hatch", (x + step - 4, y - slope * 5), (x + step + 5, y + slope * 5)) for step in range(-8, 9, 6)
    )
    start = (x - 13, y - 6)
    corners = ((x + 13, y - 6), (x + 13, y + 6), (x - 13, y + 6), start)
    return (Curve(role, start, tuple((corner, corner, corner) for corner in corners), closed=True), *lines)


_MEANINGS = {
    Direction.IMPROVED: "for_better", Direction.WORSENED: "for_worse", Direction.UNKNOWN: "for_unknown",
}  # fmt: skip

_CURVES: tuple[tuple[str, str, Sample], ...] = (
    ("curve-was", "curve_before", before),
    ("curve-was", "curve_after", after),
    ("better", "higher", partial(hatched, "better", slope=-1)),
    ("worse", "lower", partial(hatched, "worse", slope=1)),
    ("kept", "kept", _kept),
)
"""What else may be explained: the role that asks for it, its word, its sample."""
