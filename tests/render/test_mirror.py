"""A mirrored picture has everything on the other side, and nothing turned around."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.render.faces import gather
from cjm.render.mirror import mirror
from cjm.render.scene import Box, Curve, Dot, Group, Icon, Line, Picture, Polygon, Rect, Row, Run, Scene, Shape, Text
from cjm.render.text import Style
from cjm.render.theme import load

STYLE = Style(load("light"), gather(), is_rtl=True)
WIDTH = 400


def scene(*children: Shape) -> Scene:
    return Scene("map", "Map", "", "ar", WIDTH, 300, children)


def only(shape: Shape) -> Shape:
    (found,) = mirror(scene(shape)).children
    return found


TEXT = Text(
    "body",
    "אב",
    Rect(10, 5, 100, 20),
    (Row("אב a", 10, 15, 50, (Run("a", 10, 20), Run("אב ", 30, 30, "Own", is_rtl=True))), Row("x", 10, 25, 8)),
)
MIRRORED = Text(
    "body",
    "אב",
    Rect(290, 5, 100, 20),
    (Row("אב a", 340, 15, 50, (Run("a", 340, 20), Run("אב ", 360, 30, "Own", is_rtl=True))), Row("x", 382, 25, 8)),
    "end",
)


@pytest.mark.parametrize(
    ("shape", "other"),
    [
        (TEXT, MIRRORED),
        (replace(TEXT, align="middle"), replace(MIRRORED, align="middle")),
        (Box("card", Rect(0, 0, 100, 20), 4, TEXT), Box("card", Rect(300, 0, 100, 20), 4, MIRRORED)),
        (Box("card", Rect(0, 0, 100, 20)), Box("card", Rect(300, 0, 100, 20))),
        (
            Polygon("stage", ((0, 0), (10, 5), (0, 10)), TEXT),
            Polygon("stage", ((400, 0), (390, 5), (400, 10)), MIRRORED),
        ),
        (Line("rule", (0, 1), (50, 2)), Line("rule", (400, 1), (350, 2))),
        (
            Curve("curve", (0, 1), (((1, 2), (3, 4), (5, 6)),), closed=True, fade=(0, 9)),
            Curve("curve", (400, 1), (((399, 2), (397, 4), (395, 6)),), closed=True, fade=(0, 9)),
        ),
        (Dot("point", (10, 20), 3), Dot("point", (390, 20), 3)),
        (Icon("icon", "phone", Rect(10, 20, 16, 16)), Icon("icon", "phone", Rect(374, 20, 16, 16))),
        (Picture(Rect(0, 0, 40, 30), "image/png", b""), Picture(Rect(360, 0, 40, 30), "image/png", b"")),
        (
            Group("cell", "Cell", (Dot("a", (1, 1), 1), Dot("b", (2, 2), 1)), "stage/a"),
            Group("cell", "Cell", (Dot("a", (399, 1), 1), Dot("b", (398, 2), 1)), "stage/a"),
        ),
    ],
)
def test_each_shape(shape: Shape, other: Shape) -> None:
    assert only(shape) == other
    assert only(other) == shape


@given(st.text("abאב12 ().", max_size=40), st.floats(20, 300), st.sampled_from(["start", "middle", "end"]))
def test_a_text_stays_in_its_box(words: str, width: float, align: str) -> None:
    block = STYLE.block(words, "body", 10, 10, width, align)  # type: ignore[arg-type]
    mirrored = only(block)
    assert isinstance(mirrored, Text)
    assert mirrored.box.x == pytest.approx(WIDTH - block.box.right)
    for row, other in zip(block.rows, mirrored.rows, strict=True):
        assert (row.text, row.width, len(row.runs)) == (other.text, other.width, len(other.runs))
        assert other.x - mirrored.box.x == pytest.approx(block.box.right - row.x - row.width, abs=1e-6)
        for run, moved in zip(row.runs, other.runs, strict=True):
            assert moved.x - other.x == pytest.approx(run.x - row.x, abs=1e-6)
