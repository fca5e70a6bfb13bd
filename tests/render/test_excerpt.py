"""A part of a map: only some stages, only some personas."""

import pytest

from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Branch, Stage, Touchpoint, Voice
from cjm.model.persona import Persona
from cjm.render import lay_out, style
from cjm.render.scene import Scene

LOOK = style("light")

Words = tuple[str, ...]


def texts_of(scene: Scene) -> set[str]:
    return {text.source for text in scene.texts()}


PEOPLE = (Persona(id="ana", name="Ana, nurse"), Persona(id="bo", name="Bo"))
TOLD = Journey(
    cjm=1,
    id="m",
    title="A journey",
    personas=PEOPLE,
    stages=(
        Stage(
            id="one",
            name="First",
            for_={"ana": Voice(thinks=("Hm",)), "bo": Voice(thinks=("Oh",))},
            touchpoints=(
                Touchpoint(id="a", name="Alpha", personas=("ana",), next=(Branch(to="c"), Branch(to="end"))),
                Touchpoint(id="b", name="Beta", personas=("bo",)),
            ),
        ),
        Stage(
            id="two",
            name="Second",
            personas=("bo",),
            touchpoints=(Touchpoint(id="c", name="Gamma", initiator="ana", receiver="bo"),),
        ),
    ),
)


@pytest.mark.parametrize(
    ("stages", "personas", "said", "silent"),
    [
        ((), (), {"Alpha", "Beta", "Gamma", "Ana: Hm", "Bo: Oh"}, set()),
        (("two",), (), {"Gamma"}, {"Alpha", "First"}),
        (("FIRST",), (), {"Alpha", "Beta"}, {"Second"}),
        ((), ("Ana",), {"Alpha", "Ana: Hm"}, {"Beta", "Bo: Oh", "Second", "Gamma"}),
        ((), ("bo",), {"Beta", "Bo: Oh", "Gamma", "Ana →\u00a0Bo"}, {"Alpha", "Ana: Hm"}),
        (("one",), ("ana", "Bo"), {"Alpha", "Beta", "Ana: Hm"}, {"Gamma"}),
    ],
)
def test_only_some_stages_and_personas(stages: Words, personas: Words, said: set[str], silent: set[str]) -> None:
    (scene,) = lay_out((TOLD,), LOOK, stages=stages, personas=personas)
    texts = texts_of(scene)
    assert said <= texts
    assert not silent & texts


def test_a_branch_to_what_is_left_out_is_named() -> None:
    (scene,) = lay_out((TOLD,), LOOK, stages=("one",), detail="full")
    assert any("Gamma" in text for text in texts_of(scene))
    assert any("End of the journey" in text for text in texts_of(scene))


@pytest.mark.parametrize(
    ("stages", "personas", "message"),
    [
        (("secnd",), (), "There is no stage ‘secnd’ in the map. Did you mean ‘Second’?"),
        (("xyzzy",), (), "There is no stage ‘xyzzy’ in the map. Possible: one, two."),
        ((), ("anna",), "There is no persona ‘anna’ in the map. Did you mean ‘ana’?"),
        (("two",), ("ana",), "No stage of ‘A journey’ is met by ana."),
    ],
)
def test_a_stage_or_persona_that_is_not_there(stages: Words, personas: Words, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        lay_out((TOLD,), LOOK, stages=stages, personas=personas)
    assert str(caught.value) == message
