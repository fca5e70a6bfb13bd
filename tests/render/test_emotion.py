"""The emotion lane: curve, targets, personas' lines and quotations, none in the way of another."""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.model.journey import Journey, Scale
from cjm.model.moment import Feeling, MomentOfTruth, Quote, Stage, Touchpoint, Voice
from cjm.model.persona import Persona
from cjm.render import theme
from cjm.render.lanes import Detail
from cjm.render.layouts.swimlane import lay_out
from cjm.render.scene import Box, Curve, Dot, Group, Line, Polygon, Rect, Scene, Shape, Text
from cjm.render.text import Style

STYLE = Style(theme.load("light"))
PEOPLE = tuple(Persona(id=id, name=f"{id.title()}, somebody") for id in ("ana", "ben", "cleo", "dan", "eve"))
STROKE = 1.75  # half the width of the curve

Point = tuple[float, float]


def picture(
    *stages: Stage,
    personas: tuple[Persona, ...] = PEOPLE[:3],
    scale: Scale | None = None,
    detail: Detail = "standard",
    lanes: tuple[str, ...] | None = None,
) -> Scene:
    journey = Journey(cjm=1, id="m", title="T", stages=stages, personas=personas, scale=scale or Scale())
    (scene,) = lay_out(journey, STYLE, lanes, None, detail)
    return scene


def lane(scene: Scene) -> list[Shape]:
    """All shapes of the lane."""
    (group,) = (each for each in scene.walk() if isinstance(each, Group) and each.address == "lane/feels")
    return list(Scene("", "", "", "", 0, 0, group.children).walk())


def moments(*scores: float | None, **more: object) -> list[Stage]:
    feelings = [None if score is None else Feeling(score=score) for score in scores]
    return [
        Stage(id=f"s{index}", name=f"S{index}", feels=feels, **more)  # type: ignore[arg-type]
        for index, feels in enumerate(feelings)
    ]


def feels(**scores: float) -> dict[str, Voice]:
    return {who: Voice(feels=Feeling(score=score)) for who, score in scores.items()}


def roles(shapes: list[Shape], kind: type[Shape]) -> list[str]:
    return [shape.role for shape in shapes if isinstance(shape, kind)]  # type: ignore[union-attr]


def sources(shapes: list[Shape]) -> list[str]:
    return [shape.source for shape in shapes if isinstance(shape, Text)]


# ---- laws

WORDS = st.sampled_from(("ok", "anxious", "flabbergasted beyond words", "w" * 60, "ждёт", "等待"))
LONG = "Nobody ever told me what comes next, so I called again. " * 3
SAID = st.sampled_from(
    ("No.", "Nobody ever told me what comes next, so I called again. " * 3, "x" * 90, "Ça va ?\nOui.")
)
FEELINGS = st.none() | st.builds(
    lambda score, word: Feeling(score=score, emotion=word),
    st.none() | st.sampled_from((-2.0, -1.9, -1.0, -0.5, 0.0, 0.4, 1.0, 2.0, 5.0)),
    st.just("") | WORDS,
)
QUOTES = st.lists(st.builds(Quote, text=SAID, by=st.sampled_from(("", "A client"))), max_size=2).map(tuple)
VOICES = st.dictionaries(
    st.sampled_from([persona.id for persona in PEOPLE]), st.builds(Voice, feels=FEELINGS, says=QUOTES), max_size=4
)
WHO = st.lists(st.sampled_from([persona.id for persona in PEOPLE]), max_size=2, unique=True).map(tuple)


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    def moment(id: str) -> dict[str, object]:
        return {
            "id": id, "name": id, "feels": None if is_alone else draw(FEELINGS), "says": draw(QUOTES),
            "for_": draw(VOICES), "personas": draw(WHO), "intent": draw(FEELINGS),
            "moment_of_truth": draw(st.none() | st.just(MomentOfTruth())),
        }  # fmt: skip

    is_alone = draw(st.booleans())
    stages = [
        Stage(
            **moment(f"s{number}"),  # type: ignore[arg-type]
            touchpoints=tuple(Touchpoint(**moment(f"t{number}{each}")) for each in range(size)),  # type: ignore[arg-type]
        )
        for number, size in enumerate(draw(st.lists(st.integers(0, 3), min_size=1, max_size=4)))
    ]
    first = Stage(id="first", name="First", feels=None if is_alone else Feeling(score=1), for_=feels(ana=2, ben=-1))
    scale = draw(st.sampled_from((Scale(), Scale(min=1, max=5), Scale(min=-2, max=20))))
    people = PEOPLE[: draw(st.integers(2, 5))]
    return Journey(cjm=1, id="m", title="T", stages=(first, *stages), personas=people, scale=scale)


