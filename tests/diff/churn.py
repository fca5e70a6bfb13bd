"""A map turned upside down: entries gone, doubled, put elsewhere, their ids lost, swapped or given twice, any value another.

What comes of it is data, not always a legal map: a comparison has to cope.
"""

import copy
import random
from typing import Any

from hypothesis import strategies as st

from tests.diff.editor import holders
from tests.diff.maps import Data, Size, make, sizes


class Churner:
    """Changes data in place, from one source of chance; values come from elsewhere in the map.

    ``is_later``: it may declare ids of former times. Where both sides do, they can contradict each other.
    """

    def __init__(self, data: Data, seed: int, *, is_later: bool) -> None:
        self.data = data
        self.is_later = is_later
        self.chance = random.Random(seed)

    def lists(self) -> dict[str, list[list[Any]]]:
        """The lists of mappings, by the key they stand under; research stays, for much else refers to it by its id."""
        found = self._by_key(lambda value: isinstance(value, list) and bool(value) and isinstance(value[0], dict))
        return {key: lists for key, lists in found.items() if key != "research"}

    def _by_key(self, is_wanted: Any) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for node in holders(self.data):
            for key, value in node.items() if isinstance(node, dict) else ():
                if is_wanted(value):
                    found.setdefault(key, []).append(value)
        return found

    def churn(self) -> None:
        """One change, somewhere."""
        key, lists = self.chance.choice(list(self.lists().items()))
        one, other = self.chance.choice(lists), self.chance.choice(lists)
        at = self.chance.randrange(len(one))
        match self.chance.randrange(9):
            case 0 if len(one) > 1 or key != "stages":
                del one[at]
            case 1:
                other.insert(self.chance.randint(0, len(other)), copy.deepcopy(one[at]))
            case 2 if len(one) > 1:
                other.insert(self.chance.randint(0, len(other)), one.pop(at))
            case 3:
                self.chance.shuffle(one)
            case 4:
                one[at].pop("id", None)
            case 5 if "id" in one[at] and other:
                one[at]["id"] = self.chance.choice(other).get("id", "new-id")
            case 6 if self.is_later:
                one[at]["formerly"] = [each["id"] for each in other if "id" in each][:2]
            case _:
                self.change(self.chance.choice([node for node in holders(one[at]) if isinstance(node, dict)]))

    def change(self, node: Data) -> None:
        """A key of a mapping gone, or with the value that it has elsewhere."""
        keys = [
            key
            for key in node
            if key not in ("stages", "cjm", "text", "name", "title", "url", "to", "when", "do", "key")
        ]
        if not keys:
            return
        key = self.chance.choice(keys)
        elsewhere = [each[key] for each in holders(self.data) if isinstance(each, dict) and key in each]
        del node[key]
        if self.chance.random() < 0.7:
            node[key] = copy.deepcopy(self.chance.choice(elsewhere))


def churned(data: Data, seed: int, count: int, *, is_later: bool = True) -> Data:
    """A copy with so many changes."""
    churner = Churner(copy.deepcopy(data), seed, is_later=is_later)
    for _ in range(count):
        churner.churn()
    return churner.data


def pair(seed: int, size: Size, count: int) -> tuple[Data, Data]:
    """Two maps that were one, so many changes ago."""
    data = make(seed, size)
    return churned(data, seed, count // 2, is_later=False), churned(data, seed + 1, count)


def churns() -> st.SearchStrategy[tuple[Data, Data]]:
    return st.builds(pair, st.integers(0, 1 << 32), sizes(), st.sampled_from((1, 2, 5, 20, 100)))
