"""Keys that the format does not have: what was meant, told once, and read on where that is clear."""

import pytest

from tests.texts import read, stage


@pytest.mark.parametrize(
    ("text", "told", "help"),
    [
        ("Feels: 7", [("unknown-key", "Feels"), ("score-out-of-scale", "7")], "Write feels, in small letters."), ("feel: 7", [("unknown-key", "feel"), ("score-out-of-scale", "7")], "Did you mean ‘feels’?"),
        ("émotion: 7", [("unknown-key", "émotion"), ("score-out-of-scale", "7")], "Write feels."), ("émotion: 7\nfeels: 1", [("unknown-key", "émotion")], "There is one already"),
        ("importancia: 7", [("unknown-key", "importancia"), ("out-of-range", "7")], "Write importance."), ("-name: a", [("unknown-key", "-name")], "Write - name:"), ("wibble: 7", [("unknown-key", "wibble")], "Usual here: name,"),
        ("pains: {Text: a, schwere: 7}", [("unknown-key", "Text"), ("unknown-key", "schwere"), ("out-of-range", "7")], "Write text, in small letters."),
        ("touchpoints:\n  - Phone: rings\n    feels: 7", [("unknown-key", "Phone"), ("score-out-of-scale", "7")], 'If this is one text, put it between double quotes: - name: "Phone: rings"'),
        ("touchpoints:\n  - Phone: rings", [("unknown-key", "Phone")], 'If this is one text, put it between double quotes: - "Phone: rings"'),
        ("touchpoints:\n  - Nom: Phone", [("unknown-key", "Nom")], "Write name."), ("pains:\n  - Long, severity: 7", [("unknown-key", "Long, severity"), ("out-of-range", "Long, severity")], "Write - {text: Long, severity: 7}"),
        ("metrics:\n  - wait: 2 days\n    n: x\n  - csat: 140", [("wrong-type", "metrics"), ("wrong-type", "x"), ("out-of-range", "140")], "Write metrics: {wait: {value: 2 days, n: x}, csat: 140}"),
        ("metrics:\n  - kind: csat\n    value: 140", [("wrong-type", "metrics"), ("out-of-range", "140")], "Write metrics: {csat: {kind: csat, value: 140}}"),
        ("metrics: [csat]", [("wrong-type", "metrics")], "It takes figures by kind"), ("metrics:\n  - csat: 1\n  - csat: 2", [("wrong-type", "metrics")], "It takes figures by kind"),
        ("feels: [-1, sad]", [("wrong-type", "feels")], "Write {score: -1, emotion: sad} — how it feels"), ("feels: [a, b]", [("wrong-type", "feels")], "It takes how it feels"),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_and_what_it_holds_is_judged(text: str, told: list[tuple[str, str]], help: str) -> None:
    reading = stage(text)
    assert reading.told() == told
    assert reading.findings[0].help.startswith(help)


def test_what_was_clearly_meant_is_read() -> None:
    journey = read(
        "cjm: 1\nTitre: T\netapy:\n  - Nom: One\n    gânduri: Hm\n    for: [{dana: {feels: -1}}]\npersona: {Name: Dana}\n"
    ).journey
    assert (journey.title, journey.stages[0].name, journey.stages[0].thinks) == ("T", "One", ("Hm",))
    assert list(journey.stages[0].for_) == ["dana"]
    assert journey.personas[0].name == "Dana"


def test_a_key_that_is_clearly_meant_can_be_mended() -> None:
    (finding,) = stage("Thinks: a").findings
    assert finding.fix
    assert [(edit.parts, edit.value, edit.at_key) for edit in finding.fix.edits] == [
        (("stages", 0, "Thinks"), "thinks", True)
    ]
