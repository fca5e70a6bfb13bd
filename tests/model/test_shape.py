"""The declarations of the records: documented, and judged by checks rather than by functions inside the schema."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

from cjm.model.identity import SPACES
from cjm.model.journey import Journey
from cjm.model.library import Catalogues, Library
from cjm.model.moment import Moment, Stage, Step, Touchpoint
from cjm.model.record import FORMS, Element, Limits, Named, Pattern, Record
from cjm.model.shape import shapes
from cjm.model.walk import ATTRIBUTES

BASES = {Record, Element, Named, Moment, Catalogues}


@pytest.mark.parametrize("record", FORMS, ids=lambda record: record.__name__)
def test_every_key_says_what_it_means(record: type) -> None:
    assert record.__doc__
    for key, shape in shapes(record).items():
        assert shape.doc, key
        assert shape.doc[0] == shape.doc[0].lower() or shape.doc.split()[0].isupper(), shape.doc
        assert not shape.doc.endswith("."), shape.doc


@pytest.mark.parametrize("record", FORMS, ids=lambda record: record.__name__)
def test_a_short_form_and_what_is_needed_are_keys_of_the_record(record: type) -> None:
    form = FORMS[record]
    assert {*form.short, *form.one_of} - {"refers"} <= set(shapes(record))
    for shape in shapes(record).values():
        if shape.short:
            assert shape.short in shapes(shape.item)


@pytest.mark.parametrize("record", FORMS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_slotted(record: type) -> None:
    assert "__slots__" in vars(record)
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a core schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


@pytest.mark.parametrize("record", [Journey, Library])
def test_no_function_hides_in_the_schema(record: type) -> None:
    types = {str(node.get("type")) for node in nodes(TypeAdapter(record).core_schema)}
    assert {"dataclass", "literal", "float", "str"} <= types
    assert not [name for name in types if name.startswith("function")]
    assert "union" not in types


@pytest.mark.parametrize(
    ("record", "key", "container", "item"),
    [
        (Stage, "name", "one", str), (Stage, "does", "list", str), (Stage, "touchpoints", "list", Touchpoint), (Stage, "importance", "one", int),
        (Journey, "cjm", "one", int), (Journey, "kind", "one", str), (Journey, "personas", "list", None), (Stage, "tone", "map", str), (Stage, "metrics", "map", None),
    ],
)  # fmt: skip
def test_a_shape_says_what_a_key_holds(record: type, key: str, container: str, item: type | None) -> None:
    shape = shapes(record)[key]
    assert shape.container == container
    assert shape.item is item or (item is None and shape.is_record)


@pytest.mark.parametrize(
    ("record", "key", "choices"),
    [
        (Journey, "cjm", (1,)), (Journey, "state", ("current", "future", "actual")), (Touchpoint, "status", ("in_place", "planned", "retired")),
        (Step, "automation", ("manual", "assisted", "automated")), (Library, "kind", ("library",)), (Stage, "name", ()),
    ],
)  # fmt: skip
def test_choices_are_those_of_the_declaration(record: type, key: str, choices: tuple[object, ...]) -> None:
    assert shapes(record)[key].choices == choices


def test_rules_tell_bounds_and_patterns() -> None:
    assert shapes(Stage)["importance"].rule == Limits(1, 5)
    assert isinstance(shapes(Stage)["wait"].rule, Pattern)
    assert shapes(Stage)["name"].rule is None
    assert shapes(Stage)["tone"].lists
    assert not shapes(Stage)["metrics"].lists


def test_what_the_program_fills_in_is_closed_to_the_user() -> None:
    hidden = {
        name
        for record in FORMS
        for name in (field.name for field in dataclasses.fields(record))
        if name not in map(str, attributes(record))
    }
    assert hidden == {"extra", "derived", "numbered", "refers", "borrowed", "path"}


def attributes(record: type) -> set[str]:
    return {shape.attribute for shape in shapes(record).values()}


def test_keys_that_are_words_of_python_have_an_attribute_of_their_own() -> None:
    odd = {
        shape.key: shape.attribute
        for record in FORMS
        for shape in shapes(record).values()
        if shape.key != shape.attribute
    }
    assert odd == ATTRIBUTES


def test_every_element_that_is_listed_has_an_id_space_or_is_no_identity() -> None:
    listed = {
        shape.key: shape.item
        for record in FORMS
        for shape in shapes(record).values()
        if shape.is_record and issubclass(shape.item, Element)
    }
    assert set(listed) - set(SPACES) == {"automations"}
    assert set(SPACES) <= set(listed)


def test_bases_are_no_records_of_their_own() -> None:
    used = {shape.item for record in FORMS for shape in shapes(record).values() if shape.is_record} | {Journey, Library}
    assert set(FORMS) - used == BASES
