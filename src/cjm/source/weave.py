"""Weaving two versions of a text into one: whatever is kept stands there byte by byte, comments and all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cjm.source.chunks import Chunk, UnchunkedError, Way, chunks
from cjm.source.comments import Comment, comments
from cjm.source.document import Document
from cjm.source.format import Writer
from cjm.source.layout import Branch, Entry, Leaf
from cjm.source.manner import Manner, Path
from cjm.source.spot import find
from cjm.source.tree import Scalar
from cjm.source.woven import Clash, Joined, Kept, Listed, Whole, Woven, clashes, resolve


class Text(NamedTuple):
    """One side's text, with its chunks by their routes."""

    document: Document
    chunks: Mapping[Way, Chunk]
    comments: Sequence[Comment]
    tail: str

    @classmethod
    def of(cls, document: Document) -> "Text":
        """A text that was read without error. Raises ``UnchunkedError``."""
        outer = chunks(document.tree, document.text)
        known = {chunk.way: chunk for each in outer for chunk in each.walk()}
        tail = document.text[outer[-1].end :]
        return cls(document, known, comments(document.tree, document.text), tail)

    def value(self, way: Way) -> Any:
        """What is read at a route."""
        return find(self.document.tree, way).node


class Weaver:
    """Writes what was woven as a text, in the manner and with the line ends of ours."""

    def __init__(self, ours: Text, theirs: Text, manner: Manner, marker: int) -> None:
        self.texts: Mapping[str, Text] = {"ours": ours, "theirs": theirs}
        self.writer = Writer(manner)
        self.marker = marker
        self.newline = "\r\n" if "\r\n" in ours.document.text else "\n"

    def whole(self, whole: Whole) -> str:
        """The whole text."""
        root, tail = whole
        if isinstance(root, Kept):
            return self.texts[root.side].document.text
        if not isinstance(root, Joined):
            raise UnchunkedError
        above, text = self.block(list(root.entries), 0, (), is_inline=False)
        text += "" if text.endswith("\n") or not tail else "\n"
        lines = (above + text + tail).replace("\r\n", "\n")
        return lines.replace("\n", self.newline)

    def block(
        self, entries: Sequence[tuple[str | None, Woven]], column: int, path: Path, *, is_inline: bool
    ) -> tuple[str, str]:
        """The entries of a block: the lines above the first one where that stands behind a dash, and all the rest."""
        above, text = "", ""
        written = [self.entry(key, woven, column, path) for key, woven in entries]
        for place, (lead, body) in enumerate(_spaced(entries, written)):
            woven = entries[place][1]
            if text and not text.endswith("\n"):
                text += "\n"
            if place == 0 and is_inline:
                above, text = lead, body
            else:
                text += f"{lead}{' ' * column}{body}" if not isinstance(woven, Clash) else body
        return above, text

    def entry(self, key: str | None, woven: Woven, column: int, path: Path) -> tuple[str, str]:
        """The lines above an entry, and its own, the first without its margin (but for what stands between markers)."""
        below = path if key is None else (*path, key)
        match woven:
            case Clash():
                return "", self.clash(key, woven, column, path)
            case Kept() if chunk := self.chunk(woven.side, woven.way, key):
                return self.kept(chunk, woven, column)
            case Joined() | Listed() if (found := self.home(woven, key)) and woven.entries:
                return self.around(found, woven, column, below)
        if next(clashes(woven), None):
            return "", self.clash(
                key, Clash(resolve(woven, "ours"), resolve(woven, "theirs"), _told(woven)), column, path
            )
        return self.anew(key, woven, column, path)

    def chunk(self, side: str, way: Way, key: str | None) -> Chunk | None:
        """The chunk at a route, if it is an entry of the wanted sort: of a mapping, or of a list."""
        chunk = self.texts[side].chunks.get(way)
        is_wanted = isinstance(way[-1], int) if key is None and way else way[-1:] == (key,)
        return chunk if is_wanted else None

    def home(self, woven: Joined | Listed, key: str | None) -> tuple[str, Chunk] | None:
        """Where a list or mapping stands as a block whose first and last lines can be used."""
        ways = (("ours", woven.ours), ("theirs", woven.theirs))
        for side, way in ways if woven.beside.lead == "ours" else ways[::-1]:
            if way is not None and (chunk := self.chunk(side, way, key)) and chunk.inner:
                is_list = isinstance(chunk.inner[0].way[-1], int)
                if is_list == isinstance(woven, Listed):
                    return side, chunk
        return None

    def kept(self, chunk: Chunk, woven: Kept, column: int) -> tuple[str, str]:
        """An entry as it stands on one side."""
        text = self.texts[woven.side].document.text
        lead = self.lead(chunk, woven.side, column)
        return lead + _lines(_new(woven.notes, lead), column), _shifted(
            text[chunk.start : chunk.end], column - chunk.column
        )

    def lead(self, chunk: Chunk, side: str, column: int) -> str:
        """The lines above an entry."""
        text = self.texts[side].document.text
        line = text.rfind("\n", 0, chunk.start) + 1
        if chunk.lead >= line:
            return ""
        margin = " " * chunk.column
        return (
            _shifted(margin + text[chunk.lead : line], column - chunk.column)[len(margin) :]
            if chunk.lead < line
            else ""
        )

    def around(self, found: tuple[str, Chunk], woven: Joined | Listed, column: int, path: Path) -> tuple[str, str]:
        """A block with its head as it is on one side, and its entries woven."""
        side, chunk = found
        text = self.texts[side].document.text
        head = _shifted(text[chunk.start : chunk.inside], column - chunk.column)
        is_inline = "\n" not in text[chunk.start : chunk.inside]
        inner = column + chunk.inner[0].column - chunk.column
        entries = [(None, each) for each in woven.entries] if isinstance(woven, Listed) else list(woven.entries)
        above, body = self.block(entries, inner, path, is_inline=is_inline)
        lead = self.lead(chunk, side, column)
        lead += _lines(_new(woven.beside.above, lead), column)
        if is_inline and isinstance(entries[0][1], Clash):  # markers need lines of their own
            return lead, f"{head.rstrip()}\n{body}"
        return lead + _shifted(above, column - inner), head + body

    def anew(self, key: str | None, woven: Woven, column: int, path: Path) -> tuple[str, str]:
        """An entry in its canonical form."""
        leaf = None if key is None else Leaf(key, is_plain=True)
        _, lines = self.writer.entry(Entry(leaf, _node(self.data(woven)), []), column, path)
        notes = woven.notes if isinstance(woven, Kept) else woven.beside.all if not isinstance(woven, Clash) else ()
        return _lines(notes, column), "".join(f"{line}\n" for line in lines)[column:]

    def data(self, woven: Woven) -> Any:
        """What will be read of it."""
        match woven:
            case Kept():
                return self.texts[woven.side].value(woven.way)
            case Joined():
                return {key: self.data(each) for key, each in woven.entries}
            case Listed():
                return [self.data(each) for each in woven.entries]
            case Clash():
                raise UnchunkedError

    def clash(self, key: str | None, woven: Clash, column: int, path: Path) -> str:
        """Both versions of an entry between markers, each on lines of its own."""
        parts = []
        for version in (woven.ours, woven.theirs):
            lead, body = ("", "") if version is None else self.entry(key, version, column, path)
            if body and not body.endswith("\n"):
                body += "\n"
            parts.append(f"{lead}{' ' * column}{body}" if body else "")
        size = self.marker
        ours, theirs = (woven.told if part else f"{woven.told}, not here" for part in parts)
        return f"{'<' * size} ours: {ours}\n{parts[0]}{'=' * size}\n{parts[1]}{'>' * size} theirs: {theirs}\n"


