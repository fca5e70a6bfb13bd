"""The swimlane picture on pages: nothing too small, nothing clipped or overlapping, nothing lost, nothing twice."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Quote, Stage, Step, Touchpoint, Voice
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona
from cjm.render import lay_out, style, svg
from cjm.render.cut import bounds
from cjm.render.lanes import DETAILS, LANES, Detail
from cjm.render.layouts.windows import breaks
from cjm.render.scene import Box, Curve, Group, Line, Polygon, Rect, Scene, Shape, Text
from cjm.render.sizes import SIZES, paper
from tests.journeys import make
from tests.kept import MAPS, journey
from tests.render.test_laws import measured

LOOK = style("light")
NAMES = sorted(SIZES)

Lanes = tuple[str, ...]


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from walk(shape.children)


def lanes_of(scene: Scene) -> dict[str, Group]:
    """The lanes of a page; one that it has for several rows of stages with the cells of all."""
    found: dict[str, Group] = {}
    for each in scene.walk():
        if isinstance(each, Group) and each.kind == "lane":
            key = each.address.removeprefix("lane/")
            before = found[key].children if key in found else ()
            found[key] = replace(each, children=(*before, *each.children))
    return found


def cells(scene: Scene, lane: str) -> dict[str, Group]:
    shapes = lanes_of(scene)[lane].children if lane in lanes_of(scene) else ()
    return {each.address: each for each in shapes if isinstance(each, Group) and each.kind == "cell"}


def sources(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.source for shape in walk(shapes) if isinstance(shape, Text)]


# ---- laws


def check(pages: tuple[Scene, ...], size: str) -> None:
    """What holds for any pages."""
    assert len({page.name for page in pages}) == len(pages)
    assert len({page.shrink for page in pages}) == 1
    for page in pages:
        assert (page.width, page.height) == paper(size)
        types = LOOK.theme.shrunk(page.shrink).types
        whole = Rect(0, 0, page.width, page.height)
        texts = sorted(page.texts(), key=lambda text: text.box.y)
        frames = [shape.rect for shape in page.walk() if isinstance(shape, Box)]
        assert all(whole.holds(bounds(shape)) for shape in page.children)
        for index, text in enumerate(texts):
            assert types[text.role].size >= 10
            assert all(text.box.holds(ink, slack=0.5) for ink in inked(text, types[text.role].size)), text
            assert all(frame.holds(text.box) for frame in frames if frame.overlaps(text.box)), text
            for other in texts[index + 1 :]:
                if other.box.y > text.box.bottom:
                    break
                assert not text.box.overlaps(other.box), (page.name, text, other)


def inked(text: Text, size: float) -> Iterator[Rect]:
    return (Rect(row.x, row.baseline - 0.75 * size, row.width, size) for row in text.rows)


def letters(pages: tuple[Scene, ...]) -> dict[str, Counter[str]]:
    """What the cells of all lanes but the curve say, by moment; without what depends on where rows end."""
    found: dict[str, Counter[str]] = {}
    for page in pages:
        for lane in lanes_of(page).keys() - {"feels", "stages", "phases"}:
            for address, cell in cells(page, lane).items():
                text = "".join(
                    row.text for shape in walk(cell.children) if isinstance(shape, Text) for row in shape.rows
                )
                found.setdefault(f"{lane}/{address}", Counter()).update(char for char in text if char.isalnum())
    return found


def order(told: Journey, pages: tuple[Scene, ...]) -> list[list[str]]:
    """The touchpoints of each stage in the order in which they are met."""
    met = dict.fromkeys(address for page in pages for address in cells(page, "touchpoints"))
    ids = [{touchpoint.id for touchpoint in stage.touchpoints} for stage in told.stages]
    return [[each for each in met if each.rpartition("/")[2] in inner] for inner in ids]


@pytest.mark.parametrize("size", NAMES)
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_the_laws_hold_for_every_map(path: Path, detail: Detail, size: str) -> None:
    told = journey(path)
    pages = lay_out((told,), LOOK, size=size, detail=detail)
    whole = lay_out((told,), LOOK, detail=detail)
    check(pages, size)
    said, wanted = letters(pages), letters(whole)
    assert {key: said[key] for key in wanted} == wanted
    assert order(told, pages) == order(told, whole)
    for lane in lanes_of(whole[0]):
        found = {
            address: [index for index, page in enumerate(pages) if address in cells(page, lane)]
            for address in cells(whole[0], lane)
        }
        assert all(indexes == list(range(indexes[0], indexes[-1] + 1)) for indexes in found.values()), lane
        assert size != "A3" or all(len(indexes) == 1 for indexes in found.values()), lane
    assert lay_out((told,), LOOK, size=size, detail=detail) == pages
    assert len({svg([page], LOOK, fonts="system") for page in pages}) == len(pages)


@settings(max_examples=15)
@given(
    told=st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(0, 4), st.sampled_from((1, 60))),
    size=st.sampled_from(NAMES),
    lanes=st.sampled_from(((), (), tuple(LANES))),
    detail=st.sampled_from(DETAILS),
)
def test_the_laws_hold_for_any_map(told: Journey, size: str, lanes: Lanes, detail: Detail) -> None:
    pages = lay_out((told,), LOOK, size=size, lanes=lanes, detail=detail)
    check(pages, size)
    whole = lay_out((told,), LOOK, lanes=lanes, detail=detail)
    said, wanted = letters(pages), letters(whole)
    assert {key: said[key] for key in wanted} == wanted
    assert order(told, pages) == order(told, whole)


# ---- which page has what


def touchpoints(stage: str, *scores: float, **more: object) -> tuple[Touchpoint, ...]:
    return tuple(
        Touchpoint(id=f"{stage}{number}", name=f"Contact {stage}{number}", feels=Feeling(score=score), **more)  # type: ignore[arg-type]
        for number, score in enumerate(scores)
    )


def mapped(*stages: Stage, **head: object) -> Journey:
    return Journey(cjm=1, id="m", title="A journey", stages=stages, **head)  # type: ignore[arg-type]


def draw(*stages: Stage, size: str = "16:9", **head: object) -> tuple[Scene, ...]:
    return lay_out((mapped(*stages, **head),), LOOK, size=size)


@pytest.mark.parametrize(
    ("counts", "most", "expected"),
    [
        ((1, 2, 1), 5, (0, 4)),
        ((2, 2, 2, 2), 5, (0, 4, 8)),
        ((3, 3, 3), 5, (0, 3, 6, 9)),
        ((1, 1, 1, 1, 1, 1), 5, (0, 3, 6)),
        ((7,), 5, (0, 4, 7)),
        ((1, 11, 1), 4, (0, 1, 5, 9, 13)),
    ],
)
def test_stages_stay_together_on_pages_that_are_as_few_and_as_even_as_can_be(
    counts: tuple[int, ...], most: int, expected: tuple[int, ...]
) -> None:
    assert breaks(counts, most) == expected


def test_what_fits_on_a_page_in_type_of_full_size_stays_so() -> None:
    (page,) = draw(Stage(id="a", name="A", touchpoints=touchpoints("a", 1, -1)))
    assert page.shrink == 1
    assert (page.name, page.title) == ("m-current", "A journey")


def test_type_shrinks_before_a_second_page_is_begun() -> None:
    found = [draw(Stage(id="a", name="A", touchpoints=touchpoints("a", *[1] * count))) for count in range(2, 9)]
    assert [len(pages) for pages in found] == sorted(len(pages) for pages in found)
    shares = [pages[0].shrink for pages in found]
    assert shares == sorted(shares, reverse=True)
    assert (shares[0], shares[-1]) == (1, 0.87)
    assert [pages[0].shrink for pages in found if len(pages) == 1][-1] < 1
    assert all(pages[0].shrink == 0.87 for pages in found if len(pages) > 1)


def test_further_pages_say_which_map_they_are_of_and_the_last_one_explains() -> None:
    stages = [Stage(id=name, name=name, touchpoints=touchpoints(name, 1, -1, 0)) for name in "abcd"]
    pages = draw(*stages, lang="de")
    assert len(pages) == 4
    said = [sources(page.children) for page in pages]
    assert [any("Seite" in text for text in texts) for texts in said] == [False, True, True, True]
    assert "Seite 4 von 4" in said[-1]
    assert all("A journey" in texts for texts in said)
    assert ["Annahme, noch nicht belegt" in texts for texts in said] == [False, False, False, True]
    assert [page.name for page in pages] == ["m-current", "m-current-2", "m-current-3", "m-current-4"]
    assert pages[3].title == "A journey (Seite 4 von 4)"
    assert all(lanes_of(page).keys() == {"stages", "touchpoints", "feels"} for page in pages)


def test_a_stage_wider_than_a_page_goes_on_and_what_it_says_itself_is_said_once() -> None:
    pains = (Pain(id="p", text="All of it hurts"),)
    stage = Stage(id="a", name="Long", pains=pains, owner="Sales", touchpoints=touchpoints("a", *[1, -1] * 5))
    pages = draw(stage, size="4:3")
    assert len(pages) > 3
    told = [sources(page.children) for page in pages]
    assert all("Long" in texts for texts in told)
    assert sum("All of it hurts" in texts for texts in told) == 1
    assert [number for texts in told for number in range(10) if f"Contact a{number}" in texts] == list(range(10))
    owners = [page for page in pages if "owner" in lanes_of(page)]
    assert all("Sales" in sources(page.children) for page in owners)
    assert len(owners) > 1


def test_the_curve_leaves_a_page_where_it_comes_in_on_the_next() -> None:
    stages = [Stage(id=name, name=name, touchpoints=touchpoints(name, 2, -1, 1, -2, 0)) for name in "abc"]
    pages = draw(*stages)
    assert len(pages) == 3
    edges = [ends(page) for page in pages]
    assert abs(edges[0][1] - edges[1][0]) < 0.01
    assert abs(edges[1][1] - edges[2][0]) < 0.01
    assert edges[0][0] != edges[0][1]


def ends(page: Scene) -> tuple[float, float]:
    """How far below the middle line the curve begins and ends on a page."""
    shapes = tuple(walk(lanes_of(page)["feels"].children))
    (middle,) = (shape.start[1] for shape in shapes if isinstance(shape, Line) and shape.role == "neutral")
    (curve,) = (shape for shape in shapes if isinstance(shape, Curve) and shape.role == "curve")
    return curve.start[1] - middle, curve.pieces[-1][2][1] - middle


def test_the_line_of_a_persona_looks_alike_on_every_page() -> None:
    people = tuple(Persona(id=name, name=name) for name in ("Ana", "Bo"))

    def stage(name: str, **voices: float) -> Stage:
        told = {who: Voice(feels=Feeling(score=score)) for who, score in voices.items()}
        return Stage(id=name, name=name, touchpoints=touchpoints(name, 1, 1, 1, for_=told))

    pages = draw(stage("a", Ana=-1), stage("b"), stage("c", Bo=-2), stage("d", Ana=-1), personas=people)
    roles = [
        {shape.role for shape in page.walk() if isinstance(shape, Polygon) and shape.role.startswith("point-")}
        for page in pages
    ]
    assert roles == [{"point-1-assumed"}, set(), {"point-2-assumed"}, {"point-1-assumed"}]


def test_a_hand_over_between_two_pages_is_told_on_the_second() -> None:
    stages = [Stage(id=name, name=name, owner=name, touchpoints=touchpoints(name, 1, 1, 1)) for name in "abc"]
    rings = [
        [each for each in page.walk() if isinstance(each, Group) and each.kind == "handoff"] for page in draw(*stages)
    ]
    assert [len(found) for found in rings] == [0, 1, 1]


def test_what_is_too_tall_for_a_page_goes_on_under_the_same_stages() -> None:
    steps = tuple(Step(id=f"s{number}", does=(f"Step {number} " + "word " * 20,)) for number in range(12))
    pages = draw(Stage(id="a", name="Alone", backstage=steps))
    told = [sources(page.children) for page in pages]
    assert len(pages) > 1
    assert [
        number for texts in told for number in range(12) if any(f"Step {number} " in text for text in texts)
    ] == list(range(12))
    assert all("Alone" in texts for texts in told)
    assert all("Backstage" in texts for page, texts in zip(pages, told, strict=True) if "backstage" in lanes_of(page))
    check(pages, "16:9")


def test_even_a_text_longer_than_a_page_is_read_to_its_end() -> None:
    words = " ".join(f"w{number}" for number in range(3_000))
    pages = draw(Stage(id="a", name="A", pains=(Pain(id="p", text=words),)))
    check(pages, "16:9")
    said = " ".join(" ".join(cell) for page in pages for cell in [sources(tuple(cells(page, "pains").values()))])
    assert said.split() == words.split()


def test_what_customers_say_has_a_lane_where_it_makes_the_curve_too_tall() -> None:
    says = tuple(Quote(text=f"{number} " + "word " * 30) for number in range(4))
    stages = [Stage(id=name, name=name, feels=Feeling(score=1), says=says if name == "a" else ()) for name in "ab"]
    pages = draw(*stages)
    assert any("says" in lanes_of(page) for page in pages)
    assert all(
        sum(f"“{number} word" in text for page in pages for text in sources(page.children)) == 1 for number in range(4)
    )
    check(pages, "16:9")


def test_right_to_left_pages_are_turned_around() -> None:
    stages = [Stage(id=name, name="مرحلة", touchpoints=touchpoints(name, 1, -1, 0)) for name in "ab"]
    pages = draw(*stages, lang="ar")
    arrows = [each for page in pages for each in page.walk() if isinstance(each, Group) and each.kind == "stage"]
    assert len(arrows) == 2
    assert all(bounds(each).right <= 960 - 24 - 120 + 1 for each in arrows)


def test_a_size_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match=r"There is no size ‘A5’\. Possible: auto, 16:9, 4:3, A4, A3"):
        draw(Stage(id="a", name="A"), size="A5")


# ---- as a browser sees them


@pytest.mark.judge("chromium")
@pytest.mark.parametrize("size", NAMES)
def test_chromium_sets_every_text_in_its_box(size: str, tmp_path: Path) -> None:
    scenes = [page for path in MAPS for page in lay_out((journey(path),), LOOK, size=size)]
    pictures = [svg([each], LOOK, fonts="system" if place else "embed") for place, each in enumerate(scenes)]
    for drawn, told in zip(scenes, measured(pictures, tmp_path), strict=True):
        types = LOOK.theme.shrunk(drawn.shrink).types
        rows = [(text, row) for text in drawn.texts() for row in text.rows if row.text]
        assert [row.text for _, row in rows] == [words for words, *_ in told]
        for (text, row), (_, advance, x, width) in zip(rows, told, strict=True):
            size_of = types[text.role].size
            assert abs(advance - row.width) <= 0.005 * row.width, row
            assert text.box.holds(Rect(x, row.baseline - 0.75 * size_of, width, size_of), slack=1.5), row


def rows_of_stages(page: Scene) -> list[Group]:
    return [each for each in page.walk() if isinstance(each, Group) and each.address == "lane/stages"]


def test_further_pages_of_the_same_stages_have_their_names_alone() -> None:
    told = journey(next(path for path in MAPS if path.name.startswith("office-phone.current")))
    pages = lay_out((told,), LOOK, size="16:9")
    first, second = (rows_of_stages(page)[0] for page in pages[:2])
    assert [group.label for group in walk(first.children) if isinstance(group, Group)] == [
        group.label for group in walk(second.children) if isinstance(group, Group)
    ]
    assert len(sources(first.children)) > len(sources(second.children))
    assert bounds(second).height < bounds(first).height
    assert "phases" in lanes_of(pages[0])
    assert "phases" not in lanes_of(pages[1])


def test_other_stages_begin_below_where_a_page_would_be_nearly_empty() -> None:
    told = journey(next(path for path in MAPS if path.name.startswith("office-phone.future")))
    pages = lay_out((told,), LOOK, size="A4")
    shared = [page for page in pages if len(rows_of_stages(page)) > 1]
    assert shared
    for page in shared:
        above, below = rows_of_stages(page)
        assert bounds(above).bottom < bounds(below).y < 0.65 * page.height
        lanes = [each for each in page.walk() if isinstance(each, Group) and each.kind == "lane"]
        assert all(bounds(each).bottom <= bounds(below).y or bounds(each).y >= bounds(above).bottom for each in lanes)
        names = {each.label for row in (above, below) for each in row.children if isinstance(each, Group)}
        assert names == set(page.description.split(", ")) or page is pages[0]
