"""What a merge begins with: a map or library as someone wrote it, or one of the project's own."""

import random
from collections.abc import Mapping
from functools import cache
from typing import Any

from tests.diff.maps import Size, make
from tests.diff.spelling import spelled
from tests.merge.meaning import words
from tests.merge.mint import Mint
from tests.merge.nodes import parse
from tests.merge.run import ROOT, errors
from tests.merge.scribe import Manner, Scribe

CATALOGUES = ("personas", "actors", "systems", "research", "metrics")


@cache
def real() -> Mapping[str, str]:
    """The project's own maps and libraries, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "maps").glob("*.cjm.yaml"))}


@cache
def borrowed() -> Mapping[str, str]:
    """The words that stand for actors and systems in the library of the project's maps."""
    return words(parse(real()["company.cjm.yaml"]))


def base(seed: int) -> str:
    """A text that holds a map or library without error."""
    chance = random.Random(seed)
    if chance.random() < 0.15:
        return real()[chance.choice(list(real()))]
    size = Size(
        stages=chance.choice((1, 2, 2, 3, 5)), touchpoints=chance.choice((0, 1, 2, 3)),
        fullness=chance.choice((0.05, 0.1, 0.2, 0.4)), ids=chance.choice((0.0, 0.3, 0.7, 1.0)),
    )  # fmt: skip
    data = spelled(make(seed, size), seed)
    if chance.random() < 0.15:
        data = {"cjm": 1, "kind": "library", **{key: data[key] for key in CATALOGUES if key in data}}
    data = {key: value for key, value in data.items() if key not in CATALOGUES or chance.random() < 0.9}
    text = Scribe(chance, Mint(chance, "b"), Manner.some(chance)).document(_shuffled(data, chance))
    return text if not errors(text) else base(seed + 1_000_003)


def _shuffled(data: Any, chance: random.Random) -> Any:
    """The keys of some mappings in another order: what they are called stays in front."""
    if isinstance(data, list):
        return [_shuffled(each, chance) for each in data]
    if not isinstance(data, dict):
        return data
    keys = list(data)
    if chance.random() < 0.3:
        rest = [key for key in keys if key not in ("cjm", "id", "name", "title", "stages", "touchpoints")]
        chance.shuffle(rest)
        keys = [key for key in keys if key not in rest and key not in ("stages", "touchpoints")] + rest + [
            key for key in keys if key in ("stages", "touchpoints")
        ]  # fmt: skip
    return {key: _shuffled(data[key], chance) for key in keys}
