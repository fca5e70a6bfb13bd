"""The emotion curve: through its points, never beyond them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.render.layouts.curve import Smooth, Straight

heights = st.lists(st.floats(0, 200), min_size=2, max_size=20)


def through(heights: list[float], step: float = 150) -> Smooth:
    return Smooth(tuple((index * step, height) for index, height in enumerate(heights)))


@given(heights)
def test_it_never_overshoots(heights: list[float]) -> None:
    curve = through(heights)
    for (left, one), (right, two) in pairwise(curve.points):
        inside = [curve.y(left + (right - left) * share / 20) for share in range(21)]
        assert min(one, two) - 1e-6 <= min(inside)
        assert max(inside) <= max(one, two) + 1e-6
        assert inside == pytest.approx(sorted(inside, reverse=two < one), abs=1e-6)


@given(heights, st.floats(-50, 3000), st.floats(0, 400))
def test_its_reach_is_that_of_all_its_points(heights: list[float], left: float, width: float) -> None:
    curve = through(heights)
    end = curve.points[-1][0]
    reach = curve.reach(left, left + width)
    if left + width < 0 or left > end:
        assert reach is None
        return
    assert reach is not None
    for share in range(51):
        x = min(max(left + width * share / 50, 0), end)
        assert reach[0] - 1e-6 <= curve.y(x) <= reach[1] + 1e-6


def test_areas_part_where_it_crosses_the_level() -> None:
    areas = list(through([0, 100, 0, 40]).areas(50, 0, 120))
    assert [area.role for area in areas] == ["area-high", "area-low", "area-high"]
    assert [area.fade for area in areas] == [(0, 50), (120, 50), (0, 50)]
    assert all(area.closed and area.pieces[-1][-1] == area.start for area in areas)
    crossing = areas[0].pieces[-2][0]
    assert crossing[1] == pytest.approx(50, abs=1e-6)


@given(heights, st.floats(0, 1))
def test_a_straight_line_is_straight(heights: list[float], share: float) -> None:
    line = Straight(through(heights).points)
    for (left, one), (right, two) in pairwise(line.points):
        assert line.y(left + (right - left) * share) == pytest.approx(one + (two - one) * share, abs=1e-6)
    assert line.reach(line.xs[0], line.xs[-1]) == pytest.approx((min(heights), max(heights)), abs=1e-6)


def test_one_point_is_no_curve() -> None:
    curve = through([30])
    assert curve.line("curve").pieces == ()
    assert curve.reach(-10, 10) == (30, 30)
    assert curve.reach(10, 20) is None
