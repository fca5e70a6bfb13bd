"""Fonts that travel along hold what the picture needs, measure as they did, and nothing else."""

import io
import unicodedata
from typing import Any

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from cjm.render.faces import gather
from cjm.render.scene import Scene, Text
from cjm.render.subsets import Subset, subsets
from cjm.render.text import Style
from cjm.render.theme import load
from cjm.render.typefaces import Cut
from tests.letters import SENTENCES, font

LIGHT = load("light")
FACES = gather()


def page(*texts: Text) -> Scene:
    return Scene("map", "Map", "", "en", 400, 300, texts)


def made(
    words: str, *roles: str, lang: str = "", given: tuple[tuple[str, bytes], ...] = ()
) -> tuple[Scene, tuple[Subset, ...]]:
    faces = gather(given) if given else FACES.speaking(lang)
    drawn = page(*(Style(LIGHT, faces).block(words, role, 0, 0, 200) for role in roles))
    return drawn, subsets([drawn], LIGHT, faces)


@pytest.mark.parametrize("lang", SENTENCES)
def test_every_run_is_as_wide_as_measured(lang: str) -> None:
    drawn, found = made(SENTENCES[lang], "body", "title", lang=lang)
    cuts = {(each.family, each.weight): Cut(uharfbuzz.Face(uharfbuzz.Blob(each.data)), each.weight) for each in found}
    for text in drawn.texts():
        kind = LIGHT.types[text.role]
        for run in (run for row in text.rows for run in row.runs if run.font):
            cut = cuts[run.font, kind.weight]
            assert cut.axis is None
            shaped = cut.shape(run.text, lang, is_rtl=run.is_rtl)
            assert all(glyph.number for glyph in shaped)
            width = sum(glyph.advance for glyph in shaped) * kind.size / cut.upem
            assert width == pytest.approx(run.width, rel=0.002), run


LETTERS = st.sampled_from(
    "".join(map("".join, SENTENCES.values())) + "\u0e33\u0eb3\u09cb\u0bca\u0649\u0654\u05e9\u05c1가"
)


@given(st.text(LETTERS, max_size=20), st.sampled_from(["body", "title"]))
def test_whatever_the_letters(words: str, role: str) -> None:
    drawn, found = made(words, role)
    cuts = {each.family: Cut(uharfbuzz.Face(uharfbuzz.Blob(each.data)), each.weight) for each in found}
    for run in (run for text in drawn.texts() for row in text.rows for run in row.runs if run.font):
        shaped = cuts[run.font].shape(run.text, "en", is_rtl=run.is_rtl)
        width = sum(glyph.advance for glyph in shaped) * LIGHT.types[role].size / cuts[run.font].upem
        assert width == pytest.approx(run.width, rel=0.002, abs=0.02), run


def test_what_is_in_it() -> None:
    drawn, found = made("a שלום ו字 👍", "body", "title", "body", lang="he")
    assert [(each.family, each.weight) for each in found] == [
        (family, weight) for family in ("Noto Emoji", "Noto Sans CJK JP", "Noto Sans Hebrew") for weight in (400, 700)
    ]
    for each in found:
        opened = TTFont(io.BytesIO(each.data))
        assert set(map(chr, opened.getBestCmap())) <= set(each.characters)
        assert set("שלוםו字👍") & set(each.characters) <= set(map(chr, opened.getBestCmap()))
        assert opened["OS/2"].usWeightClass == each.weight
        assert "fvar" not in opened
        assert each.family in {opened["name"].getDebugName(1), opened["name"].getDebugName(16)}
        assert "Open Font License" in opened["name"].getDebugName(13)
    assert sum(len(each.data) for each in found) < 60_000
    assert subsets([drawn], LIGHT, FACES) == found


def test_only_fonts_in_use() -> None:
    assert made("Łódź → ok", "body", "title")[1] == ()
    assert made("\u0780", "body")[1] == ()


def test_the_parts_of_letters_travel_along() -> None:
    (thai,) = made("ทำ", "body")[1]
    assert set("ท\u0e4d\u0e32") <= set(thai.characters)
    (korean,) = made(unicodedata.normalize("NFD", "각"), "body")[1]
    assert "각" in korean.characters


@pytest.mark.parametrize(("bits", "count"), [(0, 1), (4, 1), (8, 1), (2, 0), (0x100, 0), (0x200, 0)])
def test_a_font_that_may_not_be_embedded(bits: int, count: int) -> None:
    def close(opened: Any) -> None:
        opened["OS/2"].fsType = bits

    assert len(made("\u0780", "body", given=(("own.ttf", font("Own", "\u0780", change=close)),))[1]) == count


def test_a_font_with_faults_is_drawn_and_left_out() -> None:
    data = bytearray(font("Own", "\u0780"))
    table = TTFont(io.BytesIO(bytes(data))).reader.tables["post"]
    data[table.offset : table.offset + table.length] = bytes(table.length)
    drawn, found = made("\u0780", "body", given=(("own.ttf", bytes(data)),))
    assert [run.font for text in drawn.texts() for row in text.rows for run in row.runs] == ["Own"]
    assert found == ()
