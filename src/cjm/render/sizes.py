"""The sizes of pages, in points: those of slides and of paper, landscape."""

import re
from collections.abc import Mapping

from cjm.errors import UsageError

AUTO = "auto"
"""One page, as large as the picture on it."""

SLIDE = "16:9"
"""The page of those who ask for none: what decks have."""

SIZES: Mapping[str, tuple[float, float]] = {
    SLIDE: (960, 540),
    "4:3": (720, 540),
    "A4": (841.89, 595.28),
    "A3": (1190.55, 841.89),
}
"""The width and the height of each."""

_OWN = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)")
_LEAST = 400.0, 300.0  # points: a smaller page has no room for columns of text


def check(size: str) -> None:
    """Raise ``UsageError`` for a size that does not exist."""
    if size != AUTO:
        paper(size)


def paper(size: str) -> tuple[float, float]:
    """The width and the height of a page: of one of :data:`SIZES`, or as they are written in points: ``720x405``.

    Raises ``UsageError`` for a size that does not exist, and for one that is too small for words.
    """
    if size in SIZES:
        return SIZES[size]
    if own := _OWN.fullmatch(size):
        width, height = map(float, own.groups())
        if width >= _LEAST[0] and height >= _LEAST[1]:
            return width, height
        raise UsageError(f"A page of {size} points is too small to be read: 400x300 is the least.")
    raise UsageError(f"There is no size ‘{size}’. Possible: {', '.join((AUTO, *SIZES))}.")


def spelled(width: float, height: float) -> str:
    """The size of a page of that width and height: by its name if it has one, to a point; else in points."""
    for name, known in SIZES.items():
        if max(abs(width - known[0]), abs(height - known[1])) <= 1:
            return name
    return f"{round(width, 2):g}x{round(height, 2):g}"
