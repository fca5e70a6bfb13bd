"""Projects: which files are maps, what may be opened, and what is said where a file cannot be."""

import subprocess
from pathlib import Path

import pytest

import cjm
from cjm import config
from cjm.source.project import Project

MAP = b"cjm: 1\ntitle: T\nstages: [a]\n"
LIBRARY = b"cjm: 1\nkind: library\n"


def lay(root: Path, *names: str, data: bytes = MAP) -> None:
    """Put files there, folders included."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", root, *words], check=True, capture_output=True)


def found(root: Path, *maps: str, paths: tuple[Path, ...] = ()) -> list[str]:
    return Project(root, config.Config(maps) if maps else config.Config()).find(paths)[0]


@pytest.mark.parametrize("by_git", [True, False])
def test_the_maps_of_a_project(tmp_path: Path, *, by_git: bool) -> None:
    lay(
        tmp_path,
        "b.cjm.yaml",
        "a.cjm.yaml",
        "in/c.cjm.yaml",
        ".hidden/d.cjm.yaml",
        "in/.e.cjm.yaml",
        "f.yaml",
        "g.cjm.yml",
    )
    (tmp_path / "folder.cjm.yaml").mkdir()
    lay(tmp_path, "folder.cjm.yaml/h.cjm.yaml", "build/i.cjm.yaml")
    if by_git:
        git(tmp_path, "init", "-q")
        lay(tmp_path, ".gitignore", data=b"/build/\n")
    built = [] if by_git else ["build/i.cjm.yaml"]
    assert found(tmp_path) == ["a.cjm.yaml", "b.cjm.yaml", *built, "folder.cjm.yaml/h.cjm.yaml", "in/c.cjm.yaml"]
    assert found(tmp_path, paths=(tmp_path / "in",)) == ["in/c.cjm.yaml"]


def test_without_the_program_git_folders_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    lay(tmp_path, ".gitignore", data=b"/build/\n")
    lay(tmp_path, "build/a.cjm.yaml", ".hidden/b.cjm.yaml")
    monkeypatch.setenv("PATH", "")
    assert found(tmp_path) == ["build/a.cjm.yaml"]


def test_a_tracked_file_that_is_gone_is_no_map(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    lay(tmp_path, "a.cjm.yaml", "b.cjm.yaml")
    git(tmp_path, "add", ".")
    (tmp_path / "b.cjm.yaml").unlink()
    assert found(tmp_path) == ["a.cjm.yaml"]


@pytest.mark.parametrize(
    ("maps", "names"),
    [
        (["maps"], ["maps/a", "maps/in/b"]), (["maps/"], ["maps/a", "maps/in/b"]), (["./maps/in"], ["maps/in/b"]),
        (["."], ["maps/a", "maps/in/b", "old/c", "x[1]/d"]), (["**"], ["maps/a", "maps/in/b", "old/c", "x[1]/d"]),
        (["maps/*.cjm.yaml"], ["maps/a"]), (["*/*.cjm.yaml"], ["maps/a", "old/c", "x[1]/d"]), (["maps/**/*.cjm.yaml"], ["maps/a", "maps/in/b"]),
        (["**/b.cjm.yaml"], ["maps/in/b"]), (["ma?s"], ["maps/a", "maps/in/b"]), (["x[1]"], ["x[1]/d"]), (["old", "maps/in"], ["maps/in/b", "old/c"]),
        (["*.cjm.yaml"], []), (["map"], []), (["../**/*.cjm.yaml"], []), ([], []),
    ],
)  # fmt: skip
def test_globs_and_folders(tmp_path: Path, maps: list[str], names: list[str]) -> None:
    lay(tmp_path, "maps/a.cjm.yaml", "maps/in/b.cjm.yaml", "old/c.cjm.yaml", "x[1]/d.cjm.yaml")
    assert Project(tmp_path, config.Config(tuple(maps))).find([])[0] == [f"{name}.cjm.yaml" for name in names]


@pytest.mark.parametrize("by_git", [True, False])
@pytest.mark.parametrize("name", ["a b", "it's", 'say "x"', "a\nb", "a\tb", "é😀", "-x", "$HOME", "a\\b", "\udcff"])
def test_any_name_is_a_name(tmp_path: Path, name: str, *, by_git: bool) -> None:
    if by_git:
        git(tmp_path, "init", "-q")
    lay(tmp_path, f"{name}/{name}.cjm.yaml")
    names = [f"{name}/{name}.cjm.yaml"]
    assert found(tmp_path) == names
    assert found(tmp_path, f"{name}" if not name.startswith(".") else ".") == names
    assert found(tmp_path, paths=(tmp_path / name,)) == names
    loaded = cjm.load(tmp_path / names[0], root=tmp_path)
    assert (len(loaded.maps), loaded.findings) == (1, ())


def test_a_file_named_is_read_whatever_its_suffix_and_once(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "b.cjm.yaml")
    project = Project(tmp_path, config.Config())
    names, missing = project.find(
        [tmp_path / "a.txt", tmp_path, tmp_path / "b.cjm.yaml", tmp_path / "x" / ".." / "c", Path("n" * 300)]
    )
    assert names == ["a.txt", "b.cjm.yaml"]
    assert len(missing) == 2


def test_a_text_can_stand_for_a_file(tmp_path: Path) -> None:
    lay(tmp_path, "in/lib.cjm.yaml", data=LIBRARY)
    project = Project(tmp_path, config.Config())
    name = project.add(tmp_path / "in/new.cjm.yaml", MAP + b"uses: lib.cjm.yaml\n")
    assert name == "in/new.cjm.yaml"
    assert cjm.read(project, [name]).findings == ()


def messages(root: Path, *paths: Path) -> list[str]:
    return [finding.message for finding in cjm.load(*paths, root=root).findings]


@pytest.mark.parametrize(
    ("uses", "reason"),
    [
        ("lib.cjm.yaml", ""), ("./lib.cjm.yaml", ""), ("../inside/lib.cjm.yaml", ""), ("LINK", ""),
        ("absent.cjm.yaml", "does not exist"), ("../outside.cjm.yaml", "lies outside this project"), ("../../absent", "does not exist"),
        ("/etc/passwd", "lies outside this project"), ("OUT", "lies outside this project"), ("LOOP", "does not exist"),
        ("folder", "is a folder, not a file"), ("n" * 300, "does not exist"), ('"a\\0b"', "does not exist"),
    ],
)  # fmt: skip
def test_what_a_map_may_use(tmp_path: Path, uses: str, reason: str) -> None:
    root = tmp_path / "inside"
    lay(tmp_path, "inside/lib.cjm.yaml", "outside.cjm.yaml", data=LIBRARY)
    (root / "folder").mkdir()
    for name, target in (("LINK", "lib.cjm.yaml"), ("OUT", "../outside.cjm.yaml"), ("LOOP", "LOOP")):
        (root / name).symlink_to(target)
    lay(root, "cjm.toml", data=b"")
    lay(root, "a.cjm.yaml", data=MAP + f"uses: {uses}\n".encode())
    said = messages(root, root / "a.cjm.yaml")
    assert said == (
        [f"‘{uses}’ {reason}."] if reason and "\\0" not in uses else ["‘a\0b’ does not exist."] if reason else []
    )


@pytest.mark.parametrize("paths", [(), ("link.cjm.yaml",), (".",)])
def test_a_map_that_is_a_link_out_of_the_project_is_refused_aloud(tmp_path: Path, paths: tuple[str, ...]) -> None:
    lay(tmp_path, "outside.cjm.yaml")
    root = tmp_path / "inside"
    lay(root, "cjm.toml", data=b"")
    (root / "link.cjm.yaml").symlink_to("../outside.cjm.yaml")
    assert messages(root, *(root / path for path in paths)) == ["This file lies outside this project."]


@pytest.mark.parametrize(("mark", "is_fine"), [("", False), ("cjm.toml", True), (".git/HEAD", True)])
def test_a_file_from_elsewhere_may_use_what_lies_in_its_own_project(
    tmp_path: Path, mark: str, *, is_fine: bool
) -> None:
    lay(tmp_path, "here/cjm.toml", data=b"")
    lay(tmp_path, "there/maps/a.cjm.yaml", data=MAP + b"uses: ../lib.cjm.yaml\n")
    lay(tmp_path, "there/lib.cjm.yaml", data=LIBRARY)
    if mark:
        lay(tmp_path, f"there/{mark}", data=b"")
    assert (messages(tmp_path / "here", tmp_path / "there/maps/a.cjm.yaml") == []) is is_fine


@pytest.mark.parametrize(("number", "told"), [(5, "Input/output error"), (13, "Permission denied")])
def test_an_error_of_reading_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    """The error is made: in CI everything may be read."""

    def fail(*_: object) -> bytes:
        raise OSError(number, told)

    lay(tmp_path, "a.cjm.yaml")
    monkeypatch.setattr("builtins.open", fail)
    assert messages(tmp_path) == [f"This file cannot be read: {told.lower()}."]


def test_findings_come_in_the_order_of_files_and_lines_those_of_syntax_among_them(tmp_path: Path) -> None:
    lay(tmp_path, "b.cjm.yaml", data=MAP + b"foo: 1\nsummary: a: b\nbar: 2\n")
    lay(tmp_path, "a.cjm.yaml", data=MAP + b"baz: 1\n")
    findings = cjm.load(root=tmp_path).findings
    assert [(each.route.path[0], each.span and each.span.line, each.rule) for each in findings] == [
        ("a", 4, "unknown-key"), ("b", 4, "unknown-key"), ("b", 5, "syntax"), ("b", 6, "unknown-key"),
    ]  # fmt: skip
