"""The same map written otherwise: short forms for long ones, lists and keys in another order."""

import random
from typing import Any

from cjm.model.fold import MANY, Fold
from cjm.model.journey import Journey
from cjm.model.record import FORMS
from cjm.model.shape import Shape, shapes
from tests.diff.maps import Data

TIMES = {"stages", "touchpoints", "series"}
"""Lists of records whose order is time; in all others it means nothing."""


class Speller:
    """Writes folded data as a designer might. ``known`` are the words that name actors and systems."""

    def __init__(self, seed: int, known: dict[str, str]) -> None:
        self.chance = random.Random(seed)
        self.fold = Fold(known)

    def record(self, node: Data, record: type, short: str | None = None) -> Any:
        """A record, now and then as the text or number alone that stands for it."""
        known = shapes(record)
        spelled = {key: self.value(value, known[key]) if key in known else value for key, value in node.items()}
        if FORMS[record].flag and not spelled:
            return True
        if len(spelled) == 1 and self.chance.random() < 0.5:
            (alone,) = spelled.values()
            is_one = isinstance(alone, str | int | float)
            if is_one and self.fold.lengthen(alone, record, (), short) == spelled:
                return alone
        return spelled

    def value(self, value: Any, shape: Shape) -> Any:
        if shape.container == "list":
            entries = [self.item(entry, shape) for entry in value]
            is_single = len(entries) == 1 and not isinstance(entries[0], list)
            return entries[0] if is_single and self.chance.random() < 0.5 else entries
        if shape.container == "map":
            if shape.alone and list(value) == [shape.alone] and self.chance.random() < 0.5:
                return value[shape.alone]
            return {key: entry if shape.lists else self.item(entry, shape) for key, entry in value.items()}
        return self.item(value, shape)

    def item(self, value: Any, shape: Shape) -> Any:
        if shape.is_record:
            return self.record(value, shape.item, shape.short)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return f"{value}" if is_number and shape.key != "cjm" and self.chance.random() < 0.3 else value


def spelled(data: Data, seed: int) -> Data:
    """The same map, some of it in short forms."""
    known = {name: kind for kind in ("actor", "system") for each in data.get(f"{kind}s", ()) for name in _names(each)}
    known |= {name: "actor" for each in data.get("personas", ()) for name in _names(each)}
    speller = Speller(seed, known)
    out: Data = speller.record(data, Journey)
    for one, many in MANY.items():
        if many in out and speller.chance.random() < 0.5:
            out[one] = out.pop(many)
    return out


def _names(entry: Data) -> list[str]:
    return [entry[key] for key in ("id", "name") if key in entry]


def shuffled(data: Data, seed: int) -> Data:
    """The same map with its sets, catalogues and keys in another order."""
    shuffler = _Shuffler(seed)
    out: Data = shuffler.record(data, Journey)
    return out


class _Shuffler:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def keys(self, node: Data) -> Data:
        return {key: node[key] for key in self.chance.sample(list(node), len(node))}

    def record(self, node: Data, record: type) -> Data:
        known = shapes(record)
        return self.keys({key: self.value(each, known[key]) if key in known else each for key, each in node.items()})

    def value(self, value: Any, shape: Shape) -> Any:
        if shape.container == "list":
            entries = [self.record(each, shape.item) for each in value] if shape.is_record else list(value)
            return entries if is_sequence(shape) else self.chance.sample(entries, len(entries))
        if shape.container == "map":
            return self.keys(
                {key: self.record(each, shape.item) if shape.is_record else each for key, each in value.items()}
            )
        return self.record(value, shape.item) if shape.is_record else value


def is_sequence(shape: Shape) -> bool:
    """Whether the order of a list tells something: time, or, in prose, one sentence after the other."""
    return shape.key in TIMES if shape.is_record else shape.key not in SETS


SETS = {"channel", "device", "systems", "evidence", "tags", "solves", "needs", "formerly", "uses", "personas"}
"""Lists of words whose order means nothing."""
