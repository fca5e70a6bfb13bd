"""The head of a picture: what it tells of a map, for whom, and how its parts stand beside each other."""

from dataclasses import replace
from itertools import pairwise

import pytest

from cjm.model.journey import Journey, Scope
from cjm.model.metric import Metric
from cjm.model.moment import Feeling, MomentOfTruth, Stage
from cjm.model.persona import Persona
from cjm.render import theme
from cjm.render.lanes import DETAILS, Detail
from cjm.render.layouts.swimlane import lay_out
from cjm.render.logo import Logo
from cjm.render.scene import Box, Curve, Dot, Group, Picture, Polygon, Rect, Scene, Shape, Text
from cjm.render.text import Style
from tests.journeys import make

STYLE = Style(theme.load("light"))
ANA = Persona(
    id="ana", name="Ana Marin, baker", quote=("It must work on Monday",), age="38", occupation=("Runs a bakery",),
    tech_familiarity=2, goals=("Sell out by noon",), needs=("One number",), frustrations=("Being passed on",),
    segment="Small shops", share=0.4, evidence=("interviews",),
)  # fmt: skip
BO = Persona(id="bo", name="bo", occupation=("Student",))
NAME = Persona(id="eve", name="Somebody new in town")


def picture(columns: int = 1, detail: Detail = "standard", style: Style = STYLE, **head: object) -> Scene:
    stages = tuple(Stage(id=f"s{index}", name="S", evidence=("interviews",)) for index in range(columns))
    journey = replace(Journey(cjm=1, id="m", title="A journey", stages=stages), **head)  # type: ignore[arg-type]
    (scene,) = lay_out(journey, style, detail=detail)
    return scene


def head(scene: Scene) -> Group:
    (found,) = (shape for shape in scene.children if isinstance(shape, Group) and shape.kind == "head")
    return found


def inside(group: Group) -> list[Shape]:
    return list(Scene("", "", "", "", 0, 0, group.children).walk())


def told(scene: Scene) -> list[str]:
    return [text.source for text in Scene("", "", "", "", 0, 0, (head(scene),)).texts()]


def groups(scene: Scene, kind: str) -> list[Group]:
    return [shape for shape in inside(head(scene)) if isinstance(shape, Group) and shape.kind == kind]


def cards(scene: Scene) -> list[Rect]:
    return [shape.rect for group in groups(scene, "persona") for shape in group.children[:1] if isinstance(shape, Box)]


# ---- the state


@pytest.mark.parametrize(
    ("state", "form", "word"),
    [
        ("current", Box, "Current state"),
        ("future", Polygon, "Future state"),
        ("actual", Curve, "As told by a customer"),
    ],
)
def test_each_state_has_a_form_of_its_own(state: str, form: type[Shape], word: str) -> None:
    scene = picture(state=state)
    (tag,) = groups(scene, "state")
    shape = tag.children[0]
    assert isinstance(shape, Box | Polygon | Curve)
    assert (type(shape), shape.role) == (form, f"state-{state}")
    assert told(scene)[0] == tag.label == word


# ---- the facts


def test_a_plain_map_has_no_facts() -> None:
    assert told(picture())[:2] == ["Current state", "A journey"]
    assert "Status" not in told(picture(status="draft"))
    assert told(picture(status="validated"))[2:4] == ["Status", "Validated"]


def test_the_facts_about_a_map() -> None:
    scene = picture(
        14, "full", summary=("In short",), owner="Sales", reviewed="2026-06", review_every="6 months",
        compares_to="../maps/office.current.cjm.yaml", scope=Scope(starts=("A call",), ends=("Peace", "or not")),
        metrics=(Metric(id="nps", kind="nps", value="24", target="35"), Metric(id="listed", kind="csat")),
    )  # fmt: skip
    assert told(scene)[1:16] == [
        "A journey", "In short", "Owner", "Sales", "Reviewed", "2026-06", "Next review", "2026-12",
        "Compared with", "office.current", "Scope", "A call → Peace; or not", "Recommendation (NPS)", "24 · target 35",
        "Rests on research",
    ]  # fmt: skip


