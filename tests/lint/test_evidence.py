"""What a map rests on, and who made it: edges of the rules on research, teams and libraries."""

import pytest

from cjm.config import Lint
from cjm.lint.rules import RULES
from cjm.lint.run import judge, judge_shared
from cjm.lint.settings import settle
from cjm.lint.shared import Shared
from cjm.model.named import named
from tests.lint.ask import TODAY, ask, slugs, stages
from tests.texts import read

STUDIES = (
    "research: [{id: talks, method: interview, with: customers, n: 12, date: 2026-05}, {id: log, method: analytics}]"
)


@pytest.mark.parametrize(
    ("line", "head", "told"),
    [
        ("does: Waits", "", ["cjm"]),
        ("does: Waits", STUDIES, ["research"]),
        ("evidence: [talks]", STUDIES, []),
        ("pains: [{text: Ouch, evidence: [talks]}]", STUDIES, []),
        ("says: {text: Ouch, evidence: [talks]}", STUDIES, []),
        ("for: {ana: {says: {text: Ouch, evidence: [talks]}}}", f"persona: {{id: ana, name: Ana}}\n{STUDIES}", []),
        ("does: Waits", f"persona: {{name: Ana, evidence: [talks]}}\n{STUDIES}", []),
        ("does: Waits", f"metrics: [{{kind: nps, value: 3, evidence: [log]}}]\n{STUDIES}", []),
        ("does: Waits", f"metrics: [{{id: x, kind: nps, evidence: [log]}}]\n{STUDIES}", ["research"]),
        ("touchpoints: [{name: T, validated: 2026-05}]", "", []),
        ("does: Waits", "status: hypothesis", []),
        ("does: Waits", "state: future", []),
        ("does: Waits", "state: actual", []),
        ("does: Waits", "kind: touchpoints", []),
        ("does: Waits", "kind: lifecycle", []),
    ],
)
def test_a_map_rests_on_something(line: str, head: str, told: list[str]) -> None:
    assert ask("no-evidence", stages(line, head=head)) == told


def test_without_any_evidence_nothing_else_is_told_of_it() -> None:
    found = slugs(stages("moment_of_truth: true", head="status: live"))
    assert "no-evidence" in found
    assert not {"low-evidence-coverage", "live-on-assumptions"} & {*found}


@pytest.mark.parametrize(
    ("lines", "is_told"),
    [
        (["evidence: [log]", "does: Waits"], False),
        (["evidence: [log]", "does: Waits", "does: Waits"], True),
        (["evidence: [log], pains: [A, B, C]", "does: Waits", "does: Waits"], False),
        (["evidence: [log]", "pains: [{text: A, evidence: [log]}]"], False),
        (["evidence: [log]", "metrics: {csat: 5}"], True),
        (["evidence: [log], touchpoints: [T, U]", "does: Waits"], False),
    ],
)
def test_half_of_a_map_is_known(lines: list[str], *, is_told: bool) -> None:
    assert ask("low-evidence-coverage", stages(*lines, head=STUDIES)) == ["research"] * is_told
    for head in ("status: hypothesis", "state: future", "kind: touchpoints"):
        assert ask("low-evidence-coverage", stages(*lines, head=f"{head}\n{STUDIES}")) == []


def test_how_much_is_known_can_be_set() -> None:
    assert ask("low-evidence-coverage", stages("evidence: [log]", "does: Waits", head=STUDIES), share=0.6) == [
        "research"
    ]


@pytest.mark.parametrize(
    ("studies", "team", "is_told"),
    [
        (["method: workshop, with: staff"], "", True),
        (["method: workshop, with: staff", "method: desk_research"], "", True),
        (["method: workshop, with: staff", "method: survey"], "", False),
        (["method: workshop, with: both"], "", False),
        (["method: workshop"], "", False),
        (["method: workshop, with: staff"], "team: [{name: Ana, function: customer}]", False),
        (["method: workshop, with: staff"], "team: [{name: Ana, function: sales}]", True),
        (["method: workshop, with: staff"], "status: hypothesis", False),
    ],
)
def test_customers_were_asked(studies: list[str], team: str, *, is_told: bool) -> None:
    listed = ", ".join(f"{{id: s{number}, {study}}}" for number, study in enumerate(studies))
    names = ", ".join(f"s{number}" for number in range(len(studies)))
    found = ask("no-customer-research", stages(f"evidence: [{names}]", head=f"{team}\nresearch: [{listed}]"))
    assert found == ["research"] * is_told


@pytest.mark.parametrize(
    ("lines", "is_told"),
    [
        (["evidence: [talks]"], True),
        (["evidence: [talks]", "does: Waits"], True),
        (["evidence: [talks]", "evidence: [log]"], False),
        (["evidence: [talks]", "metrics: {csat: {value: 5, evidence: [talks]}}"], True),
        (["evidence: [talks]", "metrics: {csat: {value: 5, n: 90}}"], False),
        (["does: Waits"], False),
    ],
)
def test_a_map_has_several_sources(lines: list[str], *, is_told: bool) -> None:
    assert len(ask("single-source", stages(*lines, head=STUDIES))) == is_told
    assert ask("single-source", stages(*lines, head=f"state: future\n{STUDIES}")) == []


