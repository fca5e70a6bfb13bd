"""Changes in words: each line as a designer reads it."""

import pytest

from cjm.diff.change import Count, Summary
from cjm.diff.compare import compare
from cjm.diff.telling import headline, summary_line
from cjm.diff.whereabouts import place
from cjm.model.journey import Journey, Scale
from tests.texts import read

BASE = """cjm: 1
id: visit
title: A visit
scale: {min: -2, max: 2}
personas:
  - {id: imani, name: "Imani, office manager", age: 40}
actors:
  - {id: clerk, name: The clerk}
systems:
  - {id: desk, name: Help desk}
  - {id: crm, name: Customer record}
metrics:
  - {id: hold, name: Time on hold, kind: wait, unit: min}
stages:
  - {id: one, name: First, goal: Begin}
  - id: two
    name: Second
    touchpoints:
      - id: a
        name: Point A
        channel: phone
        owner: Sales
        wait: 12 days
        importance: 3
        feels: {score: -2, emotion: anxious}
        for: {imani: {feels: -1, thinks: Why me?}}
        intent: 1
        does: [Rings, Waits]
        thinks: What now?
        physical_evidence: [A card, A box]
        onstage: {id: form, does: Mails the form, actor: clerk, automation: manual, duration: 2 days}
        backstage: {id: check, does: Checks it, system: desk, needs: form}
        pains:
          - {id: limbo, text: Nobody says when, severity: 5}
        gains:
          - {id: sound, text: The sound is clear}
        opportunities:
          - {id: track, title: "Might we show it?", solves: limbo, status: idea}
        metrics:
          csat: {value: 52, target: 65}
          conversion: {value: 0.4, series: [{date: 2026-01, value: 0.3}, {date: 2026-02, value: 0.4}]}
          hold: 11
        rules: Same day
      - {id: b, name: Point B, owner: Sales, next: {to: c, share: 0.4}}
      - {id: c, name: Point C, owner: Service}
  - {id: three, name: Third}
"""


def journey(text: str) -> Journey:
    found = read(text)
    assert not [finding for finding in found.findings if finding.severity == "error"]
    return found.journey


def lines(before: str, after: str) -> list[str]:
    comparison = compare(journey(before), journey(after))
    told = []
    for change in comparison.changes:
        told.append(headline(change, comparison))
        told += [f"> {headline(child, comparison, change.element)}" for child in change.children]
    return told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("score: -2, emotion: anxious", "score: 0, emotion: watchful", "emotion −2 anxious → 0 watchful"),
        ("feels: {score: -2, emotion: anxious}", "feels: excited", "emotion −2 anxious → excited"),
        ("intent: 1", "intent: 1.5", "intended emotion +1 → +1.5"),
        ("{feels: -1, thinks", "{feels: 0.5, thinks", "emotion of Imani −1 → +0.5"),
        ("thinks: Why me?", "thinks: [Why me?, Not again]", "thought of Imani ‘Not again’ added"),
        ("wait: 12 days", "wait: 5 days", "wait 12 days → 5 days"),
        ("        wait: 12 days\n", "", "wait removed: 12 days"),
        ("        importance: 3\n", "", "importance removed: 3"),
        ("name: Point A\n        channel: phone\n", "name: Point A\n        channel: [phone, mobile_app]\n", "channel mobile app added"),
        ("channel: phone", "channel: word_of_mouth", "channel phone → word of mouth"),
        ("[A card, A box]", "[A card, A bag]", "physical evidence ‘A bag’ added, ‘A box’ removed"),
        ("does: [Rings, Waits]", "does: [Waits, Rings]", "doing in another order: ‘Waits’, ‘Rings’"),
        ("thinks: What now?", "thinks: What next?", "thought ‘What now?’ → ‘What next?’"),
        ("name: Point A", "name: Product tour", "renamed: Point A → Product tour"),
        ("title: A visit", "title: Two visits", "renamed: A visit → Two visits"),
        ("Imani, office", "Imani B., office", "persona renamed: Imani, office manager → Imani B., office manager"),
        ("age: 40", "age: 41", "age of Imani, office manager 40 → 41"),
        ("name: Point C, owner: Service", "name: Point C", "owner dropped: Service"),
        ("severity: 5", "severity: 3", "pain eased, severity 5 → 3: Nobody says when"),
        ("severity: 5}", "severity: 5, status: mitigated}", "pain eased, status not said → mitigated: Nobody says when"),
        ("text: Nobody says when", "text: No one says when", "pain reworded: ‘Nobody says when’ → ‘No one says when’"),
        ("          - {id: sound, text: The sound is clear}\n", "          []\n", "gain removed: The sound is clear"),
        ("status: idea", "status: in_progress", "opportunity advanced: idea → in progress: Might we show it?"),
        ("solves: limbo, ", "", "pains solved of opportunity ‘Might we show it?’ removed: ‘Nobody says when’"),
        ("target: 65", "target: 80", "target of CSAT 65 → 80"),
        ("value: 0.4, series", "value: 0.5, series", "value of conversion 40% → 50%"),
        ("date: 2026-02, value: 0.4", "date: 2026-02, value: 0.45", "series of conversion 30%, 40% → 30%, 45%"),
        ("hold: 11", "hold: 2", "value of Time on hold 11 min → 2 min"),
        ("automation: manual, duration", "duration", "automation of step ‘Mails the form’ removed: manual"),
        ("automation: manual", "automation: assisted", "step assisted by a machine: Mails the form"),
        ("duration: 2 days", "duration: 1 hour", "duration of step ‘Mails the form’: 2 days → 1 hour"),
        ("actor: clerk, ", "", "actor of step ‘Mails the form’ removed: The clerk"),
        ("system: desk", "system: crm", "system of step ‘Checks it’: Help desk → Customer record"),
        ("needs: form", "needs: [form, b]", "needs of step ‘Checks it’: ‘Point B’ added"),
        ("to: c, share: 0.4", "to: c, share: 0.5", "share of way on ‘Point C’: 40% → 50%"),
        ("to: c, share", "to: end, share", "way on: ‘Point C’ → ‘end’"),
        ("        channel: phone\n", "        channel: phone\n        moment_of_truth: true\n", "moment of truth added"),
        ("{min: -2, max: 2}", "{min: -3, max: 2}", "scale min −2, max 2 → min −3, max 2"),
    ],
)  # fmt: skip
def test_a_change_in_words(old: str, new: str, told: str) -> None:
    assert BASE.count(old) == 1
    assert told in lines(BASE, BASE.replace(old, new))


