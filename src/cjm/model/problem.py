"""What the reading of a map finds before anybody asks in which line it stands."""

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from cjm.finding import Edit, Fix, Severity

MOST = 500
"""More known words than this are neither compared with a misspelt one nor listed."""

CLOSE = 0.8
"""How alike two words must be for one to pass as a slip of the other: 0 to 1."""

Parts = tuple[str | int, ...]


class Problem(NamedTuple):
    """Something wrong at a route within one map or library."""

    rule: str
    parts: Parts
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    at_key: bool = False
    fix: Fix | None = None

    def meaning(self, word: str, *, is_safe: bool) -> "Problem":
        """The problem with its fix: another word in place of the value, or key, that it is about."""
        return self._replace(fix=Fix((Edit(self.parts, word, self.at_key),), is_safe))


def nearest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str:
    """The known word that a misspelt one was probably meant to be, or nothing. Case does not count.

    Among more than ``MOST`` words nothing is proposed: a hostile file would be compared word by word for hours.
    """
    known = list(known)
    if len(known) > MOST:
        return ""
    by_form = {_form(name): name for name in known}
    if found := difflib.get_close_matches(_form(word), by_form, n=1, cutoff=cutoff):
        return by_form[found[0]]
    return ""


def _form(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ").strip()


def listed(words: Iterable[object], joint: str = "or") -> str:
    """Words as a sentence lists them: ``a, b or c``."""
    *first, last = [str(word) for word in words]
    return f"{', '.join(first)} {joint} {last}" if first else last


def one(word: str) -> str:
    """A word with its article: ``a pain``, ``an opportunity``."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
