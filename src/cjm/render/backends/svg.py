"""SVG that survives its targets: browsers, slides, converters, diffs.

Plain SVG 1.1 without style sheets, apart from the embedded fonts. Every row of text has its own place, so that nothing
is wrapped anew. The same scene gives the same bytes.
"""

from base64 import b64encode
from functools import cache
from typing import Literal, assert_never

from cjm.render.backends.letters import Letters, Outlined, Typed, rules
from cjm.render.backends.xml import Ids, attributes, escape, number, tag
from cjm.render.faces import ALONE, Faces
from cjm.render.icons import BOX, strokes
from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Scene, Shape, Text
from cjm.render.theme import Paint, Theme

Fonts = Literal["embed", "system", "outline"]

FAINT = 0.08  # what a fading fill keeps of its opacity


def draw(scenes: tuple[Scene, ...], theme: Theme, fonts: Fonts = "embed", faces: Faces = ALONE) -> str:
    """The picture as an SVG document. A file holds one picture: draw the pages of a longer one by one.

    ``fonts``: ``embed`` puts them into the file, ``system`` leaves it to the viewer to have them, ``outline`` draws
    letters as shapes. ``faces`` are those that the picture was laid out with. A character that none of them has is
    left to the viewer's own fonts; in outlines it is a gap. Raises ``ConfigError`` where the font of the theme may not
    be embedded.
    """
    (scene,) = scenes
    pen = Pen(scene, theme, fonts, faces)
    pen.document()
    return "\n".join([*pen.lines, ""])


class Pen:
    """Draws one scene in one theme, line by line."""

    def __init__(self, scene: Scene, theme: Theme, fonts: Fonts, faces: Faces) -> None:
        theme = theme.shrunk(scene.shrink)
        self.scene, self.theme, self.fonts, self.faces = scene, theme, fonts, faces
        self.ids = Ids(scene.name)
        self.lines: list[str] = []
        self.indent = ""
        own = self.ids.name if fonts == "embed" else ""
        self.letters: Letters = Outlined(theme, faces, scene.lang) if fonts == "outline" else Typed(theme, faces, own)
        self.fades: dict[tuple[str, tuple[float, float]], str] = {}
        self.gradients: list[str] = []
        self.paint, self.outline = cache(self.painted), cache(self.outlined)
        self.line = cache(self.stroked)

    def write(self, line: str) -> None:
        """One line, as deep as the group it is in."""
        self.lines.append(self.indent + line)

    def document(self) -> None:
        """The whole drawing: what it is called, its fonts, the page and what is on it."""
        scene = self.scene
        title, description = self.ids.give("title"), self.ids.give("description")
        self.lines += ['<?xml version="1.0" encoding="UTF-8"?>', f"<svg{self.head(title, description)}>"]
        self.write(tag("title", attributes(id=title), escape(scene.title)))
        if scene.description:
            self.write(tag("desc", attributes(id=description), escape(scene.description)))
        if self.fonts == "embed":
            self.write(tag("style", "", rules(scene, self.theme, self.faces, self.ids.name)))
        before = len(self.lines)
        self.write(tag("rect", attributes(width=scene.width, height=scene.height, fill=self.theme.page)))
        for shape in scene.children:
            self.shape(shape)
        if self.gradients:
            self.lines[before:before] = ["<defs>", *self.gradients, "</defs>"]
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
            font_family=self.letters.family,
            text_rendering="geometricPrecision",
        )

    def shape(self, shape: Shape) -> None:
        """One shape, with what is inside it. Drawing order is reading order."""
        match shape:
            case Text():
                self.text(shape)
            case Group():
                self.group(shape)
            case Box(role, rect, radius, text):
                corners = f' rx="{number(radius)}"' if radius else ""
                self.write(f"<rect{_area(rect)}{corners}{self.paint(role)}/>")
                self.text(text)
            case Polygon(role, points, text):
                self.write(f'<polygon points="{" ".join(map(_point, points))}"{self.paint(role)}/>')
                self.text(text)
            case Line(role, (x1, y1), (x2, y2)):
                ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
                self.write(f"<line {ends}{self.outline(role)}/>")
            case Curve(role, start, pieces, closed, fade):
                steps = "".join(f" C{' '.join(map(_point, piece))}" for piece in pieces)
                look = self.faded(role, fade) if fade else self.paint(role) if closed else self.outline(role)
                self.write(f'<path d="M{_point(start)}{steps}{"Z" * closed}" stroke-linecap="round"{look}/>')
            case Dot(role, (x, y), radius):
                self.write(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{self.paint(role)}/>')
            case Icon(role, name, rect):
                self.write(f"<path{icon(name)}{_placed(rect)}{self.line(role, rect.width / BOX)}/>")
            case Picture():
                self.write(_image(shape))
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
        for line in self.letters.write(text) if text else ():
            self.write(line)

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

    def faded(self, role: str, fade: tuple[float, float]) -> str:
        """The attributes of a shape of that role whose fill fades between two heights."""
        if (role, fade) not in self.fades:
            id, paint = self.ids.give(f"{role}-fade"), self.theme.paints[role]
            stops = (
                tag("stop", attributes(offset=place, stop_color=paint.fill, stop_opacity=paint.opacity * share))
                for place, share in ((0, 1), (1, FAINT))
            )
            line = attributes(id=id, gradientUnits="userSpaceOnUse", x1=0, y1=fade[0], x2=0, y2=fade[1])
            self.gradients.append(f" {tag('linearGradient', line, ''.join(stops))}")
            self.fades[role, fade] = attributes(fill=f"url(#{id})") + _stroke(paint)
        return self.fades[role, fade]

    def outlined(self, role: str) -> str:
        """The attributes of a line of that role."""
        return attributes(fill="none") + _stroke(self.theme.paints[role])

    def stroked(self, role: str, scale: float) -> str:
        """The attributes of an icon of that role, drawn so much smaller than it is."""
        paint = self.theme.paints[role]
        width = attributes(stroke=paint.stroke, stroke_width=paint.width / scale)
        return f"{attributes(fill='none')}{width}{attributes(stroke_linecap='round', stroke_linejoin='round')}"


def _stroke(paint: Paint) -> str:
    if not paint.stroke:
        return ""
    dashes = " ".join(map(number, paint.dash))
    return attributes(stroke=paint.stroke, stroke_width=paint.width, stroke_dasharray=dashes)


def _area(rect: Rect) -> str:
    place = f' x="{number(rect.x)}" y="{number(rect.y)}"'
    return f'{place} width="{number(rect.width)}" height="{number(rect.height)}"'


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])},{number(point[1])}"


@cache
def icon(name: str) -> str:
    """The path of an icon, in its own box."""
    drawn = (
        f"M{_point(stroke.start)}{''.join(map(_piece, stroke.pieces))}{'Z' * stroke.is_closed}"
        for stroke in strokes(name)
    )
    return attributes(d="".join(drawn))


def _piece(points: tuple[tuple[float, float], ...]) -> str:
    return f"{'L' if len(points) == 1 else 'C'}{' '.join(map(_point, points))}"


def _placed(rect: Rect) -> str:
    return f' transform="translate({number(rect.x)} {number(rect.y)}) scale({number(rect.width / BOX)})"'


def _image(picture: Picture) -> str:
    """An image from a file, carried along. SVG 1.1 knows only the link of XLink, and so do office programs."""
    rect, data = picture.rect, b64encode(picture.data).decode("ascii")
    links = {"xmlns:xlink": "http://www.w3.org/1999/xlink", "xlink:href": f"data:{picture.media};base64,{data}"}
    return tag("image", _area(rect) + attributes(**links))
