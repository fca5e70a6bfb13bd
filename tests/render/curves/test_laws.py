"""The laws of the curve view: whatever the maps, nothing clipped, nothing overlapping, the same each time."""

from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.figures.moments import is_said
from cjm.model.journey import Journey
from cjm.render import lay_out, style
from cjm.render.cut import bounds
from cjm.render.lanes import DETAILS, Detail
from cjm.render.scene import Line, Rect, Scene
from cjm.render.sizes import SIZES
from tests.journeys import make
from tests.kept import MAPS, journey
from tests.render.test_pages import check

LOOK = style("light")
ALL = ("auto", *sorted(SIZES))
CURVED = [path for path in MAPS if is_said(journey(path), "feels")]


def sound(pages: tuple[Scene, ...], size: str) -> None:
    """What holds for any pages, of a fixed size or as large as the picture."""
    for page in pages:
        rules = [shape for shape in page.walk() if isinstance(shape, Line) and shape.role == "stage-rule"]
        for rule, text in product(rules, page.texts()):
            crossed = Rect(rule.start[0] - 0.1, rule.start[1], 0.2, rule.end[1] - rule.start[1])
            assert not text.box.overlaps(crossed), (page.name, rule, text)
    if size != "auto":
        check(pages, size)
        return
    (page,) = pages
    whole = Rect(0, 0, page.width, page.height)
    texts = sorted(page.texts(), key=lambda text: text.box.y)
    assert all(whole.holds(bounds(shape)) for shape in page.children)
    for index, text in enumerate(texts):
        for other in texts[index + 1 :]:
            if other.box.y > text.box.bottom:
                break
            assert not text.box.overlaps(other.box), (text, other)


@pytest.mark.parametrize("size", ALL)
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("path", CURVED, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_the_laws_hold_for_every_map(path: Path, detail: Detail, size: str) -> None:
    pages = lay_out((journey(path),), LOOK, view="curve", size=size, detail=detail)
    sound(pages, size)
    assert lay_out((journey(path),), LOOK, view="curve", size=size, detail=detail) == pages


@pytest.mark.parametrize("size", ["auto", "4:3"])
@pytest.mark.parametrize(("one", "other"), list(pairwise(CURVED)))
def test_the_laws_hold_for_two_maps(one: Path, other: Path, size: str) -> None:
    sound(lay_out((journey(one), journey(other)), LOOK, view="curve", size=size), size)


@pytest.mark.parametrize("size", ALL)
@pytest.mark.parametrize("detail", DETAILS)
def test_the_laws_hold_for_all_maps_together(detail: Detail, size: str) -> None:
    sound(lay_out(tuple(map(journey, CURVED)), LOOK, view="curve", size=size, detail=detail), size)


def maps() -> st.SearchStrategy[Journey]:
    made = st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(0, 4), st.sampled_from((1, 8, 60)))
    return made.filter(lambda told: is_said(told, "feels"))


@settings(max_examples=20)
@given(told=maps(), size=st.sampled_from(ALL), detail=st.sampled_from(DETAILS))
def test_the_laws_hold_for_any_map(told: Journey, size: str, detail: Detail) -> None:
    sound(lay_out((told,), LOOK, view="curve", size=size, detail=detail), size)


@settings(max_examples=20)
@given(
    told=st.lists(maps(), min_size=2, max_size=4),
    ids=st.sampled_from(("aaaa", "abcd", "abab")),
    size=st.sampled_from(ALL),
)
def test_the_laws_hold_for_any_maps_together(told: list[Journey], ids: str, size: str) -> None:
    named = [
        replace(each, id=id, path=f"{place}.cjm.yaml") for place, (each, id) in enumerate(zip(told, ids, strict=False))
    ]
    sound(lay_out(named, LOOK, view="curve", size=size), size)
