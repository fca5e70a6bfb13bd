"""The service blueprint: nothing clipped, nothing overlapping, no line over a text, and everything told."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.library import Actor
from cjm.model.moment import Automation, MomentOfTruth, Stage, Step, Touchpoint
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona
from cjm.render import lay_out, style
from cjm.render.cut import bounds
from cjm.render.lanes import DETAILS, Detail
from cjm.render.scene import Box, Curve, Group, Line, Polygon, Rect, Scene, Shape, Text
from cjm.render.sizes import AUTO, SIZES
from tests.journeys import make
from tests.kept import MAPS, journey
from tests.render.blueprint.test_router import Stroke, passes, together

LOOK = style("light")
FORMS = (AUTO, *SIZES)


def draw(told: Journey, size: str = AUTO, **more: object) -> tuple[Scene, ...]:
    return lay_out((told,), LOOK, view="blueprint", size=size, **more)  # type: ignore[arg-type]


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from walk(shape.children)


def groups(scene: Scene, *kinds: str) -> list[Group]:
    return [each for each in scene.walk() if isinstance(each, Group) and each.kind in kinds]


def said(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.source for shape in walk(shapes) if isinstance(shape, Text)]


# ---- laws


def strokes(group: Group) -> list[Stroke]:
    """The straight stretches of a line, its round corners as far as their ends."""
    found: list[Stroke] = []
    for shape in group.children:
        if isinstance(shape, Line):
            found.append((shape.start, shape.end))
        if isinstance(shape, Curve):
            place = shape.start
            for one, _, end in shape.pieces:
                corner = end if place[0] == end[0] or place[1] == end[1] else one
                found += [(place, corner), (corner, end)]
                place = end
    return [stroke for stroke in found if stroke[0] != stroke[1]]


def ends(group: Group) -> list[tuple[float, float]]:
    """Where a line begins and ends: at the tip of a head, or where there is none."""
    tips = [shape.points[2] for shape in group.children if isinstance(shape, Polygon)]
    lines = strokes(group)
    bare = [lines[0][0], lines[-1][1]]
    return (
        tips
        if len(tips) == 2
        else [*tips, max(bare, key=lambda end: abs(end[0] - tips[0][0]) + abs(end[1] - tips[0][1]))]
    )


def check(pages: tuple[Scene, ...], size: str) -> None:
    """What holds for any blueprint."""
    assert len({page.name for page in pages}) == len(pages)
    assert size != AUTO or len(pages) == 1
    for page in pages:
        assert size == AUTO or (page.width, page.height) == SIZES[size]
        types = LOOK.theme.shrunk(page.shrink).types
        whole = Rect(0, 0, page.width, page.height)
        texts = sorted(page.texts(), key=lambda text: text.box.y)
        frames = [shape.rect for shape in page.walk() if isinstance(shape, Box)]
        assert all(whole.holds(bounds(shape)) for shape in page.children)
        for index, text in enumerate(texts):
            size_of = types[text.role].size
            assert size_of >= 10
            inks = (Rect(row.x, row.baseline - 0.75 * size_of, row.width, size_of) for row in text.rows)
            assert all(text.box.holds(ink, slack=0.5) for ink in inks), text
            assert all(frame.holds(text.box) for frame in frames if frame.overlaps(text.box)), text
            for other in texts[index + 1 :]:
                if other.box.y > text.box.bottom:
                    break
                assert not text.box.overlaps(other.box), (page.name, text, other)
        check_lines(page, [text.box for text in texts])


def check_lines(page: Scene, texts: list[Rect]) -> None:
    """What holds for the lines of a page."""
    lines = groups(page, "need", "tie")
    cards = [
        shape.rect
        for cell in groups(page, "cell")
        for shape in walk(cell.children)
        if isinstance(shape, Box) and shape.role.split("-")[0] in {"card", "onstage", "backstage", "support"}
    ]
    for group in lines:
        assert not any(passes(stroke, rect) for stroke in strokes(group) for rect in (*cards, *texts)), group.label
        for x, y in ends(group):
            assert any(Rect(x - 0.01, y - 0.01, 0.02, 0.02).overlaps(card, 0) for card in cards), group.label
    for one, other in combinations(lines, 2):
        assert not any(together(a, b) for a in strokes(one) for b in strokes(other)), (one.label, other.label)


@pytest.mark.parametrize("size", FORMS)
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_the_laws_hold_for_every_map(path: Path, detail: Detail, size: str) -> None:
    told = journey(path)
    pages = draw(told, size, detail=detail)
    check(pages, size)
    assert draw(told, size, detail=detail) == pages
    assert letters(pages) == letters(draw(told, detail=detail))


def letters(pages: tuple[Scene, ...]) -> Counter[str]:
    """What the boxes say, without where lines that leave their page go."""
    found: Counter[str] = Counter()
    for page in pages:
        for cell in groups(page, "cell"):
            for text in said(cell.children):
                found.update(char for char in text if char.isalnum() and not text.startswith(("→", "←")))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_boxes_name_others_with_the_page_that_these_stand_on(path: Path, size: str) -> None:
    pages = draw(journey(path), size)
    told = [
        [text for cell in groups(page, "step") + groups(page, "cell") for text in said(cell.children)] for page in pages
    ]
    for number, texts in enumerate(told, 1):
        for note in (text for text in texts if text.startswith(("→\u00a0", "←\u00a0"))):
            *label, page = note[2:].rpartition(", ")
            if found := re.search(r"\u00a0(\d+)$", page):
                assert int(found[1]) != number
                assert not label[0] or label[0] in told[int(found[1]) - 1]


def tied(told: Journey, seed: int, most: int) -> Journey:
    """The map with needs between its steps and touchpoints."""
    chance = random.Random(seed)
    moments = [moment for stage in told.stages for moment in (stage, *stage.touchpoints)]
    known = [step.id for moment in moments for step in (*moment.onstage, *moment.backstage, *moment.support)]
    known += [touchpoint.id for stage in told.stages for touchpoint in stage.touchpoints]
    left = most

    def needing(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        nonlocal left
        found = []
        for step in steps:
            count = min(left, chance.choice((0, 1, 1, 3)))
            left -= count
            found.append(replace(step, needs=tuple(chance.choice(known) for _ in range(count))))
        return tuple(found)

    def told_by(moment: Stage | Touchpoint) -> dict[str, Any]:
        return {key: needing(getattr(moment, key)) for key in ("onstage", "backstage", "support")}

    stages = (
        replace(
            stage, **told_by(stage), touchpoints=tuple(replace(each, **told_by(each)) for each in stage.touchpoints)
        )
        for stage in told.stages
    )
    return replace(told, stages=tuple(stages))


@settings(max_examples=15)
@given(
    told=st.builds(make, st.integers(0, 1 << 32), st.integers(1, 6), st.integers(0, 4), st.sampled_from((1, 60))),
    seed=st.integers(0, 1 << 16),
    size=st.sampled_from(FORMS),
    detail=st.sampled_from(DETAILS),
)
def test_the_laws_hold_for_any_map(told: Journey, seed: int, size: str, detail: Detail) -> None:
    told = tied(told, seed, most=80)
    pages = draw(told, size, detail=detail)
    check(pages, size)
    assert letters(pages) >= letters(draw(told, detail=detail))


# ---- what is drawn


def mapped(*stages: Stage, **head: object) -> Journey:
    return Journey(cjm=1, id="m", title="A journey", stages=stages, **head)  # type: ignore[arg-type]


def step(id: str, *needs: str, **more: object) -> Step:
    return Step(id=id, does=(id.title(),), needs=needs, **more)  # type: ignore[arg-type]


def met(id: str, **more: object) -> Touchpoint:
    return Touchpoint(id=id, name=id.title(), **more)  # type: ignore[arg-type]


def one(*touchpoints: Touchpoint, **head: object) -> Journey:
    return mapped(Stage(id="a", name="A", touchpoints=touchpoints), **head)


def lines(scene: Scene) -> dict[str, list[str]]:
    """What is linked, needs and the sides of contacts apart."""
    return {kind: [group.label for group in groups(scene, kind)] for kind in ("need", "tie")}


def lanes(scene: Scene) -> list[str]:
    return [each.address.removeprefix("lane/") for each in groups(scene, "lane", "line")]


def test_an_arrow_leads_from_what_comes_first_to_what_needs_it() -> None:
    (scene,) = draw(
        one(met("buy", onstage=(step("ring"),), backstage=(step("pack", "ring"), step("send", "pack", "buy"))))
    )
    assert lines(scene) == {"need": ["Ring → Pack", "Pack → Send", "Buy → Send"], "tie": ["Buy ↔ Ring"]}


def test_those_that_need_each_other_share_one_line_with_two_heads() -> None:
    (scene,) = draw(one(met("buy", backstage=(step("a", "b"), step("b", "a"), step("c", "c", "nobody")))))
    assert lines(scene)["need"] == ["B ↔ A"]


@pytest.mark.parametrize(
    ("begins", "answers", "label"),
    [
        ("", "", "Buy ↔ Greet"),
        ("dana", "", "Buy → Greet"),
        ("", "dana", "Buy ← Greet"),
        ("clerk", "dana", "Buy ← Greet"),
        ("guest", "clerk", "Buy → Greet"),
        ("", "clerk", "Buy → Greet"),
    ],
)
def test_a_contact_points_to_who_is_addressed(begins: str, answers: str, label: str) -> None:
    people = (Actor(id="clerk", kind="employee"), Actor(id="guest", kind="customer"))
    contact = met("buy", initiator=begins, receiver=answers, onstage=(step("greet"),))
    (scene,) = draw(one(contact, actors=people, personas=(Persona(id="dana", name="Dana"),)))
    assert lines(scene)["tie"] == [label]


def test_the_sides_of_a_contact_are_linked_past_those_that_are_silent() -> None:
    (scene,) = draw(one(met("a", onstage=(step("b"),), support=(step("c"),)), met("d", backstage=(step("e"),))))
    assert lines(scene)["tie"] == ["A ↔ B", "B ↔ C", "D ↔ E"]


def test_the_rows_and_their_lines_stand_in_the_order_of_the_method() -> None:
    whole = met("a", physical_evidence=("Bill",), onstage=(step("b"),), backstage=(step("c"),), support=(step("d"),))
    (scene,) = draw(one(replace(whole, systems=("Till",), rules=()), lang="en"))
    assert sorted(lanes(scene), key=lambda key: where(scene, key)) == [
        "stages", "physical_evidence", "does", "interaction", "onstage", "visibility", "backstage", "internal", "support",
        "systems",
    ]  # fmt: skip


def where(scene: Scene, key: str) -> float:
    """How far down the name of a row or a line stands; that of the stages is nowhere."""
    (group,) = (each for each in groups(scene, "lane", "line") if each.address == f"lane/{key}")
    return bounds(group.children[0]).y


def test_a_line_that_has_nothing_on_one_side_is_not_drawn() -> None:
    (scene,) = draw(one(met("a", backstage=(step("b"),))))
    assert lanes(scene) == ["stages", "visibility", "does", "backstage"]


def test_lanes_choose_the_rows_and_add_others_below() -> None:
    told = one(met("a", does=("Pays",), onstage=(step("b"),), backstage=(step("c", "b"),), thinks=("Hm",)))
    (scene,) = draw(told, lanes=("thinks", "backstage", "does"))
    assert lanes(scene) == ["stages", "visibility", "does", "backstage", "thinks"]
    assert lines(scene) == {"need": [], "tie": ["A ↔ C"]}
    with pytest.raises(UsageError, match="There is no lane ‘backstag’"):
        draw(told, lanes=("backstag",))


def test_what_may_fail_has_its_sign() -> None:
    pains = (
        Pain(id="p", text="Nobody answers", severity=4),
        Pain(id="q", text="Slow", severity=3),
        Pain(id="r", text="Was bad", severity=5, status="resolved"),
    )
    told = one(met("a", pains=pains, onstage=(step("b", fails=("The line is cut",), fallback=("Rings again",)),)))
    for detail, texts in (("standard", ["Nobody answers", "The line is cut"]), ("overview", [])):
        (scene,) = draw(told, detail=detail)
        assert (
            sum(isinstance(shape, Polygon) and shape.role == "fail" for shape in scene.walk()) == 2 + 1
        )  # and the legend
        assert [
            text for text in said(scene.children) if text in {"Nobody answers", "The line is cut", "Slow", "Was bad"}
        ] == texts


def test_what_a_machine_does_and_how_long_it_takes_is_told() -> None:
    machine = step("b", automation="automated", duration="2 days", system="Till")
    nightly = Automation(id="n", when=("the day is over",), do=("Print the list",))
    (scene,) = draw(one(met("a", backstage=(machine,), automations=(nightly,)), lang="en"))
    told = [text.replace("\u00a0", " ") for text in said(scene.children)]
    assert {"automated", "2 days", "Till", "When: the day is over", "Print the list"} <= set(told)
    assert lines(scene)["tie"] == ["A ↔ B"]  # what happens by itself belongs to no contact


def test_a_moment_of_truth_is_told_where_customers_act() -> None:
    (scene,) = draw(one(met("a", moment_of_truth=MomentOfTruth(why=("Now or never",)))))
    assert "Now or never" in said(scene.children)


def test_a_line_that_would_leave_its_page_names_the_other_end_and_its_page() -> None:
    steps = [
        met(f"t{index}", backstage=(step(f"s{index}", *([f"s{index - 1}"] if index else [])),)) for index in range(12)
    ]
    pages = draw(mapped(*(Stage(id=each.id, name=each.id, touchpoints=(each,)) for each in steps), lang="en"), "16:9")
    assert len(pages) > 1
    homes = {
        f"S{index}": number
        for index in range(12)
        for number, page in enumerate(pages, 1)
        if f"S{index}" in said(page.children)
    }
    for index in range(1, 12):
        page, before = homes[f"S{index}"], homes[f"S{index - 1}"]
        if page == before:
            assert f"S{index - 1} → S{index}" in lines(pages[page - 1])["need"]
        else:
            assert f"←\u00a0S{index - 1}, p.\u00a0{before}" in said(pages[page - 1].children)
            assert f"→\u00a0S{index}, p.\u00a0{page}" in said(pages[before - 1].children)
    assert len(set(homes.values())) > 1


def test_a_map_that_says_nothing_of_it_gets_a_remedy() -> None:
    with pytest.raises(UsageError, match=r"Write under a stage or a touchpoint what the customer does"):
        draw(mapped(Stage(id="a", name="A")))


def test_a_set_of_contacts_stands_in_one_column() -> None:
    (scene,) = draw(one(met("a"), met("b"), met("c")))
    boxes = [bounds(cell) for cell in groups(scene, "cell")]
    assert len({box.x for box in boxes}) == 1
    assert len({box.y for box in boxes}) == 3
