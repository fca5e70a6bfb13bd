"""Git: what a ref names, what stands in a commit, and how a file came to be what it is."""

import gc
import subprocess
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.config import Config
from cjm.errors import CjmError
from cjm.source.commit import Commit
from cjm.source.disk import Disk
from cjm.source.git import Repository
from cjm.source.history import history
from cjm.source.project import Files, Project
from cjm.source.tree import MAX_BYTES
from tests.repositories import ODD, Work, begin

MAP = "cjm: 1\ntitle: T\nuses: lib.cjm.yaml\nstages:\n  - name: a\n    evidence: survey\n"
LIBRARY = "cjm: 1\nkind: library\nresearch: [{id: survey, n: 40}]\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    return begin(tmp_path / "work", monkeypatch)


def at(work: Work, ref: str = "HEAD", root: Path | None = None) -> Commit:
    repository = Repository.around(work.root)
    return Commit(repository, repository.commit(ref), root or work.root)


def everything(_: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("ref", "place"),
    [("HEAD", 1), ("@", 1), ("main", 1), ("HEAD~1", 0), ("HEAD^", 0), ("v1", 0), ("plain", 0), ("fix/a-b", 0),
     ("refs/heads/main", 1), ("main^{tree}", None), ("main:a.txt", None), ("nobody", None), ("HEAD~2", None), ("", None),
     ("-x", None), ("--all", None), ("--git-dir", None), ("main\n", None), ("main main", None), ("HEAD..main", None), ("é", None)],
)  # fmt: skip
def test_what_names_a_commit(work: Work, ref: str, place: int | None) -> None:
    commits = [work.commit({"a.txt": "1"})]
    work.git("tag", "-a", "v1", "-m", "first")
    work.git("tag", "plain")
    work.git("branch", "fix/a-b")
    commits.append(work.commit({"a.txt": "2"}))
    found = Repository.around(work.root).find(ref)
    assert found == (None if place is None else commits[place])


def test_short_hashes_name_commits_and_shorter_ones_near_names(work: Work) -> None:
    commit = work.commit({"a.txt": "1"})
    assert Repository.around(work.root).find(commit[:8]) == commit


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("mian", "git knows no commit, branch or tag ‘mian’. Did you mean ‘main’?"),
        ("mian~3", "git knows no commit, branch or tag ‘mian~3’. Did you mean ‘main’?"),
        ("topic", "git knows no commit, branch or tag ‘topic’. Did you mean ‘there/topic’?"),
        ("main~5", "git knows no commit, branch or tag ‘main~5’. Did you mean ‘main’?"),
        ("zzzzzz", "git knows no commit, branch or tag ‘zzzzzz’."),
        ("--all", "git knows no commit, branch or tag ‘--all’."),
        ("main..topic", "git knows no commit ‘main..topic’: a range is given as two operands, main topic."),
        ("main...", "git knows no commit ‘main...’: a range is given as two operands, main HEAD."),
    ],
)
def test_what_is_said_of_an_unknown_ref(work: Work, ref: str, told: str) -> None:
    commit = work.commit({"a.txt": "1"})
    work.git("update-ref", "refs/remotes/there/topic", commit)
    with pytest.raises(CjmError) as caught:
        Repository.around(work.root).commit(ref)
    assert str(caught.value) == told


def test_a_repository_without_commits_says_so(work: Work) -> None:
    with pytest.raises(CjmError, match="has no commit yet"):
        Repository.around(work.root).commit("HEAD")


def test_a_shallow_clone_says_how_to_fetch_the_rest(work: Work, tmp_path: Path) -> None:
    for number in range(3):
        work.commit({"a.txt": str(number)})
    work.git("clone", "-q", "--depth", "1", f"file://{work.root}", tmp_path / "clone")
    repository = Repository.around(tmp_path / "clone")
    assert repository.is_shallow
    with pytest.raises(CjmError, match="git fetch --unshallow"):
        repository.commit("HEAD~1")
    assert [each.path for each in history(repository, "a.txt", repository.commit("HEAD"))] == ["a.txt"]


def no_repository(work: Work) -> Path:
    return work.root.parent


def git_folder(work: Work) -> Path:
    return work.root / ".git"


@pytest.mark.parametrize(
    ("folder", "told"), [(no_repository, "lies in no git repository"), (git_folder, "must be run in a work tree")]
)
def test_where_there_is_no_repository(work: Work, folder: Callable[[Work], Path], told: str) -> None:
    with pytest.raises(CjmError, match=told):
        Repository.around(folder(work))


def test_without_the_program_git_older_versions_cannot_be_read(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    work.commit({"a.txt": "1"})
    repository = Repository.around(work.root)
    commit = repository.commit("HEAD")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CjmError, match="git was not found"):
        Repository.around(work.root)
    with pytest.raises(CjmError, match="git was not found"):
        Commit(repository, commit, work.root).read("a.txt")


