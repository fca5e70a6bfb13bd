"""Which texts stand in which shape: what is drawn text by text becomes paragraphs of one shape, with their bullets.

A layout puts a card and its texts side by side into a group. A slide is edited by people: there the texts belong into
the card, and signs in front of them that a letter can be are letters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Shape, Text

_SLACK = 1.5  # points that a text may stand over the edge of what it is in
_BESIDE = 62.0  # points in front of a text within which a sign is its own
_LARGEST = 15.0  # points: higher or wider than that a shape is no sign
_LEVEL, _TALL = 0.3, 5.0  # points between the middle of a sign and that of the row: of its last shape, of the others
_BULLET = 3.0  # points: the radius of the largest dot that is a bullet
_FREE_GAP = 14.0  # points between two texts that are one, where no shape holds them


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands in front of a text: letters, the role that colours each, and where the first one stands."""

    letters: tuple[tuple[str, str], ...]
    x: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text, with a sign in front or without; perhaps struck through."""

    text: Text
    sign: Sign | None = None
    is_struck: bool = False

    @property
    def left(self) -> float:
        """Where it begins, its sign included."""
        return self.sign.x if self.sign else self.text.box.x


@dataclass(slots=True)
class Written:
    """A shape with the texts inside it, one below the other; without a shape a text by itself.

    It is closed when a text has gone elsewhere that stands between its own and those to come. ``ground`` is
    the shape that it stands on, if any.
    """

    frame: Box | Polygon | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    is_closed: bool = False
    ground: Box | Polygon | None = None

    def takes(self, text: Text) -> bool:
        """Whether a text that follows can be its next paragraph."""
        if self.is_closed or (self.frame is None and not self.paragraphs):
            return False
        if self.frame and not bounds(self.frame).holds(text.box, _SLACK):
            return False
        if not self.paragraphs:
            return True
        last = self.paragraphs[-1].text
        gap = text.box.y - last.box.bottom
        is_even = text.align != "end" or abs(text.box.right - last.box.right) < 1  # slides indent at the left alone
        is_below = last.align == text.align and gap >= -0.5 and is_even
        return is_below and (self.frame is not None or (gap <= _FREE_GAP and abs(text.box.x - last.box.x) < _LARGEST))


Item = Written | Dot | Line | Curve | Icon | Picture | Group


def arrange(shapes: Iterable[Shape], hollow: frozenset[str], alone: str) -> list[Item]:
    """The shapes of a group as a slide has them, in drawing order: texts in their shapes, signs as letters.

    ``hollow`` are the roles of dots that are rings; ``alone`` is a text that is never joined with others: the title.
    """
    items: list[Item] = []
    home: Written | None = None
    for shape in shapes:
        match shape:
            case Text():
                home = _place(shape, items, hollow, alone)
            case Line() if home and _strikes(shape, home.paragraphs[-1].text):
                home.paragraphs[-1] = replace(home.paragraphs[-1], is_struck=True)
            case Box(text=text) | Polygon(text=text):
                items.append(Written(shape, [Paragraph(text)] if text else [], text is not None, shape))
            case _:
                items.append(shape)
    return items


def spaced(text: str) -> str:
    """A text with plain spaces, as its author wrote it: layouts put in those at which no row ends."""
    return " ".join(text.split())


def bounds(shape: Shape) -> Rect:
    """The rectangle around a shape; that of a curve holds its controls, too."""
    match shape:
        case Text(box=rect) | Box(rect=rect) | Icon(rect=rect) | Picture(rect=rect):
            return rect
        case Polygon(points=points):
            return around(points)
        case Line(start=start, end=end):
            return around((start, end))
        case Curve(start=start, pieces=pieces):
            return around((start, *(point for piece in pieces for point in piece)))
        case Dot(_, (x, y), radius):
            return Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        case Group(children=children):
            rects = [bounds(child) for child in children]
            return around([point for rect in rects for point in ((rect.x, rect.y), (rect.right, rect.bottom))])


def around(points: Sequence[tuple[float, float]]) -> Rect:
    """The rectangle around points."""
    xs, ys = zip(*points, strict=True) if points else ((0.0,), (0.0,))
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _place(text: Text, items: list[Item], hollow: frozenset[str], alone: str) -> Written:
    """Put a text where it belongs: into the shape around it, below the text before it, or on its own."""
    signs = _signs(text, items)
    letters = _letters(signs, hollow) if text.align != "end" else ()
    if letters:
        del items[-len(signs) :]
    is_alone = spaced(text.source) == alone or bool(signs and not letters)
    paragraph = Paragraph(text, Sign(letters, min(bounds(sign).x for sign in signs)) if letters else None)
    homes = (each for each in reversed(items) if isinstance(each, Written) and (each.frame or each is items[-1]))
    home = None if is_alone else next((each for each in homes if each.takes(text)), None)
    if home:
        home.paragraphs.append(paragraph)
        return home
    written = Written(None, [paragraph], is_closed=is_alone)
    for each in items:
        if isinstance(each, Written) and each.frame and bounds(each.frame).holds(text.box, _SLACK):
            each.is_closed, written.ground = True, each.frame
    items.append(written)
    return written


def _strikes(line: Line, text: Text) -> bool:
    """Whether a line goes through a row of a text, from one end to the other."""
    (left, y), (right, _) = line.start, line.end
    return y == line.end[1] and any(
        abs(left - row.x) < 0.1 and abs(right - row.x - row.width) < 0.1 and text.box.y < y < row.baseline
        for row in text.rows
    )


def _signs(text: Text, items: Sequence[Item]) -> list[Shape]:
    """The shapes drawn last that stand in front of the first row of a text, close by."""
    high = text.box.height / max(len(text.rows), 1)
    found: list[Shape] = []
    for item in reversed(items):
        shape = item.frame if isinstance(item, Written) and not item.paragraphs else item
        if not isinstance(shape, Dot | Line | Polygon | Icon):
            break
        rect = bounds(shape)
        off = abs(rect.y + rect.height / 2 - text.box.y - high / 2)
        before = text.box.x - rect.x if text.align != "end" else rect.right - text.box.right
        wide = rect.width - _SLACK
        is_close = wide <= before <= _BESIDE
        is_level = off < (_TALL if found else _LEVEL)
        if not (is_close and is_level and max(rect.height, rect.width) <= _LARGEST):
            break
        found.append(shape)
    return found[::-1]


def _letters(signs: Sequence[Shape], hollow: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Signs as letters with their roles; none where they can be no letters."""
    match signs:
        case [Dot(role=role, radius=radius)] if radius <= _BULLET:
            return (("◦" if role in hollow else "•", role),)
        case [Dot(), Dot(), *_] if all(isinstance(sign, Dot) for sign in signs):
            return tuple(("○" if sign.role in hollow else "●", sign.role) for sign in signs if isinstance(sign, Dot))
        case [Line(), Line(role=role)]:
            return (("└", role),)
        case [Polygon(role=role, points=(_, _, _, _))]:
            return (("◆", role),)
        case [Polygon(role=role, points=((_, first), (_, second), _))]:
            return (("▲" if first > second else "▼", role),)
    return ()
