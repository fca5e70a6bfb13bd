"""Maps as plain data, all written out: what YAML would give, made from a seed and sizes, legal and never quite alike.

A seed and a few sizes make a map, so that hypothesis shrinks the sizes first. Every text is of invented words, so that no
two of them are alike by chance. Each mapping is an object of its own: an edit can find again what it has changed.
"""

import random
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from cjm.model.journey import Journey
from cjm.model.read import read as read_maps
from cjm.source.tree import Opened
from tests.mutants import tree

Data = dict[str, Any]

SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "qui",
    "ro",
    "su",
    "ta",
    "ve",
    "wi",
    "xo",
    "yu",
    "zé",
    "brä",
    "ște",
    "ło",
    "cho",
]
OWNERS = ("Sales", "Service", "Operations", "Finance")
CHANNELS = ("web", "phone", "store", "email", "chat", "kiosk")
WAITS = ("10 min", "2 hours", "3 days", "2 weeks", "1-2 months")
STEPS = ("onstage", "backstage", "support")
PROSE = ("thinks", "expects", "outcome", "questions", "motivations", "barriers", "physical_evidence", "data")


class Size(NamedTuple):
    """How large a map is: its stages, the most touchpoints in one, how much each says, how many ids are written.

    ``words``: of how many all texts are made; as many as are wanted unless given.
    """

    stages: int = 3
    touchpoints: int = 3
    fullness: float = 0.5
    ids: float = 0.7
    words: int = 0


