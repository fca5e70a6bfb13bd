"""Spelled texts are read back as the same texts, by our reader and by those of other times."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cjm.source.document import Document
from cjm.source.proof import is_sound
from cjm.source.spell import folded, is_surprising, literal, quote, spell
from tests.written import TEXTS

prose = st.text(st.sampled_from("ab -?:,[]{}#&*!|>'\"%@`~.=\\019eyno\n\t\xa0é漢\u2028\x07\ufeff"), max_size=12)
anything = st.one_of(st.sampled_from(TEXTS), prose, st.text(st.characters(exclude_categories=["Cs"]), max_size=20))


def read(text: str) -> Any:
    document = Document.parse("map", text.encode())
    assert is_sound(document), (text, document.slips)
    return document.tree


def older(text: str, version: tuple[int, int]) -> Any:
    """As read by the rules of YAML 1.1 or 1.2, whole."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    return yaml.load(text)


@given(anything)
def test_a_text_is_read_back_everywhere(text: str) -> None:
    line, inside = spell(text, flow=False), spell(text, flow=True)
    whole = f"a: {line}\nb: [{inside}, {{c: {inside}}}]\nd:\n  - {line}\n  - e: {line}\n"
    assert read(whole) == {"a": text, "b": [text, {"c": text}], "d": [text, {"e": text}]}


@given(anything.filter(lambda text: text != "<<"))
def test_a_text_is_read_back_as_a_key(text: str) -> None:
    assert read(f"{spell(text, flow=False)}: 1\n").keys() == {text}
    assert read(f"{{{spell(text, flow=True)}: 1}}\n").keys() == {text}


@pytest.mark.parametrize("version", [(1, 1), (1, 2)])
@pytest.mark.parametrize(
    "text", [text for text in TEXTS if not {*text} & {"\ufeff", "\u2028"}]
)  # it takes these for its own
def test_older_readers_take_it_for_a_text_too(text: str, version: tuple[int, int]) -> None:
    assert older(f"a: {spell(text, flow=False)}\nb: [{spell(text, flow=True)}]\n", version) == {"a": text, "b": [text]}


@given(anything)
def test_what_is_no_surprise_is_a_text_to_all(text: str) -> None:
    if spell(text, flow=False) == text:
        assert not is_surprising(text)
        assert older(f"- {text}\n", (1, 1)) == [text]


@given(anything)
def test_quotes_stay_on_one_line(text: str) -> None:
    spelled = quote(text)
    assert "\n" not in spelled
    assert read(f"- {spelled}\n") == [text]


@given(anything)
def test_a_block_of_lines_is_read_back(text: str) -> None:
    if block := literal(text):
        lines = "".join(f"    {line}\n" if line else "\n" for line in block[1:])
        assert read(f"a:\n  - {block[0]}\n{lines}  - b\n") == {"a": [text, "b"]}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a\nb", "|-"),
        ("a\n", "|"),
        ("a\n\n b\n", "|"),
        (" a\nb", "|2-"),
        ("\na", "|-"),
        ("a", None),
        ("a\n\n", None),
        ("\n", None),
        ("a\n \nb", None),
        ("a\n\tb", None),
        ("a\nb\x07", None),
    ],
)
def test_which_texts_are_blocks(text: str, head: str | None) -> None:
    block = literal(text)
    assert (block[0] if block else None) == head


@given(st.lists(anything, min_size=1, max_size=30).map(" ".join), st.integers(1, 40))
def test_a_folded_text_is_read_back(text: str, width: int) -> None:
    if block := folded(text, width):
        lines = "".join(f"  {line}\n" for line in block[1:])
        assert read(f"a: {block[0]}\n{lines}") == {"a": text}
        assert all(len(line) <= width or " " not in line or "  " in line for line in block[1:])


@pytest.mark.parametrize(
    ("text", "flow", "spelled"),
    [
        ("Will they like it?", False, "Will they like it?"),
        ("Will they like it?", True, '"Will they like it?"'),
        ("Hm: why", False, '"Hm: why"'),
        ('He said "no": why', False, "'He said \"no\": why'"),
        ('It\'s "so": ok', False, '"It\'s \\"so\\": ok"'),
        ("80%", True, "80%"),
        ("2 days", True, "2 days"),
        ("-1", False, '"-1"'),
        ("", False, '""'),
        ("a\nb", True, '"a\\nb"'),
    ],
)
def test_a_spelling(text: str, flow: bool, spelled: str) -> None:  # noqa: FBT001
    assert spell(text, flow=flow) == spelled


@pytest.mark.parametrize("text", ["yes", "No", "on", "1:30", "2026-09-30", "012"])
def test_what_its_writer_left_bare_stays_bare(text: str) -> None:
    assert spell(text, flow=False) == f'"{text}"'
    assert spell(text, flow=False, was_plain=True) == text
