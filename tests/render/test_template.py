"""A template keeps its size, layouts, fonts and colours; what was on its slides goes, and type can be read."""

import io
import re
import zipfile
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Pt

from cjm.errors import FileError
from cjm.render.backends.pptx import draw
from cjm.render.scene import Box, Rect
from tests.decks import LOOK, PIXEL, drawn, picture, read, shapes
from tests.kept import MAPS
from tests.render.test_laws import scene

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def company() -> Any:
    """A template with a slide, a size and colours of its own."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Confidential: our strategy"
    deck.core_properties.author = "Somebody"
    return deck


def painted(deck: Any, **colours: str) -> Any:
    """The deck with other colours in its theme."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for name, colour in colours.items():
        slot = f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'.encode()
        part._blob = re.sub(rf"<a:{name}>.*?</a:{name}>".encode(), slot, part.blob, count=1, flags=re.DOTALL)
    return deck


def saved(deck: Any, kind: str = "presentation") -> bytes:
    held = io.BytesIO()
    deck.save(held)
    if kind == "presentation":
        return held.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"presentation.main+xml", kind.encode() + b".main+xml"))
    return changed.getvalue()


@pytest.mark.parametrize("kind", ["presentation", "template"])
def test_a_template_keeps_its_looks_and_loses_its_slides(kind: str) -> None:
    data = draw((scene(MAPS[0]),), LOOK.theme, LOOK.faces, template=saved(company(), kind))
    deck, before = read(data), company()
    assert (deck.slide_width, deck.slide_height) == (Emu(Pt(960)), Emu(Pt(540)))
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in before.slide_layouts]
    (slide,) = deck.slides
    assert slide.slide_layout.name == "Blank"
    assert max(shape.top + shape.height for shape in shapes(slide.shapes)) <= deck.slide_height
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert not any(b"Confidential" in held.read(name) or b"Somebody" in held.read(name) for name in held.namelist())


def test_type_can_be_read_in_the_colours_of_a_template() -> None:
    label = LOOK.block("Order", "stage", 10, 10, 80)
    found = picture(Box("stage", Rect(0, 0, 100, 40), 0, label))
    decks = (company(), painted(company(), accent1="FFC000"), painted(company(), accent1="000080"))
    drawn_on = [drawn(found, template=saved(deck)).slides[0].shapes[0]._element for deck in decks]
    inks = [shape.find(f".//{A}rPr//{A}schemeClr").get("val") for shape in drawn_on]
    assert inks == ["tx1", "tx1", "bg1"]
    assert {shape.find(f".//{{*}}spPr//{A}schemeClr").get("val") for shape in drawn_on} == {"accent1"}


def test_a_dark_template_has_the_dark_theme() -> None:
    def fill(deck: Any) -> Any:
        (slide,) = drawn(picture(Box("pain", Rect(0, 0, 100, 40))), template=saved(deck)).slides
        return slide.shapes[0]._element.find(f".//{A}schemeClr")

    def light(node: Any) -> int:
        return int(node.find(f"{A}lumMod").get("val")) + int(
            getattr(node.find(f"{A}lumOff"), "attrib", {}).get("val", 0)
        )

    bright, dark = fill(company()), fill(painted(company(), lt1="101020", dk1="FFFFFF"))
    assert bright.get("val") == dark.get("val") == "accent3"
    assert light(dark) < 50_000 < light(bright)


@pytest.mark.parametrize("data", [b"", b"no deck", PIXEL])
def test_a_template_that_is_no_deck(data: bytes) -> None:
    with pytest.raises(FileError, match="no PowerPoint file"):
        drawn(picture(), template=data)


def test_a_workbook_is_no_deck() -> None:
    with pytest.raises(FileError, match="no PowerPoint file"):
        drawn(picture(), template=saved(company(), "spreadsheet"))
