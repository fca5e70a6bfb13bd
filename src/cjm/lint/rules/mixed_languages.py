"""Texts are in another language than the map.

Labels, word lists and screen readers go by the language a map says it is in. A sentence in another one is read aloud
as gibberish, and colleagues who do not speak it skip it; mostly it was pasted from somewhere and forgotten.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Elle demande pour quand une réparation est possible

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Asks when there is a free day

Remedy: Translate it; at a quote say ‘lang: fr’; or set ‘lang:’ of the map to the language it is in.

Source: our own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.texts import texts
from cjm.lint.told import start_of
from cjm.lint.words import LANGUAGES, base, listed, plain
from cjm.model.journey import Journey
from cjm.model.moment import Quote

_SLUG = "mixed-languages"
_WORD = re.compile(r"\w+")
_NAMES = {"en": "English", "fr": "French", "ro": "Romanian", "pl": "Polish", "de": "German", "es": "Spanish"}


@rule(Severity.INFO)
def check(journey: Journey, least: int = 2) -> Iterator[Problem]:
    """Texts with ``least`` different small words of another language and none of the map's.

    Where most texts are in another language, it is the map that says the wrong one.
    """
    own = base(journey.lang)
    every = texts(journey) if own in LANGUAGES else []
    others = _spoken("\n".join(each.text for each in every), LANGUAGES - {own}, least)
    if not others:
        return
    foreign, natives = [], 0
    for each in every:
        if each.record is not journey and getattr(each.record, "lang", None):
            continue
        natives += bool(_spoken(each.text, (own,), least))
        if (spoken := _spoken(each.text, others, least)) and not _spoken(each.text, (own,), 1, "words", "also"):
            foreign.append((each, spoken[0]))
    for lang, count in Counter(lang for _, lang in foreign).items():
        if count > natives:
            message = f"The map says that it is in {_NAMES[own]}, and is mostly in {_NAMES[lang]}."
            yield Problem(("lang",), message, f"Write ‘lang: {lang}’.")
            return
    for each, lang in foreign:
        message = f"‘{start_of(each.text)}’ is in {_NAMES[lang]}, and the map in {_NAMES[own]}."
        how = f"; or say ‘lang: {lang}’ with the quote" if isinstance(each.record, Quote) else ""
        yield Problem(each.at, message, f"Translate it{how}.")


def _spoken(text: str, langs: Iterable[str], least: int, *lists: str) -> list[str]:
    """The languages of which a text has at least so many different words, the one with most of them first."""
    words = set(_WORD.findall(plain(text)))
    counts = {lang: sum(len(words & _words(lang, name)) for name in lists or ("words",)) for lang in langs}
    return sorted((lang for lang, count in counts.items() if count >= least), key=lambda lang: (-counts[lang], lang))


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(listed(_SLUG, lang, name))
