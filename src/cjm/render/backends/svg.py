"""SVG that survives its targets: browsers, slides, converters, diffs.

Plain SVG 1.1 without style sheets, apart from the embedded fonts. Every row of text has its own place, so that nothing
is wrapped anew. The same scene gives the same bytes.
"""

from base64 import b64encode
from functools import cache
from typing import Literal, assert_never

from cjm.render import glyphs
from cjm.render.backends.xml import Ids, attributes, escape, number, tag
from cjm.render.glyphs import Weight
from cjm.render.scene import Box, Curve, Dot, Group, Line, Polygon, Row, Scene, Shape, Text
from cjm.render.theme import Paint, Theme

Fonts = Literal["embed", "system"]

FAMILY = "Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif"


def draw(scenes: tuple[Scene, ...], theme: Theme, fonts: Fonts = "embed") -> str:
    """The picture as an SVG document. A file holds one picture: draw the pages of a longer one by one.

    ``fonts``: ``embed`` puts Inter into the file, ``system`` leaves it to the viewer to have it.
    """
    (scene,) = scenes
    pen = _Pen(scene, theme)
    pen.document(fonts)
    return "\n".join([*pen.lines, ""])


class _Pen:
    """Draws one scene in one theme, line by line."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene, self.theme = scene, theme
        self.ids = Ids(scene.name)
        self.lines: list[str] = []
        self.indent = ""
        self.paint, self.outline, self.look = cache(self.painted), cache(self.outlined), cache(self.looking)

    def write(self, line: str) -> None:
        """One line, as deep as the group it is in."""
        self.lines.append(self.indent + line)

    def document(self, fonts: Fonts) -> None:
        """The whole drawing: what it is called, its fonts, the page and what is on it."""
        scene = self.scene
        title, description = self.ids.give("title"), self.ids.give("description")
        self.lines += ['<?xml version="1.0" encoding="UTF-8"?>', f"<svg{self.head(title, description)}>"]
        self.write(tag("title", attributes(id=title), escape(scene.title)))
        if scene.description:
            self.write(tag("desc", attributes(id=description), escape(scene.description)))
        if fonts == "embed":
            weights = {self.theme.types[text.role].weight for text in scene.texts()}
            self.write(tag("style", "", "".join(map(_face, sorted(weights)))))
        self.write(tag("rect", attributes(width=scene.width, height=scene.height, fill=self.theme.page)))
        for shape in scene.children:
            self.shape(shape)
        self.write("</svg>")

    def head(self, title: str, description: str) -> str:
        """The attributes of the whole drawing; lengths in it are points."""
        scene = self.scene
        width, height = number(scene.width), number(scene.height)
        return attributes(
            xmlns="http://www.w3.org/2000/svg",
            width=f"{width}pt",
            height=f"{height}pt",
            viewBox=f"0 0 {width} {height}",
            id=self.ids.name,
            lang=scene.lang,
            **{"xml:lang": scene.lang},
            role="graphics-document",
            aria_roledescription="customer journey map",
            aria_labelledby=title,
            aria_describedby=description if scene.description else "",
            font_family=FAMILY,
            text_rendering="geometricPrecision",
        )

    def shape(self, shape: Shape) -> None:
        """One shape, with what is inside it. Drawing order is reading order."""
        match shape:
            case Text():
                self.text(shape)
            case Box(role, rect, radius, text):
                place = attributes(x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=radius or "")
                self.write(tag("rect", place + self.paint(role)))
                self.text(text)
            case Polygon(role, points, text):
                place = attributes(points=" ".join(map(_point, points)))
                self.write(tag("polygon", place + self.paint(role)))
                self.text(text)
            case Line(role, (x1, y1), (x2, y2)):
                self.write(tag("line", attributes(x1=x1, y1=y1, x2=x2, y2=y2) + self.outline(role)))
            case Curve(role, start, pieces, closed):
                steps = "".join(f" C{' '.join(map(_point, piece))}" for piece in pieces)
                place = attributes(d=f"M{_point(start)}{steps}{'Z' * closed}", stroke_linecap="round")
                self.write(tag("path", place + (self.paint(role) if closed else self.outline(role))))
            case Dot(role, (x, y), radius):
                self.write(tag("circle", attributes(cx=x, cy=y, r=radius) + self.paint(role)))
            case Group():
                self.group(shape)
            case _:
                assert_never(shape)

    def group(self, group: Group) -> None:
        """A labelled group; one that shows an element of the map can be found by its address."""
        self.open(
            attributes(
                id=self.ids.give(group.address) if group.address else "",
                role="graphics-object" if group.address else "group" if group.label else "",
                aria_label=" ".join(group.label.split()),
                data_address=group.address,
            )
        )
        for child in group.children:
            self.shape(child)
        self.close()

    def text(self, text: Text | None) -> None:
        """A text, row by row."""
        rows = [row for row in text.rows if row.text] if text else []
        if text and len(rows) == 1:
            self.write(_row(rows[0], self.look(text.role)))
        elif text and rows:
            self.open(self.look(text.role))
            for row in rows:
                self.write(_row(row, ""))
            self.close()

    def open(self, written: str) -> None:
        """Begins a group."""
        self.write(f"<g{written}>")
        self.indent += " "

    def close(self) -> None:
        """Ends the innermost group."""
        self.indent = self.indent[:-1]
        self.write("</g>")

    def painted(self, role: str) -> str:
        """The attributes of a filled shape of that role."""
        paint = self.theme.paints[role]
        opacity = paint.opacity if paint.fill and paint.opacity != 1 else ""
        return attributes(fill=paint.fill or "none", fill_opacity=opacity) + _stroke(paint)

    def outlined(self, role: str) -> str:
        """The attributes of a line of that role."""
        return attributes(fill="none") + _stroke(self.theme.paints[role])

    def looking(self, role: str) -> str:
        """The attributes of a text of that role."""
        kind = self.theme.types[role]
        return attributes(font_size=kind.size, font_weight=kind.weight if kind.weight != 400 else "", fill=kind.colour)


def _stroke(paint: Paint) -> str:
    if not paint.stroke:
        return ""
    dashes = " ".join(map(number, paint.dash))
    return attributes(stroke=paint.stroke, stroke_width=paint.width, stroke_dasharray=dashes)


def _row(row: Row, look: str) -> str:
    """One row of text; spaces that XML would swallow are kept."""
    is_spaced = "  " in row.text or row.text != row.text.strip(" ")
    keep = ' xml:space="preserve"' if is_spaced else ""
    return f'<text x="{number(row.x)}" y="{number(row.baseline)}"{keep}{look}>{escape(row.text)}</text>'


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])},{number(point[1])}"


@cache
def _face(weight: Weight) -> str:
    """The style rule that brings along one weight of the font."""
    data = b64encode(glyphs.data(weight, "woff2")).decode("ascii")
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}"
