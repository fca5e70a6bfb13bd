"""``cjm merge``, as users and git call it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.repositories import begin

BASE = """cjm: 1
title: A visit to the shop   # who named it so?

stages:
  - name: Enter
    does: Looks around
    feels: 1
    pains: [It is dark]
  # the till
  - name: Pay
    id: pay
    does: Waits in line
    feels: -1
    evidence: [survey]
research:
  - {id: survey, method: survey, n: 40}
  - {id: talks, method: interview, n: 8}
"""


def files(folder: Path, base: str | bytes, ours: str | bytes, theirs: str | bytes) -> tuple[str, str, str]:
    """Three files in a folder."""
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / f"{name}.cjm.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return "base.cjm.yaml", "ours.cjm.yaml", "theirs.cjm.yaml"


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({"feels: 1": "feels: 2"}, {"feels: -1": "feels: 0"}, {"feels: 1": "feels: 2", "feels: -1": "feels: 0"}),
        ({"[It is dark]": "[It is dark, It is loud]"}, {"Looks around": "Looks up"},
         {"[It is dark]": "[It is dark, It is loud]", "Looks around": "Looks up"}),
        ({"evidence: [survey]": "evidence: [survey, talks]"}, {"    evidence: [survey]\n": "    thinks: How long?\n"}, None),
        ({"evidence: [survey]": "evidence: [talks, survey]"}, {"Waits in line": "Waits"},
         {"evidence: [survey]": "evidence: [talks, survey]", "Waits in line": "Waits"}),
        ({"# the till": "# the till, upstairs"}, {"Waits in line": "Waits"},
         {"# the till": "# the till, upstairs", "Waits in line": "Waits"}),
    ],
)  # fmt: skip
def test_what_lies_apart_is_merged(
    cjm: Run, project: Path, ours: dict[str, str], theirs: dict[str, str], expected: dict[str, str] | None
) -> None:
    done = cjm("merge", *files(project, BASE, changed(ours), changed(theirs)))
    if expected is None:
        assert done.code == 1
        assert "<<<<<<< ours: evidence of stage ‘Pay’" in done.out
    else:
        assert (done.code, done.out, done.err) == (0, changed(expected), "")


def changed(parts: dict[str, str], text: str = BASE) -> str:
    for old, new in parts.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_moved_here_and_edited_there_is_moved_and_edited(cjm: Run, project: Path) -> None:
    first, second = BASE[BASE.index("  - name: Enter") : BASE.index("  # the till")], BASE[BASE.index("  # the till") :]
    pay = second[: second.index("research")]
    ours = BASE.replace(first + pay, pay + first)
    done = cjm("merge", *files(project, BASE, ours, changed({"Waits in line": "Waits outside"})))
    assert (done.code, done.out) == (0, ours.replace("Waits in line", "Waits outside"))


def test_a_conflict_has_the_smallest_markers_and_a_hint(cjm: Run, project: Path) -> None:
    done = cjm("merge", *files(project, BASE, changed({"feels: -1": "feels: 0"}), changed({"feels: -1": "feels: -2"})))
    marked = "<<<<<<< ours: feels of stage ‘Pay’\n    feels: 0\n=======\n    feels: -2\n>>>>>>> theirs: feels of stage ‘Pay’\n"
    assert (done.code, done.out) == (1, BASE.replace("    feels: -1\n", marked))
    assert "both sides changed the feels of stage ‘Pay’" in done.err
    assert "delete the lines with markers, then run cjm validate" in done.err


def test_deleted_here_and_changed_there_is_a_conflict(cjm: Run, project: Path) -> None:
    ours = BASE[: BASE.index("  # the till")] + BASE[BASE.index("research:") :]
    done = cjm("merge", *files(project, BASE, ours, changed({"Waits in line": "Waits outside"})))
    assert done.code == 1
    assert "Waits outside" in done.out
    assert "<<<<<<< ours: stage ‘Pay’, not here\n=======\n" in done.out
    done = cjm("merge", *files(project, BASE, ours, BASE.replace("Looks around", "Looks up")))
    assert (done.code, done.out) == (0, ours.replace("Looks around", "Looks up"))


def test_one_id_added_twice_with_different_bodies_is_a_conflict(cjm: Run, project: Path) -> None:
    added = [f"{BASE}  - {{id: diary, method: diary, n: {count}}}\n" for count in (1, 2)]
    done = cjm("merge", *files(project, BASE, *added))
    assert done.code == 1
    assert "research ‘diary’" in done.out
    done = cjm("merge", *files(project, BASE, added[0], added[0]))
    assert (done.code, done.out) == (0, added[0])


def test_what_both_add_is_both_there(cjm: Run, project: Path) -> None:
    ours, theirs = (f"{BASE}  - {{id: {id}, method: diary, n: 3}}\n" for id in ("mine", "yours"))
    done = cjm("merge", *files(project, BASE, ours, theirs))
    assert (done.code, done.out) == (0, f"{ours}  - {{id: yours, method: diary, n: 3}}\n")


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: f"\ufeff{text}", str.rstrip])
def test_line_ends_and_marks_stay_as_ours_has_them(cjm: Run, project: Path, change: object) -> None:
    assert callable(change)
    ours = change(changed({"feels: 1": "feels: 2"}))
    done = cjm("merge", *files(project, BASE, ours, changed({"Waits in line": "Waits"})), "-o", "out.cjm.yaml")
    assert done.code == 0
    assert (project / "out.cjm.yaml").read_bytes() == ours.replace("Waits in line", "Waits").encode()


def test_an_unreadable_version_leaves_the_markers_of_lines(cjm: Run, project: Path) -> None:
    done = cjm("merge", *files(project, BASE, changed({"feels: 1": "feels: [1"}), changed({"feels: -1": "feels: 0"})))
    assert done.code == 2
    assert done.out == changed({"feels: 1": "feels: [1", "feels: -1": "feels: 0"})  # as git merges lines
    assert "Our version is no readable map, line 7: " in done.err


def test_a_text_that_cannot_be_merged_by_entries_is_not_lost(cjm: Run, project: Path) -> None:
    texts = [
        f"{{cjm: 1, title: {title}, stages: [{{name: {name}}}]}}\n"
        for title, name in (("A", "x"), ("B", "x"), ("A", "y"))
    ]
    done = cjm("merge", *files(project, *texts))
    assert done.code == 1
    assert "title: B" in done.out
    assert "name: y" in done.out


def test_a_merge_that_breaks_a_reference_is_not_merged(cjm: Run, project: Path) -> None:
    ours = changed({"evidence: [survey]": "evidence: [talks]"})
    theirs = BASE.replace("  - {id: talks, method: interview, n: 8}\n", "")
    done = cjm("merge", *files(project, BASE, ours, theirs))
    assert done.code == 1
    assert "talks" in done.err
    assert "<<<<<<<" in done.out


def test_a_report_for_programs(cjm: Run, project: Path) -> None:
    three = files(project, BASE, changed({"feels: -1": "feels: 0"}), changed({"feels: -1": "feels: -2"}))
    cjm("merge", *three, "--report", "report.json", "--marker-size", "9", "-o", "out.cjm.yaml")
    report = json.loads((project / "report.json").read_text("utf-8"))
    assert report == {
        "schema": "cjm.merge/1", "merged": False, "conflicts": ["feels of stage ‘Pay’"], "doubts": [], "unread": None,
    }  # fmt: skip
    assert "<<<<<<<<< ours" in (project / "out.cjm.yaml").read_text("utf-8")


def test_the_driver_writes_ours(cjm: Run, project: Path) -> None:
    three = files(project, BASE, changed({"feels: 1": "feels: 2"}), changed({"Waits in line": "Waits"}))
    assert cjm("merge", "--driver", *three, "7", "shop.cjm.yaml").code == 0
    merged = changed({"feels: 1": "feels: 2", "Waits in line": "Waits"})
    assert (project / "ours.cjm.yaml").read_text("utf-8") == merged


@pytest.mark.parametrize(("failure", "code"), [(RuntimeError, 70), (KeyboardInterrupt, 130)])
def test_a_driver_that_fails_leaves_markers(
    cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException], code: int
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("cjm.cli.drivers.merged", fail)
    three = files(project, BASE, changed({"feels: 1": "feels: 2"}), changed({"Waits in line": "Waits"}))
    assert cjm("merge", "--driver", *three, "7", "shop.cjm.yaml").code == code
    text = (project / "ours.cjm.yaml").read_text("utf-8")
    assert "<<<<<<< ours\n" in text
    assert "feels: 2" in text
    assert "does: Waits\n" in text


def test_a_merge_made_elsewhere_is_checked(
    cjm: Run, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = begin(tmp_path, monkeypatch)
    work.commit({"shop.cjm.yaml": BASE})
    work.git("checkout", "-qb", "spring")
    work.commit({"shop.cjm.yaml": changed({"Waits in line": "Waits"})})
    work.git("checkout", "-q", "-")
    work.commit({"shop.cjm.yaml": changed({"feels: 1": "feels: 2"})})
    work.git("merge", "-q", "--no-ff", "-m", "Merge", "spring")
    done = cjm("merge", "--verify", "HEAD")
    assert (done.code, done.out) == (0, "1 map was changed on both sides: nothing is lost.\n")
    (tmp_path / "shop.cjm.yaml").write_text(changed({"feels: 1": "feels: 2"}), "utf-8")
    work.git("commit", "-qa", "--amend", "--no-edit")
    done = cjm("merge", "--verify", "HEAD")
    assert done.code == 1
    assert "Waits" in done.out
    assert cjm("merge", "--verify", "HEAD~1").code == 2
    assert project == tmp_path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a",), "BASE OURS THEIRS"),
        (("--driver", "a", "b"), "BASE OURS THEIRS SIZE PATH"),
        (("a", "b", "c"), "cannot be read"),
    ],
)
def test_wrong_words(cjm: Run, words: tuple[str, ...], told: str) -> None:
    done = cjm("merge", *words)
    assert done.code == 2
    assert told in done.err


TWO = """cjm: 1
title: T

