"""What customers do, think, feel and say: edges of the rules on it."""

import pytest

from tests.lint.ask import ask, slugs, stages

PAIN = "pains: {id: p, text: It hurts}"


@pytest.mark.parametrize(
    ("line", "head", "thinks", "feels"),
    [
        ("does: X", "", 1, 1),
        ("does: X, says: Ah", "", 0, 1),
        ("does: X, questions: Why", "", 0, 1),
        ("does: X, thinks: Hm, feels: 0", "", 0, 0),
        ("does: X, for: {P: {thinks: Hm, feels: 1}}", "persona: P", 0, 0),
        ("channel: web", "", 0, 0),  # a mere contact lacks more than a thought
        ("does: X", "kind: blueprint", 0, 0),
        ("does: X", "kind: touchpoints", 0, 0),
        ("does: X", "state: actual", 0, 0),
        ("does: X, intent: calm", "", 1, 1),
        ("does: X, intent: calm", "state: future\ncompares_to: other", 1, 0),
        ("touchpoints: [{name: T, does: X, intent: calm, status: planned}]", "", 1, 0),
        ("touchpoints: [{name: T, does: X}, {name: U, does: X}]", "", 1, 1),  # the stage, once
        ("thinks: Hm, feels: 0, touchpoints: [{name: T, does: X}, {name: U, does: X}]", "", 0, 0),
        ("touchpoints: [{name: T, does: X, thinks: Hm, feels: 0}, {name: U, does: X}]", "", 1, 1),
        ("touchpoints: [{name: T, does: X, thinks: Hm, feels: 0}, U]", "", 0, 0),
    ],
)
def test_thoughts_and_feelings_are_missed_once(line: str, head: str, thinks: int, feels: int) -> None:
    assert len(ask("missing-thinks", stages(line, head=head))) == thinks
    assert len(ask("missing-feels", stages(line, head=head))) == feels


def curve(*scores: float, head: str = "") -> str:
    return stages(*(f"does: X, feels: {score}" for score in scores), head=head)


WIDE = "scale: {min: 1, max: 9}"


@pytest.mark.parametrize(
    ("text", "is_flat", "is_happy"),
    [
        (curve(0, 0, 0, 0), True, True),
        (curve(0, 0, 0), False, False),
        (curve(-1, -0.5, 0, 0), True, False),
        (curve(-1, 0, 0.5, 0), False, False),
        (curve(0.5, 1, 2, 1), False, True),
        (curve(0, 1, 2, 1), False, True),
        (curve(-0.5, 1, 2, 1), False, False),
        (curve(1, 1, 1, 1, head="state: future\ncompares_to: other"), False, False),
        (curve(1, 1, 1, 1, head="state: actual"), False, False),
        (curve(1, 1, 1, 1, head="kind: blueprint"), False, False),
        (curve(4, 5, 6, 5, head=WIDE), True, False),
        (curve(4, 5, 8, 5, head=WIDE), False, False),
        (curve(6, 7, 9, 6, head=WIDE), False, True),
    ],
)
def test_a_curve_goes_up_and_down(text: str, *, is_flat: bool, is_happy: bool) -> None:
    assert ask("flat-emotion", text) == ["stages"] * is_flat
    assert ask("happy-path-only", text) == ["stages"] * is_happy


def test_the_middle_is_good_enough_where_pains_are_named() -> None:
    lines = [f"does: X, feels: {score}" for score in (0, 1, 2, 1)]
    assert ask("happy-path-only", stages(*lines)) == ["stages"]
    assert ask("happy-path-only", stages(*lines, PAIN)) == []
    assert ask("happy-path-only", stages(*lines, "barriers: The door")) == []
    assert ask("happy-path-only", stages("feels: 1", *lines[1:], PAIN)) == ["stages"]


def test_a_flat_curve_is_one_finding() -> None:
    found = slugs(curve(1, 1, 1, 1))
    assert "flat-emotion" in found
    assert "happy-path-only" not in found


