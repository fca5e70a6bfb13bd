"""Values are compared and hashed by their fields, and tell them, as those of the standard library do."""

import dataclasses

import pytest

from cjm.render.scene import Rect
from cjm.render.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A value like that of the standard library below."""

    x: float
    names: tuple[str, ...] = ()


Standard = dataclasses.make_dataclass("Point", [("x", float), ("names", tuple[str, ...], ())], frozen=True)


def test_values_are_told_as_ever() -> None:
    assert repr(Point(1, ("a",))) == repr(Standard(1, ("a",)))


def test_values_are_equal_where_their_fields_are() -> None:
    assert Point(1) == Point(1, ())
    assert hash(Point(1)) == hash(Point(1, ()))
    assert Point(1) != Point(2)
    assert Point(1) != Standard(1)
    assert dataclasses.replace(Rect(0, 0, 1, 2), x=5) == Rect(5, 0, 1, 2)


def test_what_changes_cannot_be_a_key() -> None:
    @dataclass(slots=True)
    class Counter:
        count: int = 0

    with pytest.raises(TypeError):
        hash(Counter())


def test_what_is_told_apart_by_identity() -> None:
    @dataclass(frozen=True, eq=False)
    class Face:
        name: str

    face = Face("Inter")
    assert face != Face("Inter")
    assert {face: 1}[face] == 1
