"""A text spread out for line by line comparison: every value on a line of its own, whatever its layout was.

It reads like the file itself. But lists and mappings in brackets are opened, long texts are not broken into lines, keys
stand in one order: so that a line that differs is a fact that differs, and other layout is no difference at all.
"""

from cjm.source.document import Document
from cjm.source.format import Writer
from cjm.source.layout import Branch, Leaf, lay_out
from cjm.source.manner import Manner
from cjm.source.proof import is_sound
from cjm.source.spell import literal, spell
from cjm.source.tree import Mapping, Sequence


def spread(document: Document, manner: Manner) -> str | None:
    """The text spread out, with its comments; ``None`` where it cannot be read without error. For eyes only."""
    if not is_sound(document) or not isinstance(document.tree, Mapping | Sequence):
        return None
    layout = lay_out(document.tree, document.text)
    _open(layout.root.node)
    return "".join(f"{line}\n" for line in (*layout.head, *_Writer(manner).whole(layout.root)))


def _open(node: Leaf | Branch) -> None:
    """Take lists and mappings out of their brackets."""
    if isinstance(node, Branch):
        node.is_flow = False
        for entry in node.entries:
            _open(entry.node)


class _Writer(Writer):
    """Writes lines of any length."""

    @staticmethod
    def leaf(start: str, leaf: Leaf, behind: str, indent: int) -> list[str]:
        """A text on one line, unless it has breaks of its own."""
        if leaf.text is None:
            return [f"{start}{behind}"]
        head, *lines = literal(leaf.text) or [spell(leaf.text, flow=False, was_plain=leaf.is_plain)]
        return [f"{start} {head}{behind}", *(f"{' ' * indent}{line}" for line in lines)]