whole = given(journeys(), st.sampled_from(get_args(Detail)))


def drawn(journey: Journey, detail: Detail) -> list[Shape]:
    (scene,) = lay_out(journey, STYLE, None, None, detail)
    return lane(scene)


def inked(text: Text) -> Iterator[Rect]:
    """The rows of a text as they are seen: from the top of the letters to their feet."""
    kind = STYLE.theme.types[text.role]
    for row in text.rows:
        yield Rect(row.x, row.baseline - 0.75 * kind.size, row.width, kind.size)


def bubbles(shapes: list[Shape]) -> list[Rect]:
    return [shape.rect for shape in shapes if isinstance(shape, Box) and shape.role.startswith("speech")]


def markers(shapes: list[Shape]) -> Iterator[Rect]:
    for shape in shapes:
        if isinstance(shape, Dot) and shape.role.startswith("point"):
            (x, y), reach = shape.centre, shape.radius
            yield Rect(x - reach, y - reach, 2 * reach, 2 * reach)
        elif isinstance(shape, Polygon) and shape.role.startswith("point"):
            xs, ys = zip(*shape.points, strict=True)
            yield Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def lines(shapes: list[Shape]) -> Iterator[tuple[str, list[Point]]]:
    """Curves and straight lines as many short steps."""
    for shape in shapes:
        if isinstance(shape, Curve) and shape.role.startswith("curve"):
            yield shape.role, list(_sampled(shape))
        elif isinstance(shape, Line) and shape.role == "intent":
            steps = [step / 60 for step in range(61)]
            (x, y), (right, end) = shape.start, shape.end
            yield shape.role, [(x + (right - x) * share, y + (end - y) * share) for share in steps]


def _sampled(curve: Curve) -> Iterator[Point]:
    start = curve.start
    for one, two, end in curve.pieces:
        for step in range(41):
            t, s = step / 40, 1 - step / 40
            yield (
                s**3 * start[0] + 3 * s * s * t * one[0] + 3 * s * t * t * two[0] + t**3 * end[0],
                s**3 * start[1] + 3 * s * s * t * one[1] + 3 * s * t * t * two[1] + t**3 * end[1],
            )
        start = end


@whole
def test_nothing_overlaps(journey: Journey, detail: Detail) -> None:
    shapes = drawn(journey, detail)
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    boxes, points = bubbles(shapes), list(markers(shapes))
    for one, other in combinations(texts, 2):
        assert not one.box.overlaps(other.box), (one, other)
    for rects in (boxes, points):
        assert not any(one.overlaps(other) for one, other in combinations(rects, 2))
    for text in texts:
        assert all(box.holds(text.box) for box in boxes if box.overlaps(text.box)), text
        assert not any(point.overlaps(ink) for point in points for ink in inked(text)), text
    assert not any(box.overlaps(point) for box in boxes for point in points)


@whole
def test_no_line_runs_through_a_text(journey: Journey, detail: Detail) -> None:
    shapes = drawn(journey, detail)
    wide = [
        Rect(ink.x - STROKE, ink.y - STROKE, ink.width + 2 * STROKE, ink.height + 2 * STROKE)
        for text in shapes
        if isinstance(text, Text)
        for ink in inked(text)
    ]
    for role, points in lines(shapes):
        for rect in (*wide, *bubbles(shapes)):
            assert not any(rect.holds(Rect(*point, 0, 0), slack=0) for point in points), (role, rect)


