"""``cjm lint --since``: only what is new since a commit."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Run

GOOD = (Path(__file__).parents[1] / "lint" / "good.cjm.yaml").read_text("utf-8")
DAY = ("--as-of", "2026-11-22")


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def known(project: Path) -> Path:
    """A good map, and another with findings, in a commit."""
    (project / "good.cjm.yaml").write_text(GOOD, "utf-8")
    (project / "shop.cjm.yaml").write_text(SHOP, "utf-8")
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "First")
    return project


def test_nothing_is_new_where_nothing_has_changed(cjm: Run, known: Path) -> None:
    assert "checked" in cjm("lint", *DAY).out
    assert "[no-owner]" in cjm("lint", *DAY).out
    done = cjm("lint", *DAY, "--since", "HEAD")
    assert (done.code, done.out) == (0, "0 files checked: nothing to complain about.\n")
    assert known.exists()


def test_only_what_is_new_is_told(cjm: Run, known: Path) -> None:
    (known / "shop.cjm.yaml").write_text(SHOP.replace("does: Looks around", "pains: It is dark"), "utf-8")
    found = json.loads(cjm("lint", *DAY, "--since", "HEAD", "-f", "json").out)["findings"]
    rules = {finding["rule"] for finding in found}
    assert {"missing-does", "pain-without-severity"} <= rules
    assert "no-owner" not in rules
    assert {finding["path"] for finding in found} == {"shop.cjm.yaml"}


def test_what_was_there_before_is_suppressed_in_sarif(cjm: Run, known: Path) -> None:
    (known / "shop.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 2"), "utf-8")
    results = json.loads(cjm("lint", *DAY, "--since", "HEAD", "-f", "sarif").out)["runs"][0]["results"]
    why = {each["justification"] for result in results for each in result.get("suppressions", ())}
    assert why == {"It was there before."}


def test_a_new_file_is_new_as_a_whole(cjm: Run, known: Path) -> None:
    (known / "new.cjm.yaml").write_text(SHOP, "utf-8")
    assert "new.cjm.yaml" in cjm("lint", *DAY, "--since", "HEAD", "-f", "concise").out
    assert "[no-owner]" in cjm("lint", *DAY, "--since", "HEAD", "new.cjm.yaml").out


def test_a_map_is_compared_with_what_it_was(cjm: Run, known: Path) -> None:
    text = GOOD.replace("id: early-calls", "id: late-answer").replace(
        "{score: 2, emotion: del", "{score: 1.5, emotion: del"
    )
    (known / "good.cjm.yaml").write_text(text, "utf-8")
    done = cjm("lint", *DAY, "--since", "HEAD", "-f", "concise")
    assert done.out.count("[id-renamed-without-formerly]") == 1
    assert done.out.count("[score-lowered-without-reason]") == 1
    cjm("lint", *DAY, "--since", "HEAD", "--fix", "--unsafe-fixes")
    assert "formerly: early-calls" in (known / "good.cjm.yaml").read_text("utf-8")
    assert "id-renamed" not in cjm("lint", *DAY, "--since", "HEAD").out


def test_a_library_counts_as_part_of_the_maps_that_use_it(cjm: Run, known: Path) -> None:
    (known / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\npersonas: [{id: ana, name: Ana}]\n", "utf-8")
    (known / "shop.cjm.yaml").write_text(SHOP.replace("stages", "uses: lib.cjm.yaml\npersona: ana\nstages"), "utf-8")
    git(known, "add", "-A")
    git(known, "commit", "-qm", "Second")
    (known / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\npersonas: [{id: anna, name: Ana}]\n", "utf-8")
    done = cjm("lint", *DAY, "--since", "HEAD", "-f", "concise")
    assert "shop.cjm.yaml" in done.out
    assert "unknown-reference" in done.out


def test_without_such_a_commit(cjm: Run, known: Path, project: Path) -> None:
    done = cjm("lint", "--since", "mian")
    assert done.code == 2
    assert "‘mian’" in done.err
    assert known == project


def test_outside_git(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP, "utf-8")
    done = cjm("lint", "--since", "HEAD")
    assert done.code == 2
    assert "git" in done.err
