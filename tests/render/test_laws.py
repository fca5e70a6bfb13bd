"""The laws of a picture, over every map that the project keeps, at every level of detail; Chromium is the judge."""

import html
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, cast, get_args

import pytest

from cjm.model.record import Record
from cjm.render import lay_out, style, svg
from cjm.render.faces import gather
from cjm.render.lanes import Detail
from cjm.render.scene import Rect, Scene
from tests.judges import program
from tests.kept import MAPS, ROOT, journey

DETAILS: tuple[Detail, ...] = get_args(Detail)
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
LOOK = style("light")
HOSTILE = "</text><script>alert(1)</script>]]>&amp;\"'\x00\x1b[31m\u202e{{}}"


def scene(path: Path, detail: Detail = "standard") -> Scene:
    (found,) = lay_out((journey(path),), LOOK, detail=detail)
    return found


def elements(text: str) -> Iterator[ET.Element]:
    return ET.fromstring(text.encode()).iter()


PAGE = """<!DOCTYPE html><meta charset="utf-8"><body>{pictures}<pre id="measured"></pre><script>
document.fonts.ready.then(() => {{
  document.getElementById("measured").textContent = JSON.stringify([...document.querySelectorAll("svg")].map(
    picture => [...picture.querySelectorAll("text")].map(text => {{
      const box = text.getBBox();
      return [text.textContent, text.getComputedTextLength(), box.x, box.width];
    }})));
}});
</script>"""


Set = tuple[str, float, float, float]
"""A text as Chromium sets it: its words, their advance, and from ``getBBox`` the left edge and width of their ink."""


def measured(pictures: list[str], folder: Path) -> list[list[Set]]:
    """How Chromium sets each text of each picture."""
    page = folder / "page.html"
    page.write_text(PAGE.format(pictures="\n".join(each.partition("\n")[2] for each in pictures)), encoding="utf-8")
    command = [program("chromium"), "--headless", "--no-sandbox", f"--user-data-dir={folder / 'profile'}"]
    options = ["--disable-gpu", "--virtual-time-budget=20000", "--dump-dom", page.as_uri()]
    done = subprocess.run(
        [*command, *options], capture_output=True, text=True, encoding="utf-8", check=True, timeout=120
    )
    found = re.search(r'<pre id="measured">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr
    told: list[list[Set]] = json.loads(html.unescape(found[1]))
    return told


@pytest.mark.judge("chromium")
@pytest.mark.parametrize("detail", DETAILS)
def test_chromium_sets_every_text_in_its_box_and_none_on_another(detail: Detail, tmp_path: Path) -> None:
    scenes = [scene(path, detail) for path in MAPS]
    pictures = [svg([each], LOOK, fonts="embed" if place == 0 else "system") for place, each in enumerate(scenes)]
    for drawn, told in zip(scenes, measured(pictures, tmp_path), strict=True):
        rows = [(text, row) for text in drawn.texts() for row in text.rows if row.text]
        assert [row.text for _, row in rows] == [words for words, *_ in told]
        inks = []
        for (text, row), (_, advance, x, width) in zip(rows, told, strict=True):
            size = LOOK.theme.types[text.role].size
            inks.append(Rect(x, row.baseline - 0.75 * size, width, size))
            assert abs(advance - row.width) <= 0.005 * row.width, row
            assert text.box.holds(inks[-1], slack=1.5), row
            assert Rect(0, 0, drawn.width, drawn.height).holds(inks[-1]), row
        inks.sort(key=lambda ink: ink.y)
        for place, ink in enumerate(inks):
            for other in inks[place + 1 :]:
                if other.y > ink.bottom:
                    break
                assert not ink.overlaps(other, slack=0.5), (drawn.name, ink, other)


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_nothing_that_a_target_cannot_draw(path: Path, detail: Detail) -> None:
    text = svg([scene(path, detail)], LOOK, fonts="embed")
    ids = [node.get("id") for node in elements(text) if node.get("id")]
    assert len(ids) == len(set(ids))
    for word in ("foreignObject", "rgba(", "transparent", "var(", "class=", "text-anchor", "direction=", "<script"):
        assert word not in text
    known = set(ids)
    assert set(re.findall(r"url\(#([^)]*)\)", text)) <= known
    assert not re.findall(r"url\((?!#|data:font/)", text)


@pytest.mark.parametrize("fonts", ["embed", "system", "outline"])
def test_the_same_bytes_on_any_machine(fonts: str) -> None:
    code = (
        "import cjm, sys; sys.stdout.reconfigure(newline='')\n"
        f"for path in {[str(path) for path in MAPS]!r}:\n"
        f"    sys.stdout.write(cjm.draw(cjm.load(path, root={str(ROOT)!r}).maps[0], fonts={fonts!r}))"
    )
    usual = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PATH": os.environ["PATH"]}
    machines = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "HOME": "/"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/nowhere"},
    )
    seen = {
        subprocess.run([sys.executable, "-c", code], env=usual | machine, capture_output=True, check=True).stdout
        for machine in machines
    }
    assert len(seen) == 1
    assert len(seen.pop()) > 100_000


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_a_map_needs_no_font_of_the_machine(path: Path) -> None:
    def installed() -> Iterator[object]:
        raise AssertionError

    (drawn,) = lay_out((journey(path),), style("light", gather(system=installed)), detail="full")
    assert drawn.height > 0


def hostile(value: Any) -> Any:
    """A record with hostile words in all of its texts; ids and words of the format stay."""
    if isinstance(value, Record):
        kept = {"id", "kind", "state", "status", "control", "lang", "path", "method", "automation", "key", "better"}
        kept |= {"at", "duration", "wait", "reviewed", "review_every", "date", "due", "told", "value", "target"}
        names = [each.name for each in fields(cast("Any", value)) if each.name not in kept]
        return replace(cast("Any", value), **{name: hostile(getattr(value, name)) for name in names})
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if isinstance(value, dict):
        return {key: hostile(each) for key, each in value.items()}
    return f"{value} {HOSTILE}" if isinstance(value, str) and value else value


@pytest.mark.parametrize("fonts", ["embed", "outline"])
def test_hostile_text_stays_text(fonts: str) -> None:
    usual = journey(ROOT / "maps" / "park-rozrywki.current.cjm.yaml")
    plain, text = (
        svg(lay_out((each,), LOOK, detail="full"), LOOK, fonts=fonts)  # type: ignore[arg-type]  # one of the words
        for each in (usual, hostile(usual))
    )
    assert {node.tag for node in elements(text)} == {node.tag for node in elements(plain)}
    assert not [key for node in elements(text) for key in node.attrib if key.startswith("on") or key == XLINK]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", text)
    assert not re.search(r"<script|alert\(1\)</script>\]\]>(?!&)", text.replace("&lt;", ""))


def test_ten_thousand_characters_and_five_hundred_touchpoints() -> None:
    first = journey(ROOT / "maps" / "office-phone.current.cjm.yaml")
    stage = first.stages[0]
    touchpoint = replace(stage.touchpoints[0], does=("word " * 2_000,))
    many = tuple(replace(touchpoint, id=f"t{place}", does=("Waits",)) for place in range(499))
    (drawn,) = lay_out((replace(first, stages=(replace(stage, touchpoints=(touchpoint, *many)),)),), LOOK)
    boxes = sorted((text.box for text in drawn.texts()), key=lambda box: (box.y, box.x))
    assert sum("Waits" in text.source for text in drawn.texts()) == 499
    assert all(Rect(0, 0, drawn.width, drawn.height).holds(box) for box in boxes)
    svg([drawn], LOOK, fonts="system").encode()
