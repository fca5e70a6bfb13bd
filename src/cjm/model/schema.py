"""The JSON Schema of maps and libraries, for editors: made of the same declarations as the reading.

Draft-07, which editors support best. Short and long forms are told apart by JSON type with ``if``/``then``, so that a
slip is reported where it is and not as "not valid under any of the given schemas".
"""

from collections.abc import Mapping
from typing import Any, get_args

from cjm.model.channel import CHANNELS
from cjm.model.fold import MANY, YES_OR_NO, word
from cjm.model.journey import Journey
from cjm.model.library import Library
from cjm.model.metric import SHARES, TIMES, Metric, MetricKind
from cjm.model.record import FORMS, Limits, Pattern
from cjm.model.shape import Shape, shapes

Schema = dict[str, Any]
Cases = dict[str, Schema]
"""Schemas by the JSON type they are for."""

SCALAR = ("string", "number", "boolean")
"""What a text may look like in JSON: ``name: 2024`` is a text, too."""

FEELINGS = (
    "delighted", "enthusiastic", "excited", "happy", "pleased", "relieved", "confident", "hopeful", "reassured", "curious",
    "proud", "calm", "neutral", "surprised", "anxious", "worried", "nervous", "unsure", "confused", "impatient",
    "disappointed", "annoyed", "bored", "overwhelmed", "frustrated", "angry", "desperate", "alarmed", "helpless",
)  # fmt: skip
WORDS: dict[str, tuple[str, ...]] = {
    "channel": CHANNELS,
    "emotion": FEELINGS,
    "occasion": ("purchase", "onboarding", "usage", "support", "renewal", "leaving"),
    "function": ("customer", "frontline", "service", "sales", "marketing", "product", "operations", "leadership"),
}
"""For keys that take any word, those that an editor should propose."""

_FIGURES = {
    "nps": "how many recommend it: -100 to 100",
    "csat": "satisfaction: 0 to 100",
    "ces": "effort, with its method and better: {value: 2.1, method: mean, better: lower}",
    "volume": "how many",
    "cost": "what it costs",
    "revenue": "what it brings in",
    **dict.fromkeys(SHARES, "a share of customers: 0.41 or 41%"),
    **dict.fromkeys(TIMES, "how long: 11 minutes, 2 days"),
}
FIGURES = {kind: _FIGURES[kind] for kind in get_args(MetricKind)}
"""What the figure of each kind says."""

_NUMBER = r"[-+−]?[0-9]{1,40}(\.[0-9]{1,40})?"
_NUMERIC: dict[tuple[float | None, float | None], str] = {
    (None, None): rf"^\s*{_NUMBER}\s*$",
    (1, 5): r"^\s*\+?0*[1-5](\.0+)?\s*$",
    (0, None): r"^\s*(\+?[0-9]+|[-−]0+)(\.0+)?\s*$",
    (0, 1): r"^\s*(\+?0*(0(\.[0-9]+)?|1(\.0+)?)|[-−]0+(\.0+)?|\+?0*([0-9]{1,2}(\.[0-9]+)?|100(\.0+)?)\s*%)\s*$",
}
"""Numbers between quotes, by their bounds."""
_DIGITS = 10**15
"""From here on a figure has more digits than one takes."""


def map_schema() -> Schema:
    """The JSON Schema of a map."""
    return _document(Journey, "A customer journey map")


def library_schema() -> Schema:
    """The JSON Schema of a library."""
    return _document(Library, "A library that customer journey maps share")


def _document(record: type, description: str) -> Schema:
    records: dict[str, type] = {}
    _collect(record, records)
    definitions = {name(each): _long(each) for each in records.values() if each is not record}
    held = [shape for each in records.values() for shape in shapes(each).values() if shape.is_record]
    definitions |= {entry: _entry(shape) for shape in held if (entry := entry_name(shape)) not in definitions}
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


def name(record: type) -> str:
    """The name of a record's definition."""
    return word(record).replace(" ", "-")


