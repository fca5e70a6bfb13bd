"""PDF holds every text as text, looks as the SVG does, and is the same each time; poppler and pypdf are the judges."""

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import cjm
from cjm.render import lay_out, pdf, style
from cjm.render.backends.pdf.file import words
from cjm.render.faces import gather
from cjm.render.glyphs import clean
from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Scene, Shape
from tests.judges import program
from tests.render.test_svg import HOSTILE

ROOT = Path(__file__).parents[2]
MAPS = [path for path in sorted((ROOT / "maps").glob("*.cjm.yaml")) if "kind: library" not in path.read_text("utf-8")]
LOOK = style("light")
WORLD = style("light", gather())

LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="30" height="20" fill="#e00000"/></svg>"""


def page(*children: Shape, title: str = "A map", width: float = 400, height: float = 300) -> Scene:
    return Scene("map", title, "How Ana gets a phone", "en", width, height, children)


def texts(*told: str) -> Scene:
    return page(*(WORLD.block(each, "body", 10.333, 20 * place, 380) for place, each in enumerate(told)))


def plain(text: str) -> str:
    """What remains of a text when spaces and forms of letters do not count."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def of_map(path: Path) -> tuple[Scene, ...]:
    (journey,) = cjm.load(path, root=ROOT).maps
    return lay_out((journey,), LOOK)


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def poppler(data: bytes, *options: str) -> str:
    command = [program("pdftotext"), "-enc", "UTF-8", *options, "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    assert not done.stderr
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_every_text_of_a_map_is_text(path: Path) -> None:
    scenes = of_map(path)
    reader = read(pdf(scenes, LOOK))
    assert len(reader.pages) == len(scenes)
    for scene, drawn in zip(scenes, reader.pages, strict=True):
        assert [float(each) for each in drawn.mediabox[2:]] == pytest.approx([scene.width, scene.height], abs=0.01)
        told = plain(drawn.extract_text())
        assert [row.text for text in scene.texts() for row in text.rows if plain(row.text) not in told] == []


@pytest.mark.judge("pdftotext")
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_poppler_finds_every_row_where_it_was_measured(path: Path) -> None:
    scenes = of_map(path)
    found = re.findall(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
        poppler(pdf(scenes, LOOK), "-bbox"),
    )
    starts = {(round(float(x)), word[:1]) for x, *_, word in found}
    for row in (row for text in scenes[0].texts() for row in text.rows if row.text.strip()):
        first = row.text.strip()[0].replace('"', "&quot;").replace("&", "&amp;")[:1]
        assert any((round(row.x) + off, first) in starts for off in (-1, 0, 1)), row


def test_fonts_are_embedded_and_hold_only_what_is_used() -> None:
    fonts = fonts_of(pdf((texts("Hamburg"),), LOOK))
    assert [str(font["/BaseFont"])[8:] for font in fonts] == ["Inter-Regular"]
    below = fonts[0]["/DescendantFonts"][0].get_object()  # type: ignore[index] # it is an array
    assert len(below["/W"][1]) == len({*"Hamburg"}) + 1
    assert "/FontFile2" in below["/FontDescriptor"]


def fonts_of(data: bytes) -> list[DictionaryObject]:
    resources = read(data).pages[0]["/Resources"]
    return [font.get_object() for font in resources["/Font"].values()]  # type: ignore[index] # it is a dictionary


SCRIPTS = {
    "Vietnamese": "Đặt lịch hẹn với tư vấn viên",
    "Greek": "Κλείνει ραντεβού με σύμβουλο",
    "Ukrainian": "Їжак записується на прийом",
    "Japanese": "夜にレビューを読み、予約します。",
    "Chinese": "预约演示电话",
    "Korean": "상담 예약을 합니다",
    "Hebrew": "להעביר את המספרים",
    "Arabic": "مكالمة تجريبية",
    "Thai": "คุณสมชาย",
    "Hindi": "किताब हिन्दी में क्षत्रिय",
    "Bengali": "কে কিনল",
    "no break": "12\u00a0000 €, 50\u202f%",
    "an emoji": "fine \N{SLIGHTLY SMILING FACE}",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_any_script(name: str) -> None:
    scene = texts(SCRIPTS[name])
    told = read(pdf((scene,), WORLD)).pages[0].extract_text()
    assert sorted(plain(told)) == sorted(plain(SCRIPTS[name]))


@pytest.mark.judge("pdftotext")
@pytest.mark.parametrize("name", SCRIPTS)
def test_poppler_reads_any_script(name: str) -> None:
    told = poppler(pdf((texts(SCRIPTS[name]),), WORLD))
    told = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", told)
    assert told.split() == unicodedata.normalize("NFKC", SCRIPTS[name]).split()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text(words: str) -> None:
    scene = page(Group(words, words, texts(words).children, words), title=words)
    reader = read(pdf((scene,), LOOK))
    assert reader.metadata is not None
    assert plain(str(reader.metadata.title)) == plain(clean(words))
    assert not [key for key in reader.trailer["/Root"] if key in {"/OpenAction", "/AA", "/AcroForm", "/Names"}]  # type: ignore[attr-defined]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=30))
def test_any_text_is_well_formed(words: str) -> None:
    reader = read(pdf((page(*texts(words).children, title=words),), LOOK))
    reader.pages[0].extract_text()


def test_a_text_for_people_is_utf_16() -> None:
    assert (
        words("Ana's (first)\n call")
        == f"<feff{'Ana’s'.replace('’', chr(39)).encode('utf-16-be').hex()}"
        + "".join(f"{ord(each):04x}" for each in " (first) call")
        + ">"
    )


def test_the_same_bytes_twice_and_no_date() -> None:
    scenes = of_map(MAPS[0])
    data = pdf(scenes, LOOK)
    assert data == pdf(scenes, style("light"))
    assert b"Date" not in data


def test_pages() -> None:
    reader = read(pdf([texts("one"), texts("two"), texts("three")], LOOK))
    assert [drawn.extract_text() for drawn in reader.pages] == ["one", "two", "three"]


def test_a_page_that_is_longer_than_viewers_take() -> None:
    drawn = read(pdf((page(width=30_000),), LOOK)).pages[0]
    assert float(drawn.mediabox[2]) * drawn.user_unit == pytest.approx(30_000)


def test_readers_hear_what_groups_are_called_and_the_whole_text() -> None:
    long = "A sentence that does not fit into one row of a narrow cell"
    scene = page(Group("lane", "Lane: feelings", (LOOK.block(long, "body", 0, 0, 90), Dot("point-high", (5, 5), 2))))
    root = read(pdf((scene,), LOOK)).trailer["/Root"]
    assert root["/Lang"] == "en"  # type: ignore[index]
    document = root["/StructTreeRoot"]["/K"]  # type: ignore[index]
    (sheet,) = document["/K"]
    (lane,) = sheet.get_object()["/K"]
    assert lane.get_object()["/T"] == "Lane: feelings"
    (text,) = lane.get_object()["/K"]
    assert (text.get_object()["/S"], text.get_object()["/ActualText"]) == ("/P", long)


def test_what_has_no_area_is_not_drawn() -> None:
    data = (
        read(pdf((page(Box("card", Rect(10, 10, 0, 50)), Dot("point-high", (5, 5), 0)),), LOOK)).pages[0].get_contents()
    )
    assert data is not None
    assert data.get_data().count(b" re") == 1  # the page


def test_a_logo_is_there_once() -> None:
    logo = Picture(Rect(300, 10, 60, 20), "image/svg+xml", LOGO)
    reader = read(pdf([page(logo), page(logo)], LOOK))
    images = [image for drawn in reader.pages for image in drawn["/Resources"]["/XObject"].values()]  # type: ignore[index]
    assert images[0].get_object() == images[1].get_object()
    image = images[0].get_object()
    assert (image["/Width"], image["/Height"]) == (240, 80)
    assert image.get_data()[:3] == b"\xe0\x00\x00"
    assert image["/SMask"].get_data()[239:][:1] == b"\x00"


def test_every_shape() -> None:
    curve = ((10.0, 180.0), (20.0, 180.0), (30.0, 200.0))
    scene = page(
        Polygon("stage", ((0, 0), (100.126, 0), (110, 30)), LOOK.block("Order", "stage", 14, 22, 92)),
        Box("pain-assumed", Rect(10, 80, 90, 30), 4, LOOK.block("waits", "body", 14, 84, 80)),
        Line("visibility", (0, 150), (400, 150)),
        Curve("curve", (0, 200), (curve,)),
        Curve("area-low", (0, 200), (curve,), closed=True, fade=(220, 150)),
        Icon("icon", "phone", Rect(0, 0, 12, 12)),
        Dot("point-low", (9, 5), 2.5),
    )
    reader = read(pdf((scene,), LOOK))
    assert reader.pages[0].extract_text().split() == ["Order", "waits"]
    (fade,) = (each for each in reader.pages[0]["/Resources"]["/ExtGState"].values() if "/SMask" in each)  # type: ignore[index]
    assert fade["/SMask"]["/S"] == "/Luminosity"
