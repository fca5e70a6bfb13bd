"""The history of a map: what each version amounts to, what it changed, and how its figures went."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from cjm.diff import history as module
from cjm.diff.change import Direction
from cjm.diff.compare import compare
from cjm.diff.history import History, Trend, Version, follow
from cjm.diff.tally import Tally
from cjm.model.journey import Journey, Scale
from tests.texts import read

START = datetime(2026, 1, 1, tzinfo=UTC)

MAP = """cjm: 1
title: T
stages:
  - name: a
    touchpoints:
      - id: ask
        name: Ask
        owner: Sales
        feels: -1
        pains: [Slow, {text: Dear, status: mitigated}, {text: Loud, status: resolved}]
        opportunities: [{title: Faster, status: done}]
        metrics: {csat: {value: 52, target: 70}, wait: {value: 2 hours, target: 90 min}}
      - name: Buy
        owner: Shop
        feels: 1
        onstage: {does: Prints it, automation: automated}
"""


def journey(text: str) -> Journey:
    return read(text).journey


def versions(*texts: str | None) -> list[Version]:
    """Versions of these texts, a day apart; ``None`` is one that cannot be read."""
    return [
        Version(f"{day:040x}", START + timedelta(day), f"Version {day}", "m.cjm.yaml",
                journey(text) if text else None, text or "", reason="" if text else "was deleted")
        for day, text in enumerate(texts)
    ]  # fmt: skip


def told(*texts: str | None) -> History:
    return follow(versions(*texts))


def trend(history: History, name: str) -> Trend:
    (found,) = (each for each in history.trends if each.name == name)
    return found


def values(history: History, name: str) -> Sequence[float | None]:
    return trend(history, name).values


def test_what_a_version_amounts_to() -> None:
    (stop,) = told(MAP).stops
    assert stop.tally == Tally(emotion=0, pains=2, open_pains=1, handoffs=1, automated=1, done=1)
    assert stop.changes is None


def test_what_each_version_changed() -> None:
    history = told(MAP, MAP.replace("feels: -1", "feels: 0").replace("Slow, ", ""), MAP)
    first, second, third = (stop.changes for stop in history.stops)
    assert first is None
    assert second
    assert third
    assert second[:4] == (2, 0, 0, 0)
    assert third[:4] == (0, 2, 0, 0)
    assert second.emotion == (0, 0.5)
    assert values(history, "pains") == (2, 1, 2)
    assert trend(history, "pains").direction is Direction.NEUTRAL


def test_a_version_that_cannot_be_read_is_passed_over() -> None:
    history = told(None, MAP, None, MAP.replace("Slow, ", ""), None)
    assert [stop.tally is None for stop in history.stops] == [True, False, True, False, True]
    changes = history.stops[3].changes
    assert changes
    assert changes.pains == (2, 1)
    assert history.journey == journey(MAP.replace("Slow, ", ""))
    assert values(history, "pains") == (None, 2, None, 1, None)
    assert trend(history, "pains").direction is Direction.IMPROVED


def test_no_version_can_be_read() -> None:
    history = told(None, None)
    assert history.journey is None
    assert not any(trend.known for trend in history.trends)


def test_metrics_are_numbers_in_one_unit() -> None:
    history = told(MAP, MAP.replace("value: 2 hours", "value: 30 min"))
    wait, csat = trend(history, "touchpoint/ask/wait"), trend(history, "touchpoint/ask/csat")
    assert (wait.values, wait.unit, wait.better, wait.written) == ((120, 30), "min", "lower", ("2 hours", "30 min"))
    assert (wait.direction, csat.direction) == (Direction.IMPROVED, Direction.NEUTRAL)
    assert wait.measure
    assert wait.measure.target == 90


@pytest.mark.parametrize(
    ("metric", "value", "unit"),
    [
        ("conversion: 41%", 0.41, "share"),
        ("conversion: 0.41", 0.41, "share"),
        ("duration: {value: 2, unit: days}", 2880, "min"),
        ("{id}: {{value: 3, unit: days}}", 4320, "min"),
        ("{id}: {{value: 3 days}}", 4320, "min"),
        ("{id}: {{value: 3, unit: calls}}", 3, "calls"),
        ("nps: {value: 500}", None, ""),
    ],
)
def test_units(metric: str, value: float | None, unit: str) -> None:
    text = MAP.replace("{csat: {value: 52, target: 70}, wait: {value: 2 hours, target: 90 min}}", "{METRIC}")
    history = told(
        f"{text}metrics: [{{id: own}}]\n".replace("METRIC", metric.format(id="own") if "{id}" in metric else metric)
    )
    measured = [each for each in history.trends if each.measure]
    assert [(each.values, each.unit) for each in measured] == ([((value,), unit)] if value is not None else [])


@pytest.mark.parametrize(("better", "direction"), [("higher", "worsened"), ("lower", "improved"), ("", "unknown")])
def test_a_metric_is_judged_by_what_is_better(better: str, direction: str) -> None:
    text = MAP.replace("csat: {value: 52, target: 70}", f"cost: {{value: 52{f', better: {better}' if better else ''}}}")
    history = told(text, text.replace("52", "50"))
    assert trend(history, "touchpoint/ask/cost").direction is Direction(direction)


def test_a_metric_goes_on_where_its_touchpoint_has_another_id_or_place() -> None:
    renamed = MAP.replace("id: ask", "id: enquire\n        formerly: ask")
    moved = renamed.replace("  - name: a\n", "  - name: b\n    touchpoints: [Wait]\n  - name: a\n")
    history = told(MAP, renamed, moved.replace("csat: {value: 52", "csat: {value: 60"))
    assert values(history, "touchpoint/enquire/csat") == (52, 52, 60)


def test_a_metric_that_was_away_comes_back() -> None:
    history = told(MAP, MAP.replace("csat: {value: 52, target: 70}, ", ""), MAP.replace("52", "60"))
    assert values(history, "touchpoint/ask/csat") == (52, None, 60)
    assert trend(history, "touchpoint/ask/csat").known == (0, 2)


def test_metrics_of_the_head_come_first() -> None:
    history = told(MAP, f"{MAP}metrics: [{{id: nps, value: 20}}]\n")
    assert [each.name for each in history.trends if each.measure] == [
        "nps",
        "touchpoint/ask/csat",
        "touchpoint/ask/wait",
    ]
    assert values(history, "nps") == (None, 20)


def test_feelings_on_different_scales_are_mapped() -> None:
    high = "scale: {min: 0, max: 10}\n"
    history = told(high + MAP.replace("feels: -1", "feels: 9"), high + MAP)
    assert history.scale == Scale(min=0, max=10)
    mixed = told(high + MAP.replace("feels: -1", "feels: 9"), MAP)
    assert mixed.scale == Scale(min=-2, max=2)
    assert values(mixed, "emotion") == (0, 0)


def test_a_feeling_is_judged_as_it_is_told() -> None:
    less = [MAP.replace("feels: 1", f"feels: {value}") for value in (1, 1.06, 1.2)]
    emotion = trend(told(*less), "emotion")
    assert emotion.between(0, 1) is Direction.NEUTRAL
    assert emotion.direction is Direction.IMPROVED


def test_versions_of_the_same_content_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def counted(before: Journey, after: Journey) -> object:
        calls.append((before, after))
        return compare(before, after)

    monkeypatch.setattr(module, "compare", counted)
    other = MAP.replace("Slow", "Late")
    follow(versions(MAP, other, MAP, other, MAP, MAP, MAP))
    assert len(calls) == 3
