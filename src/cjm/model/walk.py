"""Ways through a map: every record with its route, every moment, and the address of what a route leads to."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.model.identity import SPACES
from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage, Touchpoint
from cjm.model.problem import Parts
from cjm.model.record import Record
from cjm.model.shape import Shape, shapes

ATTRIBUTES = {"for": "for_", "with": "with_"}
"""Keys of the format that are words of Python, and the attributes that hold them."""


Walked = Sequence[tuple[Parts, Record]]
"""Records, each with the route that leads to it."""

_INNER: dict[type, tuple[Shape, ...]] = {}


def walk(record: Record, at: Parts = ()) -> Walked:
    """A record and every record inside it, outer ones first."""
    found: list[tuple[Parts, Record]] = []
    _walk(record, at, found)
    return found


def _walk(record: Record, at: Parts, found: list[tuple[Parts, Record]]) -> None:
    found.append((at, record))
    kind = type(record)
    if kind not in _INNER:
        _INNER[kind] = tuple(shape for shape in shapes(kind).values() if shape.is_record)
    for shape in _INNER[kind]:
        value = getattr(record, shape.attribute)
        if not value:
            continue
        if shape.container == "list":
            for index, entry in enumerate(value):
                _walk(entry, (*at, shape.key, index), found)
        elif shape.container == "map":
            for key, entry in value.items():
                _walk(entry, (*at, shape.key, key), found)
        else:
            _walk(value, (*at, shape.key), found)


def moments(journey: Journey) -> Iterator[tuple[Parts, Moment, Stage]]:
    """Every stage and touchpoint in the order of time, with its route and its stage (a stage's is itself)."""
    for index, stage in enumerate(journey.stages):
        at: Parts = ("stages", index)
        yield at, stage, stage
        for place, touchpoint in enumerate(stage.touchpoints):
            yield (*at, "touchpoints", place), touchpoint, stage


def found_at(root: Record, parts: Parts) -> Any:
    """What stands at a route: a record or a value; ``None`` where nothing does."""
    *_, last = (root, *_along(root, parts))
    return last


def _along(root: Record, parts: Parts) -> Iterator[Any]:
    """What stands at the end of each part of a route."""
    node: Any = root
    for part in parts:
        if isinstance(part, int):
            node = node[part] if isinstance(node, tuple) and part < len(node) else None
        elif isinstance(node, dict):
            node = node.get(part)
        else:
            node = getattr(node, ATTRIBUTES.get(part, part), None)
        yield node


def address(root: Record, parts: Parts) -> str:
    """The address of the nearest element on a route: ``touchpoint/porting``; empty in the head of a map.

    A touchpoint whose id occurs in several stages is named with its stage: ``touchpoint/onboard/porting``.
    """
    found, stage, kind = "", "", ""
    above: Any = root
    for part, node in zip(parts, _along(root, parts), strict=True):
        if isinstance(part, str) and not isinstance(above, dict):
            kind = SPACES.get(part, ("",))[0]
        above = node
        if isinstance(node, Stage):
            stage = node.id
        name = getattr(node, "id", "")
        if isinstance(node, Touchpoint) and _is_ambiguous(root, name):
            name = f"{stage}/{name}"
        if name and kind:
            found = f"{kind}/{name}"
    return found


def _is_ambiguous(root: Record, id: str) -> bool:
    stages = getattr(root, "stages", ())
    return [touchpoint.id for stage in stages for touchpoint in stage.touchpoints].count(id) > 1