def test_what_the_other_direction_says() -> None:
    after = BASE.replace("automation: manual", "automation: automated, fallback: By hand")
    assert lines(BASE, after) == ["step automated: Mails the form", "> fallback added: ‘By hand’"]
    assert lines(after, BASE) == ["step made manual: Mails the form", "> fallback removed: ‘By hand’"]


def test_hand_offs_are_named_by_their_owners() -> None:
    after = BASE.replace("name: Point B, owner: Sales", "name: Point B, owner: Service")
    found = lines(BASE, after)
    assert found[0] == "owner Sales → Service"
    assert lines(BASE, BASE.replace("name: Point C, owner: Service", "name: Point C, owner: Sales")) == [
        "owner Service → Sales",
        "> hand-off gone: Sales → Service",
    ]


def test_what_is_new_and_what_is_gone() -> None:
    point = "      - {id: c, name: Point C, owner: Service}\n"
    without = BASE.replace(point, "").replace(", next: {to: c, share: 0.4}", "")
    assert "touchpoint removed" in lines(BASE, without)
    assert "touchpoint added" in lines(without, BASE)
    pain = BASE.replace("          - {id: limbo, text: Nobody says when, severity: 5}\n", "          []\n")
    pain = pain.replace("solves: limbo, ", "")
    assert "pain removed: Nobody says when" in lines(BASE, pain)
    assert "pain added: Nobody says when" in lines(pain, BASE)


def test_what_moved_says_from_where_to_where() -> None:
    point = "      - {id: c, name: Point C, owner: Service}\n"
    other = BASE.replace(point, "").replace(
        "{id: three, name: Third}\n", "id: three\n    name: Third\n    touchpoints:\n" + point
    )
    assert "moved from ‘Second’ to ‘Third’" in lines(BASE, other)
    first = BASE.replace("  - {id: three, name: Third}\n", "").replace(
        "stages:\n", "stages:\n  - {id: three, name: Third}\n"
    )
    assert lines(BASE, first) == ["moved to the beginning, was after ‘Second’"]
    assert lines(first, BASE) == ["moved after ‘Second’, was first"]
    step = BASE.replace("        backstage: {id: check", "        support: {id: check")
    assert lines(BASE, step) == ["step ‘Checks it’ moved from backstage to support"]


def test_feelings_on_different_scales_name_them() -> None:
    after = BASE.replace("{min: -2, max: 2}", "{min: 1, max: 5}").replace("score: -2, emotion", "score: 4, emotion")
    after = after.replace("feels: -1, thinks", "feels: 2, thinks").replace("intent: 1", "intent: 4")
    assert "emotion −2 anxious (of −2 to 2) → 4 anxious (of 1 to 5)" in lines(BASE, after)


def test_the_place_is_that_of_the_later_map() -> None:
    after = BASE.replace("name: Second", "name: The second").replace("wait: 12 days", "wait: 1 day")
    comparison = compare(journey(BASE), journey(after))
    assert [tuple(place(change, comparison)) for change in comparison.changes] == [
        ("The second", ""),
        ("The second", "Point A"),
    ]


NONE = Count(None, None)


@pytest.mark.parametrize(
    ("counts", "figures", "scale", "told"),
    [
        (
            (4, 1, 3, 1),
            (Count(-0.2, 0.4), Count(5, 2), Count(2, 2), Count(0, 1)),
            None,
            "9 changes: 4 improved, 1 worsened, 3 neutral, 1 unknown · emotion −0.2 → +0.4 · pains 5 → 2 · hand-offs 2 → 2 · automated steps 0 → 1",
        ),
        (
            (0, 0, 1, 0),
            (Count(None, 0.04), Count(0, 0), NONE, NONE),
            Scale(),
            "1 change: 1 neutral · emotion ? → 0 · pains 0 → 0 · hand-offs ? → ? · automated steps ? → ?",
        ),
        (
            (0, 0, 0, 0),
            (Count(1, 3.5), NONE, NONE, NONE),
            Scale(min=1, max=5),
            "0 changes · emotion 1 → 3.5 · pains ? → ? · hand-offs ? → ? · automated steps ? → ?",
        ),
    ],
)
def test_the_last_line(
    counts: tuple[int, int, int, int], figures: tuple[Count, Count, Count, Count], scale: Scale | None, told: str
) -> None:
    assert summary_line(Summary(*counts, *figures), scale) == told


def test_the_last_line_names_what_is_editorial() -> None:
    line = summary_line(Summary(1, 0, 0, 0, NONE, NONE, NONE, NONE), editorial=2)
    assert line.startswith("1 change: 1 improved; 2 editorial · emotion")
