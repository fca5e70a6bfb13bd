"""Opportunities of one map or of several, each of them once."""

import posixpath
from collections.abc import Sequence
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.moment import Moment, Stage
from cjm.model.opportunity import Opportunity


class Chance(NamedTuple):
    """An opportunity with the moment that it belongs to."""

    journey: Journey
    stage: Stage
    moment: Moment
    opportunity: Opportunity


def chances(journeys: Sequence[Journey]) -> tuple[Chance, ...]:
    """The opportunities of maps: those that promise most for least first, then in the order of time.

    One that stands in a map and, under the same id, in the map it is compared with, is one thing: the former counts.
    """
    compared = {
        (posixpath.normpath(posixpath.join(posixpath.dirname(journey.path), journey.compares_to)), each.id)
        for journey in journeys
        if journey.compares_to
        for _, _, each in _of(journey)
    }
    found = (
        Chance(journey, *of)
        for journey in journeys
        for of in _of(journey)
        if (posixpath.normpath(journey.path), of[2].id) not in compared
    )
    return tuple(sorted(found, key=_promise))


def is_rated(opportunity: Opportunity) -> bool:
    """Whether both its impact and its effort are known."""
    return opportunity.impact is not None and opportunity.effort is not None


def _promise(chance: Chance) -> tuple[bool, int, int]:
    impact, effort = chance.opportunity.impact, chance.opportunity.effort
    return not is_rated(chance.opportunity), -(impact or 0), effort or 0


def _of(journey: Journey) -> list[tuple[Stage, Moment, Opportunity]]:
    return [
        (stage, moment, opportunity)
        for stage in journey.stages
        for moment in (stage, *stage.touchpoints)
        for opportunity in moment.opportunities
    ]
