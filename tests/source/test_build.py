"""Texts to trees: what the format takes, what it refuses although YAML allows it, and its limits."""

import pytest

from cjm.source.build import MAX_DEPTH, MAX_KEY, MAX_NODES, MAX_SCALAR
from cjm.source.document import Document
from cjm.source.tree import MAX_BYTES, Mapping, Scalar, Sequence


def parse(text: str | bytes) -> Document:
    return Document.parse("map", text if isinstance(text, bytes) else text.encode())


def slips(document: Document) -> list[tuple[str, str]]:
    """Each slip's rule and the text it is about."""
    return [(slip.rule, document.text[slip.start : slip.end].strip()) for slip in document.slips]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None), ("\n\n", None), ("# a comment\n", None), ("---\n", None), ("~\n", None),
        ("text\n", "text"), ("5\n", Scalar("5", 5)), ("- a\n-\n- ''\n", ["a", None, ""]),
        ("a: b\n", {"a": "b"}), ("---\na: b\n...\n", {"a": "b"}), ("? a\n: b\n", {"a": "b"}), ("{a: b, c: }", {"a": "b", "c": None}),
        ("a:\n- b\n-   - c\n    - {d: [e, [f]]}\n", {"a": ["b", ["c", {"d": ["e", ["f"]]}]]}),
        ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two"}),
        ("a: one\n  two\n\n  three\n", {"a": "one two\nthree"}),
        ("a: 'it''s'\nb: \"\\u00e9\\x41\"\n", {"a": "it's", "b": "éA"}),
        ("a:\tb\n", {"a": "b"}), ("a: [b,\n c]\n", {"a": ["b", "c"]}), ("a: x#y\n", {"a": "x#y"}), ("a: http://b:80\n", {"a": "http://b:80"}),
    ],
)  # fmt: skip
def test_a_text_is_read_to_a_tree(text: str, tree: object) -> None:
    document = parse(text)
    assert document.tree == tree
    assert slips(document) == []
    assert document.is_whole


def test_lists_and_mappings_are_values_that_know_their_places() -> None:
    tree = parse("a: [b, {c: d}]\n").tree
    assert isinstance(tree, Mapping)
    assert isinstance(tree["a"], Sequence)
    assert isinstance(tree["a"][1], Mapping)
    key, value = tree.events["a"]
    assert (key.start_mark.index, value.start_mark.index, tree["a"].end.end_mark.index) == (0, 3, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x b\nc: *x\n", [("syntax", "&x b"), ("syntax", "*x")]),
        ("a: &x {b: c}\n", [("syntax", "&x {")]),
        ("a: &x\n  - b\n", [("syntax", "&x")]),
        ("&x a: b\n", [("syntax", "&x a")]),
        ("&x a: {b: c}\n", [("syntax", "&x a")]),
        ("&x a: [b]\nc: *x\n", [("syntax", "&x a"), ("syntax", "*x")]),
        ("- &x\n", [("syntax", "&x")]),
        ("a: !!str 5\n", [("syntax", "!!str 5")]),
        ("a: !new b\n", [("syntax", "!new b")]),
        ("a: ! b\n", [("syntax", "! b")]),
        ("!!str a: b\n", [("syntax", "!!str a")]),
        ("a: !!map {b: c}\n", [("syntax", "!!map {")]),
        ("a: {b: c}\n<<: {d: e}\n", [("syntax", "<<")]),
        ("a: b\na: c\n", [("duplicate-key", "a")]),
        ("a: b\n'a': c\n\"a\": d\n", [("duplicate-key", "'a'"), ("duplicate-key", '"a"')]),
        ("a: [b, {c: d, c: e}]\n", [("duplicate-key", "c")]),
        ("%YAML 1.2\n---\na: b\n", [("syntax", "%")]),
        ("# 80% of it\n%TAG ! tag:x,2026:\n---\na: b\n", [("syntax", "%")]),
        ("a: b\n---\nc: d\n", [("syntax", "---")]),
        ("a: b\n...\n---\nc: d\n", [("syntax", "---")]),
        ("? [a]\n: b\n", [("syntax", "[")]),
        ("*x : b\n", [("syntax", "*x")]),
    ],
)  # fmt: skip
def test_what_the_format_refuses_although_yaml_allows_it(text: str, found: list[tuple[str, str]]) -> None:
    assert slips(parse(text)) == found


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b\na: c\n", {"a": "b"}),
        ("a: b\n---\nc: d\n", {"a": "b"}),
        ("a: [b, *c]\n", {"a": ["b", "*c"]}),
        ("a: !!str 5\nb: &x c\n", {"a": "5", "b": "c"}),
        ("<<: {a: b}\n", {"<<": {"a": "b"}}),
    ],
)
def test_what_is_refused_does_not_end_the_reading(text: str, tree: object) -> None:
    assert parse(text).tree == tree


