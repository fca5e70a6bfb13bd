"""What the format's words are called in each language, and how such a word is recognised."""

import tomllib
from importlib.resources import files

import pytest

import cjm.model.read  # noqa: F401  (declares every record)
from cjm.model.channel import CHANNELS
from cjm.model.fold import MANY
from cjm.model.record import FORMS
from cjm.model.shape import shapes
from cjm.model.time import SHORT
from cjm.model.vocabulary import LANGUAGES, meant, month, tables

KEYS = {key for record in FORMS for key in shapes(record)} | set(MANY)
CHOICES = {str(choice) for record in FORMS for shape in shapes(record).values() for choice in shape.choices}
KNOWN = {*KEYS, *CHOICES, *CHANNELS, *LANGUAGES, "min", *SHORT, "s"}


@pytest.mark.parametrize(
    ("word", "known", "told"),
    [
        ("telefon", CHANNELS, "phone"), ("Na miejscu", CHANNELS, "on_site"), ("REȚELE SOCIALE", CHANNELS, "social"), ("Réseaux-sociaux", CHANNELS, "social"),
        ("e-mail", CHANNELS, "email"), ("Bouche-à-oreille", CHANNELS, "word_of_mouth"), ("pigeon", CHANNELS, ""), ("", CHANNELS, ""), ("telefon", ("web",), ""),
        ("wiek", KEYS, "age"), ("mysli", KEYS, "thinks"), ("Vârstă", KEYS, "age"), ("Gefühl", KEYS, "feels"), ("edad:", KEYS, ""), ("cel", ("goals", "id"), "goals"), ("cel", ("goal", "id"), "goal"),
        ("godz.", ("min", "h"), "h"), ("jours ouvrés", ("d", "wd"), "wd"), ("Woche", ("w",), "w"), ("español", LANGUAGES, "es"), ("w toku", CHOICES, "in_progress"),
    ],
)  # fmt: skip
def test_a_word_is_recognised_among_those_that_are_wanted(word: str, known: tuple[str, ...], told: str) -> None:
    assert meant(word, known) == told


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("June", 6),
        ("juillet", 7),
        ("août", 8),
        ("Oktober", 10),
        ("września", 9),
        ("noiembrie", 11),
        ("ene", 1),
        ("x", 0),
    ],
)
def test_a_month_is_recognised_by_its_beginning(name: str, number: int) -> None:
    assert month(name) == number


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_a_language_stands_for_one_of_the_format_and_stands_there_once(lang: str) -> None:
    everything = tomllib.loads(files("cjm.model").joinpath("languages", f"{lang}.toml").read_text("utf-8"))
    also = everything["also"]
    assert set(also) <= KNOWN
    assert all(word != key and meant(word, [key]) == key for key, words in also.items() for word in words)
    assert all(len(words) == len(set(words)) for words in also.values())
    said = {
        (key, word)
        for table in tables(lang).values()
        for key, words in table.items()
        for word in ([words] if isinstance(words, str) else words)
    }
    assert not said & {(key, word) for key, words in also.items() for word in words}
    assert len(everything["calendar"]["months"]) == 12


def test_pictures_are_not_shown_what_is_only_recognised() -> None:
    assert {"also", "calendar"}.isdisjoint(tables("fr"))
