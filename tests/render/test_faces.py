"""Who draws which character: Inter, then what is given, then what is installed; and what none of them has."""

from collections.abc import Iterator
from typing import Any

import pytest
import uharfbuzz

from cjm.errors import UsageError
from cjm.render import faces, glyphs
from cjm.render.faces import ALONE, Faces, gather
from cjm.render.lacking import lacking
from cjm.render.text import Style
from cjm.render.theme import load
from cjm.render.typefaces import inter, read
from tests.letters import SENTENCES, font
from tests.render.test_svg import scene

ALL = gather()
THAANA = "\u0780"  # in no font that is installed with the tests


def family(found: Faces, cluster: str) -> str:
    typeface = found.pick(cluster)
    return typeface.family if typeface else ""


@pytest.mark.parametrize(
    ("cluster", "wanted"),
    [
        ("a", "Inter"),
        ("→", "Inter"),
        ("★", "Inter"),
        ("⚠\ufe0f", "Inter"),
        ("\u200b", "Inter"),
        ("\u2060", "Inter"),
        ("ع", "Noto Sans Arabic"),
        ("می\u200c"[-2:], "Noto Sans Arabic"),
        ("ש", "Noto Sans Hebrew"),
        ("ก", "Noto Sans Thai"),
        ("क्षि", "Noto Sans Devanagari"),
        ("字", "Noto Sans CJK JP"),
        ("한", "Noto Sans CJK JP"),
        ("😀", "Noto Emoji"),
        ("1\ufe0f\u20e3", "Noto Emoji"),
        ("👩\u200d👩\u200d👧", "Noto Emoji"),
        ("🇫🇷", "Noto Emoji"),
        (THAANA, ""),
        ("\U000f0000", ""),
    ],
)
def test_who_draws_it(cluster: str, wanted: str) -> None:
    assert family(ALL, cluster) == wanted


@pytest.mark.parametrize(
    ("lang", "title", "wanted"),
    [("ja", "", "JP"), ("ko", "", "KR"), ("zh-TW", "", "TC"), ("", "图书馆", "SC"), ("en", "图书馆", "JP")],
)
def test_the_form_of_chinese_characters(lang: str, title: str, wanted: str) -> None:
    assert family(ALL.speaking(lang, title), "直") == f"Noto Sans CJK {wanted}"
    assert ALL.speaking(lang, title) is ALL.speaking(lang, title)


def test_every_sentence_can_be_drawn() -> None:
    assert glyphs.missing("\n".join(SENTENCES.values()), ALL) == ()


def test_nothing_is_opened_for_latin_letters() -> None:
    def system() -> Iterator[Any]:
        raise AssertionError

    found = gather(system=system)
    assert family(found, "ł") == "Inter"
    assert glyphs.missing("Łódź → 10\u202f000\u00a0€", found) == ()
    assert family(found, "ع") == "Noto Sans Arabic"


def test_what_is_given_comes_before_what_is_installed() -> None:
    given = gather([("a.ttf", font("Own", "aع"))])
    assert (family(given, "ع"), family(given, "a"), family(given, "ש")) == ("Own", "Inter", "Noto Sans Hebrew")
    first = gather([("b.ttf", font("Zeta", "ع")), ("a.ttf", font("Alpha", "ع"))], packages=())
    assert family(first, "ع") == "Zeta"


def test_a_family_in_two_weights() -> None:
    files = [("b.ttf", font("Own", "ع", 700, width=800)), ("r.ttf", font("Own", "ع"))]
    own = gather(files, packages=()).pick("ع")
    assert own
    assert [own.cut(weight).shape("ع", "ar")[0].advance for weight in (400, 700)] == [600, 800]
    style = Style(load("light"), gather(files, packages=()))
    kind = style.theme.types["strong"]
    assert style.width("عع", "strong") == pytest.approx(1.6 * kind.size)


