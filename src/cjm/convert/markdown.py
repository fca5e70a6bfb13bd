"""A map as a page for a wiki: its head, a table of stages and lanes, the emotion curve in letters, lists of what matters."""

import re
from collections.abc import Iterator, Sequence

from cjm.convert.curve import curve
from cjm.convert.plain import plain
from cjm.model.journey import Journey
from cjm.render.glyphs import clean
from cjm.render.labels import check, labels
from cjm.render.lanes import unasked
from cjm.render.naming import name_of
from cjm.render.told.blocks import RESEARCH, Block, Row, rows, tell
from cjm.render.told.styles import SMALL, SPOKEN, STRONG
from cjm.render.told.telling import Entry, Line, Told

_LISTED = ("pains", "gains", "opportunities", "metrics", RESEARCH)
"""The rows that have a list of their own below the table, and why they need not stand in it."""

_BEGINNING = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)])")
_MARKS = {STRONG: "**", SPOKEN: "*"}


def write(journey: Journey, lang: str = "") -> str:
    """The page. ``lang`` is the language of headings and labels: the map's, unless given.

    No text of the map becomes markup, a link or a mention. Raises ``UsageError`` for a language that there is none of.
    """
    if lang:
        check(lang)
    told = tell(journey, labels(lang or journey.lang or "en"))
    lanes = tuple(rows(told))
    shown = [row for row in lanes if row.key in unasked(journey, "standard") and row.key not in _LISTED]
    parts = [_head(told), _table(told, shown), _curve(told)]
    parts += [_list(told, row) for key in _LISTED for row in lanes if row.key == key]
    return "\n".join(line for part in parts for line in part)


def _head(told: Told) -> Iterator[str]:
    """Title, state, summary, and the facts with their names."""
    journey = told.journey
    yield f"# {_plain(journey.title)}"
    yield ""
    yield f"*{_plain(told.word('states', journey.state))}*"
    yield ""
    for text in journey.summary or journey.scenario:
        yield f"{_plain(told.text(text))}\n"
    facts: list[tuple[str, list[str]]] = []
    for name, fact in told.head():
        if name:
            facts.append((name, []))
        facts[-1][1].append(_plain(told.text(fact)))
    yield from (f"- **{_plain(name)}:** {'; '.join(said)}" for name, said in facts)
    if facts:
        yield ""


def _table(told: Told, lanes: Sequence[Row]) -> Iterator[str]:
    """The stages across, the lanes down; in a cell all that its moments say."""
    stages = told.journey.stages
    heads = "".join(f" {_plain(told.text(name_of(stage)))} |" for stage in stages)
    yield f"| |{heads}"
    yield f"| --- |{' --- |' * len(stages)}"
    for row in lanes:
        cells = (_cell(row, index) for index in range(len(stages)))
        yield f"| **{_plain(row.label)}** |{''.join(f' {cell} |' for cell in cells)}"
    yield ""


def _cell(row: Row, stage: int) -> str:
    """What the moments of a stage say in a lane, each under its name where there may be several."""
    blocks = [block for block in row.blocks if block.stage == stage]
    has_names = row.key != "touchpoints"
    return "<br><br>".join(_block(block, is_named=has_names and not block.is_stage) for block in blocks)


def _block(block: Block, *, is_named: bool) -> str:
    said = "<br>".join(_line(line) for entry in block.entries for line in entry)
    return f"*{_plain(block.name)}:* {said}" if is_named else said


def _curve(told: Told) -> Iterator[str]:
    """The curve, with a number for each moment, and what the numbers stand for."""
    drawn = curve(told)
    if drawn:
        yield f"## {_plain(told.lane('feels'))}"
        yield ""
        yield "```text"
        yield from drawn.lines
        yield "```"
        yield ""
        yield from (
            f"{index}. {_plain(name)}: {_plain(feeling)}" for index, (name, feeling) in enumerate(drawn.names, 1)
        )
        yield ""


def _list(told: Told, row: Row) -> Iterator[str]:
    """A lane as a list: each thing with its facts and its causes, and the moment it belongs to."""
    yield f"## {_plain(row.label)}"
    yield ""
    for block in row.blocks:
        where = _plain(told.text(block.name))
        for entry in block.entries:
            yield from _item(entry, where)
    yield ""


def _item(entry: Entry, where: str) -> Iterator[str]:
    """One thing: its text and figure, in brackets its facts and its moment; below, its causes and whatever else there is."""
    first, *more = entry
    facts = [line for line in more if line.style == SMALL and not line.sign]
    figures = [line for line in more if line.style == STRONG]
    aside = " · ".join([*(_plain(line.text) for line in facts), where])
    yield f"- {': '.join(map(_line, (first, *figures)))} ({aside})"
    yield from (f"  - {_line(line)}" for line in more if line not in facts and line not in figures)


def _line(line: Line) -> str:
    mark = _MARKS.get(line.style, "")
    text = _plain(line.text)
    return f"{mark}{text}{mark}" if text else ""


def _plain(text: str) -> str:
    """A text of the map as text, though it begins like an item of a list or the line below a heading."""
    return _BEGINNING.sub(lambda found: f"{found[1]}&#{ord(found[2])};", plain(clean(text)))
