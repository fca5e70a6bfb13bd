"""The portfolio: every touchpoint and every opportunity in its place or in the list, and none on another."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cjm
from cjm.errors import UsageError
from cjm.figures.chances import chances
from cjm.figures.priority import ranking
from cjm.model.journey import Journey
from cjm.model.moment import MomentOfTruth, Stage, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.render import lay_out
from cjm.render.cut import bounds
from cjm.render.lanes import DETAILS, Detail
from cjm.render.layouts.portfolio.poster import evened
from cjm.render.scene import Box, Group, Rect, Scene
from cjm.render.sizes import SIZES
from tests.journeys import make
from tests.kept import MAPS
from tests.render.test_pages import LOOK, check, sources

ROOT = Path(__file__).parents[2]
EVERY = tuple(cjm.load(path, root=ROOT).maps[0] for path in MAPS)


def draw(*journeys: Journey, size: str = "auto", detail: Detail = "standard", lang: str = "") -> tuple[Scene, ...]:
    return lay_out(journeys, LOOK, view="portfolio", size=size, detail=detail, lang=lang)


def mapped(*touchpoints: Touchpoint, **head: object) -> Journey:
    stage = Stage(id="s", name="S", touchpoints=touchpoints)
    return Journey(cjm=1, title="A journey", stages=(stage,), **{"id": "m", **head})  # type: ignore[arg-type]


def touchpoint(
    name: str, importance: int | None = None, *pains: tuple[int | None, int | None], **more: object
) -> Touchpoint:
    found = tuple(
        Pain(id=f"{name}{index}", text=f"It hurts {index}", severity=severity, frequency=frequency)
        for index, (severity, frequency) in enumerate(pains)
    )
    return Touchpoint(id=name, name=name.title(), importance=importance, pains=found, **more)  # type: ignore[arg-type]


def work(name: str, impact: int | None, effort: int | None, **more: object) -> Opportunity:
    return Opportunity(id=name, title=f"Do {name}", impact=impact, effort=effort, **more)  # type: ignore[arg-type]


def groups(pages: tuple[Scene, ...], kind: str) -> list[Group]:
    return [each for page in pages for each in page.walk() if isinstance(each, Group) and each.kind == kind]


def part_of(pages: tuple[Scene, ...], text: str) -> str:
    """The part of a plane in which a point stands."""
    (point,) = [each for plane in groups(pages, "plane") for each in _points(plane) if each.label == text]
    parts = [each for each in groups(pages, "part") if bounds(each).overlaps(bounds(point))]
    (found,) = parts
    return found.label


def _points(group: Group) -> list[Group]:
    inner = [each for each in group.children if isinstance(each, Group)]
    return [*(each for each in inner if each.kind == "point"), *(deeper for each in inner for deeper in _points(each))]


def laws(journeys: tuple[Journey, ...], size: str, detail: Detail) -> None:
    pages = draw(*journeys, size=size, detail=detail)
    if size == "auto":
        (page,) = pages
        texts = sorted(page.texts(), key=lambda text: text.box.y)
        whole = Rect(0, 0, page.width, page.height)
        frames = [shape.rect for shape in page.walk() if isinstance(shape, Box)]
        for index, text in enumerate(texts):
            assert whole.holds(text.box)
            assert all(frame.holds(text.box) for frame in frames if frame.overlaps(text.box)), text
            for other in texts[index + 1 :]:
                if other.box.y > text.box.bottom:
                    break
                assert not text.box.overlaps(other.box), (text, other)
    else:
        check(pages, size)
    told = [each.address.rpartition("/")[2] for each in groups(pages, "point")]
    if any(rank.importance or rank.pain for rank in ranking(journeys)):
        assert {rank.moment.id for rank in ranking(journeys)} <= {*told}
    assert {chance.opportunity.id for chance in chances(journeys)} <= {*told}
    assert draw(*journeys, size=size, detail=detail) == pages


@pytest.mark.parametrize("size", ["auto", *SIZES])
@pytest.mark.parametrize("told", EVERY, ids=lambda each: each.identity)
def test_the_laws_hold_for_every_map(told: Journey, size: str) -> None:
    laws((told,), size, "standard")


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("size", ["auto", *SIZES])
def test_the_laws_hold_for_all_maps_together(size: str, detail: Detail) -> None:
    laws(EVERY, size, detail)


@settings(max_examples=15)
@given(
    told=st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(1, 5), st.sampled_from((1, 60))),
    size=st.sampled_from(("auto", *SIZES)),
)
def test_the_laws_hold_for_any_map(told: Journey, size: str) -> None:
    assume(chances((told,)) or any(rank.importance or rank.pain for rank in ranking((told,))))
    laws((told,), size, "standard")


# ---- what stands where


@pytest.mark.parametrize(
    ("importance", "pain", "expected"),
    [(4, (5, 2), "Fix first"), (3, (5, 5), "Mend in passing"), (5, (3, 3), "Keep it up"), (1, None, "Leave as it is")],
)
def test_four_parts_with_names(importance: int, pain: tuple[int, int] | None, expected: str) -> None:
    told = mapped(touchpoint("call", importance, *([pain] if pain else [])))
    assert part_of(draw(told), "Call") == expected


@pytest.mark.parametrize(
    ("impact", "effort", "expected"),
    [(4, 2, "Quick wins"), (5, 3, "Major projects"), (3, 2, "When there is time"), (1, 5, "Rather not")],
)
def test_four_parts_of_opportunities(impact: int, effort: int, expected: str) -> None:
    told = mapped(touchpoint("call", opportunities=(work("this", impact, effort),)))
    assert part_of(draw(told), "Do this") == expected


def test_the_more_important_and_painful_comes_first_and_its_greatest_pain_counts() -> None:
    told = mapped(
        touchpoint("a", 2, (5, 5)),
        touchpoint("b", 5, (2, 5), (4, 4)),
        touchpoint("c", 5),
        touchpoint("d", None, (4, None)),
    )
    assert [(rank.moment.id, rank.priority) for rank in ranking((told,))] == [
        ("b", (80, False)), ("a", (50, False)), ("d", (36, True)), ("c", (0, False)),
    ]  # fmt: skip
    said = sources(draw(told)[0].children)
    assert "5 × 4 × 4 = 80" in said
    assert "3? × 4 × 3? = 36?" in said


def test_a_stage_with_pains_of_its_own_is_ranked_beside_its_touchpoints() -> None:
    stage = Stage(id="s", name="S", pains=(Pain(id="p", text="x"),), touchpoints=(touchpoint("a"),))
    told = Journey(cjm=1, title="T", stages=(stage,))
    assert [rank.moment.id for rank in ranking((told,))] == ["s", "a"]


def test_an_opportunity_in_both_maps_is_one_thing() -> None:
    now = mapped(touchpoint("a", opportunities=(work("x", 5, 1, status="idea"), work("y", 1, 1))), path="maps/now.yaml")
    then = mapped(
        touchpoint("a", opportunities=(work("x", 5, 1, status="done"),)),
        path="maps/then.yaml", compares_to="now.yaml", state="future",
    )  # fmt: skip
    found = [(chance.opportunity.id, chance.opportunity.status) for chance in chances((now, then))]
    assert found == [("x", "done"), ("y", None)]


def test_several_maps_are_told_apart() -> None:
    ones, others = mapped(touchpoint("a", 5, (5, 5))), mapped(touchpoint("a", 5), state="future")
    pages = draw(ones, others)
    said = sources(pages[0].children)
    assert {"A\u00a0·\u00a0A", "A\u00a0·\u00a0B"} <= {*said}
    addresses = {each.address for each in groups(pages, "point")}
    assert addresses == {"m@current:touchpoint/a", "m@future:touchpoint/a"}


def test_what_is_not_rated_is_told_below() -> None:
    said = sources(draw(mapped(touchpoint("a", 5, opportunities=(work("x", 5, None),))))[0].children)
    assert {"Do x", "impact 5 · Idea", "Impact or effort not rated yet", "No pain points are told yet."} <= {*said}


def test_maps_say_what_they_lack() -> None:
    said = sources(draw(mapped(touchpoint("a", None, (1, 1))))[0].children)
    assert "No touchpoint says how important it is: all count 3." in said
    assert "No opportunities are named yet." in said
    with pytest.raises(UsageError, match="nothing to rank"):
        draw(mapped(touchpoint("a")))


def test_a_moment_of_truth_has_a_halo() -> None:
    pages = draw(mapped(touchpoint("a", 5, (5, 5), moment_of_truth=MomentOfTruth())))
    assert any(isinstance(shape, Box) and shape.role == "truth-halo" for shape in pages[0].walk())


def test_where_there_is_no_room_numbers_stand_for_names_and_the_list_has_all() -> None:
    told = mapped(*(touchpoint(f"contact{index:02}", 3) for index in range(60)), touchpoint("worst", 5, (5, 5)))
    pages = draw(told, size="16:9")
    (crowd,) = groups(pages, "points")
    assert crowd.label.count(",") == 59
    said = [text.source for page in pages for text in page.texts()]
    assert "2–61" in said
    assert all(said.count(f"Contact{index:02}") == 1 for index in range(60))


@pytest.mark.parametrize(
    ("heights", "most", "expected"),
    [([10, 10, 10, 10], 2, [2, 4]), ([30, 10, 10, 10], 2, [1, 4]), ([10], 3, [1]), ([10, 10], 5, [1, 2])],
)
def test_columns_of_a_list_are_about_equally_long(heights: list[float], most: int, expected: list[int]) -> None:
    assert [last for _, last in evened(heights, most)] == expected


@pytest.mark.parametrize("size", ["auto", "A4"])
def test_a_picture_of_several_maps_is_in_the_language_of_most(size: str) -> None:
    told = mapped(touchpoint("a", 5), lang="de")
    others = replace(told, state="future", lang="fr"), replace(told, state="actual", lang="fr")
    assert {page.lang for page in draw(told, *others, size=size)} == {"fr"}
    assert {page.lang for page in draw(told, size=size)} == {"de"}
