"""The flow: its laws over all maps and over random ones, and what it says."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.library import System
from cjm.model.moment import Branch, Feeling, Stage, Step, Touchpoint
from cjm.render import lay_out, style, svg
from cjm.render.lanes import DETAILS, Detail
from cjm.render.scene import Group, Scene
from cjm.render.sizes import SIZES
from tests.journeys import make
from tests.kept import MAPS, ROOT
from tests.kept import journey as load
from tests.render.flow.laws import check, ways
from tests.render.test_laws import HOSTILE, hostile

LOOK = style("light")
ALL = ("auto", *SIZES)


def draw(*journeys: Journey, size: str = "auto", of: str = "", detail: Detail = "standard") -> tuple[Scene, ...]:
    return lay_out(journeys, LOOK, view="flow", of=of, size=size, detail=detail)


def laws(pages: tuple[Scene, ...], size: str) -> None:
    check(pages, LOOK.theme, None if size == "auto" else SIZES[size])
    assert size != "auto" or len(pages) == 1


@pytest.mark.parametrize(
    ("size", "detail"), [*((size, "standard") for size in ALL), *(("auto", detail) for detail in DETAILS[::2])]
)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_the_laws_hold_for_every_map(path: Path, detail: Detail, size: str) -> None:
    laws(draw(load(path), size=size, detail=detail), size)


@pytest.mark.parametrize("size", ALL)
@pytest.mark.parametrize("of", ["maps", "systems"])
def test_the_laws_hold_for_all_maps_together(of: str, size: str) -> None:
    laws(draw(*map(load, MAPS), of=of, size=size), size)


def branches(chance: st.DataObject, ids: list[str]) -> tuple[Branch, ...]:
    goals = chance.draw(st.lists(st.sampled_from([*ids, "end"]), max_size=4))
    return tuple(
        Branch(to=to, when=chance.draw(st.sampled_from([(), ("it rains",), ("a long condition " * 6,)])), share=share)
        for to in goals
        for share in [chance.draw(st.sampled_from([None, 0.05, 0.4, 0.8]))]
    )


@settings(max_examples=40, deadline=None)
@given(chance=st.data(), sizes=st.lists(st.integers(0, 5), min_size=1, max_size=6), size=st.sampled_from(ALL))
def test_the_laws_hold_whatever_leads_where(chance: st.DataObject, sizes: list[int], size: str) -> None:
    ids = [f"t{place}" for place in range(sum(sizes))]
    rest = iter(ids)
    stages = tuple(
        Stage(
            id=f"s{number}",
            name=f"Stage {number}",
            touchpoints=tuple(
                Touchpoint(id=id, name=f"Contact {id}", feels=Feeling(score=1), next=branches(chance, ids))
                for id, _ in zip(rest, range(count), strict=False)
            ),
        )
        for number, count in enumerate(sizes)
    )
    laws(draw(Journey(cjm=1, id="law", title="A law", stages=stages), size=size), size)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 1 << 32), stages=st.integers(1, 6), longest=st.sampled_from((1, 60)), size=st.sampled_from(ALL)
)
def test_the_laws_hold_for_any_words(seed: int, stages: int, longest: int, size: str) -> None:
    laws(draw(make(seed, stages, 4, longest), size=size), size)


def journey(*moments: Touchpoint, **rest: Any) -> Journey:
    stages = (Stage(id="all", name="All of it", touchpoints=moments),)
    return Journey(cjm=1, **{"id": "law", "title": "A law", "stages": stages, **rest})


def touchpoint(id: str, *ways_on: Branch, **rest: Any) -> Touchpoint:
    return Touchpoint(id=id, name=id.title(), next=ways_on, feels=Feeling(score=0), **rest)


def said(scenes: tuple[Scene, ...]) -> list[str]:
    return [way.label for scene in scenes for way in ways(scene)]


def test_branches_loops_and_exits_are_told() -> None:
    again = Branch(to="ask", when=("it is not clear",), share=0.2)
    leaves = Branch(to="end", when=("too dear",), share=0.3)
    on = Branch(to="buy", share=0.5)
    (scene,) = draw(journey(touchpoint("ask"), touchpoint("think", again, leaves, on), touchpoint("buy")))
    assert said((scene,)) == [
        "Start",
        "Ask → Think",
        "Think → Ask: 20%, it is not clear",
        "Think → End of the journey: 30%, too dear",
        "Think → Buy: 50%",
        "Buy → End of the journey",
    ]
    roles = {getattr(way.children[0], "role", "") for way in ways(scene)}
    assert roles == {"way", "way-back"}


def test_what_does_not_fit_on_a_page_goes_on_where_its_pill_says() -> None:
    moments = tuple(touchpoint(f"step-{number}") for number in range(12))
    pages = draw(journey(*moments), size="4:3")
    texts = [text.source for page in pages for text in page.texts()]
    assert [text for text in texts if text.startswith("Step-")] == [f"Step-{number}" for number in range(12)]
    onward = [text.removeprefix("to: ") for text in texts if text.startswith("to: ")]
    back = [text.removeprefix("from: ") for text in texts if text.startswith("from: ")]
    assert onward
    assert [int(name.removeprefix("Step-")) - 1 for name in onward] == [
        int(name.removeprefix("Step-")) for name in back
    ]


def test_a_stage_without_touchpoints_and_a_set_of_contacts_are_a_card_each() -> None:
    contacts = (Touchpoint(id="a", name="A"), Touchpoint(id="b", name="B"))
    stages = (Stage(id="one", name="One"), Stage(id="two", name="Two", touchpoints=contacts))
    (scene,) = draw(journey(stages=stages))
    assert said((scene,)) == ["Start", "One → Two", "Two → End of the journey"]
    addresses = [shape.address for shape in scene.walk() if isinstance(shape, Group) and shape.kind == "cell"]
    assert addresses == ["stage/one", "stage/two"]


def test_an_inventory_is_told_stage_by_stage() -> None:
    (scene,) = draw(load(ROOT / "maps" / "enseigne.touchpoints.cjm.yaml"))
    assert len([shape for shape in scene.walk() if isinstance(shape, Group) and shape.kind == "cell"]) == 7


def test_maps_belong_together_by_part_of_and_by_the_map_of_a_moment() -> None:
    whole = journey(
        touchpoint("call", map="detail.cjm.yaml"), touchpoint("go", map="../gone.cjm.yaml"), path="maps/whole.cjm.yaml"
    )
    detail = journey(touchpoint("ring"), title="In detail", id="detail", path="maps/detail.cjm.yaml")
    other = journey(touchpoint("x"), title="Other", id="other", path="other.cjm.yaml", part_of="maps/detail.cjm.yaml")
    alone = journey(touchpoint("y"), title="Alone", id="alone", path="alone.cjm.yaml")
    pages = draw(whole, detail, other, alone, of="maps")
    laws(pages, "auto")
    assert said(pages) == ["A law → In detail", "A law → gone.cjm.yaml", "In detail → Other"]
    texts = [text.source for text in pages[0].texts()]
    assert {"gone.cjm.yaml", "A map that is not among these", "Alone", "Call", "Go"} <= set(texts)


def test_maps_in_a_circle_are_drawn_too() -> None:
    one = journey(touchpoint("a"), id="one", path="one.cjm.yaml", part_of="two.cjm.yaml")
    two = journey(touchpoint("b"), id="two", path="two.cjm.yaml", part_of="one.cjm.yaml")
    laws(draw(one, two, of="maps"), "auto")


def test_systems_with_who_answers_and_what_depends_on_them() -> None:
    steps = (Step(id="s", does=("Types it in",), system="crm"),)
    systems = (System(id="crm", name="Records", owner="Sales"), System(id="new", name="New one", available=False))
    told = journey(touchpoint("call", backstage=steps), touchpoint("write", systems=("crm", "new")), systems=systems)
    pages = draw(told, of="systems")
    laws(pages, "auto")
    assert said(pages) == ["Sales → Records", "Records → Call", "Records → Write", "New one → Write"]
    assert "not available yet" in [text.source for text in pages[0].texts()]


def test_systems_of_one_id_and_two_names_are_two() -> None:
    one = journey(touchpoint("a", systems=("crm",)), systems=(System(id="crm", name="Records"),), id="one")
    two = journey(touchpoint("b", systems=("crm",)), systems=(System(id="crm", name="Fiches"),), id="two")
    assert said(draw(one, two, of="systems")) == ["Records → A", "Fiches → B"]


def test_maps_without_a_system_say_what_to_write() -> None:
    with pytest.raises(UsageError, match=r"No system is named in these maps\. .*systems: \[Billing\]"):
        draw(journey(touchpoint("a")), of="systems")


def test_hostile_text_stays_text() -> None:
    usual = hostile(load(ROOT / "maps" / "support-case.current.cjm.yaml"))
    pages = draw(usual)
    assert HOSTILE[:8] in "".join(text.source for text in pages[0].texts())
    assert "<script" not in svg(pages, LOOK, fonts="system")
