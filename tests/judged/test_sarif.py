"""Two readers of SARIF that are not ours find nothing wrong with what we write, and the same findings in it."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from cjm.finding import Finding, Span
from cjm.lint.rules import RULES
from cjm.report.gitlab import gitlab
from cjm.report.sarif import sarif
from tests.judges import program
from tests.report.findings import ALL_ODD, FIX, IGNORED, MANY, finding

CASES = {"none": (), "many": MANY, "odd": ALL_ODD, "ignored": IGNORED, "fixed": (finding(fix=FIX), finding(number=1))}
"""Findings to write and to judge."""


def log(findings: Sequence[Finding]) -> str:
    return sarif(findings, RULES, "1.0", splices=lambda each: [(Span(1, 2, 1, 4), "web")] if each.fix else [])


def judged(text: str, folder: Path) -> list[str]:
    """What Microsoft's validator complains about. It ends with 0 whatever it finds, and writes that into a file."""
    (folder / "given.sarif").write_text(text, "utf-8")
    (folder / "said.sarif").unlink(missing_ok=True)
    home = Path(program("sarif-multitool"))
    command = [str(home.with_name(f"sarif-multitool-{sys.platform}") / "Sarif.Multitool"), "validate", "given.sarif"]
    options = ["-o", "said.sarif", "--log", "ForceOverwrite", "--level", "Error;Warning", "--rule-kind", "Sarif;Ghas"]
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # it needs no ICU
    subprocess.run([*command, *options], cwd=folder, env=environment, capture_output=True, check=True, timeout=60)
    said: dict[str, Any] = json.loads((folder / "said.sarif").read_text("utf-8-sig"))
    (run,) = said["runs"]
    return [f"{result['ruleId']} {result['message'].get('arguments')}" for result in run.get("results", [])]


@pytest.mark.judge("sarif-multitool")
@pytest.mark.parametrize("case", CASES)
def test_the_validator_misses_only_a_home_page(case: str, tmp_path: Path) -> None:
    assert judged(log(CASES[case]), tmp_path) == ["SARIF2005 ['runs[0].tool.driver', 'cjm']"]  # informationUri


@pytest.mark.judge("sarif-multitool")
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"version":"2.1.0"', '"version":"2.2"', "JSON1"),
        ('"startLine":1', '"startLine":0', "JSON1"),
        ('"ruleIndex":0', '"ruleIndex":900', "SARIF1"),
        ('"uri":"maps/0.cjm.yaml"', '"uri":"maps/a b<.yaml"', "SARIF1"),
    ],
)
def test_the_validator_sees_what_is_wrong(old: str, new: str, rule: str, tmp_path: Path) -> None:
    text = log([finding()])
    assert old in text
    assert any(said.startswith(rule) for said in judged(text.replace(old, new), tmp_path))


def tell(command: str, text: str, folder: Path) -> str:
    """What sarif-tools makes of a report."""
    (folder / "given.sarif").write_text(text, "utf-8")
    done = [program("sarif-tools"), command, "given.sarif", "-o", "told"]
    subprocess.run(done, cwd=folder, capture_output=True, check=True, timeout=60)
    return (folder / "told").read_text("utf-8")


@pytest.mark.judge("sarif-tools")
@pytest.mark.parametrize("case", ["many", "odd", "fixed"])
def test_another_reader_finds_the_same(case: str, tmp_path: Path) -> None:
    rows = [*csv.DictReader(tell("csv", log(CASES[case]), tmp_path).splitlines())]
    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert sorted(
        (row["Severity"], row["Code"], unquote(row["Location"], "utf-8", "replace")) for row in rows
    ) == sorted(
        (
            levels[each.severity],
            each.rule,
            each.route.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        )
        for each in CASES[case]
    )


@pytest.mark.judge("sarif-tools")
def test_gitlab_gets_what_another_reader_would_give_it(tmp_path: Path) -> None:
    theirs = json.loads(tell("codeclimate", log(MANY), tmp_path))
    ours = json.loads(gitlab(MANY))
    keys = ("check_name", "description", "severity")
    assert [[each[key] for key in keys] for each in theirs] == [[each[key] for key in keys] for each in ours]
    places = [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in ours]
    assert [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in theirs] == places
