"""What each format makes of findings: none, many, and those whose texts would rather be something else."""

import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from cjm.finding import Finding, Severity, Span
from cjm.report.github import annotations
from cjm.report.gitlab import gitlab
from cjm.report.json import findings_json, schema
from cjm.report.junit import junit
from cjm.report.markdown import MOST, markdown
from cjm.report.rdjson import rdjson
from cjm.report.sarif import sarif
from cjm.report.summary import summarise
from tests.report.findings import ALL_ODD, FIX, HOSTILE, IGNORED, MANY, finding

LINES = {1: "zażółć: 1", 2: "😀 a: b", 3: "c"}
POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "required": ["line", "column"],
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "properties": {"start": POSITION, "end": POSITION},
    "required": ["start", "end"],
    "additionalProperties": False,
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"const": {"name": "cjm"}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
"""The fields of reviewdog's DiagnosticResult, as its protocol buffers document them."""
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}
"""What GitLab documents of a Code Quality report."""

Report = Callable[[tuple[Finding, ...]], str]


def line(_: str, number: int) -> str:
    return LINES.get(number, "")


def as_json(findings: tuple[Finding, ...]) -> str:
    return findings_json(findings, summarise(findings, 1))


def as_junit(findings: tuple[Finding, ...]) -> str:
    return junit(findings, ["clean.cjm.yaml"], "cjm lint")


def as_markdown(findings: tuple[Finding, ...]) -> str:
    return markdown(findings, summarise(findings, 1), "cjm lint")


def as_rdjson(findings: tuple[Finding, ...]) -> str:
    return rdjson(findings, line)


def as_sarif(findings: tuple[Finding, ...]) -> str:
    return sarif(findings, (), "1.0")


REPORTS: tuple[Report, ...] = (as_json, as_junit, as_markdown, as_rdjson, as_sarif, gitlab, annotations)
DATA: tuple[Report, ...] = (as_json, as_rdjson, as_sarif, gitlab)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("findings", [(), MANY, ALL_ODD], ids=["none", "many", "odd"])
def test_a_report_is_plain_text_with_whole_lines(report: Report, findings: tuple[Finding, ...]) -> None:
    text = report(findings)
    text.encode("utf-8")
    assert text.endswith("\n") or not findings
    assert not {char for char in text if char < " "} - {"\n"}
    assert report(findings) == text


@pytest.mark.parametrize("report", [as_junit, as_markdown, as_sarif, as_rdjson, gitlab, annotations])
def test_no_text_turns_the_direction_of_a_line(report: Report) -> None:
    odd = finding(HOSTILE[6])
    assert "\u202e" in odd.message
    assert not {*report((odd,))} & {*"\u202e\u202c\u2066\u2069\u200f"}


@pytest.mark.parametrize("report", DATA)
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_data_is_data_whatever_the_texts(report: Report, number: int) -> None:
    assert len(str(json.loads(report((ALL_ODD[number],))))) > 100


@pytest.mark.parametrize("findings", [(), MANY, ALL_ODD, IGNORED], ids=["none", "many", "odd", "ignored"])
def test_json_keeps_its_schema(findings: tuple[Finding, ...]) -> None:
    data = json.loads(as_json(findings))
    jsonschema.Draft7Validator(json.loads(schema())).validate(data)
    assert len(data["findings"]) == sum(not each.suppressed for each in findings)


def test_json_tells_the_fix() -> None:
    data = json.loads(as_json((finding(fix=FIX), finding(fix=FIX._replace(is_safe=False)))))
    jsonschema.Draft7Validator(json.loads(schema())).validate(data)
    edits = [{"route": "/stages/0/channel", "at_key": False, "value": "web"}]
    assert [each["fix"] for each in data["findings"]] == [
        {"safe": True, "edits": edits},
        {"safe": False, "edits": edits},
    ]


@pytest.mark.parametrize("findings", [(), MANY, ALL_ODD, IGNORED], ids=["none", "many", "odd", "ignored"])
def test_gitlab_gets_what_it_documents(findings: tuple[Finding, ...]) -> None:
    data = json.loads(gitlab(findings))
    jsonschema.Draft7Validator(GITLAB).validate(data)
    assert len({each["fingerprint"] for each in data}) == len(data) == sum(not each.suppressed for each in findings)


def test_the_same_fingerprints_everywhere() -> None:
    twice = (finding(), finding(), finding(number=1, suppressed=IGNORED[0].suppressed), finding(number=2))
    marks = [each["fingerprint"] for each in json.loads(gitlab(twice))]
    assert marks == [each["fingerprint"] for each in json.loads(as_json(twice))["findings"]]
    results = json.loads(as_sarif(twice))["runs"][0]["results"]
    assert marks == [*{**results[0]["partialFingerprints"]}.values(), *(marks[1:])]
    assert [each["partialFingerprints"]["cjm/v1"] for each in results if not each["suppressions"]] == marks


@pytest.mark.parametrize("findings", [(), MANY, ALL_ODD], ids=["none", "many", "odd"])
def test_reviewdog_gets_what_it_documents(findings: tuple[Finding, ...]) -> None:
    data = json.loads(as_rdjson(findings))
    jsonschema.Draft7Validator(RDJSON).validate(data)
    assert len(data["diagnostics"]) == len(findings)


