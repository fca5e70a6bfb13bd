"""``cjm export`` as a user meets it."""

from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Run


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.cjm.yaml"
    path.write_text(SHOP)
    return path


def test_to_standard_output(cjm: Run) -> None:
    done = cjm("export", "shop.cjm.yaml", "-f", "markdown")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# A visit to the shop\n\n*Current state*\n")
    assert "*Parcours actuel*" in cjm("export", "shop.cjm.yaml", "--lang", "fr").out


def test_to_a_file(cjm: Run, project: Path) -> None:
    done = cjm("export", "shop.cjm.yaml", "-o", "wiki/shop.md")
    assert (done.code, done.out) == (0, "wiki/shop.md\n")
    assert (project / "wiki" / "shop.md").read_text(encoding="utf-8").startswith("# A visit to the shop\n")


def test_several_into_a_folder(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text(f"id: b\n{SHOP}")
    done = cjm("export", "-o", "wiki/")
    assert (done.code, done.out) == (0, "wiki/b.md\nwiki/shop.md\n")
    done = cjm("export")
    assert (done.code, done.out) == (2, "")
    assert "2 maps do not fit into one file" in done.err


def test_two_maps_of_one_name(cjm: Run, project: Path) -> None:
    (project / "other").mkdir()
    (project / "other" / "shop.cjm.yaml").write_text(f"id: b\n{SHOP}")
    assert "Two maps would both be written to" in cjm("export", "shop.cjm.yaml", "other", "-o", "wiki/").err


def test_a_map_with_errors_is_not_written(cjm: Run, project: Path) -> None:
    (project / "b.cjm.yaml").write_text("cjm: 1\ntitle: [\n")
    done = cjm("export", "b.cjm.yaml", "shop.cjm.yaml", "-o", "wiki/")
    assert (done.code, done.out) == (1, "wiki/shop.md\n")
    assert "b.cjm.yaml" in done.err


def test_a_library_is_no_map(cjm: Run, project: Path) -> None:
    (project / "lib.cjm.yaml").write_text("cjm: 1\nkind: library\n")
    done = cjm("export", "lib.cjm.yaml")
    assert (done.code, done.out) == (2, "")
    assert "a library holds none" in done.err
