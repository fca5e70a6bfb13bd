"""Moments of truth and figures: edges of the rules on what decides, and on how it is measured."""

import pytest

from tests.lint.ask import ask, slugs, stages

TRUTH = "moment_of_truth: {why: W, succeeds: S, fails: F}"


@pytest.mark.parametrize(
    ("lines", "head", "is_told"),
    [
        (["does: Waits"], "", True),
        (["does: Waits", "moment_of_truth: true"], "", False),
        (["touchpoints: [{name: T, moment_of_truth: true}]"], "", False),
        (["touchpoints: [T], moment_of_truth: true"], "", False),
        (["does: Waits"], "part_of: other", False),
        (["does: Waits"], "kind: blueprint", False),
        (["does: Waits"], "kind: touchpoints", False),
        (["does: Waits"], "kind: lifecycle", False),
        (["does: Waits"], "state: future", True),
        (["does: Waits"], "state: actual", False),
    ],
)
def test_some_moment_decides(lines: list[str], head: str, *, is_told: bool) -> None:
    assert ask("no-moment-of-truth", stages(*lines, head=head)) == ["stages"] * is_told


@pytest.mark.parametrize(
    ("marked", "others", "is_told"),
    [
        (3, 0, False),
        (4, 0, True),
        (3, 3, False),
        (4, 7, True),
        (4, 8, False),
        (5, 10, False),
        (6, 11, True),
        (8, 32, False),
    ],
)
def test_not_all_moments_decide(marked: int, others: int, *, is_told: bool) -> None:
    assert ask("too-many-moments", stages(*[TRUTH] * marked, *[""] * others)) == ["stages"] * is_told


@pytest.mark.parametrize(
    ("truth", "is_told"),
    [
        ("true", True),
        ("It is decided here", True),
        ("{why: W, succeeds: S}", True),
        ("{fails: F}", True),
        ("{succeeds: S, fails: F}", False),
    ],
)
def test_what_decides_can_be_seen(truth: str, *, is_told: bool) -> None:
    assert ask("moment-without-outcomes", stages(f"moment_of_truth: {truth}")) == ["moment_of_truth"] * is_told
    assert ask("moment-without-outcomes", stages(f"moment_of_truth: {truth}", head="state: actual")) == []


@pytest.mark.parametrize(
    ("line", "head", "is_told"),
    [
        (TRUTH, "", True),
        (f"{TRUTH}, metrics: {{csat: 80}}", "", False),
        (f"{TRUTH}, touchpoints: [{{name: T, metrics: {{csat: 80}}}}]", "", False),
        (f"metrics: {{csat: 80}}, touchpoints: [{{name: T, {TRUTH}}}]", "", False),
        (f"touchpoints: [{{name: T, {TRUTH}}}, {{name: U, metrics: {{csat: 80}}}}]", "", True),
        (f"touchpoints: [{{name: T, {TRUTH}, kind: action}}]", "", False),
        (f"touchpoints: [{{name: T, {TRUTH}, channel: word_of_mouth}}]", "", False),
        (f"touchpoints: [{{name: T, {TRUTH}, status: planned}}]", "", False),
        (f"{TRUTH}, map: other", "", False),
        (TRUTH, "state: future", False),
    ],
)
def test_what_decides_is_measured(line: str, head: str, *, is_told: bool) -> None:
    assert len(ask("moment-without-metric", stages(line, head=head))) == is_told


@pytest.mark.parametrize(
    ("line", "head", "is_told"),
    [
        ("does: Waits, wait: 3 min", "", True),
        ("metrics: {csat: 80}", "", False),
        ("metrics: {csat: {target: 80}}", "", False),
        ("metrics: {csat: {series: [{value: 80}]}}", "", False),
        ("does: Waits", "metrics: [{kind: nps, value: 3}]", False),
        ("does: Waits", "metrics: [{id: hold, kind: wait, unit: min}]", True),
        ("does: Waits", "status: hypothesis", False),
        ("does: Waits", "state: future", False),
        ("does: Waits", "kind: touchpoints", False),
    ],
)
def test_a_map_has_a_figure(line: str, head: str, *, is_told: bool) -> None:
    assert len(ask("no-metric", stages(line, head=head))) == is_told


def test_a_map_without_figures_is_told_once() -> None:
    found = slugs(stages(TRUTH, "importance: 5", head="status: validated"))
    assert "no-metric" in found
    assert not [slug for slug in found if slug.endswith("-without-metric")]


@pytest.mark.parametrize(
    ("metric", "is_told"),
    [
        ("80", True),
        ("{value: 80, target: 90, segment: All}", True),
        ("{value: 80, n: 0}", False),
        ("{value: 80, date: 2026}", False),
        ("{value: 80, evidence: [s]}", False),
        ("{series: [{value: 80}]}", True),
        ("{series: [{value: 80, n: 40}]}", False),
        ("{target: 80}", False),
    ],
)
def test_a_figure_comes_from_somewhere(metric: str, *, is_told: bool) -> None:
    text = stages(f"metrics: {{csat: {metric}}}, evidence: [s]", head="research: [{id: s, method: survey}]")
    assert len(ask("metric-without-provenance", text)) == is_told
    assert ask("metric-without-provenance", f"state: actual\n{text}") == []


