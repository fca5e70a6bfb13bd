"""Text as a printer of the language would set it: its quotation marks, and spaces at which no line may break."""

import re
from functools import cache

from cjm.render.labels import Labels

_NBSP = "\u00a0"
_OPENING, _CLOSING = "«“„‘‚‹»›「『\"'", "»”“’‘›«‹」』\"'"  # German books turn » and « round

_MARKED = re.compile('[„“«»"][^„“”«»"]+[“”«»"]')
_HALF = re.compile(r"[„“«](?P<begun>[^„“”«»]+)|(?P<ended>[^„“”«»]+)[“”»]")

_FRENCH = (
    (re.compile(r"[ \u00a0\u202f]+(?=[?!:;»%€](?:\s|$|[?!…).,»]))"), _NBSP),  # a space that is there does not break
    (re.compile(r"(?<=«)[ \u202f]+"), _NBSP),
    (re.compile(r"(?<=[\w)…])(?=[?!;»]+(?:[\s)\u00a0]|$))"), _NBSP),  # one that is missing is put in
    (re.compile(r"(?<=[\w)…])(?=:(?:\s|$))"), _NBSP),  # but not in 10:30 or https://
    (re.compile(r"(?<=«)(?=\w)"), _NBSP),
)
_POLISH = ((re.compile(r"(?<![\w'’])([aiouwzAIOUWZ])[ ]+(?=\S)"), rf"\1{_NBSP}"),)
_RULES = {"fr": _FRENCH, "pl": _POLISH}


def typeset(text: str, lang: str) -> str:
    """The text with the non-breaking spaces of its language.

    In French they stand before ``? ! : ; »`` and after ``«``, in Polish after words of one letter, which end no line.
    """
    for place, space in _rules(lang):
        text = place.sub(space, text)
    return text


@cache
def _rules(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return _RULES.get(re.split("[-_]", lang)[0].lower(), ())


def quoted(text: str, words: Labels) -> str:
    """A quotation in the marks of the language.

    One that has marks already, or begins with words in marks, keeps its own; one that has half of them is made whole.
    """
    text = text.strip()
    if len(text) > 1 and (_MARKED.match(text) or (text[0] in _OPENING and text[-1] in _CLOSING)):
        return text
    half = _HALF.fullmatch(text)
    return words.fill("number", "quotes", (half["begun"] or half["ended"]).strip() if half else text)
