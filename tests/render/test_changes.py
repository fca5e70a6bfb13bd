"""Changes in words: each in one line, in every language, and with nothing of the format's own keys in it."""

import pytest

import cjm
from cjm.diff.change import Change, Comparison
from cjm.render.labels import LANGUAGES, labels
from cjm.render.told.changes import told
from tests.render.test_comparison import PAIRS, compared
from tests.texts import read

HEAD = "cjm: 1\nid: m\ntitle: T\nstages:\n  - id: a\n    name: A\n    touchpoints:\n"
TEMPLATE = HEAD + "      - id: t\n        name: N\n{}"


def lines(before: str, after: str, lang: str = "en") -> list[str]:
    """What is told of two touchpoints, each given by its keys."""
    ones, others = ("".join(f"        {line}\n" for line in each.splitlines()) for each in (before, after))
    found = cjm.compare(read(TEMPLATE.format(ones)).journey, read(TEMPLATE.format(others)).journey)
    return [plain(change, found, lang) for change in found.shown()]


def plain(change: Change, found: Comparison, lang: str) -> str:
    return told(change, found, labels(lang)).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("feels: -2", "feels: 1", "Feeling: −2 → +1"),
        ("feels: {score: -2, emotion: anxious}", "feels: {score: 0, emotion: calm}", "Feeling: −2 anxious → 0 calm"),
        ("owner: Sales", "owner: Service", "Owner: Sales → Service"),
        ("duration: 21 days", "duration: 1 week", "Duration: 21 days → 1 week"),
        ("wait: 11 min", "wait: 1 min", "Wait: 11 minutes → 1 minute"),
        ("channel: phone", "channel: [phone, web]", "Channels · New: Web"),
        ("channel: [phone, web]", "channel: [web, chat]", "Channels · New: Chat; Gone: Phone"),
        ("pains: [Late]", "", "Pain points · Gone: Late"),
        ("", "pains: [Late]", "Pain points · New: Late"),
        ("pains: [{id: p, text: Late, severity: 4}]", "pains: [{id: p, text: Late, severity: 1}]", "Pain points · Late: severity 4 → 1"),
        ("says: [Hello]", "", "Saying · Gone: “Hello”"),
        ("opportunities: [{id: o, title: Why?, status: idea}]", "opportunities: [{id: o, title: Why?, status: planned}]", "Opportunities · Why? Idea → Planned"),
        ("backstage: [{id: s, does: Types it, automation: manual}]", "backstage: [{id: s, does: Types it, automation: automated}]", "Backstage · Types it: manual → automated"),
        ("metrics: {csat: {value: 52, target: 60}}", "metrics: {csat: {value: 52, target: 70}}", "Metrics · Satisfaction (CSAT): target 60 → 70"),
        ("", "expects: A price", "Expectations · New: A price"),
    ],
)  # fmt: skip
def test_a_change_in_a_line(before: str, after: str, line: str) -> None:
    assert line in lines(before, after)


def test_the_language_is_that_of_the_words_not_of_the_map() -> None:
    assert lines("duration: 2 days", "duration: 1 day", "fr") == ["Durée : 2 jours → 1 jour"]
    assert lines("pains: [Late]", "", "pl") == ["Bolączki · Usunięte: Late"]
    assert lines("", "channel: phone", "de") == ["Kanäle · Neu: Telefon"]


def test_a_touchpoint_in_another_stage_tells_from_where() -> None:
    both = (
        HEAD
        + "      - {id: t, name: N, channel: web}\n      - {id: u, name: U}\n  - id: b\n    name: B\n    touchpoints:\n      - {id: v, name: V}\n"
    )
    moved = (
        HEAD
        + "      - {id: u, name: U}\n  - id: b\n    name: B\n    touchpoints:\n      - {id: v, name: V}\n      - {id: t, name: N, channel: web}\n"
    )
    found = cjm.compare(read(both).journey, read(moved).journey)
    assert [plain(change, found, "en") for change in found.shown()] == ["Touchpoints · Moved, from: A"]


def test_what_runs_from_right_to_left_keeps_to_itself() -> None:
    assert lines("feels: {score: -2, emotion: محبطة}", "feels: {score: 1, emotion: هادئة}") == [
        "Feeling: \u2068−2 محبطة\u2069 → \u2068+1 هادئة\u2069"
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAIRS)
def test_every_change_has_its_line(name: str, lang: str) -> None:
    found = compared(name)
    for change in found.shown(editorial=True):
        line = told(change, found, labels(lang))
        assert line.strip()
        assert "{" not in line
        assert "\n" not in line
