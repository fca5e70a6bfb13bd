"""Splices: small changes to a text that leave every other byte of it as it is."""

import bisect
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from cjm.finding import Edit
from cjm.source.document import Document
from cjm.source.manner import WIDTH, Manner
from cjm.source.marks import behind_colon, end_of, is_flow
from cjm.source.proof import is_sound, prove
from cjm.source.scalar import resolve
from cjm.source.spell import is_plain, quote, spell
from cjm.source.spot import Spot, find
from cjm.source.tree import Mapping, Scalar, Sequence

_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\r\n]*)?")
_LINE = re.compile(r"[^\r\n]*")
_QUOTES = frozenset(("'", '"'))
_BLOCKS = frozenset(("|", ">"))


class Splice(NamedTuple):
    """What takes the place of a stretch of a text, given as indices in code points."""

    start: int
    end: int
    text: str

    def overlaps(self, other: "Splice") -> bool:
        """Whether two splices change the same place."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


class Applied(NamedTuple):
    """A changed text, the edits that made it, and how; edits that are missing could not be made, or not yet."""

    text: str
    edits: tuple[Edit, ...]
    splices: tuple[Splice, ...]


def apply(document: Document, edits: Iterable[Edit], manner: Manner) -> Applied:
    """The text of a document after as many of the edits as fit together; the first of two that overlap is made.

    A document with errors of YAML stays as it is. Raises ``UnprovenError`` rather than return a text that says
    anything but what the edits ask for.
    """
    if not is_sound(document):
        return Applied(document.text, (), ())
    splicer = _Splicer(document, manner)
    splices: list[Splice] = []  # in order
    made: list[tuple[Spot, Edit]] = []
    keys: set[tuple[object, ...]] = set()
    for edit in edits:
        spot = find(document.tree, edit.parts)
        splice = splicer.splice(spot, edit)
        key = (*spot.way[:-1], edit.value) if edit.at_key else (*spot.way, *spot.rest)
        place = bisect.bisect(splices, splice) if splice else 0
        if splice and key not in keys and not any(map(splice.overlaps, splices[max(0, place - 1) : place + 1])):
            splices.insert(place, splice)
            made.append((spot, edit))
            keys.add(key)
    ends = [0, *(splice.end for splice in splices)]
    parts = [document.text[end : splice.start] + splice.text for end, splice in zip(ends, splices, strict=False)]
    text = "".join(parts) + document.text[ends[-1] :]
    top = [_copy(document.tree)]
    for spot, edit in sorted(made, key=lambda each: (each[1].at_key, -len(each[0].way))):
        splicer.change(top, spot, edit)
    prove(document, text, top[0])
    return Applied(text, tuple(edit for _, edit in made), tuple(splices))


class _Splicer:
    """Turns edits of one document into splices."""

    def __init__(self, document: Document, manner: Manner) -> None:
        self.text = document.text
        self.manner = manner
        self.newline = "\r\n" if "\r\n" in document.text else "\n"

    def splice(self, spot: Spot, edit: Edit) -> Splice | None:
        """The change to the text that an edit asks for; nothing where it cannot be made."""
        if edit.at_key:
            return None if spot.rest else self.rename(spot, edit.value)
        if self.is_value(spot):
            return self.replace(spot, edit.value)
        if len(spot.rest) > 1 or not isinstance(spot.rest[0], str):
            return None
        if isinstance(spot.node, Mapping):
            return self.insert(spot, spot.rest[0], edit.value)
        return self.lengthen(spot, spot.rest[0], edit.value) if self.short(spot) else None

    def change(self, top: list[Any], spot: Spot, edit: Edit) -> None:
        """Make of the tree in ``top`` what the splice of an edit makes of the text."""
        holder: Any = top
        *way, last = (0, *spot.way)
        for part in way:
            holder = holder[part]
        if edit.at_key:
            holder[edit.value] = holder.pop(last)
        elif self.is_value(spot):
            holder[last] = _read(edit.value, spot.holder, is_quoted=spot.event.style in _QUOTES)
        elif isinstance(spot.node, Mapping):
            holder[last][spot.rest[0]] = _read(edit.value, spot.node)
        else:
            holder[last] = {spot.rest[0]: _read(edit.value, spot.holder), self.short(spot): spot.node}

    def is_value(self, spot: Spot) -> bool:
        """Whether a route leads to a value that is written, if only as the short form of what holds it."""
        return not spot.rest or (len(spot.rest) == 1 and self.short(spot) == spot.rest[0])

    def short(self, spot: Spot) -> str:
        """The key that a text alone stands for; empty where there is none."""
        return self.manner.short(spot.path, spot.node) if spot.is_text and spot.event else ""

    @staticmethod
    def rename(spot: Spot, name: str) -> Splice | None:
        """A key under another name."""
        if spot.key is None or name in spot.holder:
            return None
        spelled = quote(name) if spot.key.style else spell(name, flow=is_flow(spot.holder))
        return Splice(spot.key.start_mark.index, spot.key.end_mark.index, spelled)

    def replace(self, spot: Spot, value: str) -> Splice | None:
        """Another text or number in place of one, or of nothing."""
        if spot.event is None or isinstance(spot.node, Mapping | Sequence):
            return None
        start, end = self.span(spot.event)
        spelled = _spelled(value, flow=is_flow(spot.holder), is_quoted=spot.event.style in _QUOTES)
        if start == end:
            start = behind_colon(self.text, spot.key) if spot.key else start
            return Splice(start, start, f" {spelled}") if self.text[start - 1 : start] in {":", "-"} else None
        if spelled.startswith("-") and not self.before(start).strip(" "):
            return None  # it would pass for the dash of a list
        return Splice(start, end, spelled + self.note(spot.event))

    def insert(self, spot: Spot, key: str, value: str) -> Splice | None:
        """A further key in a mapping, where it belongs among the others."""
        node = spot.node
        starts = [pair[0].start_mark.index for pair in node.events.values()]
        if any(self.before(start).rstrip().endswith("?") for start in starts):
            return None  # keys that begin with a question mark have no column of their own
        member = f"{spell(key, flow=is_flow(node))}: {_spelled(value, flow=is_flow(node))}"
        if not node:
            at = node.end.start_mark.index
            return Splice(at, at, member)
        order = self.manner.order(spot.path, [*node, key])
        before = order[: order.index(key)][-1:]
        margin = " " * len(self.before(starts[0]))
        at = self.end(node, before[0]) if before else starts[0]
        if is_flow(node):
            return Splice(at, at, f", {member}" if before else f"{member}, ")
        if not before:
            return Splice(at, at, f"{member}{self.newline}{margin}")
        if self.text[at - 1] == "\n":  # behind a block of text
            return Splice(at, at, f"{margin}{member}{self.newline}")
        found = _LINE.match(self.text, at)
        at = found.end() if found else at
        return Splice(at, at, f"{self.newline}{margin}{member}")

    def lengthen(self, spot: Spot, key: str, value: str) -> Splice | None:
        """A text alone as the mapping that it stands for, with a key more: in one line where that fits."""
        start, end = self.span(spot.event)
        note = self.note(spot.event)
        line = f"{{{', '.join(self.members(spot, key, value, flow=True))}}}"
        before = self.before(start)
        if is_flow(spot.holder) or len(before) + len(line) <= WIDTH:
            return Splice(start, end, line + note)
        members = self.members(spot, key, value, flow=False)
        if before.rstrip(" ").endswith("-"):
            return Splice(start, end, f"{self.newline}{' ' * len(before)}".join(members) + note)
        if spot.key is None or not before.rstrip(" ").endswith(":"):
            return None
        margin = f"{self.newline}{' ' * (len(self.before(spot.key.start_mark.index)) + 2)}"
        return Splice(behind_colon(self.text, spot.key), end, margin + margin.join(members) + note)

    def members(self, spot: Spot, key: str, value: str, *, flow: bool) -> list[str]:
        """A key and its value, and the text that was alone, in their order."""
        start, end = self.span(spot.event)
        written, style = self.text[start:end], spot.event.style
        text = spot.node.text if isinstance(spot.node, Scalar) else spot.node
        is_kept = "\n" not in written and (style in _QUOTES or (not style and is_plain(text, flow=flow)))
        values = {key: _spelled(value, flow=flow), self.short(spot): written if is_kept else spell(text, flow=flow)}
        return [f"{spell(name, flow=flow)}: {values[name]}" for name in self.manner.order(spot.path, values)]

    def span(self, event: Any) -> tuple[int, int]:
        """From where to where a text is written, without the blank lines below a block."""
        start = event.start_mark.index
        return start, start + len(self.text[start : event.end_mark.index].rstrip(" \t\r\n"))

    def note(self, event: Any) -> str:
        """The comment in the head of a block of text, to stand behind what takes the place of the block."""
        head = _BLOCK_HEAD.match(self.text, event.start_mark.index) if event.style in _BLOCKS else None
        return f" {head[1].rstrip()}" if head and head[1] else ""

    def end(self, node: Mapping, key: str) -> int:
        """Where the value of a key ends; behind a block of text, where the next line begins."""
        at = end_of(node.events[key][1], node[key])
        while self.text[at - 1] in " \t":
            at -= 1
        return at

    def before(self, index: int) -> str:
        """What stands before an index in its line."""
        return self.text[self.text.rfind("\n", 0, index) + 1 : index]


def _spelled(value: str, *, flow: bool, is_quoted: bool = False) -> str:
    """A new value as one writes it: numbers and dates bare, words that could be mistaken between quotes."""
    if is_quoted:
        return quote(value)
    return spell(value, flow=flow, was_plain=isinstance(resolve(value), Scalar) or value[:1].isdigit())


def _read(value: str, holder: Any, *, is_quoted: bool = False) -> Any:
    """What a new value will be read as, in that list or mapping."""
    return resolve(value) if _spelled(value, flow=is_flow(holder), is_quoted=is_quoted) == value else value


def _copy(node: Any) -> Any:
    """A tree without its places."""
    if isinstance(node, Mapping):
        return {key: _copy(value) for key, value in node.items()}
    return [_copy(value) for value in node] if isinstance(node, Sequence) else node