@pytest.mark.parametrize(
    ("metric", "told"),
    [
        ("csat: {value: 80, n: 29}", ["29"]),
        ("csat: {value: 80, n: 30}", []),
        ("csat: 80", []),
        ("nps: {value: 8, n: 99}", ["99"]),
        ("nps: {value: 8, n: 100}", []),
        ("conversion: {value: 4%, n: 12}", ["12"]),
        ("volume: {value: 7, n: 7}", []),
        ("cost: {value: 7, n: 7}", []),
        ("wait: {value: 7 min, n: 7}", []),
        ("csat: {series: [{value: 70, n: 9}, {value: 80, n: 40}]}", []),
        ("csat: {series: [{value: 70, n: 40}, {value: 80, n: 9}]}", ["9"]),
        ("liking: {value: 8, n: 9}", ["9"]),
        ("hold: {value: 8, n: 9}", []),
    ],
)
def test_a_figure_rests_on_enough(metric: str, told: list[str]) -> None:
    listed = "metrics: [{id: liking, kind: csat}, {id: hold, kind: wait, unit: min}]"
    assert ask("small-sample", stages(f"metrics: {{{metric}}}", head=listed)) == told


@pytest.mark.parametrize(
    ("study", "told"),
    [
        ("method: interview, n: 8", []),
        ("method: interview, n: 5", []),
        ("method: interview, n: 4", ["4"]),
        ("method: usability_test, n: 1", ["1"]),
        ("method: survey, n: 29", ["29"]),
        ("method: survey, n: 30", []),
        ("method: survey", []),
        ("method: workshop, n: 3", []),
        ("method: analytics, n: 3", []),
        ("n: 3", []),
    ],
)
def test_a_study_asked_enough(study: str, told: list[str]) -> None:
    head = f"research: [{{id: s, {study}}}]"
    assert ask("small-sample", stages("evidence: [s]", head=head)) == told
    assert ask("small-sample", stages("does: Waits", head=head)) == []


def test_a_small_figure_and_its_survey_are_one_cause() -> None:
    text = stages("metrics: {csat: {value: 80, n: 8, evidence: [s]}}", head="research: [{id: s, method: survey, n: 8}]")
    assert ask("small-sample", text) == ["8"]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("touchpoints: [{name: T, metrics: {nps: 8}}]", True),
        ("touchpoints: [{name: T, metrics: {liking: 8}}]", True),
        ("touchpoints: [{name: T, metrics: {nps: {target: 8}}}]", False),
        ("touchpoints: [{name: T, metrics: {csat: 8}}]", False),
        ("metrics: {nps: 8}", False),
        ("does: Waits", False),
    ],
)
def test_the_nps_is_about_the_whole(line: str, *, is_told: bool) -> None:
    head = "metrics: [{id: liking, kind: nps, value: 4}]"
    assert len(ask("nps-on-a-touchpoint", stages(line, head=head))) == is_told


@pytest.mark.parametrize(
    ("metric", "is_told"),
    [
        ("csat: {value: 61, target: 75}", False),
        ("csat: {value: 61, target: 61}", False),
        ("csat: {value: 61, target: 55}", True),
        ("csat: {value: 61, target: 0.55}", True),
        ("csat: {value: 61, target: 0.75}", False),
        ("churn: {value: 4%, target: 6%}", True),
        ("churn: {value: 0.04, target: 3%}", False),
        ("wait: {value: 11 min, target: 1 hour}", True),
        ("wait: {value: 2 hours, target: 30 min}", False),
        ("duration: {value: 2 days, target: 3 days}", False),
        ("duration: {value: 2 days, target: 3 days, better: lower}", True),
        ("cost: {value: 5, target: 9}", False),
        ("ces: {value: 5, target: 6, method: mean, better: lower}", True),
        ("ces: {value: 5, target: 6, method: mean, better: higher}", False),
        ("hold: {value: 11, target: 20}", True),
        ("csat: {target: 60, series: [{value: 50}, {value: 70}]}", True),
        ("csat: {target: 60}", False),
    ],
)
def test_a_target_is_better(metric: str, *, is_told: bool) -> None:
    head = "metrics: [{id: hold, kind: wait, unit: min}]"
    assert len(ask("target-wrong-side", stages(f"metrics: {{{metric}}}", head=head))) == is_told


@pytest.mark.parametrize(
    ("metric", "told"),
    [
        ("{value: 80, date: 2025}", []),
        ("{value: 80, date: 2024}", ["2024"]),
        ("{value: 80, date: 2025-08}", []),
        ("{value: 80, date: 2025-07}", ["2025-07"]),
        ("{value: 80, date: 2025-08-24}", []),
        ("{value: 80, date: 2024-01/2025-12}", []),
        ("{value: 80, date: 2024-01/2025-06}", ["2024-01/2025-06"]),
        ("{value: 80}", []),
        ("{series: [{value: 70, date: 2024}, {value: 80, date: 2026-05}]}", []),
        ("{series: [{value: 70, date: 2023}, {value: 80, date: 2024}]}", ["2024"]),
        ("{date: 2026-02, series: [{value: 70, date: 2023}]}", []),
        ("{target: 80, date: 2020}", []),
        ("{value: 80, date: 2031}", []),
    ],
)
def test_a_figure_grows_old(metric: str, told: list[str]) -> None:
    assert ask("stale-metric", stages(f"metrics: {{csat: {metric}}}")) == told
    assert ask("stale-metric", stages(f"metrics: {{csat: {metric}}}", head="state: future")) == []
