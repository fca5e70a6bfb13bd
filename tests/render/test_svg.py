"""SVG is plain, safe and the same each time; Chromium sets the text as wide as we measured it."""

import html
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.render import theme
from cjm.render.backends import svg
from cjm.render.backends.xml import Ids, number
from cjm.render.scene import Box, Curve, Dot, Group, Line, Polygon, Rect, Scene, Shape
from cjm.render.text import Style
from tests.judges import program

LIGHT = theme.load("light")
STYLE = Style(LIGHT)
SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PLAIN = {"svg", "title", "desc", "style", "rect", "g", "polygon", "text", "circle", "line", "path"}
FADING = {"defs", "linearGradient", "stop"}
HOSTILE = [
    "<script>alert(1)</script>",
    "]]>",
    "&amp; & &#0;",
    "\"'><a onload='x'",
    "a\x00b\x1b\x7f\ufffe",
    "left \u202eright\u202c \u2066iso\u2069",
    "\ud800 alone",
    "--><!-- <?xml ?>",
]


def scene(*children: Shape, name: str = "office-phone", title: str = "Office phone") -> Scene:
    return Scene(name, title, "How Ana gets a phone", "en", 400, 300, children)


def texts(*words: str) -> Scene:
    return scene(*(STYLE.block(word, "body", 10.333, 20 * i, 150) for i, word in enumerate(words)))


def everything() -> Scene:
    label = STYLE.block("Get a phone that works, at last", "stage", 14, 22, 92, "middle")
    return scene(
        Group(
            "stage",
            "Stage: order",
            (
                Polygon("stage", ((0, 0), (100.126, 0), (110, 30), (100, 60), (0, 60)), label),
                Group("cell", "Touchpoint: call", (Dot("point-high", (5, 5), 2.5),), "touchpoint/call"),
                Group("cell", "Touchpoint: call again", (Dot("point-low", (9, 5), 2.5),), "touchpoint call"),
                Group("dots", "", (Dot("level-off", (9, 5), 2.5),)),
            ),
            "stage/order",
        ),
        Box("pain-assumed", Rect(10, 80, 90, 30), 4, STYLE.block("waits", "body", 14, 84, 80)),
        Line("visibility", (0, 150), (400, 150)),
        Curve("curve", (0, 200), (((10, 180), (20, 180), (30, 200)),)),
        Curve("area-low", (0, 200), (((10, 180), (20, 180), (30, 200)),), closed=True),
    )


def draw(picture: Scene, fonts: svg.Fonts = "system") -> str:
    return svg.draw((picture,), LIGHT, fonts)


def parse(text: str) -> ET.Element:
    return ET.fromstring(text.encode())


def test_the_whole_document() -> None:
    assert draw(everything()) == Path(__file__).with_name("everything.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("fonts", ["embed", "system", "outline"])
@pytest.mark.parametrize("name", theme.names())
def test_nothing_that_a_target_cannot_draw(name: str, fonts: svg.Fonts) -> None:
    text = svg.draw((everything(),), theme.load(name), fonts)
    root = parse(text)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= PLAIN
    for word in ("foreignObject", "rgba(", "transparent", "var(", "class=", "style=", "text-anchor", "direction="):
        assert word not in text
    assert not re.search(r"""(?:href|src)\s*=|url\((?!data:font/woff2;base64,)|<script|\son\w+=""", text)
    assert root.find(f"{SVG}rect").get("fill") == theme.load(name).page  # type: ignore[union-attr]


def test_a_fading_area() -> None:
    def area(role: str, strong: float, weak: float) -> Curve:
        return Curve(role, (0, 200), (((10, 180), (20, 180), (30, 200)),), closed=True, fade=(strong, weak))

    text = draw(scene(area("area-low", 220, 150), area("area-high", 80, 150), area("area-low", 220, 150)))
    root = parse(text)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= PLAIN | FADING
    fades = {node.get("id"): node for node in root.iter(f"{SVG}linearGradient")}
    assert set(re.findall(r"url\(#([^)]*)\)", text)) == set(fades)
    assert list(fades) == ["office-phone-area-low-fade", "office-phone-area-high-fade"]
    strong, weak = fades["office-phone-area-low-fade"]
    paint = LIGHT.paints["area-low"]
    assert strong.get("stop-color") == weak.get("stop-color") == paint.fill
    assert float(strong.get("stop-opacity", "")) == paint.opacity > 4 * float(weak.get("stop-opacity", ""))
    assert [fades["office-phone-area-high-fade"].get(key) for key in ("y1", "y2")] == ["80", "150"]
    assert [node.tag for node in root].index(f"{SVG}defs") < [node.tag for node in root].index(f"{SVG}path")


def test_fonts() -> None:
    embedded = draw(everything(), "embed")
    assert embedded.count("@font-face") == 2
    assert re.findall(r"font-weight:(\d+)", embedded) == ["400", "700"]
    assert draw(texts("plain"), "embed").count("@font-face") == 1
    assert "<style" not in draw(everything())
    assert re.sub("<style.*</style>\n", "", embedded) == draw(everything())


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text(words: str) -> None:
    picture = Scene(
        words,
        words,
        words,
        words,
        400,
        300,
        (Group(words, words, texts(words).children, words), Group("x", "y", (), words)),
    )
    text = draw(picture)
    text.encode()
    root = parse(text)
    assert {node.tag for node in root.iter()} <= {SVG + name for name in ("svg", "title", "desc", "rect", "g", "text")}
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    ids = [node.get("id", "") for node in root.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[^\W\d][\w.-]*", each) for each in ids)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_well_formed(words: str, name: str) -> None:
    root = parse(
        draw(Scene(name, words, words, words, 400, 300, (Group("cell", words, (), name), *texts(words).children)))
    )
    assert root.get("role") == "graphics-document"


def test_words_arrive_as_they_were() -> None:
    words = "Ça « va » & <so>: “Łódź” 'x' \"y\" 100 %"
    root = parse(draw(texts(words)))
    assert " ".join(node.text or "" for node in root.iter(f"{SVG}text")) == words


def test_spaces_that_xml_would_swallow() -> None:
    block = STYLE.block("plain", "body", 0, 0, 100)
    spaced = type(block)("body", "", block.box, (type(block.rows[0])("two  spaces", 0, 10, 50), block.rows[0]))
    first, second = parse(draw(scene(spaced))).iter(f"{SVG}text")
    assert first.get(f"{XML}space") == "preserve"
    assert second.get(f"{XML}space") is None


def test_ids() -> None:
    ids = Ids("office-phone@future")
    assert [ids.give("touchpoint/porting"), ids.give("touchpoint porting"), ids.give("pain/ждать")] == [
        "office-phone-future-touchpoint-porting",
        "office-phone-future-touchpoint-porting-2",
        "office-phone-future-pain-ждать",
    ]
    assert Ids("2024 plan").give("title") == "map-2024-plan-title"
    assert Ids("").give("title") == "map-title"
    assert Ids("電話").give("²") == "電話--"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.001, "0"), (1.005, "1"), (12.5, "12.5"), (100, "100"), (-3.256, "-3.26")]
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


