"""Maps of one journey in the same columns."""

from pathlib import Path

import pytest

import cjm
from cjm.model.journey import Journey, Scale
from cjm.model.moment import Feeling, Stage, Touchpoint
from cjm.render.layouts.curves.joined import families, join, shared

ROOT = Path(__file__).parents[3]
NOW, THEN = cjm.load(
    *(ROOT / "maps" / f"office-phone.{state}.cjm.yaml" for state in ("current", "future")), root=ROOT
).maps


def mapped(id: str, *stages: str, state: str = "current", compares_to: str = "", **more: object) -> Journey:
    """A map whose stages are named by their first letter, their touchpoints by the others: ``nab``."""
    made = tuple(
        Stage(
            id=name[0],
            name=name[0],
            touchpoints=tuple(Touchpoint(id=each, name=each, feels=Feeling(score=1)) for each in name[1:]),
        )
        for name in stages
    )
    path = f"{id or 'm'}.{state}.cjm.yaml"
    return Journey(cjm=1, id=id, title="J", state=state, stages=made, path=path, compares_to=compares_to, **more)  # type: ignore[arg-type]


def order(*maps: Journey) -> list[str]:
    return [stage.id + "".join(each.id for each in stage.touchpoints) for stage in join(maps, Scale()).journey.stages]


def test_the_same_moment_stands_at_one_place_and_own_ones_at_their_own() -> None:
    joined = join((NOW, THEN), NOW.scale)
    inner = [touchpoint.id for stage in joined.journey.stages for touchpoint in stage.touchpoints]
    assert len(inner) == len(set(inner))
    own = [{each.id for stage in told.stages for each in stage.touchpoints} for told in (NOW, THEN)]
    assert set(inner) == own[0] | own[1]
    for told, homes in zip(joined.maps, joined.homes, strict=True):
        columns = {id(each): each for stage in joined.journey.stages for each in stage.touchpoints}
        for stage in told.stages:
            assert all(columns[homes[id(each)]].id == each.id for each in stage.touchpoints)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("sab", "tc"), ("sab", "tc"), ["sab", "tc"]),
        (("sab",), ("saxb", "tc"), ["saxb", "tc"]),
        (("sab", "tc"), ("sb",), ["sab", "tc"]),
        (("sab", "t", "uc"), ("sb", "va", "uc"), ["sab", "va", "t", "uc"]),
        (("sabc",), ("sbca",), ["sabca"]),
    ],
    ids=["alike", "added", "gone", "moved elsewhere", "moved within"],
)
def test_columns_follow_the_time_of_both_maps(
    one: tuple[str, ...], other: tuple[str, ...], expected: list[str]
) -> None:
    assert order(mapped("m", *one), mapped("m", *other, state="future")) == expected


def test_three_maps_in_one_order() -> None:
    maps = (mapped("m", "sab"), mapped("m", "saxb", state="actual"), mapped("m", "sayb", "tc", state="future"))
    (stage, last) = join(maps, Scale()).journey.stages
    assert {each.id for each in stage.touchpoints} == {"a", "x", "y", "b"}
    assert [each.id for each in stage.touchpoints][::3] == ["a", "b"]
    assert last.id == "t"


def test_families_are_of_one_id_or_compared_and_begin_with_the_earliest_state() -> None:
    now, then = mapped("m", "sa"), mapped("m", "sa", state="future")
    other, later = mapped("x", "sa"), mapped("y", "sa", compares_to="x.current.cjm.yaml")
    found = families([then, other, now, later, mapped("", "sa")])
    assert [[each.path for each in family] for family in found] == [
        ["m.current.cjm.yaml", "m.future.cjm.yaml"],
        ["x.current.cjm.yaml", "y.current.cjm.yaml"],
        ["m.current.cjm.yaml"],
    ]


def test_maps_keep_a_scale_that_all_of_them_have() -> None:
    ten = Scale(min=0, max=10)
    assert shared([mapped("a", "sa", scale=ten), mapped("b", "sa", scale=ten)]) == ten
    assert shared([mapped("a", "sa", scale=ten), mapped("b", "sa")]) == Scale()
