"""The laws of the picture, over every view there is: of every map the project keeps, of maps together, of any map."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.render import lay_out, svg
from cjm.render.cut import bounds
from cjm.render.lanes import DETAILS, Detail
from cjm.render.scene import Box, Group, Rect, Scene
from cjm.render.sizes import AUTO, SIZES
from cjm.render.views import VIEWS, find
from tests.journeys import make
from tests.kept import MAPS, journey
from tests.render.test_laws import LOOK, elements, hostile, measured
from tests.render.test_pages import check, inked

SUBJECTS = [(name, of) for name, view in VIEWS.items() for of in view.subjects or ("",)]
OTHERS = [each for each in SUBJECTS if each[0] != "swimlane"]  # which has tests of its own

Pages = tuple[Scene, ...]


def pictures(view: str, of: str, journeys: Iterable[Journey], **wishes: object) -> Iterator[Pages]:
    """A view of each map, and of all together where it has room for them; a map may have nothing to show."""
    told, known = list(journeys), VIEWS[view]
    subjects: list[list[Journey]] = [] if known.is_joined(of, asked=False) else [[each] for each in told]
    if known.is_joined(of, asked=True):
        subjects.append(told)
    for subject in subjects:
        try:
            yield lay_out(subject, LOOK, view=view, of=of, **wishes)  # type: ignore[arg-type]  # as they are called
        except UsageError as nothing:
            assert len(str(nothing)) > 40, "a sentence that helps"  # noqa: PT017  (what is raised by some)


def whole(page: Scene) -> None:
    """What holds for a picture as large as it takes."""
    frame = Rect(0, 0, page.width, page.height)
    assert all(frame.holds(bounds(shape)) for shape in page.children)
    types = LOOK.theme.shrunk(page.shrink).types
    texts = sorted(page.texts(), key=lambda text: text.box.y)
    frames = [shape.rect for shape in page.walk() if isinstance(shape, Box)]
    for index, text in enumerate(texts):
        assert all(text.box.holds(ink, slack=0.5) for ink in inked(text, types[text.role].size)), text
        assert all(each.holds(text.box) for each in frames if each.overlaps(text.box)), text
        for other in texts[index + 1 :]:
            if other.box.y > text.box.bottom:
                break
            assert not text.box.overlaps(other.box), (page.name, text, other)


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize(("view", "of"), OTHERS)
def test_as_large_as_it_takes_it_is_one_sound_picture(view: str, of: str, detail: Detail) -> None:
    drawn = list(pictures(view, of, map(journey, MAPS), detail=detail))
    assert drawn
    for pages in drawn:
        (page,) = pages
        whole(page)
        assert page.title
        assert page.description
        assert [each.address for each in page.walk() if isinstance(each, Group) and each.address]


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize(("view", "of"), OTHERS)
def test_pages_are_of_their_size_with_type_that_can_be_read(view: str, of: str, size: str) -> None:
    for pages in pictures(view, of, map(journey, MAPS), size=size):
        check(pages, size)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(
    told=st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(0, 5), st.sampled_from((1, 60))),
    size=st.sampled_from((AUTO, AUTO, *SIZES)),
    detail=st.sampled_from(DETAILS),
)
@pytest.mark.parametrize(("view", "of"), OTHERS)
def test_any_map_is_drawn_soundly(view: str, of: str, told: Journey, size: str, detail: Detail) -> None:
    for pages in pictures(view, of, (told,), size=size, detail=detail):
        if size == AUTO:
            whole(*pages)
        else:
            check(pages, size)


@pytest.mark.judge("chromium")
@pytest.mark.parametrize(("view", "of"), OTHERS)
def test_chromium_sets_every_text_in_its_box_and_none_on_another(view: str, of: str, tmp_path: Path) -> None:
    scenes = [page for pages in pictures(view, of, map(journey, MAPS)) for page in pages]
    drawn = [svg([each], LOOK, fonts="embed" if place == 0 else "system") for place, each in enumerate(scenes)]
    for page, told in zip(scenes, measured(drawn, tmp_path), strict=True):
        rows = [(text, row) for text in page.texts() for row in text.rows if row.text]
        assert [row.text for _, row in rows] == [words for words, *_ in told]
        for (text, row), (_, advance, x, width) in zip(rows, told, strict=True):
            size = LOOK.theme.types[text.role].size
            assert abs(advance - row.width) <= 0.005 * row.width, row
            assert text.box.holds(Rect(x, row.baseline - 0.75 * size, width, size), slack=1.5), row


@pytest.mark.parametrize(("view", "of"), OTHERS)
def test_nothing_that_a_target_cannot_draw(view: str, of: str) -> None:
    for pages in pictures(view, of, map(journey, MAPS), detail="full"):
        text = svg(pages, LOOK, fonts="embed")
        ids = [node.get("id") for node in elements(text) if node.get("id")]
        assert len(ids) == len(set(ids))
        for word in ("foreignObject", "rgba(", "transparent", "var(", "class=", "text-anchor", "direction=", "<script"):
            assert word not in text
        assert set(re.findall(r"url\(#([^)]*)\)", text)) <= set(ids)


@pytest.mark.parametrize(("view", "of"), OTHERS)
def test_hostile_text_stays_text(view: str, of: str) -> None:
    usual = [journey(path) for path in MAPS]
    plain = {
        node.tag
        for pages in pictures(view, of, usual, detail="full")
        for node in elements(svg(pages, LOOK, fonts="system"))
    }
    for pages in pictures(view, of, map(hostile, usual), detail="full"):
        text = svg(pages, LOOK, fonts="system")
        assert {node.tag for node in elements(text)} <= plain
        assert not [key for node in elements(text) for key in node.attrib if key.startswith("on")]
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", text)


@pytest.mark.parametrize(("view", "of"), SUBJECTS)
def test_a_picture_is_the_same_twice(view: str, of: str) -> None:
    first, again = (
        [svg(pages, LOOK, fonts="system") for pages in pictures(view, of, map(journey, MAPS))] for _ in "12"
    )
    assert first == again
    assert len(set(first)) == len(first)


def test_every_view_is_known_by_name() -> None:
    assert list(VIEWS) == ["swimlane", "blueprint", "curve", "matrix", "flow", "portfolio", "persona"]
    with pytest.raises(UsageError, match="Did you mean ‘matrix’"):
        find("matrx")
    with pytest.raises(UsageError, match="flow of steps, maps, systems"):
        find("swimlane", "maps")
