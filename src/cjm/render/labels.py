"""The words that a picture adds to a map's own: names of lanes, channels, states, in the map's language."""

import tomllib
from functools import cache
from importlib.resources import files

from cjm.errors import UsageError
from cjm.model import vocabulary
from cjm.model.vocabulary import Tables
from cjm.render.values import dataclass

LANGUAGES = vocabulary.LANGUAGES

_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; what it lacks is English."""

    lang: str
    tables: Tables

    def word(self, table: str, key: str) -> str:
        """The word for ``key``; the key itself, made readable, where no language has one."""
        return str(self.tables[table].get(key) or key.replace("_", " "))

    def fill(self, table: str, key: str, *values: str, **named: str) -> str:
        """A word with its gaps filled: ``severity {}``."""
        return self.word(table, key).format(*values, **named)

    def has(self, table: str, key: str) -> bool:
        """Whether there is a word for ``key``."""
        return key in self.tables[table]

    def lane(self, key: str) -> str:
        """What a lane is called."""
        return self.word("lanes", key)

    def channel(self, key: str) -> str:
        """What a channel is called; one of the user's own as written."""
        return self.word("channels", key) if self.has("channels", key) else key

    def plurals(self, unit: str) -> tuple[str, ...]:
        """The forms of a unit of time, in the order of the language's plural rule."""
        return tuple(self.tables["durations"][unit])


def check(lang: str) -> None:
    """Raise ``UsageError`` for a language that there are no labels in."""
    if _base(lang) not in LANGUAGES:
        message = f"There are no labels in the language ‘{lang}’. Possible: {', '.join(LANGUAGES)}."
        raise UsageError(message)


@cache
def labels(lang: str) -> Labels:
    """The words of the language of a map (``fr``, ``fr-CA``); English where there are none."""
    base = _base(lang)
    return Labels(base, _tables(base)) if base in LANGUAGES else Labels(_FALLBACK, _tables(_FALLBACK))


def _base(lang: str) -> str:
    return lang.replace("_", "-").split("-")[0].lower()


def _tables(lang: str) -> Tables:
    """A language's file, its gaps filled from English."""
    own = _read(lang)
    if lang == _FALLBACK:
        return own
    return {name: {**table, **own.get(name, {})} for name, table in _read(_FALLBACK).items()}


@cache
def _read(lang: str) -> Tables:
    """The words of pictures in a language, beside those that the format's own are called by."""
    own = files("cjm.render").joinpath("languages", f"{lang}.toml").read_text(encoding="utf-8")
    return {**vocabulary.tables(lang), **tomllib.loads(own)}
