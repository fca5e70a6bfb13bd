"""A theme's own font sets all texts: measured, embedded and drawn as such; others draw only what it lacks."""

import io
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from hypothesis import given
from hypothesis import strategies as st

from cjm import render
from cjm.errors import ConfigError
from cjm.render import glyphs, theme
from cjm.render.backends import svg
from cjm.render.faces import ALONE, gather
from cjm.render.lacking import lacking
from cjm.render.scene import Scene
from cjm.render.subsets import subsets
from cjm.render.text import Style
from cjm.render.typefaces import Cut, Weight, inter
from tests.letters import font
from tests.render.test_svg import WORDS, deviations, scene, set_by_chromium

FACES = gather()
SVG = "{http://www.w3.org/2000/svg}"
LETTERS = string.ascii_letters + string.digits + " .-"
NOTO = files("manimgx_fonts").joinpath("NotoSans[wght].ttf").read_bytes()  # a variable font with ligatures


def closed(opened: Any) -> None:
    opened["OS/2"].fsType = 2


def uneven(opened: Any) -> None:
    opened["hhea"].ascent, opened["OS/2"].sTypoAscender, opened["OS/2"].usWinAscent = 2000, 2000, 2000


def kerned(opened: Any) -> None:
    """Pairs in the way of old fonts."""
    pairs = KernTable_format_0()
    pairs.version, pairs.format, pairs.coverage, pairs.apple = 0, 0, 1, False
    pairs.kernTable = {("u0041", "u0056"): -150, ("u0065", "u0072"): 90, ("u005A", "u007A"): -70}
    opened["kern"] = newTable("kern")
    opened["kern"].version, opened["kern"].kernTables = 0, [pairs]


def corporate(letters: str = LETTERS, change: Callable[[Any], None] | None = None) -> dict[str, bytes]:
    """A font of boxes, and one of wider boxes for bold."""
    bold = font("Corporate", letters, 700, width=800, change=change)
    return {"font": font("Corporate", letters, width=700, change=change), "font-bold": bold}


def own(fonts: dict[str, bytes]) -> Style:
    """A style of a theme file that names these fonts."""
    text = "".join(f'{key} = "{key}.ttf"\n' for key in fonts)
    return render.style(theme.parse("brand.toml", text, lambda name: fonts[name.removesuffix(".ttf")]), FACES)


OWN = own({"font": NOTO})


def page(style: Style, *words: str, role: str = "body") -> Scene:
    return scene(*(style.block(each, role, 10, 10 + 80 * index, 260) for index, each in enumerate(words)), name="map")


def draw(style: Style, *words: str, fonts: svg.Fonts = "embed") -> str:
    return render.svg([page(style, *words)], style, fonts=fonts)


def families(style: Style, words: str) -> list[tuple[str, str]]:
    (text,) = page(style, words).texts()
    return [(run.text, run.font) for row in text.rows for run in row.parts]


def test_its_letters_are_those_that_are_measured() -> None:
    style = own(corporate())
    size = style.theme.types["body"].size
    assert style.width("Ana 24", "body") == pytest.approx(6 * 0.7 * size)
    assert style.width("Ana 24", "strong") == pytest.approx(6 * 0.8 * style.theme.types["strong"].size)
    assert style.wrap("Ana Ana", "body", 6 * 0.7 * size) == ("Ana", "Ana")


@given(st.text(st.sampled_from("fijltTVAWo. é"), max_size=20), st.sampled_from([400, 700]))
def test_letters_that_fuse_are_measured_as_they_are_set(words: str, weight: Weight) -> None:
    cut = OWN.faces.own.cut(weight)
    shaped = sum(glyph.advance for glyph in cut.shape(words, "en"))
    assert glyphs.advance(words, weight, OWN.faces) == pytest.approx(shaped / cut.upem)


def test_what_it_lacks_is_drawn_by_inter_and_then_by_others() -> None:
    style = own(corporate())
    assert families(style, "Ana 24") == [("Ana 24", "")]
    assert families(style, "Łódź") == [("Łó", "Inter"), ("d", ""), ("ź", "Inter")]
    assert families(style, "a → שלום") == [("a ", ""), ("→", "Inter"), (" ", ""), ("שלום", "Noto Sans Hebrew")]
    assert lacking([page(style, "Łódź → שלום \u0780")], style.faces).characters == ("\u0780",)  # type: ignore[union-attr]


def test_letters_of_one_weight_alone_are_left_to_inter() -> None:
    style = own({"font": font("Corporate", "ab"), "font-bold": font("Corporate", "a", 700)})
    assert families(style, "ab") == [("a", ""), ("b", "Inter")]


