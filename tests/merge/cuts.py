"""A text under the knife: lines cut out, put in and moved, by the places that the parser tells."""

from collections.abc import Callable, Iterator

from tests.merge.nodes import Node, parse


class Cutter:
    """A text with its nodes; every method that changes it gives the new text and leaves the cutter as it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = parse(text)
        self.nodes = list(self.root.walk())

    def line(self, index: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, index) + 1

    def next_line(self, index: int) -> int:
        """Where the next line begins."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found + 1

    def column(self, index: int) -> int:
        return index - self.line(index)

    def replaced(self, start: int, end: int, by: str) -> str:
        return self.text[:start] + by + self.text[end:]

    def is_block(self, node: Node) -> bool:
        """Whether it is an entry of a block that begins its line, or follows only dashes there."""
        above = node.above
        return above is not None and not above.is_flow and not self.text[self.line(node.begin) : node.begin].strip(" -")

    def is_first_behind_dash(self, node: Node) -> bool:
        return "-" in self.text[self.line(node.begin) : node.begin]

    def lead(self, node: Node) -> int:
        """Where the comments begin that stand directly above an entry, as deep as it is."""
        start = self.line(node.begin)
        while start > 0:
            before = self.line(start - 1)
            line = self.text[before : start - 1]
            if not (line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) == self.column(node.begin)):
                break
            start = before
        return start

    def stop(self, node: Node) -> int:
        """Where the line behind an entry of a block begins."""
        end = node.end
        return end if end and self.text[end - 1] == "\n" else self.next_line(end)

    def chunk(self, node: Node) -> str:
        """The lines of an entry of a block, with the comments above it."""
        text = self.text[self.lead(node) : self.stop(node)]
        return text if text.endswith("\n") else f"{text}\n"

    def without(self, node: Node) -> str | None:
        """The text without an entry; without what holds it, where that holds nothing else."""
        above = node.above
        if above is None:
            return None
        if len(above.members) == 1:
            return self.without(above)
        if above.is_flow:
            return self._without_flow(node, above)
        if not self.is_block(node):
            return None
        if self.is_first_behind_dash(node):
            following = next((each for _, each in above.members if each.begin > node.begin), None)
            return self.replaced(node.begin, following.begin, "") if following else None
        return self.replaced(self.lead(node), self.stop(node), "")

    def _without_flow(self, node: Node, above: Node) -> str:
        own = [each for _, each in above.members]
        place = own.index(node)
        if place + 1 < len(own):
            return self.replaced(node.begin, own[place + 1].begin, "")
        return self.replaced(own[place - 1].end, node.end, "")

    def with_lines(self, node: Node, lines: str, *, is_behind: bool) -> str:
        """The text with lines (written for column 0) before or behind an entry of a block."""
        margin = " " * self.column(node.begin)
        made = "".join(f"{margin}{line}" if line.strip() else line for line in lines.splitlines(keepends=True))
        if is_behind:
            at = self.stop(node)
            ground = self.text[:at]
            return f"{ground}{'' if ground.endswith(chr(10)) or not ground else chr(10)}{made}{self.text[at:]}"
        if self.is_first_behind_dash(node):
            first, _, rest = made.removeprefix(margin).partition("\n")
            return self.replaced(node.begin, node.begin, f"{first}\n{rest}{margin}")
        at = self.lead(node)
        return self.replaced(at, at, made)

    def dedented(self, node: Node) -> str:
        """The lines of an entry of a block, at column 0."""
        margin = " " * self.column(node.begin)
        return "".join(line.removeprefix(margin) for line in self.chunk(node).splitlines(keepends=True))

    def moved(self, node: Node, goal: Node, *, is_behind: bool) -> str | None:
        """The text with an entry of a block before or behind another one."""
        if not (self.is_block(node) and self.is_block(goal)) or self.is_first_behind_dash(node):
            return None
        lead, stop = self.lead(node), self.stop(node)
        if lead <= goal.begin < stop:
            return None
        put = self.with_lines(goal, self.dedented(node), is_behind=is_behind)
        grown = len(put) - len(self.text)
        if goal.begin > node.begin:
            return put[:lead] + put[stop:]
        return put[: lead + grown] + put[stop + grown :]

    def pick(self, is_wanted: Callable[[Node], bool]) -> list[Node]:
        return [each for each in self.nodes if is_wanted(each)]

    def entries(self) -> Iterator[Node]:
        """All entries of blocks."""
        return (each for each in self.nodes if self.is_block(each))
