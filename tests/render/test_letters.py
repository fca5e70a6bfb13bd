"""Texts in any script arrive in a drawing: in their fonts, in their order, as wide as measured; or as outlines."""

import html
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.render.backends import svg
from cjm.render.backends.outlines import outline
from cjm.render.faces import gather
from cjm.render.scene import Run, Scene, Text
from cjm.render.text import Style
from cjm.render.theme import load
from cjm.render.typefaces import inter
from tests.judges import program
from tests.letters import SENTENCES, font

LIGHT = load("light")
FACES = gather()
SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MARK = "\u200f"


def page(*words: str, lang: str = "en", role: str = "body", width: float = 260) -> tuple[Scene, Style]:
    style = Style(LIGHT, FACES.speaking(lang))
    blocks = list[Text]()
    for each in words:
        blocks.append(style.block(each, role, 10, blocks[-1].box.bottom if blocks else 10, width))
    return Scene("map", "Map", "", lang, 300, 300, tuple(blocks)), style


def draw(drawn: tuple[Scene, Style], fonts: svg.Fonts = "system") -> str:
    return svg.draw((drawn[0],), LIGHT, fonts, drawn[1].faces)


def texts(drawn: tuple[Scene, Style]) -> list[ET.Element]:
    return list(ET.fromstring(draw(drawn).encode()).iter(f"{SVG}text"))


@pytest.mark.parametrize("lang", SENTENCES)
def test_one_element_for_each_run(lang: str) -> None:
    drawn = page(SENTENCES[lang], lang=lang)
    runs = [run for text in drawn[0].texts() for row in text.rows for run in row.runs or (row,)]
    found = texts(drawn)
    assert [(node.text or "").strip(MARK) for node in found] == [run.text for run in runs]
    for run, node in zip(runs, found, strict=True):
        assert float(node.get("x", "")) == pytest.approx(run.x, abs=0.006)
        family = getattr(run, "font", "")
        assert node.get("font-family") == (f"'{family}',sans-serif" if family else None)
        assert not {"direction", "text-anchor", "unicode-bidi"} & set(node.attrib)
        words = node.text or ""
        assert (node.get(f"{XML}space") == "preserve") == (words != words.strip(" "))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("אב", ["אב"]),
        ("אב!", [f"{MARK}!{MARK}", "אב"]),
        ("«نعم»", [f"{MARK}«نعم»{MARK}"]),
        ("(12)", ["(12)"]),
        ("ב 12", ["12", f"{MARK} {MARK}", "ב"]),
        ("⚠\ufe0f ☎\ufe0f 🙂", ["⚠ ", "☎", " ", "🙂"]),
        ("字\u0780\ufe0f", ["字", f"{MARK}\u0780\ufe0f{MARK}"]),
    ],
)
def test_what_is_written(words: str, written: list[str]) -> None:
    assert [node.text for node in texts(page(words))] == written


def test_embedded_families_are_those_of_the_drawing() -> None:
    text = draw(page("a שלום", role="title"), "embed")
    rules = re.findall(r"@font-face\{font-family:(.*?);font-weight:(\d+);src:url\(data:(.*?);base64,", text)
    assert rules == [("Inter", "700", "font/woff2"), ("'Noto Sans Hebrew map'", "700", "font/ttf")]
    assert "font-family=\"'Noto Sans Hebrew map','Noto Sans Hebrew',sans-serif\"" in text
    assert "data:font/otf" in draw(page("字"), "embed")


def test_hostile_names() -> None:
    name = "O'wn \\ </style> \"&}"
    style = Style(LIGHT, gather([("own.ttf", font(name, "\u0780"))], packages=()))
    drawn = Scene("map", "Map", "", "en", 300, 300, (style.block("\u0780", "body", 0, 0, 90),)), style
    root = ET.fromstring(draw(drawn, "embed").encode())
    quoted = "'O\\'wn \\\\ </style> \"&} map'"
    (element,) = root.iter(f"{SVG}text")
    assert (element.get("font-family") or "").startswith(f"{quoted},")
    (rules,) = root.iter(f"{SVG}style")
    assert f"font-family:{quoted};" in (rules.text or "")


OUTLINED = {"svg", "title", "rect", "g", "path"}


@pytest.mark.parametrize("lang", SENTENCES)
def test_outlines(lang: str) -> None:
    drawn = page(SENTENCES[lang], lang=lang)
    text = draw(drawn, "outline")
    root = ET.fromstring(text.encode())
    assert {node.tag.removeprefix(SVG) for node in root.iter()} == OUTLINED
    assert "font" not in text
    (group,) = (node for node in root.iter(f"{SVG}g"))
    assert (group.get("role"), group.get("aria-label")) == ("img", SENTENCES[lang])
    runs = [run for text in drawn[0].texts() for row in text.rows for run in row.runs or (row,) if run.text.strip()]
    assert len(list(group)) == len(runs)
    assert all(re.fullmatch(r"(M-?\d+ -?\d+([mlqcz][-\d ]*)+)+", node.get("d", "")) for node in group)


