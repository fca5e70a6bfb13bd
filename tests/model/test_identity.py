"""Ids: derived in every script, unique without disturbing the written ones."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.identity import LONGEST, derive, give_ids


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Compare suppliers", "compare-suppliers"), ("  Ask -- twice!  ", "ask-twice"), ("24/7 help", "24-7-help"), ("Straße", "strasse"),
        ("Întâlnire la sediu", "întâlnire-la-sediu"), ("I\u0302ntâlnire", "întâlnire"), ("Źródło", "źródło"), ("Ждёт ответа", "ждёт-ответа"),
        ("電話をかける", "電話をかける"), ("ﾃﾞﾝﾜ", "デンワ"), ("ﬁle №5", "file-no5"), ("नमस्ते दुनिया", "नमस्ते-दुनिया"), ("مرحبا بك", "مرحبا-بك"),
        ("İstanbul", "i\u0307stanbul"), ("½ off", "1-2-off"), ("don’t", "don-t"), ("snake_case", "snake-case"),
        ("", ""), ("!?", ""), ("😀", ""), ("☎️", ""), ("❤️ love", "love"), ("\u0301", ""),
        ("word " * 20, "word-word-word-word-word-word-word-word"), ("a" * 50, "a" * 40), ("a" * 39 + " b", "a" * 39),
    ],
)  # fmt: skip
def test_an_id_keeps_the_letters_and_digits_of_any_script(text: str, id: str) -> None:
    assert derive(text) == id


@given(st.text())
def test_a_derived_id_is_an_id(text: str) -> None:
    id = derive(text)
    assert len(id) <= LONGEST
    assert id == id.strip("-")
    assert "--" not in id
    assert all(char == "-" or unicodedata.category(char)[0] in "LMN" for char in id)
    assert derive(id) == id
    assert any(map(str.isalnum, id)) or not id


def stages(*elements: dict[str, Any]) -> list[dict[str, Any]]:
    give_ids({"stages": list(elements)})
    return list(elements)


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["A", "B"], ["a", "b"]), (["A", "a", "A!"], ["a", "a-2", "a-3"]), (["A", "A-2", "a"], ["a", "a-2", "a-3"]),
        (["!", "A", "?"], ["stage-1", "a", "stage-3"]), (["Stage 2", "!"], ["stage-2", "stage-2-2"]),
    ],
)  # fmt: skip
def test_a_taken_id_is_numbered(names: list[str], ids: list[str]) -> None:
    assert [element["id"] for element in stages(*({"name": name} for name in names))] == ids


def test_numbered_ids_are_marked_and_derived_ones_too() -> None:
    found = stages({"name": "A"}, {"name": "A"}, {"name": "!"}, {"id": "x"})
    assert [(each.get("derived", False), each.get("numbered", False)) for each in found] == [
        (True, False), (True, True), (True, True), (False, False),
    ]  # fmt: skip


def test_written_ids_come_first_wherever_they_stand() -> None:
    assert [each["id"] for each in stages({"name": "A"}, {"id": "a", "name": "B"}, {"name": "B"})] == ["a-2", "a", "b"]


@pytest.mark.parametrize("id", ["", []])
def test_an_empty_id_is_derived_and_a_wrong_one_left_for_the_validation(id: object) -> None:
    assert stages({"name": "A", "id": id})[0]["id"] == ("a" if id == "" else id)


def test_each_sort_of_element_has_its_own_space_and_touchpoints_one_in_each_stage() -> None:
    pain: dict[str, Any]
    first, second = stages(
        {
            "name": "A",
            "touchpoints": [{"name": "A"}, {"name": "A"}],
            "pains": [{"text": "A"}],
            "gains": [{"text": "A"}],
        },
        {
            "name": "B",
            "touchpoints": [{"name": "A", "pains": [{"text": "A"}]}],
            "onstage": [{"actor": "A"}],
            "support": [{"does": ["A"]}],
        },
    )
    assert [each["id"] for each in first["touchpoints"]] == ["a", "a-2"]
    assert second["touchpoints"][0]["id"] == "a"
    assert first["pains"][0]["id"] == first["gains"][0]["id"] == "a"
    (pain,) = second["touchpoints"][0]["pains"]
    assert pain["id"] == "a-2"
    assert (second["onstage"][0]["id"], second["support"][0]["id"]) == ("a", "a-2")


@pytest.mark.parametrize(
    ("step", "id"),
    [
        ({"does": ["First this", "then that"], "actor": "Ann"}, "first-this"), ({"actor": "Ann", "system": "CRM"}, "ann"), ({"system": "CRM"}, "crm"),
        ({"does": []}, "step-1"), ({"does": [["x"]]}, "x"), ({"does": {"a": "b"}}, "step-1"),
    ],
)  # fmt: skip
def test_a_step_is_called_after_what_is_done_or_by_whom(step: dict[str, Any], id: str) -> None:
    give_ids({"stages": [{"name": "A", "backstage": [step]}]})
    assert step["id"] == id


@pytest.mark.parametrize(
    "folded", [None, "x", [], {"stages": 5}, {"stages": ["x", None, 5]}, {"stages": [{"touchpoints": "x"}]}]
)
def test_what_is_no_map_is_left_alone(folded: object) -> None:
    give_ids(folded)


def test_a_persona_that_is_only_named_gets_no_id() -> None:
    folded = {"personas": [{"refers": "dana"}, {"name": "Dana"}]}
    give_ids(folded)
    assert folded["personas"] == [{"refers": "dana"}, {"name": "Dana", "id": "dana", "derived": True}]
