"""``cjm fmt``, as users call it."""

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run

UNTIDY = "title: A visit\ncjm: 1\nstages:\n- name: Enter # first\n  feels: 1\n"
TIDY = "cjm: 1\ntitle: A visit\n\nstages:\n  - name: Enter # first\n    feels: 1\n"
BROKEN = "cjm: 1\ntitle: Hm: well\n"


def write(path: Path, text: str = UNTIDY) -> Path:
    path.write_bytes(text.encode())
    return path


def test_files_are_formatted_and_counted(cjm: Run, project: Path) -> None:
    for name in "ab":
        write(project / f"{name}.cjm.yaml")
    write(project / "c.cjm.yaml", TIDY)
    done = cjm("fmt")
    assert (done.code, done.out, done.err) == (0, "2 files formatted, 1 left as it was.\n", "")
    assert {path.read_text("utf-8") for path in project.glob("*.yaml")} == {TIDY}
    assert cjm("fmt").out == "3 files left as they were.\n"


def test_libraries_and_maps_with_errors_of_the_format_are_formatted(cjm: Run, project: Path) -> None:
    library = write(project / "l.cjm.yaml", "personas:\n- name: Ann\n  id: ann\nkind: library\ncjm: 1\n")
    wrong = write(project / "w.cjm.yaml", "cjm: 1\nstages:\n- feels: 9\n  nam: A\n")
    assert cjm("fmt").code == 0
    assert library.read_text("utf-8") == "cjm: 1\nkind: library\npersonas:\n  - id: ann\n    name: Ann\n"
    assert wrong.read_text("utf-8") == "cjm: 1\n\nstages:\n  - feels: 9\n    nam: A\n"


def test_a_file_with_errors_of_yaml_is_left_alone_and_told_of(cjm: Run, project: Path) -> None:
    broken, good = write(project / "a.cjm.yaml", BROKEN), write(project / "b.cjm.yaml")
    done = cjm("fmt")
    assert (done.code, done.out) == (1, "1 file formatted, 1 with errors left alone.\n")
    assert "a.cjm.yaml:2:" in done.err
    assert broken.read_text("utf-8") == BROKEN
    assert good.read_text("utf-8") == TIDY


@pytest.mark.parametrize(
    ("options", "code", "out", "err"),
    [
        (("--check",), 1, "a.cjm.yaml\n", "1 file would be formatted, 1 in order.\n"),
        (("--check", "b.cjm.yaml"), 0, "", "1 file in order.\n"),
        (("--diff", "b.cjm.yaml"), 0, "", "1 file in order.\n"),
    ],
)
def test_a_check_changes_nothing(  # noqa: PLR0917  (two fixtures and four columns)
    cjm: Run, project: Path, options: tuple[str, ...], code: int, out: str, err: str
) -> None:
    path = write(project / "a.cjm.yaml")
    write(project / "b.cjm.yaml", TIDY)
    done = cjm("fmt", *options)
    assert (done.code, done.out, done.err) == (code, out, err)
    assert path.read_text("utf-8") == UNTIDY


@pytest.mark.parametrize(("options", "code"), [(("--diff",), 0), (("--diff", "--check"), 1)])
def test_a_diff_changes_nothing(cjm: Run, project: Path, options: tuple[str, ...], code: int) -> None:
    path = write(project / "a.cjm.yaml", UNTIDY.replace("Enter", "Ent\u202eer"))
    done = cjm("fmt", *options)
    assert done.code == code
    assert done.out.splitlines()[:5] == [
        "--- a.cjm.yaml",
        "+++ a.cjm.yaml",
        "@@ -1,5 +1,6 @@",
        "+cjm: 1",
        " title: A visit",
    ]
    assert "\u202e" not in done.out
    assert path.read_text("utf-8") != TIDY


def test_a_diff_is_coloured_where_it_is_wanted(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "a.cjm.yaml")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m+cjm: 1" in cjm("fmt", "--diff").out


def test_standard_input_to_standard_output(cjm: Run, project: Path) -> None:
    done = cjm("fmt", "-", stdin=UNTIDY)
    assert (done.code, done.out, done.err) == (0, TIDY, "")
    assert cjm("fmt", "-", stdin=TIDY).out == TIDY
    assert cjm("fmt", "-", "--check", "--stdin-filename", "x.cjm.yaml", stdin=UNTIDY).out == "x.cjm.yaml\n"
    broken = cjm("fmt", "-", stdin=BROKEN)
    assert (broken.code, broken.out) == (1, "")
    assert "stdin.cjm.yaml:2:" in broken.err
    assert list(project.glob("*.yaml")) == []


