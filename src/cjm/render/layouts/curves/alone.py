"""The emotion curve of one map as the picture itself: the moments, and below them how each is felt."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from cjm.figures.personas import names
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.render.layouts.bands import Band, cells
from cjm.render.layouts.curves.opening import opening
from cjm.render.layouts.emotion import emotion
from cjm.render.layouts.gauges import gauges
from cjm.render.layouts.grid import INSET, Place, Span
from cjm.render.layouts.head import head
from cjm.render.layouts.lanes import lane
from cjm.render.layouts.legend import Legend, legend
from cjm.render.layouts.marks import Diamond
from cjm.render.layouts.pieces import Fitted, Piece, Shapes, Stack
from cjm.render.layouts.plot import Plot
from cjm.render.layouts.press import running
from cjm.render.layouts.sheet import Sheet
from cjm.render.layouts.summary import summed_up
from cjm.render.layouts.swimlane import name
from cjm.render.naming import name_of
from cjm.render.prose import describe
from cjm.render.scene import Group
from cjm.render.values import dataclass

Some = TypeVar("Some", bound=Moment)

MEASURED = "measured"
"""What stands beside the names of lanes where figures stand beside the curve."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What the picture of one map is made of."""

    journey: Journey

    def named(self, sheet: Sheet) -> tuple[str, str, str]:
        """What the picture is called, its title, and what it shows, in words."""
        return f"{name(self.journey)}-curve", self.journey.title, describe(self.journey, sheet.words)

    def bands(self, sheet: Sheet, height: float) -> list[Band]:
        """The curve with a scale of that height, and what is said where that does not stand at the curve."""
        measured = gauges(sheet, Plot(self.journey.scale, height))
        said = None if sheet.quotes_at_curve or sheet.detail == "overview" else lane(sheet, "says")
        found = (emotion(summed_up(sheet), "feels", height, measured), said)
        return [band for band in found if band]

    def keys(self, sheet: Sheet) -> set[str]:
        """What has to be explained."""
        return {"touchpoints", "feels", *([MEASURED] if gauges(sheet, Plot(self.journey.scale)) else [])}

    def head(self, sheet: Sheet, span: Span, y: float, *, is_explained: bool) -> tuple[Group, float]:
        """The head from a given y on, and where it ends: with the legend, or without it and in brief."""
        if is_explained:
            return head(sheet, span, y, self.keys(sheet))
        return opening(sheet, (self.journey,), (), None, span, y)

    def runner(self, sheet: Sheet, span: Span) -> Fitted:
        """What is said again on each further page."""
        return running(sheet, span)

    def addressed(self, sheet: Sheet, shapes: Shapes) -> Shapes:  # noqa: ARG002 -- what several maps need
        """The shapes as they are: they all show what is in this map."""
        return shapes

    def legend(self, sheet: Sheet) -> Legend | None:
        """What the picture needs explained."""
        return legend(sheet, self.keys(sheet))


def lived(journey: Journey) -> Journey:
    """A map of a single persona as they live it: what they feel and say stands in the place of what all do."""
    if len(journey.personas) != 1:
        return journey
    known = names(journey.personas[0])
    stages = (
        replace(_own(stage, known), touchpoints=tuple(_own(each, known) for each in stage.touchpoints))
        for stage in journey.stages
    )
    return replace(journey, stages=tuple(stages))


def _own(moment: Some, known: Collection[str]) -> Some:
    """A moment with the feeling and the words of a persona as its own."""
    for who, voice in moment.for_.items():
        if who in known:
            others = {other: said for other, said in moment.for_.items() if other != who}
            feels = voice.feels or moment.feels
            return replace(moment, feels=feels, says=(*moment.says, *voice.says), for_=others)
    return moment


def moments(sheet: Sheet, *, is_brief: bool = False) -> Band | None:
    """The names of the moments over the curve, with what is at stake in those of truth unless it is in brief."""

    def pieces(sheet: Sheet, place: Place) -> tuple[Piece, ...]:
        truth = () if is_brief else _truth(sheet, place)
        if place.moment is place.stage:
            return () if place.stage.touchpoints else truth
        return (Stack((sheet.text(name_of(place.moment), "strong"), *truth)),)

    is_of_stages = not any(stage.touchpoints for stage in sheet.journey.stages)
    label = sheet.words.word("marks", "truth") if is_of_stages else ""
    return cells(pieces, reads=None, label=label, inset=INSET)(sheet, "touchpoints")


def _truth(sheet: Sheet, place: Place) -> tuple[Piece, ...]:
    truth = place.moment.moment_of_truth
    if truth is None or sheet.detail == "overview":
        return ()
    return tuple(sheet.text(why, "truth", Diamond()) for why in truth.why or (sheet.words.word("marks", "truth"),))
