"""What refers must lead somewhere; what only names may be new."""

import pytest

from cjm.finding import Severity
from tests.texts import Reading, read

MAP = """\
cjm: 1
title: T
{head}
stages:
  - id: need
    name: Need
    touchpoints:
      - {{id: call, name: Call, metrics: {{csat: 5, own: {{kind: nps}}}}}}
      - {{id: visit, name: Visit, pains: {{id: late, text: a}}, backstage: {{id: sign, does: a}}, metrics: {{csat: 5}}}}
      - '!'
  - id: pay
    name: Pay
    metrics: {{wait: 2 days}}
    touchpoints:
      - {{id: call, name: Call}}
      - name: Here
        {here}
  - '?'
"""
OTHER = """\
cjm: 1
title: Before
state: future
research: [old-survey]
metrics: [{id: old-score, kind: nps}]
stages: [{name: X, pains: {id: old-pain, text: a}, onstage: {id: old-step, actor: A}, metrics: {only-once: {kind: nps}}}]
"""
HEAD = "personas: [{id: dana, name: Dana}]\nactors: [{id: desk-clerk}]\nsystems: [{id: till, name: Cash till}]\nresearch: [{id: survey-2026}]\nmetrics: [{id: score, kind: nps}]"


def here(text: str, head: str = HEAD) -> Reading:
    return read({"map": MAP.format(head=head, here=text), "other": OTHER}, "map")


@pytest.mark.parametrize(
    "text",
    [
        "evidence: survey-2026", "pains: {text: a, evidence: [survey-2026]}", "metrics: {csat: {value: 5, evidence: survey-2026}}", "evidence: []", "evidence: ''",
        "opportunities: {title: a, solves: late}", "opportunities: {title: a, solves: []}",
        "backstage: {does: a, needs: sign}", "backstage: {does: a, needs: [visit, need/call, here]}",
        "next: visit", "next: here", "next: pay", "next: pay/call", "next: end", "next: [{to: visit, share: 50%}, {to: end, share: 50%}]",
        "opportunities: {title: a, moves: score}", "opportunities: {title: a, moves: wait}", "opportunities: {title: a, moves: own}", "{metrics: {csat: 5}, opportunities: {title: a, moves: csat}}",
        "personas: dana", "personas: Dana", "for: {dana: {feels: 1}}", "systems: [till, Cash till, Ledger]", "initiator: Dana", "receiver: desk-clerk", "receiver: Somebody",
    ],
)  # fmt: skip
def test_a_reference_that_leads_somewhere(text: str) -> None:
    text = text.strip("{}").replace(", opp", "\n        opp") if text.startswith("{") else text
    assert here(text).findings == []


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("evidence: survey-2025", "survey-2025", "Did you mean ‘survey-2026’? What the customer sees or holds goes under ‘physical_evidence’."),
        ("evidence: [menu, receipt]", "menu", "‘physical_evidence’"), ("pains: {text: a, evidence: zzz}", "zzz", "Known here: survey-2026."),
        ("opportunities: {title: a, solves: lat}", "lat", "Did you mean ‘late’?"), ("opportunities: {title: a, solves: sign}", "sign", "Known here"),
        ("backstage: {does: a, needs: signs}", "signs", "Did you mean ‘sign’?"), ("backstage: {does: a, needs: need}", "need", ""), ("backstage: {does: a, needs: call}", "call", "stage/call"),
        ("next: visti", "visti", "Did you mean ‘visit’?"), ("next: call", "call", "stage/call"), ("next: pay/visit", "pay/visit", "Did you mean ‘visit’?"), ("next: {to: gone}", "gone", ""),
        ("next: touchpoint-3", "touchpoint-3", ""), ("next: stage-3", "stage-3", ""), ("next: need/touchpoint-3", "need/touchpoint-3", ""), ("backstage: {does: a, needs: touchpoint-3}", "touchpoint-3", ""),
        ("opportunities: {title: a, moves: csat}", "csat", "Give the metric to this moment"), ("opportunities: {title: a, moves: scor}", "scor", "Did you mean ‘score’?"),
        ("personas: dena", "dena", "Did you mean ‘dana’?"), ("for: {dena: {feels: 1}}", "dena", "Did you mean ‘dana’?"), ("for: {Ann: {feels: 1}}", "Ann", ""),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere(text: str, at: str, said: str) -> None:
    reading = here(text)
    assert reading.told()[0] == ("unknown-reference", at)
    assert said in reading.findings[0].help
    assert reading.findings[0].severity is Severity.ERROR
    assert len(reading.findings) == 1 + text.count("receipt")


@pytest.mark.parametrize(
    "text",
    [
        "evidence: old-survey",
        "opportunities: {title: a, solves: old-pain}",
        "opportunities: {title: a, moves: old-score}",
        "opportunities: {title: a, moves: only-once}",
    ],
)
def test_what_is_not_here_is_looked_up_in_the_map_compared_with(text: str) -> None:
    assert [rule for rule, _ in here(text).told()] == ["unknown-reference"]
    assert here(text, f"{HEAD}\ncompares_to: other").findings == []


@pytest.mark.parametrize("text", ["next: x", "backstage: {does: a, needs: old-step}"])
def test_the_way_on_stays_within_the_map(text: str) -> None:
    assert [rule for rule, _ in here(text, f"{HEAD}\ncompares_to: other").told()] == ["unknown-reference"]


@pytest.mark.parametrize(
    ("text", "at", "severity"),
    [
        ("onstage: {actor: desk-clark}", "desk-clark", Severity.ERROR), ("onstage: {actor: Desk-clark}", "Desk-clark", Severity.WARNING), ("support: {system: tills}", "tills", Severity.ERROR),
        ("systems: Cash tills", "Cash tills", Severity.WARNING), ("initiator: danna", "danna", Severity.ERROR), ("receiver: Danna", "Danna", Severity.WARNING),
        ("channel: emial", "emial", Severity.WARNING), ("channel: fax", "", None),
    ],
)  # fmt: skip
def test_a_near_miss_of_what_is_named(text: str, at: str, severity: Severity | None) -> None:
    reading = here(text)
    assert [
        (finding.severity, found) for finding, (_, found) in zip(reading.findings, reading.told(), strict=True)
    ] == ([(severity, at)] if at else [])


def test_evidence_in_a_library_is_looked_up_there_where_it_has_research() -> None:
    library = "cjm: 1\nkind: library\npersonas: [{id: a, evidence: x}]\n"
    assert read(library).findings == []
    assert read(library + "research: [y]\n").told() == [("unknown-reference", "x")]
    assert read(library + "research: [x]\n").findings == []


def test_thousands_of_wrong_references_are_told_without_comparing_each_with_all() -> None:
    """Some 20,000 research ids and as many wrong ones: by pairs this would take hours."""
    count = 20_000
    research = "".join(f"  - {{id: r{number:06}}}\n" for number in range(count))
    wrong = ", ".join(f"q{number:06}" for number in range(count))
    text = f"cjm: 1\ntitle: T\nresearch:\n{research}stages:\n  - name: A\n    evidence: [{wrong}]\n"
    findings = read(text).findings
    assert len(findings) == count
    assert {finding.rule for finding in findings} == {"unknown-reference"}
