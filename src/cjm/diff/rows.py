"""Three versions of a row of texts as one, where the changes of both sides lie apart."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple


class _Hunk(NamedTuple):
    """A stretch of the base, and what a side put in its place."""

    start: int
    end: int
    texts: tuple[Any, ...]


def merge_rows(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...] | None:
    """The row with the changes of both sides; ``None`` where they change the same texts in another way.

    What both add in one place stands there one behind the other, ours first.
    """
    hunks = [*((each, 0) for each in _hunks(base, ours)), *((each, 1) for each in _hunks(base, theirs))]
    hunks.sort(key=lambda each: (each[0].start, each[0].end, each[1]))
    merged: list[Any] = []
    done = 0
    last: _Hunk | None = None
    for hunk, _ in hunks:
        if hunk == last:
            continue
        if last is not None and hunk.start < max(last.end, last.start + (last.start < last.end)):
            return None
        merged += base[done : hunk.start]
        merged += hunk.texts
        done = max(done, hunk.end)
        last = hunk
    merged += base[done:]
    return tuple(merged)


def merge_text(base: str, ours: str, theirs: str) -> str:
    """Lines that say nothing but comments: ours, with what theirs added and without what theirs took away."""
    if ours in (base, theirs):
        return theirs
    rows = [text.splitlines(keepends=True) for text in (base, ours, theirs)]
    merged = merge_rows(*rows)
    new = [line for line in rows[2] if line not in rows[0] and line not in rows[1]]
    return "".join(merged if merged is not None else [*rows[1], *new])


def _hunks(base: Sequence[Any], side: Sequence[Any]) -> list[_Hunk]:
    found = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    return [_Hunk(i, j, tuple(side[k:m])) for tag, i, j, k, m in found if tag != "equal"]
