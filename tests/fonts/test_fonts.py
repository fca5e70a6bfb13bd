"""The bundled fonts are what the build script makes, and hold what maps are written in."""

import io
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from cjm.render import glyphs
from tests.fonts import build

FOLDER = build.TARGET
STYLES = sorted(build.WEIGHTS)

LANGUAGES = {
    "ascii": "".join(map(chr, range(0x20, 0x7F))),
    "de": "ÄÖÜäöüßẞ„“‚‘–…",
    "fr": "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ«\u202f»\u00a0’",
    "ro": "ĂÂÎȘȚăâîșțŞŢşţ",
    "pl": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż”",
    "cs, hu": "ŘĚŮŐŰřěůőű",
    "es, pt": "¿¡ÑñÃÕãõ",
    "tr": "ĞİŞğış",
    "vi": "ẠẾỘựỹđƠƯ",
    "el": "ΑΒΓΔΩάέήίόύώϊΰ",
    "ru, uk": "АБВЯабвяЁёҐґЇїЄє",
    "punctuation": "·–—“”‘’‚„…†‡•‰‹›\u2010\u2011",
    "signs": "©®°±²³×÷™№€£¥₹₽₴−≈≠≤≥√∞←↑→↓↔↳■□▲△▶▼◀◆◇○●★☆✓✗⚠",
}

SAMPLES = ("AVATAR Tölpel, „Wörter“", "Type To 2024–2025: 1 + 1 = 2", "Łódź ξένος Журнал", "e\u0301 ế")


def measure(data: bytes, text: str) -> int:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


@pytest.mark.parametrize("suffix", ["ttf", "woff2"])
@pytest.mark.parametrize("style", STYLES)
def test_names_and_weights(style: str, suffix: str) -> None:
    font = TTFont(FOLDER / f"Inter-{style}.{suffix}")
    names = {record.nameID: record.toUnicode() for record in font["name"].names}
    assert (names[1], names[2], names[4], names[6]) == ("Inter", style, f"Inter {style}", f"Inter-{style}")
    assert "Open Font License" in names[13]
    assert font["OS/2"].usWeightClass == build.WEIGHTS[style]
    assert "fvar" not in font


@pytest.mark.parametrize("style", STYLES)
def test_both_files_hold_the_same_characters(style: str) -> None:
    ttf, woff2 = (TTFont(FOLDER / f"Inter-{style}.{suffix}") for suffix in ("ttf", "woff2"))
    assert ttf.getBestCmap() == woff2.getBestCmap()
    assert ttf["hmtx"].metrics == woff2["hmtx"].metrics
    assert ttf["head"].modified == woff2["head"].modified


@pytest.mark.parametrize("language", LANGUAGES)
def test_characters(language: str) -> None:
    assert glyphs.missing(LANGUAGES[language]) == ()


def test_no_arrow_of_its_own() -> None:
    """What the user wrote as two characters is drawn as two."""
    assert glyphs.advance("->", 400) == pytest.approx(glyphs.advance("-", 400) + glyphs.advance(">", 400), abs=0.05)


def test_the_licence_reserves_no_name() -> None:
    text = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    head = text[: text.index("SIL OPEN FONT LICENSE Version 1.1")]
    assert "Reserved Font Name" not in head, "a subset would need another name"


def test_small_enough_to_embed() -> None:
    assert all((FOLDER / f"Inter-{style}.woff2").stat().st_size < 64_000 for style in STYLES)


@pytest.mark.parametrize("style", STYLES)
def test_a_rebuild_measures_the_same(style: str) -> None:
    stream = io.BytesIO()
    build.instance(style).save(stream)
    kept = Path(FOLDER / f"Inter-{style}.ttf").read_bytes()
    for text in (*LANGUAGES.values(), *SAMPLES):
        assert measure(stream.getvalue(), text) == measure(kept, text), text
