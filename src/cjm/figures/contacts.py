"""Contacts: which touchpoints go through which channels, in one map or in several, and where there are none."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from cjm.figures.moments import counting
from cjm.model.journey import Journey
from cjm.model.lookup import lookup
from cjm.model.moment import Moment, Stage, Touchpoint

_APART = re.compile(r"[\s_-]+")

Direction = Literal["inbound", "outbound", "among"]
"""A customer begins; the organisation, or whoever acts for it; or a customer, and another one answers."""

UNNAMED = ""
"""The key of the contacts whose channel nobody has named."""


class Channel(NamedTuple):
    """A channel of one or several maps: its key, the first map that has it, and the word by which that one names it."""

    key: str
    journey: Journey
    word: str


class Contact(NamedTuple):
    """A touchpoint, or a stage that has none but names a channel, with the keys of the channels it goes through."""

    journey: Journey
    stage: Stage
    moment: Moment
    channels: tuple[str, ...]

    @property
    def status(self) -> str:
        """``in_place``, ``planned`` or ``retired``; what does not say so is in place."""
        return (self.moment.status if isinstance(self.moment, Touchpoint) else None) or "in_place"


class Tally(NamedTuple):
    """How many contacts there are of each status; one in several channels counts once."""

    in_place: int
    planned: int
    retired: int


def channels(journeys: Iterable[Journey]) -> tuple[Channel, ...]:
    """The channels of maps in the order in which customers meet them, then those a map lists and never uses.

    A channel is the same in two maps if it has the same id; what only a library lists belongs to no map that does not
    use it.
    """
    found: dict[str, Channel] = {}
    for journey in journeys:
        for stage in journey.stages:
            for moment in counting(stage, "channel"):
                for word in moment.channel:
                    found.setdefault(_key(journey, word), Channel(_key(journey, word), journey, word))
    for journey in journeys:
        for entry in journey.channels:
            if not entry.refers and f"channels/{entry.id}" not in journey.borrowed:
                found.setdefault(_key(journey, entry.id), Channel(_key(journey, entry.id), journey, entry.id))
    return tuple(found.values())


def contacts(journeys: Iterable[Journey]) -> tuple[Contact, ...]:
    """Every contact of maps, in the order of time.

    Where no touchpoint of a stage names a channel, all of them go through those of the stage.
    """
    return tuple(contact for journey in journeys for stage in journey.stages for contact in _contacts(journey, stage))


def tally(found: Iterable[Contact]) -> Tally:
    """How many contacts there are of each status."""
    statuses = {id(contact.moment): contact.status for contact in found}.values()
    return Tally(*(sum(status == name for status in statuses) for name in Tally._fields))


def gaps(found: Iterable[Contact], keys: Collection[str], stages: Sequence[Stage]) -> int:
    """How often, of so many channels in so many stages, nothing is in place."""
    met = {
        (id(contact.stage), key) for contact in found if contact.status == "in_place" for key in contact.channels
    } & {(id(stage), key) for stage in stages for key in keys}
    return len(keys) * len(stages) - len(met)


def direction(journey: Journey, moment: Moment) -> Direction | None:
    """Who begins a contact; nothing where nobody is known to take part, or no customer.

    Personas and actors of the kind ``customer`` are customers, those of any other kind are not; of whom nothing is said
    stands on the other side.
    """
    if not isinstance(moment, Touchpoint):
        return None
    begins, answers = (_is_customer(journey, word) for word in (moment.initiator, moment.receiver))
    if begins and answers:
        return "among"
    if begins or (begins is None and answers is False):
        return "inbound"
    return "outbound" if answers or (begins is False and answers is None) else None


def _is_customer(journey: Journey, word: str) -> bool | None:
    if not word:
        return None
    if lookup(word, journey.personas):
        return True
    entry = lookup(word, journey.actors)
    return None if entry is None or entry.kind is None else entry.kind == "customer"


def _contacts(journey: Journey, stage: Stage) -> Iterator[Contact]:
    if not stage.touchpoints:
        if stage.channel:
            yield Contact(journey, stage, stage, _keys(journey, stage))
        return
    is_shared = any(moment is stage for moment in counting(stage, "channel"))
    for touchpoint in stage.touchpoints:
        yield Contact(journey, stage, touchpoint, _keys(journey, stage if is_shared else touchpoint))


def _keys(journey: Journey, moment: Moment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_key(journey, word) for word in moment.channel)) or (UNNAMED,)


def _key(journey: Journey, word: str) -> str:
    """What makes a channel the same as another: its id, however it is written; by its name it is looked up."""
    entry = lookup(word, journey.channels)
    return _APART.sub("_", (entry.id if entry else word).casefold())
