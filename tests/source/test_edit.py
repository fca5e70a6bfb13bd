"""Splices say what the edits ask for, and touch nothing else."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cjm.finding import Edit
from cjm.model.order import Order
from cjm.source.document import Document
from cjm.source.edit import apply
from cjm.source.proof import is_sound
from cjm.source.tree import Mapping, Sequence
from tests.written import KEYS, TEXTS, Plain, written

Parts = tuple[str | int, ...]


class Texts(Plain):
    """Keys by the alphabet; every text alone stands for ``text``."""

    def order(self, path: tuple[str, ...], keys: Iterable[str]) -> list[str]:  # noqa: ARG002
        return sorted(keys)

    def short(self, path: tuple[str, ...], node: Any) -> str:  # noqa: ARG002
        return "text"


def read(text: str) -> Document:
    return Document.parse("map", text.encode())


def routes(node: Any, at: Parts = ()) -> Iterator[Parts]:
    yield at
    entries = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, Sequence) else ()
    for part, child in entries:
        yield from routes(child, (*at, part))


def asked(tree: Any, seed: int) -> list[Edit]:
    """A few edits anywhere in a tree."""
    chance = random.Random(seed)
    places = list(routes(tree))
    edits = []
    for _ in range(chance.randint(1, 5)):
        at, value = chance.choice(places), chance.choice((*TEXTS, "12", "2026"))
        edits.append(
            chance.choice(
                (
                    Edit(at, chance.choice(KEYS), at_key=True),
                    Edit(at, value),
                    Edit((*at, chance.choice(("id", "text", "zz", "b: c"))), value),
                )
            )
        )
    return edits


@given(written(), st.integers(0, 2**32), st.sampled_from(["\n", "\r\n"]))
def test_edits_anywhere_are_proven(case: tuple[str, list[str]], seed: int, newline: str) -> None:
    text = case[0].replace("\n", newline)
    document = read(text)
    assume(is_sound(document))
    edits = asked(document.tree, seed)
    for manner in (Plain(), Texts()):
        made = apply(document, edits, manner)  # raises where the text does not say what is asked for
        assert set(made.edits) <= set(edits)
        assert bool(made.edits) == bool(made.splices)
        assert made.edits or made.text == text
        rest, end = "", 0
        for splice in made.splices:
            rest += text[end : splice.start]
            end = splice.end
        for kept in (text[: made.splices[0].start], text[end:]) if made.splices else ():
            assert kept in made.text


@given(written(), st.integers(0, 2**32))
def test_no_edits_change_nothing(case: tuple[str, list[str]], seed: int) -> None:
    document = read(case[0])
    assume(is_sound(document))
    assert apply(document, [], Plain()).text == case[0]
    nowhere = [Edit((*at, "no", "where"), "x") for at in routes(document.tree)][: seed % 9]
    assert apply(document, nowhere, Plain()).text == case[0]


STAGE = "cjm: 1\nstages:\n  - name: One # n\n    feels: -1\n"

CASES: dict[str, tuple[str, Edit | tuple[Edit, ...], str]] = {
    "a key": (STAGE, Edit(("stages", 0, "feels"), "thinks", at_key=True), STAGE.replace("feels:", "thinks:")),
    "a quoted key": ('{"feels":1}', Edit(("feels",), "thinks", at_key=True), '{"thinks":1}'),
    "a number": (STAGE, Edit(("stages", 0, "feels"), "-2"), STAGE.replace("-1", "-2")),
    "a text": (STAGE, Edit(("stages", 0, "name"), "Two: or so"), STAGE.replace("One", '"Two: or so"')),
    "a quoted text": ("title: 'One' # t\n", Edit(("title",), "Two"), 'title: "Two" # t\n'),
    "a block of text": ("title: | # t\n  One\n\nid: a\n", Edit(("title",), "Two"), "title: Two # t\n\nid: a\n"),
    "a text in brackets": ("tags: [a, b]\n", Edit(("tags", 1), "c, d"), 'tags: [a, "c, d"]\n'),
    "an entry of a list of one": ("tags: a\n", Edit(("tags", 0), "b"), "tags: b\n"),
    "what is empty": ("title: # t\nid: a\n", Edit(("title",), "T"), "title: T # t\nid: a\n"),
    "an empty entry": ("tags:\n  -\n  - a\n", Edit(("tags", 0), "b"), "tags:\n  - b\n  - a\n"),
    "an id in a block": (
        STAGE,
        Edit(("stages", 0, "id"), "one"),
        STAGE.replace("- name", "- id: one\n    name"),
    ),
    "a key behind others": (
        STAGE,
        Edit(("stages", 0, "does"), "Waits"),
        STAGE.replace("# n\n", "# n\n    does: Waits\n"),
    ),
    "a key at the end": (STAGE, Edit(("stages", 0, "evidence"), "s"), f"{STAGE}    evidence: s\n"),
    "a key behind a list": (
        "stages:\n  - pains:\n      - a # b\n    next: end",
        Edit(("stages", 0, "metrics"), "m"),
        "stages:\n  - pains:\n      - a # b\n    metrics: m\n    next: end",
    ),
    "a key behind a block of text": (
        "summary: |\n  a\nstages: [A]\n",
        Edit(("lang",), "en"),
        "summary: |\n  a\nlang: en\nstages: [A]\n",
    ),
    "a key behind a block of text that keeps its lines": (
        "summary: |+\n  a\n\nstages: [A]\n",
        Edit(("lang",), "en"),
        "summary: |+\n  a\n\nlang: en\nstages: [A]\n",
    ),
    "a key without an end of line": ("title: T", Edit(("lang",), "en"), "title: T\nlang: en"),
    "an id in the head": ("cjm: 1\ntitle: T\n", Edit(("id",), "a"), "cjm: 1\nid: a\ntitle: T\n"),
    "an id in brackets": ("stages: [{ name: A }]\n", Edit(("stages", 0, "id"), "a"), "stages: [{ id: a, name: A }]\n"),
    "a key in brackets": (
        "stages: [{name: A, does: x}]\n",
        Edit(("stages", 0, "at"), "day 1"),
        "stages: [{name: A, at: day 1, does: x}]\n",
    ),
    "a key in empty brackets": ("stages: [{}]\n", Edit(("stages", 0, "id"), "a"), "stages: [{id: a}]\n"),
    "a text alone": ("stages:\n  - A # a\n", Edit(("stages", 0, "id"), "a"), "stages:\n  - {id: a, name: A} # a\n"),
    "a number alone": ("stages: 2024\n", Edit(("stages", 0, "id"), "2024"), "stages: {id: 2024, name: 2024}\n"),
    "a text alone in brackets": ("stages: [A?, 'B']\n".replace("A?", "A"), Edit(("stages", 1, "id"), "b"), "stages: [A, {id: b, name: 'B'}]\n"),
    "a text alone that brackets do not take": (
        "stages:\n  - What, now?\n",
        Edit(("stages", 0, "id"), "what-now"),
        'stages:\n  - {id: what-now, name: "What, now?"}\n',
    ),
    "a long text alone": (
        f"stages:\n  - {'x' * 120} # x\n",
        Edit(("stages", 0, "id"), "x"),
        f"stages:\n  - id: x\n    name: {'x' * 120} # x\n",
    ),
    "a long text alone behind its key": (
        f"stages: {'x' * 120} # x\n",
        Edit(("stages", 0, "id"), "x"),
        f"stages:\n  id: x\n  name: {'x' * 120} # x\n",
    ),
    "what a text alone stands for": (
        "stages:\n  - onstage: clrek\n",
        Edit(("stages", 0, "onstage", 0, "actor"), "clerk"),
        "stages:\n  - onstage: clerk\n",
    ),
    "several": (
        STAGE,
        (Edit(("stages", 0, "id"), "one"), Edit(("stages", 0, "feels"), "2"), Edit(("stages", 0, "name"), "x", at_key=True)),
        STAGE.replace("- name", "- id: one\n    name").replace("-1", "2"),
    ),
    "the first of two": (
        STAGE,
        (Edit(("stages", 0, "feels"), "2"), Edit(("stages", 0, "feels"), "1")),
        STAGE.replace("-1", "2"),
    ),
    "other line breaks": (
        STAGE.replace("\n", "\r\n"),
        Edit(("stages", 0, "id"), "one"),
        STAGE.replace("- name", "- id: one\n    name").replace("\n", "\r\n"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_edit(case: str) -> None:
    before, edits, after = CASES[case]
    edits = (edits,) if isinstance(edits, Edit) else edits
    document = read(before)
    made = apply(document, edits, Order(document.tree))
    assert made.text == after
    assert made.edits


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        (STAGE, Edit(("stages", 0, "feels"), "name", at_key=True)),
        (STAGE, Edit(("stages",), "text")),
        (STAGE, Edit((), "text")),
        (STAGE, Edit(("stages", 0), "name", at_key=True)),
        (STAGE, Edit(("stages", 7, "id"), "a")),
        (STAGE, Edit(("stages", 0, "scope", "starts"), "a")),
        (STAGE, Edit(("stages", "id"), "a")),
        ("persona: Ann\n", Edit(("persona", 0, "id"), "ann")),
        ("? title\n: T\n", Edit(("id",), "a")),
        ("? title\n", Edit(("title",), "T")),
        ("stages:\n  -\n    # a\n    One\n", Edit(("stages", 0, "name"), "-a")),
        ("stages:\n  # s\n  One\n".replace("One", "x" * 130), Edit(("stages", 0, "id"), "x")),
        ("title: T\ntitle: S\n", Edit(("title",), "R")),
    ],
)
def test_what_cannot_be_done_is_left(text: str, edit: Edit) -> None:
    document = read(text)
    assert apply(document, [edit], Order(document.tree)) == (text, (), ())
