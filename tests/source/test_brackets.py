"""Brackets whose texts need quotes: what is proposed reads as the entries that were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.source.brackets import mended, opening
from cjm.source.document import Document
from cjm.source.tree import Scalar

PROSE = st.from_regex(r"[abé?!#:…€0][abé ?!#:'…€0-]{0,10}[abé?!…0]", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [Who?, Me]", 'a: ["Who?", Me]'), ("  - a: [b: c]", 'a: ["b: c"]'), ("a: {b: c, d, e: f}", 'a: {b: "c, d", e: f}'), ("a: {b: 1,5, c: 1,200}", "a: {b: 1.5, c: 1200}"), ("a: {b:1}", "a: {b: 1}"),
        ("a: [(3,50 €), b]", 'a: ["(3,50 €)", b]'), ("a: [1,2]", "a: [1, 2]"), ('a: ["x, y", z?]', 'a: ["x, y", "z?"]'), ("a: {b: [c?, d], e: - 1}", 'a: {b: ["c?", d], e: -1}'), ("a: [b, c]", ""), ("a: [b", ""),
        ("[a?]", '["a?"]'), ("a: {b: c?,\n  d: e}", 'b: "c?"'),
    ],
)  # fmt: skip
def test_a_line_is_written_so_that_it_can_be_read(text: str, told: str) -> None:
    at = min(index for index in (text.find("["), text.find("{")) if index >= 0)
    assert mended(text, at, at + 1) == told


@pytest.mark.parametrize(
    ("text", "index", "at"), [("a: [b, {c: d}, e]", 15, 3), ("a: [b, {c: d}]", 8, 7), ("a: b", 3, -1), ("[a] b", 4, -1)]
)
def test_the_bracket_around_a_place(text: str, index: int, at: int) -> None:
    assert opening(text, index) == at


@given(entries=st.lists(PROSE, min_size=1, max_size=4))
def test_prose_in_brackets_reads_as_its_entries(entries: list[str]) -> None:
    written = f"a: [{', '.join(entries)}]"
    line = mended(written, 3, 4) or written
    document = Document.parse("map", f"{line}\n".encode())
    assert document.slips == ()
    assert isinstance(document.tree, dict)
    read = [each.text if isinstance(each, Scalar) else each for each in document.tree["a"]]
    assert read == [" ".join(each.split()) for each in entries]
