"""Who edits a map: holds the data of both sides, and what a comparison of them is to tell.

Where a map has nothing to edit, the editor puts the same thing into both sides first. At most one edit touches a moment,
so that several of them are independent: a step that was automated, say, is judged by what became of the feeling there.
"""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from cjm.diff.change import Direction, Kind
from cjm.diff.rules import RULES
from cjm.model.problem import Parts
from tests.diff.maps import Data, Maker, Size


class Fact(NamedTuple):
    """One thing that happened: to an element of a type, on either side a mapping in the data, and to which field."""

    rule: str
    kind: Kind
    direction: Direction
    type: str
    field: str
    before: Data | None
    after: Data | None


class Told(NamedTuple):
    """A fact with the routes of its element: what a comparison is to tell."""

    rule: str
    kind: str
    direction: str
    type: str
    field: str
    before: Parts | None
    after: Parts | None


class Editor:
    """Both sides of a map under way from one to the other; ``pairs`` leads from mappings after to those before."""

    def __init__(self, data: Data, seed: int, size: Size) -> None:
        self.maker = Maker(seed, size)
        self.maker.count = 10_000  # no number is given twice
        self.chance = self.maker.chance
        memo: dict[int, Any] = {}
        self.before, self.after = data, copy.deepcopy(data, memo)
        self.pairs = {id(memo[id(node)]): node for node in holders(data) if isinstance(node, dict)}
        self.locked: set[object] = set()
        self.facts: list[Fact] = []

    def twin(self, node: Data) -> Data:
        return self.pairs[id(node)]

    def pick(self, candidates: list[Data]) -> Data | None:
        """One that no edit has touched, now touched; nothing where there is none."""
        free = [each for each in candidates if id(each) not in self.locked]
        found = self.chance.choice(free) if free else None
        self.locked.add(id(found))
        return found

    def lock(self, what: object) -> bool:
        """Whether nobody else has it yet."""
        is_free = what not in self.locked
        self.locked.add(what)
        return is_free

    def stages(self) -> list[Data]:
        return [stage for stage in self.after["stages"] if id(stage) in self.pairs]

    def touchpoints(self) -> list[Data]:
        return [each for stage in self.stages() for each in stage.get("touchpoints", ()) if id(each) in self.pairs]

    def moments(self) -> list[Data]:
        """Touchpoints, and stages without any: whose word counts."""
        return [*self.touchpoints(), *(stage for stage in self.stages() if "touchpoints" not in stage)]

    def holder(self, where: str) -> tuple[Data, str] | None:
        """A mapping to edit in a moment (or the head) that is free, and the type of its element."""
        if where in HEAD:
            self.locked.add((where, len(self.facts)))
            return self.of_head(where)
        found = self.pick(self.touchpoints() if where == "touchpoint" else self.moments())
        if found is None:
            return None
        return self.of_moment(where, found)

    def of_head(self, where: str) -> tuple[Data, str] | None:
        if where == "map":
            return self.after, "map"
        entries = self.after[where if where == "research" else f"{where}s"]
        found = self.pick([each for each in entries if id(each) in self.pairs])
        return (found, where) if found else None

    def of_moment(self, where: str, moment: Data) -> tuple[Data, str]:
        type = "touchpoint" if any(moment is each for each in self.touchpoints()) else "stage"
        if where in ("moment", "touchpoint"):
            return moment, type
        if where == "voice":
            return self.both(moment, "for", "dana", {"thinks": ["Mumble"]}), type
        if where == "metric":
            return self.both(moment, "metrics", "csat", {"value": 50}), "metric"
        key, make = LISTED[where]
        if key not in moment:
            moment[key], self.twin(moment)[key] = [], []
        own = [each for each in moment[key] if id(each) in self.pairs]
        if own:
            return self.chance.choice(own), where
        made = make(self.maker)
        moment[key].append(made)
        self.twin(moment)[key].append(self.known(made))
        return made, where

    def silence(self, key: str) -> None:
        """Stages with touchpoints say nothing under a key: what they say would count where no touchpoint says it."""
        for stage in self.stages():
            if stage.get("touchpoints"):
                for side in (stage, self.twin(stage)):
                    side.pop(key, None)

    def both(self, moment: Data, key: str, name: str, made: Data) -> Data:
        """The entry of that name in a mapping of both sides, made where there is none."""
        for side in (moment, self.twin(moment)):
            side.setdefault(key, {})
        if name not in moment[key]:
            moment[key][name], self.twin(moment)[key][name] = made, self.known(made)
        found: Data = moment[key][name]
        return found

    def known(self, made: Data) -> Data:
        """A copy for the side before of what is new on both."""
        memo: dict[int, Any] = {}
        twin: Data = copy.deepcopy(made, memo)
        self.pairs |= {id(node): memo[id(node)] for node in holders(made) if isinstance(node, dict)}
        return twin

    def tell(self, rule: str, kind: Kind, type: str, field: str, sides: tuple[Data | None, Data | None]) -> bool:
        self.facts.append(Fact(rule, kind, RULES[rule].direction, type, field, *sides))
        return True

    def told(self) -> list[Told]:
        """What a comparison of both sides is to tell, without order."""
        before, after = routes(self.before), routes(self.after)
        return [
            Told(
                fact.rule, fact.kind, fact.direction, fact.type, fact.field,
                None if fact.before is None else before[id(fact.before)], None if fact.after is None else after[id(fact.after)],
            )
            for fact in self.facts
        ]  # fmt: skip


def holders(node: Any) -> Iterator[Any]:
    """Every mapping and list in the data, the data itself first."""
    if isinstance(node, dict | list):
        yield node
        for value in node.values() if isinstance(node, dict) else node:
            yield from holders(value)


def routes(data: Data) -> dict[int, Parts]:
    """The route to every mapping in the data."""
    found: dict[int, Parts] = {}
    todo: list[tuple[Parts, Any]] = [((), data)]
    while todo:
        at, node = todo.pop()
        if isinstance(node, dict):
            found[id(node)] = at
        if isinstance(node, dict | list):
            todo += [((*at, key), each) for key, each in (node.items() if isinstance(node, dict) else enumerate(node))]
    return found


HEAD = ("map", "persona", "actor", "system", "research")
LISTED: dict[str, tuple[str, Any]] = {
    "pain": ("pains", Maker.pain),
    "gain": ("gains", Maker.gain),
    "opportunity": ("opportunities", lambda maker: maker.opportunity([])),
    "step": ("backstage", Maker.step),
}
"""Where elements of a moment are listed, and how one is made."""
