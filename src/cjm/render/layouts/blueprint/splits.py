"""Rows that are too tall for a page, in two: between boxes, and where one is too tall by itself, between its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cjm.render.layouts.blueprint.cards import Boxed
from cjm.render.layouts.blueprint.rows import Entry
from cjm.render.layouts.grid import INSET
from cjm.render.layouts.pieces import Piece, Stack, Words

_BETWEEN = 20.0  # at most, between two boxes

Numbered = tuple[int, Entry]
"""A box with its number among all of the map."""


def split(row: Sequence[Numbered], wide: float, limit: float) -> tuple[list[Numbered], list[Numbered]]:
    """What of each column fits into a height, and the rest; there is always something that fits."""
    now: list[Numbered] = []
    rest: list[Numbered] = []
    used: dict[int, float] = {}
    for number, entry in row:
        top = used.get(entry.column, 0.0)
        bottom = top + entry.piece.fit(wide).height
        used[entry.column] = bottom + _BETWEEN if bottom <= limit else limit
        if bottom <= limit:
            now.append((number, entry))
        elif top:
            rest.append((number, entry))
        else:
            above, below = _cut(entry.piece, wide, limit)
            now.append((number, replace(entry, piece=above)))
            rest += [(number, replace(entry, piece=below, names=()))] if below else []
    return now, rest


def _cut(box: Boxed, wide: float, limit: float) -> tuple[Boxed, Boxed | None]:
    """A box in two: as many of its parts as fit, and of the next one as many rows."""
    above: list[Piece] = []
    left, inner = limit - 2 * box.down, wide - 2 * INSET
    parts = list(_flat(box.parts))
    while parts and (high := parts[0].fit(inner).height) <= left:
        above.append(parts.pop(0))
        left -= high + box.gap
    if parts and isinstance(parts[0], Words):
        leading = parts[0].style.theme.types[parts[0].role].leading
        count = max(int(left / leading), 0 if above else 1)
        indent = parts[0].mark.indent if parts[0].mark else 0
        rows = parts[0].style.wrap(parts[0].text, parts[0].role, inner - indent)
        if 0 < count < len(rows):
            texts = (" ".join(rows[:count]), " ".join(rows[count:]))
            first, parts[0] = replace(parts[0], text=texts[0]), replace(parts[0], text=texts[1], mark=None)
            above.append(first)
    above = above or [parts.pop(0)]
    return replace(box, parts=tuple(above)), replace(box, parts=tuple(parts)) if parts else None


def _flat(parts: Sequence[Piece]) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, Stack):
            yield from _flat(part.pieces)
        else:
            yield part
