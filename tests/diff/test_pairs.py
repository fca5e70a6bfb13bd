"""Pairs of maps with what a designer sees in them: ``NAME.before.cjm.yaml``, ``NAME.after.cjm.yaml``, ``NAME.txt``."""

from pathlib import Path

import pytest

import cjm
from cjm.diff.change import Change, Comparison, Side
from cjm.diff.compare import compare
from cjm.model.journey import Journey
from tests import expected

HERE = Path(__file__).parent / "pairs"
CASES = sorted(path.name.removesuffix(".before.cjm.yaml") for path in HERE.glob("*.before.cjm.yaml"))


def compared(case: str) -> Comparison:
    return compare(*(journey(HERE / f"{case}.{side}.cjm.yaml") for side in ("before", "after")))


def journey(path: Path) -> Journey:
    loaded = cjm.load(path, root=HERE)
    assert not loaded.has_errors, loaded.findings
    return loaded.maps[0]


def lines(changes: tuple[Change, ...], indent: str = "") -> list[str]:
    return [
        text
        for change in changes
        for text in (f"{indent}{line(change)}", *lines(change.children, f"{indent}  "))
    ]  # fmt: skip


def line(change: Change) -> str:
    """A change in a line: what it means, its rule, the element and its field, and what stands there on both sides."""
    element = change.element
    where = " ".join(filter(None, (element.address or element.type, change.field)))
    values = " → ".join(map(shown, (change.before, change.after)))
    weight = f" ×{change.weight}" if change.weight > 1 else ""
    return f"{change.direction:9} {change.rule:18} {where}: {values}{weight}"


def shown(side: Side | None) -> str:
    return "–" if side is None else f"{side.value}"


@pytest.mark.parametrize("case", CASES)
def test_a_pair_is_told_as_a_designer_sees_it(case: str) -> None:
    comparison = compared(case)
    hidden = len(comparison.changes) - len(comparison.shown())
    text = "\n".join([*lines(comparison.shown()), f"and {hidden} of wording", *map(str, comparison.summary)])
    expected.check(HERE / f"{case}.txt", f"{text}\n")


def test_eight_facts_are_eight_changes() -> None:
    told = compared("eight-facts").shown()
    assert {(each.rule, each.element.name) for each in told} == {
        ("moved", "Pay"),
        ("renamed", "Move house"),
        ("moved", "Leave a deposit"),
        ("emotion-raised", "Wait for the key"),
        ("changed", "Call about a flat tyre"),
        ("step-automated", "Copies the passport into the contract"),
        ("pain-removed", "The hours on the site are last year's"),
        ("renamed", "Wait for the key"),
    }
    assert len(told) == 8


def test_every_case_has_its_text_and_every_text_its_case() -> None:
    assert sorted(path.stem for path in HERE.glob("*.txt")) == CASES
    assert len(CASES) >= 9
