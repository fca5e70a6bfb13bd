"""Texts are measured by what the fonts say, and wrapped so that nothing leaves its box and no word is lost."""

import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cjm.render import bidi, breaks, glyphs, hyphens, theme
from cjm.render.faces import gather
from cjm.render.scene import Rect, Run
from cjm.render.text import Style
from cjm.render.typefaces import Weight, inter
from tests.letters import SENTENCES

STYLE = Style(theme.load("light"))
FACES = gather()
STYLES = st.builds(
    Style, st.just(STYLE.theme), st.sampled_from([STYLE.faces, FACES, FACES.speaking("de")]), st.booleans()
)
BODY = STYLE.theme.types["body"]

WORDS = st.sampled_from(
    (
        *("we", "wait", "e-mail", "24-hour", "hot-line", "and/or", "–", "?", "x" * 40),
        *("Łódź", "“please”", "«\u00a0oui\u00a0»", "10\u202f000", "Kunden\u00adbetreuung", "q\u0301q\u0323"),
        *("顧客は、", "「電話」", "👩‍👩‍👧", "🇫🇷🇩🇪", "⚠️", "שלום", "नमस्ते"),
        *("(مرحبا)", "«שָׁלוֹם»", "٢٠٢٤", "می‌خواهم", "ทำบัตรใหม่", "전화를", "\u0780"),
    )
)
PHRASES = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.one_of(PHRASES, st.text(max_size=60), st.text("ab -/\u00a0\u00ad\n", max_size=60))
WIDTHS = st.floats(0, 400)


def solid(text: str) -> str:
    """A text without all that a break may swallow or show."""
    return "".join(c for c in text if not c.isspace() and c not in breaks.SPACES + breaks.SOFT_HYPHEN + "-")


def test_widths() -> None:
    assert STYLE.width("", "body") == 0
    assert 0 < STYLE.width("i", "body") < STYLE.width("W", "body")
    assert STYLE.width("a  b\n", "body") == STYLE.width("a b", "body")
    assert STYLE.width("Onboarding", "strong") > STYLE.width("Onboarding", "body")
    assert glyphs.advance("Onboarding", 400) * 30 == pytest.approx(166.7, abs=0.05)  # as HarfBuzz has it at opsz=14


@given(PHRASES, PHRASES, STYLES)
def test_widths_add_up(one: str, other: str, style: Style) -> None:
    apart = style.width(one, "body") + style.width(other, "body")
    joined = style.width(f"{one} {other}", "body")
    assert joined == pytest.approx(apart + style.width("a b", "body") - style.width("ab", "body"), abs=BODY.size * 0.7)


@given(st.from_regex(glyphs._PLAIN, fullmatch=True), st.sampled_from([400, 700]))
def test_the_short_cut_measures_what_harfbuzz_does(text: str, weight: Weight) -> None:
    shaped = inter().cut(weight).shape(text, "en")
    assert glyphs.advance(text, weight) == pytest.approx(sum(glyph.advance for glyph in shaped) / 2048)
    assert glyphs.edges(text, weight)[-1] == pytest.approx(glyphs.advance(text, weight))


@given(TEXTS, WIDTHS, STYLES)
def test_no_row_is_wider_than_its_box(text: str, width: float, style: Style) -> None:
    for row in style.block(text, "body", 0, 0, width).rows:
        is_one = len(breaks.characters(row.text)) == 1
        assert row.width <= width + 1e-3 or is_one, row


@given(TEXTS, WIDTHS, STYLES)
def test_no_character_is_lost(text: str, width: float, style: Style) -> None:
    assert solid("".join(style.wrap(text, "body", width))) == solid(glyphs.clean(text))


@given(TEXTS, st.floats(100, 400), STYLES)
def test_one_row_where_there_is_room(text: str, slack: float, style: Style) -> None:
    lines = text.strip().splitlines()
    assume(len(lines) == 1 and not set(text) & {"\u200b", breaks.SOFT_HYPHEN})
    assert len(style.wrap(text, "body", style.width(text, "body") + slack)) == 1
    assert len(style.wrap(text, "body", style.width(text, "body"))) == 1


