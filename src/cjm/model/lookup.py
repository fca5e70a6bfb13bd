"""Whom a word names: looked up among ids, then among names."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from cjm.finding import Severity
from cjm.model.journey import Journey
from cjm.model.problem import CLOSE, Parts, Problem, nearest
from cjm.model.record import Named

Entry = TypeVar("Entry", bound=Named)


def lookup(word: str, entries: Sequence[Entry]) -> Entry | None:
    """The entry whose id, or else whose name, is the word."""
    by_name = None
    for entry in entries:
        if entry.id == word:
            return entry
        if by_name is None and entry.name == word:
            by_name = entry
    return by_name


def is_like_an_id(word: str) -> bool:
    """Whether a word looks like an id rather than a name: lower case, no space."""
    return word == word.lower() and not any(char.isspace() for char in word)


def near_miss(word: str, entries: Sequence[Named], kind: str, at: Parts) -> Problem | None:
    """A word that names nothing written but looks like a slip of an id (an error) or of a name (a warning).

    ``entries`` are those given.
    """
    if not word or lookup(word, entries):
        return None
    names = dict.fromkeys(name for entry in entries for name in (entry.name, entry.id) if name)  # ids win
    meant = nearest(word, names, CLOSE)
    if not meant:
        return None
    is_id = is_like_an_id(word) and nearest(word, [entry.id for entry in entries], CLOSE) != ""
    message = f"No {kind} is called ‘{word}’, but one is called ‘{meant}’."
    help = f"Write {meant} if that is the one; if not, give the new one an entry of its own under ‘{kind}s’."
    problem = Problem("unknown-reference", at, message, help, Severity.ERROR if is_id else Severity.WARNING)
    return problem.meaning(meant, is_safe=False)


def given(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that a catalogue holds, without those that a map made by naming them."""
    return [entry for entry in entries if not entry.refers]


def actors(journey: Journey) -> tuple[Named, ...]:
    """Everyone who can act in a journey: its actors, and its personas, who count as actors."""
    return (*journey.actors, *journey.personas)


def called(word: str, entries: Sequence[Named]) -> str:
    """What an id or name is called in pictures: the entry's name, or the word itself."""
    by_id = next((entry for entry in entries if entry.id == word), None)
    return (by_id.name or word) if by_id else word
