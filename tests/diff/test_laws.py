"""The laws of a comparison, over generated maps: what is the same, what is mirrored, what is named."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.diff.change import Change, Comparison, Direction, Kind
from cjm.diff.compare import compare
from cjm.diff.rules import RULES
from tests.diff.churn import churns
from tests.diff.editor import Editor
from tests.diff.edits import EDITS
from tests.diff.leaves import unnamed
from tests.diff.maps import Data, Size, make, maps, read, sizes
from tests.diff.spelling import shuffled, spelled
from tests.kept import MAPS, ROOT

OPPOSITE: dict[object, object] = {
    Kind.ADDED: Kind.REMOVED,
    Kind.REMOVED: Kind.ADDED,
    Direction.IMPROVED: Direction.WORSENED,
    Direction.WORSENED: Direction.IMPROVED,
}
SEEDS = st.integers(0, 1 << 32)
Pair = tuple[Data, Data]


def edit(seed: int, size: Size, names: list[str]) -> Pair:
    editor = Editor(make(seed, size), seed, size)
    for name in names:
        EDITS[name](editor)
    return editor.before, editor.after


def edited() -> st.SearchStrategy[Pair]:
    """A map and what some edits made of it."""
    return st.builds(edit, SEEDS, sizes(words=False), st.lists(st.sampled_from(list(EDITS)), max_size=12))


def pairs() -> st.SearchStrategy[Pair]:
    """Two versions of a map, however far apart, or two maps that have nothing to do with each other."""
    return st.one_of(edited(), churns(), strangers(sizes()))


def legible() -> st.SearchStrategy[Pair]:
    """Pairs in which no two things are called the same: of such, the order would decide which is which."""
    return st.one_of(edited(), strangers(sizes(words=False)))


def strangers(size: st.SearchStrategy[Size]) -> st.SearchStrategy[Pair]:
    return st.builds(two, SEEDS, SEEDS, size)


def two(seed: int, other: int, size: Size) -> Pair:
    """Two maps that have nothing in common but their catalogues."""
    return make(seed, size), make(other, size)


def form(change: Change, *, is_turned: bool) -> str:
    """What a change tells; ``is_turned``: what it is to tell in a comparison the other way round.

    A field of one persona is called after the later map, where the persona may have another id.
    """
    field = change.field.rpartition("/")[2] if change.field.startswith("for/") else change.field
    facts: tuple[object, ...] = (change.kind, change.direction)
    sides = [repr(change.before), repr(change.after)]
    return repr((
        RULES[change.rule].mirror if is_turned else change.rule,
        [OPPOSITE.get(fact, fact) if is_turned else fact for fact in facts],
        (change.element.type, field, change.weight),
        sides[::-1] if is_turned else sides,
        sorted(form(child, is_turned=is_turned) for child in change.children),
    ))  # fmt: skip


@given(maps(), SEEDS)
def test_a_map_does_not_differ_from_itself_however_it_is_written(data: Data, seed: int) -> None:
    journey = read(data)
    for other in (
        journey,
        read(spelled(data, seed)),
        read(shuffled(data, seed)),
        read(spelled(shuffled(data, seed), seed)),
    ):
        assert compare(journey, other).changes == ()
        assert compare(other, journey).changes == ()


@given(pairs())
def test_the_other_way_round_every_judgement_is_mirrored(pair: Pair) -> None:
    before, after = map(read, pair)
    there, back = compare(before, after), compare(after, before)
    check_mirror(there, back)
    assert {other: one for one, other in there.matched.items()} == back.matched
    assert [count[::-1] for count in there.summary[4:]] == list(back.summary[4:])


def check_mirror(there: Comparison, back: Comparison) -> None:
    """The other way round every change is judged the other way round."""
    mirrored = [form(change, is_turned=True) for change in there.changes]
    assert sorted(mirrored) == sorted(form(change, is_turned=False) for change in back.changes)


@given(legible(), SEEDS)
def test_the_order_of_sets_tells_nothing(pair: Pair, seed: int) -> None:
    told = [
        _unplaced(compare(read(one), read(other))) for one, other in (pair, [shuffled(each, seed) for each in pair])
    ]
    assert told[0] == told[1]


def _unplaced(comparison: Comparison) -> Counter[object]:
    """What is told, without routes and without the order of words in a set."""
    return Counter(
        (each.rule, each.kind, each.direction, each.element, each.field, len(each.children))
        for each in comparison.changes
    )


@given(pairs())
def test_every_leaf_that_differs_is_named_by_one_change(pair: Pair) -> None:
    assert unnamed(compare(*map(read, pair))) == []


@given(edited())
@settings(max_examples=50)
def test_the_law_of_leaves_misses_none(pair: Pair) -> None:
    comparison = compare(*map(read, pair))
    for place, change in enumerate(comparison.changes):
        rest = (*comparison.changes[:place], *comparison.changes[place + 1 :])
        if not change.rule.startswith("handoff-"):
            assert unnamed(replace(comparison, changes=rest))
            assert unnamed(replace(comparison, changes=(change, *comparison.changes)))


@given(pairs(), st.sampled_from((0.0, 0.6, 1.0)))
def test_the_books_balance(pair: Pair, renames: float) -> None:
    before, after = map(read, pair)
    check(compare(before, after, renames=renames))
    check(compare(after, before, renames=renames))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_maps_of_the_project_compare_with_each_other(path: Path) -> None:
    journeys = [journey for each in MAPS for journey in cjm.load(each, root=ROOT).maps]
    (before,) = cjm.load(path, root=ROOT).maps
    for after in journeys:
        there, back = compare(before, after), compare(after, before)
        check(there)
        check_mirror(there, back)
        assert bool(there.changes) is (after.path != before.path)


def check(comparison: Comparison) -> None:
    """What holds for every comparison whatever."""
    shown = comparison.shown()
    counts = Counter(change.direction.value for change in shown)
    summary = comparison.summary
    assert counts == +Counter({key: getattr(summary, key) for key in ("improved", "worsened", "neutral", "unknown")})
    assert all(change.kind is not Kind.EDITORIAL for change in shown)
    assert comparison.shown(editorial=True) == comparison.changes
    for change in comparison.changes:
        check_change(change)
    for side, journey in ((0, comparison.before), (1, comparison.after)):
        places = [slot[side] for slot in comparison.slots if slot[side] is not None]
        assert places == list(range(len(journey.stages)))
        for index, stage in enumerate(journey.stages):
            inner = [each[side] for slot in comparison.slots if slot[side] == index for each in slot.inner]
            assert [place for place in inner if place is not None] == list(range(len(stage.touchpoints)))


def check_change(change: Change) -> None:
    assert change.rule in RULES
    assert change.before or change.after
    assert change.element.type
    assert (change.before is None) <= (change.kind in {Kind.ADDED, Kind.EDITORIAL, Kind.CHANGED})
    if change.rule == "reworded" or change.kind is Kind.EDITORIAL:
        assert (change.rule, change.kind, change.direction) == ("reworded", Kind.EDITORIAL, Direction.NEUTRAL)
    assert change.weight == 1 or change.rule.startswith("emotion-")
    for child in change.children:
        check_change(child)


@given(edited())
@settings(max_examples=50)
def test_editorial_edits_show_nothing(pair: Pair) -> None:
    comparison = compare(*map(read, pair))
    assert [each for each in comparison.changes if each.rule == "reworded"] == [
        each for each in comparison.changes if each not in comparison.shown()
    ]
