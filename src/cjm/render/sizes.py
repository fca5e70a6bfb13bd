"""The sizes of pages, in points: those of slides and of paper, landscape."""

from collections.abc import Mapping

from cjm.errors import UsageError

AUTO = "auto"
"""One page, as large as the picture on it."""

SIZES: Mapping[str, tuple[float, float]] = {
    "16:9": (960, 540),
    "4:3": (720, 540),
    "A4": (841.89, 595.28),
    "A3": (1190.55, 841.89),
}
"""The width and the height of each."""


def check(size: str) -> None:
    """Raise ``UsageError`` for a size that does not exist."""
    if size != AUTO and size not in SIZES:
        raise UsageError(f"There is no size ‘{size}’. Possible: {', '.join((AUTO, *SIZES))}.")
