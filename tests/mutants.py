"""Maps gone astray: plain data of real maps, changed at random places. One law after another is held against them."""

import copy
import json
import random
from pathlib import Path
from typing import Any

from cjm.model.fold import MANY
from cjm.model.record import FORMS
from cjm.model.shape import shapes
from cjm.source.document import Document
from cjm.source.tree import Mapping, Scalar, Sequence, Tree

ROOT = Path(__file__).parents[1]
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, 3, 5, 6, -1, 100, 2026, 1.0, 0.5, 4.5, -0.1, 1.01, 10**15, 10**16,
    "", "text", "a, b: c", "0", "1", "3", " 4 ", "4.0", "4.5", "6", "+2", "-0", "−1", "- 1", "1.", ".5", "1e3", "0.82",
    "1.0", "1.01", "82%", "100 %", "101%", "0x3", "007", "٣", "true", "yes", "No", "NEIN", "2 days", "2-3 wd", "2 Tage", "PT1H",
    "P", "2026", "2026-06", "2026-6", "2022-04/2023-03", "84,5", "80.4%", "80.4 %", "library", "x-legal", "end",
    [], [None], ["text"], ["a", 1, True], [3], [[]], [["a"]], [{}], [["a"], "b"], [None, "a"], ["", ""],
    {}, {"x-own": None}, {"x-own": {"a": [1]}}, {"": "a"}, {"a": None}, {"a": "b"}, {"a": {}}, {"a": ["b"]}, {"a": [["b"]]}, {"x": {"name": "y"}},
    {"name": "a"}, {"id": "a"}, {"name": None}, {"name": ["a"]}, {"does": "a"}, {"does": []}, {"does": None}, {"text": "a"},
    {"title": "a"}, {"to": "a"}, {"value": 3}, {"value": None}, {"url": "a"}, {"score": -1}, {"emotion": "calm"},
    {"why": "a"}, {"when": "a", "do": "b"}, {"when": [], "do": "b"}, {"min": 0, "max": 1}, {"a": {"feels": -1}}, {"refers": "a"},
    [{"name": "a"}], [{"id": "a"}, "b"], [{"text": "a"}, "b"], [{"to": "a", "share": "82%"}], [{"value": 3}], {"key": "x-a"},
)  # fmt: skip
"""A value of every kind, and the borders between them."""
KEYS = sorted(
    {key for record in FORMS for key in shapes(record)} | {*MANY, "x-own", "names", "refers", "extra", "for_"}
)


def tree(data: Any) -> Tree:
    """The tree of a text that holds this data, every text of it between quotes."""
    if isinstance(data, dict):
        mapping = Mapping()
        mapping.update((key, tree(value)) for key, value in data.items())
        return mapping
    if isinstance(data, list):
        sequence = Sequence()
        sequence.extend(map(tree, data))
        return sequence
    return Scalar(json.dumps(data), data) if isinstance(data, int | float) else data


def data(node: Tree) -> Any:
    """The plain data of a tree."""
    if isinstance(node, Mapping):
        return {key: data(value) for key, value in node.items()}
    if isinstance(node, Sequence):
        return [data(value) for value in node]
    return node.value if isinstance(node, Scalar) else node


def seeds() -> dict[str, Any]:
    """The data of all files of the project that hold some, by path."""
    paths = [path for folder in ("maps", "examples", "tests/errors") for path in (ROOT / folder).glob("*.cjm.yaml")]
    read = {path: Document.parse(path.name, path.read_bytes()) for path in sorted(paths)}
    return {str(path.relative_to(ROOT)): data(each.tree) for path, each in read.items() if isinstance(each.tree, dict)}


class Mutator:
    """Changes data at random; ``values`` are what it puts in beside ``VALUES``, taken from the seeds, key by key."""

    def __init__(self, seeds: list[Any], chance: random.Random) -> None:
        self.seeds = seeds
        self.chance = chance
        self.values: dict[str, list[Any]] = {}
        for seed in seeds:
            self.gather(seed)

    def gather(self, node: Any) -> None:
        for key, value in node.items() if isinstance(node, dict) else ():
            self.values.setdefault(key, []).append(value)
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            self.gather(value)

    def mutant(self) -> Any:
        """A small part of a seed, of the larger ones more often, with one to three changes."""
        (seed,) = self.chance.choices(self.seeds, [len(json.dumps(seed)) ** 0.5 for seed in self.seeds])
        node = {"": self.small(seed)}
        for _ in range(self.chance.choice((1, 1, 2, 3))):
            self.change(node)
        return node[""]

    def small(self, seed: Any) -> Any:
        """A copy of a seed that has at most two entries in each of its lists."""
        if isinstance(seed, dict):
            return {key: self.small(value) for key, value in seed.items()}
        if isinstance(seed, list):
            size = min(len(seed), self.chance.choice((1, 2)))
            place = self.chance.randrange(len(seed) - size + 1)
            return [self.small(value) for value in seed[place : place + size]]
        return seed

    def change(self, top: dict[str, Any]) -> None:
        """One change at a random place of what ``top`` holds."""
        holders = [each for each in _holders(top) if each]
        holder = self.chance.choice(holders)
        place = self.chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        key = place if isinstance(place, str) else ""
        match self.chance.randrange(8):
            case 0 if holder is not top:
                del holder[place]
            case 1 | 2 if isinstance(holder[place], dict):
                new = self.chance.choice(KEYS)
                holder[place][new] = self.value(new)
            case 3 if isinstance(holder[place], list):
                holder[place].insert(self.chance.randint(0, len(holder[place])), self.value(key))
            case 4:
                holder[place] = [holder[place]]
            case 5 if isinstance(holder[place], list) and holder[place]:
                holder[place] = holder[place][0]
            case 6:
                holder[place] = {self.chance.choice(KEYS): holder[place]}
            case 7 if isinstance(holder[place], int | float):
                holder[place] = json.dumps(holder[place])
            case _:
                holder[place] = self.value(key)

    def value(self, key: str) -> Any:
        known = self.values.get(key)
        if known and self.chance.random() < 0.5:
            return self.small(self.chance.choice(known))
        return copy.deepcopy(self.chance.choice(VALUES))


def _holders(node: Any) -> list[Any]:
    """Every mapping and list in the data, the data itself first."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    own = [node] if isinstance(node, dict | list) else []
    return [*own, *(holder for value in inner for holder in _holders(value))]


def mutants(count: int, seed: int = 0) -> list[Any]:
    """So many mutants of the project's maps and libraries; the same ones each time."""
    mutator = Mutator(list(seeds().values()), random.Random(seed))
    return [mutator.mutant() for _ in range(count)]
