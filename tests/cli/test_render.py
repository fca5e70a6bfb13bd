"""``cjm render`` as a user meets it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import SHOP, Run


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.current.cjm.yaml"
    path.write_text(SHOP)
    return path


def test_without_output_the_picture_lies_here_and_its_path_is_printed(cjm: Run, project: Path) -> None:
    done = cjm("render", "shop.current.cjm.yaml")
    assert (done.code, done.out, done.err) == (0, "shop.current.svg\n", "")
    root = ET.fromstring((project / "shop.current.svg").read_text("utf-8"))
    assert "A visit to the shop" in "".join(root.itertext())


def test_standard_output(cjm: Run, project: Path) -> None:
    done = cjm("render", "shop.current.cjm.yaml", "-o", "-")
    assert done.out.startswith("<?xml")
    assert not list(project.glob("*.svg"))


def test_standard_input(cjm: Run) -> None:
    done = cjm("render", "-", "-o", "-", stdin=SHOP.replace("A visit", "A view"))
    assert "A view to the shop" in done.out


def test_a_folder_is_made_and_takes_every_map(cjm: Run, project: Path) -> None:
    (project / "other.cjm.yaml").write_text(SHOP)
    done = cjm("render", "shop.current.cjm.yaml", "other.cjm.yaml", "-o", "pictures/new")
    assert done.out.split() == ["pictures/new/shop.current.svg", "pictures/new/other.svg"]
    assert (project / "pictures/new/other.svg").exists()


def test_bytes_are_equal_from_run_to_run(cjm: Run) -> None:
    first = cjm("render", "shop.current.cjm.yaml", "-o", "-").out
    assert cjm("render", "shop.current.cjm.yaml", "-o", "-").out == first


def test_theme_lanes_language_and_fonts_come_through(cjm: Run, project: Path) -> None:
    plain = cjm("render", "shop.current.cjm.yaml", "-o", "-").out
    dark = cjm("render", "shop.current.cjm.yaml", "-o", "-", "--theme", "dark").out
    assert dark != plain
    assert "Ressenti" in cjm("render", "shop.current.cjm.yaml", "-o", "-", "--lang", "fr").out
    assert "Looks" not in cjm("render", "shop.current.cjm.yaml", "-o", "-", "--lanes", "feels").out
    assert "font-face" in plain
    assert "font-face" not in cjm("render", "shop.current.cjm.yaml", "-o", "-", "--fonts", "system").out
    (project / "cjm.toml").write_text('[render]\ntheme = "dark"\n')
    assert cjm("render", "shop.current.cjm.yaml", "-o", "-").out == dark


def test_a_map_with_errors_is_not_drawn_but_the_others_are(cjm: Run, project: Path) -> None:
    (project / "bad.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 7"))
    done = cjm("render", "bad.cjm.yaml", "shop.current.cjm.yaml")
    assert done.code == 1
    assert "score-out-of-scale" in done.err
    assert done.out == "shop.current.svg\n"
    assert not (project / "bad.svg").exists()


def test_a_map_whose_library_has_errors_is_not_drawn(cjm: Run, project: Path) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\nwibble: 1\n")
    (project / "bad.cjm.yaml").write_text("uses: lib.cjm.yaml\n" + SHOP)
    done = cjm("render", "bad.cjm.yaml")
    assert done.code == 1
    assert "wibble" in done.err
    assert not (project / "bad.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--theme", "neon"], "neon"),
        (["--lanes", "wibble"], "wibble"),
        (["--lang", "tlh"], "tlh"),
        (["-o", "picture.tiff"], "SVG"),
        (["-o", "shop.current.cjm.yaml"], "SVG"),
        (["-o", "shop.current.cjm.yaml/x.svg"], "cannot be made"),
    ],
)
def test_what_cannot_be_drawn_is_explained(cjm: Run, shop: Path, arguments: list[str], told: str) -> None:
    done = cjm("render", "shop.current.cjm.yaml", *arguments)
    assert done.code == 2
    assert told in done.err
    assert shop.read_text() == SHOP


def test_a_map_that_cannot_be_drawn_leaves_no_folder(cjm: Run, project: Path) -> None:
    (project / "bad.cjm.yaml").write_text(SHOP.replace("feels: 1", "feels: 7"))
    assert cjm("render", "bad.cjm.yaml", "-o", "new/folder/x.svg").code == 1
    assert not (project / "new").exists()


def test_what_a_map_holds_of_gains_is_drawn(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(SHOP + "    gains: Free coffee\n")
    assert "Free coffee" in cjm("render", "b.cjm.yaml", "-o", "-").out


def test_two_maps_of_one_name_do_not_overwrite_each_other(cjm: Run, project: Path) -> None:
    (project / "a").mkdir()
    (project / "a" / "shop.current.cjm.yaml").write_text(SHOP)
    done = cjm("render", "shop.current.cjm.yaml", "a/shop.current.cjm.yaml", "-o", "pictures/")
    assert done.code == 2
    assert "Two maps" in done.err


def test_several_maps_do_not_fit_into_one_file(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(SHOP)
    assert cjm("render", "shop.current.cjm.yaml", "b.cjm.yaml", "-o", "x.svg").code == 2


def test_a_library_cannot_be_drawn(cjm: Run, project: Path) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\n")
    done = cjm("render", "lib.cjm.yaml")
    assert done.code == 2
    assert "no map here to draw" in done.err


def test_a_missing_glyph_is_named(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(SHOP.replace("Looks around", "Looks \u0780"), "utf-8")
    done = cjm("render", "b.cjm.yaml", "-o", "-")
    assert done.code == 0
    assert "U+0780" in done.err


def test_a_level_of_detail_that_does_not_exist(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(SHOP, "utf-8")
    (project / "cjm.toml").write_text('[render]\ndetail = "foo"', "utf-8")
    done = cjm("render", "b.cjm.yaml")
    assert (done.code, done.out) == (2, "")
    assert "There is no level of detail ‘foo’. Possible: overview, standard, full." in done.err


def test_many_maps_are_shared_among_processes_with_the_same_pictures(
    cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"m{number}.cjm.yaml" for number in range(11)]
    for number, name in enumerate(names):
        (project / name).write_text(SHOP.replace("A visit", f"Visit {number}"))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    shared = cjm("render", *names, "-o", "shared/")
    assert (shared.code, shared.out.split()) == (0, [f"shared/m{number}.svg" for number in range(11)])
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    cjm("render", *names, "-o", "alone/")
    for number in range(11):
        assert (project / f"shared/m{number}.svg").read_bytes() == (project / f"alone/m{number}.svg").read_bytes()


def test_what_stops_a_process_is_told_as_usual(cjm: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"m{number}.cjm.yaml" for number in range(8)]
    for name in names:
        (project / name).write_text(SHOP)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    done = cjm("render", *names, "--lanes", "lawn", "-o", "pictures/")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cjm: There is no lane ‘lawn’.")