def test_the_same_bytes_whatever_the_seed() -> None:
    code = "from tests.render.test_svg import draw, everything; print(draw(everything(), 'embed'))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(["src", "."]), "PYTHONUTF8": "1"},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert seen == {(draw(everything(), "embed") + "\n").replace("\n", os.linesep).encode()}


WORDS = """Ana's phone is two weeks late. AVATAR To Ty We P. 24-hour hot-line – “please!” «\u202foui\u202f» 10\u202f000\u00a0€
Zażółć gęślą jaźń; Straße, Größe; L’été à Noël; Înțeleg și țin; Žluťoučký kůň; ¿Qué? Ελληνικά, Журнал: −2 → +2 ≥ 10 %"""

PAGE = """<!DOCTYPE html><meta charset="utf-8"><body>{svg}<pre id="widths"></pre><script>
document.fonts.ready.then(() => {{
  const texts = [...document.querySelectorAll("svg text")];
  const fonts = [...document.fonts].map(font => font.status);
  document.getElementById("widths").textContent = JSON.stringify({{
    fonts, widths: texts.map(text => [text.textContent, text.getComputedTextLength()])}});
}});
</script>"""


def set_by_chromium(picture: str, folder: Path) -> tuple[list[str], list[tuple[str, float]]]:
    """What became of the fonts of a drawing, and how wide each of its texts is."""
    page = folder / "page.html"
    page.write_text(PAGE.format(svg=picture.partition("\n")[2]), encoding="utf-8")
    command = [program("chromium"), "--headless", "--no-sandbox", f"--user-data-dir={folder / 'profile'}"]
    options = ["--disable-gpu", "--virtual-time-budget=10000", "--dump-dom", page.as_uri()]
    done = subprocess.run(
        [*command, *options], capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    )
    found = re.search(r'<pre id="widths">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr
    report = json.loads(html.unescape(found[1]))
    return report["fonts"], [(words, width) for words, width in report["widths"]]


def deviations(measured: list[tuple[str, float]], drawn: list[tuple[str, float]]) -> set[str]:
    """The texts that are not as wide as measured."""
    assert [words for words, _ in drawn] == [words for words, _ in measured]
    return {
        f"{words}: {wide:.2f} for {width:.2f}"
        for (words, width), (_, wide) in zip(measured, drawn, strict=True)
        if abs(wide - width) > 0.01 * width
    }


@pytest.mark.judge("chromium")
def test_chromium_sets_text_as_wide_as_measured(tmp_path: Path) -> None:
    roles = sorted(LIGHT.types)
    blocks = [STYLE.block(WORDS, role, 10, 10, 260) for role in roles]
    fonts, drawn = set_by_chromium(draw(scene(*blocks), "embed"), tmp_path)
    assert fonts == ["loaded", "loaded"]
    assert not deviations([(row.text, row.width) for block in blocks for row in block.rows], drawn)
