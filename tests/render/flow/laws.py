"""What holds for every picture of a flow: nothing overlaps, no line crosses a text or a card, lines end at frames."""

from collections.abc import Iterator, Sequence

from cjm.render.cut import bounds
from cjm.render.scene import Box, Curve, Dot, Group, Polygon, Rect, Scene, Shape, Text
from cjm.render.theme import Theme

Point = tuple[float, float]
FRAMES = ("card", "branch", "exit", "stub", "owner")
STEPS = 24


def check(scenes: Sequence[Scene], theme: Theme, size: tuple[float, float] | None = None) -> None:
    """The laws, on every page."""
    assert len({scene.name for scene in scenes}) == len(scenes)
    for scene in scenes:
        assert size is None or (scene.width, scene.height) == size
        check_texts(scene, theme)
        check_lines(scene)


def check_texts(scene: Scene, theme: Theme) -> None:
    """Every text stands on the page, in its frame, and on no other one."""
    types = theme.shrunk(scene.shrink).types
    whole = Rect(0, 0, scene.width, scene.height)
    assert all(whole.holds(bounds(shape)) for shape in scene.children), scene.name
    frames = [shape.rect for shape in scene.walk() if isinstance(shape, Box)]
    texts = sorted(scene.texts(), key=lambda text: text.box.y)
    for index, text in enumerate(texts):
        assert types[text.role].size >= 10
        assert all(text.box.holds(ink, slack=0.5) for ink in inked(text, types[text.role].size)), text
        assert all(frame.holds(text.box) for frame in frames if frame.overlaps(text.box)), text
        for other in texts[index + 1 :]:
            if other.box.y > text.box.bottom:
                break
            assert not text.box.overlaps(other.box), (scene.name, text.source, other.source)


def inked(text: Text, size: float) -> Iterator[Rect]:
    return (Rect(row.x, row.baseline - 0.75 * size, row.width, size) for row in text.rows)


def ways(scene: Scene) -> list[Group]:
    return [shape for shape in scene.walk() if isinstance(shape, Group) and shape.kind == "way"]


def frames(scene: Scene) -> list[Rect]:
    """The frames that lines go to: cards, what is written at lines, signs."""
    found = []
    for shape in scene.walk():
        if isinstance(shape, Box) and shape.role.startswith(FRAMES):
            found.append(shape.rect)
        elif isinstance(shape, Dot) and shape.role in {"way-start", "way-end"}:
            (x, y), reach = shape.centre, shape.radius + 1
            found.append(Rect(x - reach, y - reach, 2 * reach, 2 * reach))
    return found


def check_lines(scene: Scene) -> None:
    """No line runs through a frame; each begins at one's right and ends, with its head, at one's left."""
    solids = frames(scene)
    for way in ways(scene):
        *curves, head = way.children
        assert isinstance(head, Polygon)
        tip = head.points[1]
        assert any(is_at(tip, frame.x, frame) for frame in solids), (scene.name, way.label)
        first = curves[0]
        assert isinstance(first, Curve)
        assert any(is_at(first.start, frame.right, frame) for frame in solids), (scene.name, way.label)
        for point in (point for curve in curves for point in sampled(curve)):
            inside = [frame for frame in solids if is_inside(point, frame)]
            assert not inside, (scene.name, way.label, point, inside)


def is_at(point: Point, x: float, frame: Rect) -> bool:
    return abs(point[0] - x) < 1.01 and frame.y - 0.01 <= point[1] <= frame.bottom + 0.01


def is_inside(point: Point, frame: Rect, slack: float = 1.01) -> bool:
    x, y = point
    return frame.x + slack < x < frame.right - slack and frame.y + slack < y < frame.bottom - slack


def sampled(curve: Shape) -> Iterator[Point]:
    assert isinstance(curve, Curve)
    start = curve.start
    for one, two, end in curve.pieces:
        for step in range(STEPS + 1):
            t = step / STEPS
            yield tuple(  # type: ignore[misc]  # two of them
                (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
                for a, b, c, d in zip(start, one, two, end, strict=True)
            )
        start = end
