"""Every rule finds its bad map and nothing else there; its good map, laid over the same one, has no findings at all."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cjm.config import Lint
from cjm.lint.page import overlay, page
from cjm.lint.rule import Rule
from cjm.lint.rules import NAMES, RULES
from cjm.lint.run import judge
from cjm.lint.settings import settle
from cjm.model.journey import Journey
from tests.texts import read

GOOD = Path(__file__).with_name("good.cjm.yaml")
TODAY = date(2026, 11, 22)
EVERY = settle(Lint(), Lint(extend_select=tuple(rule.slug for rule in RULES)), RULES, TODAY)


def load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def laid(part: str) -> Journey:
    """The good map with a part of a rule's page laid over it, as cjm reads it."""
    stream = io.StringIO()
    YAML(typ="safe").dump(overlay(load(GOOD.read_text("utf-8")), load(part)), stream)
    reading = read(stream.getvalue())
    assert reading.findings == []
    return reading.journey


def test_the_good_map_is_good() -> None:
    assert judge(laid("{}"), EVERY) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_finds_its_bad_map_and_nothing_else(rule: Rule) -> None:
    told = page(rule.docstring)
    found = judge(laid(told.bad), EVERY)
    assert [finding.rule for finding in found] == [rule.slug], [finding.message for finding in found]
    assert judge(laid(told.good), EVERY) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_speaks_in_sentences(rule: Rule) -> None:
    told = page(rule.docstring)
    (finding,) = judge(laid(told.bad), EVERY)
    for sentence in (finding.message, finding.help, told.summary, told.remedy):
        assert sentence[:1].isupper() or not sentence[:1].isalpha()
        assert sentence.endswith((".", "?"))
        assert len(sentence) < 220
    assert rule.is_on != bool(told.noise)


def test_rules_are_in_order() -> None:
    assert list(NAMES) == sorted(NAMES)
    assert len({rule.slug for rule in RULES}) == len(RULES) == len(NAMES)
