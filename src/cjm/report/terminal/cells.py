"""Text in the cells of a terminal: how many it takes, and how it wraps without losing a letter.

Ideographs and emoji take two cells, marks none; a joined emoji (a family, a flag, a skin colour) counts as the one sign
that a terminal of today draws, as rich reckons it. Terminals that draw its parts side by side need more.
"""

import re
from bisect import bisect_right
from itertools import accumulate, pairwise

from rich.cells import cell_len

from cjm.render import breaks

__all__ = ["cell_len", "wrap"]

_RUN = re.compile("[ \t]+")
_AS_EMOJI = "\ufe0f"  # widens the sign before it


def wrap(text: str, width: int) -> list[str]:
    """A text in rows of at most ``width`` cells, which is at least two.

    It breaks at spaces, hyphens and dashes, and within a word that is too wide by itself. Its own line ends are kept,
    runs of spaces become one.
    """
    lines = (_RUN.sub(" ", line).strip(" ") for line in text.replace(breaks.SOFT_HYPHEN, "").splitlines())
    return [row for line in lines for row in _rows(line, width)]


def _rows(line: str, width: int) -> list[str]:
    if cell_len(line) <= width:
        return [line]
    edges, starts = _measure(line, width)
    words = [*breaks.opportunities(line), (len(line), len(line))]
    rows, start = [], 0
    while start < len(line):
        reach = bisect_right(edges, edges[start] + width) - 1
        end, after = words[bisect_right(words, (reach, len(line))) - 1]
        if not start < end <= reach:
            end = after = max(starts[bisect_right(starts, reach) - 1], start + 1)
        rows.append(line[start:end].strip(breaks.SPACES))
        start = after
    return [row for row in rows if row]


def _measure(line: str, width: int) -> tuple[list[int], list[int]]:
    """Where each code point begins, in cells; and where the line may be parted if no word ends in time.

    A character stays whole unless it is wider than a row.
    """
    edges, starts = [0], list[int]()
    for start, end in pairwise([*breaks.characters(line), len(line)]):
        wide = cell_len(line[start:end])
        if wide > width:
            starts += range(start, end)
            cells = (cell_len(char) or int(char == _AS_EMOJI) for char in line[start:end])
            edges += [*accumulate(cells, initial=edges[-1])][1:]
        else:
            starts.append(start)
            edges += [edges[-1]] * (end - start - 1) + [edges[-1] + wide]
    return edges, [*starts, len(line)]
