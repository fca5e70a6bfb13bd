"""What could be read, and yet was hardly meant so: texts that a comma cuts or a quote swallows, lists that are none."""

import re
from typing import Any

from _ruamel_yaml import ScalarEvent

from cjm.source.bullets import unlisted
from cjm.source.columns import hard_space
from cjm.source.commas import cut, decimal
from cjm.source.place import Diagnosis, bare, undisguised
from cjm.source.prose import unclosed
from cjm.source.tree import Mapping, Sequence, Tree, events

_DECIMAL = re.compile(r",(?=[0-9]{1,3}(?![\w,-]))(?<=[0-9],)")


def misread(tree: Tree, text: str, cuts: list[Any], *, is_mended: bool) -> Diagnosis | None:
    """The first such slip of a text, with a repair for reading on. ``cuts``: the keys inside braces without a colon.

    Where there is none, the texts of a tree whose text ``is_mended`` get back what was disguised for reading on.
    """
    begun = {
        each.start_mark.index for both in events(tree) for each in both if each and not getattr(each, "style", None)
    }
    if (found := hard_space(text, begun)) is not None:
        return undisguised(found)
    if cuts:
        found = cut(text, cuts[0].start_mark.index, cuts[0].value)
    elif (quote := _swallowing(tree, text)) >= 0:
        found = unclosed(text, quote)
    elif (comma := _splitting(tree, text)) >= 0:
        found = decimal(text, comma)
    elif (found := unlisted(text, begun)) is None and is_mended:
        _restore(tree)
    return found and undisguised(found)


def _restore(tree: Any) -> None:
    inside = tree.items() if isinstance(tree, Mapping) else enumerate(tree) if isinstance(tree, Sequence) else ()
    for key, node in list(inside):
        if isinstance(node, str):
            tree[key] = bare(node)
        else:
            _restore(node)


def _swallowing(tree: Tree, text: str) -> int:
    """Where a quote opens that closes some lines below, behind lines that begin like keys of their own; -1 if none does."""
    for key, event in events(tree):
        start, end = event.start_mark.index, event.end_mark.index
        if key is not None and getattr(event, "style", None) in {"'", '"'} and text.find("\n", start, end) >= 0:
            margin = key.start_mark.index - text.rfind("\n", 0, key.start_mark.index) - 1
            if re.search(rf"\n {{0,{margin}}}[\w-][^\n:]*:(?=\s|$)", text[start:end]):
                return int(start)
    return -1


def _splitting(tree: Tree, text: str) -> int:
    """The comma of a number in prose that ends an entry of a list: ``[Hidden fee (3,50 €), Queue]``; -1 if none does."""
    commas = [each.start() for each in _DECIMAL.finditer(text)]
    if not commas:
        return -1
    plain = [event for _, event in events(tree) if type(event) is ScalarEvent and not event.style]
    spans = [(event.start_mark.index, event.end_mark.index) for event in plain]
    ends, starts = {end: text[start:end] for start, end in spans}, {start: text[start:end] for start, end in spans}
    parts = ((at, ends.get(at, ""), starts.get(at + 1, "")) for at in commas)
    return next((at for at, left, right in parts if left and right and not (left + right).isdigit()), -1)
