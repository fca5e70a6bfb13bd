"""A finished picture: places and roles, no colours and no file format.

Layouts make scenes, back ends draw them; they meet nowhere else. Lengths are in points (1/72 inch, one SVG unit),
the origin is the upper left corner, y grows downwards. A *role* is a name that the theme turns into colour, font and
stroke.
"""

from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from cjm.render.values import dataclass

Align = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def overlaps(self, other: "Rect", slack: float = 0.01) -> bool:
        """Whether the two share more than ``slack`` points in both directions."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )

    def holds(self, other: "Rect", slack: float = 0.01) -> bool:
        """Whether the other lies inside, give or take ``slack`` points."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a row in one font and one direction: its text in the order of reading, its left edge, its width.

    ``font`` is the family it was measured in, empty for the theme's own.
    """

    text: str
    x: float
    width: float
    font: str = ""
    is_rtl: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One wrapped line: its words, the x of its left edge, the y of its baseline, and its measured width.

    ``runs`` are its stretches from left to right; none where it is all in the theme's font, from left to right.
    """

    text: str
    x: float
    baseline: float
    width: float
    runs: tuple[Run, ...] = ()

    @property
    def parts(self) -> tuple[Run, ...]:
        """Its runs, or the whole of it as one."""
        return self.runs or (Run(self.text, self.x, self.width),)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its box: wrapped into rows, and as it was, for back ends that wrap by themselves."""

    role: str
    source: str
    box: Rect
    rows: tuple[Row, ...]
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, perhaps with rounded corners and a text inside."""

    role: str
    rect: Rect
    radius: float = 0
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape with straight sides: an arrow-shaped stage, a diamond."""

    role: str
    points: tuple[tuple[float, float], ...]
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    role: str
    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A smooth line of cubic Bézier pieces: where it starts, then for each piece two controls and an end.

    A closed one may ``fade``: its fill has the paint's opacity at the first y, and next to none at the second.
    """

    role: str
    start: tuple[float, float]
    pieces: tuple[tuple[tuple[float, float], tuple[float, float], tuple[float, float]], ...]
    closed: bool = False
    fade: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle around a centre."""

    role: str
    centre: tuple[float, float]
    radius: float


@dataclass(frozen=True, slots=True)
class Icon:
    """A small sign from the set of :mod:`cjm.render.icons`, by name, drawn with the stroke of its role."""

    role: str
    name: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """An image from a file: ``media`` is its type (``image/png``), ``data`` the file."""

    rect: Rect
    media: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together, with what they show: the address of an element, a label for screen readers.

    ``kind`` tells what it is (``lane``, ``stage``, ``cell``, ``title`` …). ``details`` are further facts as name and
    text, for panels, speaker notes and tables.
    """

    kind: str
    label: str
    children: "tuple[Shape, ...]"
    address: str = ""
    details: tuple[tuple[str, str], ...] = ()


Shape = Text | Box | Polygon | Line | Curve | Dot | Icon | Picture | Group


_FRAMES = (Box, Polygon)  # what may have a text inside


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture, or one page of it.

    ``name`` prefixes every id in the drawing, so that two maps can share a page (``office-phone-future``). Its texts are
    set in the types of ``theme.shrunk(scene.shrink)``. ``turn`` is what it is called among those that follow each other
    with the same things in the same places: the state of one of two maps.
    """

    name: str
    title: str
    description: str
    lang: str
    width: float
    height: float
    children: tuple[Shape, ...] = field(default=())
    shrink: float = 1
    turn: str = ""

    def walk(self) -> Iterator[Shape]:
        """Every shape, groups before their children, in drawing order."""
        todo: list[Shape] = list(reversed(self.children))
        while todo:
            shape = todo.pop()
            yield shape
            if isinstance(shape, Group):
                todo.extend(reversed(shape.children))

    def texts(self) -> Iterator[Text]:
        """Every text, those inside boxes too."""
        for shape in self.walk():
            if isinstance(shape, Text):
                yield shape
            elif isinstance(shape, _FRAMES) and shape.text is not None:
                yield shape.text
