"""The history of a map in a terminal: a row for each version, oldest first, and below them the course of each figure.

Time runs down, so that the newest version stands next to what became of it all, and to the prompt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cjm.diff.change import Direction
from cjm.diff.history import History, Stop, Trend
from cjm.render.labels import labels
from cjm.render.naming import Naming
from cjm.render.told.styles import BAD, SMALL, STRONG
from cjm.render.trends import Trends
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.courses import MARKS, courses
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen

_COLUMNS = {"emotion": "emotion", "pains": "pains", "handoffs": "hand-offs", "automated": "automated"}
_GAP = "  "  # between two columns
_SUBJECT, _WIDEST = 26, 60  # cells of a subject: where there are fewer it has rows of its own
_HASH = 7


class _Cell(NamedTuple):
    """A text in a column, and its style."""

    text: str = ""
    style: str = ""


def history_text(history: History, pen: Pen, width: int, since: str = "") -> Iterator[Piece]:
    """The history in at most ``width`` cells (70 or more); a sentence where there is but one version.

    ``since`` is what was asked for: a commit or a day.
    """
    if len(history.stops) < 2:
        yield from ((f"{row}\n", "") for row in pen.rows(_sentence(history, since), width))
        return
    yield from _head(history, pen, width)
    yield "\n", ""
    trends = Trends(history, Naming(history.journey, labels("en"))) if history.journey else None
    yield from _Table(history, trends, pen, width).draw()
    if trends:
        yield "\n", ""
        yield from courses(trends, pen, width)


def _sentence(history: History, since: str) -> str:
    version = history.stops[0].version
    named = f"{version.commit[:_HASH]} of {version.date.date()}"
    if since:
        return f"{version.path} has not changed since {since}: its last version is {named}."
    return f"{version.path} has one version so far, {named}: a history begins with the second."


def _head(history: History, pen: Pen, width: int) -> Iterator[Piece]:
    """The title of the map, its path, how many versions there are and from when to when."""
    days = [stop.version.date.date().isoformat() for stop in history.stops]
    path = history.stops[-1].version.path
    for row in pen.rows(history.journey.title if history.journey else path, width):
        yield f"{row}\n", STRONG
    period = " – ".join(dict.fromkeys((min(days), max(days))))
    for row in pen.rows(f"{path} · {len(days)} versions · {period}", width):
        yield f"{row}\n", SMALL


@dataclass(frozen=True)
class _Table:
    """The versions: when, which commit, how many changes, the figures of the whole map, and what the commit says."""

    history: History
    trends: Trends | None
    pen: Pen
    width: int

    @cached_property
    def rows(self) -> list[list[_Cell]]:
        """The cells of all versions."""
        return [self._cells(place) for place in range(len(self.history.stops))]

    @cached_property
    def wide(self) -> list[int]:
        """How wide each column is."""
        return [max(cell_len(cell.text) for cell in column) for column in zip(self._heads, *self.rows, strict=True)]

    @property
    def aside(self) -> int:
        """The cells before the subject."""
        return sum(self.wide) + len(_GAP) * len(self.wide)

    @property
    def _heads(self) -> list[_Cell]:
        return [_Cell(head, SMALL) for head in ("date", "commit", "changes", *_COLUMNS.values())]

    def draw(self) -> Iterator[Piece]:
        """A row for each version, its subject folded; where there is no room beside, in rows of its own."""
        is_beside = self.width - self.aside >= _SUBJECT
        room = min(self.width - self.aside, _WIDEST) if is_beside else self.width - len(_GAP)
        yield from self._row([*self._heads, *([_Cell("subject", SMALL)] if is_beside else [])])
        for place, cells in enumerate(self.rows):
            first, *more = self._texts(place, room)
            yield from self._row([*cells, first] if is_beside else cells)
            for text in more if is_beside else (first, *more):
                yield f"{' ' * (self.aside if is_beside else len(_GAP))}{text.text}\n", text.style
        signs = self.pen.signs
        meanings = ", ".join(f"{getattr(signs, sign)} {direction.value}" for direction, (sign, _) in MARKS.items())
        for row in self.pen.rows(f"For the customer: {meanings}.", self.width):
            yield f"{row}\n", SMALL

    def _row(self, cells: Sequence[_Cell]) -> Iterator[Piece]:
        """Cells side by side: those of figures end at one place, all others begin there."""
        last = max(index for index, cell in enumerate(cells) if cell.text)
        for index, cell in enumerate(cells[: last + 1]):
            wide = self.wide[index] if index < len(self.wide) else 0
            space = " " * (wide - cell_len(cell.text))
            is_last = index == last
            is_figure = 2 < index < len(self.wide)
            text = f"{space}{cell.text}" if is_figure else f"{cell.text}{space}"
            yield text.rstrip() if is_last else text, cell.style
            yield "\n" if is_last else _GAP, ""

    def _cells(self, place: int) -> list[_Cell]:
        """What stands in the columns of a version; one that cannot be read has no figures."""
        stop = self.history.stops[place]
        version = stop.version
        named = _Cell(version.commit[:_HASH], "yellow") if version.commit else _Cell("-")
        figures = [self._figure(trend, place) for trend in self.history.trends if trend.key in _COLUMNS]
        return [_Cell(version.date.date().isoformat(), SMALL), named, self._changes(stop), *figures]

    def _changes(self, stop: Stop) -> _Cell:
        """How many changes there were of each direction."""
        if not stop.changes:
            return _Cell()
        told = [(direction, getattr(stop.changes, direction.value)) for direction in Direction]
        signs = [f"{getattr(self.pen.signs, MARKS[direction][0])}{count}" for direction, count in told if count]
        styles = {MARKS[direction][1] for direction, count in told if count}
        return _Cell(" ".join(signs), styles.pop() if len(styles) == 1 else "")

    def _figure(self, trend: Trend, place: int) -> _Cell:
        """A figure, and behind it whether it is better or worse than before."""
        if self.trends is None or trend.values[place] is None:
            return _Cell()
        before = [each for each in trend.known if each < place]
        direction = trend.between(before[-1], place) if before else Direction.NEUTRAL
        is_same = direction is Direction.NEUTRAL
        sign, style = MARKS[direction]
        value = self.pen.spell(self.trends.value(trend, place))
        return _Cell(f"{value} {' ' if is_same else getattr(self.pen.signs, sign)}", "" if is_same else style)

    def _texts(self, place: int, room: int) -> list[_Cell]:
        """The subject of a version, and what else is to be said of it, in rows."""
        stops = self.history.stops
        version, before = stops[place].version, stops[max(place - 1, 0)].version
        notes = [_Cell(version.subject) if version.commit else _Cell("working tree, not committed", "italic")]
        if version.path != before.path:
            notes.append(_Cell(f"renamed to {version.path}", SMALL))
        if version.reason:
            notes.append(_Cell(f"The map {version.reason}.", BAD))
        if version.gaps:
            notes.append(_Cell(f"Read in part: {version.gaps} error{'s'[: version.gaps != 1]}.", BAD))
        return [_Cell(row, note.style) for note in notes for row in self.pen.rows(note.text, room) or [""]]
