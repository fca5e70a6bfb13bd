"""Research: what a map rests on."""

from typing import Literal

from cjm.model.record import Count, Date, Element, Prose, field, record


@record(short=("id",), one_of=("id",))
class Research(Element):
    """A study or a source of data that evidence refers to."""

    method: (
        Literal[
            "interview", "survey", "analytics", "crm", "support_tickets", "call_recordings", "diary", "observation",
            "usability_test", "workshop", "desk_research", "event_log", "review", "mystery_shopping",
        ]
        | None
    ) = field("how it was found out", default=None)  # fmt: skip
    with_: Literal["customers", "staff", "both"] | None = field("who was asked or observed", default=None)
    n: Count | None = field("how many people or cases", default=None)
    date: Date | None = field("when", default=None)
    source: Prose = field("where it can be read", default=())
