"""The builder of icons: whatever a drawing holds becomes absolute lines and cubic curves."""

from xml.etree import ElementTree as ET

import pytest

from tests.icons.build import Point, Step, outline, steps


def test_relative_commands_become_absolute() -> None:
    assert list(steps("m1 2h3v4l-1-1z m1 1 1 1")) == [
        ("M", ((1, 2),)),
        ("L", ((4, 2),)),
        ("L", ((4, 6),)),
        ("L", ((3, 5),)),
        ("Z", ()),
        ("M", ((2, 3),)),
        ("L", ((3, 4),)),
    ]


def test_smooth_and_quadratic_curves_become_cubic() -> None:
    (_, first, second) = steps("M0 0C0 1 1 2 2 2S4 3 4 4")
    assert first == ("C", ((0, 1), (1, 2), (2, 2)))
    assert second == ("C", ((3, 2), (4, 3), (4, 4)))  # the first control mirrors the one before
    (_, (letter, points)) = steps("M0 0q3 3 6 0")
    assert letter == "C"
    assert [value for point in points for value in point] == pytest.approx([2, 2, 4, 2, 6, 0])


@pytest.mark.parametrize(
    ("path", "centre", "pieces"),
    [
        ("M0 12A12 12 0 0 1 12 0", (12, 12), 1),
        ("M0 12a12 12 0 0112-12", (12, 12), 1),  # flags without spaces
        ("M0 12A12 12 0 1 0 12 0", (12, 12), 3),  # the long way round
        ("M12 0A12 12 0 0 0 0 12", (12, 12), 1),
        ("M0 0A1 1 0 0 1 4 0", (2, 0), 2),  # too small a radius grows until it reaches
    ],
)
def test_an_arc_keeps_its_distance_to_the_centre(path: str, centre: Point, pieces: int) -> None:
    (_, (start,)), *curves = steps(path)
    assert len(curves) == pieces
    radius = abs(complex(*start) - complex(*centre))
    for _, (one, two, end) in curves:
        middle = tuple((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(start, one, two, end, strict=True))
        for point in (middle, end):
            assert abs(complex(*point) - complex(*centre)) == pytest.approx(radius, rel=1e-3)
        start = end


def test_an_arc_turns_the_way_it_says() -> None:
    for path, middle in (("M0 0A2 2 0 0 1 4 0", (2, -2)), ("M0 0A2 2 0 0 0 4 0", (2, 2))):
        _, (_, points), _ = steps(path)
        assert points[-1] == pytest.approx(middle)  # y grows downwards: clockwise is over the top


def shape(text: str) -> list[Step]:
    return list(outline(ET.fromstring(text)))


def test_circles_rectangles_and_lines() -> None:
    circle = shape('<circle cx="12" cy="12" r="10"/>')
    assert [letter for letter, _ in circle] == ["M", "C", "C", "C", "C", "Z"]
    assert circle[2][1][-1] == pytest.approx((22, 12))
    rounded = shape('<rect x="2" y="4" width="20" height="16" rx="2"/>')
    assert [letter for letter, _ in rounded] == ["M", "L", "C", "L", "C", "L", "C", "L", "C", "Z"]
    assert rounded[3][1] == ((22, 18),)
    assert shape('<line x1="1" y1="2" x2="3" y2="4"/>') == [("M", ((1, 2),)), ("L", ((3, 4),))]
    assert len(shape('<polyline points="3.29 7 12 12 20.71 7"/>')) == 3


def test_an_unknown_shape_is_named() -> None:
    with pytest.raises(SystemExit, match="ellipse"):
        shape("<ellipse/>")
