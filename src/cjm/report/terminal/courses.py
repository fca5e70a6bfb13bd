"""The course of each figure of a history in a row of a terminal: bars from version to version, the first and last value."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cjm.diff.change import Direction
from cjm.diff.history import Trend
from cjm.render.told.styles import BAD, GOOD, SMALL
from cjm.render.trends import Trends, worth_telling
from cjm.report.terminal.cells import cell_len
from cjm.report.terminal.paint import Piece
from cjm.report.terminal.pen import Pen

MARKS = {
    Direction.IMPROVED: ("improved", GOOD),
    Direction.WORSENED: ("worsened", BAD),
    Direction.NEUTRAL: ("unchanged", SMALL),
    Direction.UNKNOWN: ("unknown", "bold yellow"),
}
"""The sign of a judgement (a field of ``Signs``), and its style."""

_VERDICTS = {
    Direction.IMPROVED: "better", Direction.WORSENED: "worse", Direction.NEUTRAL: "unchanged",
    Direction.UNKNOWN: "not judged",
}  # fmt: skip
_BARS, _TYPED = "▁▂▃▄▅▆▇█", "_.-'^"  # from the lowest value to the highest
_GAP = "  "
_LEAST = 0.25  # of its greatest value: what moves less and ends where it began counts as flat
_LONGEST = 32  # cells of a course
_NAME, _VALUES = 12, 26  # cells: the least for a name, the most for values


def courses(trends: Trends, pen: Pen, width: int) -> Iterator[Piece]:
    """A row for each figure that has something to tell; what is too long for its column is folded."""
    told = worth_telling(trends.history)
    texts = [(*_texts(trends, trend, pen), _verdict(trend, pen)) for trend in told]
    spark = min(_LONGEST, len(trends.history.stops), width // 4)
    values = min(max(cell_len(text) for _, text, _ in texts), _VALUES)
    verdict = max(cell_len(text) for *_, text in texts)
    room = max(width - spark - values - verdict - 3 * len(_GAP), _NAME)
    room = min(room, max(cell_len(text) for text, *_ in texts))
    for trend, (name, value, judged) in zip(told, texts, strict=True):
        rows = zip_longest(pen.rows(name, room), pen.rows(value, values), fillvalue="")
        for index, (one, other) in enumerate(rows):
            yield _filled(one, room) + _GAP if index == 0 or other else one, ""
            if index == 0:
                yield _bars(trends, trend, spark, pen), "cyan"
            elif other:
                yield " " * spark, ""
            yield f"{_GAP}{_filled(other, values) if index == 0 else other}" if other else "", ""
            yield (f"{_GAP}{judged}", MARKS[trend.direction][1]) if index == 0 else ("", "")
            yield "\n", ""


def _texts(trends: Trends, trend: Trend, pen: Pen) -> tuple[str, str]:
    """What a figure is called, and its first and last value."""
    course = trends.course(trend)
    target = trends.naming.words.fill("marks", "target", course.target) if course.target else ""
    values = " → ".join(filter(None, (course.first, course.last)))
    name = ", ".join(filter(None, (course.name, course.moment)))
    return pen.spell(name), pen.spell(f"{values} ({target})" if target else values)


def _verdict(trend: Trend, pen: Pen) -> str:
    return f"{getattr(pen.signs, MARKS[trend.direction][0])} {_VERDICTS[trend.direction]}"


def _filled(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _bars(trends: Trends, trend: Trend, count: int, pen: Pen) -> str:
    """The course in so many cells: each shows the last value of its share of the versions."""
    signs = _TYPED if pen.is_plain else _BARS
    values = _held(trends, trend)
    known = [value for value in values if value is not None]
    low, reach = min(known), max(known) - min(known)
    reach = 0 if trend.direction is Direction.NEUTRAL and reach < _LEAST * max(map(abs, known)) else reach
    shown = (values[(cell + 1) * len(values) // count - 1] for cell in range(count))
    return "".join(
        " "
        if value is None
        else signs[round((value - low) / reach * (len(signs) - 1)) if reach else len(signs) // 2 - 1]
        for value in shown
    )


def _held(trends: Trends, trend: Trend) -> Sequence[float | None]:
    """The values, with the last one where a version cannot be read."""
    found: list[float | None] = []
    for value, stop in zip(trend.values, trends.history.stops, strict=True):
        found.append(found[-1] if stop.tally is None and found else value)
    return found
