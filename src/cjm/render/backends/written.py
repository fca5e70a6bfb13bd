"""The words of a page: the map as a real table, its stages across and its lanes down, and what is known of personas.

Panels show copies of these blocks, and the search reads them: everything a page says stands in it once more as text.
"""

from collections.abc import Iterable, Iterator

from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.naming import name_of
from cjm.render.told import blocks, further
from cjm.render.told.blocks import Block, Row
from cjm.render.told.styles import SPOKEN, STRONG
from cjm.render.told.telling import Entry, Line, Told

_SAID = {STRONG: "strong", SPOKEN: "em"}


def table(told: Told) -> Iterator[str]:
    """The lines of a table: a row for each lane, a column for each stage; in a cell the moments that say something."""
    stages = told.journey.stages
    yield f"<table><caption>{escape(told.text(told.journey.title))}</caption>"
    heads = "".join(tag("th", attributes(scope="col"), escape(told.text(name_of(stage)))) for stage in stages)
    yield f"<thead><tr><td></td>{heads}</tr></thead>"
    yield "<tbody>"
    seen: set[str] = set()
    for row in blocks.rows(told):
        cells = "".join(_cell(row, index, seen) for index in range(len(stages)))
        yield f"<tr{attributes(data_lane=row.key)}>{tag('th', attributes(scope='row'), escape(row.label))}{cells}</tr>"
    yield "</tbody></table>"


def personas(told: Told) -> Iterator[str]:
    """A block for each persona, with what is known of them."""
    label = told.word("head", "persona")
    for persona in told.journey.personas:
        entries = tuple(further.persona(told, persona))
        name = told.text(persona.name or persona.id)
        written = attributes(data_of=f"persona/{persona.id}", data_name=name, data_kind=label)
        yield tag("section", written, f"{tag('b', '', escape(name))}{_entries(entries)}")


def addresses(told: Told) -> frozenset[str]:
    """What can be opened: the moments and personas of which a page tells."""
    moments = {block.address for row in blocks.rows(told) for block in row.blocks}
    return frozenset(moments | {f"persona/{persona.id}" for persona in told.journey.personas})


def _cell(row: Row, stage: int, seen: set[str]) -> str:
    found = [block for block in row.blocks if block.stage == stage]
    return tag("td", "", "".join(_block(row, block, seen) for block in found))


def _block(row: Row, block: Block, seen: set[str]) -> str:
    """What a moment says, under its name where it is a touchpoint; the first one says more of it for the filters."""
    written = attributes(data_of=block.address)
    if block.address not in seen:
        seen.add(block.address)
        basis = "assumption" if block.is_assumed else "evidence"
        written += attributes(data_name=block.name, data_basis=basis, data_for=" ".join(block.personas))
    is_named = not block.is_stage and row.key != "touchpoints"
    name = tag("b", "", escape(block.name)) if is_named else ""
    return tag("section", written, f"{name}{_entries(block.entries)}")


def _entries(entries: Iterable[Entry]) -> str:
    items = "".join(_entry(entry) for entry in entries if entry)
    return tag("ul", "", items) if items else ""


def _entry(entry: Entry) -> str:
    first, *more = entry
    rest = "".join(
        tag("div", attributes(**{"class": "why" if line.sign == "because" else ""}), _line(line)) for line in more
    )
    kind = {"assumed": "assumed", "truth_assumed": "truth", "truth": "truth"}.get(first.sign, "")
    return tag("li", attributes(**{"class": kind}), f"{_line(first)}{rest}")


def _line(line: Line) -> str:
    text = escape(line.text)
    return tag(_SAID[line.style], "", text) if line.style in _SAID else text
