"""How a text is laid out: its tree again, with the comments and blank lines that belong to each entry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cjm.source.comments import Comment, comments
from cjm.source.marks import behind_colon, end_of, is_flow, past_filling
from cjm.source.tree import Mapping, Scalar, Sequence

BLANK = ""
"""A blank line among the lines above an entry."""

_LONE_RETURN = re.compile(r"\r(?!\n)")
_START = re.compile(r"^---(?=[ \t\r\n]|$)", re.MULTILINE)
_MODELINE = re.compile(r"#[ \t]*yaml-language-server[ \t]*:")


@dataclass(slots=True)
class Leaf:
    """A text, a number or nothing; ``is_plain``: it is written without quotes, on one line or several."""

    text: str | None
    is_plain: bool


@dataclass(slots=True)
class Branch:
    """A list or mapping. ``tail``: the comments at its end; ``has_comments``: some stand within its brackets."""

    is_map: bool
    is_flow: bool
    entries: "list[Entry]" = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    has_comments: bool = False


@dataclass(slots=True)
class Entry:
    """An entry of a list or mapping: the comments and blank lines above it, the comment behind it.

    ``behind`` begins with its distance. ``inner`` are the comments that stand where the value of a key without one would.
    ``begins``: within brackets, whether it begins a line.
    """

    key: Leaf | None
    node: Leaf | Branch
    lead: list[str]
    behind: str = ""
    inner: list[str] = field(default_factory=list)
    begins: bool = False


@dataclass(slots=True)
class Layout:
    """A whole text: the lines at its head that belong to all of it, its root, and the lines below it."""

    head: list[str]
    root: Entry


class _Place(NamedTuple):
    """Where something begins: its index, and its column from 0."""

    start: int
    column: int


def lay_out(tree: Mapping | Sequence, text: str) -> Layout:
    """The layout of a text that was read to this list or mapping without error."""
    return _Reader(tree, text).layout()


class _Reader:
    """Goes through a tree in the order of its text, and hands out the comments as it passes them.

    ``end`` is where what was passed last ends, blank lines and comments aside.
    """

    def __init__(self, tree: Mapping | Sequence, text: str) -> None:
        self.text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
        self.tree = tree
        self.comments = comments(tree, self.text)
        self.next = 0
        self.end = 0

    def layout(self) -> Layout:
        """The layout of the whole."""
        head = self.opening()
        place = self.place(past_filling(self.text, self.end))
        whole = len(self.text) + 1
        if is_flow(self.tree):
            root = self.value(Entry(None, Leaf(None, is_plain=True), self.lead(place.start)), place, self.tree, None)
            lead = root.lead
        else:
            branch = self.block(self.tree, _Place(whole, -1), -1)
            root = Entry(None, branch, [])
            lead = branch.entries[0].lead
        tail = root.node.tail if isinstance(root.node, Branch) else []
        tail += self.lines(self.take(whole))
        kept = _kept(lead)
        head, lead[:kept] = [*head, *lead[:kept]], []
        return Layout(head, root)

    def opening(self) -> list[str]:
        """The comments up to the line ``---``, and that line, where there is one."""
        start = _START.search(self.text, 0, past_filling(self.text, 0) + 3)
        if start is None:
            return []
        lines = self.lines(self.take(start.start()), start.start())
        self.end = start.end()
        return [*lines, f"---{self.behind()}"]

    def block(self, node: Mapping | Sequence, beyond: _Place, floor: int) -> Branch:
        """A list or mapping on lines of its own. ``beyond`` is what follows it; it lies within column ``floor``."""
        branch = Branch(isinstance(node, Mapping), is_flow=False)
        column = beyond.column
        for place, following, key, event, child in self.entries(node, beyond):
            column = min(column, place.column) if branch.entries else place.column
            entry = Entry(_leaf(key, key.value) if key else None, Leaf(None, is_plain=True), self.lead(place.start))
            self.end = behind_colon(self.text, key) if key else place.start + 1
            branch.entries.append(self.entry(entry, event, child, place, following))
        branch.tail = self.lines(self.below(column - 1 if column > floor else column, beyond))
        return branch

    def entries(self, node: Mapping | Sequence, beyond: _Place) -> Iterable[tuple[_Place, _Place, Any, Any, Any]]:
        """Every entry of a block: where it begins, where what follows begins, its events, its value."""
        if isinstance(node, Mapping):
            members = [(*node.events[key], child) for key, child in node.items()]
            starts = [key.start_mark.index for key, _, _ in members]
        else:
            members = [(None, event, child) for event, child in zip(node.events, node, strict=True)]
            ends = [end_of(event, child) for _, event, child in members]
            starts = [past_filling(self.text, end) for end in (self.end, *ends[:-1])]
        places = [*map(self.place, starts), beyond]
        return zip(places, places[1:], *zip(*members, strict=True), strict=False)

    def entry(self, entry: Entry, event: Any, child: Any, place: _Place, beyond: _Place) -> Entry:
        """The value of an entry of a block, with the comments beside and below it."""
        if isinstance(child, Mapping | Sequence) and not event.flow_style:
            entry.behind = self.behind()
            entry.node = self.block(child, beyond, place.column)
            return entry
        is_empty = event.start_mark.index == event.end_mark.index
        start = self.place(self.end if is_empty else event.start_mark.index)
        entry = self.value(entry, start, child, event)
        if child is None:
            entry.inner = self.lines(self.below(place.column, beyond))
        return entry

    def value(self, entry: Entry, start: _Place, child: Any, event: Any) -> Entry:
        """A text, or a list or mapping in brackets, with the comments before and behind it."""
        notes = self.sort(self.take(start.start), entry.lead)
        if isinstance(child, Mapping | Sequence):
            self.end = start.start + 1
            entry.node = self.flow(child, notes)
        else:
            entry.node = _leaf(event, child)
            stop = event.end_mark.index
            notes += [each.behind for each in self.take(stop)]  # behind the | or > of a block
            self.end = max(self.end, start.start + len(self.text[start.start : stop].rstrip(" \t\r\n")))
        if note := self.behind():
            notes.append(note)
        return _noted(entry, notes)

    def flow(self, node: Mapping | Sequence, notes: list[str]) -> Branch:
        """A list or mapping in brackets; comments behind its opening bracket are added to ``notes``."""
        branch = Branch(isinstance(node, Mapping), is_flow=True)
        count = self.next
        pending = notes
        events = node.events.values() if isinstance(node, Mapping) else ((None, event) for event in node.events)
        children = node.values() if isinstance(node, Mapping) else node
        for (key, event), child in zip(events, children, strict=True):
            entry = Entry(_leaf(key, key.value) if key else None, Leaf(None, is_plain=True), [])
            start = (key or event).start_mark.index
            pending += self.sort(self.take(start), entry.lead)
            entry.begins = "\n" in self.text[self.end : start]
            if branch.entries:
                _noted(branch.entries[-1], pending)
            pending = []
            pending += self.sort(self.take(event.start_mark.index), entry.lead)
            entry.node = self.flow(child, pending) if isinstance(child, Mapping | Sequence) else _leaf(event, child)
            branch.entries.append(entry)
            self.end = max(self.end, event.end_mark.index)
        pending += self.sort(self.take(node.end.start_mark.index), branch.tail)
        if branch.entries:
            _noted(branch.entries[-1], pending)
        branch.has_comments = self.next > count
        self.end = node.end.end_mark.index
        return branch

    def place(self, index: int) -> _Place:
        """An index with its column."""
        return _Place(index, index - self.text.rfind("\n", 0, index) - 1)

    def take(self, index: int) -> list[Comment]:
        """The comments before an index that were not taken yet."""
        first = self.next
        while self.next < len(self.comments) and self.comments[self.next].start < index:
            self.next += 1
        return self.comments[first : self.next]

    def below(self, column: int, beyond: _Place) -> list[Comment]:
        """The comments that follow, up to what comes next, as far as they are indented deeper than both."""
        first = self.next
        while self.next < len(self.comments):
            comment = self.comments[self.next]
            if comment.start > beyond.start or comment.column <= max(column, beyond.column):
                break
            self.next += 1
        return self.comments[first : self.next]

    def behind(self) -> str:
        """The comment in the line that was passed, with its distance."""
        if self.next == len(self.comments):
            return ""
        comment = self.comments[self.next]
        if comment.is_alone or self.text[self.end : comment.start].strip(" \t"):
            return ""
        self.next += 1
        return comment.behind

    def lead(self, index: int) -> list[str]:
        """All lines above what begins at an index."""
        return self.lines(self.take(index), index)

    def lines(self, taken: list[Comment], index: int | None = None) -> list[str]:
        """Comments as lines, with a blank line where there are any before one, or before the index."""
        lines = []
        for comment in taken:
            lines += [BLANK] * self.is_apart(comment.start)
            lines.append(comment.text)
            self.end = comment.start + len(comment.text)
        return [*lines, BLANK] if index is not None and self.is_apart(index) else lines

    def is_apart(self, index: int) -> bool:
        """Whether blank lines lie between what was passed and an index."""
        return self.text.count("\n", self.end, index) > 1

    @staticmethod
    def sort(taken: list[Comment], lead: list[str]) -> list[str]:
        """The comments behind something; those on lines of their own are added to ``lead``."""
        lead += [comment.text for comment in taken if comment.is_alone]
        return [comment.behind for comment in taken if not comment.is_alone]


def _leaf(event: Any, value: Any) -> Leaf:
    return Leaf(value.text if isinstance(value, Scalar) else value, is_plain=not event.style)


def _noted(entry: Entry, notes: list[str]) -> Entry:
    """The entry with its comments: the last one behind it, those that have no place there above it."""
    if notes:
        *above, last = [*([entry.behind] if entry.behind else []), *notes]
        entry.lead += [note.strip() for note in above]
        entry.behind = last
    return entry


def _kept(lead: list[str]) -> int:
    """How many of the lines above the first key are about the whole file: those that a blank line sets off."""
    if BLANK in lead:
        return len(lead) - lead[::-1].index(BLANK)
    return int(bool(lead) and _MODELINE.match(lead[0]) is not None)
