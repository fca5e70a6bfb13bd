"""``cjm render --view``: which pictures are drawn of which maps, and what their files are called."""

from pathlib import Path

import pytest

from tests.cli.conftest import MAPS, Run

OFFICE = sorted(MAPS.glob("office-phone.*.cjm.yaml"))


@pytest.fixture(autouse=True)
def maps(project: Path) -> None:
    for path in (*OFFICE, MAPS / "company.cjm.yaml"):
        (project / path.name).write_bytes(path.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (("office-phone.current.cjm.yaml",), ["office-phone.current.svg"]),
        (("office-phone.current.cjm.yaml", "--view", "matrix"), ["office-phone.current.matrix.svg"]),
        (
            ("*", "--view", "curve", "-f", "html"),
            ["office-phone.current.curve.html", "office-phone.future.curve.html"],
        ),
        (("*", "--view", "curve", "--together"), ["curve.svg"]),
        (("*", "--view", "matrix", "--together", "-o", "pictures/"), ["pictures/matrix.svg"]),
        (("*", "--view", "portfolio"), ["portfolio.svg"]),
        (("*", "--view", "flow", "--of", "systems", "-f", "svg"), ["systems.svg"]),
        (("*", "--view", "blueprint", "-o", "-", "--stages", "Install"), None),
    ],
)
def test_files_are_named_after_maps_and_views(
    cjm: Run, project: Path, arguments: tuple[str, ...], files: list[str] | None
) -> None:
    named = [path.name for path in OFFICE]
    done = cjm("render", *(name for each in arguments for name in (named if each == "*" else (each,))))
    if files is None:
        assert (done.code, done.out) == (2, "")
        assert "2 maps do not fit into one file" in done.err
    else:
        assert (done.code, done.out.split(), done.err) == (0, files, "")
        assert all((project / each).stat().st_size > 1_000 for each in files)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--view", "matrix", "--lanes", "does"),
            "‘matrix’ has no lanes to choose: leave out --lanes, or take swimlane",
        ),
        (("--view", "matrx"), "There is no view ‘matrx’. Did you mean ‘matrix’?"),
        (("--view", "blueprint", "--together"), "‘blueprint’ shows one map at a time: leave out --together"),
        (("--view", "matrix", "--of", "maps"), "‘matrix’ cannot be made of ‘maps’. Possible: flow of steps, maps"),
    ],
)
def test_what_cannot_be_drawn_is_said(cjm: Run, arguments: tuple[str, ...], told: str) -> None:
    done = cjm("render", OFFICE[0].name, *arguments)
    assert done.code == 2
    assert told in done.err


def test_a_broken_map_is_left_out_of_what_is_drawn_together(cjm: Run, project: Path) -> None:
    (project / "bad.cjm.yaml").write_text("cjm: 1\ntitle: Bad\nstages: [{name: A, feels: 9}]\n")
    done = cjm("render", *(path.name for path in OFFICE), "bad.cjm.yaml", "--view", "portfolio")
    assert (done.code, done.out) == (1, "portfolio.svg\n")
    assert "score-out-of-scale" in done.err


def test_a_map_with_nothing_to_show_is_named_and_the_others_are_drawn(cjm: Run, project: Path) -> None:
    (project / "bare.cjm.yaml").write_text("cjm: 1\ntitle: Bare\nstages: [{name: A}]\n")
    done = cjm("render", "bare.cjm.yaml", OFFICE[0].name, "--view", "curve")
    assert (done.code, done.out) == (2, "office-phone.current.curve.svg\n")
    assert done.err.startswith("cjm: bare.cjm.yaml: There is no curve to draw")
    alone = cjm("render", "bare.cjm.yaml", "--view", "curve")
    assert (alone.code, alone.out) == (2, "")
    assert alone.err.startswith("cjm: There is no curve to draw")


def test_many_maps_are_drawn_like_one(cjm: Run, project: Path) -> None:
    for number in range(9):
        text = OFFICE[0].read_text("utf-8").replace("\nid: office-phone\n", f"\nid: m{number}\n")
        (project / f"m{number}.cjm.yaml").write_text(text, "utf-8")
    (project / "bare.cjm.yaml").write_text("cjm: 1\ntitle: Bare\nstages: [{name: A}]\n")
    names = [*(f"m{number}.cjm.yaml" for number in range(9)), "bare.cjm.yaml"]
    done = cjm("render", *names, "-o", "pictures/")
    assert (done.code, len(done.out.split())) == (0, 10)
    assert (project / "pictures" / "m5.svg").read_text("utf-8") == cjm("render", "m5.cjm.yaml", "-o", "-").out
    curves = cjm("render", *names, "--view", "curve", "-o", "pictures/")
    assert (curves.code, len(curves.out.split())) == (2, 9)
