"""Words that rules look for, by language: the lists in ``words/<rule>.toml``.

A list stands under its language and a name. Words match whole and whatever their capitals; ``*`` stands for any letters
(``customer*``), a space for any white space. A map whose language is not said, or has no list, is judged by none.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

LANGUAGES = frozenset({"en", "fr", "ro", "pl", "de", "es"})
"""The languages that rules have words of."""

_SPELLINGS = (("ş", "ș"), ("ţ", "ț"), ("’", "'"), ("\u00a0", " "))
_ACCENTS = re.compile("[\u0300-\u036f]")


def plain(text: str) -> str:
    """A text in the one spelling in which words are compared: no capitals, composed letters, Romanian commas below."""
    text = unicodedata.normalize("NFC", text).casefold()
    for one, other in _SPELLINGS:
        text = text.replace(one, other)
    return text


def folded(text: str) -> str:
    """A plain text without the accents of Latin, Greek and Cyrillic letters."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", plain(text)))


def base(lang: str | None) -> str:
    """The language without its region: ``fr`` for ``fr-CA``; nothing where it is not said."""
    return (lang or "").partition("-")[0].casefold()


@cache
def pattern(slug: str, lang: str | None, name: str = "words") -> re.Pattern[str] | None:
    """The words of a rule in a language, as a pattern to be held against a :func:`plain` text.

    ``search`` finds one anywhere, ``match`` at the beginning, ``fullmatch`` as the whole text.
    """
    words = listed(slug, lang, name)
    return compiled(words) if words else None


def listed(slug: str, lang: str | None, name: str = "words") -> Sequence[str]:
    """The words of a rule in a language, as they are written in its list; none where there is none."""
    return _lists(slug).get(base(lang), {}).get(name, ())


def compiled(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words."""
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)")


def alternatives(words: Iterable[str]) -> str:
    """Any of several words as a part of a pattern; longer ones are tried first."""
    forms = (re.escape(plain(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


def everywhere(slug: str, name: str) -> list[str]:
    """The words of a rule in all languages together."""
    return [word for lists in _lists(slug).values() for word in lists.get(name, ())]


@cache
def _lists(slug: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(resources.files("cjm.lint").joinpath("words", f"{slug}.toml").read_text("utf-8"))
