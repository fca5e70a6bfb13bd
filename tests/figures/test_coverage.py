"""How much of a map rests on research."""

from cjm.figures.coverage import assumptions, coverage, is_assumed
from tests.texts import read

MAP = """cjm: 1
title: T
research: [{id: r}]
metrics: [{id: nps, kind: nps, value: 3, evidence: r}, {id: csat, kind: csat, target: 80}]
stages:
  - name: Known
    evidence: r
    pains: [P]
  - name: Guessed
    pains: [Q, {text: R, evidence: r}]
    metrics: {wait: 2 days, cost: {target: 3}}
  - name: Mixed
    pains: [S]
    touchpoints:
      - {name: Seen, evidence: r, pains: [U]}
      - {name: Unseen, pains: [V]}
  - name: Shared
    evidence: r
    touchpoints: [{name: One}, {name: Two}]
"""


def test_moments_pains_and_metrics_are_counted() -> None:
    found = coverage(read(MAP).journey)
    assert found.moments == (4, 6)
    assert found.pains == (4, 6)  # P, R, S (one of its touchpoints has been looked into), U
    assert found.metrics == (1, 2)  # a target alone is no figure
    assert found.total == (9, 14)


def test_assumptions_are_the_moments_that_nobody_looked_into() -> None:
    assert [getattr(moment, "name", "") for moment in assumptions(read(MAP).journey)] == ["Guessed", "Unseen"]


def test_what_customers_have_confirmed_is_no_assumption() -> None:
    touchpoints = "[{name: Seen, validated: 2026-05}, {name: Not, validated: false}, {name: Nor}]"
    stages = f"stages:\n  - name: One\n    touchpoints: {touchpoints}\n"
    journey = read(f"cjm: 1\ntitle: T\n{stages}").journey
    assert [getattr(moment, "name", "") for moment in assumptions(journey)] == ["Not", "Nor"]


def test_a_stage_rests_on_what_its_touchpoints_rest_on() -> None:
    known, guessed, mixed, shared = read(MAP).journey.stages
    assert [is_assumed(stage, stage) for stage in (known, guessed, mixed, shared)] == [False, True, False, False]
