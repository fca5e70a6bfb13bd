"""Figures: satisfaction, recommendation, effort, shares, times, volumes, money."""

from typing import Literal

from cjm.model.record import Amount, Count, Date, Element, Names, Number, Record, field, record

MetricKind = Literal[
    "nps", "csat", "ces", "conversion", "drop_off", "retention", "churn", "resolution",
    "duration", "wait", "volume", "cost", "revenue",
]  # fmt: skip
SHARES = ("conversion", "drop_off", "retention", "churn", "resolution")
TIMES = ("duration", "wait")


@record(short=("value",), one_of=("value",))
class Point(Record):
    """One figure of a series."""

    date: Date | None = field("when it was measured", default=None)
    value: Amount = field("what was measured", default="")
    n: Count | None = field("how many answers or cases it rests on", default=None)


@record(short=("value",))
class Metric(Element):
    """A figure about a moment or about the whole journey, with where it comes from."""

    name: str = field("what it is called in pictures", default="")
    kind: MetricKind | None = field("what is measured; the kind checks the range", default=None)
    value: Amount | None = field("the figure: 52, 80.4%, 19 days", default=None)
    n: Count | None = field("how many answers or cases it rests on", default=None)
    date: Date | None = field("when it was measured", default=None)
    target: Amount | None = field("the figure aimed at", default=None)
    evidence: Names = field("ids of the research it comes from", default=())
    unit: str = field("the unit of a bare number: day, EUR, calls", default="")
    better: Literal["higher", "lower"] | None = field("which way is better for the customer", default=None)
    method: Literal["mean", "index", "top3"] | None = field("how a ces was computed", default=None)
    segment: str = field("which customers it is about", default="")
    min: Number | None = field("lowest possible value (ces: 1)", default=None)
    max: Number | None = field("highest possible value (ces: 7)", default=None)
    series: tuple[Point, ...] = field("the figure over time: {date, value, n}", default=())
