"""What pydantic finds, in a designer's words; and the map without what it refused, so that reading goes on."""

from typing import Any

from cjm.model import meant, vocabulary
from cjm.model.fold import text_of
from cjm.model.fold import word as word_of
from cjm.model.misread import in_braces, in_record
from cjm.model.problem import CLOSE, Parts, Problem, listed, nearest
from cjm.model.record import Limits, Pattern, Record
from cjm.model.shape import Shape, shapes
from cjm.model.walk import ATTRIBUTES

_LONGEST = 60
_KEYS = {attribute: key for key, attribute in ATTRIBUTES.items()}


def word(error: Any, record: type[Record]) -> Problem:  # noqa: PLR0911  (one for each kind)
    """One error of pydantic as a problem at its route."""
    parts: Parts = tuple(_KEYS.get(part, part) for part in error["loc"])
    shape = shape_at(record, parts)
    given = error["input"]
    match error["type"]:
        case "missing":
            return _missing(parts, record)
        case "literal_error" if shape and parts[-1] == "cjm":
            help = "Write cjm: 1, or update cjm if the map was written for a newer one."
            return Problem("bad-value", parts, f"This map asks for version {given} of the format.", help)
        case "literal_error" if shape:
            return _choice(parts, shape, given)
        case "greater_than_equal" | "less_than_equal" if shape:
            return _range(parts, shape, given)
        case "string_pattern_mismatch" if shape and isinstance(shape.rule, Pattern):
            form = meant.form(str(given), shape.rule)
            help = f"Write {form or shape.rule.form}."
            problem = Problem("bad-value", parts, f"‘{_told(given)}’ cannot be read here.", help)
            return problem.meaning(form, is_safe=True) if form and shape.rule in meant.SURE else problem
        case _ if given in ({}, []):
            return Problem(
                "missing-key",
                parts,
                "Nothing stands between these brackets.",
                f"Write {_wanted(shape) or 'what belongs there'}.",
            )
        case _ if given is None:
            return Problem("bad-value", parts, "This entry of the list is empty.", "Fill it in, or remove its dash.")
        case _:
            return _wrong_type(parts, shape, given)


def shape_at(record: type, parts: Parts) -> Shape | None:
    """The shape of the last key on a route through records."""
    shape = None
    skip = False
    for part in parts:
        if isinstance(part, int) or skip:
            skip = False
            continue
        shape = shapes(record).get(part)
        if shape is None:
            return None
        record, skip = shape.item, shape.container == "map"
    return shape


def _missing(parts: Parts, record: type[Record]) -> Problem:
    key = str(parts[-1])
    if parts == ("stages",):
        help = "Write stages: and below it, for each stage, a line like: - name: Compare suppliers"
        return Problem("missing-key", (), "This map has no stages.", help)
    if parts == ("cjm",):
        return Problem("missing-key", (), "This file does not say that it is a map.", "Begin it with the line cjm: 1")
    owner = shape_at(record, parts[:-1]) if len(parts) > 1 else None
    shape = shape_at(record, parts)
    message = f"This {word_of(owner.item if owner else record)} has no {key}."
    return Problem("missing-key", parts[:-1], message, f"Add ‘{key}: …’ — {shape.doc if shape else key}.")


def _choice(parts: Parts, shape: Shape, given: Any) -> Problem:
    choices = [str(choice) for choice in shape.choices]
    called = vocabulary.meant(str(given), choices)
    choice = called or nearest(str(given), choices, 0.6)
    help = f"Write {called}." if called else f"Did you mean ‘{choice}’?" if choice else f"Write {listed(choices)}."
    problem = Problem("bad-value", parts, f"‘{shape.key}’ cannot be ‘{_told(given)}’.", help)
    is_sure = choice != "" and choice in {called, nearest(str(given), choices, CLOSE)}
    return problem.meaning(choice, is_safe=True) if is_sure else problem


def _range(parts: Parts, shape: Shape, given: Any) -> Problem:
    limits = shape.rule if isinstance(shape.rule, Limits) else Limits()
    if limits.share and isinstance(given, int | float) and 1 < given <= 100:
        help = f"If you mean {given:g} per cent, write {given:g}% or {given / 100:g}."
    elif limits.high is None:
        help = f"Write a number from {limits.low:g} upwards."
    else:
        help = f"Write a number from {limits.low or 0:g} to {limits.high:g}."
    return Problem("out-of-range", parts, f"{given:g} is out of range for ‘{shape.key}’.", help)


def _wrong_type(parts: Parts, shape: Shape | None, given: Any) -> Problem:
    key = shape.key if shape else "this"
    doc = shape.doc if shape else "see the reference of the format"
    wanted = _wanted(shape)
    if isinstance(given, dict | list):
        kind = "a list" if isinstance(given, list) else "keys with values"
        message = f"‘{key}’ takes {wanted}, not {kind}." if wanted else f"‘{key}’ does not take {kind}."
        is_list = isinstance(given, list) and not (shape and shape.container == "map" and shape.key == parts[-1])
        if is_list and shape and shape.is_record and (record := in_record(given, shape.item)):
            text = in_braces(record if len(record) > 1 else next(iter(record.values())))
            return Problem("wrong-type", parts, message, f"Write {text} — {doc}.")
    elif wanted:
        message = f"‘{_told(given)}’ is not {wanted}."
        if shape and isinstance(shape.rule, Limits) and shape.item in (int, float):
            wanted = meant.number(str(given), shape.rule, is_whole=shape.item is int) or wanted
    else:
        message = f"‘{key}’ does not take ‘{_told(given)}’."
    return Problem("wrong-type", parts, message, f"Write {wanted} — {doc}." if wanted else f"It takes {doc}.")


def _told(given: Any) -> str:
    """What was given, as it was written and not longer than a line."""
    text = str(given).lower() if isinstance(given, bool) else str(text_of(given))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _wanted(shape: Shape | None) -> str:
    """What a key takes, where that can be said in a few words."""
    if shape is None or shape.is_record or shape.container == "map":
        return ""
    if isinstance(shape.rule, Pattern):
        return shape.rule.form
    names = {str: "one text", float: "a number", int: "a whole number", bool: "true or false"}
    wanted = names[shape.item]
    if isinstance(shape.rule, Limits) and shape.rule.high is not None:
        wanted += f" from {shape.rule.low:g} to {shape.rule.high:g}"
    return f"{wanted} or several as a list" if shape.container == "list" else wanted


def prune(folded: Any, errors: list[Any], record: type[Record]) -> None:
    """Take out of a folded map, in place, what pydantic refused, and put in what it missed."""
    for error in errors:
        *way, last = error["loc"]
        node: Any = folded
        for part in way:
            node = node[part]
        parts = tuple(_KEYS.get(part, part) for part in error["loc"])
        shape = shape_at(record, parts)
        if error["type"] == "missing" and shape:
            node[last] = _blank(shape)
        elif isinstance(node, list) and shape and shape.is_record:
            node[last] = {key.attribute: _blank(key) for key in shapes(shape.item).values() if key.required}
        elif isinstance(node, list):
            node[last] = ""
        elif shape and shape.required:
            node[last] = _blank(shape)
        else:
            del node[last]


def _blank(shape: Shape) -> Any:
    return shape.choices[0] if shape.choices else [] if shape.container == "list" else "" if shape.item is str else 0
