"""The texts of a slide: paragraphs that the slide program wraps by itself, in the fonts of the deck."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache

from cjm.render import breaks, glyphs
from cjm.render.backends.pptx.colours import Scheme
from cjm.render.backends.pptx.columns import Paragraph, Sign, Written, bounds
from cjm.render.backends.pptx.place import Place
from cjm.render.backends.xml import attributes, escape, tag
from cjm.render.bidi import first_strong
from cjm.render.faces import Faces
from cjm.render.scene import Align, Box, Polygon, Rect, Scene
from cjm.render.typefaces import inter

SLACK = 1.08
"""How much wider a row may be in the font of a deck than it was measured."""

_SINGLE = 1.35
"""The same for single rows that stand by themselves, where there is room: figures are much wider in some fonts."""

_SIZES = {"•": 120, "◦": 150}  # of bullets, in percent of the text's
_ALIGNS: dict[Align, str] = {"start": "l", "middle": "ctr", "end": "r"}
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPACES = re.compile("[ \t]+")
_LEAST = 2.0  # points of slack, at least
_EDGE = 4.0  # points that rows stay away from the edge of their shape, where they were not drawn nearer
_ARC = 1 - math.sqrt(0.5)  # of its radius, that the middle of an arc is off both edges

# How much lower a text begins than in a picture for its baseline to be the same, in shares of the line's height and of
# the size. In lines of fixed height programs differ a little: this is between PowerPoint and LibreOffice.
_FIXED = (-0.4, 0.469)
_NATURAL = (0.5, -0.542)  # lines as high as the font wants them
_JOINER = "\u2060"


def plain(text: str) -> str:
    """A text as a slide can hold it. What would be read as a code for a character is kept apart from being one."""
    return _ESCAPE.sub(f"_{_JOINER}", glyphs.clean(text).replace(breaks.SOFT_HYPHEN, ""))


class Texts:
    """Writes texts as the bodies of shapes."""

    def __init__(self, scheme: Scheme, place: Place, faces: Faces, scene: Scene) -> None:
        self.scheme, self.place, self.faces = scheme, place, faces
        self.lang, self.width = scene.lang, scene.width
        self.look = cache(self.looking)

    def room(self, written: Written) -> Rect:
        """The rectangle of a text by itself: that of its rows, and the slack at the side where they end, on the slide."""
        paragraphs = written.paragraphs
        left, right = min(each.left for each in paragraphs), max(each.text.box.right for each in paragraphs)
        top, bottom = paragraphs[0].text.box.y, max(each.text.box.bottom for each in paragraphs)
        are_single = all(len(each.text.rows) < 2 for each in paragraphs)
        more = ((_SINGLE if are_single else SLACK) - 1) * (right - left) + _LEAST
        match paragraphs[0].text.align:
            case "start":
                wanted = right + more if are_single else _reach(paragraphs, math.inf)
                edge = bounds(written.ground).right - _EDGE if written.ground else self.width
                right = max(right, min(wanted, edge))
            case "middle":
                half = max(min(more / 2, left, self.width - right), 0)
                left, right = left - half, right + half
            case "end":
                left = min(left, max(left - more, 0))
        return Rect(left, top, right - left, bottom - top)

    def body(self, written: Written) -> str:
        """The markup of the paragraphs in their shape."""
        rect, paragraphs = bounds(written.frame) if written.frame else self.room(written), written.paragraphs
        left, right = rect.x, rect.right
        if paragraphs[0].text.align == "start":
            left = min(each.left for each in paragraphs)
            right = _reach(paragraphs, rect.right) if written.frame else rect.right
        elif paragraphs[0].text.align == "end":
            right = paragraphs[0].text.box.right
        head = self._head(written, rect, left, right)
        return tag("p:txBody", "", f"{head}<a:lstStyle/>{''.join(self._paragraphs(written, left))}")

    def _head(self, written: Written, rect: Rect, left: float, right: float) -> str:
        """How the body stands in its shape: its margins, and where it begins."""
        texts = [paragraph.text for paragraph in written.paragraphs]
        above, below = texts[0].box.y - rect.y, rect.bottom - texts[-1].box.bottom
        is_centred = written.frame is not None and len(texts) == 1 and abs(above - below) < 3
        kind = self.scheme.theme.types[texts[0].role]
        high, size = _NATURAL if _is_lone(written.paragraphs) else _FIXED
        lower = high * kind.leading + size * kind.size
        top, low = (0, max(-2 * lower, 0)) if is_centred else (above + lower, 0)
        corner = _corner(written.frame)
        sides = {"lIns": left - rect.x, "tIns": top, "rIns": rect.right - right, "bIns": low}
        insets = attributes(**{side: str(max(self.place.length(inset - corner), 0)) for side, inset in sides.items()})
        stands = attributes(anchor="ctr" if is_centred else "t", rtlCol="0")
        fits = "<a:normAutofit/>" if written.frame else "<a:spAutoFit/>"
        return tag("a:bodyPr", f' wrap="square"{insets}{stands}', fits)

    def _paragraphs(self, written: Written, left: float) -> Iterable[str]:
        """One for each line of each text, as far below the one before as it was drawn."""
        paragraphs = written.paragraphs
        ground = self.scheme.theme.paints[written.ground.role].fill if written.ground else ""
        above = paragraphs[0].text.box.y
        for paragraph in paragraphs:
            text = paragraph.text
            gap, above = text.box.y - above, text.box.bottom
            lines = [plain(_SPACES.sub(" ", line).strip(" ")) for line in text.source.strip().splitlines()]
            for index, line in enumerate(lines):
                sign = paragraph.sign if index == 0 else None
                head = self._format(paragraph, left, gap if index == 0 else 0, is_natural=_is_lone(paragraphs))
                yield tag("a:p", "", head + self._signed(sign, text.role) + self._run(line, paragraph, ground))

    def _format(self, paragraph: Paragraph, left: float, gap: float, *, is_natural: bool) -> str:
        """The format of a paragraph: where it stands, how far its lines are apart, and its bullet."""
        text, sign = paragraph.text, paragraph.sign
        is_start = text.align == "start"
        kind = self.scheme.theme.types[text.role]
        is_bullet = sign is not None and len(sign.letters) == 1
        start = (paragraph.left if sign and not is_bullet else text.box.x) - left if is_start else 0
        hang = paragraph.left - text.box.x if is_bullet and is_start else 0
        look = attributes(
            marL=str(max(self.place.length(start), 0)),
            indent=str(self.place.length(hang)),
            algn=_ALIGNS[text.align],
            rtl="1" if first_strong(text.source) == "rtl" else "",
        )
        fixed = tag("a:lnSpc", "", tag("a:spcPts", attributes(val=str(self.place.type(kind.leading)))))
        lines = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>' if is_natural else fixed
        space = str(max(round(gap * self.place.scale * 100), 0))
        before = tag("a:spcBef", "", tag("a:spcPts", attributes(val=space)))
        after = '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
        return tag(
            "a:pPr", look, lines + before + after + (self._bullet(sign) if sign and is_bullet else "<a:buNone/>")
        )

    def _bullet(self, sign: Sign) -> str:
        """A bullet that is one letter."""
        ((letter, role),) = sign.letters
        colour = tag("a:buClr", "", self.scheme.find(self._paint(role)))
        font = f'<a:buSzPct val="{_SIZES.get(letter, 100)}000"/><a:buFont typeface="Arial"/>'
        return f"{colour}{font}{tag('a:buChar', attributes(char=letter))}"

    def _signed(self, sign: Sign | None, role: str) -> str:
        """Several letters in front of a text, such as a rating."""
        if sign is None or len(sign.letters) == 1:
            return ""
        size = str(self.place.type(self.scheme.theme.types[role].size))
        fonts = "".join(f'<a:{script} typeface="Arial"/>' for script in ("latin", "ea", "cs"))
        runs = []
        for letter, own in (*sign.letters, ("\u00a0\u00a0", sign.letters[-1][1])):
            look = tag("a:rPr", attributes(lang=self.lang, sz=size), self.scheme.fill(self._paint(own)) + fonts)
            runs.append(tag("a:r", "", look + tag("a:t", "", escape(letter))))
        return "".join(runs)

    def _paint(self, role: str) -> str:
        """The colour that a sign of a role is seen by: its fill, or of a ring its edge."""
        paint = self.scheme.theme.paints[role]
        return paint.stroke or paint.fill if paint.fill == self.scheme.theme.page else paint.fill or paint.stroke

    def _run(self, line: str, paragraph: Paragraph, ground: str) -> str:
        """A line's words."""
        text = paragraph.text
        fonts = frozenset(run.font for row in text.rows for run in row.runs if run.font)
        look = self.look(text.role, min(fonts, default=""), ground, is_struck=paragraph.is_struck)
        return tag("a:r", "", look + tag("a:t", "", escape(line)))

    def looking(self, role: str, family: str, ground: str, *, is_struck: bool) -> str:
        """The format of letters of a role on a ground, with the family that draws what the deck's own font lacks."""
        kind, own = self.scheme.theme.types[role], self.faces.own
        latin = "+mn-lt" if own is inter() else own.family
        families = {"latin": latin, "ea": family or "+mn-ea", "cs": family or "+mn-cs"}
        fonts = "".join(tag(f"a:{key}", attributes(typeface=name)) for key, name in families.items())
        size, weight = str(self.place.type(kind.size)), "1" if kind.weight == 700 else "0"
        look = attributes(lang=self.lang, sz=size, b=weight, strike="sngStrike" if is_struck else "", dirty="0")
        return tag("a:rPr", look, self.scheme.fill(self.scheme.legible(kind.colour, ground)) + fonts)


def _corner(frame: Box | Polygon | None) -> float:
    """How far the room for texts is inside a shape's edges: round corners are kept free of them."""
    return _ARC * min(frame.radius, frame.rect.width / 2, frame.rect.height / 2) if isinstance(frame, Box) else 0


def _is_lone(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether there is just one row."""
    return len(paragraphs) == 1 and len(paragraphs[0].text.rows) == 1


def _reach(paragraphs: Sequence[Paragraph], edge: float) -> float:
    """How far to the right texts may go before an edge: each of their rows, and the slack.

    No farther where some have several rows: those would become fewer, and what is drawn below would stand off.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    ends = [text.box.x + row.width * SLACK for text in texts for row in text.rows]
    are_single = all(len(text.rows) < 2 for text in texts)
    right = max([text.box.right for text in texts] if are_single else ends)
    return min(max(right, max(ends, default=right) + _LEAST), max(edge - _EDGE, *(text.box.right for text in texts)))
