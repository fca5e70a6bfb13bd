"""What the curve view shows: of one map, of several of one journey, of different journeys."""

from dataclasses import replace
from pathlib import Path

import pytest

import cjm
from cjm.errors import UsageError
from cjm.figures.intervals import wilson
from cjm.model.journey import Journey, Scale
from cjm.model.metric import Metric
from cjm.model.moment import Feeling, Stage, Touchpoint, Voice
from cjm.model.persona import Persona
from cjm.render import lay_out, style
from cjm.render.labels import labels
from cjm.render.layouts.gauges import gauges
from cjm.render.layouts.grid import Grid
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.sheet import Sheet
from cjm.render.scene import Curve, Group, Line, Scene, Shape

ROOT = Path(__file__).parents[3]
LOOK = style("light")
NOW, THEN = cjm.load(
    *(ROOT / "maps" / f"office-phone.{state}.cjm.yaml" for state in ("current", "future")), root=ROOT
).maps


def felt(id: str, score: float | None, **more: object) -> Touchpoint:
    return Touchpoint(id=id, name=f"Contact {id}", feels=None if score is None else Feeling(score=score), **more)  # type: ignore[arg-type]


def mapped(*touchpoints: Touchpoint, **head: object) -> Journey:
    given = {"id": "m", "title": "A journey", "path": "m.cjm.yaml", **head}
    return Journey(cjm=1, stages=(Stage(id="s", name="S", touchpoints=touchpoints),), **given)  # type: ignore[arg-type]


def draw(*journeys: Journey, **wish: str) -> Scene:
    (scene,) = lay_out(journeys, LOOK, view="curve", **wish)  # type: ignore[arg-type]
    return scene


def texts(scene: Scene) -> set[str]:
    return {text.source for text in scene.texts()}


def roles(scene: Scene, kind: type[Shape]) -> list[str]:
    return [shape.role for shape in scene.walk() if isinstance(shape, kind)]  # type: ignore[union-attr]


def csat(value: str, n: int | None = 50) -> dict[str, Metric]:
    return {"csat": Metric(value=value, n=n)}


def test_a_map_without_feelings_is_refused_with_a_remedy() -> None:
    with pytest.raises(UsageError, match="Write feels: -1 at a moment"):
        draw(mapped(felt("a", None)))


def test_of_several_maps_those_without_feelings_are_left_out() -> None:
    assert draw(mapped(felt("a", 1)), mapped(felt("a", None), id="x")).name == "m-current-curve"


def test_an_answered_figure_stands_at_its_height_with_its_interval() -> None:
    journey = mapped(felt("a", 1, metrics=csat("50", 100)))
    plot = Plot(journey.scale, 200)
    (gauge,) = gauges(Sheet(journey, LOOK, labels("en"), Grid(journey, 0)), plot)
    low, high = wilson(0.5, 100)
    assert gauge.point[1] == 100
    assert gauge.ends == pytest.approx((200 * (1 - high), 200 * (1 - low)))
    assert {"50", "n\u00a0=\u00a0100"} <= texts(draw(journey))


def test_a_band_joins_only_moments_that_follow_one_another() -> None:
    known, missing = felt("a", 1, metrics=csat("50")), felt("b", 0)
    assert roles(draw(mapped(known, replace(known, id="c"))), Curve).count("band") == 1
    assert "band" not in roles(draw(mapped(known, missing, replace(known, id="c"))), Curve)
    assert "band" not in roles(draw(mapped(known, replace(known, id="c", metrics=csat("50", None)))), Curve)


def test_where_nothing_was_asked_the_legend_tells_of_no_interval() -> None:
    word = labels("en").word("marks", "measured")
    assert word not in texts(draw(mapped(felt("a", 1))))
    assert word in texts(draw(mapped(felt("a", 1, metrics=csat("50")))))


