"""``cjm diff`` as users call it."""

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from cjm.cli.completing import directions
from tests.cli.conftest import SHOP, Run

LATER = SHOP.replace("feels: 1", "feels: -1").replace("does: Looks around", "does: Looks twice")
CALM = SHOP.replace("A visit to the shop", "A visit to the shops").replace("feels: 1", "feels: 2")
LINE = "1 change: 1 worsened · emotion +1 → −1 · pains 0 → 0 · hand-offs 0 → 0 · automated steps 0 → 0\n"


@pytest.fixture
def shops(project: Path) -> Path:
    """Two versions of a map."""
    (project / "a.cjm.yaml").write_text(SHOP)
    (project / "b.cjm.yaml").write_text(LATER)
    return project


@pytest.fixture
def folders(project: Path) -> Path:
    """Two folders: one map got worse, one better, one stayed, one went, one came."""
    for folder, maps in (
        ("old", {"one": SHOP, "two": SHOP, "same": SHOP, "gone": SHOP.replace("shop", "mill")}),
        ("new", {"one": LATER, "two": CALM, "same": SHOP, "come": SHOP.replace("shop", "pool").replace("feels: 1", "feels: 0")}),
    ):  # fmt: skip
        (project / folder).mkdir()
        for name, text in maps.items():
            (project / folder / f"{name}.cjm.yaml").write_text(f"id: {name}\n{text}")
    return project


@pytest.mark.usefixtures("shops")
def test_what_changed_is_told_by_stage(cjm: Run) -> None:
    done = cjm("diff", "a.cjm.yaml", "b.cjm.yaml")
    head = "A visit to the shop\na.cjm.yaml → b.cjm.yaml\n\nEnter\n  ▼ emotion +1 → −1\n\n"
    assert (done.code, done.out, done.err) == (0, head + LINE, "")
    assert cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "-f", "brief").out == f"Enter: ▼ worsened  emotion +1 → −1\n{LINE}"


def test_nothing_is_printed_when_nothing_changed(cjm: Run, shops: Path) -> None:
    (shops / "c.cjm.yaml").write_text(SHOP.replace("does: Looks", "# a comment\n    does: Looks"))
    for form in ("text", "brief", "markdown", "svg"):
        done = cjm("diff", "a.cjm.yaml", "c.cjm.yaml", "-f", form, "--exit-code")
        assert (done.code, done.out, done.err) == (0, "", "")
    data = json.loads(cjm("diff", "a.cjm.yaml", "c.cjm.yaml", "-f", "json").out)
    assert data["changes"] == []


def test_other_wording_is_told_if_asked(cjm: Run, shops: Path) -> None:
    assert "Looks twice" not in cjm("diff", "a.cjm.yaml", "b.cjm.yaml").out
    assert "doing ‘Looks around’ → ‘Looks twice’" in cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "--editorial").out
    (shops / "cjm.toml").write_text("[diff]\neditorial = true\n")
    assert "Looks twice" in cjm("diff", "a.cjm.yaml", "b.cjm.yaml").out
    assert "Looks twice" not in cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "--no-editorial").out


@pytest.mark.parametrize(
    ("order", "options", "code"),
    [
        ("ab", (), 0),
        ("ab", ("--exit-code",), 1),
        ("ab", ("--fail-on", "never"), 0),
        ("ab", ("--fail-on", "worsened"), 1),
        ("ab", ("--fail-on", "unknown"), 1),
        ("ab", ("--fail-on", "any"), 1),
        ("ba", ("--fail-on", "worsened"), 0),
        ("ba", ("--fail-on", "unknown"), 0),
        ("ba", ("--fail-on", "any"), 1),
        ("ab", ("--fail-on", "worsened", "--only", "improved"), 0),
        ("ab", ("--exit-code", "--only", "improved,unknown"), 0),
    ],
)
@pytest.mark.usefixtures("shops")
def test_exit_codes(cjm: Run, order: str, options: tuple[str, ...], code: int) -> None:
    maps = [f"{each}.cjm.yaml" for each in order]
    assert {cjm("diff", *maps, "-f", form, *options).code for form in ("text", "json")} == {code}