@whole
def test_a_leader_crosses_no_text_no_curve_and_no_point(journey: Journey, detail: Detail) -> None:
    shapes = drawn(journey, detail)
    inks = [ink for text in shapes if isinstance(text, Text) for ink in inked(text)]
    curves = [points for role, points in lines(shapes) if role.startswith("curve")]
    for leader in (shape for shape in shapes if isinstance(shape, Line) and shape.role == "leader"):
        x, (top, bottom) = leader.start[0], sorted((leader.start[1], leader.end[1]))
        assert x == leader.end[0]
        way = Rect(x, top, 0.1, bottom - top)
        assert not any(way.overlaps(each, slack=0) for each in (*inks, *markers(shapes), *bubbles(shapes))), leader
        for (left, one), (right, two) in (pair for curve in curves for pair in pairwise(curve)):
            if left < x <= right:
                assert not top < one + (two - one) * (x - left) / (right - left) < bottom, leader


@whole
def test_everything_stands_in_the_lane_and_its_column(journey: Journey, detail: Detail) -> None:
    (scene,) = lay_out(journey, STYLE, None, None, detail)
    shapes = lane(scene)
    rules = sorted(shape.start[1] for shape in scene.walk() if isinstance(shape, Line) and shape.role == "rule")
    separators = [shape for shape in scene.walk() if isinstance(shape, Line) and shape.role == "stage-rule"]
    texts = [shape.box for shape in shapes if isinstance(shape, Text)]
    top = max(y for y in rules if y <= texts[0].y)
    bottom = min(y for y in rules if y > top)
    band = Rect(0, top, scene.width, bottom - top)
    assert all(band.holds(rect) for rect in (*texts, *bubbles(shapes), *markers(shapes)))
    for rule in separators:
        assert not any(rect.x < rule.start[0] < rect.right for rect in (*texts, *bubbles(shapes)))


@given(journeys())
def test_nothing_is_lost(journey: Journey) -> None:
    shown = [" ".join(source.split()) for source in sources(drawn(journey, "standard"))]
    for stage in journey.stages:
        has_own = any(each.says or any(voice.says for voice in each.for_.values()) for each in stage.touchpoints)
        for moment in stage.touchpoints if has_own else (stage,):
            for quote in (*moment.says, *(quote for voice in moment.for_.values() for quote in voice.says)):
                assert any(" ".join(quote.text.split()) in text for text in shown), quote
        for moment in stage.touchpoints:
            for feeling in (moment.feels, *(voice.feels for voice in moment.for_.values())):
                assert not feeling or any(feeling.emotion in text for text in shown), feeling


# ---- the curve and its area


def test_areas_fade_from_the_ends_of_the_scale_to_its_middle() -> None:
    shapes = lane(picture(*moments(2, -1)))
    ticks = [shape.start[1] for shape in shapes if isinstance(shape, Line) and shape.role == "tick"]
    areas = {shape.role: shape.fade for shape in shapes if isinstance(shape, Curve) and shape.closed}
    middle = sorted(ticks)[2]
    assert areas == {"area-high": (min(ticks), middle), "area-low": (max(ticks), middle)}


def test_one_moment_is_a_point_without_a_curve() -> None:
    shapes = lane(picture(*moments(1)))
    assert "curve" not in roles(shapes, Curve)
    assert "point-high-assumed" in roles(shapes, Dot)


def test_a_moment_of_truth_has_a_halo() -> None:
    stage = Stage(id="s", name="S", feels=Feeling(score=-1), moment_of_truth=MomentOfTruth())
    shapes = lane(picture(stage, *moments(1, 1)))
    (halo,) = (shape for shape in shapes if isinstance(shape, Dot) and shape.role == "truth-halo")
    (diamond,) = (shape for shape in shapes if isinstance(shape, Polygon) and shape.role == "point-low-assumed")
    assert halo.centre == pytest.approx((diamond.points[0][0], diamond.points[1][1]))
    assert halo.radius > diamond.points[1][0] - halo.centre[0]