def test_personas_have_lines_with_their_names() -> None:
    people = (Persona(id="bo", name="Bo"), Persona(id="al", name="Al"))
    scene = draw(mapped(felt("a", 1), felt("b", 2, for_={"bo": Voice(feels=Feeling(score=-1))}), personas=people))
    assert "curve-1" in roles(scene, Curve)
    assert any(text.startswith("Bo: ") for text in texts(scene))


def test_two_states_are_laid_over_each_other_with_what_lies_between_them() -> None:
    scene = draw(NOW, THEN)
    assert {"curve", "curve-was", "better"} <= set(roles(scene, Curve))
    assert "better-hatch" in roles(scene, Line)
    assert {"better", "Current state", "Future state"} <= texts(scene)
    cells = {shape.address for shape in scene.walk() if isinstance(shape, Group) and shape.kind == "cell"}
    assert {"office-phone@current:touchpoint/price-form", "office-phone@future:touchpoint/port-status"} <= cells
    assert scene.name == "office-phone-current-future-curve"


def test_what_became_worse_is_told_too() -> None:
    one = mapped(felt("a", 2), felt("b", 2), felt("c", 2))
    scene = draw(one, replace(mapped(felt("a", -2), felt("b", -2), felt("c", -2)), state="future", path="n.cjm.yaml"))
    assert "worse" in roles(scene, Curve)
    assert "worse" in texts(scene)
    assert "better" not in texts(scene)


def test_the_same_moment_stands_at_one_x() -> None:
    scene = draw(NOW, THEN)
    cells = [shape for shape in scene.walk() if isinstance(shape, Group) and shape.kind == "cell"]
    places: dict[str, set[float]] = {}
    for cell in cells:
        points = [shape.centre[0] for shape in cell.children if hasattr(shape, "centre")]
        if ":touchpoint/" in cell.address and points:
            places.setdefault(cell.address.partition(":")[2], set()).add(round(points[0], 6))
    assert len([each for each in places if len(places[each]) == 1]) == len(places) > 10


def test_different_journeys_have_a_picture_each_on_one_scale() -> None:
    other = mapped(felt("a", 9), felt("b", 2), id="x", title="Another", scale=Scale(min=0, max=10))
    scene = draw(mapped(felt("a", 1), felt("b", -1)), other)
    assert [shape.label for shape in scene.walk() if isinstance(shape, Group) and shape.kind == "map"] == [
        "A journey",
        "Another",
    ]
    assert labels("en").word("curve", "scale") in texts(scene)
    assert {"+1.6", "−1.2"} <= texts(scene)


def test_a_journey_of_many_stages_goes_on_in_a_further_panel() -> None:
    stages = tuple(
        Stage(id=f"s{place}", name=f"Stage {place}", feels=Feeling(score=place % 3 - 1)) for place in range(40)
    )
    pages = lay_out((replace(mapped(), stages=stages), NOW), LOOK, view="curve", size="4:3")
    named = [
        shape.address for page in pages for shape in page.walk() if isinstance(shape, Group) and shape.kind == "stage"
    ]
    assert [each for each in named if each.startswith("m@current:")] == [
        f"m@current:stage/s{place}" for place in range(40)
    ]


def test_of_a_single_persona_the_curve_is_theirs() -> None:
    voice = {"bo": Voice(feels=Feeling(score=-2, emotion="lost"))}
    journey = mapped(felt("a", 1, for_=voice), felt("b", 1), personas=(Persona(id="bo", name="Bo"),))
    said = texts(draw(journey))
    assert {"−2", "lost"} <= said
    assert not any(text.startswith("Bo: ") for text in said)
    both = replace(journey, personas=(*journey.personas, Persona(id="al", name="Al")))
    assert "Bo: −2" in texts(draw(both))


def test_every_moment_of_several_maps_tells_in_which_map_it_stands() -> None:
    for size in ("auto", "16:9"):
        pages = lay_out((NOW, THEN), LOOK, view="curve", size=size)
        addresses = {shape.address for page in pages for shape in page.walk() if isinstance(shape, Group)}
        assert not [each for each in addresses if each.startswith(("touchpoint/", "stage/"))]
        assert "office-phone@current:touchpoint/price-form" in addresses
