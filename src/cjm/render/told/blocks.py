"""A map as blocks of words: what each lane, in its order, says about each moment; for tables, panels and wikis."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm.figures.coverage import is_assumed
from cjm.model.journey import Journey
from cjm.model.moment import Moment
from cjm.model.walk import address
from cjm.render.labels import Labels
from cjm.render.lanes import LANES
from cjm.render.naming import Naming, name_of
from cjm.render.told import further
from cjm.render.told.lanes import entries
from cjm.render.told.places import Place, everywhere
from cjm.render.told.telling import Entry, Told

RESEARCH = "research"
"""The key of the row that names the research; it is no lane."""


class Block(NamedTuple):
    """What one lane says about one moment. ``address`` is the moment's, ``stage`` counts from 0."""

    address: str
    name: str
    stage: int
    is_stage: bool
    is_assumed: bool
    personas: tuple[str, ...]
    entries: tuple[Entry, ...]


class Row(NamedTuple):
    """A lane with its blocks, in the order of time."""

    key: str
    label: str
    blocks: tuple[Block, ...]


def tell(journey: Journey, words: Labels) -> Told:
    """A journey to be told in a language."""
    return Told(Naming(journey, words))


def rows(told: Told) -> Iterator[Row]:
    """Every lane in which a map says something, the map's own and the research behind the others."""
    journey = told.journey
    places = [(place, _stage(journey, place), _address(journey, place)) for place in everywhere(journey)]
    for key in (*LANES, *(lane.key for lane in journey.lanes), RESEARCH):
        blocks = tuple(
            Block(
                at,
                name_of(place.moment),
                stage,
                place.moment is place.stage,
                is_assumed(place.stage, place.moment),
                place.moment.personas,
                found,
            )
            for place, stage, at in places
            if (found := _said(told, key, place))
        )
        if blocks:
            label = told.word("head", "research") if key == RESEARCH else told.lane(key)
            yield Row(key, label, blocks)


def _said(told: Told, key: str, place: Place) -> tuple[Entry, ...]:
    if key == RESEARCH:
        return tuple(further.research(told, place))
    own = entries(told, key, place)
    return (*own, *filter(None, further.course(told, place))) if key == "touchpoints" else own


def _stage(journey: Journey, place: Place) -> int:
    return next(index for index, stage in enumerate(journey.stages) if stage is place.stage)


def _address(journey: Journey, place: Place) -> str:
    """The address of a moment, as pictures have it."""
    stage = _stage(journey, place)
    if place.moment is place.stage:
        return address(journey, ("stages", stage))
    index = _index(place.stage.touchpoints, place.moment)
    return address(journey, ("stages", stage, "touchpoints", index))


def _index(moments: tuple[Moment, ...], wanted: Moment) -> int:
    return next(index for index, moment in enumerate(moments) if moment is wanted)
