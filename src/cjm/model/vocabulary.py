"""What the format's words are called in each language: pictures write them, and reading recognises them where they are typed.

The format itself is English in every map. Each language is a file beside this module.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

LANGUAGES = ("en", "fr", "ro", "pl", "de", "es")
"""The languages that there are words in, the one of the format first."""

Tables = Mapping[str, Mapping[str, Any]]

_ALSO, _CALENDAR = "also", "calendar"
_ODD_LETTERS = str.maketrans({"ł": "l", "ø": "o", "_": " ", "-": " ", "‑": " ", "’": "'"})


def tables(lang: str) -> Tables:
    """The words that pictures in one of the ``LANGUAGES`` have for those of the format: channels, states, units of time."""
    return {name: table for name, table in _read(lang).items() if name not in (_ALSO, _CALENDAR)}


def meant(word: str, known: Collection[str], lang: str | None = None) -> str:
    """The word of the format among ``known`` that is so called; nothing where there is none.

    Looked up in English and the language of a map, or in all ``LANGUAGES`` where it has none of them. Capitals, accents,
    hyphens and a point at the end do not count: designers leave them out.
    """
    own = (lang or "").replace("_", "-").split("-")[0].lower()
    langs = dict.fromkeys((own, "en")) if own in LANGUAGES else LANGUAGES
    found = (each for lang in langs for each in _called(lang).get(_plain(word), ()))
    return next((each for each in found if each in known), "")


def month(word: str) -> int:
    """The month of a name, or of the beginning of one, in some language: 1 to 12; 0 where it is none."""
    word = _plain(word)
    found = (
        number
        for lang in LANGUAGES
        for number, stem in enumerate(_read(lang)[_CALENDAR]["months"], 1)
        if word.startswith(_plain(stem))
    )
    return next(found, 0)


@cache
def _read(lang: str) -> Tables:
    import tomllib  # noqa: PLC0415  (dear, and most maps are checked without a word of these)
    from importlib.resources import files  # noqa: PLC0415

    return tomllib.loads(files("cjm.model").joinpath("languages", f"{lang}.toml").read_text(encoding="utf-8"))


@cache
def _called(lang: str) -> Mapping[str, tuple[str, ...]]:
    """What is called by a plain word in a language."""
    called: dict[str, tuple[str, ...]] = {}
    for name, table in _read(lang).items():
        for key, words in table.items() if name != _CALENDAR else ():
            for word in _several(words):
                called[_plain(word)] = (*called.get(_plain(word), ()), key)
    return called


def _several(words: str | list[str]) -> Iterator[str]:
    """Each of the words, and of one with an abbreviation both: ``Satisfaction (CSAT)``."""
    for word in [words] if isinstance(words, str) else words:
        yield from filter(None, word.rstrip(")").split("("))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_ODD_LETTERS))
    return " ".join("".join(each for each in letters if not unicodedata.combining(each)).strip(" .").split())
