"""The canonical form: one layout, nothing said differently, no comment lost."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given

from cjm.model.order import Order
from cjm.source.document import Document
from cjm.source.format import format  # noqa: A004
from cjm.source.manner import WIDTH, Manner
from cjm.source.proof import UnprovenError, is_sound, prove
from cjm.source.tree import Mapping, Sequence
from tests.written import Plain, written

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for folder in ("maps", "examples", "src/cjm/templates", "tests/errors", "tests/lint", "tests/golden")
    for path in sorted((ROOT / folder).rglob("*.cjm.yaml"))
]


class Sorted(Plain):
    """Keys by the alphabet; lists under ``stages`` are set apart."""

    def order(self, path: tuple[str, ...], keys: Iterable[str]) -> list[str]:  # noqa: ARG002
        return sorted(keys)

    def is_spaced(self, path: tuple[str, ...]) -> bool:
        return path == ("stages",)


def read(text: str | bytes) -> Document:
    return Document.parse("map", text.encode() if isinstance(text, str) else text)


def tidy(text: str, manner: Manner | None = None) -> str:
    document = read(text)
    return format(document, manner or Order(document.tree))


def mappings(node: Any) -> Iterable[Mapping]:
    if isinstance(node, Mapping):
        yield node
        node = node.values()
    if not isinstance(node, str):
        for child in node if isinstance(node, Sequence | type({}.values())) else ():
            yield from mappings(child)


@given(written())
def test_the_laws_of_the_canonical_form(case: tuple[str, list[str]]) -> None:
    text, said = case
    document = read(text)
    assume(is_sound(document))
    for manner in (Plain(), Sorted()):
        out = format(document, manner)
        again = read(out)
        assert type(manner) is Plain or all(list(node) == sorted(node) for node in mappings(again.tree))
        assert again.tree == document.tree
        assert format(again, manner) == out
        for place in range(len(said)):
            assert len(re.findall(rf"# {place}(?!\d)", out)) == 1
        assert not out.startswith("\n")
        assert out.endswith("\n")


@given(written())
def test_line_breaks_of_another_system_stay(case: tuple[str, list[str]]) -> None:
    text, _ = case
    document = read(text.replace("\n", "\r\n"))
    assume(is_sound(document) and "\n" in text)
    out = format(document, Plain())
    assert out.count("\n") == out.count("\r\n")
    assert read(out).tree == document.tree


SOUND = [path for path in FILES if is_sound(read(path.read_bytes()))]  # the others are left alone


@pytest.mark.parametrize("path", SOUND, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_map_keeps_what_it_says(path: Path) -> None:
    document = read(path.read_bytes())
    out = tidy(document.text)
    assert read(out).tree == document.tree
    assert tidy(out) == out


def test_there_are_maps_to_keep() -> None:
    assert len(SOUND) > 60


FORMS = {
    "keys in order": ("title: T\nid: a\ncjm: 1\n", "cjm: 1\nid: a\ntitle: T\n"),
    "own and unknown keys behind": (
        "x-own: 1\nstages: [A]\ntitle: T\nwhat: 2\ncjm: 1\n",
        "cjm: 1\ntitle: T\nx-own: 1\nwhat: 2\nstages: [A]\n",
    ),
    "metrics keep their order": ("stages:\n- metrics: {nps: 3, csat: 2}\n", "\nstages:\n  - metrics: {nps: 3, csat: 2}\n"[1:]),
    "one persona": ("scope: S\npersona: P\ntitle: T\n", "title: T\npersona: P\nscope: S\n"),
    "two spaces": (
        "stages:\n- name: A\n  does:\n  - a\n  -   - b\n",
        "stages:\n  - name: A\n    does:\n      - a\n      - - b\n",
    ),
    "quotes that nobody needs": ('title: "Hm, why?"\nsummary: \'so\'\n', "title: Hm, why?\nsummary: so\n"),
    "quotes that keep a number a text": ('title: "007"\nsummary: 007\n', 'title: "007"\nsummary: 007\n'),
    "a word that older readers misread": ('title: "no"\nsummary: no\n', 'title: "no"\nsummary: no\n'),
    "an hour": ('title: "9:30"\nsummary: 9:30\n', 'title: "9:30"\nsummary: 9:30\n'),
    "a colon": ("title: 'a: b'\n", 'title: "a: b"\n'),
    "quotes in quotes": ("title: '\"a\": b'\nsummary: \"it's: b\"\n", "title: '\"a\": b'\nsummary: \"it's: b\"\n"),
    "in brackets": ('tags: ["a, b", "c d", e]\n', 'tags: ["a, b", c d, e]\n'),
    "lines": ('summary: "a\\nb\\n"\n', "summary: |\n  a\n  b\n"),
    "lines without an end": ('summary: "a\\nb"\n', "summary: |-\n  a\n  b\n"),
    "indented lines": ('summary: " a\\nb"\n', "summary: |2-\n   a\n  b\n"),
    "lines that no block holds": ('summary: "a\\n\\n"\n', 'summary: "a\\n\\n"\n'),
    "text over lines": ("summary: a\n  b\n\n  c\n", "summary: |-\n  a b\n  c\n"),
    "nothing": ("title: ~\nsummary: null\nlang:\n", "title:\nsummary:\nlang:\n"),
    "nothing in brackets": ("tags: [~]\nscope: {starts: }\n", "tags: [null]\nscope: {starts: null}\n"),
    "keys with a question mark": ("? title\n: T\n", "title: T\n"),
    "a document's marks": ("# a\n---\n# b\ntitle: T\n...\n", "# a\n---\n# b\ntitle: T\n"),
    "json": ('{"title": "T", "stages": [{"name": "A"}]}', "title: T\nstages: [{name: A}]\n"),
    "empty brackets": ("tags: [ ]\nscope: { }\n", "tags: []\nscope: {}\n"),
    "blank lines": (
        "\n\ntitle: T\n\n\n\nsummary: S\nstages:\n\n- name: A\n  does: a\n- name: B\n  does: b\n\n\n",
        "title: T\n\nsummary: S\n\nstages:\n  - name: A\n    does: a\n\n  - name: B\n    does: b\n",
    ),
    "stages of a line each": ("title: T\nstages:\n- A\n- B\n", "title: T\n\nstages:\n  - A\n  - B\n"),
    "a comment above its key": ("# t\ntitle: T\n# c\ncjm: 1\n", "# c\ncjm: 1\n# t\ntitle: T\n"),
    "a comment set off at the head": ("# all\n\n# t\ntitle: T\ncjm: 1\n", "# all\n\ncjm: 1\n# t\ntitle: T\n"),
    "the modeline": (
        "# yaml-language-server: $schema=a\n# t\ntitle: T\ncjm: 1\n",
        "# yaml-language-server: $schema=a\ncjm: 1\n# t\ntitle: T\n",
    ),
    "comments behind": (
        "title: T   # t\nstages: # s\n- # e\n  name: A\n- B # b\n- # c\n  - d\n",
        "title: T   # t\n\nstages: # s\n  # e\n  - name: A\n  - B # b\n  # c\n  - - d\n",
    ),
    "comments behind what then moves": ("scope: # s\n  text\ntitle: # t\n  - T\n", "title: # t\n  - T\nscope: text # s\n"),
    "comments in a block of text": ("summary: | # s\n  a\n  b\n", "summary: | # s\n  a\n  b\n"),
    "comments in brackets": (
        "tags: [ # t\n  a, # a\n  # b\n  b\n  # end\n]\nscope: {starts: S, # s\n  ends: E} # e\n",
        "tags: # t\n  - a # a\n  # b\n  - b\n  # end\nscope: # e\n  starts: S # s\n  ends: E\n",
    ),
    "comments at the end of a block": (
        "stages:\n- name: A\n  does: a\n  # end of A\n# end of all\n",
        "stages:\n  - name: A\n    does: a\n    # end of A\n# end of all\n",
    ),
    "a value commented out": (
        "stages:\n- feels:\n    # - a\n    # - b\n  name: A\n",
        "stages:\n  - name: A\n    feels:\n      # - a\n      # - b\n",
    ),
    "a comment above a first key that moves": (
        "stages:\n- does: a\n  # n\n  name: A\n",
        "stages:\n  # n\n  - name: A\n    does: a\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FORMS)
def test_a_form(case: str) -> None:
    before, after = FORMS[case]
    assert tidy(before) == after
    assert tidy(after) == after


LONG = "word " * 30 + "end"
MEMBERS = "{id: a, text: " + "t" * 60 + ", severity: 3, frequency: 4"


def test_a_long_text_is_folded_and_a_text_without_spaces_is_not() -> None:
    out = tidy(f"title: {LONG}\nsummary: {'x' * 200}\n")
    head, *lines, last = out.splitlines()
    assert head == "title: >-"
    assert all(WIDTH - 10 < len(line) <= WIDTH for line in lines[:-1])
    assert last == f"summary: {'x' * 200}"


def test_a_long_text_with_gaps_is_folded_only_between_single_spaces() -> None:
    text = "word  gap " * 14 + "end"
    assert read(tidy(f'title: "{text}"\n')).tree == {"title": text}


def test_what_does_not_fit_into_brackets_in_one_line_is_filled_or_becomes_a_block() -> None:
    out = tidy(f"pains: {MEMBERS}, causes: [one, two], evidence: [interviews, survey]}}\n")
    assert out.splitlines()[1].startswith("        ")
    assert len(out.splitlines()) == 2
    assert tidy(f"tags: [{', '.join(['word'] * 30)}]\n").count("\n  - word") == 30
    assert tidy(f"pains: {MEMBERS}, causes: [{', '.join(['some words'] * 30)}]}}\n").startswith("pains:\n  id: a\n")


def test_lines_of_an_author_within_brackets_stay_where_they_fit() -> None:
    text = "stages:\n  - pains: {id: a, text: A pain,\n            severity: 3, frequency: 4}\n"
    assert tidy(text) == text
    assert tidy(text.replace("id: a, text: A pain", "text: A pain, id: a")).count("\n") == 2


def test_a_byte_order_mark_goes() -> None:
    assert format(read(b"\xef\xbb\xbftitle: T\n"), Plain()) == "title: T\n"
    assert read(b"\xef\xbb\xbftitle: T\n").has_mark


@pytest.mark.parametrize("text", ["", "# nothing\n", "only a text\n", "- a\n-   b\n", "{}\n"])
def test_what_is_no_map_is_no_matter(text: str) -> None:
    assert read(tidy(text, Plain())).tree == read(text).tree


@pytest.mark.parametrize("text", ["title: S\n", "title: T # c\n", "title: T\nid: a\n", "title: 'T\n"])
def test_what_would_say_something_else_is_not_given_out(text: str) -> None:
    document = read("title: T\n")
    with pytest.raises(UnprovenError, match="map was left as it is"):
        prove(document, text, document.tree)