@given(TEXTS, WIDTHS, STYLES)
def test_runs_stand_side_by_side_and_fill_their_row(text: str, width: float, style: Style) -> None:
    for row in style.block(text, "body", 7, 0, width).rows:
        assert all(run.x + run.width == pytest.approx(after.x) for run, after in pairwise(row.runs))
        if row.runs:
            assert row.runs[0].x == row.x
            assert row.runs[-1].x + row.runs[-1].width == pytest.approx(row.x + row.width)
            assert all(run.text for run in row.runs)


def seen(runs: tuple[Run, ...]) -> Iterator[str]:
    """The characters of runs as they stand from left to right."""
    for run in runs:
        yield from reversed(run.text) if run.is_rtl else run.text


@given(TEXTS, STYLES)
def test_runs_hold_the_text_in_the_order_of_the_eye(text: str, style: Style) -> None:
    line = " ".join(glyphs.clean(text).split())
    assume(not set(line) & {"\ufe0e", "\ufe0f", breaks.SOFT_HYPHEN})
    is_rtl = bidi.has_rtl(line) and (style.is_rtl or bidi.first_strong(line) == "rtl")
    for row in style.block(line, "body", 0, 0, 1e6).rows:
        order = bidi.visual(bidi.levels(row.text, is_rtl=is_rtl))
        expected = [row.text[index] for index in order] if is_rtl or bidi.has_rtl(line) else list(row.text)
        assert list(seen(row.runs)) == expected if row.runs else not bidi.has_rtl(row.text)


@given(PHRASES, WIDTHS, STYLES)
def test_marks_stay_with_their_letter(text: str, width: float, style: Style) -> None:
    for row in style.wrap(text, "body", width):
        assert row
        assert not unicodedata.category(row[0]).startswith("M")
        assert row[0] != "\u200d"
        assert row[-1] != "\u200d"


@pytest.mark.parametrize(
    ("text", "room", "rows"),
    [
        ("The technician did not come", "The technician", ("The technician", "did not come")),
        ("24-hour hot-line", "24-hour", ("24-hour", "hot-line")),
        ("24-hour hot-line", "24-hour hot-", ("24-hour hot-", "line")),
        ("by phone and/or e-mail", "by phone an", ("by phone", "and/or", "e-mail")),
        ("by phone and/or e-mail", "by phone and/", ("by phone and/", "or e-mail")),
        ("since 2020–2024 – again", "2020–2024 –", ("since", "2020–2024 –", "again")),
        ("il dit : « vraiment ? »", "« vraiment ? »", ("il dit :", "« vraiment ? »")),
        ("sie sagt »Wort« und geht", "sie sagt »", ("sie sagt", "»Wort«", "und geht")),
        ("costs 10\u00a0000\u00a0km", "costs 10\u00a0000", ("costs", "10\u00a0000\u00a0km")),
        ("(see below) [there]", "(see bel", ("(see", "below)", "[there]")),
        ("Kunden\u00adbetreuung", "betreuung", ("Kunden-", "betreuung")),
        ("Kunden\u00adbetreuung", "Kundenbetreuung", ("Kundenbetreuung",)),
        ("Kunden\u00ad und\u00ad", "Kunden", ("Kunden", "und")),
        ("Please set-up a phone", "Please set-", ("Please", "set-up a", "phone")),
        ("顧客は「電話」を待っている。", "顧客は「", ("顧客は", "「電話」", "を待って", "いる。")),
        ("one\n\n two\t  three \n", "two three", ("one", "", "two three")),
        ("  \n ", "x", ()),
        ("", "x", ()),
        ("abc", "", ("a", "b", "c")),
    ],
)
def test_wrap(text: str, room: str, rows: tuple[str, ...]) -> None:
    assert STYLE.wrap(text, "body", STYLE.width(room, "body")) == rows


