"""The laws of persona sheets: whatever the map, nothing clipped, nothing overlapping, nothing lost."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.model.journey import Journey
from cjm.model.persona import Persona
from cjm.render import lay_out, style
from cjm.render.lanes import DETAILS, Detail
from cjm.render.scene import Scene
from cjm.render.sizes import SIZES
from tests.journeys import Maker, make
from tests.kept import MAPS, journey
from tests.render.curves.test_laws import sound

LOOK = style("light")
ALL = ("auto", *sorted(SIZES))
PEOPLED = [path for path in MAPS if journey(path).personas]


def letters(pages: tuple[Scene, ...]) -> Counter[str]:
    rows = (row.text for page in pages for text in page.texts() for row in text.rows)
    return Counter(char for row in rows for char in row if char.isalnum())


@pytest.mark.parametrize("size", ALL)
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("path", PEOPLED, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_the_laws_hold_for_every_map(path: Path, detail: Detail, size: str) -> None:
    pages = lay_out((journey(path),), LOOK, view="persona", size=size, detail=detail)
    sound(pages, size)
    assert lay_out((journey(path),), LOOK, view="persona", size=size, detail=detail) == pages


def person(seed: int, longest: int) -> Persona:
    """Somebody with a few or many words under each key."""
    made = Maker(seed, longest)
    keys = (
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
    texts = {key: made.texts(4) for key in keys}
    return Persona(
        id=made.id(), name=made.text(), age=made.chance.choice(("", "41", "30 to 45")), segment=made.text(),
        tech_familiarity=made.rating(), share=made.chance.choice((None, 0.3)), evidence=made.evidence(), **texts,  # type: ignore[arg-type]
        extra=made.chance.choice(({}, {"x-fictional": True}, {"x-car": made.text(), "x-pets": [made.text()]})),
    )  # fmt: skip


@settings(max_examples=25)
@given(
    told=st.builds(make, st.integers(0, 1 << 32), st.integers(1, 12), st.integers(0, 3), st.sampled_from((1, 8, 60))),
    people=st.lists(st.builds(person, st.integers(0, 1 << 32), st.sampled_from((1, 8, 60))), min_size=1, max_size=3),
    size=st.sampled_from(ALL),
    detail=st.sampled_from(DETAILS),
)
def test_the_laws_hold_for_any_persona(told: Journey, people: list[Persona], size: str, detail: Detail) -> None:
    named = [replace(each, id=f"p{place}") for place, each in enumerate(people)]
    sound(lay_out((replace(told, personas=tuple(named)),), LOOK, view="persona", size=size, detail=detail), size)
