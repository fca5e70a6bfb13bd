"""The owner lane: a bar for each, a ring where one hands over."""

from typing import Literal

import pytest

from cjm.model.journey import Journey
from cjm.model.library import Actor
from cjm.model.moment import Branch, Stage, Touchpoint
from cjm.render import theme
from cjm.render.layouts.swimlane import lay_out
from cjm.render.scene import Box, Dot, Group, Icon, Line, Scene, Text
from cjm.render.text import Style
from tests.journeys import make

STYLE = Style(theme.load("light"))


def stage(id: str, *owners: str, own: str = "", **more: object) -> Stage:
    points = tuple(
        Touchpoint(id=f"{id}{index}", name=f"{id}{index}", owner=owner, does=("Calls",))
        for index, owner in enumerate(owners)
    )
    return Stage(id=id, name=id, touchpoints=points, owner=own, **more)  # type: ignore[arg-type]


def lane(*stages: Stage, kind: Literal["journey", "touchpoints"] = "journey") -> Group | None:
    actors = (Actor(id="ops", name="Operations"),)
    journey = Journey(cjm=1, title="T", stages=stages, actors=actors, kind=kind)
    (scene,) = lay_out(journey, STYLE)
    return next((each for each in scene.children if isinstance(each, Group) and each.address == "lane/owner"), None)


def kinds(group: Group | None, kind: str) -> list[Group]:
    assert group
    return [each for each in group.children if isinstance(each, Group) and each.kind == kind]


def bars(group: Group | None) -> list[tuple[str, float, float]]:
    """For each bar what is written in it, and where it begins and ends, in columns."""
    found = []
    for bar in kinds(group, "owner"):
        (box,) = (shape for shape in bar.children if isinstance(shape, Box))
        (text,) = (shape for shape in bar.children if isinstance(shape, Text))
        assert box.rect.holds(text.box)
        found.append((text.source, box.rect.x, box.rect.right))
    return found


def rings(group: Group | None) -> list[float]:
    """Where the rings stand; each with its arrows."""
    found = []
    for ring in kinds(group, "handoff"):
        dot, arrows = ring.children
        assert isinstance(dot, Dot)
        assert isinstance(arrows, Icon)
        assert arrows.rect.x + arrows.rect.width / 2 == pytest.approx(dot.centre[0])
        found.append(dot.centre[0])
    return found


LEFT, COLUMN = 172.0, 300.0


@pytest.mark.parametrize(
    ("stages", "owners", "borders"),
    [
        ([stage("a", "X", "X", "Y")], [("X", 0, 2), ("Y", 2, 3)], [2]),
        ([stage("a", "X"), stage("b", "X")], [("X", 0, 2)], []),
        ([stage("a", "ops", "Operations")], [("Operations", 0, 2)], []),
        ([stage("a", "X", "", "Y")], [("X", 0, 1), ("Y", 2, 3)], []),
        ([stage("a", "", "", own="X"), stage("b", own="Y")], [("X", 0, 2), ("Y", 2, 3)], [2]),
        ([stage("a", "Y", "", own="X")], [("Y", 0, 1)], []),
        ([stage("a", "X", next=(Branch(to="c"),)), stage("b", "Y"), stage("c", "Z")],
         [("X", 0, 1), ("Y", 1, 2), ("Z", 2, 3)], [2]),
    ],
)  # fmt: skip
def test_neighbours_of_one_owner_share_a_bar(
    stages: list[Stage], owners: list[tuple[str, float, float]], borders: list[float]
) -> None:
    found = lane(*stages)
    assert [(name, *(round((x - LEFT) / COLUMN) for x in ends)) for name, *ends in bars(found)] == owners
    assert rings(found) == [LEFT + border * COLUMN for border in borders]


def test_without_an_owner_there_is_no_lane() -> None:
    assert lane(stage("a", "", "")) is None


def test_contacts_in_one_column_are_one_bar() -> None:
    found = lane(stage("a", "X", "Y", "X"), stage("b", "Z"), kind="touchpoints")
    assert [name for name, *_ in bars(found)] == ["X · Y", "Z"]


def test_nothing_is_handed_over_in_an_inventory() -> None:
    stages = stage("a", "X", "Y"), stage("b", "Z")
    assert rings(lane(*stages))
    assert not rings(lane(*stages, kind="touchpoints"))


def test_owners_that_share_a_bar_never_begin_or_end_a_row_with_a_dot() -> None:
    owners = [f"Department {number}" for number in range(9)]
    (bar,) = kinds(lane(stage("a", *owners), kind="touchpoints"), "owner")
    rows = [row.text for text in bar.children if isinstance(text, Text) for row in text.rows]
    assert len(rows) > 1
    assert not any(row.startswith("·") or row.endswith("·") for row in rows)
    assert [name for row in rows for name in row.split(" · ")] == owners


def test_a_stage_of_contacts_is_handed_over() -> None:
    contacts = tuple(Touchpoint(id=id, name=id) for id in ("one", "two"))
    shop = Stage(id="shop", name="Shop", touchpoints=contacts, owner="X")
    found = lane(shop, stage("b", "Y"))
    assert rings(found) == [LEFT + COLUMN]


def test_bars_say_for_which_moments_they_stand() -> None:
    (first, second) = kinds(lane(stage("a", "X", "X", "Y")), "owner")
    assert (first.label, second.label) == ("X: a0, a1", "Y: a2")


@pytest.mark.parametrize("seed", range(12))
def test_no_name_is_crossed_by_a_border_or_under_a_ring(seed: int) -> None:
    (scene,) = lay_out(make(seed, 5, 3), STYLE, ("owner",))
    texts = [text for bar in _walk(scene, "owner") for text in bar.children if isinstance(text, Text)]
    dots = [dot for ring in _walk(scene, "handoff") for dot in ring.children if isinstance(dot, Dot)]
    rules = [shape.start[0] for shape in scene.walk() if isinstance(shape, Line) and shape.role == "stage-rule"]
    assert texts
    for text in texts:
        assert not any(text.box.x < x < text.box.right for x in rules)
        assert not any(text.box.x - dot.radius < dot.centre[0] < text.box.right + dot.radius for dot in dots)


def _walk(scene: Scene, kind: str) -> list[Group]:
    return [shape for shape in scene.walk() if isinstance(shape, Group) and shape.kind == kind]