def test_a_bare_repository(work: Work, tmp_path: Path) -> None:
    work.commit({"in/a.cjm.yaml": MAP, "in/lib.cjm.yaml": LIBRARY})
    work.git("clone", "-q", "--bare", work.root, tmp_path / "bare")
    repository = Repository.around(tmp_path / "bare")
    assert (repository.is_bare, repository.root) == (True, tmp_path / "bare")
    files = Commit(repository, repository.commit("main"), repository.root)
    project = Project(repository.root, Config(), files)
    assert project.find([])[0] == ["in/a.cjm.yaml", "in/lib.cjm.yaml"]
    assert cjm.read(project, ["in/a.cjm.yaml"]).findings == ()


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_a_commit_lists_and_reads_what_stood_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    work = begin(tmp_path / "work", monkeypatch, f"--object-format={form}")
    names = [f"{folder}{name}.cjm.yaml" for name in ODD for folder in ("", f"{name}/", "deep/er/")]
    work.commit(
        {**{name: f"title: {number}" for number, name in enumerate(names)}, ".hidden/a": "", "in/.b": "", "run": "x"}
    )
    (work.root / "run").chmod(0o755)
    work.commit({})
    commit, disk = at(work), Disk(work.root)
    assert commit.find(".", everything) == disk.find(".", everything) == sorted([*names, "run"])
    assert commit.find("deep/er", everything) == disk.find("deep/er", everything)
    for name in [*names, "in/.b", "run"]:
        assert (commit.read(name), commit.is_there(name), commit.is_folder(name)) == (disk.read(name), True, False)
    assert form == "sha256" or [commit.blob(name) for name in names] == [disk.blob(name) for name in names]
    assert commit.is_folder("deep")
    assert not commit.is_there("deep/no")


def test_a_commit_is_read_whatever_stands_on_disk(work: Work) -> None:
    work.commit({"maps/a.cjm.yaml": MAP, "maps/lib.cjm.yaml": LIBRARY})
    work.write({"maps/a.cjm.yaml": "nonsense", "maps/lib.cjm.yaml": None, "maps/new.cjm.yaml": MAP})
    project = Project(work.root, Config(), at(work))
    assert project.find([])[0] == ["maps/a.cjm.yaml", "maps/lib.cjm.yaml"]
    assert project.find([work.root / "maps", work.root / "maps/new.cjm.yaml"]) == (
        ["maps/a.cjm.yaml", "maps/lib.cjm.yaml"], [str(work.root / "maps/new.cjm.yaml")],
    )  # fmt: skip
    loaded = cjm.read(project, ["maps/a.cjm.yaml"])
    assert (loaded.findings, loaded.maps[0].research[0].id) == ((), "survey")
    assert project.line("maps/a.cjm.yaml", 2) == "title: T"


def test_findings_at_a_commit_have_the_places_of_then(work: Work) -> None:
    work.commit({"a.cjm.yaml": MAP + "foo: 1\n"})
    work.write({"a.cjm.yaml": "\n\n" + MAP})
    project = Project(work.root, Config(), at(work))
    findings = cjm.read(project, project.find([])[0]).findings
    assert [(each.span and each.span.line, each.message) for each in findings] == [
        (3, "‘lib.cjm.yaml’ does not exist."), (7, "‘foo’ is no key of a map."),
    ]  # fmt: skip


def test_what_a_map_may_use_at_a_commit(work: Work) -> None:
    """Below the project, and around a file that was named: as on disk."""
    uses = MAP.replace("lib.cjm.yaml", "../lib.cjm.yaml")
    work.commit({"lib.cjm.yaml": LIBRARY, "inside/a.cjm.yaml": uses, "inside/cjm.toml": "", "other/b.cjm.yaml": uses})
    root = work.root / "inside"

    def messages(files: Files, *paths: Path) -> list[str]:
        project = Project(root, Config(), files)
        return [finding.message for finding in cjm.read(project, project.find(paths)[0]).findings]

    for files in (lambda: Disk(root), lambda: at(work, root=root)):
        assert messages(files()) == ["‘../lib.cjm.yaml’ lies outside this project."]
        assert messages(files(), work.root / "other") == []