def test_reviewdog_counts_bytes() -> None:
    given = (finding(span=Span(1, 7, 1, 9), fix=FIX), finding(span=Span(2, 3, 3, 2)), finding(span=None))
    data = json.loads(rdjson(given, line, splices=lambda each: [(Span(2, 2, 2, 2), "x")] if each.fix else []))
    jsonschema.Draft7Validator(RDJSON).validate(data)
    first, second, third = data["diagnostics"]
    assert first["location"]["range"] == {"start": {"line": 1, "column": 11}, "end": {"line": 1, "column": 13}}
    assert second["location"]["range"] == {"start": {"line": 2, "column": 6}, "end": {"line": 3, "column": 2}}
    assert "range" not in third["location"]
    assert first["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 5}, "end": {"line": 2, "column": 5}}, "text": "x"}
    ]
    assert "suggestions" not in second


@pytest.mark.parametrize("findings", [(), MANY, ALL_ODD], ids=["none", "many", "odd"])
def test_junit_is_read_by_its_parser(findings: tuple[Finding, ...]) -> None:
    suites = JUnitXml.fromstring(as_junit(findings).encode("utf-8"))
    failures = sum(each.severity is not Severity.INFO for each in findings)
    assert (suites.tests, suites.failures, suites.errors) == (len(findings) + 1, failures, 0)
    assert suites.name == "cjm lint"
    files = [*suites]
    assert [case.is_passed for case in files[0]] == [True], "a file without findings"
    assert len(files) == len({each.route.path for each in findings}) + 1
    assert sum(suite.failures for suite in files) == failures
    assert all(suite.tests == len([*suite]) for suite in files)
    names = [(case.classname, case.name) for suite in files for case in suite]
    assert len({*names}) == len(names)


def test_junit_tells_errors_and_warnings_from_advice() -> None:
    three = [finding(number=number, route=finding().route) for number in range(3)]
    top = ET.fromstring(junit(three, [], "cjm lint", lambda path: f"sub/{path}"))
    cases = [*top.iter("testcase")]
    assert [each.get("line") for each in cases] == ["1", "2", "3"]
    assert [(each.tag, each.get("type")) for case in cases for each in case] == [
        ("failure", "error"),
        ("failure", "warning"),
        ("system-out", None),
    ]
    assert cases[0][0].text == "sub/maps/0.cjm.yaml:1:2: error: ‘Wrong.’ is wrong. Write something else than Wrong.."


def test_junit_names_alike_are_numbered() -> None:
    top = ET.fromstring(junit([finding(), finding()], [], "cjm lint"))
    assert [case.get("name") for case in top.iter("testcase")] == [
        "syntax touchpoint/step-0 name",
        "syntax touchpoint/step-0 name (2)",
    ]


def tokens(text: str) -> list[tuple[str, str]]:
    """What a reader of Markdown as GitHub's makes of a text: the kinds of its parts, and their texts."""
    parsed = MarkdownIt("gfm-like", {"html": True}).parse(text)
    inner = [child for token in parsed for child in token.children or []]
    return [(token.type, token.content) for token in [*parsed, *inner]]


def test_a_map_s_text_never_becomes_markup() -> None:
    calm = {kind for kind, _ in tokens(as_markdown((finding(),)))}
    odd = tokens(as_markdown(ALL_ODD))
    assert {kind for kind, _ in odd} <= calm
    assert sum(kind == "tr_open" for kind, _ in odd) == 2 * len(ALL_ODD)
    assert sum(kind == "td_open" for kind, _ in odd) == 4 * len(ALL_ODD)
    shown = " ".join(text for kind, text in odd if kind == "text")
    assert "<script>alert(1)</script>" in shown
    assert "@team" not in shown
    assert "@\u2060team" in shown


def test_markdown_begins_with_the_worst() -> None:
    text = as_markdown((finding(number=2), finding(number=1), *(finding(route=finding(number=1).route) for _ in "ab")))
    heads = [line for line in text.splitlines() if line.startswith("####")]
    assert heads == ["#### maps/1.cjm.yaml: 2 errors, 1 warning", "#### maps/2.cjm.yaml: 1 info"]
    whats = [line.split("|")[2].split()[0] for line in text.splitlines() if "**" in line]
    assert whats == ["**error**", "**error**", "**warning**", "**info**"]
    assert text.startswith("### cjm lint\n\n1 file checked: 2 errors, 1 warning, 1 info.\n")


def test_markdown_fits_into_a_comment_and_says_what_is_missing() -> None:
    text = as_markdown(MANY)
    assert MOST - 500 < len(text) <= MOST + 100 < 65_536
    told = text.count("| `")
    assert f"\n{1000 - told} more.\n" in text


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_command_of_a_workflow_is_one_line(number: int) -> None:
    told = annotations([ALL_ODD[number]], lambda path: f"sub/{path}")
    assert told.count("\n") == 1
    head, _, text = told.removeprefix("::").partition("::")
    assert head.startswith(("error file=sub/maps/", "warning file=sub/maps/", "notice file=sub/maps/"))
    assert text.startswith("‘")
