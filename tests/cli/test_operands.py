"""The operands of ``cjm diff``: which maps they set side by side, and what is said where they name nothing."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.cli import comparing
from cjm.cli.comparing import Both, Reading, each
from cjm.cli.ground import at_commit, find_history, project_at
from cjm.cli.operands import Pairs, find_pairs
from cjm.cli.pairing import Side, changed
from cjm.config import Config
from cjm.errors import CjmError
from cjm.model.journey import Journey
from cjm.source.commit import Commit
from cjm.source.head import head as read_head
from cjm.source.project import Project
from tests.repositories import Work, begin

LIBRARY = "cjm: 1\nkind: library\nresearch: [{id: survey, n: 40}]\n"


def map_of(id: str = "", summary: str = "s", more: str = "") -> str:
    head = f"id: {id}\n" if id else ""
    return f"cjm: 1\n{head}title: T\nsummary: {summary}\n{more}stages:\n  - name: a\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """A repository with a commit: four maps and a library; then one map changed, one came, one moved."""
    work = begin(tmp_path / "work", monkeypatch)
    work.commit(
        {
            "maps/a.cjm.yaml": map_of("a"),
            "maps/b.cjm.yaml": map_of(),
            "maps/c.cjm.yaml": map_of("c"),
            "maps/lib.cjm.yaml": LIBRARY,
            "d.cjm.yaml": map_of("d", more="uses: maps/lib.cjm.yaml\n"),
        }
    )
    work.git("tag", "v1")
    work.write({"maps/a.cjm.yaml": map_of("a", "new"), "maps/new.cjm.yaml": map_of("new")})
    work.move("maps/c.cjm.yaml", "maps/in/moved.cjm.yaml")
    monkeypatch.chdir(work.root)
    return work


def spelled(pairs: Pairs) -> list[str]:
    def spell(side: Side | None) -> str:
        return f"{side.ref}:{side.name.replace('.cjm.yaml', '')}" if side else "-"

    return [f"{spell(before)} {spell(after)}" for before, after in pairs.pairs]


CHANGED, NEW, MOVED = "HEAD:maps/a :maps/a", "- :maps/new", "HEAD:maps/c :maps/in/moved"


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", [CHANGED, MOVED, NEW]), ("HEAD", [CHANGED, MOVED, NEW]), ("maps", [CHANGED, MOVED, NEW]), (".", [CHANGED, MOVED, NEW]),
        ("HEAD:maps", [CHANGED, MOVED, NEW]),
        ("HEAD maps", [CHANGED, MOVED, NEW]), ("HEAD: .", [CHANGED, MOVED, NEW]), ("HEAD HEAD", []), ("maps maps", []),
        ("maps HEAD", [":maps/a HEAD:maps/a", ":maps/in/moved HEAD:maps/c", ":maps/new -"]),
        ("-- maps/a.cjm.yaml", [CHANGED]), ("-- maps/in maps/c.cjm.yaml", [MOVED]), ("-- maps/c.cjm.yaml", ["HEAD:maps/c -"]), ("-- d.cjm.yaml", []),
        ("v1 -- maps", [CHANGED.replace("HEAD", "v1"), MOVED.replace("HEAD", "v1"), NEW]), ("HEAD~0 v1 -- maps", []),
        ("maps/in -- maps/a.cjm.yaml", []),
    ],
)  # fmt: skip
def test_sides_with_many_maps(typed: str, told: list[str]) -> None:
    operands, _, paths = typed.partition("--")
    pairs = find_pairs(operands.split(), paths.split())
    assert (spelled(pairs), pairs.is_one) == (told, False)


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("maps/a.cjm.yaml maps/b.cjm.yaml", ":maps/a :maps/b"), ("maps/a.cjm.yaml", CHANGED), ("./maps/../maps/a.cjm.yaml", CHANGED),
        ("maps/new.cjm.yaml", NEW), ("maps/in/moved.cjm.yaml", MOVED), ("v1 maps/in/moved.cjm.yaml", "v1:maps/c :maps/in/moved"),
        ("maps/in/moved.cjm.yaml v1", ":maps/in/moved v1:maps/c"), ("HEAD:maps/a.cjm.yaml", CHANGED), ("HEAD:./maps/a.cjm.yaml", CHANGED),
        ("v1:maps/b.cjm.yaml HEAD:maps/a.cjm.yaml", "v1:maps/b HEAD:maps/a"), ("HEAD:maps/c.cjm.yaml", MOVED),
        ("v1:maps/a.cjm.yaml HEAD", "v1:maps/a HEAD:maps/a"), ("maps/in/moved.cjm.yaml maps", ":maps/in/moved :maps/in/moved"),
        ("HEAD:maps maps/a.cjm.yaml", CHANGED), ("maps/b.cjm.yaml", "HEAD:maps/b :maps/b"), ("HEAD:maps maps/in/moved.cjm.yaml", MOVED),
    ],
)  # fmt: skip
def test_two_maps(typed: str, told: str) -> None:
    pairs = find_pairs(typed.split())
    assert (spelled(pairs), pairs.is_one) == ([told], True)


@pytest.mark.parametrize(
    ("folder", "typed", "told"),
    [
        ("maps", "", [CHANGED, MOVED, NEW]), ("maps", "a.cjm.yaml", [CHANGED]), ("maps", "HEAD:./a.cjm.yaml", [CHANGED]), ("maps", "-- in a.cjm.yaml", [CHANGED, "- :maps/in/moved"]),
        ("maps/in", "HEAD:../a.cjm.yaml", [CHANGED]), ("maps/in", "HEAD:..", [CHANGED, MOVED, NEW]), ("maps/in", "HEAD:maps/a.cjm.yaml", [CHANGED]),
        ("..", "work/maps/a.cjm.yaml", ["HEAD:work/maps/a :work/maps/a"]), ("..", "HEAD work/maps/a.cjm.yaml", ["HEAD:work/maps/a :work/maps/a"]),
        ("..", "work/maps", ["HEAD:work/maps/a :work/maps/a", "HEAD:work/maps/c :work/maps/in/moved", "- :work/maps/new"]),
    ],
)  # fmt: skip
def test_from_elsewhere(work: Work, monkeypatch: pytest.MonkeyPatch, folder: str, typed: str, told: list[str]) -> None:
    monkeypatch.chdir(work.root / folder)
    operands, _, paths = typed.partition("--")
    assert spelled(find_pairs(operands.split(), paths.split())) == told


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mian", "‘mian’ is neither a file or folder here nor a commit: git knows no commit, branch or tag ‘mian’. Did you mean ‘main’?"),
        ("mian:maps/a.cjm.yaml", "‘mian:maps/a.cjm.yaml’ is neither a file or folder here nor a commit: git knows no commit, branch or tag ‘mian’. Did you mean ‘main’?"),
        ("v1..main", "‘v1..main’ is neither a file or folder here nor a commit: git knows no commit ‘v1..main’: a range is given as two operands, v1 main."),
        ("--all", "‘--all’ is neither a file or folder here nor a commit: git knows no commit, branch or tag ‘--all’."),
        ("HEAD:maps/lob.cjm.yaml", "There is no file or folder maps/lob.cjm.yaml at HEAD. Did you mean HEAD:maps/lib.cjm.yaml?"),
        ("HEAD:/etc/passwd", "There is no file or folder /etc/passwd at HEAD."),
        ("maps/x.cjm.yaml", "There is no file maps/x.cjm.yaml."),
        ("maps/c.cjm.yaml", "There is no file maps/c.cjm.yaml. It is gone since the last commit: compare with cjm diff -- maps/c.cjm.yaml"),
        ("a b c", "Two sides are compared, and 3 are named: files and folders to look at stand behind --."),
        ("n" * 300 + ".cjm.yaml", f"There is no file {'n' * 300}.cjm.yaml."),
        ("- -", "Standard input can be one side only."),
        ("-- nowhere", "There is no file or folder nowhere on either side."),
        ("maps/a.cjm.yaml maps/b.cjm.yaml -- maps", "Files and folders behind -- go with sides that hold several maps: refs and folders."),
    ],
)  # fmt: skip
def test_what_names_nothing(typed: str, told: str) -> None:
    operands, _, paths = typed.partition("-- ")
    with pytest.raises(CjmError) as caught:
        find_pairs(operands.split(), paths.split())
    assert str(caught.value) == told


def test_an_empty_operand_is_no_folder(work: Work) -> None:
    with pytest.raises(CjmError, match="An operand is empty"):
        find_pairs([""])
    assert work.root.exists()


def test_a_path_that_git_would_take_from_here(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(work.root / "maps")
    with pytest.raises(CjmError) as caught:
        find_pairs(["HEAD:a.cjm.yaml"])
    assert str(caught.value).endswith("Did you mean HEAD:./a.cjm.yaml?")


def no_git(_: Work, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PATH", "")
    return "git was not found"


def no_repository(work: Work, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(work.root.parent)
    (work.root.parent / "map.cjm.yaml").write_text(map_of())
    return "lies in no git repository"


def no_commit(work: Work, monkeypatch: pytest.MonkeyPatch) -> str:
    fresh = begin(work.root.parent / "fresh", monkeypatch)
    fresh.write({"map.cjm.yaml": map_of()})
    monkeypatch.chdir(fresh.root)
    return "has no commit yet"


@pytest.mark.parametrize("miss", [no_git, no_repository, no_commit])
@pytest.mark.parametrize(
    ("operands", "told"),
    [([], "There is nothing to compare with: "), (["HEAD"], "‘HEAD’ is neither a file or folder here nor a commit: "),
     (["map.cjm.yaml"], "map.cjm.yaml names no map under ‘compares_to’, and there is no older version of it: ")],
)  # fmt: skip
def test_where_there_is_no_older_version(
    work: Work,
    monkeypatch: pytest.MonkeyPatch,
    operands: list[str],
    told: str,
    miss: Callable[[Work, pytest.MonkeyPatch], str],
) -> None:
    work.write({"map.cjm.yaml": map_of()})
    reason = miss(work, monkeypatch)
    with pytest.raises(CjmError) as caught:
        find_pairs(operands)
    assert str(caught.value).startswith(told)
    assert reason in str(caught.value)
    work.write({"../one.cjm.yaml": map_of(), "../two.cjm.yaml": map_of()})  # two maps need no git
    monkeypatch.chdir(work.root.parent)
    assert spelled(find_pairs(["one.cjm.yaml", "two.cjm.yaml"])) == [":one :two"]


def test_a_map_is_compared_with_the_one_it_names(work: Work) -> None:
    work.write({"maps/in/future.cjm.yaml": map_of("a", more="state: future\ncompares_to: ../a.cjm.yaml\n")})
    assert spelled(find_pairs(["maps/in/future.cjm.yaml"])) == [":maps/a :maps/in/future"]
    assert spelled(find_pairs(["HEAD", "maps/in/future.cjm.yaml"])) == ["- :maps/in/future"]
    work.write({"maps/in/future.cjm.yaml": map_of("a", more="compares_to: nothing.cjm.yaml\n")})
    with pytest.raises(
        CjmError, match=r"future.cjm.yaml names nothing.cjm.yaml under ‘compares_to’, which does not exist"
    ):
        find_pairs(["maps/in/future.cjm.yaml"])


@pytest.mark.usefixtures("work")
def test_standard_input_is_one_side(monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(*operands: str, more: str = "") -> list[str]:
        text = map_of("c", "typed", more)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
        pairs = find_pairs(operands, (), Path("maps/a.cjm.yaml") if more else None)
        read = each(pairs.pairs, lambda both: both.before is not None and both.before.journey.summary)
        return [*spelled(pairs), str(read[0])]

    assert typed("-") == ["HEAD:maps/c :stdin", "('s',)"]
    assert typed("-", "maps/b.cjm.yaml") == [":stdin :maps/b", "('typed',)"]
    assert typed("maps/b.cjm.yaml", "-") == [":maps/b :stdin", "('s',)"]
    assert typed("-", "maps/a.cjm.yaml", more="lang: en\n") == [":maps/a :maps/a", "('typed',)"]
    assert typed("HEAD", "-", more="lang: en\n") == [CHANGED, "('s',)"]
    assert typed("-", more="compares_to: b.cjm.yaml\n") == [":maps/b :maps/a", "('s',)"]


def test_a_bare_repository_has_commits_alone(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    work.commit({})
    work.git("clone", "-q", "--bare", work.root, work.root.parent / "bare")
    monkeypatch.chdir(work.root.parent / "bare")
    told = [pair.replace(" :", " HEAD:").replace("HEAD:", "v1:", pair[0] != "-") for pair in (CHANGED, MOVED, NEW)]
    assert spelled(find_pairs(["v1", "HEAD"])) == told
    assert spelled(find_pairs(["v1:maps/a.cjm.yaml", "HEAD:maps/a.cjm.yaml"])) == told[:1]
    for operands in ([], ["HEAD"], ["HEAD:maps/a.cjm.yaml"]):
        with pytest.raises(CjmError, match="is bare, it has no working tree"):
            find_pairs(operands)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": map_of()}, {"a": map_of(summary="x")}, ["a a"]),
        ({"a": map_of("x")}, {"b": map_of("x")}, ["a b"]),
        ({"a": map_of("x")}, {"b": map_of("x", "new")}, ["a b"]),
        ({"a": map_of("x"), "b": map_of("y")}, {"a": map_of("y", "n"), "b": map_of("x", "n")}, ["b a", "a b"]),
        ({"a": map_of("x")}, {"a": map_of("y")}, ["a a"]),
        ({"a": map_of("x")}, {"a": map_of("x", more="state: future\n")}, ["a a"]),
        ({"a": map_of("x")}, {"b": map_of("x", more="state: future\n")}, ["a b"]),
        (
            {"a": map_of("x"), "b": map_of("x", more="state: future\n")},
            {"c": map_of("x", more="state: future\n"), "d": map_of("x")},
            ["b c", "a d"],
        ),
        ({"a": map_of("x"), "b": map_of("x")}, {"a": map_of("x", "n"), "b": map_of("x", "n")}, ["a a", "b b"]),
        ({"a": map_of("x"), "b": map_of("x")}, {"c": map_of("x", "n")}, ["b -", "a c"]),
        ({"a": map_of()}, {"b": map_of()}, ["a b"]),
        ({"a": map_of()}, {"b": map_of(summary="x")}, ["a -", "- b"]),
        ({"a": LIBRARY}, {"a": LIBRARY + "\n", "b": LIBRARY}, []),
        ({"a": LIBRARY}, {"a": map_of()}, ["- a"]),
        ({"a": map_of("x")}, {"a": map_of("x").replace("\n", "\r\n")}, []),
        ({"a": '{cjm: 1, "id": x, stages: [a]}'}, {"b": "cjm: 1\nstages:\n- a\n? id\n: 'x'\n"}, ["a b"]),
        ({"a": "\ufeffid: x\nstages: ["}, {"b": map_of("x")}, ["a b"]),
        ({}, {}, []),
    ],
)  # fmt: skip
def test_maps_of_two_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, str], after: dict[str, str], told: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, maps in (("one", before), ("two", after)):
        for name, text in {".gitignore": "", **{f"{name}.cjm.yaml": text for name, text in maps.items()}}.items():
            path = tmp_path / folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
    pairs = find_pairs(["one", "two"])
    assert [pair.replace(":one/", "").replace(":two/", "") for pair in spelled(pairs)] == told


def test_what_has_not_changed_is_not_looked_into(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def head(data: bytes, *keys: str) -> dict[str, list[str]]:
        looked.extend(each for each in keys if each == "id")
        return read_head(data, *keys)

    monkeypatch.setattr("cjm.cli.pairing.head", head)
    assert len(find_pairs([]).pairs) == 3
    assert len(looked) == 5  # of the seven files that are maps on one side or the other
    assert changed(project_at(Project(work.root, Config()), "HEAD"), Project(work.root, Config()), ["d.cjm.yaml"]) == []


def test_a_library_that_changed_changes_the_maps_that_use_it(work: Work) -> None:
    work.write({"maps/lib.cjm.yaml": LIBRARY + "metrics: [{id: csat, name: CSAT}]\n"})
    assert spelled(find_pairs([], ["d.cjm.yaml", "maps/b.cjm.yaml"])) == ["HEAD:d :d"]
    ((before, after),) = each(find_pairs([], ["d.cjm.yaml"]).pairs, metrics)
    assert (before, after) == ([], ["csat"])
    here = Project(work.root, Config())
    assert changed(project_at(here, "HEAD"), here, ["d.cjm.yaml", "maps/b.cjm.yaml"]) == ["d.cjm.yaml"]


def metrics(both: Both) -> tuple[list[str], list[str]]:
    before, after = (
        [metric.id for metric in side.journey.metrics] if side else [] for side in (both.before, both.after)
    )
    return before, after


def test_each_side_is_read_with_its_places_and_what_is_wrong_with_it(work: Work) -> None:
    work.commit({"maps/lib.cjm.yaml": LIBRARY + "wibble: 1\n"})
    own = "actors: [{id: desk, name: Desk}]\npersona: {name: Ana}\nuses: lib.cjm.yaml\nfoo: 1\n"
    work.write({"maps/a.cjm.yaml": map_of("a", more=own)})
    seen: list[Reading | None] = []
    pair = find_pairs(["maps/a.cjm.yaml"]).pairs

    def look(both: Both) -> list[object]:
        assert both.before
        assert both.after
        seen.append(both.before)
        places = [
            span and (span.line, span.column)
            for parts in (("title",), ("stages", 0), ("actors", 0), ("actors", 1), ("personas", 0, "name"), ("research", 0), ("foo",))
            for span in [both.after.place(parts)]
        ]  # fmt: skip
        return [len(both.before.errors), [each.message for each in both.after.errors], places]

    ((before, after, places),) = each(pair, look)
    assert (before, after) == (0, ["‘foo’ is no key of a map.", "‘wibble’ is no key of a library."])
    assert places == [(3, 8), (10, 5), (5, 10), None, (6, 17), None, (8, 6)]
    assert seen[0]
    assert isinstance(seen[0].journey, Journey)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "new.cjm.yaml cannot be read as a map. Line 1: This file is empty."),
        ("- a\n", "new.cjm.yaml cannot be read as a map. Line 1: This file holds no map: its text is not made of keys and values."),
        (LIBRARY, "new.cjm.yaml is a library, and only maps are compared."),
        (b"\xff\xfea", "new.cjm.yaml cannot be read as a map. Line 1: This file is stored as UTF-16, and maps are UTF-8."),
    ],
)  # fmt: skip
def test_a_side_that_is_no_map(work: Work, text: str | bytes, told: str) -> None:
    work.write({"new.cjm.yaml": text})
    pairs = find_pairs(["maps/a.cjm.yaml", "new.cjm.yaml"]).pairs
    assert each(pairs, lambda both: (both.problem, both.before is not None, both.after)) == [(told, True, None)]
    work.commit({})
    assert each(find_pairs(["HEAD:new.cjm.yaml"]).pairs, lambda both: both.problem) == [
        told.replace("yaml", "yaml at HEAD", 1)
    ]


@pytest.mark.parametrize("fewest", [1, 1000])
def test_many_pairs_come_in_their_order_however_many_processes_read(
    work: Work, monkeypatch: pytest.MonkeyPatch, fewest: int
) -> None:
    monkeypatch.setattr(comparing, "FEWEST", fewest)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    names = [f"many/m{number:03}.cjm.yaml" for number in range(90)]
    work.commit({name: map_of(summary=f"old {name}", more="uses: ../maps/lib.cjm.yaml\n") for name in names})
    work.write({name: map_of(summary=f"new {name}", more="uses: ../maps/lib.cjm.yaml\n") for name in names[1:]})
    work.write({names[0]: None})

    def look(both: Both) -> tuple[str, str, int]:
        before, after = (side.journey.summary[0] if side else "" for side in (both.before, both.after))
        return before, after, os.getpid()

    done = each(find_pairs(["many"]).pairs, look)
    assert [told[:2] for told in done] == [(f"old {name}", f"new {name}" if name != names[0] else "") for name in names]
    assert len({told[2] for told in done}) == (3 if fewest == 1 and sys.platform == "linux" else 1)


def test_the_history_of_a_map_is_found_from_anywhere(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    work.commit({})
    for folder, path in (("maps", "in/moved.cjm.yaml"), ("..", "work/maps/in/moved.cjm.yaml")):
        monkeypatch.chdir(work.root / folder)
        project, repository, revisions = find_history(Path(path))
        names = []
        for revision in revisions:
            files = at_commit(project, repository, revision.commit).files
            assert isinstance(files, Commit)
            names.append((project.root / files.name(revision.path)).resolve().relative_to(work.root).as_posix())
            assert files.read(files.name(revision.path)) == map_of("c").encode()
        assert names == ["maps/c.cjm.yaml", "maps/in/moved.cjm.yaml"]
    monkeypatch.chdir(work.root)
    with pytest.raises(CjmError, match=r"git knows no version of nothing.cjm.yaml"):
        find_history(Path("nothing.cjm.yaml"))
