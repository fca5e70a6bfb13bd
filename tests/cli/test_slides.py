"""Decks, as a user asks for them."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu, Pt

from tests.cli.conftest import MAPS, SHOP, Run
from tests.decks import shapes


def texts(slide: Any) -> set[str]:
    return {shape.text_frame.text for shape in shapes(slide.shapes) if shape.has_text_frame}


@pytest.fixture(autouse=True)
def shop(project: Path) -> Path:
    path = project / "shop.current.cjm.yaml"
    path.write_text(SHOP)
    return path


def test_by_suffix_and_by_form(cjm: Run, project: Path) -> None:
    assert cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx").out == "shop.pptx\n"
    assert cjm("render", "shop.current.cjm.yaml", "-f", "pptx").out == "shop.current.pptx\n"
    assert (project / "shop.pptx").read_bytes() == (project / "shop.current.pptx").read_bytes()
    deck = Presentation(str(project / "shop.pptx"))
    assert len(deck.slides) == 2  # the summary and the map
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert {slide.shapes.title.text_frame.text for slide in deck.slides} == {"A visit to the shop"}


def test_a_deck_has_slides_of_the_usual_shape_and_a_summary_first(cjm: Run, project: Path) -> None:
    map = MAPS / "office-phone.current.cjm.yaml"
    done = cjm("render", map, "-o", "office.pptx")
    assert done.out == "office.pptx\n"
    deck = Presentation(str(project / "office.pptx"))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert all(slide.shapes.title is not None for slide in deck.slides)
    assert "What hurts most" in texts(deck.slides[0])
    assert "What hurts most" not in texts(deck.slides[1])
    notes = deck.slides[0].notes_slide.notes_text_frame.text
    assert "Evidence: " in notes
    assert cjm("render", map, "-o", "plain.pptx", "--no-summary").code == 0
    assert len(Presentation(str(project / "plain.pptx")).slides) == len(deck.slides) - 1


def test_auto_is_one_slide_as_large_as_the_map(cjm: Run, project: Path) -> None:
    map = MAPS / "office-phone.current.cjm.yaml"
    assert cjm("render", map, "-o", "office.pptx", "--size", "auto", "--no-summary").code == 0
    deck = Presentation(str(project / "office.pptx"))
    assert len(deck.slides) == 1
    assert deck.slide_width > Pt(1_500)


def test_the_size_of_the_configuration(cjm: Run, project: Path) -> None:
    (project / "cjm.toml").write_text('[render]\nsize = "4:3"\n')
    assert cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx").code == 0
    assert Presentation(str(project / "shop.pptx")).slide_width == Pt(720)


def test_moments_of_truth_are_further_pages(cjm: Run, project: Path) -> None:
    map = MAPS / "office-phone.current.cjm.yaml"
    assert cjm("render", map, "-o", "office.pptx", "--moments").code == 0
    slides = list(Presentation(str(project / "office.pptx")).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides[-2:]] == ["Keep the old numbers", "Call for help"]
    done = cjm("render", map, "-o", "office.svg", "--moments", "--summary")
    assert done.out.split() == [f"office-{number}.svg" for number in range(1, 5)]
    done = cjm("render", map, "-o", "few.png", "--moments", "--summary", "--stages", "Get help", "--scale", "0.5")
    assert done.out.split() == [f"few-{number}.png" for number in range(1, 4)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("shop.current.cjm.yaml", "--moments"), "‘A visit to the shop’ has no moment of truth"),
        (("shop.current.cjm.yaml", "--moments", "-f", "html"), "choose svg, png, pdf or pptx"),
        (("shop.current.cjm.yaml", "--summary", "-f", "html"), "choose svg, png, pdf or pptx"),
        (("shop.current.cjm.yaml", "other.cjm.yaml", "--view", "matrix", "--together", "--summary"), "of one map"),
    ],
)
def test_what_has_no_pages(cjm: Run, project: Path, shop: Path, arguments: tuple[str, ...], told: str) -> None:
    (project / "other.cjm.yaml").write_text(shop.read_text().replace("A visit", "Another visit"))
    done = cjm("render", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split())


def test_a_template(cjm: Run, project: Path) -> None:
    deck = Presentation()
    deck.slide_width = Emu(9_000_000)
    deck.save(str(project / "company.pptx"))
    done = cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx", "--template", "company.pptx")
    assert (done.code, done.err) == (0, "")
    found = Presentation(str(project / "shop.pptx"))
    assert found.slide_width == 9_000_000
    rightmost = max(shape.left + shape.width for slide in found.slides for shape in slide.shapes)
    assert 8_500_000 < rightmost <= 9_000_000  # the pages are as wide as the slides


def test_a_picture_too_large_for_a_template_is_told_of(cjm: Run, project: Path) -> None:
    Presentation().save(str(project / "company.pptx"))
    pair = tuple(MAPS / f"office-phone.{state}.cjm.yaml" for state in ("current", "future"))
    done = cjm("diff", *pair, "-f", "pptx:change.pptx", "--template", "company.pptx")
    assert done.code == 0
    assert "some type is only" in done.err
    first = Presentation(str(project / "change.pptx")).slides[0]
    assert min(shape.left for shape in first.shapes) < Pt(30)  # the summary is as wide as the slide
    assert max(shape.top + shape.height for shape in first.shapes) > Pt(400)  # and as high
    done = cjm("render", pair[0], "-o", "map.pptx", "--template", "company.pptx")
    assert (done.code, done.err) == (0, "")


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
    for slide in Presentation(str(project / "shop.pptx")).slides:
        assert [shape.shape_type for shape in slide.shapes[0].shapes] == [13]  # a picture


def test_a_comparison(cjm: Run, project: Path) -> None:
    pair = tuple(MAPS / f"office-phone.{state}.cjm.yaml" for state in ("current", "future"))
    assert cjm("diff", *pair, "-f", "pptx:change.pptx", "--detail", "overview").code == 0
    deck = Presentation(str(project / "change.pptx"))
    assert ["What gets better" in texts(slide) for slide in deck.slides] == [True, False]
    assert all(slide.has_notes_slide for slide in deck.slides)
    assert (deck.slide_width or 0) * 9 == pytest.approx((deck.slide_height or 0) * 16, rel=0.001)
    assert cjm("diff", *pair, "-f", "pptx:plain.pptx", "--detail", "overview", "--no-summary").code == 0
    assert len(Presentation(str(project / "plain.pptx")).slides) == 1
    assert cjm("diff", *pair, "-f", "pdf:both.pdf", "-f", "svg:c.svg", "--detail", "overview", "--summary").code == 0
    assert (project / "c-1.svg").exists()
    done = cjm("diff", *pair, "-f", "html:c.html", "--summary")
    assert done.code == 2
    assert "choose svg, png, pdf or pptx" in done.err


def test_without_the_package_it_says_what_to_install(cjm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("cjm.render.find_spec", lambda name: None if name == "pptx" else find(name))
    done = cjm("render", "shop.current.cjm.yaml", "-o", "shop.pptx")
    assert done.code == 2
    assert "pip install 'cjm-toolkit[pptx]'" in done.err
