"""Every edit is told once and in the right class, alone and among others."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diff.change import Change, Comparison, Direction, Side
from cjm.diff.compare import compare
from cjm.diff.rules import RULES
from cjm.model.problem import Parts
from tests.diff.editor import Editor, Told
from tests.diff.edits import EDITS
from tests.diff.maps import Size, make, read, sizes
from tests.diff.spelling import spelled

FULL = Size(stages=4, touchpoints=4, fullness=0.4, ids=0.8)


def edited(seed: int, size: Size, names: Sequence[str]) -> tuple[Comparison, list[Told]]:
    """A map compared with itself after as many of these edits as it has room for."""
    editor = Editor(make(seed, size), seed, size)
    for name in names:
        EDITS[name](editor)
    return compare(read(spelled(editor.before, seed)), read(spelled(editor.after, seed + 1))), editor.told()


def told(comparison: Comparison) -> list[Told]:
    return [_told(change) for change in comparison.changes]


def _told(change: Change) -> Told:
    """A change as a fact; where it is judged by the hand-offs that it brings, as it would be without them."""
    handoffs = {child.direction for child in change.children if child.rule.startswith("handoff-")}
    is_neutral = handoffs == {change.direction} and RULES[change.rule].direction is Direction.NEUTRAL
    direction = Direction.NEUTRAL if is_neutral else change.direction
    sides = [_route(side, change.field) for side in (change.before, change.after)]
    return Told(change.rule, change.kind, direction, change.element.type, change.field, *sides)


def _route(side: Side | None, field: str) -> Parts | None:
    """The route of the element: without the field's own keys."""
    if side is None:
        return None
    keys = field.split("/") if field else []
    assert [str(part) for part in side.parts[len(side.parts) - len(keys) :]] == keys
    return side.parts[: len(side.parts) - len(keys)]


def is_told(fact: Told, change: Told) -> bool:
    """Whether a change is that fact; where a field stands on one side only, the other need not be named."""
    if fact[:5] != change[:5]:
        return False
    pairs = [(fact.before, change.before), (fact.after, change.after)]
    return all(mine == yours or (fact.field and yours is None) for mine, yours in pairs)


def check(comparison: Comparison, facts: list[Told]) -> None:
    left = told(comparison)
    missing = []
    for fact in facts:
        found = next((change for change in left if is_told(fact, change)), None)
        if found is None:
            missing.append(fact)
        else:
            left.remove(found)
    assert (missing, left) == ([], [])


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_once(name: str) -> None:
    done = 0
    for seed in range(12):
        comparison, facts = edited(seed, FULL, [name])
        check(comparison, facts)
        done += len(facts)
    assert done >= 4


@given(
    st.integers(0, 1 << 32),
    sizes(words=False),
    st.lists(st.sampled_from(list(EDITS)), min_size=2, max_size=8),
)
def test_several_edits_are_told_together(seed: int, size: Size, names: list[str]) -> None:
    comparison, facts = edited(seed, size, names)
    check(comparison, facts)
