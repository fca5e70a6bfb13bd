"""What a persona sheet says."""

from pathlib import Path

import pytest

import cjm
from cjm.errors import UsageError
from cjm.model.journey import Journey
from cjm.model.moment import Feeling, Stage, Touchpoint, Voice
from cjm.model.opportunity import Pain
from cjm.model.persona import Persona
from cjm.render import lay_out, style
from cjm.render.scene import Box, Curve, Group, Scene

ROOT = Path(__file__).parents[3]
LOOK = style("light")
(OFFICE,) = cjm.load(ROOT / "maps" / "office-phone.current.cjm.yaml", root=ROOT).maps


def mapped(persona: Persona, *touchpoints: Touchpoint, **head: object) -> Journey:
    stages = (Stage(id="s", name="S", touchpoints=touchpoints),)
    return Journey(cjm=1, id="m", title="A journey", stages=stages, personas=(persona,), **head)  # type: ignore[arg-type]


def draw(journey: Journey, **wish: str) -> Scene:
    (scene,) = lay_out((journey,), LOOK, view="persona", **wish)  # type: ignore[arg-type]
    return scene


def texts(scene: Scene) -> set[str]:
    return {text.source for text in scene.texts()}


def boxes(scene: Scene) -> set[str]:
    return {shape.role for shape in scene.walk() if isinstance(shape, Box)}


def test_a_map_without_personas_is_refused_with_a_remedy() -> None:
    with pytest.raises(UsageError, match="Write persona: and a name"):
        draw(Journey(cjm=1, title="A journey", stages=(Stage(id="s", name="S"),)))


def test_all_personas_of_a_map_are_in_one_picture_and_each_begins_a_page() -> None:
    sheets = [shape.label for shape in draw(OFFICE).walk() if isinstance(shape, Group) and shape.kind == "sheet"]
    assert sheets == [persona.name for persona in OFFICE.personas]
    pages = lay_out((OFFICE,), LOOK, view="persona", size="A3")
    assert len(pages) == 2
    for page, persona in zip(pages, OFFICE.personas, strict=True):
        assert persona.name in texts(page)


def test_all_that_the_format_knows_of_a_persona_is_told() -> None:
    said = " ".join(texts(draw(OFFICE, detail="full")))
    for persona in OFFICE.personas:
        lists = (
            "quote",
            "occupation",
            "family",
            "ambitions",
            "interests",
            "habits",
            "goals",
            "needs",
            "frustrations",
            "jobs",
        )
        for text in (persona.age, persona.segment, *(each for key in lists for each in getattr(persona, key))):
            assert text in said, text
        assert f"{persona.tech_familiarity}/5" in said
        assert f"{persona.share:.0%}" in said


def test_an_assumption_looks_unlike_evidence_and_says_so() -> None:
    guessed, built = Persona(id="a", name="Ana"), Persona(id="a", name="Ana", evidence=("talks",))
    assert {"persona-assumed", "avatar-assumed"} <= boxes(draw(mapped(guessed)))
    assert "No research named yet: an assumption" in texts(draw(mapped(guessed)))
    assert {"persona", "avatar"} <= boxes(draw(mapped(built)))
    assert "talks" in texts(draw(mapped(built)))


def test_what_a_user_says_of_a_persona_in_words_of_their_own_is_kept() -> None:
    said = texts(draw(mapped(Persona(id="a", name="Ana", extra={"x-fictional": True, "x-first-car": "A blue one"}))))
    assert {"fictional", "First car", "A blue one"} <= said


def test_a_persona_has_a_curve_of_their_own_beside_that_of_all() -> None:
    ana = Persona(id="ana", name="Ana")
    same = felt("a"), felt("b")
    other = felt("a"), felt("b", for_={"ana": Voice(feels=Feeling(score=-2, emotion="lost"), thinks=("Why?",))})
    plain, own = draw(mapped(ana, *same)), draw(mapped(ana, *other))
    assert "Everyone" not in texts(plain)
    assert {"Everyone", "Where Ana differs from others", "lost", "Why?"} <= texts(own)
    assert "curve-was" in {shape.role for shape in own.walk() if isinstance(shape, Curve)}


def felt(id: str, **more: object) -> Touchpoint:
    return Touchpoint(id=id, name=f"Contact {id}", feels=Feeling(score=1), **more)  # type: ignore[arg-type]


def test_what_only_others_meet_is_not_theirs() -> None:
    pains = (Pain(id="p", text="Nobody answers", severity=5),)
    ana = Persona(id="ana", name="Ana")
    assert "Nobody answers" in texts(draw(mapped(ana, felt("a", pains=pains, channel=("phone",)))))
    other = texts(draw(mapped(ana, felt("b"), felt("a", pains=pains, channel=("phone",), personas=("bo",)))))
    assert not {"Nobody answers", "Phone", "Contact a"} & other


def test_a_map_without_feelings_has_no_curve_but_a_sheet() -> None:
    scene = draw(mapped(Persona(id="a", name="Ana"), Touchpoint(id="t", name="T", channel=("web",))))
    assert "The journey for Ana" not in texts(scene)
    assert {"Ana", "Channels"} <= texts(scene)
