"""Words that rules look for, by language: the lists in ``words/<rule>.toml``.

A list stands under its language and a name. Words match whole and whatever their capitals; ``*`` stands for any letters
(``customer*``), a space for any white space. A map whose language is not said, or has no list, is judged by none.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

_SPELLINGS = str.maketrans({"ş": "ș", "ţ": "ț", "’": "'", "\u00a0": " "})


def plain(text: str) -> str:
    """A text in the one spelling in which words are compared: no capitals, composed letters, Romanian commas below."""
    return unicodedata.normalize("NFC", text).casefold().translate(_SPELLINGS)


def base(lang: str | None) -> str:
    """The language without its region: ``fr`` for ``fr-CA``; nothing where it is not said."""
    return (lang or "").partition("-")[0].casefold()


@cache
def pattern(slug: str, lang: str | None, name: str = "words") -> re.Pattern[str] | None:
    """The words of a rule in a language, as a pattern to be held against a :func:`plain` text.

    ``search`` finds one anywhere, ``match`` at the beginning, ``fullmatch`` as the whole text.
    """
    words = _lists(slug).get(base(lang), {}).get(name)
    return compiled(words) if words else None


@cache
def everywhere(slug: str, name: str = "words") -> re.Pattern[str]:
    """The words of a rule in all languages together."""
    return compiled([word for lists in _lists(slug).values() for word in lists.get(name, ())])


def compiled(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern of words; longer ones are tried first."""
    forms = (re.escape(plain(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


@cache
def _lists(slug: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(resources.files("cjm.lint").joinpath("words", f"{slug}.toml").read_text("utf-8"))
