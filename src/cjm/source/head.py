"""A look at the head of a map: a few of its topmost keys, without reading all of it."""

from contextlib import suppress
from typing import Any

from _ruamel_yaml import (
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.error import YAMLError

_DEEPER = {MappingStartEvent: 1, SequenceStartEvent: 1, MappingEndEvent: -1, SequenceEndEvent: -1}

Head = dict[str, list[str]]
"""The texts that stand directly under each key."""


def head(data: bytes, *keys: str) -> Head:
    """What stands under some topmost keys, as far as the text can be read; what it lacks is left out.

    Reading ends where all keys were met that the text can hold: those whose very letters occur in it.
    """
    wanted = {key for key in keys if key.encode() in data}
    found: Head = {}
    if wanted:
        with suppress(YAMLError):  # where the text itself is wrong, whoever reads all of it says so
            _read(data.decode("utf-8-sig", "replace"), wanted, found)
    return found


def _read(text: str, wanted: set[str], found: Head) -> None:
    get_event = CParser(text).get_event
    depth, key, is_key = 0, "", True
    kind: Any = None
    while kind is not StreamEndEvent:
        event: Any = get_event()
        kind = type(event)
        depth += _DEEPER.get(kind, 0)
        if kind is ScalarEvent and depth == 1 and is_key:
            key = event.value
            if key in wanted:
                found[key] = []
        elif kind is ScalarEvent and depth < 3 and key in wanted:
            found[key].append(event.value)
        if depth == 1 and kind is not MappingStartEvent:
            is_key = not is_key
            if is_key and found.keys() >= wanted:
                return