def test_standard_input_beside_files(cjm: Run, project: Path) -> None:
    path = write(project / "a.cjm.yaml")
    done = cjm("fmt", "a.cjm.yaml", "-", stdin=UNTIDY)
    assert (done.out, done.err) == (TIDY, "2 files formatted.\n")
    assert path.read_text("utf-8") == TIDY


def test_mode_link_mark_and_line_breaks(cjm: Run, project: Path) -> None:
    path = write(project / "a.cjm.yaml", "\ufeff" + UNTIDY.replace("\n", "\r\n"))
    path.chmod(0o600)
    link = project / "b.cjm.yaml"
    link.symlink_to(path)
    assert cjm("fmt", "b.cjm.yaml").code == 0
    assert link.is_symlink()
    assert path.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    write(path, "\ufeff" + TIDY)
    assert cjm("fmt", "--check", "a.cjm.yaml").code == 1


def test_a_path_that_is_missing(cjm: Run, project: Path) -> None:
    write(project / "a.cjm.yaml")
    done = cjm("fmt", "a.cjm.yaml", "none.cjm.yaml")
    assert done.code == 2
    assert "there is no file or folder none.cjm.yaml" in done.err
    assert (project / "a.cjm.yaml").read_text("utf-8") == TIDY


def test_a_text_that_would_say_something_else_is_a_bug_and_changes_nothing(
    cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project / "a.cjm.yaml")
    monkeypatch.setattr("cjm.source.format.spell", lambda *_, **__: "else")
    done = cjm("fmt")
    assert done.code == 70
    assert "a.cjm.yaml was left as it is: written anew, it would not say what it should." in done.err
    assert path.read_text("utf-8") == UNTIDY


MAP = """\
cjm: 1
title: T
uses: l.cjm.yaml
persona: Ann
actors: [Clerk, Boss]
metrics:
  - {kind: nps, value: 3}

stages:
  - Enter
  - name: Pay
    onstage: Clerk
    backstage: {does: Counts, actor: Boss}
    pains:
      - Queue
      - {text: Queue, severity: 3}
    opportunities: {title: "How might we hurry?"}
    touchpoints: [Till]
  - "..."
"""
NAMED = """\
cjm: 1
title: T
uses: l.cjm.yaml
persona: Ann
actors: [{id: clerk, name: Clerk}, Boss]
metrics:
  - {id: nps, kind: nps, value: 3}

stages:
  - {id: enter, name: Enter}

  - id: pay
    name: Pay
    onstage: Clerk
    backstage: {does: Counts, actor: Boss}
    pains:
      - {id: queue, text: Queue}
      - {text: Queue, severity: 3}
    opportunities: {id: how-might-we-hurry, title: "How might we hurry?"}
    touchpoints: [{id: till, name: Till}]

  - "..."
"""


def test_ids_are_written_down(cjm: Run, project: Path) -> None:
    write(project / "l.cjm.yaml", "cjm: 1\nkind: library\nactors:\n  - {id: boss, name: The boss}\n")
    path = write(project / "a.cjm.yaml", MAP)
    before = cjm("validate", "-f", "json").out
    assert cjm("fmt", "--ids").out == "1 file formatted, 1 left as it was.\n"
    assert path.read_text("utf-8") == NAMED
    assert cjm("fmt", "--ids", "--check").code == 0
    assert cjm("validate", "-f", "json").out == before


def test_ids_of_what_is_no_map_and_of_what_is_wrong(cjm: Run, project: Path) -> None:
    write(project / "a.cjm.yaml", "- a\n-   b\n")
    write(project / "b.cjm.yaml", "cjm: 1\nstages:\n  - nam: A\n    pains: [Queue]\n")
    assert cjm("fmt", "--ids").code == 0
    assert (project / "a.cjm.yaml").read_text("utf-8") == "- a\n- b\n"
    assert "pains: [{id: queue, text: Queue}]" in (project / "b.cjm.yaml").read_text("utf-8")
