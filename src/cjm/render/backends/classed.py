"""A drawing inside a page: SVG whose shapes carry classes, and the style sheet that paints them in two themes."""

from collections.abc import Iterator, Mapping

from cjm.render.backends.letters import Typed
from cjm.render.backends.svg import FAINT, Fonts, Pen, icon
from cjm.render.backends.xml import attributes, escape, number, tag
from cjm.render.faces import Faces
from cjm.render.icons import BOX
from cjm.render.scene import Dot, Group, Icon, Scene, Shape
from cjm.render.theme import Paint, Theme, Type
from cjm.render.values import dataclass

_USUAL = "body"  # the role of texts that name none: more than half of them


@dataclass(frozen=True, slots=True)
class Looks:
    """Two themes that differ in colour alone: one for light screens and paper, one for dark screens.

    ``is_dark``: whether the page begins in the dark one, whatever the screen.
    """

    light: Theme
    dark: Theme
    is_dark: bool = False

    @property
    def is_one(self) -> bool:
        """Whether there is no other look for dark screens."""
        return self.light is self.dark

    def shrunk(self, share: float) -> "Looks":
        """The same with smaller types."""
        light = self.light.shrunk(share)
        return Looks(light, light if self.is_one else self.dark.shrunk(share), self.is_dark)


