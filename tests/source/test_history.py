"""The history of a file: the commits that changed it, whatever it was called and whatever the user has set."""

import os
import subprocess
from pathlib import Path

import pytest

from cjm.errors import CjmError
from cjm.source.commit import Commit
from cjm.source.git import Repository
from cjm.source.history import Revision, history
from tests.repositories import ODD, Work, begin

MAP = "cjm: 1\ntitle: T\nstages:\n  - name: a\n    evidence: survey\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    return begin(tmp_path / "work", monkeypatch)


def test_the_history_of_a_file_follows_its_renames(work: Work) -> None:
    expected: list[Revision] = []
    for path, text in (("a.yaml", "1"), ("in/b c.yaml", "2"), ("in/é.yaml", "3")):
        old = expected[-1].path if expected else ""
        if old:
            work.move(old, path)
        commit = work.commit({} if old else {path: MAP}, f"to {path}")
        expected.append(revision(work, commit, path, f"to {path}"))
        commit = work.commit({path: MAP + f"summary: {text}\n"}, "")
        expected.append(revision(work, commit, path, ""))
        work.commit({"other.txt": text})
    assert told(work, "in/é.yaml") == expected
    assert {each.date.isoformat() for each in expected} == {"2026-03-01T10:00:00+02:00"}


def revision(work: Work, commit: str, path: str, subject: str) -> Revision:
    repository = Repository.around(work.root)
    found = history(repository, path, commit)[-1]
    assert found.blob == (Commit(repository, commit, work.root).blob(path) if path else "")
    return Revision(commit, found.date, subject, path, found.blob)


def told(work: Work, path: str, ref: str = "HEAD") -> list[Revision]:
    repository = Repository.around(work.root)
    return history(repository, path, repository.commit(ref))


@pytest.mark.parametrize("name", ODD)
def test_any_name_has_a_history(work: Work, name: str) -> None:
    work.commit({name: MAP, "*": MAP})
    work.move(name, f"in/{name}")
    work.commit({})
    work.commit({f"in/{name}": MAP + "\n", "?": "1", "in/?x": "2"})
    assert [each.path for each in told(work, f"in/{name}")] == [name, f"in/{name}", f"in/{name}"]


def test_a_file_that_was_deleted_and_came_back(work: Work) -> None:
    work.commit({"a.yaml": MAP})
    work.commit({"a.yaml": None})
    work.commit({"b.yaml": "something else"})
    work.commit({"a.yaml": MAP + "\n"})
    assert [(each.path, bool(each.blob)) for each in told(work, "a.yaml")] == [
        ("a.yaml", True), ("", False), ("a.yaml", True),
    ]  # fmt: skip
    work.commit({"a.yaml": None})
    assert [each.path for each in told(work, "a.yaml")] == ["a.yaml", "", "a.yaml", ""]
    assert told(work, "nothing.yaml") == []


def test_a_history_that_git_cannot_tell_is_no_bug(work: Work) -> None:
    work.commit({"a.yaml": MAP})
    with pytest.raises(CjmError, match=r"git cannot read the history of a.yaml: bad object"):
        history(Repository.around(work.root), "a.yaml", "1" * 40)


def test_a_copy_has_a_history_of_its_own(work: Work) -> None:
    work.commit({"today.yaml": MAP})
    work.commit({"tomorrow.yaml": MAP}, "a copy")
    assert [each.subject for each in told(work, "tomorrow.yaml")] == ["a copy"]


def test_a_merge_stands_for_its_branch(work: Work) -> None:
    work.commit({"a.yaml": MAP}, "first")
    work.git("switch", "-q", "-c", "topic")
    work.move("a.yaml", "b.yaml")
    work.commit({}, "topic 1")
    work.commit({"b.yaml": MAP + "summary: x\n"}, "topic 2")
    work.git("switch", "-q", "main")
    work.commit({"other.txt": ""}, "meanwhile")
    work.git("merge", "-q", "--no-ff", "-m", "merge", "topic")
    work.commit({"b.yaml": MAP}, "last")
    assert [(each.subject, each.path) for each in told(work, "b.yaml")] == [
        ("first", "a.yaml"), ("merge", "b.yaml"), ("last", "b.yaml"),
    ]  # fmt: skip


def test_a_file_that_was_a_folder_once(work: Work) -> None:
    work.commit({"a.yaml/b.yaml": "x", "a.yaml/c.yaml": "y"})
    (work.root / "a.yaml/b.yaml").unlink()
    (work.root / "a.yaml/c.yaml").unlink()
    (work.root / "a.yaml").rmdir()
    work.commit({"a.yaml": MAP}, "a file")
    assert [each.subject for each in told(work, "a.yaml")] == ["a file"]


@pytest.mark.parametrize(
    ("key", "value"),
    [("log.follow", "true"), ("log.showSignature", "true"), ("diff.renames", "copies"), ("log.date", "relative"),
     ("log.diffMerges", "off"), ("color.ui", "always"), ("core.quotePath", "true"), ("i18n.logOutputEncoding", "ISO-8859-1"),
     ("format.pretty", "full"), ("core.abbrev", "4"), ("diff.noprefix", "true"), ("diff.orderFile", "/dev/null")],
)  # fmt: skip
def test_no_setting_of_the_user_changes_the_history(work: Work, key: str, value: str) -> None:
    work.commit({"a.yaml": MAP}, "première")
    work.move("a.yaml", "é.yaml")
    work.commit({}, "zweite :100644 100644 0 0 A")
    before = told(work, "é.yaml")
    work.git("config", key, value)
    assert told(work, "é.yaml") == before
    assert [each.subject for each in before] == ["première", "zweite :100644 100644 0 0 A"]


def test_the_history_survives_messages_that_are_not_utf8(work: Work) -> None:
    work.commit({"a.yaml": MAP})
    (work.root / "message").write_bytes(b"caf\xe9 \x01 :1 2\n\nmore")
    work.write({"a.yaml": MAP + "\n"})
    work.git("commit", "-q", "-F", work.root / "message", "a.yaml")
    assert told(work, "a.yaml")[-1].subject == "café \x01 :1 2"


def test_a_date_that_no_calendar_knows_is_the_beginning_of_time(work: Work) -> None:
    work.commit({"a.yaml": MAP})
    tree = work.git("rev-parse", "HEAD^{tree}")
    who = "Ana <ana@example.org> 99999999999999 +0000"
    text = f"tree {tree}\nauthor {who}\ncommitter {who}\n\nodd\n".encode()
    made = subprocess.run(
        ["git", "-C", work.root, "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        input=text, check=True, capture_output=True, env=dict(os.environ),
    )  # fmt: skip
    commit = made.stdout.decode().strip()
    assert [(each.subject, each.date.year) for each in told(work, "a.yaml", commit)] == [("odd", 1970)]
