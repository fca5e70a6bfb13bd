"""Findings: an identity that survives edits, and pointers that others can read."""

import pytest

from cjm.finding import Finding, Route, Severity, Span, fingerprints

HERE = Finding(
    rule="out-of-range", severity=Severity.ERROR, message="9 is out of range", route=Route("a.cjm.yaml", ("stages", 0, "pains", 1, "severity")),
    element="pain/late", map="office@current", span=Span(3, 5, 3, 6),
)  # fmt: skip


@pytest.mark.parametrize(
    "same",
    [
        HERE._replace(span=Span(90, 1, 90, 2)), HERE._replace(span=None), HERE._replace(message="other words", help="and help"), HERE._replace(severity=Severity.INFO),
        HERE._replace(route=Route("moved.cjm.yaml", ("stages", 7, "pains", 0, "severity"))), HERE._replace(route=Route("a.cjm.yaml", ("x", "severity", 3), at_key=True)),
    ],
)  # fmt: skip
def test_a_fingerprint_survives_moves_and_rewording(same: Finding) -> None:
    assert fingerprints([same]) == fingerprints([HERE])


@pytest.mark.parametrize(
    "other",
    [
        HERE._replace(rule="bad-value"), HERE._replace(map="office@future"), HERE._replace(element="pain/lost"), HERE._replace(route=Route("a.cjm.yaml", ("stages", 0, "pains", 1, "frequency"))),
        HERE._replace(map=""), HERE._replace(route=Route("a.cjm.yaml")), HERE._replace(element="", map="office@currentpain/late"),
    ],
)  # fmt: skip
def test_a_fingerprint_tells_rule_map_element_and_field_apart(other: Finding) -> None:
    assert fingerprints([other]) != fingerprints([HERE])


def test_findings_alike_are_told_apart_by_their_order() -> None:
    prints = fingerprints([HERE, HERE._replace(rule="bad-value"), HERE, HERE])
    assert len(set(prints)) == 4
    assert prints[:1] == fingerprints([HERE])
    assert [prints[0], prints[2]] == fingerprints([HERE, HERE._replace(span=None)])
    assert fingerprints([]) == []


def test_a_fingerprint_is_short_and_fixed() -> None:
    assert fingerprints([HERE]) == ["b7cd5237afdae81d"]


def test_a_map_without_id_is_known_by_its_path_whatever_bytes_that_has() -> None:
    lost = HERE._replace(map="", route=Route("\udcff.cjm.yaml", ("title",)))
    assert lost.identity() == ("out-of-range", "\udcff.cjm.yaml", "pain/late", "title")
    assert len(fingerprints([lost])[0]) == 16


@pytest.mark.parametrize(
    ("parts", "pointer"),
    [
        ((), ""),
        (("stages", 0, "name"), "/stages/0/name"),
        (("x-a/b", "c~d"), "/x-a~1b/c~0d"),
        (("", "~1"), "//~01"),
        (("for", "Ana Ș"), "/for/Ana Ș"),
    ],
)
def test_a_route_is_a_json_pointer(parts: tuple[str | int, ...], pointer: str) -> None:
    assert Route("a", parts).pointer() == pointer


def test_spans_are_ordered_as_text_is_read() -> None:
    spans = [Span(2, 1, 2, 2), Span(1, 9, 3, 1), Span(1, 9, 1, 10), Span(1, 2, 9, 9)]
    assert sorted(spans) == [spans[3], spans[2], spans[1], spans[0]]
