"""Rules over a map and the one it is compared with, where their pages do not show it."""

from datetime import date

import pytest

from cjm.config import Lint
from cjm.diff.compare import compare
from cjm.lint.rules import RULES
from cjm.lint.run import judge
from cjm.lint.settings import settle
from tests.texts import Reading, read

HEAD = "cjm: 1\nid: m\ntitle: T\n"


def told(rule: str, before: str, after: str, *, is_compared: bool = True) -> list[str]:
    """The lines that a rule points at in the later map; ``is_compared``: which is the future state of the earlier one."""
    head = f"{HEAD}state: future\ncompares_to: before\n" if is_compared else HEAD
    reading: Reading = read({"after": head + after, "before": HEAD + before}, "after", "before")
    settings = settle(Lint(), Lint(select=(rule,)), RULES, date(2026, 11, 22))
    later, earlier = reading.atlas.maps
    found = judge(later, settings, [compare(earlier, later)])
    return [reading.documents["after"].line(reading.documents["after"].locate(each.route.parts).line) for each in found]


def moment(*lines: str, name: str = "One") -> str:
    """A stage with these lines in it."""
    return f"  - name: {name}\n" + "".join(f"    {line}\n" for line in lines)


def stages(*each: str) -> str:
    return "stages:\n" + "".join(each)


@pytest.mark.parametrize(
    "reason",
    ["pains: It is slow", "barriers: No parking", "pains: {id: queue, text: A queue, severity: 5}"],
)
def test_a_new_or_worse_pain_or_barrier_is_a_reason(reason: str) -> None:
    before = stages(moment("feels: 1", "pains: {id: queue, text: A queue, severity: 2}"))
    assert told("score-lowered-without-reason", before, stages(moment("feels: 0", reason))) == []


@pytest.mark.parametrize("reason", ["gains: A smile", "pains: {id: queue, text: A queue, severity: 1}", "channel: web"])
def test_what_is_no_worse_is_no_reason(reason: str) -> None:
    before = stages(moment("feels: 1", "pains: {id: queue, text: A queue, severity: 2}"))
    after = stages(moment("feels: 0", reason))
    assert told("score-lowered-without-reason", before, after) == ["    feels: 0"]


def test_a_gain_that_is_gone_is_a_reason() -> None:
    before = stages(moment("feels: 1", "gains: A smile"))
    assert told("score-lowered-without-reason", before, stages(moment("feels: 0")), is_compared=False) == []


def test_scores_of_different_scales_are_compared_after_mapping() -> None:
    after = "scale: {min: 1, max: 5}\n" + stages(moment("feels: 4"))
    assert told("score-lowered-without-reason", stages(moment("feels: 1")), after) == []
    assert told("score-lowered-without-reason", stages(moment("feels: 2")), after) == ["    feels: 4"]


def test_a_dropped_pain_stands_where_its_moment_is_or_else_in_the_head() -> None:
    before = stages(moment("pains: It is slow"), moment(name="Two"))
    assert told("pain-dropped", before, stages(moment(), moment(name="Two"))) == ["  - name: One"]
    assert told("pain-dropped", before, stages(moment(name="Two"))) == ["compares_to: before"]
    assert told("pain-dropped", before, stages(moment(name="Two")), is_compared=False) == []


def test_a_pain_that_an_opportunity_of_either_map_solves_is_not_dropped() -> None:
    solved = "opportunities: {title: How so, solves: it-is-slow}"
    before = stages(moment("pains: It is slow"), moment(name="Two"))
    assert told("pain-dropped", before, stages(moment(solved))) == []
    assert told("pain-dropped", stages(moment("pains: It is slow", solved)), stages(moment())) == []


def test_a_handoff_that_is_new_by_a_move_or_a_new_owner() -> None:
    before = stages(*(moment(f"owner: {who}", name=f"S{place}") for place, who in enumerate("AAB")))
    after = stages(*(moment(f"owner: {who}", name=f"S{place}") for place, who in enumerate("ABB")))
    assert told("new-handoff", before, after) == []  # it is elsewhere, and there are not more
    after = stages(*(moment(f"owner: {who}", name=f"S{place}") for place, who in enumerate("ACB")))
    assert told("new-handoff", before, after) == ["    owner: C"]
    moved = stages(*(moment(f"owner: {who}", name=f"S{place}") for place, who in ((0, "A"), (2, "B"), (1, "A"))))
    assert len(told("new-handoff", before, moved)) == 1


def test_an_owner_that_was_only_not_named_is_no_new_handoff() -> None:
    before = stages(moment("owner: A"), moment(name="Two"))
    assert told("new-handoff", before, stages(moment("owner: A"), moment("owner: B", name="Two"))) == []


@pytest.mark.parametrize("target", ["80", "90"])
def test_a_target_is_unchanged_only_where_it_is_the_same(target: str) -> None:
    before = stages(moment("metrics: {csat: {value: 60, target: 80}}"))
    found = told("target-unchanged", before, stages(moment(f"metrics: {{csat: {{target: {target}}}}}")))
    assert len(found) == (target == "80")
    assert told("target-unchanged", before, stages(moment("metrics: {csat: {target: 80}}")), is_compared=False) == []


def test_an_id_that_follows_formerly_is_no_slip() -> None:
    before = stages(moment("id: first", "does: Waits"))
    rule = "id-renamed-without-formerly"
    assert told(rule, before, stages(moment("id: start", "does: Waits")), is_compared=False) == ["    id: start"]
    assert told(rule, before, stages(moment("id: start", "formerly: first")), is_compared=False) == []
    assert told(rule, before, stages(moment("does: Waits")), is_compared=False) == []
