"""Lines of any form as freeforms: polygons, Bézier curves, icons."""

from collections.abc import Iterable
from functools import cache

from cjm.render.backends.xml import attributes, tag
from cjm.render.icons import BOX, strokes
from cjm.render.scene import Curve, Polygon, Rect

Point = tuple[float, float]

_FINE = 1000  # steps of a path in a point


def curve(shape: Curve, rect: Rect) -> str:
    """The geometry of a curve in its rectangle: one cubic piece after the other, so that its points can be pulled."""
    steps = _move(shape.start, rect) + "".join(_cubic(piece, rect) for piece in shape.pieces)
    return _geometry([_path(steps + "<a:close/>" * shape.closed, rect, is_filled=shape.closed)])


def polygon(shape: Polygon, rect: Rect) -> str:
    """The geometry of a shape with straight sides."""
    first, *others = shape.points
    steps = _move(first, rect) + "".join(tag("a:lnTo", "", _point(point, rect)) for point in others)
    return _geometry([_path(f"{steps}<a:close/>", rect)])


@cache
def icon(name: str) -> str:
    """The geometry of an icon in its square: a path for each stroke."""
    square = Rect(0, 0, BOX, BOX)
    paths = []
    for stroke in strokes(name):
        pieces = (
            tag("a:lnTo", "", _point(piece[0], square)) if len(piece) == 1 else _cubic(piece, square)
            for piece in stroke.pieces
        )
        steps = _move(stroke.start, square) + "".join(pieces)
        paths.append(_path(steps + "<a:close/>" * stroke.is_closed, square, is_filled=False))
    return _geometry(paths)


def _geometry(paths: Iterable[str]) -> str:
    lists = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>" + '<a:rect l="0" t="0" r="r" b="b"/>'
    return tag("a:custGeom", "", lists + tag("a:pathLst", "", "".join(paths)))


def _path(steps: str, rect: Rect, *, is_filled: bool = True) -> str:
    size = attributes(w=str(round(rect.width * _FINE)), h=str(round(rect.height * _FINE)))
    return tag("a:path", size if is_filled else f'{size} fill="none"', steps)


def _move(point: Point, rect: Rect) -> str:
    return tag("a:moveTo", "", _point(point, rect))


def _cubic(piece: tuple[Point, ...], rect: Rect) -> str:
    return tag("a:cubicBezTo", "", "".join(_point(point, rect) for point in piece))


def _point(point: Point, rect: Rect) -> str:
    x, y = round((point[0] - rect.x) * _FINE), round((point[1] - rect.y) * _FINE)
    return f'<a:pt x="{x}" y="{y}"/>'
