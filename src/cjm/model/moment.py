"""Moments: what a stage and a touchpoint share, and the steps, quotes and branches in them."""

from typing import Literal

from cjm.model.metric import Metric
from cjm.model.opportunity import Gain, Opportunity, Pain
from cjm.model.record import (
    Date,
    Duration,
    Element,
    Language,
    Names,
    Number,
    Place,
    Prose,
    Rating,
    Record,
    Share,
    Validated,
    field,
    record,
)


@record(short=("score", "emotion"))
class Feeling(Record):
    """How a moment feels: a number on the map's scale, a word for it, or both."""

    score: Number | None = field("a number on the map's scale, -2 to 2 unless the map says otherwise", default=None)
    emotion: str = field("the feeling in a word: anxious, relieved", default="")


@record(short=("text",))
class Quote(Record):
    """What a customer says."""

    text: str = field("the words")
    by: str = field("who said it", default="")
    evidence: Names = field("ids of the research it was heard in", default=())
    date: Date | None = field("when it was said", default=None)
    lang: Language | None = field("its language, where it differs from the map's: fr", default=None)


@record()
class Voice(Record):
    """Where one persona does, thinks, says or feels otherwise."""

    does: Prose = field("what they do", default=())
    thinks: Prose = field("what they think", default=())
    feels: Feeling | None = field("how they feel", default=None)
    says: tuple[Quote, ...] = field("what they say", default=())


@record(short=("does",), one_of=("does", "actor", "system"), named=True)
class Step(Element):
    """What the organisation does in a moment, in sight of the customer or not."""

    does: Prose = field("what is done", default=())
    actor: str = field("who does it: id or name", default="")
    system: str = field("the system that serves it: id or name", default="")
    automation: Literal["manual", "assisted", "automated"] | None = field("how much of it a machine does", default=None)
    duration: Duration | None = field("how long it takes: 2 days", default=None)
    needs: Names = field("ids of steps or touchpoints that come first", default=())
    fails: Prose = field("how it can fail", default=())
    fallback: Prose = field("what happens then", default=())


@record(short=("text",))
class Rule(Record):
    """A law, policy or service level that binds the journey."""

    text: str = field("what it demands")
    limit: str = field("the figure in it: 24 hours", default="")
    link: str = field("where it can be read", default="")


@record(short=("why",), flag=True)
class MomentOfTruth(Record):
    """A moment that decides whether the customer stays."""

    why: Prose = field("what is at stake", default=())
    kind: Literal["zero", "first", "second", "ultimate", "other"] | None = field("which one it is", default=None)
    succeeds: Prose = field("what success looks like", default=())
    fails: Prose = field("what failure looks like", default=())


@record(short=("to",))
class Branch(Record):
    """Where the journey goes on."""

    to: str = field("a touchpoint, a stage, or end")
    when: Prose = field("in which case", default=())
    share: Share | None = field("the share of customers: 0.82 or 82%", default=None)


@record(short=("do",))
class Automation(Element):
    """Something that happens by itself when a condition is met."""

    when: Prose = field("the condition")
    do: Prose = field("what happens then")
    owner: str = field("who answers for it", default="")
    fallback: Prose = field("what happens where it fails", default=())


@record()
class Moment(Element):
    """What a stage and a touchpoint share: filled at the stage in a simple map, at the touchpoint in a detailed one."""

    channel: Names = field("where they meet: web, phone, store …; one or several", default=(), place=Place.NAME)
    device: Names = field("the device, where it matters", default=(), place=Place.NAME)
    owner: str = field("the department that answers for it", default="")
    at: str = field("when on the journey: a date, day 14, in spring", default="")
    importance: Rating | None = field("how much it matters to the customer: 1 little, 5 decisive", default=None)
    wait: Duration | None = field("how long the customer waits: 11 minutes", default=None)
    duration: Duration | None = field("how long it takes: 2 days", default=None)
    personas: Names = field("who meets this moment; all, unless given", default=())
    does: Prose = field("what the customer does, in order", default=())
    thinks: Prose = field("what the customer thinks", default=())
    feels: Feeling | None = field("how it feels: -1, anxious, or {score: -1, emotion: anxious}", default=None)
    for_: dict[str, Voice] = field("where one persona differs: {persona: {feels: -2}}", default_factory=dict)
    says: tuple[Quote, ...] = field("what the customer says, in their words", default=())
    moment_of_truth: MomentOfTruth | None = field("true, or why this moment decides", default=None)
    expects: Prose = field("what the customer expects", default=())
    outcome: Prose = field("what comes of it", default=())
    intent: Feeling | None = field("what the brand wants them to feel", default=None)
    questions: Prose = field("what the customer asks", default=())
    motivations: Prose = field("what drives the customer", default=())
    barriers: Prose = field("what stands in the way", default=())
    onstage: tuple[Step, ...] = field("whom or what the customer meets", default=(), short="actor")
    backstage: tuple[Step, ...] = field("what happens out of the customer's sight", default=())
    support: tuple[Step, ...] = field("the processes and systems behind", default=())
    systems: Names = field("the systems that serve it: ids or names", default=())
    physical_evidence: Prose = field("what the customer sees, holds, receives", default=())
    data: Prose = field("data points captured or used here", default=())
    tone: dict[str, Prose] = field(
        "voice and tone: a text, or by mood or channel", default_factory=dict, alone="always"
    )
    rules: tuple[Rule, ...] = field("laws, policies, service levels", default=())
    pains: tuple[Pain, ...] = field("what goes wrong for the customer", default=())
    gains: tuple[Gain, ...] = field("what goes well for the customer", default=())
    opportunities: tuple[Opportunity, ...] = field("what could be done", default=())
    metrics: dict[str, Metric] = field("figures by kind or catalogue id: {csat: 52}", default_factory=dict)
    automations: tuple[Automation, ...] = field("what happens by itself: {when, do}", default=())
    next: tuple[Branch, ...] = field("where it goes on; the following one, unless given", default=())
    map: str = field("the map that details this moment: a path", default="")
    evidence: Names = field("ids of the research this rests on; none means an assumption", default=())


@record(short=("name",), one_of=("name", "id"))
class Touchpoint(Moment):
    """One contact with the brand, or one thing the customer does alone."""

    name: str = field("what it is, in the customer's words", default="", place=Place.NAME)
    kind: Literal["interaction", "action"] | None = field(
        "with the brand, or the customer alone", default=None, place=Place.NAME
    )
    initiator: str = field("who begins: persona or actor", default="")
    receiver: str = field("who answers: persona or actor", default="")
    control: Literal["brand", "partner", "customer", "social"] | None = field("in whose hands it is", default=None)
    status: Literal["in_place", "planned", "retired"] | None = field("whether it exists yet", default=None)
    validated: Validated | None = field("validated with customers: true, or when", default=None)


@record(short=("name",), one_of=("name", "id"))
class Stage(Moment):
    """A part of the journey, named as the customer would."""

    name: str = field("what the customer is about, in their words", default="", place=Place.NAME)
    phase: str = field("neighbouring stages of one phase form a band", default="", place=Place.NAME)
    goal: Prose = field("what the customer wants to achieve here", default=(), place=Place.NAME)
    touchpoints: tuple[Touchpoint, ...] = field(
        "the contacts in it, in the order of time", default=(), place=Place.CONTENT
    )