class Classed(Pen):
    """Draws a scene for a page: what stands in it often, icons and dots, once.

    Groups whose address is in ``open``, which leads to that of a block of words, have no label: the page's script makes
    buttons of them, and takes their names from the words. A group that holds some for other blocks is none itself.
    ``shared`` are the definitions of all drawings of the page.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- what any drawing needs, and what the page adds
        self, scene: Scene, theme: Theme, faces: Faces, fonts: Fonts, open: Mapping[str, str], shared: dict[str, str]
    ) -> None:
        super().__init__(scene, theme, fonts, faces)
        self.can_open, self.shared, self.is_inside = open, shared, False
        self.letters = _Words(theme, faces, self.ids.name if fonts == "embed" else "")

    def write(self, line: str) -> None:
        """One line; no depth, a page is not read by people."""
        self.lines.append(line)

    def document(self) -> None:
        """The drawing, without fonts of its own."""
        scene = self.scene
        title, description = self.ids.give("title"), self.ids.give("description")
        self.write(f"<svg{self.head(title, description)}>")
        self.write(tag("title", attributes(id=title), escape(scene.title)))
        if scene.description:
            self.write(tag("desc", attributes(id=description), escape(scene.description)))
        before, known = len(self.lines), len(self.shared)
        self.write(tag("rect", attributes(width=scene.width, height=scene.height, **{"class": "sheet"})))
        for shape in scene.children:
            self.shape(shape)
        used = [drawn.replace(" ", f' id="{id}" ', 1) for drawn, id in [*self.shared.items()][known:]]
        if definitions := [*used, *self.gradients]:
            self.lines[before:before] = ["<defs>", *definitions, "</defs>"]
        self.write("</svg>")

    def shape(self, shape: Shape) -> None:
        """One shape; a dot and an icon are references to the one that all alike share."""
        match shape:
            case Dot(role, (x, y), radius):
                self.use(tag("circle", attributes(r=radius) + self.paint(role)), x, y)
            case Icon(role, name, rect):
                size = attributes(transform=f"scale({number(rect.width / BOX)})")
                self.use(tag("path", icon(name) + size + self.line(role, rect.width / BOX)), rect.x, rect.y)
            case _:
                super().shape(shape)

    def use(self, drawn: str, x: float, y: float) -> None:
        """Something drawn once, in one of its places."""
        id = self.shared.setdefault(drawn, f"u{len(self.shared)}")
        self.write(tag("use", attributes(href=f"#{id}", x=x, y=y)))

    def group(self, group: Group) -> None:
        """A labelled group; what the page can open, and parts of it, have their address alone."""
        block = "" if self.is_inside else self.can_open.get(group.address, "")
        is_open = bool(block) and not self.holds_others(group, block)
        if is_open or self.is_inside:
            evidence = "1" if "evidence" in dict(group.details) and not is_open else ""
            into = block if block != group.address else ""
            self.open(attributes(data_address=group.address, data_in=into, data_evidence=evidence))
        else:
            role = "graphics-object" if group.address else "group" if group.label else ""
            label = " ".join(group.label.split())
            self.open(attributes(role=role, aria_label=label, data_address=group.address))
        outer, self.is_inside = self.is_inside, self.is_inside or is_open
        for child in group.children:
            self.shape(child)
        self.is_inside = outer
        self.close()

    def holds_others(self, group: Group, block: str) -> bool:
        """Whether something in a group opens another block."""
        inner = (child for child in group.children if isinstance(child, Group))
        return any(
            self.can_open.get(child.address, block) != block or self.holds_others(child, block) for child in inner
        )

    def painted(self, role: str) -> str:
        """The class of a filled shape."""
        return _class("f", role)

    def outlined(self, role: str) -> str:
        """The class of a line."""
        return _class("l", role)

    def stroked(self, role: str, scale: float) -> str:
        """The class of an icon, and the width of its stroke, which depends on how small it is."""
        return _class("i", role) + attributes(stroke_width=self.theme.paints[role].width / scale)

    def faded(self, role: str, fade: tuple[float, float]) -> str:
        """The gradient of a fading shape; its colour is that of the class of its stops."""
        if (role, fade) not in self.fades:
            id, opacity = self.ids.give(f"{role}-fade"), self.theme.paints[role].opacity
            stops = (
                tag("stop", attributes(offset=place, stop_opacity=opacity * share) + _class("s", role))
                for place, share in ((0, 1), (1, FAINT))
            )
            line = attributes(id=id, gradientUnits="userSpaceOnUse", x1=0, y1=fade[0], x2=0, y2=fade[1])
            self.gradients.append(f" {tag('linearGradient', line, ''.join(stops))}")
            self.fades[role, fade] = attributes(fill=f"url(#{id})")
        return self.fades[role, fade]


class _Words(Typed):
    """Texts as text, each with its class."""

    def looking(self, role: str) -> str:
        return "" if role == _USUAL else _class("t", role)


class Sheet:
    """The style sheet of a page: a rule for each role in use, and each colour once for each look."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.names: dict[tuple[str, str], str] = {}

    def rules(self, drawing: str) -> Iterator[str]:
        """The rules for the classes that a drawing uses."""
        light, dark = self.looks.light, self.looks.dark
        yield f".sheet{{fill:{self.colour(light.page, dark.page)}}}"
        yield f"#map svg{{{self.set(light.types[_USUAL], dark.types[_USUAL])}}}"
        for role, kind in light.types.items():
            if f'class="t-{role}"' in drawing:
                yield f".t-{role}{{{self.set(kind, dark.types[role])}}}"
        for role, paint in light.paints.items():
            other = dark.paints[role]
            if f'class="f-{role}"' in drawing:
                yield f".f-{role}{{{self.fill(paint, other)}{self.stroke(paint, other)}}}"
            if f'class="l-{role}"' in drawing:
                yield f".l-{role}{{fill:none;{self.stroke(paint, other)}}}"
            if f'class="i-{role}"' in drawing:
                line = f"stroke:{self.colour(paint.stroke, other.stroke)};stroke-linecap:round;stroke-linejoin:round"
                yield f".i-{role}{{fill:none;{line}}}"
            if f'class="s-{role}"' in drawing:
                yield f".s-{role}{{stop-color:{self.colour(paint.fill, other.fill)}}}"

    def colour(self, light: str, dark: str) -> str:
        """The variable that holds a colour in one look and its counterpart in the other."""
        return f"var({self.names.setdefault((light, dark), f'--c{len(self.names)}')})"

    def set(self, kind: Type, other: Type) -> str:
        """How a text is set."""
        weight = f"font-weight:{kind.weight};" if kind.weight != 400 else ""
        return f"font-size:{number(kind.size)}px;{weight}fill:{self.colour(kind.colour, other.colour)}"

    def fill(self, paint: Paint, other: Paint) -> str:
        """The inside of a shape."""
        if not paint.fill:
            return "fill:none;"
        opacity = f"fill-opacity:{number(paint.opacity)};" if paint.opacity != 1 else ""
        return f"fill:{self.colour(paint.fill, other.fill)};{opacity}"

    def stroke(self, paint: Paint, other: Paint) -> str:
        """The line around a shape."""
        if not paint.stroke:
            return ""
        dashes = f"stroke-dasharray:{' '.join(map(number, paint.dash))};" if paint.dash else ""
        return f"stroke:{self.colour(paint.stroke, other.stroke)};stroke-width:{number(paint.width)};{dashes}"

    def page(self) -> str:
        """The names that the page's own style sheet knows colours by."""
        light, dark = self.looks.light, self.looks.dark
        known = {
            "page": (light.page, dark.page),
            "ground": (light.paints["lane-alt"].fill, dark.paints["lane-alt"].fill),
            "ink": (light.types["body"].colour, dark.types["body"].colour),
            "soft": (light.types["note"].colour, dark.types["note"].colour),
            "edge": (light.paints["card-assumed"].stroke, dark.paints["card-assumed"].stroke),
            "hair": (light.paints["rule"].stroke, dark.paints["rule"].stroke),
            "focus": (light.paints["curve"].stroke, dark.paints["curve"].stroke),
            "mark": (light.paints["truth"].fill, dark.paints["truth"].fill),
        }
        return ";".join(f"--{name}:{self.colour(*colours)}" for name, colours in known.items())

    def variables(self) -> str:
        """Every colour, for light screens and paper, and for dark screens; call it last."""
        light, dark = (self._values(index) for index in (0, 1))
        if self.looks.is_one:
            return f":root{{{light}}}"
        system = f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}"
        chosen = f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}"
        return f":root{{color-scheme:light;{light}}}\n{system}\n{chosen}"

    def _values(self, index: int) -> str:
        return ";".join(f"{name}:{pair[index]}" for pair, name in self.names.items())


def _class(kind: str, role: str) -> str:
    return f' class="{kind}-{role}"'
