"""Texts are measured by what the fonts say, and wrapped so that nothing leaves its box and no word is lost."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cjm.render import breaks, glyphs, theme
from cjm.render.scene import Rect
from cjm.render.text import Style, missing

STYLE = Style(theme.load("light"))
BODY = STYLE.theme.types["body"]

WORDS = st.sampled_from(
    (
        *("we", "wait", "e-mail", "24-hour", "hot-line", "and/or", "–", "?", "x" * 40),
        *("Łódź", "“please”", "«\u00a0oui\u00a0»", "10\u202f000", "Kunden\u00adbetreuung", "q\u0301q\u0323"),
        *("顧客は、", "「電話」", "👩‍👩‍👧", "🇫🇷🇩🇪", "שלום", "नमस्ते"),
    )
)
SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.one_of(SENTENCES, st.text(max_size=60), st.text("ab -/\u00a0\u00ad\n", max_size=60))
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


@given(SENTENCES, SENTENCES)
def test_widths_add_up(one: str, other: str) -> None:
    apart = STYLE.width(one, "body") + STYLE.width(other, "body")
    joined = STYLE.width(f"{one} {other}", "body")
    assert joined == pytest.approx(apart + STYLE.width("a b", "body") - STYLE.width("ab", "body"), abs=BODY.size * 0.7)


@given(st.from_regex(glyphs._PLAIN, fullmatch=True), st.sampled_from([400, 700]))
def test_the_short_cut_measures_what_harfbuzz_does(text: str, weight: glyphs.Weight) -> None:
    shaped = glyphs._shape(text, weight)
    assert glyphs.advance(text, weight) == pytest.approx(sum(width for _, width, _ in shaped))
    assert glyphs.edges(text, weight)[-1] == pytest.approx(glyphs.advance(text, weight))


@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_its_box(text: str, width: float) -> None:
    for row in STYLE.wrap(text, "body", width):
        is_one = len(breaks.characters(row)) == 1
        assert STYLE.width(row, "body") <= width + 1e-3 or is_one, row


@given(TEXTS, WIDTHS)
def test_no_character_is_lost(text: str, width: float) -> None:
    assert solid("".join(STYLE.wrap(text, "body", width))) == solid(glyphs.clean(text))


@given(TEXTS, st.floats(100, 400))
def test_one_row_where_there_is_room(text: str, slack: float) -> None:
    lines = text.strip().splitlines()
    assume(len(lines) == 1 and not set(text) & {"\u200b", breaks.SOFT_HYPHEN})
    assert len(STYLE.wrap(text, "body", STYLE.width(text, "body") + slack)) == 1
    assert len(STYLE.wrap(text, "body", STYLE.width(text, "body"))) == 1


@given(SENTENCES, WIDTHS)
def test_marks_stay_with_their_letter(text: str, width: float) -> None:
    for row in STYLE.wrap(text, "body", width):
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
    reach = glyphs.metrics()
    above = first.baseline - reach.ascent * BODY.size - text.box.y
    below = text.box.bottom - second.baseline - reach.descent * BODY.size
    assert above == pytest.approx(below)
    middle = STYLE.block("did", "body", 10, 20, 90, "middle").rows[0]
    assert middle.x + middle.width / 2 == pytest.approx(55)
    assert STYLE.block("did", "body", 10, 20, 90).rows[0].x == 10
    assert STYLE.height("", "body", 90) == 0
    assert STYLE.height("The technician did not come", "body", 90) == 2 * BODY.leading


def test_missing() -> None:
    assert missing("plain") == ()
    assert missing("Łódź → 10\u202f000\u00a0€ non\u2011breaking\n\u200bнет\u2028") == ()
    assert missing("a字 ⚠️ 👩‍👩‍👧 字") == ("字", "👩", "👧")


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
