"""What the parser would drop without a word is told."""

import pytest

from cjm.finding import Severity
from cjm.source.document import Document

COMMENTS = [
    ('says: "No"#1 of them\n', "#1 of them"),
    ("says: 'No'#1", "#1"),
    ("does: [a, b]#c\n", "#c"),
    ("does: [a,#b\n  c]\n", "#b"),
    ("does: {a: 1}#c\n", "#c"),
    ("does: >#c\n  text\n", "#c"),
    ("does: |-#c\n  text\n", "#c"),
    ('"does"#c\n', "#c"),
]
KEPT = [
    "does: C,#5\n",
    'does: "a,#b"\n',
    "does: |\n  a,#b\n  >#\n",
    "does: a\n  b,#c\n",
    "# it's 'so'#x\ndoes: a\n",
    'does: "a" # see "b"#c\n',
    'does: >-\n  a\n# it\'s "b"#c\nsays: d\n',
]


@pytest.mark.parametrize(("text", "lost"), COMMENTS)
def test_a_comment_that_touches_a_text_is_told(text: str, lost: str) -> None:
    (slip,) = Document.parse("map", text.encode()).slips
    assert text[slip.start : slip.end] == lost
    assert (slip.rule, slip.severity) == ("syntax", Severity.WARNING)


@pytest.mark.parametrize("text", KEPT)
def test_a_number_sign_inside_a_text_or_a_comment_is_fine(text: str) -> None:
    assert Document.parse("map", text.encode()).slips == ()


@pytest.mark.parametrize(
    ("text", "key"), [("{?when: a}", "?when"), ("does: {x: a, ?when: b}", "?when"), ("[{?when: a}]", "?when")]
)
def test_a_question_mark_before_a_key_is_told(text: str, key: str) -> None:
    (slip,) = Document.parse("map", text.encode()).slips
    assert text[slip.start : slip.end] == key
    assert slip.severity is Severity.ERROR
    assert slip.help.endswith(f'"{key}"')


@pytest.mark.parametrize(
    "text", ["? when\n: a\n", "does: is it ?so\n", "does:\n  ?so\n", "{? when: a}", '{"?when": a}']
)
def test_other_question_marks_are_fine(text: str) -> None:
    assert Document.parse("map", text.encode()).slips == ()
