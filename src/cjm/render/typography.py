"""Text as a printer of the language would set it: its quotation marks, and spaces at which no line may break."""

import re
from functools import cache

from cjm.render.labels import Labels

_NBSP = "\u00a0"
_OPENING, _CLOSING = "«“„‘‹\"'", "»”“’›\"'"

_FRENCH = (
    (re.compile(r"[ \u00a0\u202f]+(?=[?!:;»%€](?:\s|$|[?!…).,»]))"), _NBSP),  # a space that is there does not break
    (re.compile(r"(?<=«)[ \u202f]+"), _NBSP),
    (re.compile(r"(?<=[\w)…])(?=[?!;»]+(?:[\s)\u00a0]|$))"), _NBSP),  # one that is missing is put in
    (re.compile(r"(?<=[\w)…])(?=:(?:\s|$))"), _NBSP),  # but not in 10:30 or https://
    (re.compile(r"(?<=«)(?=\w)"), _NBSP),
)


def typeset(text: str, lang: str) -> str:
    """The text with the non-breaking spaces of its language: in French before ``? ! : ; »`` and after ``«``."""
    if not _is_french(lang):
        return text
    for place, space in _FRENCH:
        text = place.sub(space, text)
    return text


@cache
def _is_french(lang: str) -> bool:
    return re.match(r"fr\b", lang, re.IGNORECASE) is not None


def quoted(text: str, words: Labels) -> str:
    """A quotation in the marks of the language; one that has marks already keeps its own."""
    text = text.strip()
    if len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING:
        return text
    return words.fill("number", "quotes", text)
