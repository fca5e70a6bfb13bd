"""SVG that survives its targets: browsers, slides, converters, diffs.

Plain SVG 1.1 without style sheets, apart from the embedded fonts. Every row of text has its own place, so that nothing
is wrapped anew. The same scene gives the same bytes.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, assert_never

from cjm.render import glyphs
from cjm.render.backends.xml import Ids, escape, number, opening, tag
from cjm.render.glyphs import Weight
from cjm.render.scene import Box, Curve, Dot, Group, Line, Polygon, Row, Scene, Shape, Text
from cjm.render.theme import Theme

Fonts = Literal["embed", "system"]
Attributes = dict[str, str | float]

FAMILY = "Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif"


def draw(scenes: tuple[Scene, ...], theme: Theme, fonts: Fonts = "embed") -> str:
    """The picture as an SVG document. A file holds one picture: draw the pages of a longer one by one.

    ``fonts``: ``embed`` puts Inter into the file, ``system`` leaves it to the viewer to have it.
    """
    (scene,) = scenes
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_Pen(scene, theme).document(fonts), ""])


class _Pen:
    """Draws one scene in one theme, line by line."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene, self.theme = scene, theme
        self.ids = Ids(scene.name)

    def document(self, fonts: Fonts) -> Iterator[str]:
        """The whole drawing: what it is called, its fonts, the page and what is on it."""
        scene = self.scene
        title, description = self.ids.give("title"), self.ids.give("description")
        width, height = number(scene.width), number(scene.height)
        yield opening(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": f"{width}pt",
                "height": f"{height}pt",
                "viewBox": f"0 0 {width} {height}",
                "id": self.ids.name,
                "lang": scene.lang,
                "xml:lang": scene.lang,
                "role": "graphics-document",
                "aria-roledescription": "customer journey map",
                "aria-labelledby": title,
                "aria-describedby": description if scene.description else "",
                "font-family": FAMILY,
                "text-rendering": "geometricPrecision",
            },
        )
        yield tag("title", {"id": title}, escape(scene.title))
        if scene.description:
            yield tag("desc", {"id": description}, escape(scene.description))
        if fonts == "embed":
            weights = {self.theme.types[text.role].weight for text in scene.texts()}
            yield tag("style", {}, "".join(_face(weight) for weight in sorted(weights)))
        yield tag("rect", {"width": scene.width, "height": scene.height, "fill": self.theme.page})
        yield from self.shapes(scene.children)
        yield "</svg>"

    def shapes(self, shapes: Iterable[Shape]) -> Iterator[str]:
        """Shapes in drawing order, which is reading order."""
        for shape in shapes:
            yield from self.shape(shape)

    def shape(self, shape: Shape) -> Iterator[str]:
        """One shape, with what is inside it."""
        match shape:
            case Text():
                yield from self.text(shape)
            case Box(role, rect, radius, text):
                place: Attributes = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
                yield tag("rect", place | {"rx": radius or ""} | self.paint(role))
                yield from self.shapes([text] if text else [])
            case Polygon(role, points, text):
                yield tag("polygon", {"points": " ".join(map(_point, points))} | self.paint(role))
                yield from self.shapes([text] if text else [])
            case Line(role, (x1, y1), (x2, y2)):
                ends: Attributes = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
                yield tag("line", ends | self.paint(role, is_filled=False))
            case Curve(role, start, pieces, closed):
                path = [f"M{_point(start)}", *("C" + " ".join(map(_point, piece)) for piece in pieces)]
                ends = {"d": " ".join(path) + "Z" * closed, "stroke-linecap": "round", "stroke-linejoin": "round"}
                yield tag("path", ends | self.paint(role, is_filled=closed))
            case Dot(role, (x, y), radius):
                place = {"cx": x, "cy": y, "r": radius}
                yield tag("circle", place | self.paint(role))
            case Group():
                yield from self.group(shape)
            case _:
                assert_never(shape)

    def group(self, group: Group) -> Iterator[str]:
        """A labelled group; one that shows an element of the map can be found by its address."""
        attributes: Attributes = {
            "id": self.ids.give(group.address) if group.address else "",
            "role": "graphics-object" if group.address else "group" if group.label else "",
            "aria-label": " ".join(group.label.split()),
            "data-address": group.address,
        }
        yield opening("g", attributes)
        yield from (f" {line}" for line in self.shapes(group.children))
        yield "</g>"

    def text(self, text: Text) -> Iterator[str]:
        """A text, row by row."""
        kind = self.theme.types[text.role]
        look: Attributes = {
            "font-size": kind.size,
            "font-weight": str(kind.weight) if kind.weight != 400 else "",
            "fill": kind.colour,
        }
        rows = [row for row in text.rows if row.text]
        if len(rows) == 1:
            yield _row(rows[0], look)
        elif rows:
            yield opening("g", look)
            yield from (f" {_row(row, {})}" for row in rows)
            yield "</g>"

    def paint(self, role: str, *, is_filled: bool = True) -> Attributes:
        """The attributes that paint a shape of that role."""
        paint = self.theme.paints[role]
        attributes: Attributes = {"fill": (is_filled and paint.fill) or "none"}
        if is_filled and paint.fill and paint.opacity != 1:
            attributes["fill-opacity"] = paint.opacity
        if paint.stroke:
            dashes = " ".join(map(number, paint.dash))
            attributes |= {"stroke": paint.stroke, "stroke-width": paint.width, "stroke-dasharray": dashes}
        return attributes


def _row(row: Row, look: Attributes) -> str:
    """One row of text; spaces that XML would swallow are kept."""
    is_spaced = "  " in row.text or row.text != row.text.strip(" ")
    place: Attributes = {"x": row.x, "y": row.baseline, "xml:space": "preserve" if is_spaced else ""}
    return tag("text", place | look, escape(row.text))


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])},{number(point[1])}"


@cache
def _face(weight: Weight) -> str:
    """The style rule that brings along one weight of the font."""
    data = b64encode(glyphs.data(weight, "woff2")).decode("ascii")
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}"
