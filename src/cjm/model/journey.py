"""A journey map: its head and its stages."""

from typing import Literal

from cjm.model.library import Catalogues
from cjm.model.moment import Rule, Stage
from cjm.model.record import Date, Duration, Language, Names, Number, Place, Prose, Record, field, record


@record(short=("includes",))
class Scope(Record):
    """Where the journey begins and ends."""

    starts: Prose = field("what sets it off", default=())
    ends: Prose = field("when it is over", default=())
    includes: Prose = field("what belongs to it", default=())
    excludes: Prose = field("what does not", default=())
    timeframe: str = field("how long it takes in all", default="")


@record(short=("customer",))
class Goals(Record):
    """What the journey is for, on both sides."""

    customer: Prose = field("what the customer wants", default=())
    business: Prose = field("what the organisation wants", default=())


@record(short=("name",))
class Member(Record):
    """Someone who was in the room."""

    name: str = field("who, or how many of whom")
    function: str = field(
        "customer, frontline, service, sales, marketing, product, operations, leadership, or any word", default=""
    )


@record()
class Scale(Record):
    """The bounds of ``feels``."""

    min: Number = field("the worst feeling", default=-2.0)
    max: Number = field("the best feeling", default=2.0)


@record(short=("key",))
class Lane(Record):
    """A lane of the user's own, from an ``x-`` key of the moments."""

    key: str = field("the key: x-legal")
    name: str = field("what the lane is called in pictures", default="")


@record()
class Journey(Catalogues):
    """A map: what a customer does, thinks and feels, stage by stage."""

    cjm: Literal[1] = field("the version of the format", place=Place.VERSION)
    title: str = field("what the journey is about, in the customer's words", place=Place.NAME)
    summary: Prose = field("the journey in two or three sentences", default=(), place=Place.NAME)
    lang: Language | None = field("the map's language: en, fr, pl", default=None, place=Place.NAME)
    tags: Names = field("words to find it by", default=(), place=Place.NAME)
    kind: Literal["journey", "blueprint", "touchpoints", "lifecycle"] = field(
        "what sort of map it is; journey, unless given", default="journey", place=Place.NAME
    )
    state: Literal["current", "future", "actual"] = field(
        "as it is, as it should be, or as one customer told; current, unless given", default="current", place=Place.NAME
    )
    compares_to: str = field(
        "the map this one is compared with, usually the current state: a path", default="", place=Place.NAME
    )
    part_of: str = field("the map of which this one details a part: a path", default="", place=Place.NAME)
    status: Literal["hypothesis", "draft", "validated", "live", "retired"] = field(
        "how settled it is; draft, unless given", default="draft", place=Place.NAME
    )
    occasion: str = field(
        "what the customer is after: purchase, onboarding, usage, support, renewal, leaving, or any word",
        default="",
        place=Place.NAME,
    )
    owner: str = field("who answers for the map", default="", place=Place.NAME)
    reviewed: Date | None = field("when it was last looked through", default=None, place=Place.NAME)
    review_every: Duration | None = field("how often it shall be: 6 months", default=None, place=Place.NAME)
    scale: Scale = field("the bounds of feels: {min: -2, max: 2}", default_factory=Scale, place=Place.NAME)
    currency: str = field("the unit of money: EUR", default="", place=Place.NAME)
    uses: Names = field("library files it refers to, relative to this file", default=(), place=Place.NAME)
    scope: Scope | None = field("where it begins and ends: {starts, ends, includes, excludes, timeframe}", default=None)
    scenario: Prose = field("the situation the customer is in", default=())
    expects: Prose = field("what the customer expects of the whole journey", default=())
    promise: Prose = field("what the brand promises", default=())
    goals: Goals | None = field("what it is for: {customer, business}", default=None)
    rules: tuple[Rule, ...] = field("laws, policies, service levels", default=())
    team: tuple[Member, ...] = field("who made it: {name, function}", default=())
    lanes: tuple[Lane, ...] = field("own lanes: {key: x-legal, name: Legal}", default=())
    stages: tuple[Stage, ...] = field("the map itself, in the order of time", place=Place.CONTENT)
    borrowed: Names = field("what of its catalogues its libraries hold: research/survey", default=(), hidden=True)
    path: str = field("the file it was read from, relative to the project", default="", hidden=True)

    @property
    def identity(self) -> str:
        """What the map is known by: ``office-phone@future``, or its path where it has no id."""
        return f"{self.id}@{self.state}" if self.id else self.path
