"""Small signs in front of a text: bullets, ratings, the diamond of a moment of truth, icons."""

from typing import Protocol

from cjm.render.layouts.grid import INSET
from cjm.render.scene import Dot, Icon, Line, Polygon, Rect, Shape
from cjm.render.values import dataclass

ICON = 14.4  # points: icons are drawn in squares of that size


class Mark(Protocol):
    """A small sign in front of a text."""

    @property
    def indent(self) -> float:
        """How far the text stands off."""

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """Its shapes, from ``x`` on and with ``y`` as their middle."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A round bullet: filled for what rests on research, hollow for an assumption."""

    role: str
    indent: float = INSET

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """One dot."""
        return (Dot(self.role, (x + 3.5, y), 2.5),)


@dataclass(frozen=True, slots=True)
class Blank:
    """No sign: a text level with those in cards and behind bullets."""

    indent: float = INSET

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:  # noqa: ARG002
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Diamond:
    """The sign of a moment of truth."""

    role: str = "truth"
    indent: float = ICON + 4

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """One diamond."""
        return (diamond(self.role, x + ICON / 2, y, 5.5),)


@dataclass(frozen=True, slots=True)
class Elbow:
    """The sign of a cause: it stands below what it explains, one step further in each time."""

    depth: int = 0

    @property
    def indent(self) -> float:
        """One step for each why, three at most: narrow columns need the room."""
        return 11 + 5 * min(self.depth, 3)

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """Down, then to the right."""
        corner = x + self.indent - 8
        return Line("cause", (corner, y - 7), (corner, y)), Line("cause", (corner, y), (corner + 5, y))


@dataclass(frozen=True, slots=True)
class Rating:
    """How much, from 1 to 5: five dots, as many of them filled."""

    value: int
    indent: float = 50

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """Five dots."""
        return tuple(
            Dot("level" if index < self.value else "level-off", (x + 4 + index * 9, y), 3) for index in range(5)
        )


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon, by name."""

    name: str
    role: str = "icon"
    indent: float = ICON + 4

    def draw(self, x: float, y: float) -> tuple[Shape, ...]:
        """One icon."""
        return (Icon(self.role, self.name, Rect(x, y - ICON / 2, ICON, ICON)),)


def diamond(role: str, x: float, y: float, reach: float) -> Polygon:
    """A diamond around a centre."""
    return Polygon(role, ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)))
