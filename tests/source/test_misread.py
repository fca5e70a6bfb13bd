"""What could be read and was hardly meant so is told; what only looks like it is left in peace."""

import pytest

from cjm.source.document import Document

FINE = [
    "a: – Hello\n", "a: • b\n", "a: 1. b\n", "a: |\n  – b\n  • c\n  1. d\n", "a: >-\n  b\n  - c: d\n", "a: b –\n  c\n", "a: b\n  – c\n", "- 2. b\n", "- – b\n", "a:\n  - b\n  - - c\n",
    'a: "b\n  c: d\n  e"\n', "a: 'b\n\n  c: d'\n", 'a:\n  - "b\n    c"\n', "a: [1,2]\n", "a: [v1,2026]\n", "a: [survey1,2nd]\n", "a: [2024,2025]\n", "a: b 3,50 c\n", 'a: ["b 3,50 €", c]\n', "a: {b: 3, c: 5}\n",
    "a: b\u00a0:c\n", "a: «\u00a0b\u00a0»\n", "a: |\n  b:\u00a0c\n", "a: {b: , c: d}\n", "a: ː﹐﹖ 1,5\n",
]  # fmt: skip
TOLD = [
    ("a:\n  – b\n  – c\n", "– b", {"a": ["b", "c"]}), ("a:\n  • b: c\n    d: e\n", "• b: c", {"a": [{"b": "c", "d": "e"}]}), ("a:\n  1. b\n  2. c\n", "1. b", {"a": ["b", "c"]}),
    ("a:\n  -\tb\n", "-\tb", {"a": ["b"]}), ("a:\n  -\u00a0b: c\n", "-\u00a0b: c", {"a": [{"b": "c"}]}), ("a:\n  * b\n  * c\n", "* b", {"a": ["b", "c"]}),
    ("a: {b: c, d}\n", "c, d", {"a": {"b": "c, d"}}), ("a: {b: 1,5}\n", "1,5", {"a": {"b": "1.5"}}), ("a: {b: 1,200}\n", "1,200", {"a": {"b": "1200"}}), ("a: {b, c}\n", "{b, c}", {"a": ["b", "c"]}), ("a: {b}\n", "{b}", {"a": "b"}),
    ("a: [b (3,50 €), c]\n", ",", {"a": ["b (3,50 €)", "c"]}), ("a: [b?, c]\n", "?", {"a": ["b?", "c"]}), ("a: {b: c?, d: e}\n", "?", {"a": {"b": "c?", "d": "e"}}),
    ('a: "b\nc: "d"\n', '"', {"a": "’b", "c": "d"}), ("a: b: c\n", ":", {"a": "b: c"}),
    ("- a:\u00a0b\n", "\u00a0", [{"a": "b"}]), ("a:\n\u00a0\u00a0b: c\n", "\u00a0\u00a0", {"a": {"b": "c"}}),
    ("- a: b\n - c: d\n   e: f\n", "- c: d", [{"a": "b"}, {"c": "d", "e": "f"}]), ("- a: b\n - c: d\n  e: f\n", "- c: d", [{"a": "b"}, {"c": "d", "e": "f"}]), ("a: b\n  c: d\n  e: f\n", "c", {"a": "b", "c": "d", "e": "f"}),
    ("- a\n  b\n  c: d\n", "a", [{"a": "b", "c": "d"}]), ("- A b\n  c: d\n", "A b", [{"c": "d"}]), ("a:\n  -b: c\n   d: e\n", "-b: c", {"a": [{"d": "e"}]}),
]  # fmt: skip


def plain(node: object) -> object:
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return getattr(node, "text", node)


@pytest.mark.parametrize("text", FINE)
def test_what_only_looks_like_a_slip_is_none(text: str) -> None:
    assert Document.parse("map", text.encode()).slips == ()


@pytest.mark.parametrize(("text", "at", "tree"), TOLD)
def test_a_slip_is_told_once_and_read_as_it_was_meant(text: str, at: str, tree: object) -> None:
    document = Document.parse("map", text.encode())
    (slip,) = document.slips
    assert text[slip.start : slip.end] == at
    assert plain(document.tree) == tree
