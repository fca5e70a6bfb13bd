"""A text is only a placeholder.

‘TODO’ on a map is a promise to the reader. In a draft it is honest; on a map that others decide by, it looks like
something known, is drawn like it, and counts as it: a touchpoint with an owner called ‘TBD’ has no owner.

Bad:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: to be completed

Good:
    stages:
      - id: ask
        touchpoints:
          - id: call
            does: Asks when there is a free day

Remedy: Write what is meant, or take the line out: what is not there is seen to be missing.

Source: our own.
"""

import re
from collections.abc import Iterator
from functools import cache

from cjm.finding import Severity
from cjm.lint.rule import Problem, rule
from cjm.lint.texts import Text, texts
from cjm.lint.told import start_of
from cjm.lint.words import everywhere, listed
from cjm.model.journey import Journey
from cjm.model.moment import Quote

_SLUG = "placeholder-text"
_MARKS = re.compile("[-?_.…–—]+")
_VOICED = {"thinks", "says", "questions", "quote"}
"""Here a customer may mean ‘???’."""

_AROUND = " \t\n.:;!?…-–—()[]{}<>*_\"'«»„“”‘’"
_LONGEST = 40
"""More letters than any of the listed texts has, with what may stand around it."""


@rule(Severity.WARNING)
def check(journey: Journey) -> Iterator[Problem]:
    """Texts that are nothing but a placeholder, or hold one that can be nothing else."""
    every = texts(journey)
    has_some = _within().search("\n".join(each.text for each in every))
    meant = frozenset(listed(_SLUG, journey.lang, "meant"))
    for each in every:
        is_quote = isinstance(each.record, Quote)
        found = _within().search(each.text) if has_some and not is_quote else None
        is_held = found is not None and found[0].casefold() not in meant
        if is_held or _is_whole(each, meant, is_voiced=is_quote or each.key in _VOICED):
            message = f"‘{start_of(each.text)}’ is a placeholder, not a text."
            yield Problem(each.at, message, "Write what is meant, or take the line out.")


def _is_whole(each: Text, meant: frozenset[str], *, is_voiced: bool) -> bool:
    if len(each.text) > _LONGEST:
        return False
    word = each.text.casefold().strip(_AROUND)
    if not word:
        return not is_voiced and _MARKS.fullmatch(each.text.strip()) is not None
    return word in _whole() and word not in meant


@cache
def _whole() -> frozenset[str]:
    return frozenset(map(str.casefold, everywhere(_SLUG, "whole")))


@cache
def _within() -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed(_SLUG, "any", "within")))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
