"""Values that only other values can judge."""

import pytest

from cjm.finding import Severity
from tests.texts import read, stage


@pytest.mark.parametrize(
    ("text", "head", "told"),
    [
        ("feels: 2", "", []), ("feels: 2.5", "", [("score-out-of-scale", "2.5")]), ("feels: {score: -3, emotion: angry}", "", [("score-out-of-scale", "-3")]),
        ("feels: 5", "scale: {min: -5, max: 5}", []), ("feels: -1", "scale: {min: 1, max: 10}", [("score-out-of-scale", "-1")]), ("intent: 3", "", [("score-out-of-scale", "3")]),
        ("for: {dana: {feels: 3}}", "persona: {id: dana}", [("score-out-of-scale", "3")]), ("does: a", "scale: {min: 2, max: 2}", [("bad-value", "{min: 2, max: 2}")]),
        ("does: a", "scale: {min: 3}", [("bad-value", "{min: 3}")]),
        ("next: [{to: end, share: 0.6}, {to: end, share: 40%}]", "", []), ("next: [{to: end, share: 0.6}, {to: end, share: 0.41}]", "", [("out-of-range", "next")]),
        ("next: [{to: end, share: 0.1}, {to: end, share: 0.2}, {to: end, share: 0.7}]", "", []), ("next: {to: end, share: 86}", "", [("out-of-range", "86")]),
        ("does: a", "lanes: [{key: x-a}, {key: b}]", [("bad-value", "b")]), ("does: a", "lanes: legal", [("bad-value", "legal")]),
        ("does: a", "reviewed: 2026-02-30", [("bad-value", "2026-02-30")]), ("does: a", "research: {id: a, date: 2023/2022}", [("bad-value", "2023/2022")]),
        ("touchpoints: {name: a, validated: 2026-13}", "", [("bad-value", "2026-13")]), ("touchpoints: {name: a, validated: true}", "", []), ("says: {text: a, date: 2026-00}", "", [("bad-value", "2026-00")]),
        ("pains: [{id: a, text: b}, {id: a, text: c}]", "", [("duplicate-id", "a")]), ("pains: [{id: a, text: b}, a]", "", []), ("pains: [a, a]\ngains: {id: a, text: b}", "", []),
        ("touchpoints: [{id: a}, {id: a}]", "", [("duplicate-id", "a")]), ("onstage: {id: a, does: b}\nsupport: {id: a, does: b}", "", [("duplicate-id", "a")]),
        ("does: a", "actors: [{id: a}, {id: a}]\nsystems: {id: a}", [("duplicate-id", "a")]), ("metrics: {nps: {id: a}, csat: {id: a, value: 5}}", "", []),
        ("channel: telefon", "lang: pl", [("unknown-channel", "telefon")]), ("channel: Telefon", "channels: Telefon", []), ("channel: Flugpost", "lang: de", []), ("channel: Terminal", "lang: de-AT", [("unknown-channel", "Terminal")]), ("channel: Terminal", "lang: en", []), ("channel: 'telefon, Flugpost'", "", [("bad-value", "'telefon, Flugpost'")]),
        ("channel: 'poczekalnia, tablica'", "", [("bad-value", "'poczekalnia, tablica'")]), ("channel: Brief / Boten", "", []), ("channel: Brief / Telefon", "", [("bad-value", "Brief / Telefon")]), ("channel: rower i pies", "", []),
        ("feels: zły -1", "", [("bad-value", "zły -1")]), ("feels: {score: 1, emotion: 2 many}", "", [("bad-value", "{score: 1, emotion: 2 many}")]), ("feels: better in 2 ways", "", [("emotion-without-score", "better in 2 ways")]),
        ("channel: [web, fax, mobile_app]", "", []), ("channel: mobile-app", "", [("unknown-channel", "mobile-app")]), ("channel: Own shop", "channels: {id: own, name: Own shop}", []),
    ],
)  # fmt: skip
def test_a_value_is_judged_by_the_others(text: str, head: str, told: list[tuple[str, str]]) -> None:
    assert stage(text, head).told() == told


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("feels: wistful", [Severity.INFO]),
        ("feels: angry", []),
        ("feels: {score: 1, emotion: wistful}", []),
        ("intent: wistful", []),
        ("for: {dana: {feels: wistful}}", [Severity.INFO]),
    ],
)
def test_a_feeling_that_is_not_listed_is_kept_and_told(text: str, severities: list[Severity]) -> None:
    reading = stage(text, "persona: {id: dana}")
    assert [finding.severity for finding in reading.findings] == severities