def test_an_inter_of_its_own() -> None:
    style = own({"font": font("Inter", "a")})
    assert families(style, "a→") == [("a", ""), ("→", "Inter 2")]
    assert style.faces.named("Inter 2").regular is inter().regular
    assert "font-family:'Inter 2 map'" in draw(style, "a→")


def test_the_same_typefaces_for_each_picture() -> None:
    fonts = corporate()
    look = own(fonts).theme
    assert render.style(look).faces is render.style(look).faces
    assert render.style("light").faces is ALONE
    assert render.style("light").faces.own is inter()


@pytest.mark.parametrize("change", [None, uneven])
def test_capitals_stand_in_the_middle_of_their_row(change: Callable[[Any], None] | None) -> None:
    style = own(corporate(change=change))
    kind = style.theme.types["body"]
    assert style.lead("body") == pytest.approx((kind.leading + 0.7 * kind.size) / 2)
    assert own(corporate("xyz", change)).lead("body") == render.style("light").lead("body")


def rules(text: str) -> list[str]:
    return re.findall(r"@font-face\{font-family:(.*?);font-weight", text)


def test_its_family_comes_first_in_a_drawing() -> None:
    style = own(corporate())
    embedded, system = draw(style, "Ana", "Ł"), draw(style, "Ana", "Ł", fonts="system")
    first = "font-family=\"'Corporate map', 'Corporate', Inter, 'Segoe UI',"
    assert first in embedded
    assert first.replace("'Corporate map', ", "") in system
    assert "font-family=\"'Inter map','Inter',sans-serif\"" in embedded
    assert rules(embedded) == ["'Corporate map'", "'Inter map'"]
    assert len(embedded) < 12_000
    assert "<style" not in system


def test_only_its_letters_in_use_travel() -> None:
    style = own(corporate())
    (regular,) = subsets([page(style, "Ana waits")], style.theme, style.faces)
    assert set(map(chr, TTFont(io.BytesIO(regular.data)).getBestCmap())) == set("Ana waits")


@pytest.mark.parametrize("fonts", [corporate(), corporate(change=kerned), {"font": NOTO}], ids=["two", "old", "one"])
@pytest.mark.parametrize("role", ["body", "title"])
def test_embedded_letters_are_as_wide_as_measured(fonts: dict[str, bytes], role: str) -> None:
    style = own(fonts)
    kind = style.theme.types[role]
    drawn = page(style, "AVA Zz er fi", role=role)
    (found,) = subsets([drawn], style.theme, style.faces)
    cut = Cut(uharfbuzz.Face(found.data), kind.weight)
    assert cut.axis is None
    (row,) = next(drawn.texts()).rows
    assert sum(glyph.advance for glyph in cut.shape(row.text, "en")) / cut.upem * kind.size == pytest.approx(row.width)


def test_outlines_are_its_own() -> None:
    (path,) = ET.fromstring(draw(own(corporate()), "An", fonts="outline").encode()).iter(f"{SVG}path")
    assert path.get("d") == "".join(f"M{x} 0m50 0l0 -700l600 0l0 700l-600 0z" for x in (0, 700))


@pytest.mark.parametrize("fonts", ["embed", "outline"])
def test_the_same_bytes_twice(fonts: svg.Fonts) -> None:
    one, other = (draw(own({"font": NOTO}), WORDS, "שלום", fonts=fonts) for _ in range(2))
    assert one == other


def test_one_that_may_not_be_embedded() -> None:
    style = own(corporate(change=closed))
    with pytest.raises(
        ConfigError, match=r"^Theme brand\.toml: its font ‘Corporate’ cannot be embedded: .* --fonts system"
    ):
        draw(style, "Ana")
    assert "'Corporate'" in draw(style, "Ana", fonts="system")
    assert "<path" in draw(style, "Ana", fonts="outline")


@pytest.mark.judge("chromium")
@pytest.mark.parametrize("fonts", [corporate(), corporate(change=kerned), {"font": NOTO}], ids=["two", "old", "one"])
def test_chromium_sets_it_as_wide_as_measured(fonts: dict[str, bytes], tmp_path: Path) -> None:
    style = own(fonts)
    words = f"{WORDS} affine office AVA Zz er"
    blocks = [style.block(words, role, 10, 10, 260) for role in ("body", "title")]
    found, drawn = set_by_chromium(render.svg([scene(*blocks)], style, fonts="embed"), tmp_path)
    assert set(found) == {"loaded"}
    runs = [(run.text, run.width) for block in blocks for row in block.rows for run in row.parts]
    assert not deviations(runs, drawn)
