"""How much a picture tells at each level of detail, and how touchpoints that are a set share a column."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from cjm.figures.moments import is_set
from cjm.model.journey import Journey
from cjm.model.metric import Metric
from cjm.model.moment import Branch, Feeling, MomentOfTruth, Quote, Stage, Step, Touchpoint, Voice
from cjm.model.opportunity import Gain, Opportunity, Pain
from cjm.model.persona import Persona
from cjm.render import theme
from cjm.render.lanes import DETAILS, LANES, Detail
from cjm.render.layouts.swimlane import lay_out
from cjm.render.scene import Box, Dot, Group, Icon, Rect, Scene, Shape, Text
from cjm.render.text import Style

STYLE = Style(theme.load("light"))


def draw(*stages: Stage, detail: Detail = "standard", lanes: tuple[str, ...] | None = None, **head: object) -> Scene:
    journey = Journey(cjm=1, id="m", title="A journey", stages=stages, **head)  # type: ignore[arg-type]
    return lay_out(journey, STYLE, lanes, detail=detail)[0]


def sources(scene: Scene) -> set[str]:
    return {text.source.replace("\u00a0", " ") for text in scene.texts()}


def lanes_of(scene: Scene) -> dict[str, Group]:
    groups = (each for each in scene.walk() if isinstance(each, Group) and each.kind == "lane")
    return {group.address.removeprefix("lane/"): group for group in groups}


def within(group: Group) -> Iterator[Shape]:
    for shape in group.children:
        yield shape
        if isinstance(shape, Group):
            yield from within(shape)


# ---- levels of detail

POINT = Touchpoint(
    id="t", name="Call", channel=("phone",), at="day 3", does=("Dials",), wait="2 days", control="partner",
    says=(Quote(text="At last", by="A member", evidence=("calls",), date="2026-01"),), feels=Feeling(score=-1), owner="Sales",
    questions=("Who?",), moment_of_truth=MomentOfTruth(why=("It decides",), succeeds=("They stay",), fails=("They go",)),
    pains=(Pain(id="p", text="Busy", severity=4, frequency=2, causes=("Mondays",), evidence=("tickets",)),),
    gains=(Gain(id="g", text="Kind"),), backstage=(Step(id="b", does=("Looks it up",)),), data=("Number",),
    opportunities=(
        Opportunity(id="o", title="Call back?", impact=4, effort=3, owner="Service", status="idea", moves="csat", told="2026-02"),
    ),
    metrics={"csat": Metric(value="52", evidence=("survey",))}, evidence=("visits",),
    next=(Branch(to="end", share=0.3, when=("no answer",)), Branch(to="u", share=0.7)),
)  # fmt: skip
STAGES = (
    Stage(id="s", name="S", duration="3 weeks", evidence=("study",), goal=("Get help",), touchpoints=(POINT,)),
    Stage(id="u", name="Use", feels=Feeling(score=1), at="day 9"),
)

OVERVIEW = {"Call", "Busy", "severity 4", "Call back?", "Idea"}
STANDARD = {
    "Phone", "day 3", "Wait: 2 days", "It decides", "Dials", "“At last”", "A member", "frequency 2", "Mondays", "Kind",
    "impact 4", "effort 3", "Idea · Service", "Looks it up", "52", "3 weeks", "day 9",
}  # fmt: skip
FULL = {
    "Get help", "Who?", "Number", "day 3 · Run by a partner", "If it succeeds: They stay", "If it fails: They go",
    "30% → End of the journey", "no answer", "70% → Use", "Moves: Satisfaction (CSAT) · Customers told: 2026-02",
    "A member · 2026-01", *(f"Evidence: {study}" for study in ("calls", "tickets", "survey", "visits", "study")),
}  # fmt: skip


def test_an_overview_names_things() -> None:
    scene = draw(*STAGES, detail="overview")
    assert list(lanes_of(scene)) == ["stages", "touchpoints", "feels", "pains", "opportunities"]
    assert sources(scene) >= OVERVIEW
    assert not sources(scene) & (STANDARD | FULL)
    (signs,) = (each for each in scene.walk() if isinstance(each, Group) and each.kind == "signs")
    assert signs.label == "Phone"
    assert [shape.name for shape in signs.children if isinstance(shape, Icon)] == ["phone"]


def test_a_standard_picture_tells_what_goes_on() -> None:
    shown = sources(draw(*STAGES))
    assert shown >= (OVERVIEW - {"Idea"}) | STANDARD
    assert not shown & FULL


def test_a_full_picture_tells_everything() -> None:
    scene = draw(*STAGES, detail="full")
    assert sources(scene) >= (OVERVIEW - {"Idea"} | STANDARD - {"day 3", "A member", "Idea · Service"} | FULL)
    assert {"goals", "questions", "data"} <= lanes_of(scene).keys()


def test_the_lanes_of_each_level_are_among_those_of_the_next_and_in_the_order_of_the_table() -> None:
    found = [[key for key in lanes_of(draw(*STAGES, detail=detail)) if key in LANES] for detail in DETAILS]
    for less, more in pairwise(found):
        assert set(less) < set(more)
    assert all(keys == sorted(keys, key=list(LANES).index) for keys in found)


def test_lanes_by_name_keep_the_level_of_detail() -> None:
    scene = draw(*STAGES, detail="full", lanes=("metrics", "pains"))
    assert list(lanes_of(scene)) == ["stages", "metrics", "pains"]
    assert {"Evidence: survey", "Evidence: tickets"} <= sources(scene)
    brief = draw(*STAGES, detail="overview", lanes=("does", "pains"))
    assert "frequency 2" not in sources(brief)
    assert "Dials" in sources(brief)


def test_what_is_said_stands_once() -> None:
    said = "“At last”"
    silent = Stage(id="s", name="S", says=(Quote(text="At last"),))
    for scene, has_lane in (
        (draw(*STAGES), False),
        (draw(*STAGES, lanes=("feels", "says")), True),
        (draw(silent), True),  # no curve to stand at
        (draw(silent, lanes=("feels", "says")), True),
    ):
        assert [text.source for text in scene.texts()].count(said) == 1
        assert ("says" in lanes_of(scene)) == has_lane


# ---- touchpoints that are a set


def contacts(count: int, stage: str = "s", **more: object) -> tuple[Touchpoint, ...]:
    return tuple(Touchpoint(id=f"{stage}{n}", name=f"Contact {n}", channel=("web",), **more) for n in range(count))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("touchpoints", "expected"),
    [
        (contacts(2), True),
        (contacts(2, kind="action", control="brand", status="planned"), True),
        (contacts(2, does=("Asks",)), False),
        (contacts(2, for_={"ana": Voice(feels=Feeling(score=1))}), False),
        (contacts(1, wait="1 day"), False),
        ((), False),
    ],
)
def test_a_set_of_contacts_tells_no_more_than_what_they_are(
    touchpoints: tuple[Touchpoint, ...],
    *,
    expected: bool,
) -> None:
    assert is_set(Stage(id="s", name="S", touchpoints=touchpoints)) == expected


def cards(scene: Scene) -> list[Rect]:
    shapes = within(lanes_of(scene)["touchpoints"])
    return [shape.rect for shape in shapes if isinstance(shape, Box)]


def test_contacts_of_a_stage_share_a_column_and_stand_level_with_those_of_others() -> None:
    long = Touchpoint(
        id="x", name="A contact with a name that takes more than one row", channel=("web", "phone", "word_of_mouth")
    )
    stages = (
        Stage(id="a", name="A", touchpoints=(*contacts(3), long)),
        Stage(id="b", name="B", touchpoints=contacts(4, "b")),
    )
    rects = cards(draw(*stages))
    first, second = rects[:4], rects[4:]
    assert len({rect.x for rect in first}) == len({rect.x for rect in second}) == 1
    assert [(rect.y, rect.height) for rect in first] == [(rect.y, rect.height) for rect in second]
    assert first[3].height > first[2].height
    assert all(after.y > before.bottom for before, after in pairwise(first))


def test_a_sequence_stands_side_by_side_but_not_in_a_map_of_touchpoints() -> None:
    stage = Stage(id="s", name="S", touchpoints=contacts(3, does=("Asks",)))
    assert len({rect.x for rect in cards(draw(stage))}) == 3
    assert len({rect.x for rect in cards(draw(stage, kind="touchpoints"))}) == 1


def test_other_lanes_say_whose_it_is() -> None:
    points = (
        Touchpoint(id="a", name="Poster", does=("Reads it",)),
        Touchpoint(id="b", name="Shop", does=("Enters",), pains=(Pain(id="p", text="Shut"),)),
    )
    lanes = lanes_of(draw(Stage(id="s", name="S", touchpoints=points), kind="touchpoints"))
    told = {key: [shape.source for shape in within(lanes[key]) if isinstance(shape, Text)] for key in ("does", "pains")}
    assert told == {
        "does": ["Doing", "Poster", "Reads it", "Shop", "Enters"],
        "pains": ["Pain points", "Shop", "Shut"],
    }
    alone = draw(Stage(id="s", name="S", touchpoints=points[1:]), kind="touchpoints")
    assert [shape.source for shape in within(lanes_of(alone)["does"]) if isinstance(shape, Text)] == ["Doing", "Enters"]


def test_a_column_has_one_point_on_the_curve() -> None:
    points = (
        Touchpoint(id="a", name="A", feels=Feeling(score=2, emotion="proud"), says=(Quote(text="Yes"),)),
        Touchpoint(
            id="b", name="B", feels=Feeling(score=-1), for_={"ana": Voice(feels=Feeling(score=1))}, evidence=("x",)
        ),
    )
    stages = Stage(id="s", name="S", touchpoints=points), Stage(id="t", name="T", feels=Feeling(score=1))
    scene = draw(*stages, kind="touchpoints", personas=(Persona(id="ana", name="Ana"),))
    feels = lanes_of(scene)["feels"]
    dots = [shape for shape in within(feels) if isinstance(shape, Dot) and shape.role.startswith("point-high")]
    assert [dot.role for dot in dots] == ["point-high", "point-high-assumed"]
    assert dots[0].centre[1] > dots[1].centre[1]  # 0.5 is less than 1
    assert {"+0.5", "proud", "“Yes”"} <= {shape.source for shape in within(feels) if isinstance(shape, Text)}
    assert {each.address for each in within(feels) if isinstance(each, Group) and each.kind == "cell"} == {
        "stage/s",
        "stage/t",
    }
