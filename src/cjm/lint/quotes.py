"""What customers say in a map, word for word."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.moment import Moment, Quote, Stage
from cjm.model.problem import Parts
from cjm.model.walk import moments


class Said(NamedTuple):
    """A quote with its route, its moment and stage; and the persona who says it, if it is only one of several."""

    at: Parts
    quote: Quote
    moment: Moment
    stage: Stage
    who: str


def quotes(journey: Journey) -> Iterator[Said]:
    """Every quote of a map, in the order of time."""
    for at, moment, stage in moments(journey):
        for place, quote in enumerate(moment.says):
            yield Said((*at, "says", place), quote, moment, stage, "")
        for who, voice in moment.for_.items():
            for place, quote in enumerate(voice.says):
                yield Said((*at, "for", who, "says", place), quote, moment, stage, who)
