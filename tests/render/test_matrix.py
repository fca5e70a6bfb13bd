"""The matrix: every touchpoint in the rows of its channels and the column of its stage, and every gap."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.errors import UsageError
from cjm.figures.contacts import contacts
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, MomentOfTruth, Stage, Touchpoint
from cjm.model.persona import Persona
from cjm.render import lay_out
from cjm.render.cut import bounds
from cjm.render.lanes import DETAILS, Detail
from cjm.render.scene import Group, Scene, Text
from cjm.render.sizes import SIZES
from tests.journeys import make
from tests.kept import MAPS
from tests.render.test_pages import LOOK, check, sources

ROOT = Path(__file__).parents[2]
EVERY = tuple(cjm.load(path, root=ROOT).maps[0] for path in MAPS)


def draw(*journeys: Journey, size: str = "auto", detail: Detail = "standard", lang: str = "") -> tuple[Scene, ...]:
    return lay_out(journeys, LOOK, view="matrix", size=size, detail=detail, lang=lang)


def mapped(*stages: Stage, **head: object) -> Journey:
    return Journey(cjm=1, id="m", title="A journey", stages=stages, **head)  # type: ignore[arg-type]


def stage(name: str, *touchpoints: Touchpoint, **more: object) -> Stage:
    return Stage(id=name, name=name.title(), touchpoints=touchpoints, **more)  # type: ignore[arg-type]


def contact(name: str, *channel: str, **more: object) -> Touchpoint:
    return Touchpoint(id=name, name=name.title(), channel=channel, **more)  # type: ignore[arg-type]


def groups(pages: tuple[Scene, ...], kind: str) -> list[Group]:
    return [each for page in pages for each in page.walk() if isinstance(each, Group) and each.kind == kind]


def rows(pages: tuple[Scene, ...]) -> dict[str, Counter[str]]:
    """The addresses of the cards in each row; one that goes on on the next page counts once."""
    found: dict[str, Counter[str]] = {}
    for row in groups(pages, "lane"):
        if row.address.startswith("channel/"):
            cards = {each.address for each in _within(row) if each.kind == "cell"}
            found.setdefault(row.address.removeprefix("channel/"), Counter()).update(cards)
    return found


def _within(group: Group) -> list[Group]:
    inner = [each for each in group.children if isinstance(each, Group)]
    return [*inner, *(deeper for each in inner for deeper in _within(each))]


def laws(journeys: tuple[Journey, ...], size: str, detail: Detail) -> None:
    pages = draw(*journeys, size=size, detail=detail)
    if size == "auto":
        (page,) = pages
        texts = sorted(page.texts(), key=lambda text: text.box.y)
        for index, text in enumerate(texts):
            assert bounds(text).right <= page.width
            for other in texts[index + 1 :]:
                if other.box.y > text.box.bottom:
                    break
                assert not text.box.overlaps(other.box), (text, other)
    else:
        check(pages, size)
    found, places = rows(pages), Counter[str]()
    for each in contacts(journeys):
        places.update(channel or "-" for channel in each.channels)
    assert {key: len(row) for key, row in found.items() if row} == places
    assert draw(*journeys, size=size, detail=detail) == pages


@pytest.mark.parametrize("size", ["auto", *SIZES])
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("told", EVERY, ids=lambda each: each.identity)
def test_the_laws_hold_for_every_map(told: Journey, detail: Detail, size: str) -> None:
    laws((told,), size, detail)


@pytest.mark.parametrize("size", ["auto", "16:9", "A3"])
def test_the_laws_hold_for_all_maps_together(size: str) -> None:
    laws(EVERY, size, "standard")


@settings(max_examples=12)
@given(
    told=st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(1, 5), st.sampled_from((1, 60))),
    size=st.sampled_from(("auto", *SIZES)),
    detail=st.sampled_from(DETAILS),
)
def test_the_laws_hold_for_any_map(told: Journey, size: str, detail: Detail) -> None:
    if contacts((told,)):
        laws((told,), size, detail)


# ---- what stands where


def test_a_touchpoint_stands_in_the_row_of_each_of_its_channels_and_says_so() -> None:
    told = mapped(stage("a", contact("order", "web", "phone"), contact("pay", "web")))
    pages = draw(told)
    assert rows(pages) == {
        "web": Counter(["touchpoint/order", "touchpoint/pay"]), "phone": Counter(["touchpoint/order"]), "total": Counter(),
    }  # fmt: skip
    said = sources(pages[0].children)
    assert said.count("Order") == 2
    assert "also: Phone" in said
    assert "also: Web" in said


def test_where_no_touchpoint_names_a_channel_all_go_through_that_of_the_stage() -> None:
    told = mapped(
        stage("a", contact("order"), channel=("web",)), stage("b", channel=("phone",)), stage("c", contact("x"))
    )
    assert rows(draw(told)) == {
        "web": Counter(["touchpoint/order"]), "phone": Counter(["stage/b"]), "-": Counter(["touchpoint/x"]),
        "total": Counter(),
    }  # fmt: skip
    assert "No channel named" in sources(draw(told)[0].children)


def test_what_is_only_planned_or_retired_leaves_a_gap() -> None:
    told = mapped(
        stage("a", contact("one", "web"), contact("two", "web", status="planned")),
        stage("b", contact("three", "web", status="planned"), contact("four", "web", status="retired")),
        stage("c"),
    )
    assert [each.label for each in groups(draw(told), "gap")] == [
        "Web, B: Gap: nothing in place",
        "Web, C: Gap: nothing in place",
    ]
    said = sources(draw(told)[0].children)
    assert {"planned: 2", "retired: 1", "gaps: 2", "Planned", "Retired"} <= {*said}


def test_touchpoints_without_a_channel_are_no_gap() -> None:
    assert not groups(draw(mapped(stage("a", contact("one")), stage("b"))), "gap")


def test_one_channel_is_the_same_in_all_maps_and_addresses_say_which_map() -> None:
    ones = mapped(stage("a", contact("x", "own-shop")))
    others = mapped(stage("b", contact("y", "own_shop"), contact("z", "web")), state="future")
    assert rows(draw(ones, others)) == {
        "own_shop": Counter(["m@current:touchpoint/x", "m@future:touchpoint/y"]),
        "web": Counter(["m@future:touchpoint/z"]), "total": Counter(),
    }  # fmt: skip
    stages = [each.address for each in groups(draw(ones, others), "stage")]
    assert stages == ["m@current:stage/a", "m@future:stage/b"]


def test_signs_have_words_for_those_who_cannot_see_them() -> None:
    told = mapped(
        stage("a", contact("x", "web", importance=4, initiator="d", feels=Feeling(score=-1), moment_of_truth=MomentOfTruth())),
        personas=(Persona(id="d"),),
    )  # fmt: skip
    (signs,) = groups(draw(told), "signs")
    assert signs.label == "Importance 4, A customer begins, Feeling −1"
    (page,) = draw(told)
    assert page.name == "m-current-matrix"
    assert page.description == "A journey (Current state). In place: 1. Channels: 1. Stages: 1. Gaps: 0."


def test_pages_name_the_channels_that_only_other_maps_have() -> None:
    ones = mapped(stage("a", contact("x", "web")))
    others = mapped(stage("b", contact("y", "phone"), contact("z", "store")), state="future")
    said = [sources(page.children) for page in draw(ones, others, size="A4")]
    assert ["Phone · Store" in texts for texts in said] == [True, False]
    assert ["Web" in texts and "Not used here" in texts for texts in said] == [True, True]
    assert "Not used here" not in sources(draw(ones, others)[0].children)


def test_totals_never_stand_alone_on_a_page() -> None:
    for told in EVERY:
        for size in SIZES:
            for page in draw(told, size=size):
                drawn = [each.address for each in groups((page,), "lane") if each.address.startswith("channel/")]
                assert drawn != ["channel/total"]


def test_without_touchpoints_there_is_nothing_to_draw() -> None:
    with pytest.raises(UsageError, match="no touchpoints to put into a matrix"):
        draw(mapped(stage("a")))


def test_labels_in_another_language() -> None:
    said = sources(draw(mapped(stage("a", contact("x", "phone"))), lang="pl")[0].children)
    assert "Razem" in said
    assert all(isinstance(text, Text) for text in draw(EVERY[0], lang="de")[0].texts())


@pytest.mark.parametrize("size", ["auto", "A4"])
def test_a_picture_of_several_maps_is_in_the_language_of_most(size: str) -> None:
    told = mapped(stage("a", contact("x", "web")), lang="de")
    others = replace(told, state="future", lang="fr"), replace(told, state="actual", lang="fr")
    assert {page.lang for page in draw(told, *others, size=size)} == {"fr"}
    assert {page.lang for page in draw(told, size=size)} == {"de"}