def slant(made: Any) -> None:
    made["post"].italicAngle = -12
    made["head"].macStyle = 2
    made["OS/2"].fsSelection = 1


def test_upright_before_slanted() -> None:
    slanted = font("Own", "ع", width=900, change=slant)
    own = gather([("i.ttf", slanted), ("r.ttf", font("Own", "ع"))], packages=()).pick("ع")
    assert own
    assert [own.cut(weight).shape("ع", "ar")[0].advance for weight in (400, 700)] == [600, 600]


def test_two_families_of_one_name() -> None:
    both = gather([("i.ttf", font("Inter", "ع"))], packages=(), system=lambda: [uharfbuzz.Blob(font("Inter", "ש"))])
    assert [family(both, letter) for letter in "aעع"] == ["Inter", "", "Inter 2"]
    assert family(both, "ש") == "Inter 3"
    assert both.named("Inter 3") is both.pick("ש")
    assert both.named("Inter") is both.named("") is inter()


@pytest.mark.parametrize("content", [b"", b"no font", font("Own", "a")[:200], font("", "a"), font("Last Resort", "a")])
def test_what_is_no_font(content: bytes) -> None:
    with pytest.raises(UsageError, match=r"own\.ttf is no font that can be used"):
        gather([("own.ttf", content)])
    assert read([uharfbuzz.Blob(content)]) == ()


def page(bits: int) -> Any:
    def change(made: Any) -> None:
        made["OS/2"].ulCodePageRange1 = bits

    return change


def test_the_system_has_the_last_word() -> None:
    files = [
        font("Abc Mono", "ހ字"),
        font("Emoji of Abc", "ހ字"),
        font("Zeta Sans", "ހ字", change=page(1 << 17)),
        font("Yota", "字", change=page(1 << 18)),
        font("Omega TC", "字", change=page(0)),
        font("Unicode Everything", "字", change=page(0b1111 << 17)),
    ]
    found = gather(packages=(), system=lambda: map(uharfbuzz.Blob, files))
    assert family(found, THAANA) == "Zeta Sans"
    wanted = [
        ("ja", "Zeta Sans"),
        ("zh", "Yota"),
        ("zh-Hant", "Omega TC"),
        ("ko", "Unicode Everything"),
        ("zh-HK", "Zeta Sans"),
    ]
    assert [(lang, family(found.speaking(lang), "字")) for lang, _ in wanted] == wanted


def test_missing() -> None:
    assert glyphs.missing("plain") == ()
    assert glyphs.missing("Łódź → 10\u202f000\u00a0€ non\u2011breaking\n\u200bнет\u2028\t") == ()
    assert glyphs.missing("a字 ⚠️ 👩‍👩‍👧 字 1️⃣") == ("字", "👩", "👧", "\u20e3")
    assert glyphs.missing(f"a字 ⚠️ 👩‍👩‍👧 字 1️⃣ {THAANA}", ALL) == (THAANA,)


def test_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    style = Style(load("light"), ALL)
    drawn = scene(style.block(f"plain 字 {THAANA}", "body", 0, 0, 30))
    told = lacking([drawn], ALL)
    assert told
    assert told.characters == (THAANA,)
    assert told.remedy == "a font that has them can be given with --font FILE"
    assert lacking([scene(style.block("plain 字", "body", 0, 0, 30))], ALL) is None
    monkeypatch.setattr(faces, "find_spec", lambda _: None)
    told = lacking([drawn], gather())
    assert told
    assert told.characters == ("字", THAANA)
    assert told.remedy.startswith("fonts for most scripts come with the extra intl (pip install 'cjm-toolkit[intl]'); ")


def test_alone() -> None:
    assert [family(ALONE, cluster) for cluster in ("a", "字", "q\u0301", "1\ufe0f\u20e3", "\ufe0f")] == [
        "Inter",
        "",
        "Inter",
        "",
        "Inter",
    ]