# ---- what the brand wants felt


def bars_of(shapes: Iterable[Shape]) -> list[Line]:
    """The intended feelings, without the strokes at their ends."""
    lines = (shape for shape in shapes if isinstance(shape, Line) and shape.role == "intent")
    return [line for line in lines if line.start[1] == line.end[1]]


def test_targets_are_bars_at_their_height() -> None:
    stages = moments(0, 0, 0)
    wanted = [
        stages[0],
        Stage(id="b", name="B", intent=Feeling(score=2)),
        Stage(id="c", name="C", intent=Feeling(score=-2)),
    ]
    first, second = bars_of(lane(picture(*wanted, Stage(id="d", name="D", intent=Feeling(emotion="serene")))))
    assert first.end[0] < second.start[0]
    assert second.start[1] - first.start[1] == 160


@pytest.mark.parametrize("way", [1, -1])
def test_no_target_stands_between_a_label_and_its_point(way: int) -> None:
    before, after = moments(-1 * way, 2 * way)
    felt, wanted = Feeling(score=0.5 * way, emotion="at ease"), Feeling(score=1 * way)
    shapes = lane(picture(before, Stage(id="t", name="T", feels=felt, intent=wanted), after))
    (bar,) = bars_of(shapes)
    (word,) = (shape for shape in shapes if isinstance(shape, Text) and shape.source == "at ease")
    (point,) = (dot for dot in shapes if isinstance(dot, Dot) and bar.start[0] < dot.centre[0] < bar.end[0])
    assert (bar.start[1] - point.centre[1]) * (word.box.y - bar.start[1]) < 0


def test_a_stage_s_target_reaches_over_its_touchpoints() -> None:
    points = tuple(Touchpoint(id=f"t{index}", name="T", feels=Feeling(score=0)) for index in range(3))
    shapes = lane(picture(Stage(id="s", name="S", intent=Feeling(score=1), touchpoints=points)))
    (bar,) = bars_of(shapes)
    xs = [shape.centre[0] for shape in shapes if isinstance(shape, Dot)]
    assert bar.start[0] < min(xs)
    assert bar.end[0] > max(xs)


# ---- personas


def strands(shapes: list[Shape]) -> dict[str, list[Curve]]:
    """The lines of personas, by what the group is called."""
    groups = [shape for shape in shapes if isinstance(shape, Group) and shape.kind == "persona"]
    return {
        group.label.removeprefix("Feeling: "): [shape for shape in group.children if isinstance(shape, Curve)]
        for group in groups
    }


def test_a_persona_leaves_the_curve_before_and_comes_back_after() -> None:
    stages = moments(1, 1, 1, 1)
    stages[1] = Stage(id="x", name="X", feels=Feeling(score=1), for_=feels(ben=-1))
    shapes = lane(picture(*stages))
    ((name, (line,)),) = strands(shapes).items()
    (curve,) = (shape for shape in shapes if isinstance(shape, Curve) and shape.role == "curve")
    ends = [curve.start, *(end for _, _, end in curve.pieces)]
    assert name == "Ben"
    assert line.role == "curve-1"
    assert (line.start, line.pieces[-1][-1]) == (ends[0], ends[2])
    assert len(line.pieces) == 2
    assert "point-1-assumed" in roles(shapes, Polygon)
    assert "Ben: −1" in sources(shapes)


def test_who_feels_nearly_the_same_goes_with_the_curve() -> None:
    stage = Stage(id="x", name="X", feels=Feeling(score=1), for_=feels(ben=1.2))
    shapes = lane(picture(*moments(0), stage))
    assert strands(shapes) == {}
    assert "Ben: +1.2" in sources(shapes)