def test_the_configuration_fails_runs(cjm: Run, shops: Path) -> None:
    (shops / "cjm.toml").write_text('[diff]\nfail-on = "worsened"\nfind-renames = "80%"\n')
    assert cjm("diff", "a.cjm.yaml", "b.cjm.yaml").code == 1
    assert cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "--fail-on", "never").code == 0
    assert json.loads(cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "-f", "json").out)["options"]["renames"] == 0.8
    (shops / "cjm.toml").write_text('[diff]\nfail-on = "worse"\n')
    done = cjm("diff", "a.cjm.yaml", "b.cjm.yaml")
    assert (done.code, done.err) == (2, "cjm: diff.fail-on is one of never, worsened, unknown, any, not ‘worse’.\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--only", "worse"), "There is no direction ‘worse’. Did you mean ‘worsened’?"),
        (("--only", "zzz"), "There is no direction ‘zzz’. Possible: improved, worsened, neutral, unknown."),
        (("--lanes", "pain"), "There is no lane ‘pain’. Did you mean ‘pains’?"),
        (("--stages", "Entre"), "There is no stage or persona ‘Entre’ in these maps. Did you mean ‘Enter’?"),
        (("--personas", "zoe"), "There is no stage or persona ‘zoe’ in these maps."),
        (("--find-renames", "much"), "‘much’ is no share for --find-renames: write 60%."),
        (("--find-renames", "120%"), "‘120%’ is no share for --find-renames: write 60%."),
        (("-f", "yaml"), "There is no format ‘yaml’. Possible: text, brief, json, markdown, svg,"),
        (("--lang", "xx", "-f", "svg"), "There are no labels in the language ‘xx’."),
        (("-f", "svg:a.png"), "a.png ends in .png, and SVG was asked for: name a file ending in .svg."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("shops")
def test_what_is_unknown_is_told_with_what_was_meant(cjm: Run, options: tuple[str, ...], told: str) -> None:
    done = cjm("diff", "a.cjm.yaml", "b.cjm.yaml", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(("given", "share"), [("60%", 0.6), ("0.75", 0.75), ("33.5 %", 0.335), ("70", 0.7), ("1", 1)])
@pytest.mark.usefixtures("shops")
def test_a_share_may_be_written_in_several_ways(cjm: Run, given: str, share: float) -> None:
    done = cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "--find-renames", given, "-f", "json")
    assert json.loads(done.out)["options"]["renames"] == share


@pytest.mark.usefixtures("shops")
def test_json_names_files_lines_and_columns(cjm: Run) -> None:
    data = json.loads(cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "-f", "json", "--coverage", "--stages", "Enter").out)
    jsonschema.Draft7Validator(json.loads(cjm("schema", "diff").out)).validate(data)
    assert data["options"]["stages"] == ["Enter"]
    assert (data["before"], data["after"]) == ({"path": "a.cjm.yaml", "ref": None}, {"path": "b.cjm.yaml", "ref": None})
    assert data["untouched"] == {"pains": [], "truths": [], "metrics": []}
    (change,) = data["changes"]
    assert change["element"] == {"type": "stage", "id": "enter", "name": "Enter", "route": "/stages/0/feels"}
    assert change["before"] == {"value": {"score": 1}, "line": 6, "column": 12}
    assert change["after"] == {"value": {"score": -1}, "line": 6, "column": 12}
    assert data["summary"]["emotion"] == [1, -1]


@pytest.mark.usefixtures("folders")
def test_folders_are_compared_map_by_map(cjm: Run) -> None:
    done = cjm("diff", "old", "new")
    assert done.code == 0
    heads = [line for line in done.out.splitlines() if ".cjm.yaml" in line]
    assert heads == [
        "new/come.cjm.yaml",
        "old/gone.cjm.yaml",
        "old/one.cjm.yaml → new/one.cjm.yaml",
        "old/two.cjm.yaml → new/two.cjm.yaml",
    ]
    assert done.out.endswith("\n4 maps, 5 changes: 1 improved, 1 worsened, 3 neutral\n")
    comment = cjm("diff", "old", "new", "-f", "markdown").out
    assert comment.index("### A visit to the shop\n") < comment.index("### A visit to the shops\n")
    assert cjm("diff", "old", "new", "--exit-code").code == 1
    assert cjm("diff", "old", "new", "--", "new/same.cjm.yaml", "old/same.cjm.yaml").out == ""