def test_the_scope_is_told_in_full_only() -> None:
    assert "Scope" not in told(picture(scope=Scope(starts=("A call",))))


def test_what_has_no_room_in_a_row_goes_to_the_next() -> None:
    metrics = tuple(Metric(id=f"m{index}", name="A figure of this map", value="24") for index in range(9))
    texts = [shape for shape in inside(head(picture(metrics=metrics))) if isinstance(shape, Text)]
    captions = [text for text in texts if text.role == "caption"]
    assert len({text.box.y for text in captions}) > 1
    for before, after in pairwise(captions):
        assert not before.box.overlaps(after.box)


# ---- personas


def test_a_persona_without_details_is_a_name() -> None:
    scene = picture(personas=(NAME, replace(NAME, id="sam", name="Sam")))
    assert not cards(scene)
    assert told(scene)[2:4] == ["Personas", "Somebody new in town · Sam"]


@pytest.mark.parametrize("detail", DETAILS)
def test_how_much_a_card_tells(detail: Detail) -> None:
    scene = picture(14, detail, personas=(ANA,))
    shown = set(told(scene))
    quote, lists = (
        "“It must work on Monday”",
        {"Goals", "Needs", "Frustrations", "Sell out by noon", "Small shops · 40%"},
    )
    assert ("Ana Marin, baker" in shown, len(cards(scene))) == (True, 0 if detail == "overview" else 1)
    assert ({quote, "38 · Runs a bakery", "AM"} <= shown) == (detail != "overview")
    assert (lists <= shown) == (detail == "full")
    assert lists.isdisjoint(shown) == (detail != "full")
    dots = [shape.role for shape in inside(head(scene)) if isinstance(shape, Dot) and shape.role.startswith("level")]
    assert dots == (["level"] * 2 + ["level-off"] * 3 if detail == "full" else [])


def test_goals_alone_make_no_card_before_they_are_shown() -> None:
    persona = Persona(id="p", name="Pia", goals=("Peace",))
    assert not cards(picture(personas=(persona,)))
    assert cards(picture(detail="full", personas=(persona,)))


def test_assumed_personas_look_unlike_those_from_research() -> None:
    scene = picture(14, personas=(ANA, BO))
    roles = [shape.role for group in groups(scene, "persona") for shape in inside(group) if isinstance(shape, Box)]
    assert roles == ["persona", "avatar", "persona-assumed", "avatar-assumed"]
    assert [group.address for group in groups(scene, "persona")] == ["persona/ana", "persona/bo"]
    assert {"Rests on research", "Assumption, no research yet"} <= set(told(scene))
    assert "Assumption, no research yet" not in told(picture(14, personas=(ANA,)))


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ana Marin, baker", "AM"), ("Dana, owner of a studio", "D"), ("Jan de Vries van Dam", "JV"),
        ("Someone new", "S"), ("bo", "b"), ("李雷", "李"), ("👩🏽\u200d💻 Kim", "K"), ("👩🏽\u200d💻", "👩🏽\u200d💻"),
    ],
)  # fmt: skip
def test_initials(name: str, initials: str) -> None:
    assert initials in told(picture(personas=(replace(BO, name=name),)))


