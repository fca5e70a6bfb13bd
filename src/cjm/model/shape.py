"""What each record's keys hold, taken once from their declarations."""

import dataclasses
import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from cjm.model.record import Limits, Pattern, Place

Container = Literal["one", "list", "map"]


class Shape(NamedTuple):
    """One key of a record: how many values it holds, and of what.

    ``item`` is a record, or ``str``, ``float``, ``int`` or ``bool``. ``inner`` tells, for a map, whether its values
    are lists themselves; ``is_record`` whether they are mappings with keys of their own.
    """

    key: str
    attribute: str
    container: Container
    item: type
    doc: str
    required: bool
    choices: tuple[str | int, ...] = ()
    rule: Limits | Pattern | None = None
    lists: bool = False
    alone: str | None = None
    short: str | None = None
    is_record: bool = False
    place: Place = Place.BODY


_SHAPES: dict[type, Mapping[str, Shape]] = {}


def shapes(record: type) -> Mapping[str, Shape]:
    """The keys of a record that a user may write, by key as written, in the order in which they are best written."""
    if record not in _SHAPES:
        fields = [field for field in dataclasses.fields(record) if not field.metadata["hidden"]]
        fields.sort(key=lambda field: (field.metadata["place"], _age(field.name, record)))
        _SHAPES[record] = {shape.key: shape for shape in map(_shape, fields)}
    return _SHAPES[record]


def _age(name: str, record: type) -> int:
    """How far up a record inherits a key from: own keys come before those of all its kind."""
    return sum(name in getattr(base, "__dataclass_fields__", ()) for base in record.__mro__)


def _shape(field: dataclasses.Field[Any]) -> Shape:
    container: Container = "one"
    lists = False
    rule = None
    kind = _not_none(field.type)
    if get_origin(kind) is tuple:
        container, kind = "list", get_args(kind)[0]
    elif get_origin(kind) is dict:
        container, kind = "map", get_args(kind)[1]
        if get_origin(kind) is tuple:
            lists, kind = True, get_args(kind)[0]
    if get_origin(kind) is Annotated:
        kind, rule = get_args(kind)
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    return Shape(
        key=field.name.rstrip("_"),
        attribute=field.name,
        container=container,
        item=type(choices[0]) if choices else kind,
        doc=field.metadata["doc"],
        required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        choices=choices,
        rule=rule,
        lists=lists,
        alone=field.metadata["alone"],
        short=field.metadata["short"],
        is_record=dataclasses.is_dataclass(kind),
        place=field.metadata["place"],
    )


def _not_none(kind: Any) -> Any:
    """The type without its ``| None``."""
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not types.NoneType)
    return kind