@pytest.mark.usefixtures("folders")
def test_json_of_several_is_a_list_whatever_changed(cjm: Run) -> None:
    validator = jsonschema.Draft7Validator(json.loads(cjm("schema", "diff").out))
    for paths, number in (((), 4), (("--", "new/one.cjm.yaml", "old/one.cjm.yaml"), 1)):
        data = json.loads(cjm("diff", "old", "new", "-f", "json", *paths).out)
        validator.validate(data)
        assert len(data["comparisons"]) == number
    new, gone, one, _ = json.loads(cjm("diff", "old", "new", "-f", "json").out)["comparisons"]
    assert (new["before"], new["changes"][0]["kind"]) == (None, "added")
    assert (gone["after"], gone["changes"][0]["kind"]) == (None, "removed")
    assert one["after"]["path"] == "new/one.cjm.yaml"


def test_formats_go_to_files(cjm: Run, shops: Path) -> None:
    wishes = [part for form in ("text", "brief", "json", "markdown", "svg") for part in ("-f", f"{form}:out.{form}")]
    done = cjm("diff", "a.cjm.yaml", "b.cjm.yaml", *wishes)
    assert (done.code, done.out) == (0, "")
    for form in ("text", "brief", "json", "markdown", "svg"):
        assert (shops / f"out.{form}").read_text("utf-8") == cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "-f", form).out
    assert cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "-f", "svg", "-f", "json").code == 2


def test_pictures_of_several_go_to_a_folder(cjm: Run, folders: Path) -> None:
    assert "4 pictures do not go into one" in cjm("diff", "old", "new", "-f", "svg").err
    assert "4 maps do not fit into one file" in cjm("diff", "old", "new", "-f", "svg:all.svg").err
    done = cjm("diff", "old", "new", "-f", "svg:pictures/", "--view", "side-by-side", "--only", "worsened")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert [path.name for path in (folders / "pictures").iterdir()] == ["one.svg"]


@pytest.mark.usefixtures("folders")
def test_a_comment_is_never_longer_than_asked(cjm: Run) -> None:
    text = cjm("diff", "old", "new", "-f", "markdown", "--max-chars", "600").out
    assert len(text) <= 600
    assert text.endswith(" more.\n")
    assert cjm("diff", "old", "new", "--max-chars", "100").code == 2


def test_a_side_with_errors_is_compared_as_far_as_it_can_be_read(cjm: Run, shops: Path) -> None:
    (shops / "b.cjm.yaml").write_text(LATER + "    wibble: 1\n")
    done = cjm("diff", "a.cjm.yaml", "b.cjm.yaml", "-f", "brief")
    assert (done.code, done.out) == (0, f"Enter: ▼ worsened  emotion +1 → −1\n{LINE}")
    assert done.err == "cjm: b.cjm.yaml has an error: it is compared as far as it can be read.\n"


def test_what_is_no_map_ends_the_run_after_all_others(cjm: Run, folders: Path) -> None:
    (folders / "new" / "two.cjm.yaml").write_text("- 1\n")
    done = cjm("diff", "old/two.cjm.yaml", "new/two.cjm.yaml")
    assert (done.code, done.out) == (2, "")
    assert "new/two.cjm.yaml cannot be read as a map." in done.err
    done = cjm("diff", "old", "new", "-f", "brief")
    assert done.code == 2
    assert "new/one.cjm.yaml: Enter: ▼ worsened" in done.out
    assert "two.cjm.yaml cannot be read as a map." in done.err


def test_since_the_last_commit(cjm: Run, shops: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=shops, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert cjm("diff").out == ""
    (shops / "a.cjm.yaml").write_text(LATER)
    assert cjm("diff", "-f", "brief").out.startswith("a.cjm.yaml: Enter: ▼ worsened  emotion +1 → −1\n")
    assert "a.cjm.yaml: HEAD → working tree\n" in cjm("diff").out
    data = json.loads(cjm("diff", "HEAD:a.cjm.yaml", "a.cjm.yaml", "-f", "json").out)
    assert data["before"] == {"path": "a.cjm.yaml", "ref": "HEAD"}
    assert cjm("diff", "HEAD", "--", "b.cjm.yaml").out == ""


def test_help_tells_all_formats(cjm: Run) -> None:
    assert "text, brief, json" in " ".join(cjm("diff", "--help").out.split())


def test_the_shell_offers_what_may_stand_behind_an_option() -> None:
    assert directions("w") == ["worsened"]
    assert directions("worsened,") == ["worsened,improved", "worsened,neutral", "worsened,unknown"]
