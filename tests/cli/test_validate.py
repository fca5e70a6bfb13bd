"""``cjm validate`` as a user meets it."""

import json
import os
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import SHOP, Run

BROKEN = SHOP.replace("feels: 1", "feels: 7")
WORDS = SHOP.replace("feels: 1", "feels: wobbly")


def test_a_good_map_is_fine(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    done = cjm("validate", "shop.cjm.yaml")
    assert (done.code, done.out, done.err) == (0, "1 file checked: nothing to complain about.\n", "")


def test_a_slip_is_shown_with_place_line_caret_and_remedy(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(BROKEN)
    done = cjm("validate", "shop.cjm.yaml")
    assert done.code == 1
    assert done.out.splitlines()[:4] == [
        "shop.cjm.yaml:6:12  error  7 is outside the map's scale, which goes from -2 to 2. [score-out-of-scale]",
        "    6 │     feels: 7",
        "      │            ^",
        "    → Write a number from -2 to 2, or set the scale in the head: scale: {min: -5, max: 5}.",
    ]
    assert done.out.endswith("\n1 file checked: 1 error.\n")


def test_without_paths_the_maps_of_the_project_are_checked(cjm: Run, project: Path) -> None:
    (project / "maps").mkdir()
    (project / "drafts").mkdir()
    (project / "maps" / "a.cjm.yaml").write_text(SHOP)
    (project / "drafts" / "b.cjm.yaml").write_text(BROKEN)
    assert cjm("validate").code == 1
    (project / "cjm.toml").write_text('maps = ["maps"]\n')
    assert cjm("validate").out == "1 file checked: nothing to complain about.\n"


def test_problems_of_all_files_are_reported_in_one_run(cjm: Run, project: Path) -> None:
    for name in ("a", "b"):
        (project / f"{name}.cjm.yaml").write_text(BROKEN)
    done = cjm("validate", "a.cjm.yaml", "b.cjm.yaml")
    assert "a.cjm.yaml:6:12" in done.out
    assert "b.cjm.yaml:6:12" in done.out
    assert done.out.endswith("2 files checked: 2 errors.\n")


def test_standard_input_stands_for_a_file_beside_its_library(cjm: Run, project: Path) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\nresearch: [{id: survey, n: 40}]\n")
    text = "uses: lib.cjm.yaml\n" + SHOP + "    evidence: survey\n"
    assert cjm("validate", "-", "--stdin-filename", "shop.cjm.yaml", stdin=text).code == 0
    done = cjm("validate", "-", "--stdin-filename", "shop.cjm.yaml", stdin=text.replace("survey\n", "servey\n"))
    assert done.code == 1
    assert done.out.startswith("shop.cjm.yaml:8:15  error  There is no research with the id ‘servey’.")


def test_a_missing_path_is_named_after_everything_else(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(BROKEN)
    done = cjm("validate", "nowhere.cjm.yaml", "shop.cjm.yaml")
    assert done.code == 2
    assert "score-out-of-scale" in done.out
    assert done.err == "cjm: there is no file or folder nowhere.cjm.yaml\n"


def test_no_maps_found_is_an_error_of_use(cjm: Run) -> None:
    done = cjm("validate")
    assert done.code == 2
    assert "No maps found" in done.err


@pytest.mark.parametrize(
    ("limit", "text", "code"),
    [("error", WORDS, 0), ("info", WORDS, 1), ("warning", WORDS, 0), ("never", BROKEN, 0), ("error", BROKEN, 1)],
)
def test_fail_on(cjm: Run, project: Path, limit: str, text: str, code: int) -> None:
    (project / "shop.cjm.yaml").write_text(text)
    assert cjm("validate", "--fail-on", limit).code == code


def test_json_holds_every_finding_and_keeps_its_schema(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(BROKEN)
    data = json.loads(cjm("validate", "-f", "json").out)
    jsonschema.Draft7Validator(json.loads(cjm("schema", "findings").out)).validate(data)
    assert data["summary"] == {"files": 1, "errors": 1, "warnings": 0, "infos": 0}
    assert data["findings"] == [
        {
            "rule": "score-out-of-scale",
            "severity": "error",
            "message": "7 is outside the map's scale, which goes from -2 to 2.",
            "path": "shop.cjm.yaml",
            "line": 6,
            "column": 12,
            "end_line": 6,
            "end_column": 13,
            "element": "stage/enter",
            "route": "/stages/0/feels/score",
            "help": "Write a number from -2 to 2, or set the scale in the head: scale: {min: -5, max: 5}.",
            "fingerprint": data["findings"][0]["fingerprint"],
            "fix": None,
        }
    ]


def test_a_fingerprint_survives_edits_elsewhere(cjm: Run, project: Path) -> None:
    prints = set()
    for text in (BROKEN, "# A comment\n" + BROKEN.replace("7", "8")):
        (project / "shop.cjm.yaml").write_text(text)
        prints.add(json.loads(cjm("validate", "-f", "json").out)["findings"][0]["fingerprint"])
    assert len(prints) == 1


def test_several_formats_at_once(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(BROKEN)
    done = cjm("validate", "-f", "text", "-f", "json:found.json", "-f", "text:found.txt")
    assert json.loads((project / "found.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert (project / "found.txt").read_text("utf-8") == done.out


@pytest.mark.parametrize(
    ("wish", "told"), [("xml", "no format ‘xml’"), ("json:", "names no file"), ("json,text", "no format")]
)
def test_a_wrong_format_is_explained(cjm: Run, project: Path, wish: str, told: str) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    done = cjm("validate", "-f", wish)
    assert done.code == 2
    assert told in done.err


def test_two_formats_cannot_share_the_terminal(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    assert cjm("validate", "-f", "text", "-f", "json").code == 2


def test_text_of_a_map_is_no_terminal_escape(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP + '    "evil\\x1b[31m\\u202e": 1\n')
    done = cjm("validate")
    assert done.code == 1
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def test_colour_only_where_it_is_shown(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "shop.cjm.yaml").write_text(BROKEN)
    assert "\x1b[" not in cjm("validate").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = cjm("validate").out
    assert "\x1b[1;31m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "31m" not in cjm("validate").out


def test_a_library_with_errors_is_reported_once(cjm: Run, project: Path) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\npersonas: [{id: dana, tech_familiarity: 9}]\n")
    for name in ("a", "b"):
        (project / f"{name}.cjm.yaml").write_text("uses: lib.cjm.yaml\n" + SHOP)
    done = cjm("validate", "a.cjm.yaml", "b.cjm.yaml")
    assert done.out.count("lib.cjm.yaml:3:") == 1
    assert done.out.endswith("3 files checked: 1 error.\n")


def test_an_unreadable_file_is_a_finding(cjm: Run, project: Path) -> None:
    path = project / "shop.cjm.yaml"
    path.mkdir()
    (path / "inner.cjm.yaml").write_text(SHOP)
    assert cjm("validate", "shop.cjm.yaml").code == 0, "a folder stands for the maps in it"
    os.mkfifo(project / "pipe.cjm.yaml")
    (project / "a.cjm.yaml").write_text("uses: shop.cjm.yaml\n" + SHOP)
    assert "is a folder, not a file" in cjm("validate", "a.cjm.yaml").out


def test_concise_is_a_line_each(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(BROKEN)
    assert cjm("validate", "-f", "concise").out.splitlines() == [
        "shop.cjm.yaml:6:12: error 7 is outside the map's scale, which goes from -2 to 2. [score-out-of-scale]",
        "1 file checked: 1 error.",
    ]


def test_show_files_lists_and_checks_nothing(cjm: Run, project: Path) -> None:
    (project / "maps").mkdir()
    for name in ("b", "a b"):
        (project / "maps" / f"{name}.cjm.yaml").write_text("no map")
    done = cjm("validate", "--show-files")
    assert (done.code, done.out) == (0, "maps/a b.cjm.yaml\nmaps/b.cjm.yaml\n")


def test_many_files_are_shared_among_processes_with_the_same_answer(
    cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\nresearch: [{id: survey, n: 40}]\n")
    for number in range(120):
        text = BROKEN if number % 7 == 0 else SHOP
        (project / f"m{number:03}.cjm.yaml").write_text(f"uses: lib.cjm.yaml\n{text}    evidence: survey\n")
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    shared = cjm("validate", "--no-cache")
    monkeypatch.setattr("cjm.cli.checking.FEWEST", 1000)
    assert cjm("validate", "--no-cache") == shared
    assert shared.out.endswith("121 files checked: 18 errors.\n")


def test_a_map_compared_with_one_that_cannot_be_read_says_so(cjm: Run, project: Path) -> None:
    (project / "old.cjm.yaml").write_text("just words\n")
    (project / "new.cjm.yaml").write_text(
        "compares_to: old.cjm.yaml\n" + SHOP + "    opportunities: [{title: x, solves: y}]\n"
    )
    done = cjm("validate", "new.cjm.yaml")
    assert done.code == 1
    assert done.out.startswith("new.cjm.yaml:1:14  error  ‘old.cjm.yaml’ cannot be read as a map.")
    assert done.out.count("error  ") == 1, "what might stand there is not missed"


def test_the_lines_of_standard_input_are_shown(cjm: Run) -> None:
    done = cjm("validate", "-", stdin=BROKEN)
    assert done.out.splitlines()[1] == "    6 │     feels: 7"
