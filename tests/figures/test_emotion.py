"""How moments, stages and journeys feel, in figures."""

import pytest

from cjm.figures.emotion import felt, felt_by, mean, neutral, score
from cjm.figures.moments import counting, has, moments
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Feeling, Stage, Touchpoint, Voice
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona

TEN = Scale(min=0, max=10)


def point(id: str, score: float | None = None, **more: object) -> Touchpoint:
    feels = None if score is None else Feeling(score=score)
    return Touchpoint(id=id, name=id, feels=feels, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("feeling", "scale", "number"),
    [
        (None, Scale(), None),
        (Feeling(score=-1.5), Scale(), -1.5),
        (Feeling(emotion="Anxious"), Scale(), -1),
        (Feeling(emotion="soulagée"), TEN, 7.5),
        (Feeling(emotion="wściekła"), TEN, 0),
        (Feeling(emotion="neutral"), Scale(min=1, max=5), 3),
        (Feeling(emotion="wistful"), Scale(), None),
        (Feeling(score=0, emotion="delighted"), Scale(), 0),  # what is written counts
    ],
)
def test_a_feeling_is_a_number_as_written_or_implied(
    feeling: Feeling | None, scale: Scale, number: float | None
) -> None:
    assert score(feeling, scale) == number


def test_a_moment_with_only_personas_feels_their_mean() -> None:
    voices = {id: Voice(feels=Feeling(score=score)) for id, score in (("dana", -2), ("marc", 1))}
    assert felt(point("a", for_=voices | {"eve": Voice(does=("Waits",))}), Scale()) == -0.5
    assert felt(point("b", 2, for_=voices), Scale()) == 2
    assert felt(point("c"), Scale()) is None


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (point("a", 1), 1),
        (point("b", 1, for_={"ana": Voice(feels=Feeling(score=-2))}), -2),
        (point("c", 1, for_={"Ana, pensioner": Voice(feels=Feeling(score=-2))}), -2),
        (point("d", 1, for_={"ana": Voice(feels=Feeling(emotion="wistful"))}), None),
        (point("e", 1, for_={"ben": Voice(feels=Feeling(score=-2))}), 1),
        (point("f", 1, for_={"ana": Voice(does=("Waits",))}), 1),
        (point("g", 1, personas=("ben",)), None),
        (point("h", 1, personas=("ben", "ana")), 1),
        (point("i", 1, personas=("ben",), for_={"ana": Voice(feels=Feeling(score=0))}), 0),
        (point("j"), None),
    ],
    ids=lambda value: getattr(value, "id", None),
)
def test_a_persona_feels_as_everybody_unless_told(moment: Touchpoint, expected: float | None) -> None:
    assert felt_by(Persona(id="ana", name="Ana, pensioner"), moment, Scale()) == expected


def test_a_mean_counts_each_scored_moment_once() -> None:
    full = Stage(id="full", name="F", feels=Feeling(score=-2), touchpoints=(point("a", 1), point("b", 2), point("c")))
    own = Stage(id="own", name="O", feels=Feeling(score=0), touchpoints=(point("d"),))
    empty = Stage(id="empty", name="E", feels=Feeling(emotion="wistful"))
    journey = Journey(cjm=1, title="T", stages=(full, own, empty))
    assert mean(journey, full) == (1.5, 2)
    assert mean(journey, own) == (0, 1)
    assert mean(journey, empty) == (None, 0)
    value, number = mean(journey)
    assert (value, number) == (1, 3)
    assert neutral(TEN) == 5


def test_moments_are_touchpoints_or_the_stage_itself() -> None:
    journey = Journey(
        cjm=1,
        title="T",
        stages=(Stage(id="s", name="S"), Stage(id="t", name="T", touchpoints=(point("a"), point("b")))),
    )
    assert [moment.id for moment in moments(journey)] == ["s", "a", "b"]


def test_what_counts_of_a_stage_and_its_touchpoints() -> None:
    pain = Pain(id="p", text="Slow")
    stage = Stage(
        id="s", name="S", does=("Waits",), thinks=("Why?",), pains=(pain,), extra={"x-legal": "Notice"},
        touchpoints=(point("a", does=("Calls",), pains=(pain,)), point("b", 1, extra={"x-legal": ""})),
    )  # fmt: skip
    counted = {
        key: [each.id for each in counting(stage, key)] for key in ("does", "thinks", "feels", "pains", "x-legal")
    }
    assert counted == {"does": ["a"], "thinks": ["s"], "feels": ["b"], "pains": ["s", "a"], "x-legal": ["s"]}


def test_a_persona_alone_may_speak() -> None:
    assert has(point("a", for_={"dana": Voice(does=("Waits",))}), "does")
    assert not has(point("a", for_={"dana": Voice(does=("Waits",))}), "thinks")
    assert not has(point("a"), "feels")
    assert not has(Stage(id="s", name="S", feels=Feeling()), "feels")
