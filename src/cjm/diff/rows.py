"""Three versions of a row of texts as one, where the changes of both sides lie apart."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

Source = tuple[Literal["ours", "theirs"], int]
"""A side, and the index of a text there."""


class _Hunk(NamedTuple):
    """A stretch of the base, and where a side has what it put in its place."""

    start: int
    end: int
    side: Literal["ours", "theirs"]
    first: int
    last: int


def merge_rows(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Source, ...] | None:
    """The row with the changes of both sides; ``None`` where they change the same texts in another way.

    What both add in one place stands there one behind the other, ours first.
    """
    rows = {"ours": ours, "theirs": theirs}
    hunks = sorted([*_hunks(base, ours, "ours"), *_hunks(base, theirs, "theirs")])
    kept = _places(base, ours)
    merged: list[Source] = []
    done = 0
    last: _Hunk | None = None
    for hunk in hunks:
        texts = rows[hunk.side][hunk.first : hunk.last]
        if last and (last.start, last.end, list(rows[last.side][last.first : last.last])) == (*hunk[:2], list(texts)):
            continue
        if last is not None and hunk.start < max(last.end, last.start + (last.start < last.end)):
            return None
        merged += (("ours", kept[place]) for place in range(done, hunk.start))
        merged += ((hunk.side, place) for place in range(hunk.first, hunk.last))
        done = max(done, hunk.end)
        last = hunk
    merged += (("ours", kept[place]) for place in range(done, len(base)))
    return tuple(merged)


def merge_text(base: str, ours: str, theirs: str) -> str:
    """Lines that say nothing but comments: ours, with what theirs added and without what theirs took away."""
    if ours in (base, theirs):
        return theirs
    rows = [text.splitlines(keepends=True) for text in (base, ours, theirs)]
    merged = merge_rows(*rows)
    new = [line for line in rows[2] if line not in rows[0] and line not in rows[1]]
    sides = {"ours": rows[1], "theirs": rows[2]}
    return "".join([sides[side][place] for side, place in merged] if merged is not None else [*rows[1], *new])


def _hunks(base: Sequence[Any], side: Sequence[Any], name: Literal["ours", "theirs"]) -> list[_Hunk]:
    found = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    return [_Hunk(i, j, name, k, m) for tag, i, j, k, m in found if tag != "equal"]


def _places(base: Sequence[Any], side: Sequence[Any]) -> dict[int, int]:
    """Where a side has what it kept of the base."""
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + place: block.b + place for block in blocks for place in range(block.size)}
