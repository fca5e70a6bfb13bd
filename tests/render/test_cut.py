"""Shapes cut in two for pages, and moved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import cjm
from cjm.render import lay_out, style
from cjm.render.cut import bounds, cut, moved
from cjm.render.scene import Box, Dot, Group, Rect, Row, Shape, Text

ROOT = Path(__file__).parents[2]


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from walk(shape.children)


def row(y: float) -> Row:
    return Row("w", 0, y + 8, 10)


CARD = Group(
    "cell",
    "A card",
    (
        Box("card", Rect(0, 0, 100, 50)),
        Text("body", "w w w", Rect(10, 7, 80, 36), (row(7), row(19), row(31))),
        Dot("bullet", (5, 13), 2),
    ),
)


@pytest.mark.parametrize(
    ("y", "tallest", "above", "below"), [(60, 20, 3, 0), (40, 60, 0, 3), (40, 20, 2, 1), (20, 20, 0, 3), (30, 20, 1, 2)]
)
def test_a_card_is_cut_between_rows_only_where_it_is_too_tall(y: float, tallest: float, above: int, below: int) -> None:
    parts = cut(CARD, y, tallest)
    counts = [sum(len(each.rows) for each in walk((part,)) if isinstance(each, Text)) if part else 0 for part in parts]
    assert counts == [above, below]
    for part in [each for each in parts if each]:
        texts = [each.box for each in walk((part,)) if isinstance(each, Text)]
        (frame,) = (each.rect for each in walk((part,)) if isinstance(each, Box))
        assert all(frame.holds(text) for text in texts)
        assert part is CARD or frame.bottom <= y or part is parts[1]


def test_moving_down_and_up_again_changes_nothing() -> None:
    (told,) = cjm.load(ROOT / "maps" / "office-phone.current.cjm.yaml", root=ROOT).maps
    (scene,) = lay_out((told,), style("light"), detail="full")
    for shape in scene.children:
        lower = moved(shape, 64)
        assert bounds(lower).y == pytest.approx(bounds(shape).y + 64)
        assert bounds(moved(lower, -64)) == bounds(shape) or bounds(moved(lower, -64)).y == pytest.approx(
            bounds(shape).y
        )
