"""SARIF as dashboards read it: rules, places on the map, fixes, what is let pass."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest

from cjm.finding import Finding, Route, Severity, Span
from cjm.lint.ignores import UNUSED
from cjm.lint.reading import READING
from cjm.lint.rule import Problem, Rule
from cjm.lint.rules import RULES
from cjm.report.entry import Splices, unfixed
from cjm.report.sarif import sarif
from tests.report.findings import ALL_ODD, FIX, HOSTILE, IGNORED, finding

DROP = next(rule for rule in RULES if rule.slug == "unexplained-drop")


def run(findings: Iterable[Finding], rules: Iterable[Rule] = (), splices: Splices = unfixed) -> dict[str, Any]:
    """The one run of a report."""
    log = json.loads(sarif([*findings], rules, "1.2.3", lambda path: f"sub/{path}", splices))
    (only,) = log["runs"]
    assert (log["version"], only["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    return dict(only)


def test_every_rule_that_was_asked_is_explained() -> None:
    driver = run([], RULES)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cjm", "1.2.3")
    told = {rule["id"]: rule for rule in driver["rules"]}
    assert [*told] == [*READING, UNUSED, *(rule.slug for rule in RULES)]
    for rule in told.values():
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["markdown"].startswith(f"## {rule['id']}\n")
    drop = told["unexplained-drop"]
    assert drop["defaultConfiguration"] == {"level": "warning"}
    assert "Bad:\n\n```yaml\n" in drop["help"]["markdown"]
    assert told["syntax"]["fullDescription"]["text"] == READING["syntax"]
    assert {rule.slug for rule in RULES if not rule.is_on} == {
        slug for slug, rule in told.items() if rule["defaultConfiguration"].get("enabled") is False
    }


def test_a_rule_without_a_page_has_its_first_line() -> None:
    def check() -> Iterable[Problem]:
        return ()

    check.__module__ = "tests.report.findings"  # a module with a docstring that is no page
    (told,) = run([], [replace(DROP, slug="of-our-own", check=check)])["tool"]["driver"]["rules"][-1:]
    assert told["shortDescription"]["text"] == "Findings for the tests of reports: hostile ones above all."


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_a_result(severity: Severity, level: str) -> None:
    made = run([finding(rule="unexplained-drop", severity=severity, span=Span(3, 5, 4, 1))], [DROP])
    (result,) = made["results"]
    assert made["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "unexplained-drop"
    assert result["level"] == level
    assert result["message"] == {"text": "‘Wrong.’ is wrong. Write something else than Wrong.."}
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "sub/maps/0.cjm.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 1},
    }
    assert result.keys() & {"fixes", "suppressions"} == set()


@pytest.mark.parametrize(
    ("map", "element", "names"),
    [
        ("", "", []),
        ("m@future", "", ["map m@future"]),
        ("m@future", "stage/wait", ["map m@future", "stage m@future:stage/wait"]),
        ("m@future", "touchpoint/port", ["map m@future", "touchpoint m@future:touchpoint/port"]),
        (
            "m@future",
            "touchpoint/wait/port",
            ["map m@future", "stage m@future:stage/wait", "touchpoint m@future:touchpoint/wait/port"],
        ),
        ("lib.cjm.yaml", "persona/ana", ["file lib.cjm.yaml", "persona lib.cjm.yaml:persona/ana"]),
    ],
)
def test_places_on_the_map(map: str, element: str, names: list[str]) -> None:
    made = run([finding(map=map, element=element, route=Route("lib.cjm.yaml"))] * 2)
    known = made["logicalLocations"]
    assert [f"{place['kind']} {place['fullyQualifiedName']}" for place in known] == names
    for number, place in enumerate(known):
        assert place.get("parentIndex", -1) == number - 1
        assert place["fullyQualifiedName"].endswith(place["name"])
    for result in made["results"]:
        (location,) = result["locations"]
        logical = location.get("logicalLocations", [])
        assert [place["fullyQualifiedName"] for place in logical] == [name.split()[1] for name in names[-1:]]
        assert [place["index"] for place in logical] == [len(names) - 1] * bool(names)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_an_address_of_a_file_is_the_very_bytes_of_its_name(number: int) -> None:
    (result,) = run([ALL_ODD[number]])["results"]
    physical = result["locations"][0]["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not {*uri} & {*" <>|`[]{}#?\n\\"}
    path = f"sub/{ALL_ODD[number].route.path}"
    assert unquote_to_bytes(uri) == path.encode("utf-8", "surrogateescape")
    assert (physical["region"] == {"startLine": 1}) is (ALL_ODD[number].span is None)


def test_no_text_becomes_a_link() -> None:
    (result,) = run([finding(HOSTILE[3])])["results"]
    assert "[click] (http://evil.example)" in result["message"]["text"]


def test_a_fix_is_what_it_does_to_the_text() -> None:
    def splices(given: Finding) -> list[tuple[Span, str]]:
        return [(Span(2, 3, 2, 7), "web"), (Span(4, 1, 4, 1), "id: a\n")] if given.fix else []

    safe, unsafe, none = run([finding(fix=FIX), finding(fix=FIX._replace(is_safe=False)), finding()], (), splices)[
        "results"
    ]
    (fix,) = safe["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == safe["locations"][0]["physicalLocation"]["artifactLocation"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 7},
            "insertedContent": {"text": "web"},
        },
        {
            "deletedRegion": {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 1},
            "insertedContent": {"text": "id: a\n"},
        },
    ]
    assert fix["description"]["text"] == "Write something else than Wrong.."
    assert unsafe["fixes"][0]["description"]["text"].endswith("This may change what the map says: look at the result.")
    assert "fixes" not in none


def test_what_is_let_pass_says_by_whom_and_why() -> None:
    results = run(IGNORED)["results"]
    assert [result["suppressions"] for result in results] == [
        [{"kind": "inSource", "justification": "nobody asked"}],
        [{"kind": "external"}],
        [],
    ]
