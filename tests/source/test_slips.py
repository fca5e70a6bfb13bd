"""Slips of syntax: all of a file are found, the rest is read on, and no text whatever makes reading fail."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm import config
from cjm.source.document import Document
from cjm.source.project import Project

MAPS = {path.name: path.read_text("utf-8") for path in (Path(__file__).parents[2] / "maps").glob("*.cjm.yaml")}
UNCHANGED = {name: Document.parse(name, text.encode()) for name, text in MAPS.items()}
AROUND = "cjm: 1\ntitle: T\nbefore: one\n{}\nafter: [two, {{three: 3}}]\n"
SLIPS = [
    # the slip, a part of its message, whether the tree keeps all of the text
    ("thinks: Hmm: why", "holds a colon and a space", True),
    ("a: b: c: d", "holds a colon and a space", True),
    ('says: "No" she said', "goes on after its closing quote", True),
    ("says: 'it's late'", "goes on after its closing quote", True),
    ('says: "No', "is not closed on this line", True),
    ('says: "C:\\quotes"', "a backslash begins a special character", True),
    ("says: @home", "cannot begin with ‘@’", True),
    ("says: `no`", "cannot begin with ‘`’", True),
    ("says: %", "cannot begin with ‘%’", True),
    ("says: * star", "cannot begin with ‘*’", True),
    ("says: - one", "cannot begin on the same line", False),
    ("says: [one, two", "is not closed on this line", False),
    ("says: {one: 1", "is not closed on this line", False),
    ("says: {one:1, two:2}", "a space is missing", False),
    ("says: [what? no: yes, ?]", "for its own", True),
    ("says:no", "a space is missing", False),
    ("just words", "has no colon", False),
    ("   three: 3", "indented deeper", True),
    ("says: x\n- y", "belongs to nothing", False),
    ("says: [one, two]]", "No bracket is open", False),
    ("says: {one: 1}}", "No bracket is open", False),
    ("says: ]", "No bracket is open", False),
    ("says: [one], two", "No bracket is open", False),
    ("says: |one", "cannot read this line", False),
    ("says: ?", "alone is no value", False),
    ("says:\n\t- x\n\t- y", "A tab", True),
]


@pytest.mark.parametrize(("slip", "message", "is_whole"), SLIPS)
def test_a_slip_is_found_and_the_rest_is_read(slip: str, message: str, *, is_whole: bool) -> None:
    document = Document.parse("map", AROUND.format(slip).encode())
    assert message in document.slips[0].message
    assert document.line(document.span(document.slips[0].start, 0).line) in slip
    assert len(document.slips) == 1
    assert document.is_whole is is_whole
    tree = document.tree
    assert isinstance(tree, dict)
    whole = Document.parse("map", AROUND.format("x: y").encode()).tree
    assert isinstance(whole, dict)
    kept = {key: tree.get(key) for key in whole if key != "x"}
    lost = {key for key, value in kept.items() if value != whole[key]}
    assert lost <= {"before"}  # text that goes on on the next line belongs to the one above
    assert document.locate(("after", 1, "three")).line == 5 + slip.count("\n")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: ?\n", "?"), ("a: |x\n", "x"), ("a: b\nc: [d]]\n", "]"), ("a: [b: c\n", "["), ("a: b: c\n", ":"), ('a: "b" c\n', " c"), ("a: @b\n", "@"),
        ("a: 'b\nc: d\n", "'"), ("a: {b:c}\n", ":"), ("a: b\n  c: d\n", "c"), ("a:\n  b: c\n d: e\n", "d: e"), ("- a\nb\n", "b"), ("a: b\nc\n", "c"), ("a: - b\n", "-"),
        ('a: "\\q"\n', "\\q"), ("a:\n\t- b\n", "\t"), ("a: [b\nc: d\n", "["), ('a: "b\nc: "d"\n', '"'),
    ],
)  # fmt: skip
def test_a_slip_points_at_what_is_wrong(text: str, at: str) -> None:
    slip = Document.parse("map", text.encode()).slips[0]
    assert text[slip.start : slip.end] == at


def test_all_slips_of_a_file_are_found_in_their_order() -> None:
    lines = ["cjm: 1", "a: b: c", 'd: "e" f', "g: h", "i: @j", "k: [l? m: n]", "o: p #q", "a: r"]
    document = Document.parse("map", "\n".join(lines).encode())
    assert [document.span(slip.start, slip.end).line for slip in document.slips] == [2, 3, 5, 6, 7, 8]
    assert isinstance(document.tree, dict)
    assert list(document.tree) == ["cjm", "a", "d", "g", "i", "k", "o"]


@pytest.mark.parametrize("count", [1, 5, 19, 30, 500])
def test_many_slips_come_to_an_end(count: int) -> None:
    document = Document.parse("map", ("a: b: c\n" * count).encode())
    colons = [slip for slip in document.slips if "colon" in slip.message]
    assert len(colons) == min(count, 20)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: b #c d\n", "#c d"), ("a: b #1\r\nc: d\r\n", "#1"), ("a: b #1\rc: d\r", "#1"), ("- b #c\n", "#c"), ("a: 5 #x\n", "#x"),
        ("a: b # c\n", ""), ("a: b #\n", ""), ("a: b#c\n", ""), ("a: b #cjm: ignore[x]\n", ""), ('a: "b" #c\n', ""), ("#c\na: b\n", ""),
        ("a:\n  #c\n  b\n", ""), ("a: |\n  b #c\n", ""),
    ],
)  # fmt: skip
def test_a_hash_that_cuts_text_off_is_a_warning(text: str, cut: str) -> None:
    document = Document.parse("map", text.encode())
    assert [text[slip.start : slip.end] for slip in document.slips] == ([cut] if cut else [])
    assert {slip.severity for slip in document.slips} <= {"warning"}


def check(name: str, text: str) -> None:
    """Read a changed map beside the others: nothing raises, and every finding says something about a place that is there."""
    project = Project(Path("/nowhere"), config.Config())
    project.documents |= {**UNCHANGED, name: Document.parse(name, text.encode("utf-8", "surrogatepass"))}
    for finding in cjm.read(project, [name]).findings:
        document = project.documents[finding.route.path]
        assert finding.message
        assert finding.span
        span = finding.span
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.column <= len(document.line(span.line)) + 1
        assert span.end_column <= len(document.line(span.end_line)) + 2  # a caret may stand behind the last character


CHARACTERS = st.sampled_from("\t :-#'\"[]{},&*!|>@%`?~\\\n\r<=.0aé😀\0\x85\u2028\ufeff")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["put", "drop", "delete", "double", "indent", "dedent", "move"]), st.floats(0, 1), CHARACTERS
    ),
    min_size=1,
    max_size=4,
)


def edit(text: str, how: str, where: float, character: str) -> str:
    """One edit as hands make them, at a place given as a share of the text."""
    index = int(where * len(text))
    if how in ("put", "drop"):
        return text[:index] + (character if how == "put" else "") + text[index + (how == "drop") :]
    lines = text.splitlines(keepends=True) or [""]
    at = min(int(where * len(lines)), len(lines) - 1)
    line = lines[at]
    changed = {
        "delete": "",
        "double": line * 2,
        "indent": " " + line,
        "dedent": line.removeprefix("  "),
        "move": line + lines[0],
    }
    return "".join([*lines[:at], changed[how], *lines[at + 1 :]])


@settings(max_examples=max(5_000, settings().max_examples * 5) // len(MAPS) + 1)
@given(edits=EDITS)
@pytest.mark.parametrize("name", sorted(MAPS))
def test_no_edit_makes_reading_fail(name: str, edits: list[tuple[str, float, str]]) -> None:
    text = MAPS[name]
    for change in edits:
        text = edit(text, *change)
    check(name, text)


@given(text=st.text(st.one_of(CHARACTERS, st.characters()), max_size=60))
def test_no_text_makes_reading_fail(text: str) -> None:
    check("new", text)
    check("new", f"cjm: 1\ntitle: T\nstages:\n  - name: {text}\n    does: x\n")


@given(data=st.binary(max_size=80))
def test_no_bytes_make_parsing_fail(data: bytes) -> None:
    document = Document.parse("map", data)
    for slip in document.slips:
        assert 0 <= slip.start < slip.end <= len(document.text) + 1