class Maker:
    """Makes the parts of a map from one source of chance."""

    def __init__(self, seed: int, size: Size) -> None:
        self.chance = random.Random(seed)
        self.size = size
        self.count = 0

    def maybe(self, share: float | None = None) -> bool:
        return self.chance.random() < (self.size.fullness if share is None else share)

    def word(self) -> str:
        if self.size.words:
            return SYLLABLES[self.chance.randrange(self.size.words)]
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))

    def text(self, least: int = 2, most: int = 6) -> str:
        return " ".join(self.word() for _ in range(self.chance.randint(least, most))).capitalize()

    def prose(self, most: int = 2) -> list[str]:
        return [self.text() for _ in range(self.chance.randint(1, most))]

    def named(self, kind: str, key: str, *, written: bool = False) -> Data:
        """An element with a text under a key, and often an id."""
        self.count += 1
        return {
            **({"id": f"{kind}-{self.word()}-{self.count}"} if written or self.maybe(self.size.ids) else {}),
            key: self.text(),
        }

    def some(self, choices: Iterable[str], most: int = 2) -> list[str]:
        known = list(choices)
        return self.chance.sample(known, min(len(known), self.chance.randint(1, most)))

    def perhaps(self, **makers: Callable[[], Any]) -> Data:
        """Of these keys some, each with what is made for it."""
        return {key.rstrip("_"): make() for key, make in makers.items() if self.maybe()}

    def several(self, make: Callable[[], Data], most: int = 3) -> list[Data]:
        return [make() for _ in range(self.chance.randint(1, most))]

    def rating(self) -> int:
        return self.chance.randint(1, 5)

    def feeling(self) -> Data:
        score = self.chance.choice((-2, -1.5, -1, 0, 0.5, 1, 2))
        return {"score": score, **self.perhaps(emotion=lambda: self.text(1, 2))}

    def evidence(self) -> list[str]:
        return self.some(("interviews", "survey", "diaries"))

    def pain(self) -> Data:
        more = self.perhaps(
            severity=self.rating, frequency=self.rating, causes=self.prose, evidence=self.evidence,
            status=lambda: self.chance.choice(("open", "mitigated", "accepted")),
        )  # fmt: skip
        return {**self.named("pain", "text", written=True), **more}

    def gain(self) -> Data:
        return {**self.named("gain", "text"), **self.perhaps(severity=self.rating, evidence=self.evidence)}

    def opportunity(self, pains: list[Data]) -> Data:
        more = self.perhaps(
            impact=self.rating, effort=self.rating, owner=lambda: self.chance.choice(OWNERS),
            status=lambda: self.chance.choice(("idea", "planned", "in_progress", "done")), due=lambda: "2026-12-31",
            solves=lambda: self.some([pain["id"] for pain in pains]),
        )  # fmt: skip
        return {**self.named("chance", "title"), **{key: value for key, value in more.items() if value != []}}

    def step(self) -> Data:
        more = self.perhaps(
            actor=lambda: "clerk", system=lambda: self.chance.choice(("desk", "ledger")), fails=self.prose,
            automation=lambda: self.chance.choice(("manual", "assisted", "automated")), fallback=self.prose,
            duration=lambda: self.chance.choice(WAITS),
        )  # fmt: skip
        name = self.named("step", "does")
        return {**name, "does": [name["does"]], **more}

    def quote(self) -> Data:
        return {"text": self.text(), **self.perhaps(by=self.text, evidence=self.evidence)}

    def metrics(self) -> Data:
        figures: list[Data] = [
            {"csat": {"value": self.chance.randint(20, 90), "n": 214, "target": 95}},
            {"nps": {"value": -3}, "wait": {"value": "11 min", "target": "5 min", "evidence": self.evidence()}},
            {"conversion": {"series": [{"date": "2026-05", "value": 0.4}, {"date": "2026-06", "value": 0.5}]}},
            {"porting-days": {"value": 19, "target": 7}},
        ]
        return self.chance.choice(figures)

    def voices(self) -> Data:
        more = self.perhaps(does=self.prose, thinks=self.prose, says=lambda: self.several(self.quote, 1))
        return {self.chance.choice(("dana", "imani")): {"feels": self.feeling(), **more}}

    def moment(self) -> Data:
        """What stages and touchpoints share."""
        pains = self.several(self.pain) if self.maybe() else []
        return {
            **({"pains": pains} if pains else {}),
            **self.perhaps(**dict.fromkeys(PROSE, self.prose)),
            **self.perhaps(**{key: lambda: self.several(self.step, 2) for key in STEPS}),
            **self.perhaps(
                does=lambda: self.prose(4), feels=self.feeling, for_=self.voices, owner=lambda: self.chance.choice(OWNERS),
                channel=lambda: self.some(CHANNELS), wait=lambda: self.chance.choice(WAITS), importance=self.rating,
                duration=lambda: self.chance.choice(WAITS), gains=lambda: self.several(self.gain, 2),
                opportunities=lambda: self.several(lambda: self.opportunity(pains), 2), metrics=self.metrics,
                evidence=self.evidence, systems=lambda: self.some(("desk", "ledger")), intent=self.feeling,
                moment_of_truth=lambda: self.perhaps(why=self.prose, fails=self.prose), at=self.text,
                says=lambda: self.several(self.quote, 2), tone=lambda: {"always": self.prose(), "email": self.prose()},
                rules=lambda: self.several(lambda: {"text": self.text(), "limit": "24 hours"}, 2),
                automations=lambda: self.several(lambda: {"when": self.prose(), "do": self.prose()}, 2),
                links=lambda: [{"title": self.text(), "url": f"https://example.org/{self.word()}"}],
            ),
            **({"x-legal": self.text()} if self.maybe() else {}),
        }  # fmt: skip

    def touchpoint(self) -> Data:
        more = self.perhaps(
            kind=lambda: self.chance.choice(("interaction", "action")), control=lambda: self.chance.choice(("brand", "social")),
            initiator=lambda: "dana", receiver=lambda: "clerk", status=lambda: "in_place",
        )  # fmt: skip
        return {**self.named("point", "name"), **more, **self.moment()}

    def stage(self) -> Data:
        points = [self.touchpoint() for _ in range(self.chance.randint(0, self.size.touchpoints))]
        moment = self.moment() if not points or self.maybe(0.3) else {}
        more = self.perhaps(goal=self.prose, phase=lambda: self.chance.choice(("Before", "After")))
        return {**self.named("stage", "name"), **more, **moment, **({"touchpoints": points} if points else {})}

    def persona(self, id: str) -> Data:
        more = self.perhaps(age=lambda: "41", goals=self.prose, quote=self.prose, tech_familiarity=self.rating)
        return {"id": id, "name": self.text(1, 2), **more}

    def map(self) -> Data:
        head = self.perhaps(
            summary=self.prose, lang=lambda: "en", tags=lambda: [self.word() for _ in range(3)], owner=self.text,
            scenario=self.prose, expects=self.prose, promise=self.prose, scope=lambda: {"starts": self.prose(), "ends": self.prose()},
            goals=lambda: {"customer": self.prose(), "business": self.prose()}, reviewed=lambda: "2026-07-15", status=lambda: "live",
            team=lambda: self.several(lambda: {"name": self.text(), "function": "sales"}), occasion=lambda: "purchase",
        )  # fmt: skip
        made: Data = {
            "cjm": 1, "id": f"map-{self.word()}", "title": self.text(), **head,
            "personas": [self.persona("dana"), self.persona("imani")],
            "actors": [{"id": "clerk", "name": "Porting clerk", "team": "Operations"}],
            "systems": [{"id": "desk", "name": "Porting desk"}, {"id": "ledger", "name": "Ledger", "available": True}],
            "research": [{"id": each, "method": "survey", "n": 12} for each in ("interviews", "survey", "diaries")],
            "metrics": [{"id": "porting-days", "name": "Days to move", "unit": "day", "better": "lower", "kind": "duration"}],
            "lanes": [{"key": "x-legal", "name": "Legal"}],
            "stages": [self.stage() for _ in range(self.size.stages)],
        }  # fmt: skip
        self.lead_on(made["stages"])
        return made

    def lead_on(self, stages: list[Data]) -> None:
        """Here and there a branch to a touchpoint, a step that needs another: ids are written for what is named."""
        points = [point for stage in stages for point in stage.get("touchpoints", ())]
        goals = [point["id"] for point in points if "id" in point]
        for point in points:
            if goals and self.maybe(0.2):
                branch = {"to": self.chance.choice(goals), "when": self.prose(1), "share": 0.4}
                point["next"] = [branch, {"to": "end"}]
            if goals and "backstage" in point and self.maybe(0.3):
                point["backstage"][0]["needs"] = [self.chance.choice(goals)]


