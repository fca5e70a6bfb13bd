"""``git diff`` and ``git log -p`` of maps, by git itself."""

import os
from pathlib import Path

import pytest

from cjm.report.terminal.paint import safe
from cjm.source.markers import apart
from tests.cli.driven import INTERRUPTED, REAL, Clone, clone_of, installed, program
from tests.repositories import ODD

NAME = "maps/a.cjm.yaml"
BEGUN = """cjm: 1
title: A visit
stages:
  - name: Enter
    touchpoints:
      - name: Greet
        does: Looks around
        feels: -1
        owner: Sales
      - name: Ask
        does: [Finds somebody, Asks]
"""
NEXT = BEGUN.replace("feels: -1", "feels: 1")
LIBRARY = "cjm: 1\nkind: library\nactors:\n  - {id: x, name: Sales}\n"
RAISED = "▲ emotion −1 → +1"
LINES = "-        feels: -1\n+        feels: 1\n"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A repository with a map, git using cjm."""
    made = installed(tmp_path, monkeypatch)
    made.commit({NAME: BEGUN})
    return made


def test_a_change_is_told_as_a_designer_sees_it(clone: Clone) -> None:
    clone.write({NAME: NEXT})
    done = clone.run("git", "diff")
    old = clone.git("rev-parse", f"HEAD:{NAME}")[:7]
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        f"diff --cjm a/{NAME} b/{NAME}\nA visit\n{NAME}: {old} → working tree\n\nEnter\n  Greet\n    {RAISED}\n\n"
        "1 change: 1 improved · emotion −1 → +1 · pains 0 → 0 · hand-offs 0 → 0 · automated steps 0 → 0\n\n"
    )


@pytest.mark.parametrize("way", ["staged", "committed", "shown", "logged", "from below", "relative", "backwards"])
def test_every_way_to_ask(clone: Clone, way: str) -> None:
    clone.write({NAME: NEXT})
    told = RAISED
    if way == "staged":
        clone.git("add", "-A")
        done = clone.run("git", "diff", "--cached")
    elif way in {"committed", "shown", "logged"}:
        clone.commit({})
        words = {
            "committed": ("diff", "HEAD~"),
            "shown": ("show", "--ext-diff"),
            "logged": ("log", "-p", "--ext-diff", "-1"),
        }
        done = clone.run("git", *words[way])
    elif way == "backwards":
        done, told = clone.run("git", "diff", "-R"), "▼ emotion +1 → −1"
    else:
        done = clone.run("git", "diff", *(["--relative"] if way == "relative" else []), at="maps")
    assert done.code == 0
    assert f"diff --cjm a/{NAME} b/{NAME}\n" in done.out
    assert told in done.out


def test_whatever_a_file_is_called(clone: Clone) -> None:
    names = [f"{odd}.cjm.yaml" if odd.startswith("-") else f"{odd}/{odd}.cjm.yaml" for odd in ODD]
    clone.commit(dict.fromkeys(names, BEGUN))
    clone.write(dict.fromkeys(names, NEXT))
    done = clone.run("git", "diff")
    assert (done.code, done.err, done.out.count(RAISED)) == (0, "", len(names))
    shown = [safe(f"diff --cjm a/{name} b/{name}") for name in sorted(names, key=os.fsencode)]
    assert [line for line in done.out.splitlines() if line.startswith("diff")] == shown
    few = ["-x.cjm.yaml", "it's/it's.cjm.yaml", "a\nb/a\nb.cjm.yaml"]
    assert clone.run("git", "diff", "--no-ext-diff", "--", *few).out.count(LINES) == len(few)


def test_files_that_came_and_went_are_shown_as_git_shows_them(clone: Clone) -> None:
    clone.write({NAME: None, "b.cjm.yaml": BEGUN.replace("visit", "new \x1b[31mone")})
    clone.git("add", "-A")
    done = clone.run("git", "diff", "--cached", "--no-renames")
    new, gone = done.out.split("diff --git ")[1:3]
    assert gone.startswith(f"a/{NAME} b/{NAME}\ndeleted file mode 100644\n--- a/{NAME}\n+++ /dev/null\n@@")
    assert new.startswith("a/b.cjm.yaml b/b.cjm.yaml\nnew file mode 100644\n--- /dev/null\n+++ b/b.cjm.yaml\n@@")
    assert "+title: A new \ufffd[31mone\n" in new


def test_renamed_files_and_modes(clone: Clone) -> None:
    clone.move(NAME, "maps/b.cjm.yaml")
    clone.git("add", "-A")
    done = clone.run("git", "diff", "--cached", "-M")
    assert done.out == (
        f"diff --cjm a/{NAME} b/maps/b.cjm.yaml\nsimilarity index 100%\nrename from {NAME}\nrename to maps/b.cjm.yaml\n"
    )
    clone.write({"maps/b.cjm.yaml": NEXT})
    clone.git("add", "-A")
    done = clone.run("git", "diff", "--cached", "-M")
    assert f"rename from {NAME}\n" in done.out
    assert RAISED in done.out
    clone.commit({})
    (clone.root / "maps/b.cjm.yaml").chmod(0o755)
    done = clone.run("git", "diff")
    assert done.out == "diff --cjm a/maps/b.cjm.yaml b/maps/b.cjm.yaml\nold mode 100644\nnew mode 100755\n"


def test_where_nothing_but_comments_or_layout_changed_its_lines_are_shown(clone: Clone) -> None:
    clone.write({NAME: f"# A note\n{BEGUN}"})
    done = clone.run("git", "diff")
    assert done.out.startswith(f"diff --git a/{NAME} b/{NAME}\n--- a/{NAME}\n+++ b/{NAME}\n@@")
    assert "+# A note\n" in done.out
    (clone.root / "patch").write_text(done.out)
    assert clone.run("git", "apply", "--reverse", "patch").code == 0
    assert clone.read(NAME) == BEGUN


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (LIBRARY, LIBRARY.replace("Sales", "Service"), "is a library, and only maps are compared."),
        (BEGUN, NEXT.replace("        feels", "<<<<<<< ours\n        feels"), "cannot be read as a whole"),
        ("- a list\n", "- another\n", "cannot be read as a map"),
    ],
)
def test_what_is_no_map_is_shown_as_lines_and_why(clone: Clone, old: str, new: str, told: str) -> None:
    clone.commit({NAME: old})
    clone.write({NAME: new})
    done = clone.run("git", "diff")
    assert (done.code, done.err) == (0, "")
    first, *lines = done.out.splitlines()
    assert told in first
    assert lines[0] == f"diff --git a/{NAME} b/{NAME}"
    assert {f"+{line}" for line in new.splitlines() if line not in old.splitlines()} <= {*lines}


def test_other_wording_is_never_hidden(clone: Clone) -> None:
    clone.write({NAME: BEGUN.replace("Looks around", "Looks around.")})
    assert "doing ‘Looks around’ → ‘Looks around.’" in clone.run("git", "diff").out


def test_what_can_be_read_in_part_is_compared_and_said_so(clone: Clone) -> None:
    clone.write({NAME: NEXT.replace("Ask\n", "Ask\n        wonders: Why\n")})
    out = clone.run("git", "diff").out
    assert f"{NAME} has an error: it is compared as far as it can be read.\n" in out
    assert RAISED in out


def test_bytes_are_no_map(clone: Clone) -> None:
    clone.write({NAME: b"\0\1\xff"})
    assert clone.run("git", "diff").out.endswith(f"Binary files a/{NAME} and b/{NAME} differ\n")


def test_a_conflict_is_not_compared(clone: Clone) -> None:
    for branch, feels in (("x", "0"), ("y", "2")):
        clone.git("checkout", "-q", "-b", branch, "main")
        clone.commit({NAME: BEGUN.replace("feels: -1", f"feels: {feels}")})
    assert clone.run("git", "merge", "x").code == 1
    done = clone.run("git", "diff", "--ours")
    assert done.code == 0
    assert f"* Unmerged path {NAME}\n" in done.out


@pytest.mark.parametrize("staged", [False, True])
def test_a_map_and_its_library_both_changed(clone: Clone, *, staged: bool) -> None:
    uses = BEGUN.replace("stages:", "uses: lib.cjm.yaml\nstages:").replace("owner: Sales", "owner: x")
    clone.commit({NAME: uses, "maps/lib.cjm.yaml": LIBRARY})
    clone.write({NAME: uses.replace("feels: -1", "feels: 1"), "maps/lib.cjm.yaml": LIBRARY.replace("Sales", "Service")})
    clone.git("add", *(["-A"] if staged else ["-N", "."]))
    out = clone.run("git", "diff", *(["--cached"] if staged else [])).out
    assert RAISED in out
    assert "actor renamed: Sales → Service" in out
    backwards = clone.run("git", "diff", "-R", *(["--cached"] if staged else [])).out
    assert "actor renamed: Service → Sales" in backwards
    clone.commit({})
    committed = clone.run("git", "diff", "HEAD~").out  # git does not say of which commits: both read what is on disk
    assert RAISED in committed
    assert "actor renamed" not in committed
    assert "-  - {id: x, name: Sales}\n+  - {id: x, name: Service}\n" in committed


def test_a_configuration_that_is_wrong_is_told_and_lines_are_shown(clone: Clone) -> None:
    clone.commit({"maps/cjm.toml": "[diff]\nfind-renames = 'many'\n"})
    clone.write({NAME: NEXT})
    done = clone.run("git", "diff", "--", NAME)
    assert done.code == 0
    assert "‘many’ is no share" in done.out
    assert LINES in done.out


@pytest.mark.parametrize(
    ("settings", "is_colourful"),
    [
        ((), False),
        (("-c", "color.ui=always"), True),
        (("-c", "color.diff=always"), True),
        (("-c", "color.ui=false"), False),
    ],
)
def test_colour_is_as_git_is_set_and_never_from_a_map(
    clone: Clone, settings: tuple[str, ...], *, is_colourful: bool
) -> None:
    clone.write({NAME: NEXT.replace("Looks around", "Looks \x1b[31mround").replace("Greet", 'Greet "\\e[31m"')})
    done = clone.run("git", *settings, "diff")
    assert ("\x1b[" in done.out) == is_colourful
    assert "\x1b[31m" not in done.out
    assert done.code == 0


def test_a_pager_gets_colour_where_it_shows_it(clone: Clone) -> None:
    clone.write({NAME: NEXT})
    assert "\x1b[" in clone.run("git", "diff", env={"GIT_PAGER_IN_USE": "true", "TERM": "xterm"}).out


def test_a_pager_that_is_left_early_is_no_error(clone: Clone) -> None:
    clone.commit({f"{number}.cjm.yaml": BEGUN for number in range(3)})
    clone.write({f"{number}.cjm.yaml": NEXT for number in range(3)})
    done = clone.run("sh", "-c", "git diff | head -n 1")
    assert (done.code, done.out, done.err) == (0, "diff --cjm a/0.cjm.yaml b/0.cjm.yaml\n", "")


@pytest.mark.parametrize(
    "script",
    [
        "",
        "exit 2",
        "exit 70",
        "exit 130",
        "kill -9 $$",
        INTERRUPTED,
        "exec no-such-python -m cjm",
    ],
    ids=["silent", "older", "bug", "interrupted", "killed", "struck", "broken"],
)
def test_without_an_answer_from_cjm_git_shows_its_own(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    clone.write({NAME: NEXT, "b.cjm.yaml": BEGUN})
    clone.git("add", "-N", ".")
    if script:
        program(tmp_path / "bin", monkeypatch, script)
    else:
        (tmp_path / "bin/cjm").unlink()
    done = clone.run("git", "diff")
    assert done.code == 0
    assert LINES in done.out
    assert "+title: A visit\n" in done.out
    clone.commit({})
    done = clone.run("git", "log", "-p", "-1")
    assert done.code == 0
    assert LINES in done.out


def test_a_bug_in_cjm_is_told_and_git_shows_its_own(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "import cjm.cli.external as e; e._shown = lambda file: 1 / 0; from cjm.cli import run; run()"
    program(tmp_path / "bin", monkeypatch, REAL.replace("-m cjm", f"-c '{broken}'"))
    clone.write({NAME: NEXT})
    done = clone.run("git", "diff")
    assert done.code == 0
    assert LINES in done.out
    assert "ZeroDivisionError" in done.err


def test_a_log_shows_facts_each_on_its_line_below_what_they_are_about(clone: Clone) -> None:
    words = ["Looks around."] * 20
    clone.commit({NAME: BEGUN.replace("Looks around", " ".join(words))})
    wrapped = NEXT.replace("Looks around", "\n          ".join(words))
    clone.commit({NAME: wrapped.replace("[Finds somebody, Asks]", "[Finds somebody,\n             Waits]")})
    out = clone.run("git", "log", "-p", "-U0", "-1").out
    assert out.partition("+++")[2] == (
        f" b/{NAME}\n@@ -10 +10 @@ Greet\n{LINES}@@ -14 +14 @@ Ask\n-          - Asks\n+          - Waits\n"
    )


def test_a_log_shows_no_layout_and_every_comment(clone: Clone) -> None:
    clone.commit({NAME: BEGUN.replace("[Finds somebody, Asks]", "\n        - Finds somebody\n        - Asks")})
    assert "@@" not in clone.run("git", "log", "-p", "-1").out
    clone.commit({NAME: BEGUN.replace("feels: -1", "feels: -1  # really?")})
    assert "+        feels: -1  # really?\n" in clone.run("git", "log", "-p", "-1").out


@pytest.mark.parametrize("data", [b"cjm: [\n", b"\xff\xfe\0", b"", b"just a text\n", b"a: \x1b\n"])
def test_what_cannot_be_read_is_converted_to_itself(clone: Clone, data: bytes) -> None:
    clone.write({"odd.cjm.yaml": data})
    done = clone.run("cjm", "git", "textconv", "odd.cjm.yaml")
    assert (done.code, done.out.encode("utf-8", "surrogateescape"), done.err) == (0, data, "")


def test_the_words_of_git_are_counted(clone: Clone) -> None:
    done = clone.run("cjm", "git", "diff", "a", "b")
    assert (done.code, done.out) == (2, "")
    assert "1, 7 or 9 words" in done.err


@pytest.mark.parametrize("setting", ["true", "input"])
def test_line_ends_of_windows_are_no_difference(clone: Clone, tmp_path: Path, setting: str) -> None:
    other = clone_of(clone, tmp_path / "other")
    other.git("config", "core.autocrlf", setting)
    assert other.cjm("install").code == 0
    other.git("rm", "-q", "--cached", "-r", ".")
    other.git("reset", "-q", "--hard")
    assert ("\r\n" in other.read(NAME)) == (setting == "true")
    assert other.git("status", "--short") == ""
    other.write({NAME: NEXT.replace("\n", "\r\n")})
    done = other.run("git", "diff", "--", NAME)
    assert [line for line in done.out.splitlines() if "▲" in line or "·" in line][:1] == [f"    {RAISED}"]
    assert "1 change: 1 improved" in done.out
    other.commit({})
    out = other.run("git", "log", "-p", "-U0", "-1", "--", NAME).out
    assert LINES in out
    assert out.count("\n+") == 2


def test_outside_of_a_repository_too(clone: Clone) -> None:
    clone.write({"one.cjm.yaml": BEGUN, "two.cjm.yaml": NEXT})
    done = clone.run("git", "diff", "--no-index", "one.cjm.yaml", "two.cjm.yaml")
    assert RAISED in done.out


def test_a_conflict_is_spread_out_on_both_sides(clone: Clone) -> None:
    ours, theirs = (BEGUN.replace("feels: -1", f"feels: {{score: {score}}}") for score in (0, 2))
    assert ours != theirs
    clone.write({"odd.cjm.yaml": apart(ours.encode(), theirs.encode())})
    done = clone.run("cjm", "git", "textconv", "odd.cjm.yaml")
    lines = done.out.splitlines()
    first = lines.index("<<<<<<< ours")
    assert [line.strip() for line in lines[first : first + 5]] == [
        "<<<<<<< ours", "score: 0", "=======", "score: 2", ">>>>>>> theirs",
    ]  # fmt: skip