@pytest.mark.parametrize(
    ("lang", "text", "room", "rows"),
    [
        (
            "ja",
            SENTENCES["ja"],
            "顧客は、「電話",
            "顧客は、「電|話」を待ってい|る。2024年に|iPhone 15（新|品）を買っ|た……。",
        ),
        (
            "zh",
            SENTENCES["zh"],
            "客户在网上搜索“",
            "客户在网上搜索|“最便宜的手|机”，然后拨打|400-123电|话——没有人接。",
        ),
        ("ko", SENTENCES["ko"], "고객은 전화를 기다", "고객은 전화를|기다리고|있습니다. 2024년|3월에 샀어요!"),
        ("th", SENTENCES["th"], "ลูกค้าโทรหาศูนย์บริ", "ลูกค้าโทรหาศูนย์|บริการและทำบัตร|ใหม่ รอนานถึง 20|นาทีแล้วก็วางสาย|ไป"),
        ("hi", SENTENCES["hi"], "ग्राहक सेवा केंद्र को फ़ो", "ग्राहक सेवा केंद्र को|फ़ोन करता है और 20|मिनट तक प्रतीक्षा|करता है।"),
        ("he", SENTENCES["he"], "הלקוחה מתקשרת ל", "הלקוחה מתקשרת|למוקד|(03-1234567)|ומחכה 20 דקות."),
        (
            "de",
            "Ein Donaudampfschiffskapitän, max@firmenadresse.de",
            "Donaudampf-",
            "Ein Donau-|dampf-|schiffskapi-|tän,|max@firmen|adresse.de",
        ),
        ("", "Donaudampfschiff", "Donaudam", "Donaudam|pfschiff"),
    ],
)
def test_wrap_in_the_language(lang: str, text: str, room: str, rows: str) -> None:
    style = Style(STYLE.theme, FACES.speaking(lang))
    assert style.wrap(text, "body", style.width(room, "body")) == tuple(rows.split("|"))


def test_without_the_rules_of_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("budoux", "pyphen"):
        monkeypatch.setitem(sys.modules, name, None)
    for known in (breaks._thai, hyphens._rules):
        known.cache_clear()
    try:
        thai, german = Style(STYLE.theme, FACES.speaking("th-TH")), Style(STYLE.theme, FACES.speaking("de-CH"))
        rows = thai.wrap("ไปเที่ยวทำงาน ทำ", "body", thai.width("ไปเที่ยวทำ", "body"))
        assert rows == ("ไปเที่ยวทำ", "งาน ทำ")
        assert german.wrap("Donaudampfschiff", "body", german.width("Donaudam", "body")) == ("Donaudam", "pfschiff")
    finally:
        for known in (breaks._thai, hyphens._rules):
            known.cache_clear()


def shown(text: str, *, is_rtl: bool = False) -> str:
    """The runs of a text, with the end of their family, and from right to left in brackets."""
    (row,) = Style(STYLE.theme, FACES, is_rtl).block(text, "body", 0, 0, 1e6).rows
    named = ((run.font.split()[-1] if run.font else "", run) for run in row.runs)
    return "|".join(f"{font}[{run.text}]" if run.is_rtl else f"{font}{run.text}" for font, run in named)