@pytest.mark.parametrize(
    ("text", "is_whole"), [("a: b\na: c\n", False), ("a: b\n---\nc: d\n", False), ("a: &x b\n", True)]
)
def test_a_tree_without_some_of_the_text_says_so(text: str, *, is_whole: bool) -> None:
    assert parse(text).is_whole is is_whole


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


@pytest.mark.parametrize(
    ("legal", "too_much"),
    [
        (nested(MAX_DEPTH), nested(MAX_DEPTH + 1)),
        (f"[{'a,' * (MAX_NODES - 1)}]", f"[{'a,' * MAX_NODES}]"),
        ("a: " + "b" * MAX_SCALAR, "a: " + "b" * (MAX_SCALAR + 1)),
        ("a: " + "T" * MAX_SCALAR, "a: " + "T" * (MAX_SCALAR + 1)),
        ("a: " + "é" * MAX_SCALAR, 'a: "' + "é" * (MAX_SCALAR + 1) + '"'),
        ("b" * MAX_KEY + ": a", "b" * (MAX_KEY + 1) + ": a"),
        ("# " + "b" * (MAX_BYTES - 2), "# " + "b" * (MAX_BYTES - 1)),
    ],
    ids=["depth", "entries", "text", "text like a truth value", "quoted text", "key", "file"],
)
def test_a_limit_is_reached_and_then_passed(legal: str, too_much: str) -> None:
    assert parse(legal).slips == ()
    document = parse(too_much)
    assert [slip.rule for slip in document.slips] == ["limit"]
    assert document.slips[0].end - document.slips[0].start == 1


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "{a: ", "[[]", "&a [", "!!a ["])
def test_no_text_is_deep_enough_to_crash(bracket: str) -> None:
    document = parse(bracket * (200_000 // len(bracket)))
    assert document.slips
    assert not document.is_whole


@pytest.mark.parametrize(
    ("data", "tree", "rules"),
    [
        (b"\xef\xbb\xbfa: b\n", {"a": "b"}, []),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: b\n", {"a": "b"}, []),
        (b"a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}, []),
        (b"a: b\rc: d\r", {"a": "b", "c": "d"}, []),
        ("a: b\u0085c: d\n".encode(), {"a": "b c: d"}, ["syntax", "syntax"]),
        ("a: b\u2028c\n".encode(), {"a": "b c"}, ["syntax"]),
        (b"a: b\x00c\n", {"a": "b c"}, ["syntax"]),
        (b"a: b\x1b[0m\n", {"a": "b [0m"}, ["syntax"]),
        (b"a: \xe9t\xe9\nb: c\n", {"a": "\ufffdt\ufffd", "b": "c"}, ["syntax"]),
        (b"a: \xed\xa0\x80\n", {"a": "\ufffd\ufffd\ufffd"}, ["syntax"]),
        ("a: b\n".encode("utf-16"), None, ["syntax"]),
        ("a: b\n".encode("utf-16-be"), None, ["syntax"] * 4),
        ("a: 👩‍💻 x\n".encode(), {"a": "👩‍💻 x"}, []),
    ],
)  # fmt: skip
def test_encodings_and_line_breaks(data: bytes, tree: object, rules: list[str]) -> None:
    document = parse(data)
    assert [slip.rule for slip in document.slips][: len(rules) or 1] == rules
    if tree is not None:
        assert document.tree == tree