def entry_name(shape: Shape) -> str:
    """The name of the definition that holds a record with its short forms."""
    form = FORMS[shape.item]
    how = f"-or-{shape.short}" if shape.short else "-or-short" if form.short or form.flag else ""
    return name(shape.item) + how


def _long(record: type) -> Schema:
    """A record written out: its keys, which of them it needs, and none other but ``x-``."""
    known = shapes(record)
    twins = {key: many for key, many in MANY.items() if many in known}
    properties = {key: _property(shape) for key, shape in known.items()}
    properties |= {key: properties[many] for key, many in twins.items()}
    schema: Schema = {
        "type": "object",
        "description": (record.__doc__ or "").strip().splitlines()[0],
        "properties": properties,
        "patternProperties": {"^x-": {"description": "A key of your own."}},
        "additionalProperties": False,
    }
    if required := [key for key, shape in known.items() if shape.required]:
        schema["required"] = required
    conditions = [
        {"if": _has(key, properties), "then": {"properties": {many: {"type": "null"}}}} for key, many in twins.items()
    ]
    if one_of := FORMS[record].one_of:
        first, *others = (_has(key, properties) for key in one_of)
        conditions.append(_unless(others, first) if others else first)
    return {**schema, **({"allOf": conditions} if conditions else {})}


def _has(key: str, properties: Mapping[str, Schema]) -> Schema:
    """That a key is there and not empty."""
    kinds = [kind for kind in properties[key]["type"] if kind != "null"]
    return {"type": "object", "required": [key], "properties": {key: {"type": kinds}}}


def _unless(others: list[Schema], wanted: Schema) -> Schema:
    """What is wanted where none of the others holds: the message then names the one that is usual."""
    for other in reversed(others):
        wanted = {"if": other, "else": wanted}
    return wanted


def _property(shape: Shape) -> Schema:
    schema = {"description": shape.doc, **_value(shape)}
    if not shape.required:
        schema["type"] = [*schema["type"], "null"]
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    return schema


def _value(shape: Shape) -> Schema:
    """What a key takes: one value, or that and a list of such, or a mapping with free keys."""
    item = _item(shape)
    if shape.container == "one":
        return item
    if shape.container == "list":
        items = _reference(shape) if shape.is_record else item
        array = {"type": "array", "items": items, **({"minItems": 1} if shape.required else {})}
        return _cases({**_by_type(item), "array": array}, item)
    entry = _with_null(_cases({**_by_type(item), "array": {"type": "array", "items": item}}) if shape.lists else item)
    free: Schema = {"type": "object", "additionalProperties": entry}
    if shape.item is Metric:
        free["properties"] = {kind: {"description": said, **entry} for kind, said in FIGURES.items()}
    alone: Cases = {}
    if shape.alone is not None:
        alone = {**{kind: {"type": kind} for kind in SCALAR}, "array": {"type": "array", "items": item}}
    return _cases({"object": free, **alone})


def _item(shape: Shape) -> Schema:
    if shape.is_record:
        return _record(shape)
    if shape.choices:
        return _choices(shape.choices)
    if isinstance(shape.rule, Pattern):
        return _cases({kind: _typed(kind, shape.rule) for kind in shape.rule.types})
    if shape.item is bool:
        return {"type": ["boolean"]}
    if isinstance(shape.rule, Limits):
        return _number(shape.item, shape.rule)
    examples = {"examples": list(WORDS[shape.key])} if shape.key in WORDS else {}
    return {"type": list(SCALAR), **examples}


def _choices(choices: tuple[str | int, ...]) -> Schema:
    numbers = [choice for choice in choices if isinstance(choice, int)]
    if not numbers:
        return {"type": ["string"], "enum": list(choices)}
    quoted = rf"^\s*\+?0*({'|'.join(map(str, numbers))})(\.0+)?\s*$"
    return _cases({"integer": {"type": "integer", "enum": numbers}, "string": {"type": "string", "pattern": quoted}})


