"""A picture for readers from right to left: everything stands on the other side, and nothing is turned around."""

from dataclasses import replace

from cjm.render.scene import Align, Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Row, Scene, Shape, Text

_OTHER: dict[Align, Align] = {"start": "end", "middle": "middle", "end": "start"}

Point = tuple[float, float]


def mirror(scene: Scene) -> Scene:
    """The scene with its left on the right. Letters, icons and pictures move and stay as they are.

    Twice mirrored is as before.
    """
    return replace(scene, children=tuple(_Mirror(scene.width).shape(child) for child in scene.children))


class _Mirror:
    """The mirror of a scene of a width."""

    def __init__(self, width: float) -> None:
        self.width = width

    def shape(self, shape: Shape) -> Shape:  # noqa: PLR0911 -- one for each kind of shape
        """A shape on the other side."""
        match shape:
            case Text():
                return self.text(shape)
            case Box(rect=rect, text=text):
                return replace(shape, rect=self.rect(rect), text=text and self.text(text))
            case Polygon(points=points, text=text):
                return replace(shape, points=tuple(map(self.point, points)), text=text and self.text(text))
            case Line(start=start, end=end):
                return replace(shape, start=self.point(start), end=self.point(end))
            case Curve(start=start, pieces=pieces):
                moved = tuple((self.point(one), self.point(two), self.point(end)) for one, two, end in pieces)
                return replace(shape, start=self.point(start), pieces=moved)
            case Dot(centre=centre):
                return replace(shape, centre=self.point(centre))
            case Icon(rect=rect) | Picture(rect=rect):
                return replace(shape, rect=self.rect(rect))
            case Group(children=children):
                return replace(shape, children=tuple(map(self.shape, children)))

    def text(self, text: Text) -> Text:
        """A text: its box and rows move, and what was flush left is flush right."""
        rows = tuple(map(self.row, text.rows))
        return replace(text, box=self.rect(text.box), rows=rows, align=_OTHER[text.align])

    def row(self, row: Row) -> Row:
        """A row: its runs stay in their order."""
        x = self.left(row.x, row.width)
        return replace(row, x=x, runs=tuple(replace(run, x=x + run.x - row.x) for run in row.runs))

    def rect(self, rect: Rect) -> Rect:
        """A rectangle on the other side."""
        return replace(rect, x=self.left(rect.x, rect.width))

    def left(self, x: float, width: float) -> float:
        """Where the left edge of something comes to stand."""
        return self.width - x - width

    def point(self, point: Point) -> Point:
        """A point on the other side."""
        return self.width - point[0], point[1]
