"""Where things of a scene stand on a slide, in the units of slides."""

from cjm.render.backends.xml import attributes, tag
from cjm.render.scene import Rect
from cjm.render.values import dataclass

POINT = 12_700
"""The units of a slide (EMU) in a point."""

LARGEST = 56 * 72.0
"""Points: no side of a slide is longer."""


@dataclass(frozen=True, slots=True)
class Place:
    """How a scene is put on a slide: so much larger or smaller, and so far from its corner, in points."""

    scale: float
    x: float
    y: float

    def across(self, x: float) -> int:
        """An x of the scene."""
        return round((self.x + x * self.scale) * POINT)

    def down(self, y: float) -> int:
        """A y of the scene."""
        return round((self.y + y * self.scale) * POINT)

    def length(self, length: float) -> int:
        """A length of the scene."""
        return round(length * self.scale * POINT)

    def type(self, size: float) -> int:
        """A size of type, in hundredths of a point."""
        return max(round(size * self.scale * 100), 100)

    def frame(self, rect: Rect, flip: str = "", inner: bool = False) -> str:  # noqa: FBT001, FBT002
        """The markup of where a rectangle stands; of a group with the place of what is inside it."""
        left, top, right, bottom = (
            self.across(rect.x),
            self.down(rect.y),
            self.across(rect.right),
            self.down(rect.bottom),
        )
        corner, size = attributes(x=str(left), y=str(top)), attributes(cx=str(right - left), cy=str(bottom - top))
        own = tag("a:off", corner) + tag("a:ext", size)
        held = tag("a:chOff", corner) + tag("a:chExt", size) if inner else ""
        return tag("a:xfrm", flip, own + held)


def fit(width: float, height: float, slide: tuple[float, float]) -> Place:
    """A scene of that size on a slide, as large as it goes, in the middle; all in points."""
    scale = min(slide[0] / width, slide[1] / height)
    return Place(scale, (slide[0] - width * scale) / 2, max((slide[1] - height * scale) / 2, 0))