@pytest.mark.parametrize("name", ["../../work.txt", "/etc/passwd", "..", "../other/x"])
def test_nothing_is_read_outside_the_repository(work: Work, name: str) -> None:
    work.commit({"a.txt": "1"})
    commit = at(work)
    assert (commit.read(name), commit.is_there(name), commit.blob(name)) == ("lies outside this project", False, "")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("in/a.txt", b"1"), ("./in/../in/a.txt", b"1"), ("LINK2", b"1"), ("FOLDER/a.txt", b"1"), ("in", "is a folder, not a file"),
        ("absent", "does not exist"), ("LINK", "does not exist"), ("../outside.txt", "does not exist"), ("/etc/passwd", "does not exist"),
        ("in/a.txt/b", "does not exist"),
    ],
)  # fmt: skip
def test_links_are_followed_inside_the_commit_alone(work: Work, target: str, told: bytes | str) -> None:
    (work.root.parent / "outside.txt").write_text("no")
    for name, place in (("LINK", target), ("LINK2", "in/a.txt"), ("FOLDER", "in")):
        (work.root / name).symlink_to(place)
    work.commit({"in/a.txt": "1"})
    commit = at(work)
    assert commit.read("LINK") == told
    listed = commit.find(".", everything)
    assert listed == [*(["LINK"] if isinstance(told, bytes) else []), "LINK2", "in/a.txt"]


def test_another_repository_inside_is_a_folder_without_files(work: Work) -> None:
    commit = work.commit({"a.txt": "1"})
    work.git("update-index", "--add", "--cacheinfo", f"160000,{commit},sub")
    work.git("commit", "-q", "-m", "sub")
    found = at(work)
    assert (found.find(".", everything), found.read("sub"), found.is_there("sub/a.txt")) == (
        ["a.txt"], "is a folder, not a file", False,
    )  # fmt: skip


def test_what_is_too_large_is_cut_off_and_the_next_file_is_read(work: Work) -> None:
    work.commit({"a.cjm.yaml": b"a" * (MAX_BYTES + 100), "b.cjm.yaml": b"b" * MAX_BYTES, "c.cjm.yaml": MAP})
    commit = at(work)
    assert [len(commit.read(f"{name}.cjm.yaml")) for name in "abcab"] == [
        MAX_BYTES + 1, MAX_BYTES, len(MAP), MAX_BYTES + 1, MAX_BYTES,
    ]  # fmt: skip
    project = Project(work.root, Config(), commit)
    assert [each.rule for each in cjm.read(project, ["a.cjm.yaml"]).findings] == ["limit"]


def test_a_damaged_repository_is_no_bug(work: Work) -> None:
    work.commit({"a.txt": "1", "in/b.txt": "2", "c.txt": "3"})
    for name in ("a.txt", "in"):
        hash = work.git("rev-parse", f"HEAD:{name}")
        (work.root / ".git/objects" / hash[:2] / hash[2:]).unlink()
    commit = at(work)
    assert commit.read("a.txt") == "cannot be read: its content is not in this clone"
    assert commit.read("c.txt") == b"3"
    with pytest.raises(CjmError, match="git fsck"):
        commit.find(".", everything)


def test_one_process_reads_all_and_ends(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    original = subprocess.Popen

    def popen(*words: Any, **options: Any) -> Any:
        started.append(original(*words, **options))
        return started[-1]

    work.commit({f"{number}.txt": str(number) for number in range(50)})
    commit = at(work)
    monkeypatch.setattr(subprocess, "Popen", popen)
    assert [commit.read(f"{number}.txt") for number in range(50)] == [str(number).encode() for number in range(50)]
    commit.repository.objects.close()
    assert commit.read("7.txt") == b"7"
    assert [each.poll() is None for each in started] == [False, True]
    del commit
    gc.collect()
    assert [each.poll() is None for each in started] == [False, False]


def test_a_git_that_dies_is_started_again(work: Work) -> None:
    work.commit({"a.txt": "1"})
    commit = at(work)
    assert commit.read("a.txt") == b"1"
    for reader in commit.repository.objects._readers.values():
        reader.kill()
        reader.wait()
    assert commit.read("a.txt") == "cannot be read: its content is not in this clone"
    assert commit.read("a.txt") == b"1"


def _send(commit: Commit, names: list[str], sender: Any) -> None:
    sender.send([commit.read(name) for name in names])


def test_processes_that_fork_do_not_read_each_others_answers(work: Work) -> None:
    names = [f"{number}.txt" for number in range(300)]
    work.commit({name: name * 300 for name in names})
    commit = at(work)
    assert commit.read("1.txt") == b"1.txt" * 300
    context = get_context("fork")
    pipes = []
    for _ in range(3):
        receiver, sender = context.Pipe(duplex=False)
        context.Process(target=_send, args=(commit, names, sender), daemon=True).start()
        pipes.append(receiver)
    here = [commit.read(name) for name in names]
    assert [pipe.recv() for pipe in pipes] == [here] * 3 == [[name.encode() * 300 for name in names]] * 3
    commit.repository.objects.close()  # does not wait for the others, who have its pipe, too
