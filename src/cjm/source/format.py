"""A text in its canonical form: what it says and every comment stay, the layout is always the same."""

from collections.abc import Iterable

from cjm.source.document import Document
from cjm.source.layout import BLANK, Branch, Entry, Leaf, lay_out
from cjm.source.manner import WIDTH, Manner, Path
from cjm.source.proof import prove
from cjm.source.spell import folded, literal, spell
from cjm.source.tree import Mapping, Sequence

_STEP = 2
_MOST_LINES = 3


def format(document: Document, manner: Manner) -> str:
    """The canonical text of a document that was read without errors.

    Keys stand in the order of ``manner``; a list or mapping in brackets stays so where it fits. Raises
    ``UnprovenError`` rather than return a text that reads otherwise, or lacks a comment.
    """
    tree = document.tree
    if not isinstance(tree, Mapping | Sequence):
        return document.text
    layout = lay_out(tree, document.text)
    lines = Writer(manner).whole(layout.root)
    lines = [*_trimmed(layout.head), *lines]
    is_crlf = "\n" in document.text and document.text.split("\n", 1)[0].endswith("\r")
    text = "".join(f"{line}\n" for line in lines)
    text = text.replace("\n", "\r\n") if is_crlf else text
    prove(document, text, tree)
    return text


class Writer:
    """Writes parts of a layout as lines."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner

    def whole(self, root: Entry) -> list[str]:
        """The root: always as a block, whatever its author's editor or program made of it."""
        node = root.node
        if isinstance(node, Leaf) or not node.entries:
            tail = node.tail if isinstance(node, Branch) else []
            return [*root.lead, f"{self.line(node, ())}{root.behind}", *_ended(tail)]
        lead, lines = self.block(node, 0, ())
        note = [root.behind.strip()] if root.behind else []
        return [*root.lead, *note, *lead, *lines]

    def block(self, branch: Branch, indent: int, path: Path) -> tuple[list[str], list[str]]:
        """A list or mapping on lines of its own: the comments above its first entry, then the rest."""
        entries = self.ordered(branch, path)
        parts = [self.entry(entry, indent, path) for entry in entries]
        is_spaced = not branch.is_map and self.manner.is_spaced(path) and any(len(body) > 1 for _, body in parts)
        above, lines = _trimmed(parts[0][0]), list(parts[0][1])
        for entry, (lead, body) in zip(entries[1:], parts[1:], strict=True):
            opens = entry.key is not None and len(body) > 1 and self.manner.is_spaced(_below(entry, path))
            if (is_spaced or opens) and lead[:1] != [BLANK]:
                lines.append(BLANK)
            lines += [*_padded(lead, indent), *body]
        return above, [*lines, *_padded(_ended(branch.tail), indent)]

    def ordered(self, branch: Branch, path: Path) -> list[Entry]:
        """The entries of a branch as they are to be written."""
        if not branch.is_map:
            return branch.entries
        by_key = {str(entry.key.text): entry for entry in branch.entries if entry.key}
        return [by_key[key] for key in self.manner.order(path, by_key)]

    def entry(self, entry: Entry, indent: int, path: Path) -> tuple[list[str], list[str]]:
        """The lines above an entry, as they are, and its own lines, indented."""
        path = _below(entry, path)
        start = " " * indent + (f"{_key(entry.key, flow=False)}:" if entry.key else "-")
        node = entry.node
        if isinstance(node, Leaf):
            lines = self.leaf(start, node, entry.behind, indent + _STEP)
            return entry.lead, [*lines, *_padded(entry.inner, indent + _STEP)]
        if not node.entries:
            return [*entry.lead, *node.tail], [f"{start} {self.line(node, path)}{entry.behind}"]
        if node.is_flow and not node.has_comments and (lines := self.brackets(start, node, path)):
            lines[-1] += entry.behind
            return entry.lead, lines
        above, lines = self.block(node, indent + _STEP, path)
        if entry.key:
            return entry.lead, [f"{start}{entry.behind}", *_padded(above, indent + _STEP), *lines]
        note = [entry.behind.strip()] if entry.behind else []
        lines[0] = f"{start} {lines[0][indent + _STEP :]}"
        return [*entry.lead, *note, *above], lines

    @staticmethod
    def leaf(start: str, leaf: Leaf, behind: str, indent: int) -> list[str]:
        """A text behind its key or dash."""
        if leaf.text is None:
            return [f"{start}{behind}"]
        line = spell(leaf.text, flow=False, was_plain=leaf.is_plain)
        block = literal(leaf.text)
        if block is None and len(start) + 1 + len(line) > WIDTH:
            block = folded(leaf.text, WIDTH - indent)
        head, *lines = block or [line]
        return [f"{start} {head}{behind}", *_padded(lines, indent)]

    def brackets(self, start: str, branch: Branch, path: Path) -> list[str]:
        """A list or mapping in brackets: in one line, a mapping in a few; nothing where it does not fit.

        Its lines are its author's as far as they fit, else they are filled.
        """
        entries = self.ordered(branch, path)
        *pieces, last = [self.member(entry, path) for entry in entries]
        pieces = [*(f"{piece}," for piece in pieces), f"{last}}}" if branch.is_map else f"{last}]"]
        is_kept = branch.is_map and not entries[0].begins and entries == branch.entries
        margin = len(start) + 2
        begins = [is_kept and entry.begins for entry in entries]
        for breaks in (begins, _filled([len(piece) for piece in pieces], WIDTH - margin)):
            lines = [f"{start} {'{' if branch.is_map else '['}{pieces[0]}"]
            for is_broken, piece in zip(breaks[1:], pieces[1:], strict=True):
                if is_broken:
                    lines.append(f"{' ' * margin}{piece}")
                else:
                    lines[-1] += f" {piece}"
            most = _MOST_LINES if branch.is_map else 1
            if len(lines) <= most and all(len(line) <= WIDTH for line in lines):
                return lines
        return []

    def line(self, node: Leaf | Branch, path: Path) -> str:
        """A value as it stands within brackets, in one line."""
        if isinstance(node, Leaf):
            return "null" if node.text is None else spell(node.text, flow=True, was_plain=node.is_plain)
        inside = ", ".join(self.member(entry, path) for entry in self.ordered(node, path))
        return f"{{{inside}}}" if node.is_map else f"[{inside}]"

    def member(self, entry: Entry, path: Path) -> str:
        """An entry as it stands within brackets."""
        value = self.line(entry.node, _below(entry, path))
        return f"{_key(entry.key, flow=True)}: {value}" if entry.key else value


def _filled(lengths: list[int], width: int) -> list[bool]:
    """Which pieces begin a line, so that none is longer than the width, if it can be."""
    begins, used = [], -1
    for length in lengths:
        begins.append(used >= 0 and used + 1 + length > width)
        used = length if begins[-1] else used + 1 + length
    return begins


def _key(key: Leaf, *, flow: bool) -> str:
    text = key.text or ""
    return spell(text, flow=flow, was_plain=key.is_plain and not text.startswith(("---", "...")))


def _below(entry: Entry, path: Path) -> Path:
    return (*path, str(entry.key.text)) if entry.key else path


def _padded(lines: Iterable[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else line for line in lines]


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without blank ones at the beginning."""
    return _ended(lines[::-1])[::-1]


def _ended(lines: list[str]) -> list[str]:
    """Lines without blank ones at the end."""
    lines = list(lines)
    while lines and lines[-1] == BLANK:
        lines.pop()
    return lines