@pytest.mark.parametrize(
    ("line", "head", "wanted"),
    [
        ("feels: -1", "", ["-1"]),
        ("feels: -0.5", "", []),
        ("feels: annoyed", "", ["annoyed"]),
        ("for: {P: {feels: -2}}", "persona: P", ["{P: {feels: -2}}"]),
        (f"feels: -2, {PAIN}", "", []),
        ("feels: -2, barriers: The door", "", []),
        (f"{PAIN}, touchpoints: [{{name: T, feels: -2}}]", "", []),
        (f"feels: -2, touchpoints: [{{name: T, {PAIN}}}]", "", []),
        (f"touchpoints: [{{name: T, feels: -2}}, {{name: U, {PAIN}}}]", "", ["-2"]),
        ("feels: 3", "scale: {min: 1, max: 9}", ["3"]),
        ("feels: 4", "scale: {min: 1, max: 9}", []),
        ("feels: -2", "state: actual", []),
        ("feels: -2", "kind: touchpoints", []),
    ],
)
def test_a_low_point_has_a_reason(line: str, head: str, wanted: list[str]) -> None:
    assert ask("low-without-pain", stages(line, head=head)) == wanted


def test_a_fall_without_a_reason_is_one_finding() -> None:
    found = slugs(stages("does: X, feels: 1", "does: X, feels: -1"))
    assert "unexplained-drop" in found
    assert "low-without-pain" not in found


@pytest.mark.parametrize(
    ("line", "head", "wanted"),
    [
        ("feels: {score: -1, emotion: happy}", "", 1),
        ("feels: {score: -0.5, emotion: happy}", "", 0),
        ("feels: {score: 0, emotion: furious}", "", 0),
        ("feels: {score: 1, emotion: surprised}", "", 0),
        ("feels: {score: 1, emotion: nostalgic}", "", 0),
        ("intent: {score: 1, emotion: worried}", "", 1),
        ("for: {P: {feels: {score: 1, emotion: déçue}}}", "persona: P", 1),
        ("feels: {score: 8, emotion: worried}", "scale: {min: 1, max: 9}", 1),
        ("feels: {score: 4, emotion: happy}", "scale: {min: 1, max: 9}", 0),
        ("feels: {score: -1, emotion: happy}", "lang: fr-CA", 1),
        ("feels: {score: -1, emotion: happy}", "lang: it", 0),
    ],
)
def test_word_and_number_agree(line: str, head: str, wanted: int) -> None:
    assert len(ask("emotion-contradicts-score", stages(line, head=head))) == wanted


@pytest.mark.parametrize(
    ("lines", "head", "wanted"),
    [
        (["feels: 1", "feels: -1"], "", ["-1"]),
        (["feels: 1", "feels: -1", "does: X"], "", ["-1"]),  # the last that is scored
        (["feels: 1", "feels: 0"], "", []),
        (["feels: -1", "feels: 1"], "", []),
        (["feels: 1", "feels: -1, opportunities: {title: Try}"], "", []),
        (["feels: 1", "opportunities: {title: Try}, touchpoints: [{name: T, feels: -1}]"], "", []),
        (["feels: 1", "feels: -1"], "occasion: leaving", []),
        (["feels: 1", "feels: -1"], "state: actual", []),
        (["does: X"], "", []),
        (["feels: 5", "feels: 4"], "scale: {min: 1, max: 9}", ["4"]),
    ],
)
def test_the_end_is_what_people_remember(lines: list[str], head: str, wanted: list[str]) -> None:
    assert ask("bad-ending", stages(*lines, head=head)) == wanted


STUDY = "research: {id: talks, method: interview}"


@pytest.mark.parametrize(
    ("line", "head", "count"),
    [
        ("says: Ah", "", 1),
        ("says: [Ah, {text: Oh, evidence: talks}]", STUDY, 1),
        ("says: Ah, evidence: talks", STUDY, 0),
        ("evidence: talks, touchpoints: [{name: T, says: Ah}]", STUDY, 0),
        ("touchpoints: [{name: T, says: Ah}, {name: U, evidence: talks}]", STUDY, 1),
        ("for: {P: {says: Ah}}", f"{STUDY}\npersona: P", 1),
        ("for: {P: {says: Ah}}", f"{STUDY}\npersona: {{name: P, evidence: talks}}", 0),
        ("says: Ah", "state: actual", 0),
        ("thinks: Ah", "", 0),
    ],
)
def test_a_quote_was_heard_somewhere(line: str, head: str, count: int) -> None:
    assert len(ask("quote-without-evidence", stages(line, head=head))) == count
