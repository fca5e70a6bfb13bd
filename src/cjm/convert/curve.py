"""The emotion curve in letters, for pages that show no pictures: a column for each moment, numbered below."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.figures.emotion import felt
from cjm.render.naming import name_of
from cjm.render.told.places import Place, everywhere
from cjm.render.told.telling import Told

_ROWS = 9  # two for each number of the usual scale
_SIGNS = {"shown": "●", "assumed": "○", "truth": "◆", "truth_assumed": "◇"}


class Drawn(NamedTuple):
    """The rows of a curve, from the best feeling to the worst and the numbers; and for each number name and feeling."""

    lines: tuple[str, ...]
    names: tuple[tuple[str, str], ...]


def curve(told: Told) -> Drawn | None:
    """The curve; nothing where no moment has a score."""
    scale = told.journey.scale
    found = list(_felt(told))
    if not found:
        return None
    reach = scale.max - scale.min
    at = [round(min(max((scale.max - value) / reach, 0), 1) * (_ROWS - 1)) for _, value in found]
    axis = ["" if row % 2 else told.naming.score(scale.max - reach * row / (_ROWS - 1)) for row in range(_ROWS)]
    aside = max(map(len, axis))
    middle = _ROWS // 2

    def line(row: int) -> str:
        empty = "┈" if row == middle else " "
        cells = (
            f"{empty * 2}{_SIGNS[told.point(place)] if at[i] == row else empty}{empty}"
            for i, (place, _) in enumerate(found)
        )
        return f"{axis[row]:>{aside}} ┤{''.join(cells)}".rstrip()

    numbers = f"{'':{aside}}  {''.join(f'{index:3} ' for index in range(1, len(found) + 1))}".rstrip()
    names = tuple((told.text(name_of(place.moment)), told.feeling(value, place.moment.feels)) for place, value in found)
    return Drawn((*map(line, range(_ROWS)), numbers), names)


def _felt(told: Told) -> Iterator[tuple[Place, float]]:
    """Every moment with a score that counts."""
    for place in everywhere(told.journey):
        value = felt(place.moment, told.journey.scale) if told.counts("feels", place) else None
        if value is not None:
            yield place, value
