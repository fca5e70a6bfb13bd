"""What a plain scalar means: the core schema of YAML 1.2, and what stays text although other loaders think otherwise."""

import pytest

from cjm.source.document import Document
from cjm.source.scalar import SPECIAL_START, resolve
from cjm.source.tree import Mapping, Scalar

NUMBERS = [
    ("0", 0), ("-0", 0), ("007", 7), ("010", 10), ("-1", -1), ("+1", 1), ("12345678901234567890", 12345678901234567890),
    ("1.10", 1.1), ("1.", 1.0), (".5", 0.5), ("-.5", -0.5), ("+0.5", 0.5), ("1e3", 1000.0), ("1E-2", 0.01), ("1.5e+1", 15.0),
    ("0o17", 15), ("0x1F", 31), ("9" * 40, int("9" * 40)),
]  # fmt: skip
TRUTHS = [(word, word.casefold() == "true") for word in ("true", "True", "TRUE", "false", "False", "FALSE")]
NOTHING = ["", "~", "null", "Null", "NULL"]
TEXTS = [
    "no", "No", "NO", "yes", "Yes", "on", "off", "y", "n", "tRUE", "nULL", "none", "None", "nil",
    "1:30", "190:20:30", "2026-06-30", "2001-12-14t21:59:43.10-05:00", "1_000", "1,000", "1 000", "10%", "5-3", "1.2.3",
    ".inf", "-.inf", "+.INF", ".nan", ".NaN", "inf", "nan", "1e999", "-1e999",
    "0b11", "0o8", "0xG", "-0x1F", "+0o7", "0x", "0o", "e3", ".", "-", "+", "+-1", "--1", "1e", "1e+", "−1", "½", "१२", "1１",
    "9" * 41, "1." + "0" * 40,
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [*NUMBERS, *TRUTHS])
def test_a_number_or_a_truth_value_keeps_its_text(text: str, value: float) -> None:
    found = resolve(text)
    assert found == Scalar(text, value)
    assert isinstance(found, Scalar)
    assert type(found.value) is type(value)


@pytest.mark.parametrize("text", NOTHING)
def test_an_empty_value_is_nothing(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize("text", TEXTS)
def test_everything_else_is_text(text: str) -> None:
    assert resolve(text) == text


def test_what_is_no_text_begins_with_one_of_the_special_characters() -> None:
    assert {text[0] for text, _ in [*NUMBERS, *TRUTHS]} | {text[0] for text in NOTHING if text} <= SPECIAL_START


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *[(text, Scalar(text, value)) for text, value in NUMBERS],
        *[(text, None) for text in NOTHING],
        *[(text, text) for text in ("no", "on", "1:30", ".inf", "2026-06-30", "−1", "9" * 41)],
        ("'1'", "1"), ('"true"', "true"), ("''", ""), ('"~"', "~"), ("|-\n  1", "1"), (">-\n  null", "null"),
        ("1 # one", Scalar("1", 1)), ("1\n  2", "1 2"),
    ],
)  # fmt: skip
def test_a_value_in_a_file(written: str, value: object) -> None:
    document = Document.parse("a", f"key: {written}\n".encode())
    assert document.tree == {"key": value}
    assert document.slips == ()


@pytest.mark.parametrize("text", ["1", "true", "~", "null", "1e3", "no"])
def test_a_key_is_always_text(text: str) -> None:
    tree = Document.parse("a", f"{text}: x\n".encode()).tree
    assert isinstance(tree, Mapping)
    assert list(tree) == [text]


def test_scalars_are_equal_in_text_and_value() -> None:
    assert Scalar("1.0", 1.0) != Scalar("1", 1)
    assert Scalar("1", 1) != 1
    assert len({Scalar("1", 1), Scalar("1", 1), Scalar("01", 1)}) == 2
    assert repr(Scalar("007", 7)) == "Scalar('007', 7)"
