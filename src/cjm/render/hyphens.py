"""Where words may be broken, by the rules of their language: needs the package ``pyphen`` of the extra ``intl``."""

import re
from functools import cache
from typing import Any

from cjm.render.breaks import SOFT_HYPHEN

_WORD = re.compile(rf"(?<![\w@/.{SOFT_HYPHEN}])[^\W\d_]{{5,}}(?![\w@/{SOFT_HYPHEN}]|\.\w)")  # none of an address


def hyphenate(text: str, lang: str) -> str:
    """The text with soft hyphens in its words; as it is where nothing is known of the language.

    Words that have soft hyphens keep their own.
    """
    rules = _rules(lang)
    return _WORD.sub(lambda word: rules.inserted(word[0], SOFT_HYPHEN), text) if rules else text


@cache
def _rules(lang: str) -> Any:
    """What is known of a language (``de``, ``fr-CA``); nothing without the package. Reading it takes up to a second."""
    try:
        import pyphen  # noqa: PLC0415
    except ImportError:
        return None
    name = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=name) if name else None
