"""``cjm render --size``, ``--stages`` and ``--personas`` as a user meets them."""

from pathlib import Path

import pytest

from tests.cli.conftest import SHOP, Run

LONG = f"""{SHOP}
""" + "".join(
    f"""  - name: Stage {number}
    touchpoints: [{{name: One, does: Looks}}, {{name: Two, does: Buys}}, {{name: Three, does: Goes}}]
"""
    for number in range(3)
)


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.cjm.yaml"
    path.write_text(LONG)
    return path


def test_each_page_is_a_file_and_all_are_named(cjm: Run, project: Path) -> None:
    done = cjm("render", "shop.cjm.yaml", "--size", "4:3")
    names = done.out.split()
    assert done.code == 0
    assert len(names) > 1
    assert names == [f"shop-{number}.svg" for number in range(1, len(names) + 1)]
    assert all('width="720pt" height="540pt"' in (project / name).read_text("utf-8") for name in names)


def test_a_map_that_fits_on_a_page_keeps_its_name(cjm: Run, project: Path) -> None:
    (project / "shop.cjm.yaml").write_text(SHOP)
    assert cjm("render", "shop.cjm.yaml", "--size", "A3").out == "shop.svg\n"


def test_several_pages_do_not_go_to_standard_output(cjm: Run) -> None:
    done = cjm("render", "shop.cjm.yaml", "--size", "4:3", "-o", "-")
    assert (done.code, done.out) == (2, "")
    assert "pages" in done.err


def test_the_size_may_be_configured_and_the_command_line_wins(cjm: Run, project: Path) -> None:
    (project / "cjm.toml").write_text('[render]\nsize = "A4"\n')
    assert "shop-1.svg" in cjm("render", "shop.cjm.yaml").out
    assert cjm("render", "shop.cjm.yaml", "--size", "auto").out == "shop.svg\n"


def test_a_configured_size_that_does_not_exist(cjm: Run, project: Path) -> None:
    (project / "cjm.toml").write_text('[render]\nsize = "A5"\n')
    done = cjm("render", "shop.cjm.yaml")
    assert done.code == 2
    assert "There is no size ‘A5’. Possible: auto, 16:9, 4:3, A4, A3." in done.err


def test_some_stages_only(cjm: Run, project: Path) -> None:
    assert cjm("render", "shop.cjm.yaml", "--stages", "Stage 1, stage-2").code == 0
    drawn = (project / "shop.svg").read_text("utf-8")
    assert "Stage 1" in drawn
    assert "Stage 2" in drawn
    assert "Stage 0" not in drawn


@pytest.mark.parametrize("option", ["--stages", "--personas"])
def test_what_is_not_in_the_map_is_an_error(cjm: Run, option: str) -> None:
    done = cjm("render", "shop.cjm.yaml", option, "nobody")
    assert done.code == 2
    assert "‘nobody’" in done.err
