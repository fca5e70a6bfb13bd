"""The JSON Schema of maps and libraries, for editors: made of the same declarations as the reading.

Draft-07, which editors support best. Short and long forms are told apart by JSON type with ``if``/``then``, so that a
slip is reported where it is and not as "not valid under any of the given schemas".
"""

from typing import Any

from cjm.model.fold import MANY, word
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.record import FORMS, Limits, Pattern
from cjm.model.shape import Shape, shapes

SCALAR = ("string", "number", "boolean")
"""What a text may look like in JSON: ``name: 2024`` is a text, too."""

_NUMBER = r"[-+−]?[0-9]+(\.[0-9]+)?"
_NUMERIC: dict[tuple[float | None, float | None], str] = {
    (None, None): rf"^\s*{_NUMBER}\s*$",
    (1, 5): r"^\s*\+?0*[1-5](\.0+)?\s*$",
    (0, None): r"^\s*(\+?[0-9]+|[-−]0+)(\.0+)?\s*$",
    (0, 1): r"^\s*(\+?0*(0(\.[0-9]+)?|1(\.0+)?)|\+?0*([0-9]{1,2}(\.[0-9]+)?|100(\.0+)?)\s*%)\s*$",
}
"""Numbers between quotes, by their bounds."""


def map_schema() -> dict[str, Any]:
    """The JSON Schema of a map."""
    return _document(Journey, "A customer journey map")


def library_schema() -> dict[str, Any]:
    """The JSON Schema of a library."""
    return _document(Library, "A library that customer journey maps share")


def _document(record: type, description: str) -> dict[str, Any]:
    records: dict[str, type] = {}
    _collect(record, records)
    definitions = {_name(each): _long(each) for each in records.values() if each is not record}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_long(record),
        "description": description,
        "definitions": definitions,
    }


def _collect(record: type, found: dict[str, type]) -> None:
    if record.__name__ not in found:
        found[record.__name__] = record
        for shape in shapes(record).values():
            if shape.is_record:
                _collect(shape.item, found)


def _name(record: type) -> str:
    return word(record).replace(" ", "-")


def _long(record: type) -> dict[str, Any]:
    """A record written out: its keys, which of them it needs, and none other but ``x-``."""
    known = shapes(record)
    properties = {key: _property(shape) for key, shape in known.items()}
    properties |= {key: properties[many] for key, many in MANY.items() if many in known and record is Journey}
    schema: dict[str, Any] = {
        "type": "object",
        "description": (record.__doc__ or "").strip().splitlines()[0],
        "properties": properties,
        "patternProperties": {"^x-": {"description": "A key of your own."}},
        "additionalProperties": False,
    }
    if required := [key for key, shape in known.items() if shape.required]:
        schema["required"] = required
    if one_of := FORMS[record].one_of:
        schema["anyOf"] = [
            {"required": [key], "properties": {key: {"type": _without_null(properties[key]["type"])}}} for key in one_of
        ]
    if record is Journey:
        schema["not"] = {"required": [*next(iter(MANY.items()))]}
    return schema


def _property(shape: Shape) -> dict[str, Any]:
    schema = {"description": shape.doc, **_value(shape)}
    if not shape.required:
        schema["type"] = [*schema["type"], "null"]
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    return schema


def _value(shape: Shape) -> dict[str, Any]:
    """What a key takes: one value, or that and a list of such, or a mapping with free keys."""
    item = _item(shape)
    if shape.container == "one":
        return item
    if shape.container == "list":
        array = {"type": "array", "items": item, **({"minItems": 1} if shape.required else {})}
        return _cases({**_by_type(item), "array": array})
    entry = _with_null(_cases({**_by_type(item), "array": {"type": "array", "items": item}}) if shape.lists else item)
    free = {"type": "object", "additionalProperties": entry}
    alone: dict[str, dict[str, Any]] = {}
    if shape.alone is not None:
        alone = {**{kind: {"type": kind} for kind in SCALAR}, "array": {"type": "array", "items": item}}
    return _cases({"object": free, **alone})


def _item(shape: Shape) -> dict[str, Any]:
    if shape.is_record:
        return _record(shape)
    if shape.choices:
        choices = [*shape.choices, *(str(choice) for choice in shape.choices if isinstance(choice, int))]
        return {"type": ["string", "integer"] if shape.item is int else ["string"], "enum": choices}
    if isinstance(shape.rule, Pattern):
        return _cases({kind: _typed(kind, shape.rule) for kind in shape.rule.types})
    if shape.item is bool:
        return {"type": ["boolean"]}
    if isinstance(shape.rule, Limits):
        return _number(shape.item, shape.rule)
    return {"type": list(SCALAR)}


def _typed(kind: str, pattern: Pattern) -> dict[str, Any]:
    if kind == "string":
        return {"type": kind, "pattern": pattern.regex}
    return {"type": kind, "minimum": 1000, "maximum": 9999} if kind == "integer" else {"type": kind}


def _number(item: type, limits: Limits) -> dict[str, Any]:
    kind = "integer" if item is int else "number"
    number: dict[str, Any] = {"type": kind}
    if limits.low is not None:
        number["minimum"] = limits.low
    if limits.high is not None:
        number["maximum"] = limits.high
    quoted = {"type": "string", "pattern": _NUMERIC[limits.low, limits.high]}
    return _cases({kind: number, "string": quoted})


def _record(shape: Shape) -> dict[str, Any]:
    """A record in its long form or any of its short ones."""
    form = FORMS[shape.item]
    cases: dict[str, dict[str, Any]] = {"object": {"$ref": f"#/definitions/{_name(shape.item)}"}}
    keys = (shape.short,) if shape.short else form.short
    for key in keys:
        if key == "refers":
            cases |= {kind: {"type": kind} for kind in SCALAR}
            continue
        value = shapes(shape.item)[key]
        inner = _by_type(_value(value))
        cases |= {kind: case for kind, case in inner.items() if kind not in cases and kind != "object"}
        if value.item is str and not value.rule and not value.choices:
            kinds = ("string",) if "number" in cases else SCALAR
            cases |= {kind: {"type": kind} for kind in kinds}
    if form.flag:
        cases["boolean"] = {"type": "boolean"}
    if form.named:
        cases |= {kind: {"type": kind} for kind in SCALAR}
    return _cases(cases)


def _by_type(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A schema taken apart by JSON type."""
    cases = {case["if"]["type"]: case["then"] for case in schema.get("allOf", ())}
    return {
        kind: cases.get(kind, {**schema, "type": kind} if "allOf" not in schema else {"type": kind})
        for kind in schema["type"]
    }


def _cases(cases: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A schema put together by JSON type; a type that needs no more said is only named."""
    said: list[Any] = [{"if": {"type": kind}, "then": case} for kind, case in cases.items() if case != {"type": kind}]
    return {"type": list(cases), **({"allOf": said} if said else {})}


def _with_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "type": [*schema["type"], "null"]}


def _without_null(types: list[str]) -> list[str]:
    return [kind for kind in types if kind != "null"]
