"""The texts of a map: all that is written in words of one's own; no ids, no numbers, no names of catalogues."""

from typing import Any, NamedTuple

from cjm.model.journey import Journey
from cjm.model.problem import Parts
from cjm.model.record import Record
from cjm.model.shape import Shape, shapes
from cjm.model.walk import walk


class Text(NamedTuple):
    """A text with its route, and the record that holds it under ``key``."""

    at: Parts
    text: str
    record: Record
    key: str


_CATALOGUES = {"channels", "actors", "systems", "research", "metrics"}
"""These are mostly not the map's own, but its libraries'."""

_REFERENCES = {
    "id", "formerly", "lang", "uses", "part_of", "compares_to", "map", "currency", "url", "link", "evidence", "solves",
    "needs", "moves", "to", "personas", "channel", "unit", "key",
}  # fmt: skip

_KEYS: dict[type, tuple[tuple[str, str], ...]] = {}
"""The keys of a record that hold texts, each with its attribute."""


def texts(journey: Journey) -> list[Text]:
    """Every text of a map, outer ones first."""
    found: list[Text] = []
    for at, record in walk(journey):
        if at and at[0] in _CATALOGUES:
            continue
        kind = type(record)
        if kind not in _KEYS:
            _KEYS[kind] = tuple((shape.key, shape.attribute) for shape in shapes(kind).values() if _is_free(shape))
        for key, attribute in _KEYS[kind]:
            if value := getattr(record, attribute):
                _collect(value, (*at, key), record, key, found)
        for key, value in record.extra.items():
            _collect(value, (*at, key), record, key, found)
    return found


def _is_free(shape: Shape) -> bool:
    is_plain = shape.item is str and not (shape.is_record or shape.choices or shape.rule)
    return is_plain and shape.key not in _REFERENCES


def _collect(value: Any, at: Parts, record: Record, key: str, found: list[Text]) -> None:
    if isinstance(value, str):
        found.append(Text(at, value, record, key))
    elif isinstance(value, list | tuple):
        for place, each in enumerate(value):
            _collect(each, (*at, place), record, key, found)
    elif isinstance(value, dict):
        for name, each in value.items():
            _collect(each, (*at, name), record, key, found)
