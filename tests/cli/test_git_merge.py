"""Merges by git itself, of all kinds: whatever happens to cjm, nothing that a side wrote is lost unseen."""

from pathlib import Path

import pytest

from tests.cli.driven import INTERRUPTED, REAL, Clone, clone_of, installed, program

NAME = "maps/a.cjm.yaml"
BASE = """cjm: 1
title: A visit
stages:
  - name: Enter
    touchpoints:
      - name: Greet
        does: Looks around
        owner: Sales
      - name: Ask
        does: Finds somebody
"""
OURS = BASE.replace("Looks around", "Looks up")
THEIRS = BASE.replace("owner: Sales", "owner: Service")
BOTH = OURS.replace("owner: Sales", "owner: Service")
"""Neighbouring lines that only a merge of elements brings together."""

AGAINST = BASE.replace("Looks around", "Looks down")
APART = BASE.replace("Finds somebody", "Finds nobody")
BREAKING = {
    "missing": "",
    "silent": "exit 1",
    "older": "exit 2",
    "bug": "exit 70",
    "interrupted": "exit 130",
    "killed": "kill -9 $$",
    "struck": INTERRUPTED,
    "broken": "exec no-such-python -m cjm",
    "beheaded": 'echo "cjm: words" >&2; exit 255',
}


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A repository with a map, git using cjm."""
    made = installed(tmp_path, monkeypatch)
    made.commit({NAME: BASE})
    return made


def branch(clone: Clone, ours: str | None, theirs: str | None, name: str = NAME) -> None:
    """Two branches from here: main with ours, side with theirs."""
    clone.git("checkout", "-q", "-b", "side")
    clone.commit({name: theirs}, "theirs")
    clone.git("checkout", "-q", "main")
    clone.commit({name: ours}, "ours")


def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a script in the place of cjm, or nothing."""
    if script:
        program(tmp_path / "bin", monkeypatch, script)
    else:
        (tmp_path / "bin/cjm").unlink()


def is_unmerged(clone: Clone) -> bool:
    return bool(clone.git("ls-files", "--unmerged"))


@pytest.mark.parametrize("way", ["merge", "rebase", "cherry-pick", "stash pop", "revert", "checkout -m", "pull"])
def test_every_way_to_merge(clone: Clone, tmp_path: Path, way: str) -> None:
    here = clone
    branch(clone, OURS, THEIRS)
    match way:
        case "stash pop":
            clone.git("reset", "-q", "--hard", "HEAD~")
            clone.write({NAME: THEIRS})
            clone.git("stash", "-q")
            clone.commit({NAME: OURS})
            done = clone.run("git", "stash", "pop")
        case "checkout -m":
            clone.git("checkout", "-q", "side~")
            clone.write({NAME: OURS})
            done = clone.run("git", "checkout", "-m", "side")
        case "revert":
            clone.git("reset", "-q", "--hard", "side")
            clone.commit({NAME: BASE})
            clone.commit({NAME: OURS})
            done = clone.run("git", "revert", "--no-edit", "HEAD~")
        case "pull":
            here = clone_of(clone, tmp_path / "other")
            assert here.cjm("install").code == 0
            done = here.run("git", "pull", "-q", "--no-rebase", "--no-edit", "origin", "side")
        case "rebase":
            done = clone.run("git", "rebase", "-q", "side")
        case _:
            done = clone.run("git", way, "side")
    assert done.code == 0, done.err
    assert here.read(NAME) == BOTH
    assert not is_unmerged(here)


def test_lines_alone_would_not_do(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "bin/cjm").unlink()
    branch(clone, OURS, THEIRS)
    assert clone.run("git", "merge", "side").code == 1


def test_a_conflict_has_markers_and_both_sides(clone: Clone) -> None:
    branch(clone, OURS, AGAINST)
    done = clone.run("git", "merge", "side")
    assert done.code == 1
    assert is_unmerged(clone)
    text = clone.read(NAME)
    assert all(f"\n{sign * 7}" in text for sign in "<=>")
    assert "Looks up" in text
    assert "Looks down" in text


@pytest.mark.parametrize(
    "name", ['a b/it\'s "é😀".cjm.yaml', "-x.cjm.yaml", "$HOME `x`/;a&b.cjm.yaml", "a\\b\n.cjm.yaml"]
)
def test_whatever_a_file_is_called(clone: Clone, name: str) -> None:
    clone.commit({name: BASE})
    branch(clone, OURS, THEIRS, name)
    done = clone.run("git", "merge", "side")
    assert (done.code, clone.read(name)) == (0, BOTH), done.err


