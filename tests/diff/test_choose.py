"""Which changes are shown: by direction, stage, persona and lane."""

from dataclasses import replace

import pytest

from cjm.diff.change import Comparison, Direction
from cjm.diff.choose import Wish, choose, unknown
from cjm.diff.compare import compare
from cjm.diff.telling import headline
from cjm.render.lanes import LANES
from tests.texts import read

BEFORE = """cjm: 1
title: A visit
personas:
  - {id: dana, name: "Dana, owner", age: 40}
  - {id: imani, name: Imani, age: 30}
stages:
  - id: one
    name: First
    touchpoints:
      - {id: a, name: Point A, owner: Sales, channel: phone, feels: 1, wait: 1 day, thinks: Hm}
      - {id: b, name: Point B, owner: Sales, personas: dana, feels: 1, for: {dana: {feels: 0}, imani: {feels: 0}}}
  - id: two
    name: Second
    touchpoints:
      - {id: c, name: Point C, owner: Sales, importance: 1, pains: [{id: p, text: Too slow}]}
"""
AFTER = """cjm: 1
title: A visit
personas:
  - {id: dana, name: "Dana, owner", age: 41}
  - {id: imani, name: Imani, age: 31}
stages:
  - id: one
    name: First
    touchpoints:
      - {id: a, name: Point A, owner: Sales, channel: web, feels: 0, wait: 2 days, thinks: Oh}
      - {id: b, name: Point B, owner: Sales, personas: dana, feels: 2, for: {dana: {feels: 1}, imani: {feels: 1}}}
  - id: two
    name: Last
    touchpoints:
      - {id: c, name: Point C, owner: Service, importance: 2}
"""
ALL = {
    "age of Dana, owner 40 → 41",
    "age of Imani 30 → 31",
    "channel phone → web",
    "emotion +1 → 0",
    "wait 1 day → 2 days",
    "emotion +1 → +2",
    "emotion of Dana 0 → +1",
    "emotion of Imani 0 → +1",
    "renamed: Second → Last",
    "owner Sales → Service",
    "importance 1 → 2",
    "pain removed: Too slow",
}


def comparison() -> Comparison:
    return compare(read(BEFORE).journey, read(AFTER).journey)


def chosen(wish: Wish) -> set[str]:
    found = choose(comparison(), wish._replace(others=LANES))
    return {headline(change, found) for change in found.changes}


@pytest.mark.parametrize(
    ("wish", "left"),
    [
        (Wish(), ALL),
        (Wish(editorial=True), ALL | {"thought ‘Hm’ → ‘Oh’"}),
        (Wish(only=(Direction.WORSENED,)), {"emotion +1 → 0", "wait 1 day → 2 days", "owner Sales → Service"}),
        (Wish(stages=("two",)), {"renamed: Second → Last", "owner Sales → Service", "importance 1 → 2", "pain removed: Too slow"}),
        (Wish(stages=("second",), lanes=("pains",)), {"pain removed: Too slow"}),
        (Wish(stages=("Last",), lanes=("pains",)), {"pain removed: Too slow"}),
        (
            Wish(lanes=("feels",)),
            {"emotion +1 → 0", "emotion +1 → +2", "emotion of Dana 0 → +1", "emotion of Imani 0 → +1"},
        ),
        (Wish(lanes=("touchpoints", "wait")), {"channel phone → web", "wait 1 day → 2 days", "renamed: Second → Last"}),
        (Wish(lanes=("importance", "owner")), {"importance 1 → 2", "owner Sales → Service"}),
        (Wish(personas=("Dana",)), ALL - {"age of Imani 30 → 31", "emotion of Imani 0 → +1"}),
        (
            Wish(personas=("imani",)),
            ALL - {"age of Dana, owner 40 → 41", "emotion +1 → +2", "emotion of Dana 0 → +1", "emotion of Imani 0 → +1"},
        ),
        (Wish(personas=("imani",), stages=("one",), only=(Direction.IMPROVED,)), set()),
    ],
)  # fmt: skip
def test_what_is_left(wish: Wish, left: set[str]) -> None:
    assert chosen(wish) == left


def test_the_counts_are_of_what_is_shown() -> None:
    whole = comparison()
    found = choose(whole, Wish(only=(Direction.WORSENED,)))
    assert found.summary[:4] == (0, 3, 0, 0)
    assert found.summary[4:] == whole.summary[4:], "the figures are those of the whole maps"


def test_what_follows_from_a_change_is_found_by_itself() -> None:
    whole = comparison()
    (owner,) = [change for change in whole.changes if change.field == "owner"]
    assert [child.rule for child in owner.children] == ["handoff-added"]
    judged = replace(owner, direction=Direction.NEUTRAL)
    found = choose(replace(whole, changes=(judged,)), Wish(only=(Direction.WORSENED,)))
    assert found.changes == owner.children


def test_strangers_are_named_with_what_was_meant() -> None:
    wish = Wish(stages=("two", "Secnd"), personas=("Dana", "imany", "x"))
    assert list(unknown(comparison(), wish)) == [("Secnd", "Second"), ("imany", "Imani"), ("x", "")]