OLD = "research: [{id: old, date: 2023-06}, {id: new, date: 2026-06}, {id: some}]"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("evidence: [old]", ["2023-06"]),
        ("evidence: [old, new]", []),
        ("evidence: [old, some]", []),
        ("evidence: [new]", []),
        ("pains: [{text: A, evidence: [old]}], evidence: [new]", ["2023-06"]),
        ("says: {text: A, evidence: [old]}", []),
        ("metrics: {csat: {value: 5, evidence: [old]}}", []),
        ("does: Waits", []),
    ],
)
def test_research_grows_old(line: str, told: list[str]) -> None:
    assert ask("stale-research", stages(line, head=OLD)) == told


@pytest.mark.parametrize(
    ("date", "is_old"),
    [
        ("2023-10", True),
        ("2023-12", False),
        ("2023", False),
        ("2022", True),
        ("2021-01/2023-12", False),
        ("2030", False),
    ],
)
def test_how_old_research_may_be(date: str, *, is_old: bool) -> None:
    text = stages("evidence: [s]", head=f"research: [{{id: s, date: {date}}}]")
    assert ask("stale-research", text) == [date] * is_old


def test_an_old_study_of_a_library_is_told_where_it_is_named() -> None:
    texts = {
        "map": "cjm: 1\ntitle: T\nuses: [lib]\nstages: [{name: S, evidence: [old]}]",
        "lib": f"cjm: 1\nkind: library\n{OLD}",
    }
    reading = read(texts, "map")
    settings = settle(Lint(), Lint(select=("stale-research",)), RULES, TODAY)
    assert [reading.text(finding) for finding in judge(reading.journey, settings)] == ["old"]


@pytest.mark.parametrize(
    ("line", "status", "is_told"),
    [
        ("moment_of_truth: true", "live", True),
        ("importance: 4", "live", True),
        ("importance: 3", "live", False),
        ("pains: [{text: A, severity: 4}]", "live", True),
        ("pains: [{text: A, severity: 4, evidence: [log]}]", "live", False),
        ("moment_of_truth: true, evidence: [log]", "live", False),
        ("moment_of_truth: true", "validated", False),
        ("evidence: [log], touchpoints: [{name: T, importance: 5}]", "live", False),
        ("touchpoints: [{name: T, importance: 5}, {name: U, evidence: [log]}]", "live", True),
        ("importance: 5, map: other", "live", False),
        ("does: Waits", "live", False),
    ],
)
def test_a_live_map_knows_what_decides(line: str, status: str, *, is_told: bool) -> None:
    assert len(ask("live-on-assumptions", stages(line, head=f"status: {status}\n{STUDIES}"))) == is_told


@pytest.mark.parametrize(
    ("team", "is_told"),
    [
        ("[{name: A, function: sales}, {name: B, function: Sales}]", True),
        ("[{name: A, function: sales}]", True),
        ("[{name: A, function: sales}, {name: B, function: customer}]", False),
        ("[{name: A, function: sales}, B]", False),
        ("[A, B]", False),
    ],
)
def test_several_functions_make_a_map(team: str, *, is_told: bool) -> None:
    assert ask("one-function-team", stages("does: Waits", head=f"team: {team}")) == ["team"] * is_told


LIBRARY = """
cjm: 1
kind: library
personas: [{id: ana, name: Ana, evidence: [talks]}, {id: ben, name: Ben}]
channels: [{id: guild, name: Guild}, {id: fair, name: Fair}]
actors: [{id: clerk, name: Clerk}, {id: guard, name: Guard}, {id: it, name: IT}]
systems: [{id: crm, name: Record, owner: IT}, {id: till, name: Till}]
research: [{id: talks, method: interview}, {id: log, method: analytics}, {id: walk, method: observation}]
metrics: [{id: hold, kind: wait, unit: min, better: lower}, {id: ease, kind: csat}]
"""


def test_a_library_holds_what_maps_use() -> None:
    text = """
cjm: 1
title: T
uses: [lib]
persona: ana
stages: [{name: S, channel: Guild, onstage: Clerk, systems: [crm], evidence: [log], metrics: {hold: 3}}]
"""
    reading = read({"map": text, "lib": LIBRARY}, "map")
    assert reading.findings == []
    settings = settle(Lint(), Lint(select=("unused-entry",)), RULES, TODAY)
    shared = Shared(reading.atlas.libraries, {"lib": frozenset(named(reading.journey))})
    assert [finding.element for finding in judge_shared(shared, settings)] == [
        "persona/ben", "channel/fair", "actor/guard", "system/till", "research/walk", "metric/ease",
    ]  # fmt: skip
