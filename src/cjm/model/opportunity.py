"""Pains, gains, and the opportunities that answer them."""

from typing import Literal

from cjm.model.record import Date, Element, Names, Prose, Rating, field, record


@record(short=("text",))
class Pain(Element):
    """What goes wrong for the customer."""

    text: str = field("what goes wrong, in a sentence")
    severity: Rating | None = field("how bad it is: 1 a nuisance, 5 the customer gives up", default=None)
    frequency: Rating | None = field("how often it happens: 1 rarely, 5 nearly always", default=None)
    causes: Prose = field("why it happens, and why that happens: from symptom to root", default=())
    evidence: Names = field("ids of the research this rests on; none means an assumption", default=())
    status: Literal["open", "mitigated", "resolved", "accepted"] | None = field("what became of it", default=None)


@record(short=("text",))
class Gain(Pain):
    """What goes well for the customer, or would delight them."""

    text: str = field("what goes well, in a sentence")
    severity: Rating | None = field("how much it is worth: 1 a nicety, 5 the customer comes for it", default=None)
    causes: Prose = field("why it goes well", default=())


@record(short=("title",))
class Opportunity(Element):
    """Something that could be done about a pain."""

    title: str = field("the opportunity, best as a question: How might we …?")
    solves: Names = field("ids of the pains it answers", default=())
    impact: Rating | None = field("what it would do for customers: 1 little, 5 much", default=None)
    effort: Rating | None = field("what it would cost: 1 little, 5 much", default=None)
    owner: str = field("who carries it out", default="")
    status: Literal["idea", "planned", "in_progress", "done", "dropped"] | None = field("how far it is", default=None)
    due: Date | None = field("when it shall be done", default=None)
    link: str = field("where the work is followed: a ticket, a page", default="")
    moves: str = field("the metric that shall change", default="")
    told: Date | None = field("when customers were told what changed", default=None)
