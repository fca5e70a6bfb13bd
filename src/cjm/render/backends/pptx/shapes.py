"""The shapes of a slide, as its program's own: boxes, lines, freeforms and groups that people can edit."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import assert_never

from cjm.render.backends.pptx import curves
from cjm.render.backends.pptx.colours import Scheme
from cjm.render.backends.pptx.columns import Item, Written, arrange, bounds, spaced
from cjm.render.backends.pptx.place import Place
from cjm.render.backends.pptx.texts import Texts, plain
from cjm.render.backends.xml import attributes, tag
from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Scene, Shape
from cjm.render.theme import Paint

Embed = Callable[[Picture], str]
"""Puts an image into the deck, and gives the markup that refers to it."""

_FAINT = 0.08  # what a fading fill keeps of its opacity
_NAMED = 60  # letters of a text that its shape is called after
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Pen:
    """Draws one scene as the shapes of one slide."""

    def __init__(self, scene: Scene, scheme: Scheme, place: Place, texts: Texts, embed: Embed) -> None:
        self.scene, self.scheme, self.place, self.texts, self.embed = scene, scheme, place, texts, embed
        self.theme = scheme.theme
        self.hollow = frozenset(
            role for role, paint in self.theme.paints.items() if paint.stroke and paint.fill == self.theme.page
        )
        self.count = 1  # the number of the whole slide
        self.title = ""
        self.headline = headline(scene)
        self.line = cache(self.stroked)

    def slide(self) -> str:
        """Everything on the slide, its title first: that stands in no group."""
        shapes = "".join(self.items(self.scene.children, is_top=True))
        return self.title + shapes

    def items(self, shapes: Iterable[Shape], *, is_top: bool = False) -> Iterable[str]:
        """Shapes that stand side by side, in drawing order; those on top have no group that says what they are."""
        for item in arrange(shapes, self.hollow, self.headline):
            yield self.item(item, is_top=is_top)

    def item(self, item: Item, *, is_top: bool) -> str:  # noqa: PLR0911 -- one for each kind of shape
        """One shape, or a group of them."""
        match item:
            case Written():
                return self.written(item, is_top=is_top)
            case Line(role, start, end):
                return self.straight(role, start, end, is_top=is_top)
            case Curve(role, _, _, closed, fade):
                rect, paint = bounds(item), self.theme.paints[role]
                fill = self.faded(paint, rect, fade) if fade else self.filled(paint) if closed else "<a:noFill/>"
                look = fill + self.line(role, 1, is_round=True)
                return self.shape(role, rect, curves.curve(item, rect) + look, is_top=is_top)
            case Dot(role):
                look = _preset("ellipse") + self.painted(role)
                return self.shape(role, bounds(item), look, is_top=is_top)
            case Icon(role, name, rect):
                look = curves.icon(name) + "<a:noFill/>" + self.line(role, 1, is_round=True)
                return self.shape(name, rect, look, is_top=is_top)
            case Picture(rect):
                return self.picture(item, rect)
            case Group():
                return self.group(item)
            case _:
                assert_never(item)

    def written(self, written: Written, *, is_top: bool) -> str:
        """A shape with its texts, or texts by themselves."""
        frame, texts = written.frame, [each.text for each in written.paragraphs]
        body = self.texts.body(written) if texts else ""
        is_title = any(spaced(text.source) == self.headline for text in texts)
        name = _short(texts[0].source) if texts else (frame.role if frame else "")
        match frame:
            case None:
                look = f"{_preset('rect')}<a:noFill/>"
                rect = self.texts.room(written)
                if is_title and not self.title:
                    self.title = self.shape(name, rect, look, body, is_title=True)
                    return ""
                return self.shape(name, rect, look, body, is_text=True)
            case Box(role, rect, radius):
                return self.shape(name, rect, _box(rect, radius) + self.painted(role), body, is_top=is_top)
            case Polygon(role):
                rect = bounds(frame)
                return self.shape(name, rect, curves.polygon(frame, rect) + self.painted(role), body, is_top=is_top)

    def shape(  # noqa: PLR0913 -- what a shape of a slide consists of
        self,
        name: str,
        rect: Rect,
        look: str,
        body: str = "",
        *,
        is_title: bool = False,
        is_text: bool = False,
        is_top: bool = False,
    ) -> str:
        """A shape of the slide program: what it is called, where it stands, how it looks, what is written in it."""
        called = self.called(name, is_decorative=is_top and not body)
        kind = ' txBox="1"' if is_text else ""
        title = '<p:ph type="title"/>' if is_title else ""
        head = called + tag("p:cNvSpPr", kind) + (tag("p:nvPr", "", title) if title else "<p:nvPr/>")
        return tag("p:sp", "", tag("p:nvSpPr", "", head) + tag("p:spPr", "", self.place.frame(rect) + look) + body)

    def straight(self, role: str, start: tuple[float, float], end: tuple[float, float], *, is_top: bool) -> str:
        """A straight line."""
        rect = Rect(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
        flip = ' flipV="1"' if (end[0] - start[0]) * (end[1] - start[1]) < 0 else ""
        head = self.called(role, is_decorative=is_top) + "<p:cNvCxnSpPr/><p:nvPr/>"
        look = self.place.frame(rect, flip) + _preset("line") + self.line(role, 1)
        return tag("p:cxnSp", "", tag("p:nvCxnSpPr", "", head) + tag("p:spPr", "", look))

    def picture(self, picture: Picture, rect: Rect) -> str:
        """An image from a file; nothing where the deck cannot hold it."""
        if not (image := self.embed(picture)):
            return ""
        head = self.called("image") + '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
        fill = tag("p:blipFill", "", f"{image}<a:stretch><a:fillRect/></a:stretch>")
        look = tag("p:spPr", "", self.place.frame(rect) + _preset("rect"))
        return tag("p:pic", "", tag("p:nvPicPr", "", head) + fill + look)

    def group(self, group: Group) -> str:
        """A group, named after what it shows; one of a single shape without a name is that shape."""
        if not group.children:
            return ""
        label = spaced(plain(group.label))
        if not label and not group.address:
            inner = list(self.items(group.children))
            if len(inner) == 1:
                return inner[0]
        head = self.called(label or group.kind, label) + "<p:cNvGrpSpPr/><p:nvPr/>"
        place = tag("p:grpSpPr", "", self.place.frame(bounds(group), inner=True))
        return tag("p:grpSp", "", tag("p:nvGrpSpPr", "", head) + place + "".join(self.items(group.children)))

    def called(self, name: str, told: str = "", *, is_decorative: bool = False) -> str:
        """What a shape is called in the list of shapes, and what it says to those who cannot see it."""
        self.count += 1
        written = attributes(id=str(self.count), name=plain(name) or "shape", descr=told)
        return tag("p:cNvPr", written, _DECORATIVE if is_decorative else None)

    def painted(self, role: str) -> str:
        """The fill and the edge of a role."""
        return self.filled(self.theme.paints[role]) + self.line(role, 1)

    def filled(self, paint: Paint) -> str:
        """An even fill."""
        return self.scheme.fill(paint.fill, paint.opacity)

    def faded(self, paint: Paint, rect: Rect, fade: tuple[float, float]) -> str:
        """A fill that fades from one height to another, as much of it as the shape covers."""
        strong, weak = fade

        def opacity(y: float) -> float:
            share = min(max((y - strong) / (weak - strong), 0), 1) if weak != strong else 0
            return paint.opacity * (1 - (1 - _FAINT) * share)

        stops = (
            tag("a:gs", attributes(pos=str(place)), self.scheme.find(paint.fill, round(opacity(y), 3)))
            for place, y in ((0, rect.y), (100_000, rect.bottom))
        )
        return tag("a:gradFill", ' rotWithShape="1"', tag("a:gsLst", "", "".join(stops)) + '<a:lin ang="5400000"/>')

    def stroked(self, role: str, scale: float, *, is_round: bool = False) -> str:
        """The edge of a role."""
        paint = self.theme.paints[role]
        if not paint.stroke or not paint.width:
            return "<a:ln><a:noFill/></a:ln>"
        pairs = zip(paint.dash[::2], paint.dash[1::2], strict=True)
        dashes = "".join(
            tag("a:ds", attributes(d=str(_share(dash, paint)), sp=str(_share(gap, paint)))) for dash, gap in pairs
        )
        look = self.scheme.fill(paint.stroke) + (tag("a:custDash", "", dashes) if dashes else "")
        width = attributes(w=str(max(self.place.length(paint.width * scale), 1)))
        cap = ' cap="rnd"' if is_round else ' cap="flat"'
        return tag("a:ln", width + cap, look + ("<a:round/>" if is_round else '<a:miter lim="800000"/>'))


def headline(scene: Scene) -> str:
    """The text that a slide is called by: the scene's title, or as much of it as is written there."""
    title = spaced(scene.title)
    written = (spaced(text.source) for text in scene.texts())
    return max((text for text in written if title.startswith(text)), key=len, default="")


def _share(length: float, paint: Paint) -> int:
    """A length of a dash, in thousandths of a percent of the line's width."""
    return round(length / paint.width * 100_000)


def _preset(name: str, adjust: str = "") -> str:
    return tag("a:prstGeom", attributes(prst=name), f"<a:avLst>{adjust}</a:avLst>" if adjust else "<a:avLst/>")


def _box(rect: Rect, radius: float) -> str:
    """A rectangle, its corners as round as they are drawn."""
    if not radius:
        return _preset("rect")
    share = min(round(radius / min(rect.width, rect.height) * 100_000), 50_000)
    return _preset("roundRect", tag("a:gd", attributes(name="adj", fmla=f"val {share}")))


def _short(text: str) -> str:
    """The beginning of a text, as the name of its shape."""
    words = spaced(text)
    return words if len(words) <= _NAMED else f"{words[:_NAMED].rsplit(' ', 1)[0]} …"
