"""The formats of findings, as ``validate`` and ``lint`` write them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from cjm.cli.formats import Format
from cjm.lint.reading import READING
from cjm.lint.rules import RULES
from tests.cli.conftest import SHOP, Run

WRONG = SHOP.replace("feels: 1", "feels: 7").replace("    does", "    channel: emial\n    does")
IGNORED = WRONG.replace("stages:\n", "stages:\n  # cjm: ignore[score-out-of-scale] we feel that much\n")
LINT = ("lint", "--as-of", "2026-11-22", "--select", "no-goal")


def results(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text("utf-8"))["runs"][0]["results"])


@pytest.mark.parametrize("command", [("validate",), LINT])
def test_all_formats_at_once_tell_the_same(cjm: Run, project: Path, command: tuple[str, ...]) -> None:
    (project / "shop.cjm.yaml").write_text(WRONG)
    (project / "clean.cjm.yaml").write_text("goals: {customer: Bread, business: Trade}\n" + SHOP)
    wishes = [wish for form in Format for wish in ("-f", f"{form}:found.{form}")]
    done = cjm(*command, *wishes)
    assert (done.code, done.out) == (1, "")
    told = {form: (project / f"found.{form}").read_text("utf-8") for form in Format}
    found = json.loads(told[Format.JSON])["findings"]
    rules = {"score-out-of-scale", "unknown-channel", *({"no-goal"} if command is LINT else ())}
    assert {each["rule"] for each in found} == rules
    number = len(found)
    assert told[Format.TEXT].count("→") == told[Format.CONCISE].count("]\n") == number
    assert told[Format.GITHUB].count("\n") == number
    assert [each["ruleId"] for each in results(project / "found.sarif")] == [each["rule"] for each in found]
    assert [each["check_name"] for each in json.loads(told[Format.GITLAB])] == [each["rule"] for each in found]
    said = json.loads(told[Format.RDJSON])["diagnostics"]
    assert [each["code"]["value"] for each in said] == [each["rule"] for each in found]
    suites = {suite.get("name"): [*suite] for suite in ET.fromstring(told[Format.JUNIT])}
    assert {name: len(cases) for name, cases in suites.items()} == {"clean.cjm.yaml": 1, "shop.cjm.yaml": number}
    title = f"cjm {command[0]}"
    assert suites["clean.cjm.yaml"][0].get("name") == title
    assert told[Format.MARKDOWN].startswith(f"### {title}\n\n2 files checked: ")
    assert told[Format.MARKDOWN].count("| `") == number


def test_without_findings(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    said = {form: cjm("validate", "-f", form) for form in Format}
    assert {done.code for done in said.values()} == {0}
    assert said[Format.GITHUB].out == ""
    assert json.loads(said[Format.GITLAB].out) == json.loads(said[Format.RDJSON].out)["diagnostics"] == []
    assert json.loads(said[Format.SARIF].out)["runs"][0]["results"] == []
    assert said[Format.MARKDOWN].out == "### cjm validate\n\n1 file checked: nothing to complain about.\n"
    assert [case.get("file") for case in ET.fromstring(said[Format.JUNIT].out).iter("testcase")] == ["shop.cjm.yaml"]


def test_sarif_names_the_rules_that_were_asked(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)

    def asked(*arguments: str) -> set[str]:
        driver = json.loads(cjm(*arguments, "-f", "sarif", "--fail-on", "never").out)["runs"][0]["tool"]["driver"]
        return {rule["id"] for rule in driver["rules"]}

    own = {*READING, "unused-ignore"}
    assert asked("validate") == own
    assert asked(*LINT) == {*own, "no-goal"}
    assert asked("lint") == {*own, *(rule.slug for rule in RULES if rule.is_on)}


def test_fixes_are_told_where_they_apply(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(
        WRONG.replace("channel: emial", "x-Ș: {ș: ț}\n    channel: [web, emial, marketplcae]")
    )
    cjm("validate", "-f", "sarif:found.sarif", "-f", "rdjson:found.rd")
    lines = (project / "shop.cjm.yaml").read_text("utf-8").splitlines()
    changed = []
    for result in results(project / "found.sarif"):
        for fix in result.get("fixes", ()):
            (replacement,) = fix["artifactChanges"][0]["replacements"]
            region = replacement["deletedRegion"]
            old = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
            changed.append((old, replacement["insertedContent"]["text"]))
    assert changed == [("emial", "email"), ("marketplcae", "marketplace")]
    said = json.loads((project / "found.rd").read_text("utf-8"))["diagnostics"]
    assert [one["text"] for each in said for one in each.get("suggestions", ())] == ["email", "marketplace"]


def test_what_is_ignored_is_in_sarif_alone(cjm: Run, project: Path) -> None:
    path = project / "shop.cjm.yaml"
    path.write_text(IGNORED)
    (project / "cjm.toml").write_text('[[lint.ignores]]\nrule = "unknown-channel"\nreason = "ours"\n')
    for _ in range(2):  # once found, once remembered
        wishes = [wish for form in Format for wish in ("-f", f"{form}:found.{form}")]
        assert cjm(*LINT, *wishes, "--statistics").err == "1 no-goal\n"
        for form in {*Format} - {Format.SARIF}:
            told = (project / f"found.{form}").read_text("utf-8")
            assert "no-goal" in told
            assert not re.search("score-out-of-scale|unknown-channel", told)
        why = {each["ruleId"]: each["suppressions"] for each in results(project / "found.sarif")}
        assert why == {
            "score-out-of-scale": [{"kind": "inSource", "justification": "we feel that much"}],
            "unknown-channel": [{"kind": "external", "justification": "ours"}],
            "no-goal": [],
        }
    assert cjm(*LINT, "--ignore", "no-goal").code == 0, "what is ignored fails nothing"


def test_a_baseline_suppresses(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(IGNORED)
    done = cjm(*LINT, "--write-baseline", "base.json", "-f", "sarif:found.sarif")
    assert done.code == 0
    known = json.loads((project / "base.json").read_text("utf-8"))["findings"]
    assert {each["rule"] for each in known} == {"unknown-channel", "no-goal"}, "what is ignored is no part of it"
    assert all(each["suppressions"] for each in results(project / "found.sarif"))
    done = cjm(*LINT, "--baseline", "base.json", "-f", "sarif:found.sarif", "-f", "text")
    assert (done.code, done.out) == (0, "1 file checked: nothing to complain about.\n")
    marks = {each["ruleId"]: each["partialFingerprints"] for each in results(project / "found.sarif")}
    assert {each["fingerprint"] for each in known} == {
        mark for rule, prints in marks.items() if rule != "score-out-of-scale" for mark in prints.values()
    }


def test_paths_for_forges_are_those_of_the_repository(project: Path) -> None:
    inner = project / "teams" / "a b"
    (inner / "maps").mkdir(parents=True)
    (project / ".git").mkdir()
    (inner / "cjm.toml").touch()
    (inner / "maps" / "shop.cjm.yaml").write_text(WRONG)
    wishes = [wish for form in Format for wish in ("-f", f"{form}:found.{form}")]
    environment = os.environ | {"GITHUB_STEP_SUMMARY": str(inner / "summary.md")}
    subprocess.run([sys.executable, "-m", "cjm", *LINT, *wishes], cwd=inner, env=environment, check=False)
    told = {form: (inner / f"found.{form}").read_text("utf-8") for form in Format}
    here, there = "maps/shop.cjm.yaml", "teams/a b/maps/shop.cjm.yaml"
    for form in (Format.TEXT, Format.CONCISE, Format.JSON):
        assert here in told[form]
        assert there not in told[form]
    for form in (Format.GITHUB, Format.GITLAB, Format.RDJSON, Format.JUNIT, Format.MARKDOWN):
        assert there in told[form]
    assert '"uri":"teams/a%20b/maps/shop.cjm.yaml"' in told[Format.SARIF]
    assert (inner / "summary.md").read_text("utf-8") == told[Format.MARKDOWN]
    fingerprint = json.loads(told[Format.JSON])["findings"][0]["fingerprint"]
    assert told[Format.SARIF].count(fingerprint) == 1, "wherever the repository begins"


def test_github_gets_annotations_and_a_step_summary(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = project / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    (project / "shop.cjm.yaml").write_text(WRONG + "    '::error::<b>|': 1\n")
    done = cjm("validate", "-f", "github")
    *_, score, key = done.out.splitlines()
    assert score.startswith(
        "::error file=shop.cjm.yaml,line=7,col=12,endLine=7,endColumn=13,title=score-out-of-scale::7 is"
    )
    assert key.count("::") == 4, "the map's own text comes behind the command"
    text = page.read_text("utf-8")
    assert text.startswith("### cjm validate\n")
    assert "| 7 | **error** 7 is outside the map's scale" in text
    assert "<b>" not in text


def test_an_unknown_format_is_answered_with_all(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    for command in ("validate", "lint"):
        done = cjm(command, "-f", "xml")
        assert done.code == 2
        assert f"Possible: {', '.join(Format)}, each also as FORMAT:FILE." in done.err
        shown = " ".join(re.sub("[│╭╰─╮╯]", " ", cjm(command, "--help").out).split())
        assert "text, concise, json, sarif, github, gitlab, junit, rdjson or markdown; repeatable" in shown
