"""The pydantic schema of the records: what pydantic would make of the dataclasses, without its start-up.

Importing pydantic and letting it read thirty dataclasses takes a tenth of a second, more than all the rest of a check.
So its core schema is put together here, from the same declarations; a test holds it against what pydantic itself makes.
"""

import dataclasses
import importlib
import importlib.util
import sys
from importlib.machinery import PathFinder
from typing import Any

from cjm.model.record import Limits, Pattern
from cjm.model.shape import Shape, shapes


def _engine() -> Any:
    """pydantic-core's compiled module alone: what its package adds, the names of schemas, takes longer than a check."""
    name = "pydantic_core._pydantic_core"
    package = importlib.util.find_spec("pydantic_core")
    spec = PathFinder.find_spec(name, package.submodule_search_locations) if package else None
    if name not in sys.modules and spec and spec.loader:
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return importlib.import_module("pydantic_core") if name not in sys.modules else sys.modules[name]


_ENGINE = _engine()
ValidationError = _ENGINE.ValidationError
_KINDS = {str: "str", int: "int", float: "float", bool: "bool"}


_VALIDATORS: dict[type, Any] = {}


def validator(record: type) -> Any:
    """The validator of a record: takes folded mappings, gives the frozen record, raises ``ValidationError``."""
    if record not in _VALIDATORS:
        records: dict[str, Any] = {}
        top = _reference(record, records)
        schema = {"type": "definitions", "schema": top, "definitions": list(records.values())}
        _VALIDATORS[record] = _ENGINE.SchemaValidator(schema)
    return _VALIDATORS[record]


def _reference(record: type, records: dict[str, Any]) -> dict[str, Any]:
    """A reference to a record's schema, which is put among ``records`` on first use."""
    name = record.__name__
    if name not in records:
        records[name] = None
        records[name] = _record(record, records)
    return {"type": "definition-ref", "schema_ref": name}


def _record(record: type, records: dict[str, Any]) -> dict[str, Any]:
    by_attribute = {shape.attribute: shape for shape in shapes(record).values()}
    fields = []
    for field in dataclasses.fields(record):
        shape = by_attribute.get(field.name)
        schema = _value(shape, field, records) if shape else {"type": "any"}
        fields.append(
            {"type": "dataclass-field", "name": field.name, "kw_only": True, "schema": _default(schema, field)}
        )
    return {
        "type": "dataclass",
        "ref": record.__name__,
        "cls": record,
        "fields": [field["name"] for field in fields],
        "slots": True,
        "config": {"extra_fields_behavior": "forbid"},
        "schema": {"type": "dataclass-args", "dataclass_name": record.__name__, "fields": fields},
    }


def _default(schema: dict[str, Any], field: dataclasses.Field[Any]) -> dict[str, Any]:
    if field.default is not dataclasses.MISSING:
        return {"type": "default", "schema": schema, "default": field.default}
    if field.default_factory is not dataclasses.MISSING:
        return {"type": "default", "schema": schema, "default_factory": field.default_factory}
    return schema


def _value(shape: Shape, field: dataclasses.Field[Any], records: dict[str, Any]) -> dict[str, Any]:
    item = _reference(shape.item, records) if shape.is_record else _scalar(shape)
    many = {"type": "tuple", "items_schema": [item], "variadic_item_index": 0}
    if shape.container == "list":
        return many
    if shape.container == "map":
        return {"type": "dict", "keys_schema": {"type": "str"}, "values_schema": many if shape.lists else item}
    return {"type": "nullable", "schema": item} if field.default is None else item


def _scalar(shape: Shape) -> dict[str, Any]:
    if shape.choices:
        return {"type": "literal", "expected": list(shape.choices)}
    schema: dict[str, Any] = {"type": _KINDS[shape.item]}
    if isinstance(shape.rule, Pattern):
        schema["pattern"] = shape.rule.regex
    if isinstance(shape.rule, Limits):
        bounds = {"ge": shape.rule.low, "le": shape.rule.high}
        schema |= {"strict": True, **{name: bound for name, bound in bounds.items() if bound is not None}}
    return schema
