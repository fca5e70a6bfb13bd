"""What stands on the cards of a swimlane picture: channels, waits, plans, ratings, figures."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest

from cjm.model.journey import Journey
from cjm.model.library import Actor, Channel
from cjm.model.metric import Metric, Point
from cjm.model.moment import Automation, Stage, Touchpoint
from cjm.model.opportunity import Gain, Opportunity, Pain
from cjm.model.persona import Persona
from cjm.render import theme
from cjm.render.lanes import DETAILS, Detail
from cjm.render.layouts.grid import Grid
from cjm.render.layouts.swimlane import lay_out
from cjm.render.scene import Box, Dot, Group, Icon, Line, Rect, Scene, Shape, Text
from cjm.render.text import Style
from tests.journeys import make

STYLE = Style(theme.load("light"))
EDGED = {"phase", "stage", "body", "strong", "thought", "metric", "owner"}


def picture(*touchpoints: Touchpoint, detail: Detail = "standard", **head: object) -> Scene:
    """A journey with one stage, and these touchpoints in it."""
    return draw(Stage(id="s", name="Stage", touchpoints=touchpoints), detail=detail, **head)


def draw(*stages: Stage, detail: Detail = "standard", **head: object) -> Scene:
    journey = Journey(cjm=1, id="m", title="A journey", stages=stages, **head)  # type: ignore[arg-type]
    return lay_out(journey, STYLE, detail=detail)[0]


def sources(scene: Scene) -> list[str]:
    return [text.source.replace("\u00a0", " ") for text in scene.texts()]


def lane(scene: Scene, key: str) -> Group:
    (found,) = (each for each in scene.walk() if isinstance(each, Group) and each.address == f"lane/{key}")
    return found


def within(group: Group) -> Iterator[Shape]:
    for shape in group.children:
        yield shape
        if isinstance(shape, Group):
            yield from within(shape)


def icons(scene: Scene) -> list[str]:
    return [shape.name for shape in scene.walk() if isinstance(shape, Icon)]


def boxes(scene: Scene, role: str) -> list[Rect]:
    return [shape.rect for shape in within(lane(scene, "touchpoints")) if isinstance(shape, Box) and shape.role == role]


# ---- icons, waits, who begins, what is planned


def test_a_channel_stands_behind_its_icon() -> None:
    scene = picture(Touchpoint(id="t", name="T", channel=("phone", "breakfast")), channels=(
        Channel(id="breakfast", name="Owners’ breakfast", medium="event"),
    ))  # fmt: skip
    assert icons(scene) == ["phone", "event"]
    named = {text.source: text for text in scene.texts()}
    drawn = [shape for shape in scene.walk() if isinstance(shape, Icon)]
    for icon, name in zip(drawn, ("Phone", "Owners’ breakfast"), strict=True):
        text = named[name].box
        assert icon.rect.right <= text.x
        assert icon.rect.y + icon.rect.height / 2 == pytest.approx(text.y + text.height / 2)


def test_channels_that_find_no_room_side_by_side_stand_below_each_other() -> None:
    points = [
        Touchpoint(id=f"t{n}", name="T", channel=("word_of_mouth", "bank_transfer"), does=("x",)) for n in range(14)
    ]
    wide, narrow = picture(points[0]), picture(*points)
    for scene, is_one_row in ((wide, True), (narrow, False)):
        first, second = [shape.rect for shape in scene.walk() if isinstance(shape, Icon)][:2]
        assert (first.y == second.y) == is_one_row
        assert (first.x == second.x) != is_one_row


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "Wait: 3 weeks"), ("de", "Wartezeit: 3 Wochen"), ("ro", "Așteptare: 3 săptămâni")]
)
def test_waits_are_told_unasked(lang: str, told: str) -> None:
    point = Touchpoint(id="t", name="T", wait="3 weeks")
    for scene in (draw(Stage(id="s", name="S", wait="3 weeks"), lang=lang), picture(point, lang=lang)):
        assert icons(scene) == ["wait"]
        assert told in sources(scene)


def test_a_stage_without_a_wait_has_no_hourglass() -> None:
    scene = draw(Stage(id="s", name="S", duration="3 weeks"))
    assert "3 weeks" in sources(scene)
    assert icons(scene) == []


@pytest.mark.parametrize(
    ("begins", "answers", "told"),
    [("dana", "clerk", "Dana → Porting clerk"), ("clerk", "", "Porting clerk →"), ("", "dana", "→ Dana")],
)
def test_who_begins_and_who_answers(begins: str, answers: str, told: str) -> None:
    head: dict[str, Any] = {
        "personas": (Persona(id="dana", name="Dana, owner"),),
        "actors": (Actor(id="clerk", name="Porting clerk"),),
    }
    point = Touchpoint(id="t", name="T", initiator=begins, receiver=answers)
    assert told in sources(picture(point, **head))
    assert told not in sources(picture(point, detail="overview", **head))


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize(("status", "word"), [("planned", "Planned"), ("retired", "Retired")])
def test_what_is_not_there_looks_unlike_what_is(
    status: Literal["planned", "retired"], word: str, detail: Detail
) -> None:
    points = Touchpoint(id="a", name="A", status=status), Touchpoint(id="b", name="B", status="in_place")
    scene = picture(*points, detail=detail)
    assert len(boxes(scene, f"card-{status}-assumed")) == len(boxes(scene, "card-assumed")) == 1
    assert word in sources(scene)
    assert "In place" not in sources(scene)


def test_what_customers_have_validated_is_no_assumption() -> None:
    points = Touchpoint(id="a", name="A", validated="2026-05"), Touchpoint(id="b", name="B", validated="false")
    scene = picture(*points, detail="full")
    assert len(boxes(scene, "card")) == len(boxes(scene, "card-assumed")) == 1
    assert "Validated 2026-05" in sources(scene)


def test_cards_side_by_side_are_even_and_the_label_of_a_lane_is_level_with_its_first_row() -> None:
    points = Touchpoint(id="a", name="A " * 200, does=("x",)), Touchpoint(id="b", name="B", does=("x",))
    scene = picture(*points)
    assert len({(rect.y, rect.height) for rect in boxes(scene, "card-assumed")}) == 1
    for key, first in (("touchpoints", "B"), ("does", "x")):
        label, *cells = [shape for shape in within(lane(scene, key)) if isinstance(shape, Text)]
        level = next(text for text in cells if text.source == first).rows[0].baseline
        assert label.rows[0].baseline == pytest.approx(level)


# ---- ratings and figures


def test_impact_and_effort_are_rated() -> None:
    scene = draw(Stage(id="s", name="S", opportunities=(Opportunity(id="o", title="How?", impact=4, effort=2),)))
    dots = [shape for shape in within(lane(scene, "opportunities")) if isinstance(shape, Dot)]
    assert [dot.role for dot in dots] == ["level"] * 4 + ["level-off"] + ["level"] * 2 + ["level-off"] * 3
    assert {"impact 4", "effort 2"} <= set(sources(scene))


def test_a_pain_is_severe_and_a_gain_is_worth_much() -> None:
    pain, gain = Pain(id="p", text="It hurts", severity=4), Gain(id="g", text="It helps", severity=3)
    told = sources(draw(Stage(id="s", name="S", pains=(pain,), gains=(gain,))))
    assert {"severity 4", "worth 3"} <= set(told)
    assert "severity 3" not in told


# ---- automations, tone, and where texts begin


def test_an_automation_tells_when_then_what_then_who_and_what_else() -> None:
    each = Automation(when=("a call ends",), do=("Send two questions",), owner="Service", fallback=("Call them",))
    scene = draw(Stage(id="s", name="S", automations=(each,)), detail="full")
    _, *texts = [shape for shape in within(lane(scene, "automations")) if isinstance(shape, Text)]
    assert [(text.role, text.source) for text in texts] == [
        ("note", "When: a call ends"),
        ("body", "Send two questions"),
        ("note", "Service"),
        ("note", "Call them"),
    ]
    assert [text.box.y for text in texts] == sorted(text.box.y for text in texts)


def test_the_mood_stands_above_its_tone() -> None:
    tone: dict[str, tuple[str, ...]] = {
        "always": ("Plain words",),
        "angry": ("Listen first",),
        "email": ("Three sentences",),
    }
    scene = draw(Stage(id="s", name="S", tone=tone), detail="full")
    _, *texts = [shape for shape in within(lane(scene, "tone")) if isinstance(shape, Text)]
    assert [(text.role, text.source) for text in texts] == [
        ("body", "Plain words"),
        ("caption", "angry"),
        ("body", "Listen first"),
        ("caption", "Email"),
        ("body", "Three sentences"),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_texts_of_a_column_begin_at_one_edge(seed: int) -> None:
    journey = make(seed, 4, 3)
    (scene,) = lay_out(journey, STYLE, detail="full")
    grid = Grid(journey, 172)
    places = [each for place in grid.places() for each in (place, *grid.within(place))]
    edges = {round(place.span.x + 17, 6) for place in places}
    lanes = [each for each in scene.children if isinstance(each, Group) and each.kind == "lane"]
    found = {
        (group.address, round(shape.box.x, 6))
        for group in lanes
        for shape in within(group)
        if isinstance(shape, Text) and shape.role in EDGED
    }
    assert len({lane for lane, _ in found}) > 8
    assert {x for _, x in found} <= edges


def spark(metric: Metric, key: str = "csat") -> list[Line]:
    scene = draw(Stage(id="s", name="S", metrics={key: metric}))
    return [shape for shape in within(lane(scene, "metrics")) if isinstance(shape, Line)]


def series(*values: str) -> tuple[Point, ...]:
    return tuple(Point(value=value) for value in values)


def test_the_target_is_a_line_through_the_figures() -> None:
    target, first, second = spark(Metric(target="50", series=series("40", "60", "40")))
    assert (target.role, first.role) == ("target", "spark")
    assert target.start[1] == target.end[1] == pytest.approx((first.start[1] + first.end[1]) / 2)
    assert (target.start[0], target.end[0]) == (first.start[0], second.end[0])


def test_a_target_beyond_the_figures_has_room() -> None:
    target, first = spark(Metric(target="90", series=series("40", "41")))
    assert target.start[1] < first.end[1] < first.start[1]
    assert first.start[1] - first.end[1] < 1  # they are drawn to one scale


@pytest.mark.parametrize(
    ("key", "target", "values", "share"),
    [("conversion", "50%", ("0.4", "60%"), 0.5), ("wait", "1 hour", ("60 minutes", "2 hours"), 0)],
)
def test_figures_of_different_units_are_plotted_alike(
    key: str, target: str, values: tuple[str, ...], share: float
) -> None:
    line, curve = spark(Metric(target=target, series=series(*values)), key)
    low, high = curve.start[1], curve.end[1]
    assert line.start[1] == pytest.approx(low + share * (high - low))


def test_what_cannot_be_plotted_is_left_out() -> None:
    lines = spark(Metric(target="2 days", series=series("40", "41")))  # no satisfaction is a time
    assert [line.role for line in lines] == ["spark"]


def test_a_figure_has_the_number_and_date_of_its_series() -> None:
    points = Point(value="40", n=10, date="2026-01"), Point(value="41", n=20, date="2026-02")
    assert "n = 20 · 2026-02" in sources(draw(Stage(id="s", name="S", metrics={"csat": Metric(series=points)})))
