"""Decks, as a user asks for them."""

import importlib.util
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Emu

from tests.cli.conftest import MAPS, SHOP, Run


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.current.cjm.yaml"
    path.write_text(SHOP)
    return path


def test_by_suffix_and_by_form(cjm: Run, project: Path) -> None:
    assert cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx").out == "shop.pptx\n"
    assert cjm("render", "shop.current.cjm.yaml", "-f", "pptx").out == "shop.current.pptx\n"
    assert (project / "shop.pptx").read_bytes() == (project / "shop.current.pptx").read_bytes()
    (slide,) = Presentation(str(project / "shop.pptx")).slides
    assert slide.shapes.title.text_frame.text == "A visit to the shop"


def test_all_pages_are_slides_of_one_deck(cjm: Run, project: Path) -> None:
    done = cjm("render", MAPS / "office-phone.current.cjm.yaml", "--size", "16:9", "-o", "office.pptx")
    assert done.out == "office.pptx\n"
    assert len(Presentation(str(project / "office.pptx")).slides) > 1


def test_a_template(cjm: Run, project: Path) -> None:
    deck = Presentation()
    deck.slide_width = Emu(9_000_000)
    deck.save(str(project / "company.pptx"))
    done = cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx", "--template", "company.pptx")
    assert (done.code, done.err) == (0, "")
    assert Presentation(str(project / "shop.pptx")).slide_width == 9_000_000


@pytest.mark.parametrize(
    ("name", "told"), [("none.pptx", "cannot be read: No such file"), ("cjm.toml", "is no PowerPoint file")]
)
def test_a_template_that_cannot_be_used(cjm: Run, project: Path, name: str, told: str) -> None:
    done = cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx", "--template", name)
    assert done.code == 2
    assert told in done.err
    assert not (project / "shop.pptx").exists()


def test_one_drawing(cjm: Run, project: Path) -> None:
    assert cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx", "--pptx", "picture").code == 0
    (slide,) = Presentation(str(project / "shop.pptx")).slides
    assert [shape.shape_type for shape in slide.shapes[0].shapes] == [13]  # a picture


def test_a_comparison(cjm: Run, project: Path) -> None:
    maps = (MAPS / f"office-phone.{state}.cjm.yaml" for state in ("current", "future"))
    assert cjm("diff", *maps, "-f", "pptx:change.pptx", "--detail", "overview").code == 0
    (slide,) = Presentation(str(project / "change.pptx")).slides
    assert slide.has_notes_slide


def test_without_the_package_it_says_what_to_install(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("cjm.render.find_spec", lambda name: None if name == "pptx" else find(name))
    done = cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx")
    assert done.code == 2
    assert "pip install 'cjm-toolkit[pptx]'" in done.err
