"""What a text says beside its data: comments, and how every entry is written. Both are to survive where nobody touched them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tests.merge.cuts import Cutter
from tests.merge.nodes import Node, Way, comments
from tests.merge.versions import Ident, Version

Spot = tuple[Ident, str]
"""An element and the key of an entry in it."""


class Sheet:
    """A text with its comments and entries."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.cut = Cutter(self.text)
        self.comments = comments(self.text)
        self.counts = Counter(each for _, each in self.comments)
        self.nodes = {each.way: each for each in self.cut.nodes}

    def neighbours(self, comment: str) -> list[Node]:
        """The entries before and behind a comment, as far as there are any."""
        place = next(start for start, each in self.comments if each == comment)
        before = [each for each in self.cut.nodes if each.above and each.begin <= place]
        after = [each for each in self.cut.nodes if each.above and each.begin > place]
        found = [max(before, key=lambda each: (each.begin, len(each.way)), default=None)]
        if not self.text[self.cut.line(place) : place].strip():
            found.append(min(after, key=lambda each: (each.begin, len(each.way)), default=None))
        return [each for each in found if each]

    def written(self, node: Node) -> str:
        """An entry of a block as it is written, without what stands above it."""
        margin = " " * self.cut.column(node.begin)
        lines = self.text[node.begin : self.cut.stop(node)].split("\n")
        return "\n".join(line.removeprefix(margin).rstrip() for line in lines).rstrip()


@lru_cache(maxsize=8)
def sheet(text: str) -> Sheet:
    return Sheet(text)


class Page(NamedTuple):
    """A text with its elements."""

    sheet: Sheet
    version: Version

    def spot(self, node: Node) -> Spot:
        """The element that an entry belongs to, and its key there."""
        ways = _ways(self.version)
        way = node.way
        while way not in ways:
            way = way[:-1]
        rest = node.way[len(way) :]
        return ways[way], str(rest[0]) if rest else ""

    def has(self, spot: Spot) -> bool:
        item = self.version.items.get(spot[0])
        if item is None:
            return False
        node = self.sheet.nodes.get(item.way)
        return not spot[1] or (node is not None and node.get(spot[1]) is not None)

    def lines(self, ident: Ident) -> str:
        """An element as it is written, with what stands above it."""
        node = self.sheet.nodes[self.version.items[ident].way]
        cut = self.sheet.cut
        return cut.dedented(node).strip() if node.above and cut.is_block(node) else cut.text[node.start : node.end]

    def fact(self, ident: Ident, key: str) -> str:
        """A fact about an element as it is written; nothing where it is not there."""
        item = self.version.items.get(ident)
        node = self.sheet.nodes[item.way].get(key) if item else None
        if node is None:
            return ""
        return (
            self.sheet.cut.dedented(node) if self.sheet.cut.is_block(node) else self.sheet.text[node.start : node.end]
        )

    def entries(self) -> dict[Spot, str]:
        """How every fact about an element is written, where it stands on lines of its own and holds no other element."""
        found = {}
        inner = {item.way for item in self.version.items.values()}
        for ident, item in self.version.items.items():
            node = self.sheet.nodes[item.way]
            for key, each in node.members if node.kind == "map" else ():
                is_leaf = each.kind == "text" or each.is_flow or not any(below.way in inner for below in each.walk())
                if is_leaf and self.sheet.cut.is_block(each):
                    found[ident, str(key)] = self.sheet.written(each)
        return found


def _ways(version: Version) -> Mapping[Way, Ident]:
    return {item.way: ident for ident, item in version.items.items()}


def remarks(pages: tuple[Page, Page, Page, Page], other: Page | None) -> Iterator[tuple[str, str]]:
    """Comments that are lost, or there though a side deleted them, or more often than anybody wrote them.

    ``other`` is the version beside the merged one in a conflict: a comment may stand there.
    """
    base, ours, theirs, _ = pages
    counts = [page.sheet.counts for page in pages]
    for comment in dict.fromkeys(comment for count in counts for comment in count):
        b, o, t, m = (count[comment] for count in counts)
        is_beside = other is not None and bool(other.sheet.counts[comment])
        if m > max(o, t) and other is None:
            yield "comment twice" if o or t else "comment from nowhere", comment
        elif not m and not is_beside and ((o and t) or max(o, t) > b):
            own, rest = (ours, theirs) if o else (theirs, ours)
            if (o and t) or not _went_with(comment, own, base, rest):
                yield "comment lost", comment
        elif m and b and not (o and t) and other is None:
            yield "comment back", comment


def _went_with(comment: str, own: Page, base: Page, rest: Page) -> bool:
    """Whether the other side took out what a new comment stands beside."""
    spots = [own.spot(node) for node in own.sheet.neighbours(comment)]
    return any(base.has(spot) and not rest.has(spot) for spot in spots)


def rewritten(pages: tuple[Page, Page, Page, Page], other: Page | None) -> Iterator[tuple[str, str]]:
    """Entries that are not written as the side has it that alone touched them, if any did."""
    base, ours, theirs, merged = (page.entries() for page in pages)
    beside = other.entries() if other else merged
    for spot, now in merged.items():
        was, one, two = (each.get(spot) for each in (base, ours, theirs))
        if beside.get(spot) != now or was is None or one is None or two is None:
            continue
        if was in (one, two) and now != (wanted := two if was == one else one):
            yield "rewritten", f"{spot[1]} of {spot[0][-1]}: wanted {wanted!r}, got {now!r}"
