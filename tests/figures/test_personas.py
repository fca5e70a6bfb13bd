"""What a journey is for one of its personas."""

from cjm.figures.personas import apart, channels, met, otherwise, worst
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Stage, Touchpoint, Voice
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona

ANA, BO = Persona(id="ana", name="Ana, a baker"), Persona(id="bo", name="Bo")


def touchpoint(id: str, **more: object) -> Touchpoint:
    return Touchpoint(id=id, name=id, **more)  # type: ignore[arg-type]


def voice(score: float | None, does: str = "") -> Voice:
    return Voice(feels=None if score is None else Feeling(score=score), does=(does,) if does else ())


JOURNEY = Journey(
    cjm=1,
    title="J",
    personas=(ANA, BO),
    stages=(
        Stage(
            id="one",
            name="One",
            channel=("store",),
            touchpoints=(
                touchpoint(
                    "a", personas=("ana",), channel=("web", "email"), pains=(Pain(id="p1", text="P1", severity=2),)
                ),
                touchpoint(
                    "b", channel=("web",), feels=Feeling(score=2), for_={"bo": voice(1), "ana": voice(None, "Waits")}
                ),
                touchpoint(
                    "c", feels=Feeling(score=-1), for_={"Bo": voice(2)}, pains=(Pain(id="p2", text="P2", severity=5),)
                ),
            ),
        ),
        Stage(
            id="two",
            name="Two",
            personas=("ana",),
            touchpoints=(touchpoint("d", for_={"bo": voice(2)}),),
            pains=(Pain(id="p3", text="P3", severity=5, status="resolved"),),
        ),
    ),
)


def test_what_only_others_meet_is_left_out_with_all_that_is_in_it() -> None:
    assert [moment.id for _, moment in met(JOURNEY, ANA)] == ["one", "a", "b", "c", "two", "d"]
    assert [moment.id for _, moment in met(JOURNEY, BO)] == ["one", "b", "c"]


def test_what_a_persona_does_otherwise_by_id_or_name() -> None:
    assert [each.moment.id for each in otherwise(JOURNEY, BO)] == ["b", "c"]
    assert [each.moment.id for each in otherwise(JOURNEY, ANA)] == ["b"]


def test_where_a_persona_feels_farthest_from_all() -> None:
    assert [each.moment.id for each in apart(JOURNEY, BO, 1)] == ["c"]
    assert apart(JOURNEY, BO, 2) == otherwise(JOURNEY, BO)
    assert apart(JOURNEY, BO, 0) == ()


def test_the_worst_pains_that_last() -> None:
    assert [hurt.pain.id for hurt in worst(JOURNEY, ANA, 3)] == ["p2", "p1"]
    assert [hurt.pain.id for hurt in worst(JOURNEY, ANA, 1)] == ["p2"]
    assert [hurt.pain.id for hurt in worst(JOURNEY, BO, 3)] == ["p2"]


def test_the_channels_of_most_moments_first() -> None:
    assert channels(JOURNEY, ANA) == (("web", 2), ("email", 1))
    assert channels(JOURNEY, BO) == (("web", 1),)
