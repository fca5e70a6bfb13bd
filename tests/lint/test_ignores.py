"""Ignores belong to elements, survive moves, give a reason, end some day, and are told of when nothing needs them."""

from datetime import date

import pytest

from cjm.finding import Finding, Route, Severity, Span, Suppression
from cjm.lint.ignores import UNUSED, Ignore, apply, parse
from cjm.source.document import Document
from cjm.source.remarks import remarks

TODAY = date(2026, 11, 22)
TEXT = """cjm: 1
# cjm: ignore[no-owner] nobody yet
title: T  # cjm: ignore-file[no-metric] not counted
stages:
  # cjm: ignore[missing-does] a stage of waiting
  - name: Wait
    pains:
      - Too long  # cjm: ignore[pain-without-cause] known
      # plain comment
      # cjm: ignore[pain-without-severity]
      - text: No news
        # cjm: ignore[a, b] inside
        severity: 3
    touchpoints:
      - name: 'Call # cjm: ignore[x] text'
        thinks: |
          # cjm: ignore[y] text
        # cjm: something else
        does: Calls
  # cjm: ignore[z] at the end
"""


def test_a_remark_belongs_to_what_it_stands_in_or_above() -> None:
    document = Document.parse("map", TEXT.encode())
    assert [(remark.text, remark.parts) for remark in remarks(document)] == [
        ("ignore[no-owner] nobody yet", ()),
        ("ignore-file[no-metric] not counted", ()),
        ("ignore[missing-does] a stage of waiting", ("stages", 0)),
        ("ignore[pain-without-cause] known", ("stages", 0, "pains", 0)),
        ("ignore[pain-without-severity]", ("stages", 0, "pains", 1)),
        ("ignore[a, b] inside", ("stages", 0, "pains", 1)),
        ("something else", ("stages", 0, "touchpoints", 0)),
        ("ignore[z] at the end", ()),
    ]
    first = remarks(document)[0]
    assert document.text[first.start : first.end] == "# cjm: ignore[no-owner] nobody yet"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ignore[a] why", (False, ("a",), "why")),
        ("ignore[a, b-c]", (False, ("a", "b-c"), "")),
        ("ignore-file[a] why not", (True, ("a",), "why not")),
        ("ignore[]", (False, (), "")),
        ("ignore a", None),
        ("ignored[a]", None),
    ],
)
def test_the_form_of_an_ignore(text: str, form: object) -> None:
    assert parse(text) == form


def found(rule: str = "missing-does", element: str = "stage/wait", map: str = "m@current") -> Finding:
    return Finding(rule, Severity.WARNING, "M.", Route("maps/m.cjm.yaml"), element=element, map=map)


def ignore(**how: object) -> Ignore:
    usual = {"rules": ("missing-does",), "element": "stage/wait", "map": "", "reason": "so", "route": Route("here")}
    return Ignore(**(usual | how))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "remains", "complaint"),
    [
        (ignore(), 0, ""),
        (ignore(element=None), 0, ""),
        (ignore(map="m@current"), 0, ""),
        (ignore(map="maps/m.cjm.yaml"), 0, ""),
        (ignore(map="n@current"), 1, "Nothing here breaks ‘missing-does’"),
        (ignore(element="stage/other"), 1, "Nothing here breaks ‘missing-does’"),
        (ignore(rules=("no-owner",)), 1, "Nothing here breaks ‘no-owner’"),
        (ignore(rules=("not-asked",)), 1, ""),
        (ignore(rules=()), 1, "names no rule"),
        (ignore(reason=""), 0, "gives no reason"),
        (ignore(until=TODAY), 0, ""),
        (ignore(until=date(2026, 11, 21)), 1, "ended on 2026-11-21"),
    ],
)
def test_what_an_ignore_does(one: Ignore, remains: int, complaint: str) -> None:
    (told,), complaints = apply([found()], [one], TODAY, ("missing-does", "no-owner"))
    assert told._replace(suppressed=None) == found()
    assert (told.suppressed is None) is bool(remains)
    assert [complaint in each.message for each in complaints] == ([True] if complaint else [])
    assert {each.rule for each in complaints} <= {UNUSED}


def test_what_is_suppressed_says_by_whom_and_why() -> None:
    both = [ignore(reason="in a comment", span=Span(1, 1, 1, 9)), ignore(rules=("no-owner",), element=None)]
    told, _ = apply([found(), found("no-owner"), found("no-goal")], both, TODAY, ())
    assert [each.suppressed for each in told] == [Suppression("in a comment", is_in_map=True), Suppression("so"), None]


def test_what_is_suppressed_needs_no_other_ignore() -> None:
    told, _ = apply([found()], [ignore(reason="first")], TODAY, ())
    again, complaints = apply(told, [ignore(reason="second")], TODAY, ("missing-does",))
    assert again == told
    assert ["Nothing here breaks" in each.message for each in complaints] == [True]
