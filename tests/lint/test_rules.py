"""Every rule finds its bad map and nothing else there; its good map, laid over the same one, has no findings at all."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cjm.config import Lint
from cjm.diff.compare import compare
from cjm.finding import Finding
from cjm.lint.page import overlay, page
from cjm.lint.rule import Rule
from cjm.lint.rules import NAMES, RULES
from cjm.lint.run import judge, judge_shared
from cjm.lint.settings import settle
from cjm.lint.shared import Shared
from cjm.model.journey import Journey
from cjm.model.named import named
from tests.texts import read

GOOD = Path(__file__).with_name("good.cjm.yaml")
TODAY = date(2026, 11, 22)
FUTURE = """
state: future
compares_to: current
metrics: [{id: nps, kind: nps, target: 55}]
stages:
  - {id: hand-over, touchpoints: [{id: counter-talk, metrics: {csat: {value:, n:, date:, evidence:, target: 80}}}]}
  - {id: collect, touchpoints: [{id: handing-back, metrics: {csat: {value:, n:, date:, evidence:, target: 90}}}]}
"""
EVERY = settle(Lint(), Lint(extend_select=tuple(rule.slug for rule in RULES)), RULES, TODAY)


def load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def laid(part: str) -> Journey:
    """The good map with a part of a rule's page laid over it, as cjm reads it."""
    reading = read(dumped(overlay(load(GOOD.read_text("utf-8")), load(part))))
    assert reading.findings == []
    return reading.journey


def found(rule: Rule, part: str) -> list[Finding]:
    """What all rules say where a part of a rule's page is laid over the good map; or for what maps share, its library."""
    good = load(GOOD.read_text("utf-8"))
    if rule.subject == "journey":
        return judge(laid(part), EVERY)
    if rule.subject == "pair":
        return _found_between(good, part)
    library = {"cjm": 1, "kind": "library", **{key: good[key] for key in ("actors", "systems")}}
    texts = {"map": overlay(good, {"actors": None, "systems": None, "uses": ["library"]})}
    reading = read({path: dumped(tree) for path, tree in {**texts, "library": overlay(library, load(part))}.items()})
    assert reading.findings == []
    words = {path: frozenset(named(reading.journey)) for path in reading.atlas.libraries}
    return judge_shared(Shared(reading.atlas.libraries, words), EVERY)


def _found_between(good: Any, part: str) -> list[Finding]:
    """What all rules say of a future map: the good one with a part laid over it, compared with the good one."""
    future = overlay(overlay(good, load(FUTURE)), load(part))
    reading = read({path: dumped(tree) for path, tree in (("map", future), ("current", good))}, "map", "current")
    assert reading.findings == []
    return judge(reading.journey, EVERY, [compare(reading.atlas.compared["map"], reading.journey)])


def dumped(tree: Any) -> str:
    stream = io.StringIO()
    YAML(typ="safe").dump(tree, stream)
    return stream.getvalue()


def test_the_good_map_is_good() -> None:
    assert judge(laid("{}"), EVERY) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_finds_its_bad_map_and_nothing_else(rule: Rule) -> None:
    told = page(rule.docstring)
    bad = found(rule, told.bad)
    assert [finding.rule for finding in bad] == [rule.slug], [finding.message for finding in bad]
    assert found(rule, told.good) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_speaks_in_sentences(rule: Rule) -> None:
    told = page(rule.docstring)
    (finding,) = found(rule, told.bad)
    for sentence in (finding.message, finding.help, told.summary, told.remedy):
        assert sentence[:1].isupper() or not sentence[:1].isalpha()
        assert sentence.endswith((".", "?"))
        assert len(sentence) < 220
    assert rule.is_on != bool(told.noise)


def test_rules_are_in_order() -> None:
    assert list(NAMES) == sorted(NAMES)
    assert len({rule.slug for rule in RULES}) == len(RULES) == len(NAMES)