def test_outlines_keep_within_their_run() -> None:
    """Each path begins where its run does and reaches over its width, side bearings aside."""
    drawn = page("Ana wartet", role="title")
    (path,) = ET.fromstring(draw(drawn, "outline").encode()).iter(f"{SVG}path")
    (row,) = next(drawn[0].texts()).rows
    placed = re.fullmatch(r"translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)", path.get("transform", ""))
    assert placed
    x, y, scale = map(float, placed.groups())
    assert [x, y] == pytest.approx([row.x, row.baseline], abs=0.006)
    assert scale * inter().bold.upem == pytest.approx(LIGHT.types["title"].size, rel=1e-3)
    starts = [int(start) for start in re.findall(r"M(-?\d+) ", path.get("d", ""))]
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert row.width - 2 * LIGHT.types["title"].size < starts[-1] * scale < row.width


def test_brackets_face_the_other_way() -> None:
    cut = inter().regular
    assert outline(cut, "(", "he", is_rtl=True) == outline(cut, ")", "he")
    assert outline(cut, "(", "he", is_rtl=True) != outline(cut, "(", "he")


def test_plain_letters_open_no_fonts() -> None:
    def system() -> Iterator[bytes]:
        raise AssertionError

    style = Style(LIGHT, gather(system=system).speaking("fr", "Ça va"))
    drawn = Scene("map", "Map", "", "fr", 300, 300, (style.block("Ça va → oui", "body", 0, 0, 90),)), style
    assert "<path" in draw(drawn, "outline")
    assert "Inter" in draw(drawn, "embed")


@pytest.mark.parametrize("lang", ["", "x" * 300, "日本", "en\n", "'\"<"])
def test_whatever_the_language(lang: str) -> None:
    for fonts in ("embed", "outline"):
        ET.fromstring(draw(page("Łódź نعم 字", lang=lang), fonts).encode())


def test_a_missing_character_is_a_gap() -> None:
    drawn = page("a\u0780b", role="title")
    found = list(ET.fromstring(draw(drawn, "outline").encode()).iter(f"{SVG}path"))
    lefts = [float(re.findall(r"[\d.]+", node.get("transform", ""))[0]) for node in found]
    assert len(lefts) == 2
    size = LIGHT.types["title"].size
    assert lefts[1] - lefts[0] == pytest.approx(drawn[1].width("a", "title") + 0.6 * size, abs=0.02)
    assert "<path" not in draw(page("\u0780"), "outline")


@given(st.text(max_size=30))
def test_any_text_can_be_outlined(words: str) -> None:
    ET.fromstring(draw(page(words), "outline").encode())


@pytest.mark.parametrize("fonts", ["embed", "outline"])
def test_the_same_bytes_everywhere(fonts: str) -> None:
    code = (
        "import sys; from tests.letters import SENTENCES; from tests.render.test_letters import draw, page;"
        f"sys.stdout.buffer.write(draw(page(*SENTENCES.values()), {fonts!r}).encode())"
    )
    path = {"PYTHONPATH": os.pathsep.join(["src", "."])}
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | path | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "TZ": zone},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("0", "C", "UTC"), ("42", "tr_TR.UTF-8", "Asia/Tokyo"))
    }
    assert seen == {draw(page(*SENTENCES.values()), fonts).encode()}  # type: ignore[arg-type]


PAGE = """<!DOCTYPE html><meta charset="utf-8"><body>{svg}<pre id="told"></pre><script>
document.fonts.ready.then(() => {{
  const told = text => [text.textContent, text.getComputedTextLength(),
    [...text.textContent].map((_, at, all) => {{
      const box = text.getExtentOfChar(all.slice(0, at).join("").length);
      return box.x + box.width / 2;
    }})];
  document.getElementById("told").textContent = JSON.stringify({{
    fonts: [...document.fonts].map(font => font.status), texts: [...document.querySelectorAll("svg text")].map(told)}});
}});
</script>"""


@pytest.mark.judge("chromium")
def test_chromium_sets_every_script_as_measured(tmp_path: Path) -> None:
    """As wide, and with the characters in the order that we say: falling from left to right where a run is rtl."""
    parts = [page(sentence, lang=lang, role=role) for lang, sentence in SENTENCES.items() for role in ("body", "title")]
    named = [(replace(part, name=f"part-{index}"), style) for index, (part, style) in enumerate(parts)]
    place = tmp_path / "page.html"
    place.write_text(
        PAGE.format(svg="".join(draw(part, "embed").partition("\n")[2] for part in named)), encoding="utf-8"
    )
    command = [program("chromium"), "--headless", "--no-sandbox", f"--user-data-dir={tmp_path / 'profile'}"]
    options = ["--disable-gpu", "--virtual-time-budget=20000", "--dump-dom", place.as_uri()]
    done = subprocess.run(
        [*command, *options], capture_output=True, text=True, encoding="utf-8", check=True, timeout=120
    )
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr
    report = json.loads(html.unescape(found[1]))
    assert set(report["fonts"]) == {"loaded"}
    runs = [run for part, _ in parts for text in part.texts() for row in text.rows for run in row.runs or (row,)]
    assert [words.strip(MARK) for words, _, _ in report["texts"]] == [run.text for run in runs]
    faults = set[str]()
    for run, (words, width, middles) in zip(runs, report["texts"], strict=True):
        if abs(width - run.width) > max(0.01 * run.width, 0.02):
            faults.add(f"{words}: {width:.2f} for {run.width:.2f}")
        is_rtl = isinstance(run, Run) and run.is_rtl
        ordered = list(reversed(middles)) if is_rtl else middles
        if any(after < before - 1 for before, after in pairwise(ordered)):
            faults.add(f"{words}: out of order")
    assert not faults
