"""Documents: where a route leads, in lines and columns as an editor counts them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cjm.finding import Span
from cjm.source.document import Document
from cjm.source.tree import Scalar

BLOCK = """\
cjm: 1
title: "Two words"
empty:
stages:
  - name: One
    pains: late
    feels: {score: -1, emotion: sad}
    says:
      text: Why?
      by: Ann
  - Two
tags: [a, [b, c], {d: e}]
long: >-
  folded
  text
"""
WHERE = [
    # route, what it leads to: the line, and the text there
    (("cjm",), 1, "1"), (("title",), 2, '"Two words"'), (("empty",), 3, "empty"),
    (("stages", 0, "name"), 5, "One"), (("stages", 0), 5, "name"), (("stages", 1), 11, "Two"), (("stages",), 4, "stages"),
    (("stages", 0, "feels", "score"), 7, "-1"), (("stages", 0, "feels"), 7, "{score: -1, emotion: sad}"),
    (("stages", 0, "says"), 9, "text"), (("stages", 0, "says", "by"), 10, "Ann"),
    (("tags",), 12, "tags"), (("tags", 0), 12, "a"), (("tags", 1, 1), 12, "c"), (("tags", 2), 12, "{d: e}"),
    # a list of one written as its entry, a record written as a text
    (("stages", 0, "pains", 0), 6, "late"), (("stages", 0, "pains", 0, "text"), 6, "late"),
    (("stages", 0, "says", 0, "text"), 9, "Why?"), (("stages", 1, "name"), 11, "Two"), (("title", 0), 2, '"Two words"'),
    # a part that is not written: the nearest thing that is
    (("stages", 0, "owner"), 5, "name"), (("stages", 5), 4, "stages"), (("stages", 0, "says", "date"), 8, "says"),
    (("stages", 0, "feels", "why"), 7, "feels"), (("empty", "more", 3), 3, "empty"),
    # nothing of it is written: the head
    ((), 1, "cjm"), (("team", 0, "name"), 1, "cjm"),
]  # fmt: skip
KEYS = [
    (("cjm",), 1, "cjm"), (("stages", 0, "pains"), 6, "pains"), (("stages", 0, "feels", "emotion"), 7, "emotion"),
    (("tags", 2, "d"), 12, "d"), (("stages", 1), 11, "Two"), (("empty",), 3, "empty"),
]  # fmt: skip


def written(document: Document, span: Span) -> str:
    assert span.line == span.end_line
    return document.line(span.line)[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(
    ("parts", "at_key", "line", "text"),
    [*[(parts, False, *rest) for parts, *rest in WHERE], *[(parts, True, *rest) for parts, *rest in KEYS]],
)
def test_a_route_leads_to_its_text(
    parts: tuple[str | int, ...], line: int, text: str, *, at_key: bool, start: str, end: str
) -> None:
    document = Document.parse("map", (start + BLOCK.replace("\n", end)).encode())
    span = document.locate(parts, at_key=at_key)
    assert (span.line, written(document, span)) == (line, text)


@pytest.mark.parametrize(
    ("text", "parts", "span"),
    [
        ("a: 😀 b\n", ("a",), Span(1, 4, 1, 7)),
        ("a: {😀😀: é, c: ok}\n", ("a", "c"), Span(1, 15, 1, 17)),
        ("a: {e\u0301: x}\n", ("a", "e\u0301"), Span(1, 9, 1, 10)),
        ("ключ: [щ, ж]\n", ("ключ", 1), Span(1, 11, 1, 12)),
        ("a:\n  - |\n    one\n    two\n  - b\n", ("a", 0), Span(2, 5, 5, 1)),
        ("a: one\n  two\n", ("a",), Span(1, 4, 2, 6)),
        ("a: 'one\n\n  two'\n", ("a",), Span(1, 4, 3, 7)),
        ("a: {b: c,\n  d: e}\n", ("a",), Span(1, 4, 2, 8)),
        ("a: b", ("a",), Span(1, 4, 1, 5)),
        ("a: {}\n", ("a",), Span(1, 4, 1, 6)),
        ("", ("a",), Span(1, 1, 1, 1)),
        ("text\n", ("a",), Span(1, 1, 1, 1)),
    ],
)  # fmt: skip
def test_columns_count_code_points_and_the_end_is_exclusive(
    text: str, parts: tuple[str | int, ...], span: Span
) -> None:
    assert Document.parse("map", text.encode()).locate(parts) == span


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\n\rb\n", ["a", "", "b", ""]),
        ("é: 1\n\n", ["é: 1", "", ""]),
    ],
)
def test_lines_are_those_of_an_editor(text: str, lines: list[str]) -> None:
    document = Document.parse("map", text.encode())
    assert [document.line(number) for number in range(1, len(lines) + 1)] == lines


def test_a_finding_of_the_text_has_its_place() -> None:
    (finding,) = Document.parse("folder/map", "a: b\n😀: &x c\n".encode()).findings()
    assert (finding.route.path, finding.rule, finding.span) == ("folder/map", "syntax", Span(2, 4, 2, 8))


# without : and ?, which the dumper leaves bare in brackets, where YAML 1.1 forbids it
LETTERS = st.characters(exclude_categories=["C", "Z"], exclude_characters=":?", include_characters=" \n")
WORDS = st.text(LETTERS, min_size=1, max_size=12)
KEY = st.text(st.characters(categories=["L", "N"], max_codepoint=0x3FF), min_size=1, max_size=8)
LEAVES = st.one_of(WORDS, st.integers(-1000, 1000), st.booleans())
NODES = st.recursive(
    LEAVES,
    lambda nodes: st.one_of(
        st.lists(nodes, min_size=1, max_size=4), st.dictionaries(KEY, nodes, min_size=1, max_size=4)
    ),
    max_leaves=15,
)


def leaves(node: object, parts: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], object]]:
    if isinstance(node, dict):
        return [leaf for key, value in node.items() for leaf in leaves(value, (*parts, key))]
    if isinstance(node, list):
        return [leaf for index, value in enumerate(node) for leaf in leaves(value, (*parts, index))]
    return [(parts, node)]


@given(tree=st.dictionaries(KEY, NODES, min_size=1, max_size=4), flow=st.booleans())
def test_every_scalar_is_found_where_it_was_written(tree: dict[str, object], *, flow: bool) -> None:
    yaml = YAML()
    yaml.default_flow_style = flow
    yaml.width = 40
    out = io.BytesIO()
    yaml.dump(tree, out)
    document = Document.parse("map", out.getvalue())
    assert document.is_whole
    for parts, value in leaves(tree):
        span = document.locate(parts)
        texts = [document.line(number) for number in range(span.line, span.end_line + 1)]
        texts[-1] = texts[-1][: span.end_column - 1]
        texts[0] = texts[0][span.column - 1 :]
        again = Document.parse("leaf", ("-\n " + "\n ".join(texts)).encode()).tree
        node: object = document.tree
        for part in parts:
            node = node[part]  # type: ignore[index]
        assert again == [node]
        assert (node.value if isinstance(node, Scalar) else node) == value