def _spaced(
    entries: Sequence[tuple[str | None, Woven]], written: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Entries of a list that blank lines set apart, set apart so in their new order: none above the first."""
    is_apart = any(lead.startswith("\n") for lead, _ in written[1:])
    for place, ((key, woven), (lead, body)) in enumerate(zip(entries, written, strict=True)):
        way = woven.way if isinstance(woven, Kept) else None if isinstance(woven, Clash) else woven.ours
        was_first = way is not None and way[-1:] == (0,)
        if key is None and place == 0:
            yield lead.lstrip("\n"), body
        else:
            yield ("\n" if key is None and is_apart and was_first and not lead.startswith("\n") else "") + lead, body


def _lines(notes: Sequence[str], column: int) -> str:
    """Comments as lines of their own."""
    return "".join(f"{' ' * column}{note}\n" for note in notes)


def _new(notes: Sequence[str], lead: str) -> list[str]:
    """The comments that do not stand above an entry already."""
    known = [line.strip() for line in lead.splitlines()]
    return [note for note in notes if note not in known]


def _told(woven: Woven) -> str:
    return "; ".join(dict.fromkeys(each.told for each in clashes(woven)))


def _shifted(text: str, by: int) -> str:
    """A text with its lines behind the first one moved to the right, or left as far as they go."""
    text = text.replace("\r\n", "\n")
    if by > 0:
        return re.sub(r"\n(?=[^\n])", f"\n{' ' * by}", text)
    return re.sub(rf"\n {{1,{-by}}}", "\n", text) if by else text


def _node(data: Any) -> Leaf | Branch:
    """Data as the writer of canonical text wants it: in brackets where that fits."""
    if isinstance(data, Mapping | dict):
        entries = [Entry(Leaf(str(key), is_plain=True), _node(value), []) for key, value in data.items()]
        return Branch(is_map=True, is_flow=True, entries=entries)
    if isinstance(data, list):
        return Branch(is_map=False, is_flow=True, entries=[Entry(None, _node(value), []) for value in data])
    return Leaf(data.text, is_plain=True) if isinstance(data, Scalar) else Leaf(data, is_plain=False)
