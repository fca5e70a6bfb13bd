"""Journeys of every size for the laws: one word or sixty in a cell, endless words, several scripts.

A seed and a few sizes make a journey, so that hypothesis shrinks the sizes first.
"""

import random
from collections.abc import Mapping

from hypothesis import strategies as st

from cjm.model.journey import Journey, Lane, Scale
from cjm.model.library import Actor, Channel, System
from cjm.model.metric import Metric, Point
from cjm.model.moment import Branch, Feeling, MomentOfTruth, Quote, Stage, Step, Touchpoint, Voice
from cjm.model.opportunity import Gain, Opportunity, Pain
from cjm.model.persona import Persona

WORDS = (
    *[
        "a",
        "I",
        "waits",
        "porting",
        "number",
        "number’s",
        "ever",
        "onto",
        "Überweisung",
        "œuvre",
        "całkiem",
        "înțelege",
        "señal",
        "don’t",
        "e-mail",
        "and/or",
    ],
    *[
        "телефон",
        "Ждёт",
        "не",
        "знает",
        "πότε",
        "θα",
        "απαντήσει",
        "番号を移す",
        "等待",
        "العميل",
        "ينتظر",
        "समय",
        "📞",
        "👩🏽\u200d💻",
        "½",
        "§",
        "12:30",
        "(maybe)",
        "“no”",
        "—",
        "…",
    ],
    "x" * 200,
)
EMOTIONS = ("", "anxious", "relieved", "soulagée", "flabbergasted beyond words", "ok", "w" * 60)
CHANNELS = ("web", "phone", "word_of_mouth", "owners-breakfast", "Telegraph")


