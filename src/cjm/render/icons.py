"""The icons of pictures, as lines and curves that any back end can draw.

Named after what they show: the channels that every map knows, a wait, a hand-off, a person. Their strokes have round
ends and joins, and nothing is filled.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from cjm.model.channel import CHANNELS
from cjm.render.values import dataclass

BOX = 24.0
"""The side of the square that every icon is drawn in."""

_MEDIA = frozenset({*CHANNELS, "voice", "paper"})
_STEP = re.compile("([MLCZ])([^MLCZ]*)")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of an icon: where it starts, then its pieces; a straight piece is its end, a cubic Bézier three points.

    ``is_closed`` says that it ends where it started.
    """

    start: Point
    pieces: tuple[tuple[Point, ...], ...]
    is_closed: bool


def names() -> tuple[str, ...]:
    """The icons there are."""
    return tuple(_drawn())


@cache
def strokes(name: str) -> tuple[Stroke, ...]:
    """What an icon is made of, in a box of 24 by 24. Raises ``KeyError`` where there is none of that name."""
    found: list[Stroke] = []
    for part in _drawn()[name].split("M")[1:]:
        (_, numbers), *steps = _STEP.findall(f"M{part}")
        (start,) = _points(numbers)
        pieces = tuple(_points(numbers) for letter, numbers in steps if letter != "Z")
        found.append(Stroke(start, pieces, is_closed=part.endswith("Z")))
    return tuple(found)


def of_channel(channel: str, medium: str = "") -> str:
    """The icon of a channel; of one that is not listed that of its medium, or a neutral one."""
    return next((name for name in (channel, medium) if name in _MEDIA), "contact")


def _points(numbers: str) -> tuple[Point, ...]:
    values = [float(number) for number in numbers.split()]
    return tuple(zip(values[::2], values[1::2], strict=True))


@cache
def _drawn() -> Mapping[str, str]:
    text = files("cjm.render").joinpath("icons.toml").read_text(encoding="utf-8")
    return {str(name): str(path) for name, path in tomllib.loads(text).items()}