@pytest.mark.parametrize(
    ("text", "runs", "in_rtl"),
    [
        ("plain → text", "", ""),
        ("iPhone 15.", "", ""),
        ("שלום!", "[!]|Hebrew[שלום]", "[!]|Hebrew[שלום]"),
        ("(مرحبا)", "[)]|Arabic[مرحبا]|[(]", "[)]|Arabic[مرحبا]|[(]"),
        ("a (ב) c", "a (|Hebrew[ב]|) c", "c|[) ]|Hebrew[ב]|[ (]|a"),
        ("ב 12.", "[.]|12|[ ]|Hebrew[ב]", ""),
        ("日本 (Ana) 字。", "JP日本| (Ana) |JP字。", "JP日本| (Ana) |JP字。"),
        ("Ana (日本)", "Ana (|JP日本|)", "Ana (|JP日本|)"),
        ("“日本”、", "JP“日本”、", "JP“日本”、"),
        ("2024年", "2024|JP年", "2024|JP年"),
        ("กข งจ 1", "Thaiกข งจ| 1", "Thaiกข งจ| 1"),
        ("नमस्ते।", "Devanagariनमस्ते।", "Devanagariनमस्ते।"),
        ("ok 👍 ⚠️", "ok |Emoji👍| ⚠", "ok |Emoji👍| ⚠"),
        ("aހb", "a|[ހ]|b", "b|[ހ]|a"),
    ],
)
def test_runs(text: str, runs: str, in_rtl: str) -> None:
    assert shown(text) == runs
    assert not in_rtl or shown(text, is_rtl=True) == in_rtl


def test_a_row_knows_the_paragraph_it_is_from() -> None:
    """``128 GB`` is Latin because iPhone stands before it, in the row above."""
    style = Style(STYLE.theme, FACES)
    block = style.block("شراء iPhone 15 (128 GB).", "body", 0, 0, style.width("شراء iPhone 1", "body"))
    assert ["".join(seen(row.runs)) for row in block.rows] == ["iPhone ءارش", ".15 (128 GB)"]


def test_arabic_is_joined() -> None:
    style = Style(STYLE.theme, FACES)
    word = "مستشفى"
    assert style.width(word, "body") < 0.8 * sum(style.width(letter, "body") for letter in word)


@pytest.mark.parametrize("text", ["q\u0301" * 30, "👩‍👩‍👧" * 12, "🇫🇷" * 12, "👍🏽" * 12, "क्षि" * 20, "1️⃣" * 12])
def test_a_word_that_is_too_wide_breaks_between_characters(text: str) -> None:
    unit = text[: breaks.characters(text)[1]]
    rows = STYLE.wrap(text, "body", 60)
    assert len(rows) > 1
    assert all(len(row) % len(unit) == 0 and row == unit * (len(row) // len(unit)) for row in rows)


def test_block() -> None:
    text = STYLE.block("The technician did not come", "body", 10, 20, 90, "end")
    assert text.box == Rect(10, 20, 90, 2 * BODY.leading)
    assert (text.role, text.source, text.align) == ("body", "The technician did not come", "end")
    assert [row.x + row.width for row in text.rows] == pytest.approx([100, 100])
    first, second = text.rows
    assert second.baseline - first.baseline == BODY.leading
    above = first.baseline - STYLE.faces.cap_height * BODY.size - text.box.y
    assert above == pytest.approx(text.box.bottom - second.baseline)
    assert BODY.size / 6 < above < BODY.size / 2
    middle = STYLE.block("did", "body", 10, 20, 90, "middle").rows[0]
    assert middle.x + middle.width / 2 == pytest.approx(55)
    assert STYLE.block("did", "body", 10, 20, 90).rows[0].x == 10
    assert STYLE.height("", "body", 90) == 0
    assert STYLE.height("The technician did not come", "body", 90) == 2 * BODY.leading


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("字", 1),
        ("字字", 2),
        ("👩‍👩‍👧", 1.37),
        ("👍🏽", 1.37),
        ("🇫🇷", 1.37),
        ("1️⃣", 1.37),
        ("✅", 1.37),
        ("ש", 0.6),
        ("ｶ", 0.6),
    ],
)
def test_estimates(text: str, ems: float) -> None:
    assert glyphs.advance(text, 400) == pytest.approx(ems)


@given(st.text(st.characters(), max_size=40))
def test_clean(text: str) -> None:
    once = glyphs.clean(text)
    assert glyphs.clean(once) == once
    once.encode()
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\x1b")
