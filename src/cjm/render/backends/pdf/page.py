"""One page of a PDF: the shapes of a scene as steps of drawing (ISO 32000-1, 8 and 9)."""

from typing import assert_never

from cjm.render.backends.pdf import paths
from cjm.render.backends.pdf.images import Images
from cjm.render.backends.pdf.paints import Paints, colour, stroke
from cjm.render.backends.pdf.structure import Outline
from cjm.render.backends.pdf.texts import Texts
from cjm.render.backends.xml import number
from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Scene, Shape, Text
from cjm.render.theme import Theme


class Page:
    """Draws one scene, step by step; ``outline`` says what its parts are. What is no text is an artifact to readers."""

    def __init__(self, scene: Scene, theme: Theme, texts: Texts, paints: Paints, images: Images) -> None:
        self.scene, self.theme = scene, theme.shrunk(scene.shrink)
        self.texts, self.paints, self.images = texts, paints, images
        self.outline = Outline(scene.title)
        self.steps: list[str] = []
        self.is_artifact = False

    def content(self, unit: float) -> str:
        """All steps; a unit of the page is so many points. From here on y grows downwards, as in the scene."""
        scene = self.scene
        share = f"{1 / unit:.6f}"
        self.steps = [f"{share} 0 0 -{share} 0 {number(scene.height / unit)} cm 4 M\n"]
        whole = (
            f"-1 -1 {number(scene.width + 2)} {number(scene.height + 2)}"  # no seam where a pixel is cut by the edge
        )
        self.draw(f"{colour(self.theme.page, 'rg')}{whole} re f")
        for shape in scene.children:
            self.shape(shape)
        self.close()
        return "".join(self.steps)

    def shape(self, shape: Shape) -> None:
        """One shape, with what is inside it. Drawing order is reading order."""
        match shape:
            case Text():
                self.text(shape)
            case Box() | Polygon():
                self.fill(paths.of(shape), shape.role)
                self.text(shape.text)
            case Dot():
                self.fill(paths.of(shape), shape.role)
            case Curve(closed=True):
                self.fill(paths.of(shape), shape.role, shape.fade, "1 J ")
            case Line():
                self.line(paths.of(shape), shape.role)
            case Curve() | Icon():
                self.line(paths.of(shape), shape.role, "1 J 1 j " if isinstance(shape, Icon) else "1 J ")
            case Picture(rect):
                place = " ".join(map(number, (rect.width, 0, 0, -rect.height, rect.x, rect.bottom)))
                self.draw(f"q {place} cm /{self.images.name(shape)} Do Q")
            case Group():
                self.group(shape)
            case _:
                assert_never(shape)

    def group(self, group: Group) -> None:
        """Shapes that belong together; readers hear what a labelled group is called."""
        if group.label:
            self.outline.begin(group.label)
        for child in group.children:
            self.shape(child)
        if group.label:
            self.outline.end()

    def fill(self, path: str, role: str, fade: tuple[float, float] | None = None, ends: str = "") -> None:
        """A closed shape: its area, and its edge upon that. ``ends`` says how lines end."""
        paint = self.theme.paints[role]
        state = ""
        if fade:
            state = self.paints.fade(paint.opacity, fade, self.scene.width, self.scene.height)
        elif paint.opacity != 1:
            state = self.paints.opacity(paint.opacity)
        if path and paint.fill:
            self.draw(f"q {state}{colour(paint.fill, 'rg')}{path}f Q")
        self.line(path, role, ends)

    def line(self, path: str, role: str, ends: str = "") -> None:
        """A line, or the edge of a shape; nothing where its paint has no stroke."""
        if path and (stroked := stroke(self.theme.paints[role])):
            self.draw(f"q {ends}{stroked}{path}S Q")

    def text(self, text: Text | None) -> None:
        """A text, sign by sign, marked as what is read."""
        if text is None or not any(row.text for row in text.rows):
            return
        self.close()
        mark = self.outline.mark("H1" if text.role == "title" else "P", text.source)
        self.steps.append(f"/P <</MCID {mark}>> BDC\n")
        self.steps += self.texts.write(text, self.theme.types[text.role], self.scene.lang)
        self.steps.append("EMC\n")

    def draw(self, step: str) -> None:
        """A step that is only seen."""
        if not self.is_artifact:
            self.steps.append("/Artifact BMC\n")
            self.is_artifact = True
        self.steps.append(f"{step}\n")

    def close(self) -> None:
        """What is only seen ends."""
        if self.is_artifact:
            self.steps.append("EMC\n")
            self.is_artifact = False
