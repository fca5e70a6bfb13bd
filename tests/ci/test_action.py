"""The GitHub action, run step by step on a made-up pull request."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ci.conftest import BROKEN, SHOP, WORSE, Forge
from tests.ci.workflow import Run
from tests.repositories import Work

MARKER = "<!-- cjm diff: cjm -->\n"
GONE = f"{MARKER}No map is changed by this pull request any more.\n"


def pictures(run: Run) -> list[str]:
    """The pictures kept, as paths below their folder."""
    folder = Path(run.outputs["pictures"])
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.svg"))


def test_a_pull_request_is_judged_compared_and_drawn(forge: Forge) -> None:
    forge.check_out()
    run = forge.run()
    assert (run.failed, run.skipped) == ([], ["Upload findings"])

    annotated = {command.split(",")[0] for command in run.commands()}
    assert annotated == {f"::notice file={name}.cjm.yaml" for name in ("shop", "returns", "map of mine")}
    assert any(
        ",line=16,col=13," in command and "‘One till is open’ is severe" in command for command in run.commands()
    )
    results = json.loads(Path(run.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert len(results) == len(run.commands())

    assert run.outputs["base"] == forge.origin.git("rev-parse", "main")
    assert run.outputs["changed"] == "true"
    assert pictures(run) == ["changes/returns.svg", "changes/shop.svg", "maps/returns.svg", "maps/shop.svg"]
    kept = run.steps["Keep pictures"].given
    assert (kept["name"], kept["path"]) == ("cjm-pictures", run.outputs["pictures"])

    *others, comment = forge.comments()
    assert len(others) == 3
    assert comment["body"].startswith(f"{MARKER}**2 maps, 2 changes: 1 worsened, 1 neutral**\n")
    assert "severity 2 → 5: One till is open" in comment["body"]
    assert "map of mine" not in comment["body"]  # main changed it, not the pull request
    assert comment["body"].endswith("\n[Pictures](https://example.org/pictures)\n")
    told = Path(run.outputs["comparison"]).read_text("utf-8")
    assert run.summary.startswith("### cjm lint\n")
    assert run.summary.endswith(told)


def test_one_comment_is_kept_up_to_date(forge: Forge) -> None:
    others = forge.comments()
    forge.check_out()
    forge.run(lint=False, validate=False)
    forge.run(lint=False, validate=False)
    comment = forge.comments()[3]
    assert comment["edits"] == 1
    assert "severity 2 → 5" in comment["body"]

    Path(forge.clone, "shop.cjm.yaml").write_text(SHOP)
    Path(forge.clone, "returns.cjm.yaml").unlink()
    run = forge.run(lint=False, validate=False)
    assert (run.outputs["changed"], run.outputs["pictures"]) == ("false", "")
    assert forge.comments() == [*others, {"id": comment["id"], "body": GONE, "edits": 2}]


def test_nothing_is_said_where_nothing_has_changed(forge: Forge) -> None:
    forge.propose({"README.md": "Hello"})
    forge.check_out()
    others = forge.comments()
    run = forge.run(lint=False)
    assert (run.failed, run.outputs["changed"]) == ([], "false")
    assert run.summary.endswith("nothing to complain about.\n")
    assert forge.comments() == others
    assert {"Draw", "Keep pictures"} <= {*run.skipped}


@pytest.mark.parametrize(("status", "failed"), [("403", []), ("500", ["Comment"])])
def test_a_token_that_may_not_write(
    status: str, failed: list[str], forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GH_REFUSES", status)
    forge.check_out()
    run = forge.run(lint=False, validate=False, pictures=False)
    assert run.failed == failed
    assert len(forge.comments()) == 3
    assert "severity 2 → 5" in run.summary
    assert [command.split("::")[1] for command in run.commands()] == ["notice title=cjm"][: not failed]


def test_without_gh_the_summary_remains(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    forge.check_out()
    programs = forge.home / "few"
    programs.mkdir()
    for name in ("bash", "git", "cat", "tail", "base64", "tr"):
        (programs / name).symlink_to(
            next(path for path in (Path("/usr/bin", name), Path("/bin", name)) if path.exists())
        )
    monkeypatch.setenv("PATH", str(programs))
    run = forge.run(lint=False, validate=False, pictures=False)
    assert run.failed == []
    assert [command for command in run.commands() if "needs the program gh" in command]


def test_a_merge_needs_one_more_commit(forge: Forge) -> None:
    forge.check_out()
    run = forge.run(lint=False, validate=False, diff=False)
    clone = Work(forge.clone)
    assert run.outputs["base"] == forge.origin.git("rev-parse", "main")
    assert clone.git("rev-parse", "--is-shallow-repository") == "true"
    assert len(clone.git("rev-list", "HEAD").split()) == 3


@pytest.mark.parametrize(
    ("ref", "options", "since", "base"),
    [
        ("refs/pull/7/merge", ["--depth=50"], "", "main"),
        ("refs/heads/proposal", [], "", "begin"),
        ("refs/heads/proposal", ["--no-shallow"], "", "begin"),
        ("refs/heads/proposal", [], "main", "begin"),
        ("refs/heads/proposal", [], "begin", "begin"),
        ("refs/heads/proposal", ["--depth=3"], "HEAD~1", "proposal~1"),
    ],
)
def test_what_is_compared_with(ref: str, options: list[str], since: str, base: str, forge: Forge) -> None:
    forge.check_out(ref, *[option for option in options or ["--depth=1"] if option != "--no-shallow"])
    run = forge.run(since=since, lint=False, validate=False, diff=False)
    assert run.failed == []
    assert run.outputs["base"] == forge.origin.git("rev-parse", f"{base}^{{commit}}")


def test_no_history_in_common(forge: Forge) -> None:
    forge.origin.git("checkout", "-q", "--orphan", "stranger")
    forge.origin.commit({"README.md": "Hello"})
    forge.check_out()
    run = forge.run(since="stranger", comment=False)
    assert run.failed == ["Find what to compare with"]
    assert "no commit in common" in run.steps["Find what to compare with"].log
    assert run.steps["Lint"].outcome == "success"
    assert run.steps["Compare"].outcome == "skipped"


@pytest.mark.parametrize("event", [{"ref": "refs/heads/main"}, {"before": "0" * 40}])
def test_a_push_compares_nothing(event: dict[str, str], forge: Forge) -> None:
    forge.check_out("refs/heads/main")
    github = {"event_name": "push", "event": event, "token": ""}
    run = forge.run(github, since=event.get("before", ""))
    assert run.failed == []
    assert {"Compare", "Draw", "Keep pictures", "Comment"} <= {*run.skipped}


@pytest.mark.parametrize(
    ("inputs", "failed"),
    [
        ({}, []),
        ({"fail_on": "info"}, ["Lint"]),
        ({"fail_on": "never", "diff_fail_on": "unknown"}, ["Compare"]),
        ({"fail_on": "info", "lint_args": "--fail-on never", "diff_fail_on": "any"}, ["Compare"]),
        ({"diff_fail_on": "worsened", "lint_args": "--no-such-option"}, ["Lint", "Compare"]),
        ({"diff_args": "--only improved", "diff_fail_on": "worsened"}, []),
    ],
)
def test_what_fails_a_run(inputs: dict[str, Any], failed: list[str], forge: Forge) -> None:
    forge.check_out()
    run = forge.run(pictures=False, comment=False, **inputs)
    assert run.failed == failed
    assert {run.steps[name].code for name in failed} <= {1, 2}


def test_a_broken_map_stops_nothing_else(forge: Forge) -> None:
    forge.propose({"shop.cjm.yaml": WORSE, "broken.cjm.yaml": BROKEN})
    forge.check_out()
    run = forge.run()
    assert run.failed == ["Validate", "Lint", "Compare"]
    assert [run.steps[name].code for name in run.failed] == [1, 1, 2]
    assert len([command for command in run.commands() if command.startswith("::error")]) == 1
    assert pictures(run) == ["changes/shop.svg", "maps/shop.svg"]
    assert "severity 2 → 5" in forge.comments()[3]["body"]


def test_validate_annotates_where_lint_does_not(forge: Forge) -> None:
    forge.propose({"broken.cjm.yaml": BROKEN})
    forge.check_out()
    run = forge.run(lint=False, diff=False)
    assert run.failed == ["Validate"]
    assert [command.split(",")[0] for command in run.commands()] == ["::error file=broken.cjm.yaml"]
    assert forge.run(validate=False, lint=False, diff=False).failed == []


def test_only_what_is_new(forge: Forge) -> None:
    forge.check_out()
    run = forge.run(only_new=True, diff=False)
    assert {",".join(command.split(",")[:2]) for command in run.commands() if "returns" not in command} == {
        "::notice file=shop.cjm.yaml,line=16"
    }
    assert any("file=returns.cjm.yaml" in command for command in run.commands())


@pytest.mark.parametrize(("args", "failed"), [("", []), ("--no-such-option", ["Draw"])])
def test_a_map_with_errors_is_not_drawn(args: str, failed: list[str], forge: Forge) -> None:
    forge.propose({"shop.cjm.yaml": WORSE.replace("persona: ana", "persona: ana\nmore: true")})
    forge.check_out()
    run = forge.run(lint=False, validate=False, comment=False, render_args=args)
    assert run.failed == failed
    assert pictures(run) == ["changes/shop.svg"]
    assert ("‘more’ is no key" in run.steps["Draw"].log) is (not failed)


def test_maps_that_went_leave_nothing_to_draw(forge: Forge) -> None:
    forge.propose({"shop.cjm.yaml": None})
    forge.check_out()
    run = forge.run(lint=False)
    assert run.failed == []
    assert pictures(run) == ["changes/shop.svg"]
    assert "none is left to draw" in run.steps["Draw"].log


def test_maps_cannot_speak_to_the_runner(forge: Forge) -> None:
    hostile = {
        "::error::x.cjm.yaml": BROKEN,
        "shop.cjm.yaml": WORSE.replace("One till is open", '"##[error]<!-- --> @all"'),
    }
    forge.propose(hostile)
    forge.check_out()
    run = forge.run()
    assert all(command.startswith(("::error file=", "::notice file=")) for command in run.commands())
    assert "::error::x.cjm.yaml:" in run.steps["Validate"].log
    assert "@all" not in forge.comments()[3]["body"]


def test_findings_go_to_code_scanning_but_not_from_forks(forge: Forge) -> None:
    forge.check_out()
    run = forge.run(upload_sarif=True, diff=False, name="shop")
    assert run.steps["Upload findings"].given["sarif_file"] == run.outputs["sarif"]
    assert run.steps["Upload findings"].given["category"] == "shop"
    github = forge.event()
    github["event"]["pull_request"]["head"]["repo"]["full_name"] = "stranger/maps"
    assert "Upload findings" in forge.run(github, upload_sarif=True, diff=False).skipped
