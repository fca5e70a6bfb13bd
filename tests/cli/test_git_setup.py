"""``cjm git install``, ``status`` and ``uninstall``, in repositories of all kinds."""

import sys
from pathlib import Path

import pytest

from cjm.source.attributes import LINES
from cjm.source.commands import SETTINGS
from tests.cli.driven import Clone, bare_of_cjm, clone_of, installed, program

OURS = b"".join(line + b"\n" for line in LINES)
LINE = LINES[1].decode()


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A repository that git knows nothing about."""
    made = bare_of_cjm(tmp_path / "work", monkeypatch)
    program(tmp_path / "bin", monkeypatch)
    return made


def settings(clone: Clone) -> str:
    return clone.git("config", "--local", "--list")


def said(clone: Clone, path: str = "maps/a.cjm.yaml") -> list[str]:
    return [line.rsplit(" ", 1)[1] for line in clone.git("check-attr", "diff", "merge", "--", path).splitlines()]


def test_install_shows_and_does_and_then_has_nothing_to_do(clone: Clone) -> None:
    before = settings(clone)
    done = clone.cjm("install")
    assert (done.code, done.err) == (0, "")
    assert f"+{LINE}\n" in done.out
    assert all(f"+{key} = {value}\n" in done.out for key, value in SETTINGS.items())
    assert "Commit .gitattributes" in done.out
    assert settings(clone) == "\n".join([before, *(f"{key}={value}" for key, value in SETTINGS.items())])
    after = (clone.read(".gitattributes"), clone.read(".git/config"))
    again = clone.cjm("install")
    assert (again.code, again.out, again.err) == (0, "Nothing to do: git uses cjm here.\n", "")
    assert (clone.read(".gitattributes"), clone.read(".git/config")) == after
    assert clone.cjm("install", "--check").code == 0


def test_a_check_shows_the_same_and_changes_nothing(clone: Clone) -> None:
    before = clone.read(".git/config")
    done = clone.cjm("install", "--check")
    assert done.code == 1
    assert not (clone.root / ".gitattributes").exists()
    assert clone.read(".git/config") == before
    installing = clone.cjm("install").out
    assert installing.startswith(done.out)
    kept = clone.read(".git/config")
    assert clone.cjm("uninstall", "--check").code == 1
    assert (clone.read(".git/config"), clone.read(".gitattributes")) == (kept, OURS.decode())


@pytest.mark.parametrize(
    ("content", "made", "left"),
    [
        (None, OURS, None),
        (b"*.png binary\n", b"*.png binary\n" + OURS, b"*.png binary\n"),
        (b"*.png binary", b"*.png binary\n" + OURS, b"*.png binary\n"),
        (b"* text\r\n", b"* text\r\n" + OURS.replace(b"\n", b"\r\n"), b"* text\r\n"),
        (b"\xef\xbb\xbf* text\n", b"\xef\xbb\xbf* text\n" + OURS, b"\xef\xbb\xbf* text\n"),
        (b"*.yaml merge=union diff=x\n", b"*.yaml merge=union diff=x\n" + OURS, b"*.yaml merge=union diff=x\n"),
        (b"*.cjm.yaml text eol=lf\n", b"*.cjm.yaml text eol=lf\n" + OURS, b"*.cjm.yaml text eol=lf\n"),
        (b"# \xff\n[attr]x y\n", b"# \xff\n[attr]x y\n" + OURS, b"# \xff\n[attr]x y\n"),
        (b"%b\n*.a b\n" % LINES[1], b"%b\n*.a b\n" % LINES[1], b"*.a b\n"),
        (OURS + b"*.a b\n", OURS + b"*.a b\n", b"*.a b\n"),
    ],
)  # fmt: skip
def test_every_other_line_stays(clone: Clone, content: bytes | None, made: bytes, left: bytes | None) -> None:
    path = clone.root / ".gitattributes"
    if content is not None:
        path.write_bytes(content)
    before = settings(clone)
    assert clone.cjm("install").code == 0
    assert path.read_bytes() == made
    assert said(clone) == ["cjm", "cjm"]
    assert clone.cjm("uninstall").code == 0
    assert (path.read_bytes() if path.exists() else None) == left
    assert settings(clone) == before
    assert clone.cjm("uninstall").out == "Nothing to do: nothing is installed here.\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("*.cjm.yaml merge=union", 1), ("**/*.cjm.yaml -diff", 1), ('"*.cjm.yaml" binary', 1), ("*.cjm.yaml diff=cjm", 1),
        ("*.cjm.yaml !merge", 1), ("*.cjm.yaml diff=cjm merge=text", 0), ("*.cjm.yaml diff merge=cjm", 0),
        ("*.cjm.yaml text diff=cjm merge=cjm", 0),
    ],
)  # fmt: skip
def test_a_line_of_somebody_else_stays_and_is_explained(clone: Clone, line: str, code: int) -> None:
    clone.write({".gitattributes": f"# ours\n{line}\n"})
    done = clone.cjm("install")
    assert (done.code, clone.read(".gitattributes")) == (code, f"# ours\n{line}\n")
    assert (f"line 2 ({line})" in done.out) == (code == 1)
    assert (f"write there: {LINE}" in done.out) == (code == 1)
    assert clone.cjm("status").code == (0 if code == 0 else 1)
    assert f"a line of its own, which stays: line 2 ({line})" in clone.cjm("uninstall").out


def test_maps_declared_binary_are_warned_about(clone: Clone) -> None:
    clone.write({".gitattributes": "*.cjm.yaml diff=cjm -merge\n"})
    clone.cjm("install")
    done = clone.cjm("status")
    assert done.code == 1
    assert "declared binary for merging (line 1 (*.cjm.yaml diff=cjm -merge))" in done.out
    assert "merge=text" in done.out


def test_after_a_clone_it_is_declared_and_not_registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = clone_of(installed(tmp_path, monkeypatch), tmp_path / "fresh")
    done = fresh.cjm("status")
    assert done.code == 1
    assert done.out.startswith("declared    diff=cjm merge=cjm\nregistered  nothing\n")
    assert "git does not know it in this clone yet" in done.out
    assert done.out.endswith("Run: cjm git install\n")
    assert ".gitattributes" not in fresh.cjm("install").out
    done = fresh.cjm("status")
    assert (done.code, done.out.splitlines()[1]) == (0, "registered  diff, textconv, merge")


def test_status_of_other_halves(clone: Clone) -> None:
    assert "cjm is not installed here" in clone.cjm("status").out
    clone.cjm("install")
    (clone.root / ".gitattributes").unlink()
    done = clone.cjm("status")
    assert (done.code, done.out.splitlines()[0]) == (1, "declared    nothing")
    assert "No .gitattributes says" in done.out
    clone.cjm("install")
    clone.git("config", "--unset", "merge.cjm.driver")
    done = clone.cjm("status")
    assert (done.code, done.out.splitlines()[1]) == (1, "registered  missing: merge.cjm.driver")


def test_a_program_that_git_would_not_find_is_told_of(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.cjm("install")
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent / "no such folder") + ":/usr/bin:/bin")
    done = clone.run(sys.executable, "-m", "cjm", "git", "status")
    assert (done.code, done.out.splitlines()[2]) == (1, "program     not found")
    assert "no program cjm on the PATH" in done.out


def test_settings_of_somebody_else_stay(clone: Clone) -> None:
    clone.git("config", "diff.cjm.command", "my own")
    clone.git("config", "diff.cjm.wordRegex", "x")
    before = settings(clone)
    done = clone.cjm("install")
    assert done.code == 1
    assert "diff.cjm.command was set by somebody else and stays: my own" in done.out
    assert "git config --unset-all diff.cjm.command" in done.out
    assert "set by somebody else: diff.cjm.command" in clone.cjm("status").out
    assert clone.git("config", "diff.cjm.command") == "my own"
    assert "diff.cjm.command was set by somebody else and stays" in clone.cjm("uninstall").out
    assert settings(clone) == before


def test_what_an_older_version_wrote_is_replaced(clone: Clone) -> None:
    clone.cjm("install")
    clone.git("config", "diff.cjm.textconv", 'f() { command -v cjm && cjm of old "$1"; }; f')
    assert "of an older version: diff.cjm.textconv" in clone.cjm("status").out
    done = clone.cjm("install")
    assert "-diff.cjm.textconv = f() { command -v cjm && cjm of old" in done.out
    assert clone.git("config", "diff.cjm.textconv") == SETTINGS["diff.cjm.textconv"]
    assert clone.cjm("status").code == 0


def test_from_a_folder_within(clone: Clone) -> None:
    (clone.root / "maps/deep").mkdir(parents=True)
    assert clone.cjm("install", at="maps/deep").code == 0
    assert (clone.root / ".gitattributes").read_bytes() == OURS
    assert clone.cjm("status", at="maps/deep").code == 0


def test_a_second_work_tree_shares_the_configuration(clone: Clone, tmp_path: Path) -> None:
    clone.commit({"a": "b"})
    clone.git("worktree", "add", "-q", str(tmp_path / "second"))
    second = Clone(tmp_path / "second")
    assert second.cjm("install").code == 0
    assert said(second) == ["cjm", "cjm"]
    assert said(clone) == ["unspecified", "unspecified"]
    assert second.cjm("status").code == 0
    assert "No .gitattributes says" in clone.cjm("status").out


def test_a_submodule_is_a_repository_of_its_own(clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = bare_of_cjm(tmp_path / "other", monkeypatch)
    other.commit({"a": "b"})
    program(tmp_path / "bin", monkeypatch)
    clone.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.root), "part of")
    assert clone.cjm("install", at="part of").code == 0
    assert said(Clone(clone.root / "part of")) == ["cjm", "cjm"]
    assert not (clone.root / ".gitattributes").exists()
    assert clone.cjm("status").code == 1


@pytest.mark.parametrize("command", ["install", "status", "uninstall"])
def test_where_there_is_no_work_tree_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    bare = bare_of_cjm(tmp_path / "bare", monkeypatch, "--bare")
    program(tmp_path / "bin", monkeypatch)
    done = bare.cjm(command)
    assert (done.code, done.out) == (2, "")
    assert "This repository is bare" in done.err
    (tmp_path / "nowhere").mkdir()
    done = Clone(tmp_path / "nowhere").cjm(command)
    assert (done.code, done.out) == (2, "")
    assert "lies in no git repository" in done.err


def test_a_link_in_place_of_the_attributes_is_not_followed(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("")
    (clone.root / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    done = clone.cjm("install")
    assert (done.code, (tmp_path / "elsewhere").read_text()) == (2, "")
    assert "is a link, and git follows none here" in done.err


def test_for_all_repositories_of_a_user(clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "own"))
    (tmp_path / "own").write_text("[user]\n\tname = Ana\n")
    before = settings(clone)
    (tmp_path / "nowhere").mkdir()
    done = Clone(tmp_path / "nowhere").cjm("install", "--global")
    assert done.code == 0
    assert "your own git configuration" in done.out
    assert not (clone.root / ".gitattributes").exists()
    done = clone.cjm("install")
    assert (done.code, settings(clone)) == (0, before)
    assert clone.cjm("status").code == 0
    assert clone.cjm("install", "--global").out == "Nothing to do.\n"
    assert clone.cjm("uninstall", "--global").code == 0
    assert (tmp_path / "own").read_text() == "[user]\n\tname = Ana\n"


@pytest.mark.parametrize("command", [(), ("install",), ("status",), ("uninstall",)])
def test_help_has_examples(clone: Clone, command: tuple[str, ...]) -> None:
    done = clone.cjm(*command, "--help")
    assert done.code == 0
    assert f"cjm git {' '.join(command)}" in done.out.partition("Examples")[2]
    assert "textconv " not in done.out
