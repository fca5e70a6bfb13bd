"""What the schema refuses, said in words: what is there, and what to write instead."""

import pytest

from tests.texts import read, stage


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("importance: true", "‘true’ is not a whole number from 1 to 5.", "Write a whole number from 1 to 5 — how much it matters to the customer: 1 little, 5 decisive."),
        ("importance: 6", "6 is out of range for ‘importance’.", "Write a number from 1 to 5."),
        ("importance: high", "‘high’ is not a whole number from 1 to 5.", "Write a whole number from 1 to 5 —"),
        ("next: {to: end, share: 86}", "86 is out of range for ‘share’.", "If you mean 86 per cent, write 86% or 0.86."),
        ("next: {to: end, share: -1}", "-1 is out of range for ‘share’.", "Write a number from 0 to 1."),
        ("metrics: {csat: {value: 5, n: -1}}", "-1 is out of range for ‘n’.", "Write a number from 0 upwards."),
        ("metrics: 5", "‘metrics’ does not take ‘5’.", "It takes figures by kind or catalogue id: {csat: 52}."),
        ("metrics: {csat: [5]}", "‘metrics’ does not take a list.", "Write 5 — figures by kind"),
        ("for: {dana: sad}", "‘for’ does not take ‘sad’.", "It takes where one persona differs"),
        ("owner: [a, b]", "‘owner’ takes one text, not a list.", "Write one text — the department that answers for it."),
        ("owner: {a: b}", "‘owner’ takes one text, not keys with values.", "Write one text"),
        ("does: {a: b}", "‘does’ takes one text or several as a list, not keys with values.", "Write one text or several as a list"),
        ("does: [a, ]\nthinks:\n  - a\n  -", "This entry of the list is empty.", "Fill it in, or remove its dash."),
        ("owner: []", "Nothing stands between these brackets.", "Write one text."),
        ("wait: soon", "‘soon’ cannot be read here.", "Write a number and a unit (min, hour, day, working day, week, month, year): 2 days."),
        ("wait: [1 day]", "‘wait’ takes a number and a unit", "Write a number and a unit"),
        ("touchpoints: {name: a, status: plannd}", "‘status’ cannot be ‘plannd’.", "Did you mean ‘planned’?"),
        ("touchpoints: {name: a, status: zzz}", "‘status’ cannot be ‘zzz’.", "Write in_place, planned or retired."),
        ("says: {by: a}", "This quote has no text.", "Add ‘text: …’ — the words."),
        ("automations: {do: a}", "This automation has no when.", "Add ‘when: …’ — the condition."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_explained(text: str, message: str, help: str) -> None:
    finding = next(each for each in stage(text, "persona: {id: dana}").findings if each.rule != "unknown-reference")
    assert finding.message.startswith(message)
    assert finding.help.startswith(help)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("{}", ["This file does not say that it is a map.", "This map has no title.", "This map has no stages."]),
        ("cjm: 2\ntitle: T\nstages: [a]", ["This map asks for version 2 of the format."]), ("cjm: true\ntitle: T\nstages: [a]", ["This map asks for version true of the format."]),
        ("cjm: 1\ntitle: T\nstages: []", ["This map has no stages."]), ("kind: library", ["This file does not say that it is a map."]),
    ],
)  # fmt: skip
def test_what_a_file_lacks(text: str, messages: list[str]) -> None:
    assert [finding.message for finding in read(text).findings] == messages