@pytest.mark.parametrize(
    ("metrics", "head", "told"),
    [
        ("{csat: 52, nps: -20, conversion: 80.4%, wait: 11 min, volume: 12000}", "", []), ("{csat: 140}", "", [("out-of-range", "140")]),
        ("{csat: {target: 140}}", "", [("out-of-range", "140")]), ("{csat: {series: [5, {value: 140, date: 2026}]}}", "", [("out-of-range", "140")]),
        ("{churn: 86}", "", [("out-of-range", "86")]), ("{wait: 11}", "", [("bad-value", "11")]), ("{wait: {value: 11, unit: min}}", "", []),
        ("{csta: 5}", "", [("unknown-reference", "csta")]), ("{csta: {kind: csat, value: 5}}", "", []), ("{own: 5}", "metrics: [{id: own, kind: nps}]", []),
        ("{own: 500}", "metrics: [{id: own, kind: nps}]", [("out-of-range", "500")]), ("{own: 500}", "metrics: [{id: own}]", []), ("{own: 11}", "metrics: [{id: own, max: 10}]", [("out-of-range", "11")]),
        ("{own: 11}", "metrics: [{id: own, kind: wait, unit: day}]", []), ("{own: {value: 11, unit: min}}", "metrics: [{id: own, kind: wait}]", []),
        ("{ces: 5}", "", [("missing-key", "ces")]), ("{ces: {value: 5, method: mean}}", "", [("missing-key", "{value: 5, method: mean}")]), ("{ces: {target: 5}}", "", []),
        ("{ces: {value: 5, method: mean, better: higher}}", "", []), ("{ease: 5}", "metrics: [{id: ease, kind: ces, method: mean, better: higher}]", []),
        ("{ease: 8}", "metrics: [{id: ease, kind: ces, method: mean, better: higher}]", [("out-of-range", "8")]), ("{ease: 8}", "metrics: [{id: ease, kind: ces, method: mean, better: higher, max: 10}]", []),
        ("{csat: 5}", "metrics: [{kind: nps, value: 200}]", [("out-of-range", "200")]), ("{csat: 5}", "metrics: [{id: nps, value: 200}]", [("out-of-range", "200")]),
    ],
)  # fmt: skip
def test_a_figure_is_judged_by_its_kind(metrics: str, head: str, told: list[tuple[str, str]]) -> None:
    found = stage(f"metrics: {metrics}", head).told()
    assert [rule for rule, _ in found] == [rule for rule, _ in told]
    assert [text for rule, text in found if rule != "missing-key"] == [
        text for rule, text in told if rule != "missing-key"
    ]


def test_what_a_figure_does_not_say_the_compared_map_does() -> None:
    before = "cjm: 1\ntitle: T\nmetrics: [{id: own, kind: nps}]\nstages: [{name: a, metrics: {ces: {value: 5, method: mean, better: higher, max: 5}, mine: {kind: nps}}}]"
    after = "cjm: 1\ntitle: T\nstate: future\ncompares_to: before\nstages: [{name: a, metrics: {ces: {value: 6}, mine: 300, own: 5}}]"
    assert read({"after": after, "before": before}).told() == [("out-of-range", "6"), ("out-of-range", "300")]
