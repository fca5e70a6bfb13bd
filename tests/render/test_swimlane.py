"""The swimlane picture: nothing clipped, nothing overlapping, nothing lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.errors import UsageError
from cjm.figures.moments import counting
from cjm.model.journey import Journey, Lane
from cjm.model.moment import Feeling, Moment, MomentOfTruth, Quote, Stage, Step, Touchpoint
from cjm.model.opportunity import Opportunity, Pain
from cjm.render import theme
from cjm.render.lanes import DETAILS, LANES, Detail
from cjm.render.layouts.swimlane import lay_out
from cjm.render.scene import Box, Curve, Dot, Group, Line, Picture, Polygon, Rect, Scene, Shape, Text
from cjm.render.text import Style
from cjm.render.typography import typeset
from tests.journeys import journeys, make

STYLE = Style(theme.load("light"))
STROKE = 1.75  # half the width of the curve

Lanes = tuple[str, ...] | None


def picture(*stages: Stage, **head: object) -> Scene:
    (scene,) = lay_out(Journey(cjm=1, id="m", title="A journey", stages=stages, **head), STYLE)  # type: ignore[arg-type]
    return scene


def sources(scene: Scene | Group) -> list[str]:
    return [shape.source for shape in walk(scene.children) if isinstance(shape, Text)]


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from walk(shape.children)


def groups(scene: Scene, kind: str) -> dict[str, Group]:
    return {each.address: each for each in scene.walk() if isinstance(each, Group) and each.kind == kind}


def lane_keys(scene: Scene) -> list[str]:
    return [address.removeprefix("lane/") for address in groups(scene, "lane")]


def inked(text: Text) -> Iterator[Rect]:
    """The rows of a text as they are seen: from the top of the letters to their feet."""
    kind = STYLE.theme.types[text.role]
    for row in text.rows:
        yield Rect(row.x, row.baseline - 0.75 * kind.size, row.width, kind.size)


# ---- laws

whole = given(journey=journeys(), lanes=st.sampled_from((None, None, tuple(LANES))), detail=st.sampled_from(DETAILS))


@whole
def test_no_text_leaves_its_box_or_the_picture(journey: Journey, lanes: Lanes, detail: Detail) -> None:
    (scene,) = lay_out(journey, STYLE, lanes, detail=detail)
    page = Rect(0, 0, scene.width, scene.height)
    for text in scene.texts():
        assert page.holds(text.box), text
        assert all(text.box.holds(ink, slack=0.5) for ink in inked(text)), text


@whole
def test_no_text_stands_on_another_nor_across_a_border(journey: Journey, lanes: Lanes, detail: Detail) -> None:
    (scene,) = lay_out(journey, STYLE, lanes, detail=detail)
    boxes = _by_height(shape.rect for shape in scene.walk() if isinstance(shape, Box))
    marks = _by_height(Rect(*shape.centre, 0, 0) for shape in scene.walk() if isinstance(shape, Dot))
    others = _by_height(text.box for text in scene.texts())
    assert len({text.box for text in scene.texts()}) == len(list(scene.texts()))
    rules = [shape for shape in scene.walk() if isinstance(shape, Line) and shape.role in {"stage-rule", "visibility"}]
    for text in scene.texts():
        assert not any(text.box.overlaps(other) for other in _near(others, text.box) - {text.box}), text
        assert all(box.holds(text.box) for box in _near(boxes, text.box) if box.overlaps(text.box)), text
        assert not any(_crosses(rule, text.box) for rule in rules), text
        assert not any(ink.holds(mark, slack=0) for ink in inked(text) for mark in _near(marks, text.box)), text


def _by_height(rects: Iterable[Rect]) -> dict[int, set[Rect]]:
    """Rectangles by the stretches of the picture, 100 points high, that they reach into."""
    found = defaultdict(set)
    for rect in rects:
        for stretch in range(int(rect.y // 100), int(rect.bottom // 100) + 1):
            found[stretch].add(rect)
    return found


def _near(rects: dict[int, set[Rect]], rect: Rect) -> set[Rect]:
    stretches = range(int(rect.y // 100), int(rect.bottom // 100) + 1)
    return set().union(*(rects.get(stretch, set()) for stretch in stretches))


def _crosses(line: Line, box: Rect) -> bool:
    (left, top), (right, bottom) = line.start, line.end
    return left < box.right and right > box.x and top < box.bottom and bottom > box.y


@whole
def test_no_label_stands_on_the_curve(journey: Journey, lanes: Lanes, detail: Detail) -> None:
    (scene,) = lay_out(journey, STYLE, lanes, detail=detail)
    curves = [shape for shape in scene.walk() if isinstance(shape, Curve) and shape.role == "curve"]
    samples = _by_height(Rect(x, y, 0, 0) for curve in curves for x, y in _sampled(curve))
    for text in groups(scene, "lane").get("lane/feels", Group("lane", "", ())).children:
        for ink in (ink for each in walk((text,)) if isinstance(each, Text) for ink in inked(each)):
            wide = Rect(ink.x - STROKE, ink.y - STROKE, ink.width + 2 * STROKE, ink.height + 2 * STROKE)
            assert not any(wide.holds(point, slack=0) for point in _near(samples, wide)), ink


def _sampled(curve: Curve) -> Iterator[tuple[float, float]]:
    start = curve.start
    for one, two, end in curve.pieces:
        for step in range(101):
            t, s = step / 100, 1 - step / 100
            yield (
                s**3 * start[0] + 3 * s * s * t * one[0] + 3 * s * t * t * two[0] + t**3 * end[0],
                s**3 * start[1] + 3 * s * s * t * one[1] + 3 * s * t * t * two[1] + t**3 * end[1],
            )
        start = end


@given(journey=journeys())
def test_nothing_is_lost(journey: Journey) -> None:
    lanes = (*LANES, "x-legal")
    (scene,) = lay_out(journey, STYLE, lanes)
    shown = [" ".join(source.split()) for source in sources(scene)]
    for wanted in _leaves(journey):
        text = " ".join(typeset(wanted, journey.lang or "en").split())
        assert any(text in source for source in shown), wanted


def _leaves(journey: Journey) -> Iterator[str]:
    """What has to be read somewhere in the picture."""
    yield journey.title
    for stage in journey.stages:
        yield from (stage.name, stage.phase, *stage.goal, *(touchpoint.name for touchpoint in stage.touchpoints))
        for key in ("does", "thinks", "questions", "expects"):
            yield from (text for moment in counting(stage, key) for text in _own_and_voices(moment, key))
        for moment in counting(stage, "says"):
            yield from (quote.text for quote in moment.says)
        for moment in counting(stage, "feels"):
            yield from [moment.feels.emotion] if moment.feels else []
        for moment in (stage, *stage.touchpoints):
            yield from (text for pain in (*moment.pains, *moment.gains) for text in (pain.text, *pain.causes))
            yield from (text for each in moment.opportunities for text in (each.title, each.owner))
            for step in (*moment.onstage, *moment.backstage, *moment.support):
                yield from (*step.does, *step.fails, *step.fallback)
            yield from moment.moment_of_truth.why if moment.moment_of_truth else ()
            yield from (metric.name for metric in moment.metrics.values())


def _own_and_voices(moment: Moment, key: str) -> Iterator[str]:
    yield from getattr(moment, key)
    yield from (text for voice in moment.for_.values() for text in getattr(voice, key, ()))


@given(journey=journeys())
def test_the_same_picture_twice(journey: Journey) -> None:
    assert lay_out(journey, STYLE) == lay_out(journey, STYLE)


# ---- what stands where


def test_empty_lanes_vanish_and_the_rest_keeps_its_order() -> None:
    stage = Stage(id="s", name="Need", does=("Asks",), pains=(Pain(id="p", text="Slow"),))
    assert lane_keys(picture(stage)) == ["stages", "does", "pains"]


def test_columns_are_even_and_stages_span_their_touchpoints() -> None:
    points = tuple(Touchpoint(id=f"t{index}", name=f"T{index}", does=("Asks",)) for index in range(3))
    scene = picture(Stage(id="a", name="A", touchpoints=points), Stage(id="b", name="B", touchpoints=points[:1]))
    cards = [shape.rect for shape in scene.walk() if isinstance(shape, Box) and shape.role == "card-assumed"][-4:]
    assert len({round(card.width, 6) for card in cards}) == 1
    assert len({round(after.x - before.x, 6) for before, after in pairwise(cards)}) == 1
    assert len({card.height for card in cards}) == 1


def test_a_stage_speaks_only_where_no_touchpoint_does() -> None:
    point = Touchpoint(id="t", name="T", does=("Calls",), pains=(Pain(id="p", text="Busy"),))
    stage = Stage(id="s", name="S", does=("Waits",), pains=(Pain(id="q", text="Long"),), touchpoints=(point,))
    shown = sources(picture(stage))
    assert "Calls" in shown
    assert "Waits" not in shown
    assert {"Busy", "Long"} <= set(shown)


def test_the_line_of_visibility_parts_what_the_customer_sees() -> None:
    step = Step(id="x", does=("Prints",))
    scene = picture(Stage(id="s", name="S", onstage=(step,), backstage=(step,)))
    (line,) = (shape for shape in scene.walk() if isinstance(shape, Line) and shape.role == "visibility")
    lanes = groups(scene, "lane")
    assert _top(lanes["lane/onstage"]) < line.start[1] < _top(lanes["lane/backstage"])
    assert not any(isinstance(shape, Line) and shape.role == "visibility" for shape in picture(
        Stage(id="s", name="S", onstage=(step,))
    ).walk())  # fmt: skip


def _top(group: Group) -> float:
    return min(shape.box.y for shape in walk(group.children) if isinstance(shape, Text))


def test_assumptions_look_unlike_evidence() -> None:
    stage = Stage(id="s", name="S", does=("Asks",), feels=Feeling(score=-1), thinks=("Why?",))
    shown = Stage(id="s", name="S", does=("Asks",), feels=Feeling(score=-1), thinks=("Why?",), evidence=("study",))
    assert {"bullet-assumed", "point-low-assumed", "thought-assumed"} <= _roles(picture(stage))
    assert {"bullet", "point-low", "thought"} <= _roles(picture(shown))
    assert "Assumption, no research yet" in sources(picture(stage))
    assert "Assumption, no research yet" not in sources(picture(shown))


def _roles(scene: Scene) -> set[str]:
    return {shape.role for shape in scene.walk() if not isinstance(shape, Group | Picture)}


def test_a_moment_of_truth_is_a_diamond_on_the_curve() -> None:
    stage = Stage(id="s", name="S", feels=Feeling(score=2), moment_of_truth=MomentOfTruth())
    diamonds = [shape for shape in picture(stage).walk() if isinstance(shape, Polygon) and len(shape.points) == 4]
    assert [shape.role for shape in diamonds] == ["truth", "truth", "point-high-assumed"]  # legend, card, curve


def test_signs_and_words_say_what_colours_do() -> None:
    points = [("a", 2, "relieved"), ("b", -1.5, "anxious"), ("c", 0, "")]
    stages = [Stage(id=id, name=id, feels=Feeling(score=score, emotion=word)) for id, score, word in points]
    lane = groups(picture(*stages), "lane")["lane/feels"]
    assert {"+2", "relieved", "−1.5", "anxious", "0"} <= set(sources(lane))


def test_a_feeling_without_a_score_has_a_word_and_no_point() -> None:
    scene = picture(Stage(id="s", name="S", feels=Feeling(emotion="wistful")))
    assert "wistful" in sources(scene)
    assert not any(role.startswith("point") for role in _roles(scene))


def test_figures_and_quotations_follow_the_language() -> None:
    stage = Stage(
        id="s", name="S", says=(Quote(text="Enfin!"),), feels=Feeling(score=-1.5), duration="2 days",
        opportunities=(Opportunity(id="o", title="Répondre?", impact=5, effort=2),),
    )  # fmt: skip
    shown = sources(picture(stage, lang="fr"))
    assert {"«\u00a0Enfin\u00a0!\u00a0»", "−1,5", "2\u00a0jours", "Répondre\u00a0?", "impact 5", "effort 2"} <= set(
        shown
    )
    assert {"Ressenti", "Opportunités"} <= set(shown)


def test_own_lanes_are_shown_and_others_on_demand() -> None:
    stage = Stage(id="s", name="S", goal=("Be reachable",), extra={"x-legal": ["Notice", {"limit": 3}]})
    scene = picture(stage, lanes=(Lane(key="x-legal", name="Legal"),))
    assert lane_keys(scene) == ["stages", "x-legal"]
    assert {"Legal", "Notice", "limit: 3"} <= set(sources(scene))
    (scene,) = lay_out(Journey(cjm=1, title="T", stages=(stage,)), STYLE, ["goals"])
    assert lane_keys(scene) == ["stages", "goals"]


def test_an_unknown_lane_is_named() -> None:
    with pytest.raises(UsageError, match=r"There is no lane ‘moods’\. Possible: touchpoints, goals"):
        lay_out(make(1, 1, 1), STYLE, ["moods"])


def test_every_lane_has_a_name_and_every_cell_an_address() -> None:
    (scene,) = lay_out(make(7, 3, 3), STYLE, tuple(LANES))
    assert all(group.label for group in scene.walk() if isinstance(group, Group) and group.kind == "lane")
    cells = [group for group in scene.walk() if isinstance(group, Group) and group.kind == "cell"]
    assert cells
    assert all(cell.address.startswith(("stage/", "touchpoint/")) and cell.label for cell in cells)


def test_the_picture_is_described_in_words() -> None:
    stages = [Stage(id=id, name=id.upper(), feels=Feeling(score=score)) for id, score in (("a", -2), ("b", 1))]
    told = picture(*stages).description
    assert told == (
        "A journey. Current state. 2 stages: A, B. The lowest point is “A” (−2). The highest point is “B” (+1)."
    )  # fmt: skip
