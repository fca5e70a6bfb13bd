"""A deck holds what its scenes hold, as shapes that people can edit, in the colours of the deck, the same each time."""

import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Pt

import cjm
from cjm.diff.compare import compare
from cjm.render import comparison, lay_out, pptx, style, theme
from cjm.render.backends.pptx import draw
from cjm.render.backends.pptx.colours import Scheme
from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Rect, Scene
from tests.decks import LOOK, PIXEL, drawn, picture, read, shapes, written
from tests.kept import MAPS, journey
from tests.render.test_laws import hostile, scene

HOSTILE = [
    "<a:t>&amp; ]]>",
    "a\x00b\x1b\x7f\ufffe",
    "left \u202eright\u202c",
    "\ud800 alone",
    "_x000D_ and _x0041_",
    "--><!-- <?xml ?>",
    "http://example.org/?a=1&b=2 javascript:alert(1)",
]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def words(text: str) -> list[str]:
    return re.sub("[●○\u00ad]", " ", text).split()


@pytest.fixture(scope="module", params=MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def case(request: pytest.FixtureRequest) -> tuple[Scene, Any]:
    found = scene(request.param)
    return found, drawn(found)


def test_every_text_is_there_once(case: tuple[Scene, Any]) -> None:
    found, deck = case
    (slide,) = deck.slides
    told = Counter(word for text in written(slide) for word in words(text))
    assert told == Counter(word for text in found.texts() for word in words(text.source))


def test_all_is_on_the_slide_and_texts_are_in_their_shapes(case: tuple[Scene, Any]) -> None:
    found, deck = case
    (slide,) = deck.slides
    for shape in shapes(slide.shapes):
        assert -1 <= shape.left <= shape.left + shape.width <= deck.slide_width + 1, shape.name
        assert -1 <= shape.top <= shape.top + shape.height <= deck.slide_height + 1, shape.name
    cards = {text.source for each in found.walk() if isinstance(each, Group) for text in held(each)}
    framed = {line for shape in shapes(slide.shapes) if is_card(shape) for line in shape.text_frame.text.split("\n")}
    assert cards
    assert {" ".join(words(text)) for text in cards} <= {" ".join(words(line)) for line in framed}


def held(group: Group) -> Iterator[Any]:
    """The first text of each card of a group: nothing is drawn between the two."""
    from cjm.render.scene import Text  # noqa: PLC0415

    boxes = [each for each in group.children if isinstance(each, Box)]
    for box in boxes:
        after = group.children[group.children.index(box) + 1 :]
        first = next(iter(after), None)
        if isinstance(first, Text) and box.rect.holds(first.box):
            yield first


def is_card(shape: Any) -> bool:
    return shape.has_text_frame and shape._element.find(f".//{A}prstGeom[@prst='roundRect']") is not None


def test_groups_are_named_after_what_they_show(case: tuple[Scene, Any]) -> None:
    found, deck = case
    (slide,) = deck.slides
    lanes = [each.label for each in found.walk() if isinstance(each, Group) and each.kind == "lane"]
    groups = {shape.name: shape for shape in shapes(slide.shapes) if hasattr(shape, "shapes")}
    assert set(lanes) <= set(groups)
    assert all(groups[lane]._element.nvGrpSpPr.cNvPr.get("descr") == lane for lane in lanes)
    numbers = [shape.shape_id for shape in shapes(slide.shapes)]
    assert len(numbers) == len(set(numbers))
    assert all(shape.name for shape in shapes(slide.shapes))
    assert " ".join(slide.shapes.title.text_frame.text.split()) == found.title


def test_colours_and_fonts_are_those_of_the_deck(case: tuple[Scene, Any]) -> None:
    _, deck = case
    (slide,) = deck.slides
    root = slide._element
    assert not list(root.iter("{*}style"))
    assert not list(root.iter(f"{A}srgbClr"))
    used = {node.get("val") for node in root.iter(f"{A}schemeClr")}
    assert {"bg1", "tx1", "accent1"} <= used <= {"bg1", "tx1", *(f"accent{place}" for place in range(1, 7))}
    assert {node.get("typeface") for node in root.iter(f"{A}latin")} <= {"+mn-lt", "Arial"}
    assert not list(root.iter(f"{A}hlinkClick"))


def test_the_curve_is_one_of_beziers() -> None:
    line = Curve("curve", (0, 200), (((10, 180), (20, 180), (30, 200)), ((40, 220), (50, 220), (60, 200))))
    area = Curve("area-low", (0, 200), (((10, 180), (20, 180), (30, 200)),), closed=True, fade=(220, 150))
    (slide,) = drawn(picture(line, area)).slides
    one, other = ([node.tag.removeprefix(A) for node in shape._element.find(f".//{A}path")] for shape in slide.shapes)
    assert one == ["moveTo", "cubicBezTo", "cubicBezTo"]
    assert other == ["moveTo", "cubicBezTo", "close"]
    assert [shape.left for shape in slide.shapes] == [0, 0]
    assert slide.shapes[0].width == Pt(60)
    strong, weak = (int(node.get("val")) for node in slide.shapes[1]._element.iter(f"{A}alpha"))
    assert strong < weak


def test_signs_become_letters() -> None:
    def block(text: str, x: float, y: float) -> Any:
        return LOOK.block(text, "body", x, y, 100)

    middle = LOOK.theme.types["body"].leading / 2
    card = Box("pain", Rect(0, 0, 200, 130), 4)
    levels = [Dot("level" if place < 2 else "level-off", (14 + 9 * place, 30 + middle), 3) for place in range(5)]
    (slide,) = drawn(
        picture(
            Group(
                "pain",
                "Waits",
                (
                    card,
                    Dot("bullet", (13, 7 + middle), 2.5),
                    block("waits", 20, 7),
                    *levels,
                    block("severity", 60, 30),
                    Line("strike", (60, 40), (60 + LOOK.width("severity", "body"), 40)),
                    Icon("icon", "phone", Rect(10, 55 + middle - 7.2, 14.4, 14.4)),
                    block("calls", 30, 55),
                ),
            )
        )
    ).slides
    (group,) = slide.shapes
    first, icon, last = group.shapes
    assert first.text_frame.text == "waits\n●●○○○\u00a0\u00a0severity"
    assert first._element.find(f".//{A}buChar").get("char") == "•"
    assert [node.get("strike") for node in first._element.iter(f"{A}rPr")][-1] == "sngStrike"
    assert icon._element.find(f".//{A}custGeom") is not None
    assert last.text_frame.text == "calls"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    block = LOOK.block(text, "body", 20, 20, 150)
    found = picture(
        Group("cell", text, (block, Box("card", Rect(0, 90, 90, 30), 4, block)), text, (("evidence", text),))
    )
    (slide,) = drawn(Scene(text, text, text, "en", 400, 300, found.children)).slides
    assert len(written(slide)) == 2
    assert not re.search("[\u202a-\u202e\u2066-\u2069]|_x00", slide.part.blob.decode())
    assert slide.has_notes_slide
    assert not list(slide._element.iter(f"{A}hlinkClick"))


@settings(max_examples=25)
@given(st.text(max_size=30))
def test_any_text_is_well_formed(text: str) -> None:
    (slide,) = drawn(picture(Group("cell", text, (LOOK.block(text, "body", 0, 0, 100),)), title=text)).slides
    assert len(written(slide)) <= 1


def test_a_hostile_map_has_the_same_shapes() -> None:
    usual = next(path for path in MAPS if path.name.startswith("park-rozrywki"))
    plain, odd = (drawn(*lay_out((each,), LOOK, detail="full")) for each in (journey(usual), hostile(journey(usual))))
    kinds = [{node.tag for node in deck.slides[0]._element.iter()} for deck in (plain, odd)]
    assert kinds[0] == kinds[1]


def test_notes_tell_what_things_rest_on() -> None:
    found = picture(
        Group("cell", "Touchpoints: call", (), "touchpoint/call", (("evidence", "diaries, calls"),)),
        Group("cell", "Doing: call", (), "touchpoint/call", (("evidence", "diaries, calls"),)),
        Group("panel", "Conversion", (), "metric/conversion", (("March", "12 %"),)),
    )
    (slide,) = drawn(found).slides
    lines = [
        "Office phone",
        "How Ana gets a phone",
        "Touchpoints: call. Evidence: diaries, calls",
        "Conversion. March: 12 %",
    ]
    assert slide.notes_slide.notes_text_frame.text.split("\n") == lines


def test_pictures() -> None:
    svg = Picture(Rect(0, 0, 40, 40), "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    png = Picture(Rect(50, 0, 40, 40), "image/png", PIXEL)
    (slide,) = drawn(picture(svg, png), raster=lambda *_: PIXEL).slides
    first, second = slide.shapes
    assert first._element.find(".//{*}svgBlip") is not None
    assert second.image.blob == PIXEL
    assert len(drawn(picture(svg, png)).slides[0].shapes) == 1


def test_slides_have_the_shape_of_the_first_scene_and_room_for_all() -> None:
    deck = drawn(Scene("a", "A", "", "en", 960, 540), picture(Box("pain", Rect(0, 0, 400, 300))))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert deck.slides[1].shapes[0].height == Pt(540)  # what is smaller is drawn larger
    deck = drawn(Scene("a", "A", "", "en", 960, 540), Scene("b", "B", "", "en", 2_000, 2_000))
    assert (deck.slide_width, deck.slide_height) == (round(Pt(2_000) * 16 / 9), Pt(2_000))
    deck = drawn(Scene("a", "A", "", "en", 9_000, 300))
    assert (deck.slide_width, deck.slide_height) == (Pt(56 * 72), round(Pt(300) * 56 * 72 / 9_000))


def test_a_page_is_called_by_what_of_its_title_is_on_it() -> None:
    block = LOOK.block("Office phone", "lane", 10, 10, 200)
    other = LOOK.block("Office", "lane", 10, 60, 200)
    (slide,) = drawn(picture(block, other, title="Office phone (Page 2 of 9)")).slides
    assert slide.shapes.title.text_frame.text == "Office phone"


def test_a_slide_that_is_a_picture() -> None:
    data = pptx((scene(MAPS[0]),), LOOK, slides="picture")
    (slide,) = read(data).slides
    (group,) = slide.shapes
    (image,) = group.shapes
    assert image.image.content_type == "image/png"
    drawing = image._element.find(".//{*}svgBlip").values()[0]
    text = slide.part.related_part(drawing).blob.decode()
    assert text.startswith("<?xml")
    assert "<text" not in text
    assert slide.has_notes_slide
    assert pptx((scene(MAPS[0]),), LOOK, slides="picture") == data


def test_pages_have_a_slide_each() -> None:
    pages = lay_out((journey(MAPS[0]),), LOOK, size="16:9")
    deck = drawn(*pages)
    assert len(deck.slides) == len(pages)
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    for page, slide in zip(pages, deck.slides, strict=True):
        told = Counter(word for text in written(slide) for word in words(text))
        assert told == Counter(word for text in page.texts() for word in words(text.source))
        sizes = {int(node.get("sz")) for node in slide._element.iter(f"{A}rPr")}
        assert min(sizes) >= 1000


def test_a_comparison_is_editable() -> None:
    before, after = (journey(path) for path in MAPS if path.name.startswith("office-phone"))
    scenes = comparison(compare(before, after), LOOK, detail="overview")
    (slide,) = drawn(*scenes).slides
    told = " ".join(written(slide))
    assert all(word in told for text in scenes[0].texts() for word in words(text.source))
    assert [node for node in slide._element.iter(f"{A}rPr") if node.get("strike") == "sngStrike"]


@pytest.mark.parametrize("name", theme.names())
def test_a_deck_of_our_own_has_the_colours_of_the_theme(name: str) -> None:
    look = style(name)
    scheme = Scheme(look.theme)
    slots = scheme.slots()
    assert slots["lt1"] == look.theme.page
    assert slots["accent1"] == look.theme.paints["stage"].fill
    data = draw((picture(Box("stage", Rect(0, 0, 10, 10))),), look.theme, look.faces)
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        text = held.read("ppt/theme/theme1.xml").decode()
    for slot, colour in slots.items():
        assert f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>' in text
    assert '<a:latin typeface="Arial"' in text


def test_the_same_bytes_on_any_machine() -> None:
    code = (
        "import cjm, sys; from cjm.render import lay_out, style; from cjm.render.backends.pptx import draw\n"
        f"look = style('light'); journey = cjm.load({str(MAPS[0])!r}).maps[0]\n"
        "sys.stdout.buffer.write(draw(lay_out((journey,), look), look.theme, look.faces))"
    )
    usual = {"PYTHONPATH": "src", "PYTHONUTF8": "1", "PATH": os.environ["PATH"]}
    machines = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "HOME": "/"},
        {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "HOME": "/nowhere"},
    )
    root = Path(__file__).parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env=usual | machine, cwd=root, capture_output=True, check=True
        ).stdout
        for machine in machines
    }
    (data,) = seen
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert {entry.date_time[0] for entry in held.infolist()} == {1980}
        assert not any("thumbnail" in name or "printer" in name for name in held.namelist())
        core = held.read("docProps/core.xml").decode()
    assert not re.search(r"created|modified|\d{4}-\d\d", core)
    assert cjm.load(MAPS[0]).maps[0].title in core