@pytest.mark.parametrize("columns", [1, 2, 3, 6, 14])
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_cards_are_even(columns: int, count: int) -> None:
    people = [replace(ANA, id=f"p{index}", quote=("Long. " * 9 * index,)) for index in range(count)]
    scene = picture(columns, personas=tuple(people))
    found = cards(scene)
    assert len(found) == count
    assert len({round(card.width, 6) for card in found}) == 1
    assert all(card.width > 190 for card in found)
    rows = {card.y: [each for each in found if each.y == card.y] for card in found}
    for row in rows.values():
        assert len({card.height for card in row}) == 1
        assert len(row) in {-(-count // len(rows)), count % -(-count // len(rows))}
    assert all(not one.overlaps(other) for index, one in enumerate(found) for other in found[:index])


def test_a_card_is_wide_only_for_its_lists() -> None:
    brief = replace(ANA, goals=(), needs=(), frustrations=())
    (narrow,) = cards(picture(14, "full", personas=(brief,)))
    (wide,) = cards(picture(14, "full", personas=(ANA,)))
    (usual,) = cards(picture(14, personas=(ANA,)))
    assert narrow.width == usual.width < wide.width


@pytest.mark.parametrize("columns", [3, 14])
def test_cards_below_the_title_and_the_legend_take_the_whole_width(columns: int) -> None:
    people = tuple(replace(ANA, id=f"p{index}") for index in range(6))
    scene = picture(columns, owner="Sales", summary=("A summary",), personas=people)
    found = cards(scene)
    assert min(card.x for card in found) == 36
    assert max(card.right for card in found) == pytest.approx(scene.width - 36)


def test_names_on_cards_side_by_side_are_level() -> None:
    people = (ANA, replace(BO, occupation=("Student of everything that there is to know, and of more",)))
    rows = [text.rows[0].baseline for text in picture(14, personas=people).texts() if text.role == "persona"]
    assert rows[0] == pytest.approx(rows[1])


def test_in_a_wide_picture_cards_stand_over_columns_between_title_and_legend() -> None:
    scene = picture(14, personas=(ANA, BO))
    first, second = cards(scene)
    columns = {round(172 + 7 + 160 * index, 6) for index in range(14)}
    assert {round(first.x, 6), round(second.x, 6)} <= columns
    texts = {shape.source: shape for shape in inside(head(scene)) if isinstance(shape, Text)}
    assert texts["A journey"].box.right < first.x
    assert second.right < texts["Rests on research"].box.x
    assert first.y == min(
        shape.rect.y for group in groups(scene, "state") for shape in inside(group) if isinstance(shape, Box)
    )


# ---- legend and logo


def test_the_legend_explains_what_is_there() -> None:
    truth = Stage(
        id="t",
        name="T",
        feels=Feeling(score=1),
        intent=Feeling(score=2),
        moment_of_truth=MomentOfTruth(),
        owner="Sales",
    )
    stages = (truth, Stage(id="u", name="U", owner="Service"))
    shown = set(told(picture(stages=stages)))
    assert {"Moment of truth", "Intended feeling", "Hand-off to another owner"} <= shown
    alone = set(told(picture(stages=(replace(truth, moment_of_truth=None, intent=None),))))
    assert alone.isdisjoint({"Moment of truth", "Intended feeling", "Hand-off to another owner"})


@pytest.mark.parametrize("columns", [1, 14])
def test_samples_stand_below_each_other(columns: int) -> None:
    journey = make(3, columns, 3)
    (scene,) = lay_out(journey, STYLE)
    legend = [shape for shape in inside(head(scene)) if isinstance(shape, Text) and shape.role == "legend"]
    assert len(legend) > 3
    steps = {round(after.box.y - before.box.y, 6) for before, after in pairwise(legend) if after.box.x == before.box.x}
    assert steps <= {18.0}


@pytest.mark.parametrize("columns", [1, 2, 14])
@pytest.mark.parametrize(("size", "drawn"), [((300, 50), (120, 20)), ((10, 40), (10, 40)), ((3, 2), (60, 40))])
def test_the_logo_stands_in_the_upper_right_corner(
    columns: int, size: tuple[float, float], drawn: tuple[float, float]
) -> None:
    style = Style(replace(theme.load("light"), logo=Logo("image/png", b"png", *size)))
    scene = picture(columns, style=style, personas=(ANA, BO, NAME), state="future")
    ((image,),) = ([shape for shape in group.children if isinstance(shape, Picture)] for group in groups(scene, "logo"))
    assert (image.rect.width, image.rect.height) == pytest.approx(drawn)
    assert (image.rect.right, image.rect.y) == pytest.approx((scene.width - 36, 36))
    assert (image.media, image.data) == ("image/png", b"png")
    shapes = inside(head(scene))
    taken = [text.box for text in Scene("", "", "", "", 0, 0, (head(scene),)).texts()]
    taken += [shape.rect for shape in shapes if isinstance(shape, Box)]
    assert not any(image.rect.overlaps(rect) for rect in taken)