def make(seed: int, size: Size = Size()) -> Data:  # noqa: B008  (a tuple)
    """The map of that seed and size."""
    return Maker(seed, size).map()


def sizes(*, words: bool = True) -> st.SearchStrategy[Size]:
    """Sizes to make maps of; ``words``: now and then with so few words that many things are called the same."""
    return st.builds(
        Size,
        stages=st.integers(1, 5),
        touchpoints=st.integers(0, 4),
        fullness=st.sampled_from((0.0, 0.2, 0.5, 0.9)),
        ids=st.sampled_from((0.0, 0.5, 1.0)),
        words=st.sampled_from((0, 0, 1, 3) if words else (0,)),
    )


def maps() -> st.SearchStrategy[Data]:
    return st.builds(make, st.integers(0, 1 << 32), sizes())


def read(data: Data) -> Journey:
    """The map that this data means."""
    (journey,) = read_all(data)
    return journey


def read_all(*maps: Data) -> tuple[Journey, ...]:
    """The maps that these data mean; their paths are ``0``, ``1`` …"""
    trees = {f"{place}": tree(data) for place, data in enumerate(maps)}
    atlas, _ = read_maps(
        trees, lambda path: Opened(trees[path]) if path in trees else Opened(None, reason="is missing")
    )
    return atlas.maps
