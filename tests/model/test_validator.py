"""The core schema that is put together by hand does what pydantic makes of the same dataclasses."""

import copy
import random
from functools import cache
from typing import Any

import pydantic
import pytest
from hypothesis import settings

from cjm.model.fold import Fold
from cjm.model.identity import give_ids
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.record import FORMS
from cjm.model.shape import shapes
from cjm.model.validator import validator
from tests.mutants import mutants, seeds, tree

SIZE = settings().max_examples * 8
HIDDEN = ("extra", "derived", "numbered", "refers", "path")
"""What only the program fills in: no mutant touches it."""
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, 5, 6, -1, 10**20, 1.0, 0.5, 1.5, float("inf"), "", "a", "1", "true", "journey", "2 days",
    "2026-06", "84%", b"a", [], [None], ["a"], ["a", 1], [[]], {}, {"a": 1}, {"a": []}, {"name": "a"}, {"unknown": 1}, [{"name": "a"}],
    [{"text": "a"}, {"text": 1}], ("a",), {1: "a"}, {"extra": {}},
)  # fmt: skip
KEYS = sorted({shape.attribute for record in FORMS for shape in shapes(record).values()} | {"unknown", "for", "with"})
ATTRIBUTES = [sorted(shape.attribute for shape in shapes(record).values()) for record in FORMS]


@cache
def pydantics(record: type) -> "pydantic.TypeAdapter[Any]":
    return pydantic.TypeAdapter(record)


def verdict(judge: Any, data: Any) -> tuple[Any, list[tuple[str, tuple[str | int, ...], str]]]:
    """What a validator makes of data: the record, or its errors."""
    try:
        return judge(copy.deepcopy(data)), []
    except pydantic.ValidationError as error:
        return None, [(each["type"], each["loc"], each["msg"]) for each in error.errors(include_url=False)]


@cache
def folded() -> list[tuple[type, Any]]:
    """The project's maps and libraries and as many that went astray, folded as for validation."""
    found: list[tuple[type, Any]] = []
    for data in [*seeds().values(), *mutants(SIZE // 8, seed=1)]:
        record = Library if isinstance(data, dict) and data.get("kind") == "library" else Journey
        node = Fold().record(tree(data), record)
        give_ids(node)
        found.append((record, node))
    return found


@cache
def changed() -> list[tuple[type, Any]]:
    """So many mutants of what is folded, in any of its visible keys."""
    chance = random.Random(2)
    whole = [(record, node) for record, node in folded() if not verdict(pydantics(record).validate_python, node)[1]]
    found: list[tuple[type, Any]] = []
    for _ in range(SIZE):
        record, node = chance.choice(whole)
        node = copy.deepcopy(node)
        for _ in range(chance.choice((1, 1, 2, 4))):
            change(node, chance)
        found.append((record, node))
    return found


@cache
def every_key() -> list[tuple[type, Any]]:
    """Each visible key of each record, alone with each value."""
    return [
        (record, {shape.attribute: value}) for record in FORMS for shape in shapes(record).values() for value in VALUES
    ]


def change(top: Any, chance: random.Random) -> None:
    holder = chance.choice(list(holders(top)))
    places = [place for place in (holder if isinstance(holder, dict) else range(len(holder))) if place not in HIDDEN]
    place = chance.choice(places) if places else None
    match chance.randrange(5):
        case 0 if place is not None:
            del holder[place]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(keys_beside(holder, chance))] = copy.deepcopy(chance.choice(VALUES))
        case 2 if place is not None:
            holder[place] = [holder[place]]
        case 3 if isinstance(holder, list):
            holder.insert(0, copy.deepcopy(chance.choice(VALUES)))
        case _ if place is not None:
            holder[place] = copy.deepcopy(chance.choice(VALUES))


def keys_beside(holder: dict[str, Any], chance: random.Random) -> list[str]:
    """The keys of a record that may stand beside these; at times those of any."""
    fitting = [keys for keys in ATTRIBUTES if keys and {*holder} - {*HIDDEN} <= {*keys}]
    return chance.choice(fitting) if fitting and chance.random() < 0.8 else KEYS


def holders(node: Any) -> list[Any]:
    inner = [value for key, value in node.items() if key not in HIDDEN] if isinstance(node, dict) else node
    own = [node] if isinstance(node, dict | list) else []
    return own + [each for value in (inner if own else ()) for each in holders(value)]


@pytest.mark.parametrize("cases", [folded, changed, every_key])
def test_same_values_and_same_errors(cases: Any) -> None:
    refused = 0
    for record, data in cases():
        wanted = verdict(pydantics(record).validate_python, data)
        assert verdict(validator(record).validate_python, data) == wanted, data
        refused += bool(wanted[1])
    assert len(cases()) * 0.2 < refused < len(cases()) * 0.95, refused


def test_every_kind_of_error_is_met() -> None:
    met = {error[0] for record, data in every_key() for error in verdict(validator(record).validate_python, data)[1]}
    assert met >= {
        "missing", "literal_error", "string_type", "string_pattern_mismatch", "tuple_type", "dict_type", "dataclass_type",
        "int_type", "float_type", "bool_type", "greater_than_equal", "less_than_equal", "unexpected_keyword_argument",
    }  # fmt: skip