def _typed(kind: str, pattern: Pattern) -> Schema:
    """A text of a certain form that YAML takes for something else, as far as JSON can tell."""
    match kind:
        case "string":
            return {"type": kind, "pattern": pattern.regex}
        case "integer":  # a year
            return {"type": kind, "minimum": 1000, "maximum": 9999}
        case "number":
            return {"type": kind, "exclusiveMinimum": -_DIGITS, "exclusiveMaximum": _DIGITS}
        case _:
            return {"type": kind}


def _number(item: type, limits: Limits) -> Schema:
    kind = "integer" if item is int else "number"
    number: Schema = {"type": kind}
    if limits.low is not None:
        number["minimum"] = limits.low
    if limits.high is not None:
        number["maximum"] = limits.high
    quoted = {"type": "string", "pattern": _NUMERIC[limits.low, limits.high]}
    return _cases({kind: number, "string": quoted})


def _record(shape: Shape) -> Schema:
    """A record in any of its forms, by reference; its ``examples`` stand here, where an editor looks for them."""
    entry = _entry(shape)
    return _cases(dict.fromkeys(entry["type"], _reference(shape)), entry)


def _reference(shape: Shape) -> Schema:
    return {"$ref": f"#/definitions/{entry_name(shape)}"}


def _entry(shape: Shape) -> Schema:
    """A record in its long form or any of its short ones."""
    form = FORMS[shape.item]
    keys = shapes(shape.item)
    cases: Cases = {}
    examples: Schema = {}
    for key in (shape.short,) if shape.short else form.short:
        if key == "refers":
            cases |= {kind: {"type": kind} for kind in SCALAR}
        elif all(other == key for other, each in keys.items() if each.required):
            cases = _short(keys[key], cases)
            examples = {"examples": list(WORDS[key])} if key in WORDS else examples
    if form.flag:
        cases |= {"boolean": {"type": "boolean"}, "string": {"type": "string", "not": _any_case(YES_OR_NO)}}
    return _cases({"object": {"$ref": f"#/definitions/{name(shape.item)}"}, **cases}, examples)


def _short(shape: Shape, cases: Cases) -> Cases:
    """The short forms with those for which a text or number alone stands for this key.

    Where an earlier key takes the numbers, texts are left for this one.
    """
    own = {kind: case for kind, case in _by_type(_value(shape)).items() if kind != "object"}
    return {**cases, "string": own["string"]} if cases else own


def _any_case(words: frozenset[str]) -> Schema:
    """Words in any mix of capitals."""
    spelt = ("".join(f"[{char}{char.upper()}]" for char in word) for word in sorted(words))
    return {"type": "string", "pattern": f"^({'|'.join(spelt)})$"}


def _by_type(schema: Schema) -> Cases:
    """A schema taken apart by JSON type."""
    said = schema.get("allOf", ())
    cases = {kind: case["then"] for case in said for kind in _several(case["if"]["type"])}
    enum = {"enum": schema["enum"]} if "enum" in schema else {}
    return {kind: cases.get(kind, {"type": kind, **enum}) for kind in schema["type"]}


def _several(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else kinds


def _cases(cases: Cases, said: Schema | None = None) -> Schema:
    """A schema put together by JSON type, with the ``examples`` said; a type that needs no more said is only named."""
    examples = {"examples": said["examples"]} if said and "examples" in said else {}
    more: list[tuple[list[str], Schema]] = []
    for kind, case in cases.items():
        if same := next((kinds for kinds, other in more if other == case), None):
            same.append(kind)
        elif case != {"type": kind}:
            more.append(([kind], case))
    ifs = [{"if": {"type": kinds if len(kinds) > 1 else kinds[0]}, "then": case} for kinds, case in more]
    return {"type": list(cases), **examples, **({"allOf": ifs} if ifs else {})}


def _with_null(schema: Schema) -> Schema:
    return {**schema, "type": [*schema["type"], "null"]}
