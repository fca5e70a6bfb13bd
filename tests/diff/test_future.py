"""A map against the one it names under ``compares_to``: what it does not say again is not gone."""

import copy
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diff.change import Change, Comparison
from cjm.diff.compare import compare
from tests.diff.maps import Data, maps, read_all
from tests.diff.test_laws import SEEDS, check, check_mirror

FIGURES = ("value", "n", "series", "evidence", "date")


def future(current: Data) -> Data:
    """The same as a future map that names the current one."""
    return {**copy.deepcopy(current), "state": "future", "compares_to": "0"}


def moments(data: Data) -> list[Data]:
    return [each for stage in data["stages"] for each in (stage, *stage.get("touchpoints", ()))]


def against(current: Data, new: Data) -> tuple[Comparison, Comparison]:
    """The current map against the new one, and the other way round."""
    before, after = read_all(current, new)
    there, back = compare(before, after), compare(after, before)
    assert (there.base, back.base) == ("before", "after")
    for each in (there, back):
        check(each)
    check_mirror(there, back)
    return there, back


@given(maps(), SEEDS)
def test_figures_not_given_are_those_of_the_other_map(current: Data, seed: int) -> None:
    chance, new = random.Random(seed), future(current)
    for moment in moments(new):
        for key, metric in list(moment.get("metrics", {}).items()):
            for figure in FIGURES:
                metric.pop(figure, None)
            if not metric or chance.random() < 0.5:
                del moment["metrics"][key]
    assert [comparison.shown() for comparison in against(current, new)] == [(), ()]


@given(maps(), SEEDS, st.sampled_from((0.0, 0.5, 1.0)))
def test_a_pain_that_is_gone_is_dropped_unless_something_solves_it(current: Data, seed: int, share: float) -> None:
    chance, new = random.Random(seed), future(current)
    for place, moment in enumerate(moments(current)):  # an opportunity of either side, in any moment
        if moment.get("pains") and chance.random() < 0.5:
            solves = [pain["id"] for pain in chance.sample(moment["pains"], 1)]
            made = {"id": f"answer-{place}", "title": f"An answer {place}", "solves": solves}
            sides = [
                moments(side)[chance.randrange(len(moments(side)))]
                for side in chance.choice(((current,), (new,), (current, new)))
            ]
            for side in sides:
                side["opportunities"] = [*side.get("opportunities", ()), copy.deepcopy(made)]
    solved = {
        id
        for side in (current, new)
        for each in moments(side)
        for one in each.get("opportunities", ())
        for id in one.get("solves", ())
    }
    gone: Counter[tuple[str, str]] = Counter()
    for moment in moments(new):
        for pain in list(moment.get("pains", ())):
            if chance.random() < share:
                moment["pains"].remove(pain)
                gone["removed" if pain["id"] in solved else "dropped", pain["id"]] += 1
    there, back = against(current, new)
    assert Counter(_fate(each) for each in there.shown() if each.element.type == "pain") == gone
    expected = Counter({("dropped" if fate == "dropped" else "added", id): count for (fate, id), count in gone.items()})
    assert Counter(_fate(each) for each in back.shown() if each.element.type == "pain") == expected


def _fate(change: Change) -> tuple[str, str]:
    return change.rule.removeprefix("pain-"), change.element.id


@pytest.mark.parametrize("is_base", [True, False])
def test_without_compares_to_all_that_is_gone_is_gone(is_base: bool) -> None:  # noqa: FBT001
    pains = [{"id": "slow", "text": "Slow"}]
    current: Data = {
        "cjm": 1,
        "title": "T",
        "stages": [{"name": "One", "pains": pains, "metrics": {"csat": 50}, "gains": ["Warm"]}],
    }
    new: Data = {"cjm": 1, "title": "T", "stages": [{"name": "One"}], **({"compares_to": "0"} if is_base else {})}
    rules = [each.rule for each in compare(*read_all(current, new)).shown()]
    assert sorted(rules) == (
        ["gain-dropped", "pain-dropped"] if is_base else ["gain-removed", "pain-removed", "removed"]
    )