stages:
  - name: One
    touchpoints:
      - id: a
        name: Aa
      - id: b
        name: Bb

      - id: c
        name: Cc

  - name: Two
    touchpoints:
      - id: d
        name: Dd

  - name: Three
    touchpoints:
      - id: e
        name: Ee
""".replace("        name: ", "        does: Waits\n        name: ")  # else their order would mean nothing
B = "      - id: b\n        does: Waits\n        name: Bb\n\n"


def moved(text: str, behind: str, what: str = B) -> str:
    """A text with some lines moved behind others."""
    assert text.count(what) == 1
    rest = text.replace(what, "")
    return rest.replace(behind, behind + what)


def test_moved_to_two_places_is_a_conflict_in_both(cjm: Run, project: Path) -> None:
    ours, theirs = moved(TWO, "        name: Dd\n\n"), moved(f"{TWO}\n", "        name: Ee\n\n")
    done = cjm("merge", *files(project, TWO, ours, theirs))
    assert done.code == 1
    assert done.out.count("<<<<<<< ours: place of touchpoint ‘Bb’") == 2
    assert done.out.count("id: b\n") == 2
    assert done.err.count("both sides changed the place of touchpoint ‘Bb’") == 2


def test_moved_here_and_to_the_front_there_is_a_conflict(cjm: Run, project: Path) -> None:
    last = B.replace("b", "c").replace("Bc", "Cc")
    ours = moved(TWO, "        name: Dd\n\n", last)
    theirs = TWO.replace(last, "").replace("      - id: a\n", f"{last}      - id: a\n")
    assert cjm("merge", *files(project, TWO, ours, theirs)).code == 1


def test_deleted_here_and_moved_there_is_a_conflict(cjm: Run, project: Path) -> None:
    done = cjm("merge", *files(project, TWO, TWO.replace(B, ""), moved(TWO, "        name: Dd\n\n")))
    assert done.code == 1
    assert "<<<<<<< ours: touchpoint ‘Bb’ at" in done.out or "<<<<<<< ours: touchpoint ‘Bb’, not here" in done.out


def test_a_list_keeps_its_lines_and_their_comments(cjm: Run, project: Path) -> None:
    base = "cjm: 1\ntitle: T\nstages:\n  - name: One\n    questions:\n      - First\n      - Second # twice\n"
    ours, theirs = base.replace("First", "Primo"), f"{base}      - Third\n"
    done = cjm("merge", *files(project, base, ours, theirs))
    assert (done.code, done.out) == (0, base.replace("First", "Primo") + "      - Third\n")


def test_blank_lines_stay_between_what_is_moved(cjm: Run, project: Path) -> None:
    first = "      - id: a\n        does: Waits\n        name: Aa\n"
    ours = TWO.replace(first, "").replace(B, B + first + "\n")
    done = cjm("merge", *files(project, TWO, ours, TWO.replace("Cc", "Cccc")))
    assert done.code == 0
    assert "touchpoints:\n      - id: b" in done.out
    assert "\n\n\n" not in done.out


def test_what_a_merge_lost_is_found_beside_a_conflict(
    cjm: Run, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = begin(tmp_path, monkeypatch)
    work.commit({"shop.cjm.yaml": BASE})
    work.git("checkout", "-qb", "spring")
    work.commit({"shop.cjm.yaml": changed({"Looks around": "Looks up", "feels: -1": "feels: -2 # asked eight people"})})
    work.git("checkout", "-q", "-")
    work.commit({"shop.cjm.yaml": changed({"Looks around": "Looks down"})})
    work.git("merge", "-q", "-s", "ours", "-m", "Merge", "spring")
    done = cjm("merge", "--verify", "HEAD")
    assert done.code == 1
    assert "feels" in done.out
    assert "asked eight people" in done.out
    assert "Looks" not in done.out
    assert project == tmp_path