@pytest.mark.parametrize("script", BREAKING.values(), ids=BREAKING)
def test_without_an_answer_from_cjm_git_merges_lines(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    put(tmp_path, monkeypatch, script)
    branch(clone, OURS, APART)
    done = clone.run("git", "merge", "-q", "--no-edit", "side")
    assert done.code == 0
    assert clone.read(NAME) == OURS.replace("Finds somebody", "Finds nobody")
    assert f"cjm gave no answer: {NAME} is merged as text." in done.err


@pytest.mark.parametrize("script", BREAKING.values(), ids=BREAKING)
@pytest.mark.parametrize("way", ["merge", "rebase", "cherry-pick", "stash pop"])
def test_without_an_answer_from_cjm_no_conflict_is_lost(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, script: str
) -> None:
    put(tmp_path, monkeypatch, script)
    if way == "stash pop":
        clone.write({NAME: AGAINST})
        clone.git("stash", "-q")
        clone.commit({NAME: OURS})
    else:
        branch(clone, OURS, AGAINST)
    done = clone.run("git", *way.split(), *([] if way == "stash pop" else ["side"]))
    assert done.code == 1
    assert is_unmerged(clone)
    text = clone.read(NAME)
    assert "<<<<<<< ours\n        does: Looks " in text
    assert "Looks up" in text
    assert "Looks down" in text


def test_older_markers_in_a_file_are_not_taken_for_an_answer(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = "<<<<<<< ours\n1\n=======\n2\n>>>>>>> theirs\n"
    clone.commit({NAME: BASE + old})
    put(tmp_path, monkeypatch, "exit 1")
    branch(clone, OURS + old, AGAINST + old)
    assert clone.run("git", "merge", "side").code == 1
    assert "Looks down" in clone.read(NAME)


@pytest.mark.parametrize(
    "blow", ["1 / 0", "os.kill(os.getpid(), signal.SIGINT)", "os.kill(os.getpid(), signal.SIGKILL)"]
)
@pytest.mark.parametrize("theirs", [AGAINST, THEIRS], ids=["against", "beside"])
def test_a_blow_in_the_middle_of_cjm_loses_nothing(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blow: str, theirs: str
) -> None:
    (tmp_path / "blow.py").write_text(
        "import os, signal\nimport cjm.cli.drivers as drivers\nfrom cjm.cli import run\n"
        f"def merged(*words):\n    {blow}\ndrivers.merged = merged\nrun()\n"
    )
    put(tmp_path, monkeypatch, REAL.replace("-m cjm", f"'{tmp_path / 'blow.py'}'"))
    branch(clone, OURS, theirs)
    assert clone.run("git", "merge", "side").code == 1
    assert is_unmerged(clone)
    text = clone.read(NAME)
    assert all(f"{sign * 7} " in text for sign in "<>")
    assert "Looks up" in text
    assert "Looks down" in text or "owner: Service" in text


def test_a_disk_that_is_full_loses_nothing(clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "full.py").write_text(
        "import cjm.cli.drivers as drivers\nfrom cjm.errors import FileError\nfrom cjm.cli import run\n"
        "def replace(*words):\n    raise FileError('It cannot be written: no space left on device.')\n"
        "drivers.replace = replace\nrun()\n"
    )
    put(tmp_path, monkeypatch, REAL.replace("-m cjm", f"'{tmp_path / 'full.py'}'"))
    branch(clone, OURS, THEIRS)
    assert clone.run("git", "merge", "side").code == 1
    text = clone.read(NAME)
    assert "Looks up" in text
    assert "owner: Service" in text


@pytest.mark.parametrize(("ours", "theirs"), [(None, THEIRS), (OURS, None)])
def test_deleted_here_and_changed_there_is_gits_affair(clone: Clone, ours: str | None, theirs: str | None) -> None:
    branch(clone, ours, theirs)
    assert clone.run("git", "merge", "side").code == 1
    assert is_unmerged(clone)


@pytest.mark.parametrize("ours", [BASE, BASE.replace("Greet", "Welcome")], ids=["the same", "differing"])
def test_added_on_both_sides(clone: Clone, ours: str) -> None:
    branch(clone, ours, BASE, "new.cjm.yaml")
    done = clone.run("git", "merge", "-q", "--no-edit", "side")
    text = clone.read("new.cjm.yaml")
    assert (done.code, is_unmerged(clone)) == ((0, False) if ours == BASE else (1, True))
    assert ours == BASE or ("Greet" in text and "Welcome" in text)


def test_renamed_here_and_changed_there(clone: Clone) -> None:
    clone.git("checkout", "-q", "-b", "side")
    clone.commit({NAME: THEIRS})
    clone.git("checkout", "-q", "main")
    clone.move(NAME, "maps/b.cjm.yaml")
    clone.commit({"maps/b.cjm.yaml": OURS})
    assert clone.run("git", "merge", "-q", "--no-edit", "side").code == 0
    assert clone.read("maps/b.cjm.yaml") == BOTH


def test_a_map_and_its_library_both_changed(clone: Clone) -> None:
    library = "cjm: 1\nkind: library\nactors:\n  - id: x\n    name: Sales\n    kind: employee\n"
    base = BASE.replace("stages:", "uses: lib.cjm.yaml\nstages:").replace("owner: Sales", "owner: x")
    clone.commit({NAME: base, "maps/lib.cjm.yaml": library})
    clone.git("checkout", "-q", "-b", "side")
    clone.commit(
        {
            NAME: base.replace("Finds somebody", "Finds nobody\n        owner: y"),
            "maps/lib.cjm.yaml": f"{library}  - id: y\n    name: Service\n".replace("employee", "partner"),
        }
    )
    clone.git("checkout", "-q", "main")
    clone.commit({NAME: base.replace("around", "up"), "maps/lib.cjm.yaml": library.replace("Sales", "Selling")})
    done = clone.run("git", "merge", "-q", "--no-edit", "side")
    assert done.code == 0, done.err
    assert clone.read(NAME) == base.replace("around", "up").replace("Finds somebody", "Finds nobody\n        owner: y")
    expected = f"{library}  - id: y\n    name: Service\n".replace("employee", "partner").replace("Sales", "Selling")
    assert clone.read("maps/lib.cjm.yaml") == expected
    assert clone.run("cjm", "validate").code == 0


def test_branches_that_crossed(clone: Clone) -> None:
    branch(clone, OURS, THEIRS)
    clone.git("branch", "left", "main")
    clone.git("branch", "right", "side")
    for name, other in (("left", "side"), ("right", "main")):
        clone.git("checkout", "-q", name)
        assert clone.run("git", "merge", "-q", "--no-edit", other).code == 0
    clone.commit({NAME: BOTH.replace("Service", "Sales")}, "taken back")
    clone.git("checkout", "-q", "left")
    clone.commit({NAME: BOTH.replace("Finds somebody", "Finds nobody")})
    assert clone.run("git", "merge", "-q", "--no-edit", "right").code == 0
    assert clone.read(NAME) == OURS.replace("Finds somebody", "Finds nobody")


def test_branches_that_crossed_in_conflict(clone: Clone) -> None:
    branch(clone, OURS, AGAINST)
    clone.git("branch", "left", "main")
    clone.git("branch", "right", "side")
    for name, other, settled in (("left", "side", OURS), ("right", "main", AGAINST)):
        clone.git("checkout", "-q", name)
        assert clone.run("git", "merge", "-q", "--no-edit", other).code == 1
        clone.commit({NAME: settled})
    assert clone.run("git", "merge", "-q", "--no-edit", "left").code == 1
    assert is_unmerged(clone)
    text = clone.read(NAME)
    assert "Looks up" in text
    assert "Looks down" in text


@pytest.mark.parametrize("setting", ["true", "input"])
def test_line_ends_of_windows(clone: Clone, tmp_path: Path, setting: str) -> None:
    branch(clone, OURS, THEIRS)
    other = clone_of(clone, tmp_path / "other")
    other.git("config", "core.autocrlf", setting)
    assert other.cjm("install").code == 0
    other.git("rm", "-q", "--cached", "-r", ".")
    other.git("reset", "-q", "--hard")
    done = other.run("git", "merge", "-q", "--no-edit", "origin/side")
    assert done.code == 0, done.err
    assert other.read(NAME) == (BOTH.replace("\n", "\r\n") if setting == "true" else BOTH)
    assert other.git("show", f"HEAD:{NAME}") == BOTH.removesuffix("\n")
    assert other.git("status", "--short") == ""


def test_line_ends_of_windows_in_the_repository_itself(clone: Clone) -> None:
    crlf = [text.replace("\n", "\r\n") for text in (BASE, OURS, THEIRS, BOTH)]
    clone.commit({NAME: crlf[0]})
    branch(clone, crlf[1], crlf[2])
    done = clone.run("git", "merge", "-q", "--no-edit", "side")
    assert (done.code, clone.read(NAME)) == (0, crlf[3]), done.err


def test_markers_have_the_size_that_the_file_is_to_have(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attributes = clone.read(".gitattributes") + "*.cjm.yaml conflict-marker-size=13\n"
    clone.commit({".gitattributes": attributes})
    branch(clone, OURS, AGAINST)
    for script in (REAL, "exit 70"):
        put(tmp_path, monkeypatch, script)
        assert clone.run("git", "merge", "side").code == 1
        assert f"{'<' * 13} " in clone.read(NAME)
        clone.git("merge", "--abort")


def test_in_a_folder_and_with_a_message_of_the_file(clone: Clone) -> None:
    (clone.root / "other").mkdir()
    branch(clone, OURS, AGAINST)
    done = clone.run("git", "merge", "side", at="other")
    assert done.code == 1
    assert NAME in done.err


def test_a_clone_in_which_nothing_is_registered_merges_lines(clone: Clone, tmp_path: Path) -> None:
    branch(clone, OURS, AGAINST)
    other = clone_of(clone, tmp_path / "other")
    assert other.run("git", "merge", "origin/side").code == 1
    assert "<<<<<<< " in other.read(NAME)
