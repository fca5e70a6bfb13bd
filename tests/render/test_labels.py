"""The words that pictures add, and how each language writes figures and quotations."""

import string
from typing import get_args

import pytest

from cjm.model.channel import CHANNELS
from cjm.model.metric import MetricKind
from cjm.render.amounts import amount, duration, number, percent, signed
from cjm.render.labels import LANGUAGES, labels
from cjm.render.lanes import LANES
from cjm.render.typography import quoted, typeset

NB = "\u00a0"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_says_the_same(lang: str) -> None:
    english, own = labels("en").tables, labels(lang).tables
    raw = __import__("cjm.render.labels", fromlist=["_read"])._read(lang)
    assert {name: set(table) for name, table in raw.items()} == {name: set(table) for name, table in english.items()}
    for name, table in english.items():
        for key, word in table.items():
            if isinstance(word, str):
                assert _gaps(own[name][key]) == _gaps(word), key


def _gaps(word: str) -> list[str]:
    return sorted(str(name) for _, name, _, _ in string.Formatter().parse(word) if name is not None)


def test_every_lane_channel_and_figure_has_a_word() -> None:
    words = labels("en")
    assert all(words.has("lanes", key) for key in LANES)
    assert all(words.has("channels", key) for key in CHANNELS)
    assert all(words.has("metrics", kind) for kind in get_args(MetricKind))


@pytest.mark.parametrize(
    ("lang", "name"), [("fr-CA", "Ressenti"), ("PL", "Emocje"), ("sv", "Feeling"), ("", "Feeling")]
)
def test_the_language_is_found_or_english(lang: str, name: str) -> None:
    assert labels(lang).lane("feels") == name


def test_a_word_that_nobody_has_is_made_readable() -> None:
    assert labels("fr").word("statuses", "on_hold") == "on hold"
    assert labels("fr").channel("Café du coin") == "Café du coin"


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "1 day", "1 day"), ("en", "2 d", "2 days"), ("en", "2-3 working days", "2–3 working days"),
        ("en", "PT11M", "11 minutes"), ("en", "P1Y2M", "1 year 2 months"), ("en", "P", "P"), ("en", "in spring", "in spring"),
        ("fr", "1.5 h", "1,5 heure"), ("fr", "2 months", "2 mois"),
        ("ro", "1 wd", "1 zi lucrătoare"), ("ro", "2 weeks", "2 săptămâni"), ("ro", "20 min", "20 de minute"),
        ("ro", "101 days", "101 zile"), ("ro", "120 days", "120 de zile"),
        ("pl", "1 month", "1 miesiąc"), ("pl", "2 days", "2 dni"), ("pl", "5 hours", "5 godzin"),
        ("pl", "12 min", "12 minut"), ("pl", "22 h", "22 godziny"), ("pl", "1.5 y", "1,5 roku"),
        ("de", "2 wd", "2 Arbeitstage"), ("es", "1 y", "1 año"), ("es", "3 years", "3 años"),
    ],
)  # fmt: skip
def test_durations_are_told_in_the_language(lang: str, text: str, told: str) -> None:
    assert duration(text, labels(lang)).replace(NB, " ") == told


def test_numbers_have_the_marks_of_the_language() -> None:
    english, french, german = labels("en"), labels("fr"), labels("de")
    assert [number(value, english) for value in (5200, 18200, 0.25, "1.0", -3)] == ["5200", "18,200", "0.25", "1", "−3"]
    assert number("18200.5", french) == f"18{NB}200,5"
    assert number(1234567, german) == "1.234.567"
    assert [signed(value, english) for value in (2, -1.5, 0, -0.04)] == ["+2", "−1.5", "0", "0"]
    assert percent(80.4, french) == f"80,4{NB}%"


@pytest.mark.parametrize(
    ("value", "unit", "share", "told"),
    [
        ("52", "", False, "52"), ("0.41", "", True, "41%"), ("80.4%", "", True, "80.4%"), ("19", "day", False, "19 days"),
        ("18200", "EUR", False, "18,200 EUR"), ("11 minutes", "", False, "11 minutes"), ("-3", "", False, "−3"),
    ],
)  # fmt: skip
def test_figures_carry_their_unit(value: str, unit: str, share: bool, told: str) -> None:  # noqa: FBT001
    assert amount(value, unit, labels("en"), share=share).replace(NB, " ") == told


def test_french_keeps_its_marks_with_their_words() -> None:
    text = "Quoi? Vraiment ! « Oui » (peut-être ?) à 10:30: https://x.fr 20 %"
    told = "Quoi_? Vraiment_! «_Oui_» (peut-être_?) à 10:30_: https://x.fr 20_%"
    assert typeset(text, "fr-CH") == told.replace("_", NB)
    assert typeset(text, "en") == text
    assert typeset(typeset(text, "fr"), "fr") == typeset(text, "fr")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rozmowa z klientem w sklepie i w domu", "Rozmowa z_klientem w_sklepie i_w_domu"),
        ("A potem? „O co chodzi”", "A_potem? „O_co chodzi”"),
        ("Grupa B d’a z", "Grupa B d’a z"),  # other letters, the end of a word, the end of a text
    ],
)
def test_polish_ends_no_line_with_a_word_of_one_letter(text: str, told: str) -> None:
    assert typeset(text, "pl-PL") == told.replace("_", NB)
    assert typeset(text, "plt") == text
    assert typeset(typeset(text, "pl"), "pl") == typeset(text, "pl")


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("pl", "„Halo", "„Halo”"), ("pl", "Halo”", "„Halo”"), ("pl", "‚Halo‘", "‚Halo‘"), ("de", "Halo“", "„Halo“"), ("de", "»Halo«", "»Halo«"),
        ("fr", "« Oui", "«_Oui_»"), ("fr", "Oui »", "«_Oui_»"), ("en", "「はい」", "「はい」"), ("en", "“No” she said", "“No” she said"), ("en", "so “no”", "“so “no””"), ("en", "’tis", "“’tis”"),
    ],
)  # fmt: skip
def test_marks_that_a_quotation_has_are_not_doubled(lang: str, text: str, told: str) -> None:
    assert quoted(text, labels(lang)).replace(NB, "_") == told


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "“Now”"), ("fr", "«_Now_»"), ("ro", "„Now”"), ("pl", "„Now”"), ("de", "„Now“"), ("es", "«Now»")],
)
def test_quotations_have_the_marks_of_the_language_once(lang: str, told: str) -> None:
    words = labels(lang)
    assert quoted("Now", words) == told.replace("_", NB)
    assert quoted(quoted("Now", words), words) == quoted("Now", words)
    assert quoted('"Now"', words) == '"Now"'