def test_a_voice_without_a_score_is_a_text_at_the_point_of_all() -> None:
    voice = {"ben": Voice(feels=Feeling(emotion="wistful"))}
    shapes = lane(picture(Stage(id="x", name="X", feels=Feeling(score=1), for_=voice)))
    assert "Ben: wistful" in sources(shapes)
    assert not any(role.startswith("point-1") for role in roles(shapes, Polygon))


def test_a_persona_passes_over_what_they_do_not_meet() -> None:
    stages = moments(0, 2, 0)
    stages[1] = Stage(id="x", name="X", feels=Feeling(score=2), personas=("ana",))
    shapes = lane(picture(*stages, personas=PEOPLE[:2]))
    ((name, (line,)),) = strands(shapes).items()
    assert name == "Ben"
    assert len(line.pieces) == 1
    assert "Ben" in sources(shapes)


def test_those_who_feel_alike_share_a_line() -> None:
    stages = [*moments(0), Stage(id="x", name="X", feels=Feeling(score=2), for_=feels(ana=-1, ben=-1, cleo=1))]
    assert list(strands(lane(picture(*stages)))) == ["Ana, Ben", "Cleo"]


def test_lines_differ_in_dashes_and_their_points_in_shape() -> None:
    stage = Stage(id="x", name="X", feels=Feeling(score=2), for_=feels(ana=-1, ben=0, cleo=1, dan=-2, eve=0.5))
    shapes = lane(picture(*moments(0), stage, personas=PEOPLE))
    points = [shape for shape in shapes if isinstance(shape, Polygon) and shape.role.startswith("point-")]
    outlines = {
        frozenset((round(x - shape.points[0][0]), round(y - shape.points[0][1])) for x, y in shape.points)
        for shape in points
    }
    dashes = {STYLE.theme.paints[line.role].dash for found in strands(shapes).values() for line in found}
    assert len(points) == len(outlines) == len(dashes) == 4
    assert "Eve: +0.5" in sources(shapes)  # a fifth line would be one too many


def test_where_only_personas_feel_each_has_a_line_all_the_way() -> None:
    stages = [
        Stage(id=id, name=id, for_=feels(ana=one, ben=two)) for id, one, two in (("a", 1, -1), ("b", 2, 0), ("c", 0, 2))
    ]
    shapes = lane(picture(*stages))
    assert {name: [len(line.pieces) for line in found] for name, found in strands(shapes).items()} == {
        "Ana": [2],
        "Ben": [2],
    }
    assert {line.role for found in strands(shapes).values() for line in found} == {"curve-1-alone", "curve-2-alone"}
    assert "curve" not in roles(shapes, Curve)
    assert not any(shape.role.startswith("point") for shape in shapes if isinstance(shape, Dot))
    names = [shape for shape in shapes if isinstance(shape, Text) and shape.source in {"Ana", "Ben"}]
    assert len(names) == 2
    ends = [found[0].pieces[-1][-1][0] for found in strands(shapes).values()]
    assert all(name.box.x > end for name, end in zip(names, ends, strict=True))


def test_where_all_personas_feel_alike_there_is_one_curve() -> None:
    stages = [Stage(id=id, name=id, for_=feels(ana=score, ben=score, cleo=score)) for id, score in (("a", 1), ("b", 2))]
    shapes = lane(picture(*stages))
    assert strands(shapes) == {}
    assert "curve" in roles(shapes, Curve)


def test_labels_without_room_stand_below_all() -> None:
    voices = {
        who: Voice(feels=Feeling(score=score, emotion="w" * 90))
        for who, score in (("ana", -1), ("ben", 0), ("cleo", 1))
    }
    stage = Stage(id="x", name="X", feels=Feeling(score=2, emotion="v" * 90), for_=voices, intent=Feeling(score=-2))
    shapes = lane(picture(*moments(2), stage, *moments(*[-2] * 14)))
    lowest = max(rect.bottom for rect in markers(shapes))
    words = [shape.box for shape in shapes if isinstance(shape, Text) and shape.source.startswith("w")]
    assert len(words) == 3
    assert sum(box.y > lowest + 90 for box in words) > 1
    (column,) = {
        shape.centre[0] for shape in shapes if isinstance(shape, Dot) and shape.role == "point-high-assumed"
    } - {min(shape.centre[0] for shape in shapes if isinstance(shape, Dot))}
    assert all(abs(box.x + box.width / 2 - column) < 1 for box in words if box.y > lowest + 90)
    assert not any(one.overlaps(other) for one, other in combinations(words, 2))