class Maker:
    """Makes the parts of a journey from one source of chance."""

    def __init__(self, seed: int, longest: int) -> None:
        self.chance = random.Random(seed)
        self.longest = longest
        self.count = 0

    def id(self) -> str:
        self.count += 1
        return f"e{self.count}"

    def text(self) -> str:
        plain = WORDS[:-1] if self.chance.random() < 0.9 else WORDS
        size = self.chance.choice((1, 2, 5, self.longest))
        return " ".join(self.chance.choice(plain) for _ in range(size))

    def texts(self, most: int = 2) -> tuple[str, ...]:
        return tuple(self.text() for _ in range(self.chance.choice((0, 0, 1, most))))

    def feeling(self) -> Feeling | None:
        score = self.chance.choice((None, -2.0, -1.5, -1.0, 0.0, 0.3, 1.0, 2.0))
        emotion = self.chance.choice(EMOTIONS)
        return None if score is None and not emotion else Feeling(score=score, emotion=emotion)

    def evidence(self) -> tuple[str, ...]:
        return self.chance.choice(((), ("interviews",)))

    def rating(self) -> int | None:
        return self.chance.choice((None, 1, 3, 5))

    def pain(self) -> Pain:
        return Pain(
            id=self.id(), text=self.text(), severity=self.rating(), frequency=self.rating(), causes=self.texts(4),
            evidence=self.evidence(), status=self.chance.choice((None, "mitigated")),
        )  # fmt: skip

    def gain(self) -> Gain:
        return Gain(id=self.id(), text=self.text(), severity=self.rating())

    def opportunity(self) -> Opportunity:
        return Opportunity(
            id=self.id(), title=self.text(), impact=self.rating(), effort=self.rating(), owner=self.text(),
            status=self.chance.choice((None, "in_progress")), due=self.chance.choice((None, "2026-12-31")),
        )  # fmt: skip

    def step(self) -> Step:
        return Step(
            id=self.id(), does=(self.text(),), actor=self.chance.choice(("", "clerk")), fails=self.texts(),
            system=self.chance.choice(("", "desk", "Ledger")), automation=self.chance.choice((None, "manual")),
            duration=self.chance.choice((None, "2-3 working days", "PT11M")), fallback=self.texts(),
        )  # fmt: skip

    def metrics(self) -> Mapping[str, Metric]:
        point = Point(value="52", n=12)
        return self.chance.choice(
            (
                {},
                {"csat": Metric(value="52", n=214, date="2026-06-30", target="75")},
                {"conversion": Metric(value="0.41"), "wait": Metric(value="11 minutes", name=self.text())},
                {"nps": Metric(series=(point, Point(value="-3"), point))},
            )
        )

    def several(self, make: str, most: int = 2) -> tuple:  # type: ignore[type-arg]  # of what `make` says
        return tuple(getattr(self, make)() for _ in range(self.chance.choice((0, 0, 1, most))))

    def moment(self) -> dict[str, object]:
        """What stages and touchpoints share."""
        voices = {"dana": Voice(does=self.texts(), thinks=self.texts(), feels=self.feeling())}
        return {
            "id": self.id(), "name": self.text(), "does": self.texts(), "thinks": self.texts(),
            "says": tuple(Quote(text=text, by=self.chance.choice(("", "A client"))) for text in self.texts()),
            "feels": self.feeling(), "for_": self.chance.choice(({}, {}, voices)), "intent": self.feeling(),
            "expects": self.texts(), "questions": self.texts(), "evidence": self.evidence(),
            "channel": self.channels(),
            "pains": self.several("pain"), "gains": self.several("gain"),
            "opportunities": self.several("opportunity"), "onstage": self.several("step"),
            "backstage": self.several("step", 3), "support": self.several("step", 1), "metrics": self.metrics(),
            "moment_of_truth": self.chance.choice((None, None, MomentOfTruth(), MomentOfTruth(why=(self.text(),)))),
            "importance": self.rating(), "owner": self.chance.choice(("", "Sales")), "at": self.chance.choice(("", "day 14")),
            "duration": self.chance.choice((None, "1 month")), "wait": self.chance.choice((None, "3 weeks")), "tone": {"always": self.texts()},
            "extra": self.chance.choice(({}, {"x-legal": self.text()}, {"x-legal": [self.text(), {"who": "we"}]})),
        }  # fmt: skip

    def touchpoint(self) -> Touchpoint:
        return Touchpoint(
            **self.moment(), kind=self.chance.choice((None, "action")),  # type: ignore[arg-type]
            initiator=self.chance.choice(("", "dana", "clerk")), receiver=self.chance.choice(("", "clerk", "marc")),
            control=self.chance.choice((None, "brand", "social")), validated=self.chance.choice((None, "2026-05")),
            status=self.chance.choice((None, "in_place", "planned", "retired")),
            next=self.chance.choice(((), (Branch(to="end", when=self.texts(), share=0.4), Branch(to="e3")))),
        )  # fmt: skip

    def contact(self) -> Touchpoint:
        """One that says no more than what it is: several of them are a set."""
        return Touchpoint(
            id=self.id(), name=self.text(), channel=self.channels(), status=self.chance.choice((None, "planned"))
        )

    def channels(self) -> tuple[str, ...]:
        return tuple(self.chance.sample(CHANNELS, self.chance.choice((0, 1, 3))))

    def stage(self, touchpoints: int) -> Stage:
        size = self.chance.randint(0, touchpoints)
        phase = self.chance.choice(("", "Before", "After " + self.text()))
        make = self.chance.choice((self.touchpoint, self.touchpoint, self.contact))
        contacts = tuple(make() for _ in range(size))
        return Stage(**self.moment(), goal=self.texts(), phase=phase, touchpoints=contacts)  # type: ignore[arg-type]

    def persona(self) -> Persona:
        return Persona(
            id=self.id(), name=self.text(), quote=self.texts(), age=self.chance.choice(("", "41")),
            occupation=self.texts(), goals=self.texts(), frustrations=self.texts(), evidence=self.evidence(),
            tech_familiarity=self.rating(), share=self.chance.choice((None, 0.4)),
        )  # fmt: skip

    def journey(self, stages: int, touchpoints: int) -> Journey:
        return Journey(
            cjm=1, id="law", title=self.text(), lang=self.chance.choice(("", "en", "fr", "ro", "pl", "de", "es", "sv")),
            summary=self.texts(), owner=self.text(), scale=self.chance.choice((Scale(), Scale(min=1, max=5))),
            reviewed="2026-07-15", lanes=(Lane(key="x-legal", name="Legal"),),
            personas=(Persona(id="dana", name="Dana, owner"), Persona(id="marc", name=self.text()), *self.several("persona", 4)),
            state=self.chance.choice(("current", "future", "actual")), kind=self.chance.choice(("journey", "journey", "touchpoints")), review_every="6 months",
            actors=(Actor(id="clerk", name="Porting clerk"),), systems=(System(id="desk", name="Desk", available=False),),
            channels=(Channel(id="owners-breakfast", name="Owners’ breakfast"),),
            metrics=(Metric(id="nps", kind="nps", value="24"),),
            stages=tuple(self.stage(touchpoints) for _ in range(stages)),
        )  # fmt: skip


def make(seed: int, stages: int, touchpoints: int, longest: int = 60) -> Journey:
    """The journey of that seed, with that many stages, at most that many touchpoints in each."""
    return Maker(seed, longest).journey(stages, touchpoints)


def journeys() -> st.SearchStrategy[Journey]:
    return st.builds(
        make,
        seed=st.integers(0, 1 << 32),
        stages=st.integers(1, 12),
        touchpoints=st.integers(0, 6),
        longest=st.sampled_from((1, 60)),
    )
