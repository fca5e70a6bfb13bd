"""What a record says, key by key: as it is compared, and as JSON would hold it."""

from collections.abc import Mapping
from typing import Any

from cjm.model.identity import SPACES
from cjm.model.record import Record
from cjm.model.shape import Shape, shapes

KINDS: Mapping[str, str] = {
    **{key: kind for key, (kind, _) in SPACES.items()},
    "automations": "automation", "says": "quote", "rules": "rule", "links": "link", "lanes": "lane", "team": "member",
    "next": "branch", "for": "voice",
}  # fmt: skip
"""For each key that lists what is compared entry by entry: the type of its entries."""

SETS = frozenset({"channel", "device", "personas", "systems", "evidence", "tags", "uses", "needs", "solves"})
"""Lists of names, in no order."""

IDENTITY = ("id", "formerly")

NOTHING: tuple[Any, ...] = (None, "", (), {})
"""What a key holds that says nothing."""

_HELD: dict[type, tuple[Shape, ...]] = {}
_LISTED: dict[type, tuple[Shape, ...]] = {}


def listed(record: type) -> tuple[Shape, ...]:
    """The keys of a record that list elements."""
    if record not in _LISTED:
        _LISTED[record] = tuple(shape for shape in shapes(record).values() if holds_elements(shape))
    return _LISTED[record]


def held(record: type) -> tuple[Shape, ...]:
    """The keys of a record that are compared as its own: all but its identity and the elements it holds."""
    if record not in _HELD:
        known = shapes(record).values()
        _HELD[record] = tuple(shape for shape in known if not holds_elements(shape) and shape.key not in IDENTITY)
    return _HELD[record]


def holds_elements(shape: Shape) -> bool:
    """Whether a key lists records that are compared one by one."""
    return shape.is_record and shape.container != "one" and shape.key in KINDS


def is_prose(shape: Shape) -> bool:
    """Whether a key holds free text: one or several."""
    return shape.container == "list" and shape.item is str and shape.key not in SETS


def said(record: Record) -> dict[str, Any]:
    """What a record says under its own keys, and the user's, comparable: sets in one order, texts without their breaks."""
    found: dict[str, Any] = {}
    for shape in held(type(record)):
        value = getattr(record, shape.attribute)
        if value not in NOTHING:
            found[shape.key] = _comparable(value, shape)
    return found | record.extra


def _comparable(value: Any, shape: Shape) -> Any:
    if isinstance(value, tuple):
        return value if shape.key in {"does", "series"} else tuple(sorted(value, key=str))
    return (type(value).__name__, *said(value).items()) if isinstance(value, Record) else value


def plain(value: Any) -> Any:
    """A value as JSON would hold it: a text or list, a number, a record as a mapping of what it says."""
    if isinstance(value, Record):
        own = {shape.key: getattr(value, shape.attribute) for shape in shapes(type(value)).values()}
        return {key: plain(each) for key, each in (own | value.extra).items() if each not in NOTHING}
    if isinstance(value, tuple | list):
        texts = [plain(each) for each in value]
        return texts[0] if len(texts) == 1 and isinstance(texts[0], str) else texts
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value