# ---- what they say


def said(text: str, score: float | None, *more: str, **voices: Voice) -> Stage:
    quotes = tuple(Quote(text=each) for each in (text, *more))
    feeling = None if score is None else Feeling(score=score)
    return Stage(id=text.lower(), name=text, feels=feeling, says=quotes, for_=voices)


def where(shapes: list[Shape], text: str) -> Rect:
    """The bubble of a quotation."""
    (box,) = (each.box for each in shapes if isinstance(each, Text) and each.source == f"“{text}”")
    return next(bubble for bubble in bubbles(shapes) if bubble.holds(box))


def test_quotations_stand_above_and_below_on_one_level() -> None:
    shapes = lane(picture(said("One", 2), said("Two", -1), said("Three, and on it goes. " * 5, 1), said("Four", -2)))
    one, two, three, four = bubbles(shapes)
    (level,) = (shape.start[1] for shape in shapes if isinstance(shape, Line) and shape.role == "neutral")
    assert one.bottom == three.bottom < level < two.y == four.y
    assert roles(shapes, Line).count("leader") == 4


def test_quotations_of_a_moment_stand_one_over_the_other() -> None:
    shapes = lane(picture(said("First of all", 2, "Second"), *moments(0)))
    one, two = where(shapes, "First of all"), where(shapes, "Second")
    assert (one.x, one.width) == (two.x, two.width)
    assert one.bottom < two.y


def test_a_quotation_without_a_feeling_stands_below_without_a_leader() -> None:
    shapes = lane(picture(*moments(0, 1), said("Well", None)))
    assert where(shapes, "Well").y > max(rect.bottom for rect in markers(shapes))
    assert "leader" not in roles(shapes, Line)


def test_a_persona_s_quotation_is_tied_to_their_point() -> None:
    voice = Voice(feels=Feeling(score=-2), says=(Quote(text="Ouch"),))
    shapes = lane(picture(said("Fine", 2, ben=voice), *moments(0)))
    high, low = where(shapes, "Fine"), where(shapes, "Ouch")
    assert high.bottom < low.y
    assert "Ben" in sources(shapes)
    assert roles(shapes, Line).count("leader") == 2


def test_of_two_quotations_in_a_column_one_is_tied() -> None:
    voices = {who: Voice(feels=Feeling(score=2), says=(Quote(text=who),)) for who in ("ana", "ben")}
    stages = [Stage(id="x", name="X", for_=voices), Stage(id="y", name="Y", for_=feels(ana=1, ben=-1))]
    shapes = lane(picture(*stages))
    one, other = sorted((where(shapes, "ana"), where(shapes, "ben")), key=lambda rect: rect.y)
    assert one.bottom < other.y
    (leader,) = (shape for shape in shapes if isinstance(shape, Line) and shape.role == "leader")
    assert leader.start[1] > other.bottom


def test_quotations_may_have_a_lane_of_their_own_or_none() -> None:
    stages = [said("One", 2), said("Two", -1)]
    assert bubbles(lane(picture(*stages)))
    assert not bubbles(lane(picture(*stages, lanes=("says", "feels"))))
    assert not bubbles(lane(picture(*stages, detail="overview")))


def test_an_overview_tells_no_voices() -> None:
    stage = Stage(id="x", name="X", feels=Feeling(score=2, emotion="calm"), for_=feels(ben=-1))
    shapes = lane(picture(*moments(0), stage, detail="overview"))
    assert {"+2", "calm", "Ben"} <= set(sources(shapes))
    assert "Ben: −1" not in sources(shapes)
