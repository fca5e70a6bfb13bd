"""Random three-way merges, each judged by an oracle that knows nothing of how they are done; and the oracle judged by bad merges.

Many more by hand: `python -m tests.merge.long 10000 1`.
"""

import pytest

from tests.merge.bases import borrowed
from tests.merge.checks import check
from tests.merge.oracle import judge
from tests.merge.run import decide, run
from tests.merge.situations import situation
from tests.merge.verdict import Rank

CASES, PARTS = 300, 20
TOLERATED = {"comment back", "wide", "rewritten", "doubt", "by lines", "no conflict"}
"""Not pretty, but nothing is lost: the long run tells how many there are."""


@pytest.mark.parametrize("part", range(PARTS))
def test_random_merges_hold_what_they_promise(part: int) -> None:
    for seed in range(part, CASES, PARTS):
        given = situation(seed)
        report = check(given, borrowed())
        wrong = [each for each in report.complaints if each.rule.partition(":")[0] not in TOLERATED]
        assert not wrong, f"python -m tests.merge.long 1 {seed} {wrong[0].rule!r}"


def test_most_merges_need_nobody() -> None:
    sorts = [check(situation(seed), borrowed()).sort for seed in range(60)]
    assert sorts.count("merged") > 48


BASE = """\
cjm: 1
title: Moving
stages:
  - id: one
    name: Decide # why
    pains:
      - {id: slow, text: Too slow, severity: 2}
    touchpoints:
      - {id: call, name: A call, channel: [phone, web]}
      - {id: letter, name: A letter}
  - id: two
    name: Move
    does: [Packs, Drives]
"""
OURS = ("severity: 2", "severity: 4")
THEIRS = ("name: Move", "name: Move house")


def changed(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


LETTER = ("      - {id: letter, name: A letter}\n", "")
CALL = ("      - {id: call, name: A call, channel: [phone, web]}\n", "")
BAD: dict[str, tuple[str, str, str, str]] = {
    "a change of ours is lost": (changed(OURS), changed(THEIRS), changed(THEIRS), "not as it should be"),
    "a change of theirs is lost": (changed(OURS), changed(THEIRS), changed(OURS), "not as it should be"),
    "a value of nobody": (changed(OURS), changed(THEIRS), changed(("severity: 2", "severity: 3"), THEIRS), "not as it should be"),
    "a mean value": (changed(OURS), changed(("severity: 2", "severity: 3")), changed(OURS), "both changed, no conflict"),
    "an element of nobody": (
        changed(OURS), changed(THEIRS), changed(OURS, THEIRS, ("      - {id: letter", "      - {id: mail}\n      - {id: letter")), "from nowhere",
    ),
    "an element lost": (changed(OURS), changed(THEIRS), changed(OURS, THEIRS, LETTER), "element lost"),
    "an element twice": (
        changed(OURS), changed(THEIRS), changed(OURS, THEIRS, ("    does: [", "    touchpoints: {id: letter, name: A letter}\n    does: [")), "from nowhere",
    ),
    "a deletion undone": (changed(LETTER), changed(THEIRS), changed(THEIRS), "deletion not honoured"),
    "deleted here, changed there": (
        changed(LETTER), changed(("name: A letter", "name: A parcel")), changed(LETTER), "deleted and changed, no conflict",
    ),
    "one less in a set": (
        changed(("[phone, web]", "[phone, web, chat]")), changed(("[phone, web]", "[web]")), changed(("[phone, web]", "[web]")), "set",
    ),
    "a text less in a list": (
        changed(("[Packs, Drives]", "[Packs, Loads, Drives]")), changed(("[Packs, Drives]", "[Packs, Drives, Rests]")),
        changed(("[Packs, Drives]", "[Packs, Drives, Rests]")), "row",
    ),
    "another order": (
        changed(OURS), changed(CALL, ("A letter}\n", "A letter}\n      - {id: call, name: A call, channel: [phone, web]}\n")), changed(OURS),
        "order of theirs",
    ),
    "elsewhere": (
        changed(OURS), changed(LETTER, ("    does: [", "    touchpoints:\n      - {id: letter, name: A letter}\n    does: [")), changed(OURS),
        "not as it should be",
    ),
    "a comment lost": (changed(OURS), changed(THEIRS), changed(OURS, THEIRS, (" # why", "")), "comment lost"),
    "a new comment lost": (changed(OURS), changed(("cjm: 1", "# new\ncjm: 1"), THEIRS), changed(OURS, THEIRS), "comment lost"),
    "a comment twice": (changed(OURS), changed(THEIRS), changed(OURS, THEIRS, ("    does", "    # why\n    does")), "comment twice"),
    "written anew": (changed(OURS), changed(THEIRS), changed(OURS, THEIRS, ("[Packs, Drives]", '["Packs", Drives]')), "rewritten"),
    "a key twice": (changed(OURS), changed(THEIRS), changed(OURS, THEIRS, ("    does", "    name: A\n    does")), "unreadable"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_the_oracle_sees(name: str) -> None:
    ours, theirs, merged, rule = BAD[name]
    found = judge((BASE, ours, theirs, merged), {}).complaints
    assert rule in {each.rule for each in found}


def test_the_oracle_has_nothing_against_a_good_merge() -> None:
    ours, theirs = changed(OURS, LETTER, ("# why", "# because")), changed(THEIRS, ("[phone, web]", "[web, chat]"))
    merged = changed(OURS, LETTER, ("# why", "# because"), THEIRS, ("[phone, web]", "[web, chat]"))
    assert judge((BASE, ours, theirs, merged), {}).complaints == []
    assert run(BASE, ours, theirs).text == merged


def test_the_oracle_wants_a_conflict_decided_for_the_chosen_side() -> None:
    ours, theirs = changed(OURS), changed(("severity: 2", "severity: 3"))
    outcome = run(BASE, ours, theirs)
    sides = decide(outcome.text, "ours"), decide(outcome.text, "theirs")
    assert sides == (ours, theirs)
    assert judge((BASE, ours, theirs, sides[0]), {}, sides[1], "ours").complaints == []
    wrong = judge((BASE, ours, theirs, sides[0]), {}, sides[1], "theirs").complaints
    assert {each.rank for each in wrong} == {Rank.LOST}


@pytest.mark.parametrize(
    "text", ["<<<<<<< a\n", "=======\n", "<<<<<<<\n>>>>>>>\n", "<<<<<<<\n=======\n=======\n>>>>>>>\n"]
)
def test_markers_that_do_not_fit_are_no_conflict(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decide(text, "ours")
