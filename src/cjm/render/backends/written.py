"""The words of a page: the map as a real table, its stages across and its lanes down, and what is known of personas.

Panels show copies of these blocks, and the search reads them: everything a page says stands in it once more as text.
"""

from collections.abc import Collection, Iterable, Iterator

from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.naming import name_of
from cjm.render.told import further
from cjm.render.told.blocks import Block, Row
from cjm.render.told.styles import SPOKEN, STRONG
from cjm.render.told.telling import Entry, Line, Told

_SAID = {STRONG: "strong", SPOKEN: "em"}


def table(told: Told, rows: Iterable[Row], prefix: str, known: Collection[str]) -> Iterator[str]:
    """The lines of a table: a row for each lane, a column for each stage; in a cell the moments that say something.

    ``prefix`` stands before their addresses; only those that are ``known`` are told of.
    """
    stages = told.journey.stages
    yield f"<table><caption>{escape(told.text(told.journey.title))}</caption>"
    heads = "".join(tag("th", attributes(scope="col"), escape(told.text(name_of(stage)))) for stage in stages)
    yield f"<thead><tr><td></td>{heads}</tr></thead>"
    yield "<tbody>"
    seen: set[str] = set()
    for row in rows:
        if found := [block for block in row.blocks if block.address in known]:
            inside = ([block for block in found if block.stage == index] for index, _ in enumerate(stages))
            cells = "".join(_cell(row.key, each, prefix, seen) for each in inside)
            head = tag("th", attributes(scope="row"), escape(row.label))
            yield f"<tr{attributes(data_lane=row.key)}>{head}{cells}</tr>"
    yield "</tbody></table>"


def whole(told: Told) -> str:
    """A block for a map as one thing among others: what it is about, and the facts of its head."""
    journey, of = told.journey, told.journey.identity
    name, state = told.text(journey.title), told.word("states", journey.state)
    facts = (Line(": ".join(filter(None, fact))) for fact in told.head())
    entries = [*((Line(told.text(text)),) for text in journey.summary), *((fact,) for fact in facts)]
    written = attributes(data_of=of, data_name=name, data_kind=state)
    return tag("section", written, f"{tag('b', '', escape(name))}{_entries(entries)}")


def personas(told: Told, prefix: str, known: Collection[str]) -> Iterator[str]:
    """A block for each persona, with what is known of them."""
    label = told.word("head", "persona")
    for persona in told.journey.personas:
        if f"persona/{persona.id}" in known:
            entries = tuple(further.persona(told, persona))
            name = told.text(persona.name or persona.id)
            written = attributes(data_of=f"{prefix}persona/{persona.id}", data_name=name, data_kind=label)
            yield tag("section", written, f"{tag('b', '', escape(name))}{_entries(entries)}")


def _cell(lane: str, found: Iterable[Block], prefix: str, seen: set[str]) -> str:
    return tag("td", "", "".join(_block(lane, block, prefix, seen) for block in found))


def _block(lane: str, block: Block, prefix: str, seen: set[str]) -> str:
    """What a moment says, under its name where it is a touchpoint; the first one says more of it for the filters."""
    written = attributes(data_of=f"{prefix}{block.address}")
    if block.address not in seen:
        seen.add(block.address)
        basis = "assumption" if block.is_assumed else "evidence"
        written += attributes(data_name=block.name, data_basis=basis, data_for=" ".join(block.personas))
    is_named = not block.is_stage and lane != "touchpoints"
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
